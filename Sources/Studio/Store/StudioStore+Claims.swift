import Foundation
import GRDB

extension StudioStore {
  /// How long a claim link is valid, in seconds: 7 days (WIRE.md).
  public static let claimLifetime = 604_800

  /// Makes a secret that opens one session's page in a browser, and nothing else.
  public func makeClaim(session: String, user: String) async throws -> String {
    let claim = "clm_" + Secret.random()
    let expires = now().addingTimeInterval(TimeInterval(Self.claimLifetime))
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO claim (hash, user, session, expires) VALUES (?, ?, ?, ?)",
        arguments: [SHA256.hexadecimal(claim.utf8), user, session, expires])
    }
    return claim
  }

  /// The session that a claim opens, or nil if there is none or the claim has ended.
  public func session(claim: String) async throws -> SessionRecord? {
    let moment = now()
    let hash = SHA256.hexadecimal(claim.utf8)
    let range = Secret.range(ofHash: hash)
    return try await database.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT session.*, claim.hash FROM claim JOIN session ON session.id = claim.session
          WHERE claim.hash >= ? AND claim.hash < ? AND claim.expires > ?
          """,
        arguments: [range.from, range.to, moment])
      return try rows.first { Secret.areEqual($0["hash"], hash) }.map { try SessionRecord(row: $0) }
    }
  }
}
