/// Where a terminal's text goes: above a live prompt whose input it leaves intact.
public protocol TerminalSurface: Sendable {
  /// Appends text; one without a final line feed leaves its line open for the next.
  func print(_ text: String)
  /// Ends an open line, if there is one.
  func endOpenLine()
  /// Sets the row above the prompt; nil removes it.
  func setStatus(_ row: String?)
  /// The width in columns.
  var columns: Int { get }
  /// How many columns a character takes.
  func width(of character: Character) -> Int
  /// Whether a status row can be drawn and drawn again; not on a terminal without cursor movement.
  var redrawsStatus: Bool { get }
}
