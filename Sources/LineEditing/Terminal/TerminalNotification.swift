/// The way in which a terminal is asked to show a notification.
public enum TerminalNotification: Sendable, Equatable {
  /// No sequence that it understands: the bell rings.
  case bellOnly
  /// iTerm2's, which Ghostty, WezTerm, mintty and others took over.
  case osc9
  /// kitty's.
  case osc99
  /// urxvt's, which foot and VTE took over.
  case osc777
}
