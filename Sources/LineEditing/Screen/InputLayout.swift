/// Lays the typed text out in rows and finds the cursor's place.
///
/// A newline begins a row with the continuation prompt. A character that does not fit moves to the next row as a
/// whole. A cursor behind a full row stands at the start of the next.
package struct InputLayout: Sendable {
  /// The prompts and the styles.
  package struct Style: Equatable, Sendable {
    package var prompt: LineEditor.Prompt
    package var usesColour: Bool
    /// No glyph of ours beyond ASCII.
    package var isASCII: Bool

    package init(prompt: LineEditor.Prompt, usesColour: Bool, isASCII: Bool = false) {
      self.prompt = prompt
      self.usesColour = usesColour
      self.isASCII = isASCII
    }
  }

  /// All rows, from the prompt's on.
  package private(set) var rows: [ScreenRow] = []
  package private(set) var cursorRow = 0
  package private(set) var cursorColumn = 0

  private let width: Int
  private var row = ""
  private var column = 0

  /// - Parameters:
  ///   - buffer: the scalars as libedit holds them; values beyond Unicode are folded pastes.
  ///   - cursor: index in `buffer`, 0 to its count.
  ///   - folds: the labels of folded pastes.
  ///   - hint: shown in grey behind the text.
  package init(
    _ buffer: [UInt32], cursor: Int, folds: PasteFolds = PasteFolds(),
    hint: String? = nil, style: Style, width: Int,
    recording record: ((row: Int, column: Int)) -> Void = { _ in }
  ) {
    self.width = max(2, width)
    begin(with: style.prompt.text, style: style.usesColour ? style.prompt.style : "")
    for piece in BufferScanner(buffer, folds: folds) {
      makeRoom(for: piece.kind)
      let place = place
      for _ in piece.start..<piece.end { record(place) }
      if piece.start <= cursor && cursor < piece.end { (cursorRow, cursorColumn) = place }
      switch piece.kind {
      case .newline:
        // The cursor before the newline of a full row needs a row to stand on.
        if piece.start == cursor && cursorRow > rows.count { endRow() }
        endRow()
        begin(with: style.prompt.continuation, style: style.usesColour ? TerminalSequence.grey : "")
      case .tab:
        let target = min((column / 8 + 1) * 8, self.width)
        for _ in column..<target { put(" ", DisplayWidth(columns: 1)) }
      case .character(let character):
        put(character, DisplayWidth(of: character))
      case .spelling(let text):
        if style.usesColour { row += TerminalSequence.reversed }
        for character in text { put(character, DisplayWidth(of: character)) }
        if style.usesColour { row += TerminalSequence.resetStyle }
      }
    }
    record(place)
    if cursor >= buffer.count { (cursorRow, cursorColumn) = place }
    if let hint, !hint.isEmpty { append(hint: hint, style: style) }
    let end = rows.count
    endRow()
    if cursorRow > end { rows.append(ScreenRow()) }
  }

  /// Where each element stands, and the end: one more than there are elements.
  package static func places(
    of buffer: [UInt32], folds: PasteFolds, style: Style, width: Int
  ) -> [(row: Int, column: Int)] {
    var places: [(row: Int, column: Int)] = []
    places.reserveCapacity(buffer.count + 1)
    _ = InputLayout(buffer, cursor: buffer.count, folds: folds, style: style, width: width) {
      places.append($0)
    }
    return places
  }

  /// The part that fits into `height` rows and holds the cursor.
  /// - Parameter top: the first row shown before; kept as far as possible. Becomes the first row shown now.
  package func window(height: Int, top: inout Int) -> LiveRegion.Frame {
    let height = max(1, height)
    top = min(top, max(0, rows.count - height))
    if cursorRow < top { top = cursorRow }
    if cursorRow >= top + height { top = cursorRow - height + 1 }
    return LiveRegion.Frame(
      rows: Array(rows[top..<min(rows.count, top + height)]), cursorRow: cursorRow - top,
      cursorColumn: cursorColumn)
  }

  /// Where the next character goes; a full row has no place for it.
  private var place: (row: Int, column: Int) {
    column >= width ? (rows.count + 1, 0) : (rows.count, column)
  }

  /// Begins a new row if the next piece does not fit.
  private mutating func makeRoom(for kind: BufferScanner.Piece.Kind) {
    let columns =
      switch kind {
      case .character(let character): DisplayWidth(of: character).columns
      case .spelling, .tab: 1
      case .newline: 0
      }
    if column + columns > width { endRow() }
  }

  private mutating func begin(with prompt: String, style: String) {
    let prompt = VisibleText.showing(prompt)
    if !style.isEmpty { row += style }
    for character in prompt where column + DisplayWidth(of: character).columns < width {
      put(character, DisplayWidth(of: character))
    }
    if !style.isEmpty { row += TerminalSequence.resetStyle }
  }

  private mutating func put(_ character: Character, _ cell: DisplayWidth) {
    if column + cell.columns > width { endRow() }
    row.append(character)
    column += cell.columns
    if cell.isDisputed && column < width { row += TerminalSequence.column(column) }
  }

  private mutating func append(hint: String, style: Style) {
    // Only in what is left of the row: a hint never makes the region higher.
    let room = width - 1 - column
    guard room > 3 else { return }
    var text = ""
    var used = 0
    for character in VisibleText.showing(hint) where character != "\n" {
      let columns = DisplayWidth(of: character).columns
      guard used + columns <= room else { break }
      text.append(character)
      used += columns
    }
    row += style.usesColour ? TerminalSequence.grey + text + TerminalSequence.resetStyle : text
    column += used
  }

  private mutating func endRow() {
    rows.append(ScreenRow(text: row, columns: min(column, width)))
    row = ""
    column = 0
  }
}
