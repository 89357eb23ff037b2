import Foundation
import GRDB

extension StudioStore {
  /// How long an anonymous token is valid, in seconds: 7 days (SEED.md).
  public static let anonymousLifetime: TimeInterval = 7 * 24 * 3600

  /// What the anonymous-token call answers.
  public struct AnonymousUser: Sendable, Equatable {
    /// The token itself: handed out, never stored.
    public var token: String
    /// The user's id.
    public var user: String
    /// The credits that are there to spend.
    public var credits: Int
    /// When the token ends.
    public var expires: Date
  }

  /// A user by id.
  func user(id: String) async throws -> UserRecord? {
    try await database.read { try UserRecord.fetchOne($0, key: id) }
  }

  /// Makes a token the one and only token of the owner.
  public func setOwnerToken(_ token: String) async throws {
    let moment = now()
    let hash = SHA256.hexadecimal(token.utf8)
    try await database.write { db in
      let owner = UserRecord(id: "owner", kind: .owner, clientID: nil, created: moment)
      if try UserRecord.fetchOne(db, key: owner.id) == nil { try owner.insert(db) }
      try db.execute(sql: "DELETE FROM token WHERE user = ?", arguments: [owner.id])
      try db.execute(
        sql: "INSERT INTO token (hash, user, created, expires) VALUES (?, ?, ?, NULL)",
        arguments: [hash, owner.id, moment])
    }
  }

  /// The token of a client id: the same one again for 7 days (WIRE.md), then a new one with fresh credits for the
  /// same user, who keeps the sessions.
  ///
  /// The token is derived from the client id and the moment of issue by a key that never leaves the data folder; so
  /// it can be given again although only its hash is kept.
  public func anonymousUser(clientID: String, key: [UInt8]) async throws -> AnonymousUser {
    let moment = now()
    return try await database.write { db in
      let user: UserRecord
      if let known = try UserRecord.filter(Column("clientID") == clientID).fetchOne(db) {
        user = known
      } else {
        let name = "anon_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        user = UserRecord(id: name, kind: .anonymous, clientID: clientID, created: moment)
        try user.insert(db)
      }
      let row = try Row.fetchOne(
        db, sql: "SELECT created, expires FROM token WHERE user = ? AND expires > ?",
        arguments: [user.id, moment])
      if let row, let created = row["created"] as Date?, let expires = row["expires"] as Date? {
        let token = Self.anonymousToken(clientID: clientID, issued: created, key: key)
        // A data folder whose key was lost cannot give the old token again; it makes a new one.
        let hash = SHA256.hexadecimal(token.utf8)
        if try Bool.fetchOne(db, sql: "SELECT 1 FROM token WHERE hash = ?", arguments: [hash]) != nil {
          let credits = try Self.balance(of: user.id, at: moment, in: db).available
          return AnonymousUser(token: token, user: user.id, credits: credits, expires: expires)
        }
      }
      // Milliseconds are what the database keeps of a date; the token must come out the same from what is read back.
      let issued = Date(timeIntervalSince1970: (moment.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
      let token = Self.anonymousToken(clientID: clientID, issued: issued, key: key)
      let expires = issued.addingTimeInterval(Self.anonymousLifetime)
      let isFirst =
        try Bool.fetchOne(
          db, sql: "SELECT 1 FROM ledger WHERE user = ? AND kind = ?", arguments: [user.id, LedgerKind.grant])
        == nil
      let wasExpired = row == nil
      try db.execute(sql: "DELETE FROM token WHERE user = ?", arguments: [user.id])
      try db.execute(
        sql: "INSERT INTO token (hash, user, created, expires) VALUES (?, ?, ?, ?)",
        arguments: [SHA256.hexadecimal(token.utf8), user.id, issued, expires])
      if isFirst || wasExpired {
        try Self.grantAfresh(CreditPrices.anonymousGrant, to: user.id, at: issued, in: db)
      }
      let credits = try Self.balance(of: user.id, at: moment, in: db).available
      return AnonymousUser(token: token, user: user.id, credits: credits, expires: expires)
    }
  }

  /// The user of a token, or nil if there is none or the token has ended.
  ///
  /// The look-up is by the start of its hash, and the whole hash is compared in constant time.
  public func user(token: String) async throws -> UserRecord? {
    let moment = now()
    let hash = SHA256.hexadecimal(token.utf8)
    let range = Secret.range(ofHash: hash)
    return try await database.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT user.*, token.hash FROM token JOIN user ON user.id = token.user
          WHERE token.hash >= ? AND token.hash < ? AND (token.expires IS NULL OR token.expires > ?)
          """,
        arguments: [range.from, range.to, moment])
      return try rows.first { Secret.areEqual($0["hash"], hash) }.map { try UserRecord(row: $0) }
    }
  }

  private static func anonymousToken(clientID: String, issued: Date, key: [UInt8]) -> String {
    let milliseconds = Int64((issued.timeIntervalSince1970 * 1000).rounded())
    let code = SHA256.authenticate(Array("\(clientID)|\(milliseconds)".utf8), key: key)
    return "nmv_usr_" + SHA256.hexadecimal(digest: Array(code.prefix(24)))
  }
}
