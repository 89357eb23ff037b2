import Foundation
import GRDB

/// One version of a draft. A version grows while the turn that made it goes on (the clip, then music and title), and
/// is never changed or removed after it; undo and redo move between versions.
public struct VersionRecord: Codable, Sendable, Equatable, FetchableRecord, MutablePersistableRecord {
  /// Counts up over all sessions.
  public var id: Int64?
  /// The session.
  public var session: String
  /// The version that this one was made from; nil for the first.
  public var parent: Int64?
  /// The draft, as the bytes that the state call answers.
  public var draft: Data
  /// What the turn that made it goes on to make of it: a studio that is killed meanwhile finds it at its next start.
  public var finished: Data?
  /// The prompt that the film was last made from, for another take.
  public var prompt: String?
  /// The turn that made it; nil for an upload.
  public var turn: String?
  /// When it was made.
  public var created: Date

  /// The table.
  public static let databaseTableName = "version"

  /// Takes the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
