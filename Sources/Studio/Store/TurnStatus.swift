import GRDB

/// Where a turn of the conversation is.
enum TurnStatus: String, Codable, Sendable, DatabaseValueConvertible {
  case running, done, failed
}
