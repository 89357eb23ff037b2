/// What stands on the screen below the printed text, and how to change it: a value that answers with the bytes to send.
///
/// From top to bottom: the open line (only its last row matters), the status row, the rows of the input. The terminal's
/// cursor is always in the input. All moves are relative, so it does not matter where on the screen the region
/// stands, and its height never exceeds the screen's, so no row of it ever scrolls away. Printed text is
/// wrapped by the terminal itself (and so copies and rewraps well); the rows of the region are laid out
/// here and drawn with wrapping switched off, so a width that the terminal sees differently cannot tear them.
package struct LiveRegion: Sendable {
  /// What shall stand below the printed text.
  package struct Frame: Equatable, Sendable {
    package var rows: [ScreenRow]
    /// The cursor's place: a row of `rows`, and a column.
    package var cursorRow: Int
    package var cursorColumn: Int

    package init(rows: [ScreenRow], cursorRow: Int, cursorColumn: Int) {
      self.rows = rows
      self.cursorRow = cursorRow
      self.cursorColumn = cursorColumn
    }
  }

  /// Columns of the screen.
  package private(set) var width: Int
  private var line = OpenLine()
  private var drawn = Frame(rows: [], cursorRow: 0, cursorColumn: 0)
  /// The rows from the region's top to the cursor, as the terminal shows them now.
  private var depth = 0
  private var isDrawn = false
  private var mustRedraw = true

  package init(width: Int) {
    self.width = max(1, width)
  }

  /// True if printed text waits for the rest of its line.
  package var hasOpenLine: Bool { line.isOpen }

  /// Prints `text` above the region and brings the region to `frame`; empty if nothing changes.
  package mutating func update(printing text: String, to frame: Frame) -> String {
    if !mustRedraw && text.isEmpty {
      return frame == drawn ? "" : wrapped(changeRows(to: frame))
    }
    if !mustRedraw && frame.rows == drawn.rows && line.isOpen {
      var trial = line
      let (output, staysInRow) = trial.append(text, width: width)
      if staysInRow {
        line = trial
        let back = TerminalSequence.down(frame.cursorRow + 1) + TerminalSequence.column(frame.cursorColumn)
        let move = TerminalSequence.up(drawn.cursorRow + 1)
        drawn = frame
        depth = frame.cursorRow
        return framed(move + output + back)
      }
    }
    var output = erase()
    depth = frame.cursorRow
    output += line.append(text, width: width).output
    output += line.isOpen ? "\r\n" : "\r"
    drawn = frame
    isDrawn = true
    mustRedraw = false
    var body = frame.rows.map { rowOutput($0, erasing: false) }.joined(separator: "\r\n")
    body += place(from: frame.rows.count - 1)
    return framed(output + TerminalSequence.wrapOff + body + TerminalSequence.wrapOn)
  }

  /// The terminal has another width: finds the region again as a terminal that rewraps leaves it; the next
  /// update draws it anew.
  package mutating func resize(width newWidth: Int) {
    let newWidth = max(1, newWidth)
    guard newWidth != width else {
      mustRedraw = true
      return
    }
    width = newWidth
    mustRedraw = true
    line.reflow(width: newWidth)
    guard isDrawn else { return }
    // From the rows as they were drawn, whatever sizes came in between: wrapping anew loses nothing.
    depth = 0
    for row in drawn.rows.prefix(drawn.cursorRow) { depth += Self.wraps(of: row, width: newWidth) + 1 }
    if drawn.rows.indices.contains(drawn.cursorRow) {
      let row = drawn.rows[drawn.cursorRow]
      depth += Self.wraps(of: row, width: newWidth, before: drawn.cursorColumn)
    }
  }

  /// How often a row is wrapped in a width, up to a column of it.
  private static func wraps(of row: ScreenRow, width: Int, before limit: Int = Int.max) -> Int {
    guard min(row.columns, limit) >= width else { return 0 }
    var (wraps, column, total) = (0, 0, 0)
    for case .character(_, let cell) in StyledScanner(row.text) {
      if total >= limit { return wraps }
      if column + cell.columns > width {
        wraps += 1
        column = 0
      }
      column += cell.columns
      total += cell.columns
    }
    // A cursor behind the text.
    if limit < Int.max, limit > total { wraps += (column + limit - total) / width }
    return limit < Int.max && limit == total && column >= width ? wraps + 1 : wraps
  }

  /// Takes the region away, ends an open line and leaves the cursor at the start of a fresh row: for another program, or the end.
  /// - Parameter keepingInput: leaves the rows as they stand and goes below them.
  package mutating func leave(keepingInput: Bool) -> String {
    var output = ""
    if keepingInput && isDrawn {
      let last = max(0, drawn.rows.count - 1)
      output = TerminalSequence.down(last - drawn.cursorRow) + "\r\n"
    } else {
      output = erase() + (line.isOpen ? TerminalSequence.column(line.column) + "\r\n" : "\r")
    }
    line.startLine()
    forget()
    return output
  }

  /// The cursor stands at the start of a fresh row that this region knows nothing of (another program has written): draw from here.
  package mutating func forget() {
    isDrawn = false
    mustRedraw = true
    drawn = Frame(rows: [], cursorRow: 0, cursorColumn: 0)
    depth = 0
  }

  /// The screen was cleared with the cursor at its top left.
  package mutating func cleared() {
    line.startLine()
    forget()
  }

  /// From the cursor to the row where printed text goes on, all below erased.
  private func erase() -> String {
    guard isDrawn else { return "" }
    return TerminalSequence.up(depth + (line.isOpen ? 1 : 0))
      + (line.isOpen ? eraseBelowOpenLine : "\r" + TerminalSequence.eraseToEndOfScreen)
  }

  /// Erasing begins a row lower: in the open line's own row it could take a character in the last column.
  private var eraseBelowOpenLine: String {
    TerminalSequence.down(1) + "\r" + TerminalSequence.eraseToEndOfScreen + TerminalSequence.up(1)
  }

  private mutating func changeRows(to frame: Frame) -> String {
    var output = ""
    var at = drawn.cursorRow
    func move(to row: Int) {
      output += row < at ? TerminalSequence.up(at - row) : TerminalSequence.down(row - at)
      at = row
    }
    for (index, row) in frame.rows.enumerated() {
      if index < drawn.rows.count {
        guard drawn.rows[index] != row else { continue }
        move(to: index)
        output += "\r" + rowOutput(row, erasing: true)
      } else {
        if index > 0 { move(to: index - 1) }
        output += (index > 0 ? "\r\n" : "\r") + rowOutput(row, erasing: true)
        at = index
      }
    }
    if frame.rows.count < drawn.rows.count {
      move(to: frame.rows.count)
      output += "\r" + TerminalSequence.eraseToEndOfScreen
    }
    drawn = frame
    depth = frame.cursorRow
    return (output.isEmpty ? "" : TerminalSequence.wrapOff + output + TerminalSequence.wrapOn)
      + place(from: at)
  }

  private func rowOutput(_ row: ScreenRow, erasing: Bool) -> String {
    // In a full row the cursor stays on the last column, where erasing would take its character.
    erasing && row.columns < width ? row.text + TerminalSequence.eraseToEndOfRow : row.text
  }

  private func place(from row: Int) -> String {
    let rows = drawn.cursorRow - row
    return (rows < 0 ? TerminalSequence.up(-rows) : TerminalSequence.down(rows))
      + TerminalSequence.column(drawn.cursorColumn)
  }

  private func wrapped(_ output: String) -> String { output.utf8.count > 64 ? framed(output) : output }

  private func framed(_ output: String) -> String {
    TerminalSequence.updateBegin + output + TerminalSequence.updateEnd
  }
}
