import Foundation
import GRDB

extension StudioStore {
  /// Puts a render into the queue.
  /// - Returns: the render, or nil if the user has one of that id already.
  public func addRender(
    id: String, user: String, session: String, draft: Data, output: String, extension suffix: String
  ) async throws -> RenderRecord? {
    let moment = now()
    let file = "\(UUID().uuidString.lowercased()).\(suffix)"
    return try await database.write { db in
      guard try Self.render(id, user: user, in: db) == nil else { return nil }
      var render = RenderRecord(
        queue: nil, id: id, user: user, session: session, status: .pending, progress: 0, draft: draft,
        output: output, file: file, error: nil, created: moment, changed: moment)
      try render.insert(db)
      return render
    }
  }

  /// A user's render; nil if there is none of that id, or it is someone else's.
  public func render(_ id: String, user: String) async throws -> RenderRecord? {
    try await database.read { try Self.render(id, user: user, in: $0) }
  }

  /// The newest finished render of a session.
  public func latestRender(of session: String) async throws -> RenderRecord? {
    try await database.read { db in
      try RenderRecord.filter(Column("session") == session).filter(Column("status") == RenderStatus.completed)
        .order(Column("queue").desc).fetchOne(db)
    }
  }

  /// The finished renders of a session whose files are there, newest first.
  public func finishedRenders(of session: String, limit: Int = 50) async throws -> [RenderRecord] {
    try await database.read { db in
      try RenderRecord.filter(Column("session") == session).filter(Column("status") == RenderStatus.completed)
        .order(Column("queue").desc).limit(limit).fetchAll(db)
    }
  }

  /// Takes the render that has waited longest, and marks it as being made.
  public func takeRender() async throws -> RenderRecord? {
    let moment = now()
    return try await database.write { db in
      guard
        var render = try RenderRecord.filter(Column("status") == RenderStatus.pending).order(Column("queue"))
          .fetchOne(db)
      else { return nil }
      render.status = .processing
      render.changed = moment
      try render.update(db)
      return render
    }
  }

  /// Notes how far a render is; one that has ended meanwhile is left alone.
  public func setProgress(_ progress: Double, of queue: Int64) async throws {
    let moment = now()
    try await database.write { db in
      try db.execute(
        sql: "UPDATE render SET progress = ?, changed = ? WHERE queue = ? AND status = ?",
        arguments: [progress, moment, queue, RenderStatus.processing])
    }
  }

  /// Ends a render that was being made.
  /// - Returns: whether it ended so; false if it was cancelled meanwhile.
  @discardableResult
  public func endRender(_ queue: Int64, as status: RenderStatus, error: String? = nil) async throws -> Bool {
    let moment = now()
    return try await database.write { db in
      try db.execute(
        sql: """
          UPDATE render SET status = ?, error = ?, changed = ?,
          progress = CASE WHEN ? THEN 1 ELSE progress END WHERE queue = ? AND status = ?
          """,
        arguments: [status, error, moment, status == .completed, queue, RenderStatus.processing])
      return db.changesCount > 0
    }
  }

  /// Puts a render that was being made back to where it waited.
  public func requeueRender(_ queue: Int64) async throws {
    let moment = now()
    try await database.write { db in
      try db.execute(
        sql: "UPDATE render SET status = ?, progress = 0, changed = ? WHERE queue = ? AND status = ?",
        arguments: [RenderStatus.pending, moment, queue, RenderStatus.processing])
    }
  }

  /// Cancels a user's render unless it has ended.
  /// - Returns: the render as it is now; nil if the user has none of that id.
  public func cancelRender(_ id: String, user: String) async throws -> RenderRecord? {
    let moment = now()
    return try await database.write { db in
      guard var render = try Self.render(id, user: user, in: db) else { return nil }
      if !render.status.isFinal {
        render.status = .cancelled
        render.changed = moment
        try render.update(db)
      }
      return render
    }
  }

  /// How many renders are waiting or being made.
  public func unfinishedRenders() async throws -> Int {
    try await database.read { db in
      try RenderRecord.filter([RenderStatus.pending, .processing].contains(Column("status"))).fetchCount(db)
    }
  }

  private static func render(_ id: String, user: String, in db: Database) throws -> RenderRecord? {
    try RenderRecord.filter(Column("user") == user).filter(Column("id") == id).fetchOne(db)
  }
}
