import PrivateFiles

/// The client id of this user on this machine: a UUID in `~/.config/nemovideo/client_id`, and nothing else in the file.
///
/// The file is shared with the vendor's own tools (CONTRACT.md, "Settings"). A file with something else in it is replaced.
public struct ClientIdentity: Sendable {
  private static let fileName = "client_id"
  private let folder: PrivateFolder
  private let override: String?

  /// Looks in a folder; `override` (`NEMO_CLIENT_ID`) wins when it is not empty.
  public init(folder: PrivateFolder, override: String? = nil) {
    self.folder = folder
    self.override = override.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The id, made and stored at the first call.
  ///
  /// - Throws: `PrivateFileError` when the folder cannot be used.
  public func clientID() throws -> String {
    if let override { return override }
    if let stored = try read() { return stored }
    return try folder.locked("client_id.lock") {
      if let stored = try read() { return stored }
      let made = Self.newUUID()
      try folder.write(Self.fileName, Array(made.utf8))
      return made
    }
  }

  /// Puts a new id in place of one that the service does not take; nil for one that `NEMO_CLIENT_ID` gives.
  ///
  /// - Throws: `PrivateFileError` when the folder cannot be used.
  func replacement(for refused: String) throws -> String? {
    guard override == nil else { return nil }
    return try folder.locked("client_id.lock") {
      // Another t2v may have replaced it already.
      if let stored = try read(), stored != refused { return stored }
      let made = Self.newUUID()
      try folder.write(Self.fileName, Array(made.utf8))
      return made
    }
  }

  private func read() throws -> String? {
    guard let bytes = try folder.read(Self.fileName, limit: 4096) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined()
    return Self.isUUID(text) ? text : nil
  }

  /// Whether a text has the form of a UUID (RFC 9562).
  static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }

  /// A random UUID, version 4, in lower case.
  public static func newUUID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }
}
