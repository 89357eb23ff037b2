/// What a terminal shows in its title bar or the task bar (OSC 9;4).
public enum TitleProgress: Sendable, Equatable {
  /// Nothing.
  case none
  /// So many of a hundred.
  case percent(Int)
  /// Something runs, and nobody knows how long.
  case unknown
}
