import Foundation
import GRDB

extension StudioStore {
  /// A user's credits. The owner's are filled up when the first call of a day (UTC) asks.
  public func balance(of user: UserRecord) async throws -> CreditBalance {
    let moment = now()
    return try await database.write { db in
      try Self.refill(user, at: moment, in: db)
      return try Self.balance(of: user.id, at: moment, in: db)
    }
  }

  /// Sets credits aside for a turn.
  /// - Throws: ``OutOfCredits`` if fewer are available; nothing is reserved then.
  public func reserve(_ amount: Int, for turn: String, of user: UserRecord) async throws {
    let moment = now()
    try await database.write { db in
      try Self.refill(user, at: moment, in: db)
      let available = try Self.balance(of: user.id, at: moment, in: db).available
      guard available >= amount else { throw OutOfCredits(price: amount, available: available) }
      try Self.enter(.reserve, amount, user: user.id, turn: turn, at: moment, in: db)
    }
  }

  /// Takes what a turn reserved.
  public func settle(_ turn: String) async throws {
    let moment = now()
    try await database.write { try Self.resolveReservation(of: turn, as: .settle, at: moment, in: $0) }
  }

  /// Gives back what a turn reserved.
  public func release(_ turn: String) async throws {
    let moment = now()
    try await database.write { try Self.resolveReservation(of: turn, as: .release, at: moment, in: $0) }
  }

  static func balance(of user: String, at moment: Date, in db: Database) throws -> CreditBalance {
    func sum(_ kind: LedgerKind) throws -> Int {
      try Int.fetchOne(
        db, sql: "SELECT COALESCE(SUM(amount), 0) FROM ledger WHERE user = ? AND kind = ?",
        arguments: [user, kind]) ?? 0
    }
    let settled = try sum(.settle)
    let frozen = try sum(.reserve) - settled - sum(.release)
    let total = try sum(.grant) - sum(.lapse) - settled
    return CreditBalance(available: total - frozen, frozen: frozen, total: total)
  }

  /// Lets what is unused lapse and gives a new amount.
  static func grantAfresh(_ amount: Int, to user: String, at moment: Date, in db: Database) throws {
    let unused = try balance(of: user, at: moment, in: db).available
    if unused > 0 { try enter(.lapse, unused, user: user, turn: nil, at: moment, in: db) }
    try enter(.grant, amount, user: user, turn: nil, at: moment, in: db)
  }

  /// Settles or releases what is still reserved for a turn; a turn without a reservation is left alone.
  static func resolveReservation(of turn: String, as kind: LedgerKind, at moment: Date, in db: Database)
    throws
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT user, SUM(CASE kind WHEN 'reserve' THEN amount ELSE -amount END) AS open
        FROM ledger WHERE turn = ? GROUP BY user
        """,
      arguments: [turn])
    for row in rows {
      guard let user = row["user"] as String?, let open = row["open"] as Int?, open > 0 else { continue }
      try enter(kind, open, user: user, turn: turn, at: moment, in: db)
    }
  }

  private static func refill(_ user: UserRecord, at moment: Date, in db: Database) throws {
    guard user.kind == .owner else { return }
    let last = try Date.fetchOne(
      db, sql: "SELECT MAX(created) FROM ledger WHERE user = ? AND kind = ?",
      arguments: [user.id, LedgerKind.grant])
    func day(_ date: Date) -> Int { Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) }
    if let last, day(last) >= day(moment) { return }
    try grantAfresh(CreditPrices.ownerDailyGrant, to: user.id, at: moment, in: db)
  }

  private static func enter(
    _ kind: LedgerKind, _ amount: Int, user: String, turn: String?, at moment: Date, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO ledger (user, turn, kind, amount, created) VALUES (?, ?, ?, ?, ?)",
      arguments: [user, turn, kind, amount, moment])
  }
}
