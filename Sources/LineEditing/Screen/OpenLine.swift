/// The end of what is printed: where the terminal's cursor would stand had there been no prompt below.
///
/// While a line is open (no newline yet), the next text goes on in it. Nothing of it is drawn twice but, where
/// needed, its last character: when the row is full the terminal wraps only if that character was written just now, and
/// a mark that comes late must be written with its base.
package struct OpenLine: Equatable, Sendable {
  /// Column behind the last character; equal to the width if the row is just full.
  package private(set) var column = 0
  /// True if a line is open.
  package private(set) var isOpen = false
  /// The styles in force at the end.
  private var styles = ""
  private var stylesBeforeLast = ""
  private var last: Character?
  private var lastWidth = DisplayWidth(columns: 0)
  /// Widths of the open line's characters, to find its end again when the terminal has wrapped it anew.
  private var widths: [UInt8] = []

  package init() {}

  /// The bytes that go on from here with `text`, for a cursor that stands in this row.
  /// - Returns: what to send, and whether the text stayed within this row.
  package mutating func append(_ text: String, width: Int) -> (output: String, staysInRow: Bool) {
    guard !text.isEmpty else { return ("", true) }
    var text = text
    var staysInRow = true
    if let last, isOpen, mustRewrite(last, before: text, width: width) {
      column -= lastWidth.columns
      widths.removeLast()
      let change = styles == stylesBeforeLast ? "" : TerminalSequence.resetStyle + styles
      styles = stylesBeforeLast
      text = String(last) + change + text
    }
    var output = TerminalSequence.column(column) + styles
    for piece in StyledScanner(text) {
      switch piece {
      case .character(let character, let cell):
        if cell.isDisputed && cell.extent <= width && column + cell.extent > width {
          // Its parts could wrap one by one: the row is filled, so that all of it stands in the next.
          let gap = width - column
          output += String(repeating: " ", count: gap)
          widths.append(contentsOf: repeatElement(1, count: gap))
          column = width
        }
        if cell.columns > 0 && column + cell.columns > width {
          column = 0
          staysInRow = false
        }
        output.append(character)
        let start = column
        column = min(width, column + cell.columns)
        if cell.isDisputed && column < width { output += TerminalSequence.column(column) }
        if cell.columns > 0 || last == nil {
          last = character
          lastWidth = DisplayWidth(columns: column - start, isDisputed: cell.isDisputed)
          stylesBeforeLast = styles
        }
        widths.append(UInt8(clamping: cell.columns))
        isOpen = true
      case .tab:
        let target = min((column / 8 + 1) * 8, width)
        let gap = max(0, target - column)
        output += String(repeating: " ", count: gap)
        column += gap
        widths.append(contentsOf: repeatElement(1, count: gap))
        last = gap > 0 ? " " : last
        lastWidth = gap > 0 ? DisplayWidth(columns: 1) : lastWidth
        stylesBeforeLast = styles
        isOpen = true
      case .newline:
        output += "\r\n"
        startLine()
        staysInRow = false
      case .carriageReturn: break
      case .style(let style):
        apply(style)
        output += style
      case .sequence(let sequence):
        output += sequence
      }
    }
    if !styles.isEmpty { output += TerminalSequence.resetStyle }
    return (output, staysInRow)
  }

  /// Forgets the open line: what follows begins at column 0 of a fresh row. Styles in force stay.
  package mutating func startLine() {
    column = 0
    isOpen = false
    last = nil
    lastWidth = DisplayWidth(columns: 0)
    stylesBeforeLast = styles
    widths.removeAll(keepingCapacity: true)
  }

  /// Finds the end again after the terminal has wrapped the line to another width.
  package mutating func reflow(width: Int) {
    guard isOpen else { return }
    column = 0
    for columns in widths {
      let columns = Int(columns)
      column = column + columns > width ? columns : column + columns
    }
  }

  private func mustRewrite(_ last: Character, before text: String, width: Int) -> Bool {
    if column >= width { return true }
    guard let first = text.unicodeScalars.first, first.value >= 0x300 else { return false }
    return (String(last) + String(Character(first))).count == 1
  }

  /// Keeps the list of styles short: a reset empties it, a style that comes again moves to its end.
  private mutating func apply(_ style: String) {
    if style == "\u{1B}[m" || style.hasPrefix("\u{1B}[0m") || style.hasPrefix("\u{1B}[0;") {
      styles = style.hasPrefix("\u{1B}[0;") ? style : ""
    } else {
      if let range = styles.firstRange(of: style) { styles.removeSubrange(range) }
      styles += style
    }
  }
}
