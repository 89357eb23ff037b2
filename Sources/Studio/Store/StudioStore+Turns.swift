import Foundation
import GRDB

extension StudioStore {
  /// Notes that a turn has begun, with what the user said.
  public func beginTurn(_ turn: String, session: String, message: String) async throws {
    let moment = now()
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO turn (id, session, status, started) VALUES (?, ?, ?, ?)",
        arguments: [turn, session, TurnStatus.running, moment])
      try Self.say(message, as: .user, turn: turn, session: session, at: moment, in: db)
    }
  }

  /// Notes that a turn has ended, with what the studio answered, and settles or releases its credits.
  public func endTurn(_ turn: String, session: String, answer: String, succeeded: Bool) async throws {
    let moment = now()
    try await database.write { db in
      try db.execute(
        sql: "UPDATE turn SET status = ?, ended = ? WHERE id = ?",
        arguments: [succeeded ? TurnStatus.done : TurnStatus.failed, moment, turn])
      if !answer.isEmpty {
        try Self.say(answer, as: .model, turn: turn, session: session, at: moment, in: db)
      }
      try Self.resolveReservation(of: turn, as: succeeded ? .settle : .release, at: moment, in: db)
    }
  }

  /// What was said in a session, oldest first.
  public func messages(of session: String) async throws -> [(role: MessageRole, text: String)] {
    try await database.read { db in
      try Row.fetchAll(
        db, sql: "SELECT role, text FROM message WHERE session = ? ORDER BY id", arguments: [session]
      )
      .map { (role: $0["role"] as MessageRole, text: $0["text"] as String) }
    }
  }

  private static func say(
    _ text: String, as role: MessageRole, turn: String, session: String, at moment: Date, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO message (session, turn, role, text, created) VALUES (?, ?, ?, ?, ?)",
      arguments: [session, turn, role, text, moment])
  }
}
