extension TerminalScreen {
  /// Obeys a CSI sequence.
  mutating func obey(_ sequence: TerminalParser.Sequence) {
    if sequence.prefix == "?" {
      guard sequence.final == "h" || sequence.final == "l" else { return }
      for mode in sequence.parameters.compactMap({ $0 }) {
        if sequence.final == "h" { modes.insert(mode) } else { modes.remove(mode) }
      }
      return
    }
    guard sequence.prefix == nil else { return }
    let count = max(1, sequence.parameter(0, default: 1))
    switch sequence.final {
    case "A": move(to: row - count, column)
    case "B", "e": move(to: row + count, column)
    case "C", "a": move(to: row, column + count)
    case "D": move(to: row, column - count)
    case "E": move(to: row + count, 0)
    case "F": move(to: row - count, 0)
    case "G", "`": move(to: row, count - 1)
    case "d": move(to: count - 1, column)
    case "H", "f": move(to: count - 1, max(1, sequence.parameter(1, default: 1)) - 1)
    case "J": eraseScreen(sequence.parameter(0, default: 0))
    case "K": eraseRow(sequence.parameter(0, default: 0))
    case "X": blank(row, column..<min(columns, column + count))
    case "P":
      grid[row].cells.removeSubrange(column..<min(columns, column + count))
      fill()
    case "@":
      grid[row].cells.insert(
        contentsOf: repeatElement(.blank, count: min(count, columns - column)), at: column)
      grid[row].cells.removeLast(grid[row].cells.count - columns)
    case "L":
      for _ in 0..<min(count, rows - row) {
        grid.insert(TerminalRow(columns: columns), at: row)
        grid.removeLast()
      }
    case "M":
      for _ in 0..<min(count, rows - row) {
        grid.remove(at: row)
        grid.append(TerminalRow(columns: columns))
      }
    default: break
    }
  }

  private mutating func move(to newRow: Int, _ newColumn: Int) {
    row = max(0, min(rows - 1, newRow))
    column = max(0, min(columns - 1, newColumn))
    waitsToWrap = false
  }

  private mutating func eraseRow(_ part: Int) {
    let range =
      switch part {
      case 0: column..<columns
      case 1: 0..<min(columns, column + 1)
      default: 0..<columns
      }
    blank(row, range)
    if part != 1 { grid[row].isWrapped = false }
    waitsToWrap = false
  }

  private mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      eraseRow(0)
      for other in (row + 1)..<max(row + 1, rows) { grid[other] = TerminalRow(columns: columns) }
    case 1:
      for other in 0..<row { grid[other] = TerminalRow(columns: columns) }
      eraseRow(1)
    case 3: history.removeAll()
    default:
      fullErasures += 1
      grid = Array(repeating: TerminalRow(columns: columns), count: rows)
    }
  }

  private mutating func blank(_ row: Int, _ range: Range<Int>) {
    for column in range { grid[row].cells[column] = .blank }
  }

  private mutating func fill() {
    grid[row].cells += Array(repeating: .blank, count: columns - grid[row].cells.count)
  }
}
