/// A small terminal: takes bytes, keeps what a person would see.
///
/// It knows what programs that print and edit lines send: cursor movement, erasing, wrapping that waits at the last column,
/// scrolling into a scrollback, wide and combined characters, DEC modes. Colours are parsed and ignored, strings (OSC, DCS, APC) kept
/// for tests to look at.
public struct TerminalScreen: Sendable {
  /// How it sees characters made of several scalars.
  public enum Widths: Sendable {
    /// As one picture, like kitty, WezTerm, Ghostty.
    case clusters
    /// Scalar by scalar, like xterm.
    case perScalar
  }

  /// What becomes of the text when the width changes.
  public enum Resizing: Sendable {
    /// Wrapped lines are wrapped anew (most terminals, and tmux).
    case reflows
    /// Rows are cut, or filled with blanks (xterm).
    case truncates
  }

  /// Columns of the screen.
  public internal(set) var columns: Int
  /// Rows of the screen.
  public internal(set) var rows: Int
  /// DEC private modes that are set, like 2004 for bracketed paste.
  public internal(set) var modes: Set<Int> = [7, 25]
  /// How often the whole screen was erased: programs that only append never do.
  public internal(set) var fullErasures = 0
  /// The strings that came, such as `]9;done`, oldest first.
  public private(set) var strings: [String] = []
  /// How often the bell rang.
  public private(set) var bells = 0
  /// Every sequence that came, by its form: numbers of cursor movements are `n`, colours are `…m`.
  public private(set) var forms: Set<String> = []
  /// What it answers; nil for a terminal that answers nothing.
  public var identity: TerminalIdentity?
  /// Answers that the program is to get.
  var answers: [String] = []

  let widths: Widths
  let resizing: Resizing
  var grid: [TerminalRow]
  var history: [TerminalRow] = []
  var row = 0
  var column = 0
  var waitsToWrap = false
  var saved: (row: Int, column: Int) = (0, 0)
  var parser = TerminalParser()

  /// An empty screen with the cursor at its top left.
  public init(columns: Int = 80, rows: Int = 24, widths: Widths = .clusters, resizing: Resizing = .reflows) {
    self.columns = columns
    self.rows = rows
    self.widths = widths
    self.resizing = resizing
    grid = Array(repeating: TerminalRow(columns: columns), count: rows)
  }

  /// The rows of the screen, without blanks at their ends.
  public var lines: [String] { grid.map(\.text) }

  /// The rows that have left at the top, oldest first.
  public var scrollback: [String] { history.map(\.text) }

  /// The cursor's place, from 0.
  public var cursor: (row: Int, column: Int) { (row, column) }

  /// Scrollback and screen, wrapped lines joined, without blank lines at the end.
  public var text: String {
    var lines: [String] = []
    var isContinued = false
    for row in history + grid {
      let text = row.isWrapped ? row.written.map { $0.text ?? " " }.joined() : row.text
      if isContinued { lines[lines.count - 1] += text } else { lines.append(text) }
      isContinued = row.isWrapped
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The rows of scrollback and screen that are not blank at the end, one string each.
  public var allRows: [String] {
    var rows = scrollback + lines
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// Takes the answers out that the program is to get.
  mutating func takeAnswers() -> [String] {
    defer { answers = [] }
    return answers
  }

  /// Takes what a program writes.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      for action in parser.feed(byte) { obey(action) }
    }
  }

  /// Takes what a program writes.
  public mutating func feed(_ text: String) { feed(text.utf8) }

  // MARK: What the parser found

  private mutating func obey(_ action: TerminalParser.Action) {
    switch action {
    case .print(let scalar): put(scalar)
    case .control(let code): control(code)
    case .escape(let final): escape(final)
    case .sequence(let sequence):
      forms.insert(Self.form(of: sequence))
      ask(Self.spelling(of: sequence))
      obey(sequence)
    case .string(let string):
      strings.append(string)
      forms.insert(String(string.prefix(4)))
      ask(string)
    }
  }

  private mutating func ask(_ sequence: String) {
    if let answer = identity?.answer(to: sequence) { answers.append(answer) }
  }

  private static func spelling(of sequence: TerminalParser.Sequence) -> String {
    let parameters = sequence.parameters.map { $0.map(String.init) ?? "" }.joined(separator: ";")
    return "[" + (sequence.prefix.map(String.init) ?? "") + parameters + String(sequence.final)
  }

  private static func form(of sequence: TerminalParser.Sequence) -> String {
    if sequence.final == "m" { return "[…m" }
    if sequence.prefix == nil, "ABG".contains(sequence.final) { return "[n\(sequence.final)" }
    return spelling(of: sequence)
  }

  private mutating func control(_ code: UInt8) {
    switch code {
    case 0x07: bells += 1
    case 0x08: (column, waitsToWrap) = (max(0, column - 1), false)
    case 0x09: (column, waitsToWrap) = (min((column / 8 + 1) * 8, columns - 1), false)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: (column, waitsToWrap) = (0, false)
    default: break
    }
  }

  private mutating func escape(_ final: Character) {
    forms.insert(String(final))
    switch final {
    case "7": saved = (row, column)
    case "8": (row, column, waitsToWrap) = (min(saved.row, rows - 1), min(saved.column, columns - 1), false)
    case "D": lineFeed()
    case "E":
      column = 0
      lineFeed()
    case "M":
      if row > 0 {
        row -= 1
      } else {
        grid.insert(TerminalRow(columns: columns), at: 0)
        grid.removeLast()
      }
    default: break
    }
  }

  mutating func lineFeed() {
    waitsToWrap = false
    guard row == rows - 1 else {
      row += 1
      return
    }
    history.append(grid.removeFirst())
    grid.append(TerminalRow(columns: columns))
  }

  // MARK: Characters

  private mutating func put(_ scalar: Unicode.Scalar) {
    if joinsBefore(scalar) { return }
    let width = ScalarWidth.columns(of: scalar)
    guard width > 0 else { return }
    if modes.contains(7) && (waitsToWrap || column + width > columns) {
      grid[row].isWrapped = true
      column = 0
      lineFeed()
    }
    column = max(0, min(column, columns - width))
    write(String(Character(scalar)), width: width, at: column)
    advance(by: width)
  }

  /// Joins a mark, or a part of a picture, to the character before the cursor.
  private mutating func joinsBefore(_ scalar: Unicode.Scalar) -> Bool {
    let edge = waitsToWrap ? columns : column
    guard var index = edge > 0 ? edge - 1 : nil else { return false }
    if grid[row].cells[index].width == 0 && index > 0 { index -= 1 }
    guard let base = grid[row].cells[index].text, !base.isEmpty else { return false }
    let isMark = ScalarWidth.columns(of: scalar) == 0
    let joined = base + String(Character(scalar))
    guard isMark || widths == .clusters else { return false }
    guard joined.count == 1, let character = joined.first else { return isMark }
    let before = grid[row].cells[index].width
    let width = widths == .clusters ? min(2, max(before, ScalarWidth.columns(of: character))) : before
    guard index + width <= columns else { return true }
    write(joined, width: width, at: index)
    column = index
    waitsToWrap = false
    advance(by: width)
    return true
  }

  private mutating func write(_ text: String, width: Int, at place: Int) {
    clearHalves(at: place)
    if width == 2 { clearHalves(at: place + 1) }
    grid[row].cells[place] = TerminalCell(text: text, width: width)
    if width == 2 { grid[row].cells[place + 1] = .rightHalf }
  }

  /// Overwriting half of a wide character takes the other half away.
  private mutating func clearHalves(at place: Int) {
    if grid[row].cells[place].width == 0 && place > 0 { grid[row].cells[place - 1] = TerminalCell(text: " ") }
    if grid[row].cells[place].width == 2 && place + 1 < columns {
      grid[row].cells[place + 1] = TerminalCell(text: " ")
    }
  }

  private mutating func advance(by width: Int) {
    column += width
    if column >= columns {
      column = columns - 1
      waitsToWrap = modes.contains(7)
    }
  }
}
