import Glibc
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

  /// Looks at a file.
  ///
  /// - Throws: ``Failure``: `no-file`, 4001 for a type that the service does not take, 4002 over the limit.
  init(path: String) throws(Failure) {
    let name = String(path.split(separator: "/").last ?? "")
    let shown = TextSanitiser.singleLine(name)
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
      guard ExportFormat(word: suffix) != nil else {
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
    self.name = name
  }

  /// The text of a script or of subtitles; bytes that are not UTF-8 read as U+FFFD.
  ///
  /// - Throws: ``Failure`` when it is empty or can't be read.
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
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(decoding: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self).trimmed
    guard !text.isEmpty else {
      throw Failure(
        .usage, "\(TextSanitiser.singleLine(name)) has no text in it, so nothing was sent.",
        hint: "Write your prompts into it.")
    }
    return text
  }
}

extension Failure {
  static func noFile(_ path: String) -> Failure {
    Failure(
      .noFile, "There is no file \(TextSanitiser.singleLine(path)), so nothing was uploaded.",
      hint: "Check the path; Tab completes it.")
  }

  /// The same failure, told of a file.
  fileprivate func about(_ name: String) -> Failure { Failure(code, "\(name): \(message)", hint: hint) }
}
