import Directing

/// What a generator made.
public enum GeneratedClip: Sendable, Equatable {
  /// A scene that is drawn when the film is: it has no file.
  case drawn(Shot)
  /// A video in the file that was named.
  case footage
}
