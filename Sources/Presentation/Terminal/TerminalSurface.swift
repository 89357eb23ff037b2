import LineEditing

/// Where a terminal's text goes: above a live prompt whose input it leaves intact.
public protocol TerminalSurface: Sendable {
  /// Appends text; one without a final line feed leaves its line open for the next.
  func print(_ text: String)
  /// Ends an open line, if there is one.
  func endOpenLine()
  /// Sets the rows above the prompt, parted by line feeds; nil removes them.
  func setStatus(_ rows: String?)
  /// The width in columns.
  var columns: Int { get }
  /// How many columns a character takes.
  func width(of character: Character) -> Int
  /// Whether status rows can be drawn and drawn again; not on a terminal without cursor movement.
  var redrawsStatus: Bool { get }
  /// Whether text can lead to a URL.
  var followsLinks: Bool { get }
  /// Whether the window has the focus; nil if the terminal does not tell.
  var isFocused: Bool? { get }
  /// Shows progress in the title bar, where there is such a thing.
  func setTitleProgress(_ progress: TitleProgress)
  /// Rings the bell, and shows a notification where the terminal can.
  func notify(_ text: String)
}
