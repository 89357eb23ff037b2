import Foundation
import GRDB

/// A conversation about one film.
public struct SessionRecord: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
  /// The session's id on the wire.
  public var id: String
  /// Whose it is.
  public var user: String
  /// The task's id on the wire.
  public var task: String
  /// What the client called it.
  public var name: String
  /// The ISO code of the user's language, `en` if the client did not say.
  public var language: String
  /// When it began.
  public var created: Date
  /// The version of the draft that is the state now; nil before the first.
  public var version: Int64?

  /// The table.
  public static let databaseTableName = "session"
}
