import Foundation
import GRDB

/// A film to be made into a file.
public struct RenderRecord: Codable, Sendable, Equatable, FetchableRecord, MutablePersistableRecord {
  /// Its place in the queue.
  public var queue: Int64?
  /// The id that the client chose; unique for its user.
  public var id: String
  /// Whose it is.
  public var user: String
  /// The session it was asked for in.
  public var session: String
  /// Where it is.
  public var status: RenderStatus
  /// How much is done, 0 to 1.
  public var progress: Double
  /// The draft, as the bytes of the request.
  public var draft: Data
  /// The output that was asked for, as JSON.
  public var output: String
  /// The name of the file in the folder of outputs: made by the studio, never from the request.
  public var file: String
  /// Why it failed.
  public var error: String?
  /// When it was asked for.
  public var created: Date
  /// When its status or progress last changed.
  public var changed: Date

  /// The table.
  public static let databaseTableName = "render"

  /// Takes the place in the queue that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) { queue = inserted.rowID }
}
