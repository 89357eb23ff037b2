import Foundation
import GRDB

/// Someone with a token.
public struct UserRecord: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
  /// How a user came here.
  public enum Kind: String, Codable, Sendable, DatabaseValueConvertible {
    /// The user whose machine this is.
    case owner
    /// A user of the anonymous-token call, with 100 credits.
    case anonymous
  }

  /// The id that the wire shows: `owner`, or `anon_…`.
  public var id: String
  /// How the user came here.
  public var kind: Kind
  /// The client id of an anonymous user.
  public var clientID: String?
  /// When the user was first seen.
  public var created: Date

  /// The table.
  public static let databaseTableName = "user"
}
