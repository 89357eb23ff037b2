import Foundation
import GRDB

extension StudioStore {
  /// Begins a session.
  public func makeSession(user: String, name: String, language: String) async throws -> SessionRecord {
    let session = SessionRecord(
      id: UUID().uuidString.lowercased(), user: user, task: UUID().uuidString.lowercased(), name: name,
      language: language, created: now(), version: nil)
    try await database.write { try session.insert($0) }
    return session
  }

  /// A user's session; nil if there is none of that id, or it is someone else's.
  public func session(_ id: String, user: String) async throws -> SessionRecord? {
    try await database.read { db in
      try SessionRecord.filter(key: id).filter(Column("user") == user).fetchOne(db)
    }
  }

  /// The version of the draft that is the state of a session now.
  public func currentVersion(of session: String) async throws -> VersionRecord? {
    try await database.read { try Self.currentVersion(of: session, in: $0) }
  }

  /// Makes a draft the state of a session: a new version on top of the one that was, or, for the second time in one
  /// turn, a change of the version that this turn made. A draft that is equal to the state, byte by byte, makes none.
  ///
  /// - Parameters:
  ///   - draft: the draft's bytes.
  ///   - prompt: what the user said for it; nil for what the studio did by itself.
  ///   - session: the session's id.
  ///   - turn: the turn that makes it; nil outside of one.
  ///   - finished: what the draft becomes within the same turn, in case the studio does not live to say so.
  public func setDraft(
    _ draft: Data, prompt: String?, of session: String, turn: String? = nil, finished: Data? = nil
  ) async throws {
    let moment = now()
    try await database.write { db in
      let current = try Self.currentVersion(of: session, in: db)
      if var current, let turn, current.turn == turn {
        current.draft = draft
        current.finished = finished
        current.prompt = prompt
        try current.update(db)
        return
      }
      if let current, current.draft == draft { return }
      var version = VersionRecord(
        id: nil, session: session, parent: current?.id, draft: draft, finished: finished, prompt: prompt,
        turn: turn,
        created: moment)
      try version.insert(db)
      try Self.setVersion(version.id, of: session, in: db)
    }
  }

  /// The versions of a session, newest first.
  public func versions(of session: String, limit: Int = 100) async throws -> [VersionRecord] {
    try await database.read { db in
      try VersionRecord.filter(Column("session") == session).order(Column("id").desc).limit(limit).fetchAll(
        db)
    }
  }

  /// The version that the newest upload that became part of the film made; nil if none did.
  public func lastUpload(of session: String) async throws -> VersionRecord? {
    try await database.read { db in
      try VersionRecord.filter(Column("session") == session).filter(Column("turn") == nil)
        .order(Column("id").desc).fetchOne(db)
    }
  }

  /// Goes back to the version that the current one was made from; from the first, to the empty timeline.
  /// - Returns: whether there was something to undo.
  public func undo(_ session: String) async throws -> Bool {
    try await database.write { db in
      guard let current = try Self.currentVersion(of: session, in: db) else { return false }
      try Self.setVersion(current.parent, of: session, in: db)
      return true
    }
  }

  /// Goes forward to the newest version that was made from the current one.
  /// - Returns: whether there was something to redo.
  public func redo(_ session: String) async throws -> Bool {
    try await database.write { db in
      let current = try Self.currentVersion(of: session, in: db)
      let next = try VersionRecord.filter(Column("session") == session)
        .filter(Column("parent") == current?.id).order(Column("id").desc).fetchOne(db)
      guard let next else { return false }
      try Self.setVersion(next.id, of: session, in: db)
      return true
    }
  }

  private static func currentVersion(of session: String, in db: Database) throws -> VersionRecord? {
    try VersionRecord.fetchOne(
      db,
      sql: "SELECT version.* FROM session JOIN version ON version.id = session.version WHERE session.id = ?",
      arguments: [session])
  }

  private static func setVersion(_ version: Int64?, of session: String, in db: Database) throws {
    try db.execute(sql: "UPDATE session SET version = ? WHERE id = ?", arguments: [version, session])
  }
}
