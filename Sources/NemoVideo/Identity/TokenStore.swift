import CurlHTTP
import FoundationEssentials
import PrivateFiles
import RawJSON

/// The anonymous tokens by API origin and client id, in `tokens.json` of the state folder (0600).
///
/// A file that cannot be understood counts as empty: a token can always be had again.
public struct TokenStore: Sendable {
  private static let fileName = "tokens.json"
  private let folder: PrivateFolder

  /// Keeps tokens in a folder.
  public init(folder: PrivateFolder) { self.folder = folder }

  /// The stored token of an origin for a client id, if it is valid for another minute at `now`.
  ///
  /// - Throws: `PrivateFileError` when the file exists and cannot be read.
  public func token(for address: ServiceAddress, clientID: String, now: Date) throws -> AccessToken? {
    guard let entry = try entries()[address.description], entry.clientID == clientID,
      entry.expires.map({ $0 > now.addingTimeInterval(60) }) ?? true
    else { return nil }
    return AccessToken(
      secret: entry.secret, source: .anonymous, userID: entry.userID, expires: entry.expires)
  }

  /// Stores the token of an origin, in place of the one before.
  ///
  /// - Throws: `PrivateFileError` when the file cannot be written.
  public func store(_ token: AccessToken, for address: ServiceAddress, clientID: String) throws {
    try change { entries in
      entries[address.description] = Entry(
        secret: token.secret, userID: token.userID, expires: token.expires, clientID: clientID)
    }
  }

  /// Forgets the token of an origin.
  ///
  /// - Throws: `PrivateFileError` when the file cannot be written.
  public func forget(_ address: ServiceAddress) throws {
    try change { $0[address.description] = nil }
  }

  private struct Entry {
    var secret: Secret
    var userID: String?
    var expires: Date?
    var clientID: String
  }

  private func change(_ body: (inout [String: Entry]) -> Void) throws {
    try folder.locked("tokens.lock") {
      var entries = try entries()
      body(&entries)
      var object = JSONWriter()
      for (origin, entry) in entries.sorted(by: { $0.key < $1.key }) {
        var item = JSONWriter()
        item.add("token", entry.secret.revealed())
        item.add("client_id", entry.clientID)
        if let userID = entry.userID { item.add("user_id", userID) }
        if let expires = entry.expires { item.add("expires_at", expires.formatted(.iso8601)) }
        object.add(origin, item)
      }
      try folder.write(Self.fileName, object.bytes)
    }
  }

  private func entries() throws -> [String: Entry] {
    guard let bytes = try folder.read(Self.fileName, limit: 1 << 20), let file = JSONValue(bytes) else {
      return [:]
    }
    var entries: [String: Entry] = [:]
    for (origin, item) in file.members {
      guard let text = item["token"]?.string, let clientID = item["client_id"]?.string else { continue }
      entries[origin] = Entry(
        secret: Secret(text), userID: item["user_id"]?.string,
        expires: item["expires_at"]?.string.flatMap(Date.init(wireText:)), clientID: clientID)
    }
    return entries
  }
}
