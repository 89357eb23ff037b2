/// One place of a row.
struct TerminalCell: Equatable, Sendable {
  /// What stands there; nil if nothing was ever written, empty for the right half of a wide character.
  var text: String?
  /// Columns: 1 or 2, 0 for a right half.
  var width = 1

  static let blank = TerminalCell(text: nil)
  static let rightHalf = TerminalCell(text: "", width: 0)
}

/// One row of the screen.
struct TerminalRow: Equatable, Sendable {
  var cells: [TerminalCell]
  /// True if the terminal wrapped from here into the next row.
  var isWrapped = false

  init(columns: Int) {
    cells = Array(repeating: .blank, count: columns)
  }

  /// What a person sees, without blanks at the end.
  var text: String {
    var text = cells.map { $0.text ?? " " }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Cells up to the last one that was written.
  var written: ArraySlice<TerminalCell> {
    cells[..<(cells.lastIndex { $0.text != nil }.map { $0 + 1 } ?? 0)]
  }
}
