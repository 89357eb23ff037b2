/// Why a test at a terminal could not go on.
public struct TerminalTestError: Error, CustomStringConvertible {
  /// What was waited for, and what the screen showed instead.
  public let description: String
}
