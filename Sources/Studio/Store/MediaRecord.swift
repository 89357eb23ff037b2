import Foundation
import GRDB

/// A file that was uploaded, or that the studio made in a turn.
public struct MediaRecord: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
  /// Where a file came from.
  public enum Origin: String, Codable, Sendable, DatabaseValueConvertible {
    /// The user.
    case upload
    /// The studio.
    case generated
  }

  /// Names the file in URLs.
  public var id: String
  /// Whose it is.
  public var user: String
  /// The session it belongs to.
  public var session: String
  /// Where it came from.
  public var origin: Origin
  /// The name that the user gave it, for lists only.
  public var name: String
  /// `video`, `image` or `audio`.
  public var kind: String
  /// Its type, decided by its content.
  public var mimeType: String
  /// The SHA-256 of its content: its name in the media folder.
  public var hash: String
  /// Length in milliseconds, of sound and moving pictures.
  public var durationMS: Int?
  /// Width in pixels, of pictures.
  public var width: Int?
  /// Height in pixels, of pictures.
  public var height: Int?
  /// Frames a second, of moving pictures.
  public var framesPerSecond: Double?
  /// Whether it has sound; nil: it came before this was noted.
  public var hasSound: Bool?
  /// When it came.
  public var created: Date

  /// The table.
  public static let databaseTableName = "media"
}
