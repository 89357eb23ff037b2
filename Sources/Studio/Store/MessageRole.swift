import GRDB

/// Who said a message.
public enum MessageRole: String, Codable, Sendable, DatabaseValueConvertible {
  /// The user.
  case user
  /// The studio.
  case model
}
