import GRDB

/// How the footage of a film stands.
public enum GenerationStatus: String, Codable, Sendable, DatabaseValueConvertible {
  /// It is being made.
  case running
  /// It is not there, and the user is asked what to do.
  case asking
  /// It is there and on the timeline.
  case done
  /// The user has chosen the studio's own drawing.
  case drawn
  /// It was cancelled, or something else was asked for.
  case dropped
}
