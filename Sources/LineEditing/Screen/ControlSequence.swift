/// The escape sequences the editor sends; what each does is told at the head of LineEditor.swift.
enum ControlSequence {
  static let eraseToEndOfRow = "\u{1B}[K"
  static let eraseToEndOfScreen = "\u{1B}[J"
  static let eraseScreen = "\u{1B}[H\u{1B}[2J"
  static let wrapOn = "\u{1B}[?7h"
  static let wrapOff = "\u{1B}[?7l"
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let updateBegin = "\u{1B}[?2026h"
  static let updateEnd = "\u{1B}[?2026l"
  static let resetStyle = "\u{1B}[0m"
  static let grey = "\u{1B}[90m"
  static let reversed = "\u{1B}[7m"

  static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
  static func down(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)B" : "" }
  /// Moves to a column of the present row, counted from 0.
  static func column(_ column: Int) -> String { column == 0 ? "\r" : "\u{1B}[\(column + 1)G" }
}
