import Foundation
import GRDB

/// Everything the studio must remember, in SQLite: users, sessions, versions of drafts, renders, media, credits.
///
/// Each call is one transaction: when it returns, what it says has happened survives the end of the process; when it
/// throws, nothing has changed. Calls may come from any task. The database is in WAL mode with `synchronous=NORMAL`,
/// so a killed process loses nothing, and a power cut loses at most the last moments.
public struct StudioStore: Sendable {
  let database: DatabasePool
  let now: @Sendable () -> Date
  let folder: DataFolder

  /// Opens the database of a data folder, making or migrating it as needed.
  /// - Parameters:
  ///   - folder: a prepared folder, see ``DataFolder/prepare()``.
  ///   - now: the clock; tests bring their own.
  /// - Throws: GRDB's `DatabaseError` if the file is no database or cannot be written.
  public init(_ folder: DataFolder, now: @escaping @Sendable () -> Date = { Date() }) throws {
    self.folder = folder
    self.now = now
    // SQLite gives the WAL the permissions of the database, so the database is made first, closed to others.
    try PrivateFile.ensure(folder.database)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    database = try DatabasePool(path: folder.database.path, configuration: configuration)
    try Self.migrator.migrate(database)
  }

  /// Puts in order what a killed studio left behind: renders that were being worked on wait again, turns that were
  /// running have failed, and what they had reserved is released; a film that had its clip gets its music and title.
  /// Turns whose footage a video model makes stay as they are: whoever starts the studio goes on with them.
  public func recover() async throws {
    let moment = now()
    try await database.write { db in
      try db.execute(
        sql: "UPDATE render SET status = ?, progress = 0, changed = ? WHERE status = ?",
        arguments: [RenderStatus.pending, moment, RenderStatus.processing])
      // A film whose clip was there already becomes what it was about to become.
      let halves = try VersionRecord.filter(sql: "finished IS NOT NULL").fetchAll(db)
      for var half in halves {
        half.draft = half.finished ?? half.draft
        half.finished = nil
        try half.update(db)
        guard let turn = half.turn else { continue }
        try db.execute(
          sql: "UPDATE turn SET status = ?, ended = ? WHERE id = ?",
          arguments: [TurnStatus.done, moment, turn])
        try Self.resolveReservation(of: turn, as: .settle, at: moment, in: db)
      }
      // A turn whose footage is being made elsewhere goes on.
      let made = "SELECT turn FROM generation WHERE status = 'running'"
      try db.execute(
        sql: "UPDATE turn SET status = ?, ended = ? WHERE status = ? AND id NOT IN (\(made))",
        arguments: [TurnStatus.failed, moment, TurnStatus.running])
      for turn in try String.fetchAll(
        db, sql: "SELECT DISTINCT turn FROM ledger WHERE turn IS NOT NULL AND turn NOT IN (\(made))")
      {
        try Self.resolveReservation(of: turn, as: .release, at: moment, in: db)
      }
    }
  }

  /// Closes the database; calls made after it fail.
  public func close() throws { try database.close() }
}
