import Foundation
import GRDB

/// The footage of a film, while a video model makes it: what a turn waits for, or the user is asked about.
public struct GenerationRecord: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
  /// Names it.
  public var id: String
  /// The session whose film it is for.
  public var session: String
  /// The session's user.
  public var user: String
  /// The turn that waits for it, or waited last.
  public var turn: String
  /// How it stands.
  public var status: GenerationStatus
  /// The film that comes of it: segments that wait for footage hold the shot that it is to show.
  public var film: Data
  /// The prompt that the film's version is noted with.
  public var prompt: String?
  /// The message that asked for it: its language is that of the questions.
  public var message: String
  /// The engine, as replies name it.
  public var engine: String
  /// What the turn costs.
  public var price: Int
  /// When it was begun.
  public var created: Date
  /// When it was last changed.
  public var changed: Date

  /// The table.
  public static let databaseTableName = "generation"
}
