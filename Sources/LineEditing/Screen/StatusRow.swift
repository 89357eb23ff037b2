/// One row of status.
package enum StatusRow {
  /// Cuts a styled text to a row of `width` columns, with an ellipsis where something is missing. Line breaks and tabs become spaces.
  package static func cut(_ text: String, width: Int, usesColour: Bool, isASCII: Bool = false) -> ScreenRow {
    var row = ScreenRow()
    var hasStyle = false
    // The end before the last column, where the ellipsis may go.
    var shorter = (text: "", columns: 0)
    for piece in StyledScanner(text) {
      switch piece {
      case .character(let character, let cell):
        let shown = VisibleText.showing(String(character))
        let columns = shown == String(character) ? cell.columns : DisplayWidth.columns(of: shown)
        if row.columns + columns > width {
          row.text = shorter.text + (isASCII ? ">" : "…")
          row.columns = shorter.columns + 1
          if hasStyle { row.text += TerminalSequence.resetStyle }
          return row
        }
        row.text += shown
        row.columns += columns
        if cell.isDisputed && row.columns < width { row.text += TerminalSequence.column(row.columns) }
      case .newline, .tab:
        guard row.columns < width else { continue }
        row.text += " "
        row.columns += 1
      case .style(let style):
        guard usesColour else { continue }
        row.text += style
        hasStyle = true
      case .carriageReturn, .sequence: continue
      }
      if row.columns < width { shorter = (row.text, row.columns) }
    }
    if hasStyle { row.text += TerminalSequence.resetStyle }
    return row
  }
}
