import Glibc
import MediaFormats
import NemoVideo

/// A file of this machine that can be uploaded, checked before a byte is sent.
struct UploadableFile: Sendable, Equatable {
  /// What becomes of it.
  enum Kind: Sendable, Equatable {
    /// Sent as it is.
    case media
    /// A text whose content is the message.
    case script
    /// Subtitles, sent as a message.
    case subtitles
  }

  /// The service's limit, 200 × 2^20 bytes (WIRE.md).
  static let largest = 200 << 20
  /// The longest text that becomes a message, 1 MiB.
  static let longestText = 1 << 20

  let path: String
  let name: String
  let kind: Kind
  /// Its size.
  let bytes: Int64

  /// Looks at a file.
  ///
  /// - Throws: ``Failure``: `no-file`, 4001 for a type that the service does not take, 4002 over the limit.
  init(path: String) throws(Failure) {
    let name = String(path.split(separator: "/").last ?? "")
    let shown = TextSanitiser.name(name)
    var information = stat()
    guard stat(path, &information) == 0 else { throw .noFile(path) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.noFile, "\(shown) is no file, so it was not uploaded.", hint: "Name a file.")
    }
    guard access(path, R_OK) == 0 else {
      throw Failure(
        .noFile, "\(shown) can't be read, so it was not uploaded.", hint: "Check who may read it.")
    }
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    switch suffix {
    case "txt", "md": kind = .script
    case "srt": kind = .subtitles
    default:
      guard MediaFormat(word: suffix) != nil else {
        throw Failure(
          ServiceError(code: 4001, status: nil), account: AccountFacts()
        ).about(shown)
      }
      kind = .media
    }
    let limit = kind == .media ? Self.largest : Self.longestText
    guard information.st_size <= limit else {
      guard kind == .media else {
        throw Failure(
          .number(4002), "\(shown) is too long for a message.", hint: "Send a shorter text, at most 1 MB.")
      }
      throw Failure(ServiceError(code: 4002, status: nil), account: AccountFacts()).about(shown)
    }
    self.path = path
    bytes = Int64(information.st_size)
    self.name = name
  }

  /// The text of a script or of subtitles, in UTF-8 or, behind a byte order mark, UTF-16.
  ///
  /// - Throws: ``Failure`` when it is empty, in another encoding, or can't be read.
  func text() throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noFile(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.longestText {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard let text = Self.decoded(bytes)?.trimmed else {
      let shown = TextSanitiser.name(name)
      throw Failure(
        .usage, "\(shown) is no UTF-8 text, so nothing of it was sent.",
        hint: "Save it as UTF-8, or convert it: iconv -f latin1 -t utf-8 \(shown)")
    }
    guard !text.isEmpty else {
      throw Failure(
        .usage, "\(TextSanitiser.name(name)) has no text in it, so nothing was sent.",
        hint: "Write your prompts into it.")
    }
    return text
  }
}

extension UploadableFile {
  private static func decoded(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes[3...], as: UTF8.self) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else {
      return String(validating: bytes, as: UTF8.self)
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }
}

extension Failure {
  static func noFile(_ path: String) -> Failure {
    Failure(
      .noFile, "There is no file \(TextSanitiser.name(path)), so it was not uploaded.",
      hint: "Check the path.")
  }

  /// The same failure, told of a file.
  fileprivate func about(_ name: String) -> Failure { Failure(code, "\(name): \(message)", hint: hint) }
}
