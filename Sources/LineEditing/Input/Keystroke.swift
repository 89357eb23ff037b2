/// What the keys and pastes of a terminal mean to the editor, before libedit sees them.
package enum Keystroke: Equatable, Sendable {
  /// A key for libedit.
  case scalar(Unicode.Scalar)
  /// One edit: the text of a paste, with `\n` for every kind of line break.
  case paste(String)
  /// Alt-Enter: a line break in the text.
  case lineBreak
  /// A cursor key whose escape sequence libedit could not tell from the Escape key (vi keys only).
  case cursor(CursorKey)
  /// Ctrl-C.
  case interrupt
  /// Ctrl-Z.
  case suspend
  /// Ctrl-\.
  case quit
  /// The window has the focus, or has lost it.
  case focus(Bool)
  /// The terminal has told something of itself.
  case answer(TerminalAnswer)
}

/// Keys that move.
package enum CursorKey: Character, Sendable, CaseIterable {
  case up = "u"
  case down = "d"
  case left = "l"
  case right = "r"
  case home = "h"
  case end = "e"
  case delete = "x"
  case wordLeft = "b"
  case wordRight = "f"
}
