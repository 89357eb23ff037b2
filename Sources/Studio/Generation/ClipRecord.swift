import Foundation
import GRDB
import Generation

/// One clip of a generation.
public struct ClipRecord: Codable, Sendable, Equatable, FetchableRecord, MutablePersistableRecord {
  /// Counts up.
  public var id: Int64?
  /// The generation that it belongs to.
  public var generation: String
  /// Which of the film's segments that wait for footage it is for, from 0.
  public var segment: Int
  /// The job, as JSON: what is wanted, and how far it is.
  public var job: ClipJob
  /// The id of the finished clip among the media; nil: it is not there.
  public var media: String?
  /// Why it is not there; nil: nothing has gone wrong.
  public var error: String?
  /// When it was ordered.
  public var created: Date
  /// When it was last changed.
  public var changed: Date

  /// The table.
  public static let databaseTableName = "clip"

  /// Takes the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
