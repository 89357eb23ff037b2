extension LineEditor {
  /// What the person at the keyboard did.
  public enum Event: Equatable, Sendable {
    /// Enter: a whole message. It may hold newlines, but none at its end; it is empty for Enter alone.
    case line(String)
    /// Ctrl-C, or SIGINT. `clearedLine` says that something was typed, and is gone now.
    case interrupt(clearedLine: Bool)
    /// Ctrl-D on an empty line, or the terminal has gone. The last event: the terminal is as it was found.
    case endOfFile
    /// The window has another size.
    case resized(columns: Int, rows: Int)
  }
}
