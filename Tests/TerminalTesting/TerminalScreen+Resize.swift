extension TerminalScreen {
  /// Changes the size, as a person does who pulls at the window's corner.
  public mutating func resize(columns newColumns: Int, rows newRows: Int) {
    if newColumns != columns {
      switch resizing {
      case .reflows: reflow(to: newColumns)
      case .truncates: truncate(to: newColumns)
      }
    }
    while grid.count > newRows {
      // Blank rows below the cursor go first, then the oldest rows leave at the top.
      if grid.count - 1 > row && grid[grid.count - 1].written.isEmpty {
        grid.removeLast()
      } else {
        history.append(grid.removeFirst())
        row = max(0, row - 1)
      }
    }
    while grid.count < newRows { grid.append(TerminalRow(columns: columns)) }
    rows = newRows
    row = min(row, rows - 1)
  }

  private mutating func truncate(to newColumns: Int) {
    func fit(_ old: TerminalRow) -> TerminalRow {
      var new = TerminalRow(columns: newColumns)
      for index in 0..<min(newColumns, old.cells.count) { new.cells[index] = old.cells[index] }
      return new
    }
    grid = grid.map(fit)
    columns = newColumns
    column = min(column, columns - 1)
    waitsToWrap = false
  }

  private mutating func reflow(to newColumns: Int) {
    let cursorRow = history.count + row
    let cursorColumn = waitsToWrap ? columns : column
    var lines: [[TerminalCell]] = []
    var cursorLine = 0
    var cursorOffset = 0
    var isContinued = false
    for (index, old) in (history + grid).enumerated() {
      if !isContinued { lines.append([]) }
      if index == cursorRow {
        (cursorLine, cursorOffset) = (lines.count - 1, lines[lines.count - 1].count + cursorColumn)
      }
      lines[lines.count - 1] += old.isWrapped ? old.cells[...] : old.written
      isContinued = old.isWrapped
    }
    while lines.count - 1 > cursorLine, lines.last?.isEmpty == true { lines.removeLast() }
    var all: [TerminalRow] = []
    var place = (row: 0, column: 0)
    for (index, cells) in lines.enumerated() {
      let first = all.count
      all += Self.wrap(cells, columns: newColumns)
      if index == cursorLine {
        place = (first + cursorOffset / newColumns, cursorOffset % newColumns)
        while all.count <= place.row { all.append(TerminalRow(columns: newColumns)) }
      }
    }
    let height = grid.count
    let top = max(0, max(all.count - height, place.row - height + 1))
    history = Array(all[..<top])
    grid = Array(all[top...])
    while grid.count < height { grid.append(TerminalRow(columns: newColumns)) }
    columns = newColumns
    (row, column, waitsToWrap) = (place.row - top, place.column, false)
  }

  private static func wrap(_ cells: [TerminalCell], columns: Int) -> [TerminalRow] {
    var rows = [TerminalRow(columns: columns)]
    var column = 0
    for cell in cells where cell.width > 0 {
      if column + cell.width > columns {
        rows[rows.count - 1].isWrapped = true
        rows.append(TerminalRow(columns: columns))
        column = 0
      }
      rows[rows.count - 1].cells[column] = cell
      if cell.width == 2 { rows[rows.count - 1].cells[column + 1] = .rightHalf }
      column += cell.width
    }
    return rows
  }
}
