/// The editor's picture on its terminal: keeps the values that compute it and sends what they answer.
///
/// Used by the editor's thread alone.
struct LiveScreen {
  let terminal: Terminal
  var style: InputLayout.Style
  var status: String?

  private var region: LiveRegion
  private var plain: PlainLine
  private var top = 0
  private var height: Int
  /// Lines to print as soon as no line is open.
  private var echoes = ""

  init(terminal: Terminal, style: InputLayout.Style) {
    self.terminal = terminal
    self.style = style
    let size = terminal.size
    region = LiveRegion(width: size.columns)
    plain = PlainLine(width: size.columns)
    height = size.rows
  }

  /// What restores the terminal's own state when the process dies: no more than needed, for the cursor may be anywhere.
  var farewell: String {
    terminal.isDumb
      ? "\r\n"
      : ControlSequence.updateEnd + ControlSequence.wrapOn + ControlSequence.resetStyle
        + ControlSequence.pasteOff
        + "\r\n" + ControlSequence.eraseToEndOfScreen
  }

  /// The terminal is ours, with the cursor at the start of a fresh row.
  func begin() {
    if !terminal.isDumb { terminal.write(ControlSequence.pasteOn) }
  }

  /// Takes the picture away; the cursor is then at the start of a fresh row.
  mutating func end(keepingInput: Bool) {
    if terminal.isDumb {
      terminal.write(keepingInput ? "\r\n" + plain.leave() : plain.leave())
    } else {
      terminal.write(
        region.leave(keepingInput: keepingInput) + ControlSequence.resetStyle + ControlSequence.pasteOff)
    }
    if !echoes.isEmpty { terminal.write(echoes) }
    echoes = ""
  }

  /// Something else has written to the terminal.
  mutating func forget() {
    region.forget()
    plain.resize(width: terminal.size.columns)
  }

  /// Asks for the new size.
  mutating func resize() {
    let size = terminal.size
    height = size.rows
    region.resize(width: size.columns)
    plain.resize(width: size.columns)
  }

  /// Moves all that is shown into the scrollback.
  mutating func clear() {
    guard !terminal.isDumb else { return }
    terminal.write(
      region.leave(keepingInput: false) + String(repeating: "\n", count: max(0, height - 1))
        + ControlSequence.eraseScreen)
    region.cleared()
  }

  /// Prints the prompt and what was typed, once no line is open.
  mutating func echo(_ elements: [UInt32], folds: PasteFolds, mark: String) {
    var line = ""
    for element in elements {
      if let label = folds.label(of: element) {
        line += label
      } else if let scalar = Unicode.Scalar(element) {
        line.unicodeScalars.append(scalar)
      }
    }
    while line.hasSuffix("\n") { line.removeLast() }
    let shown = VisibleText.showing(line).split(separator: "\n", omittingEmptySubsequences: false)
    let prompt = style.prompt
    func styled(_ text: String, _ code: String) -> String {
      style.usesColour && !terminal.isDumb && !code.isEmpty ? code + text + ControlSequence.resetStyle : text
    }
    echoes += styled(prompt.text, prompt.style)
    echoes += shown.joined(separator: "\n" + styled(prompt.continuation, ControlSequence.grey))
    echoes += styled(mark, ControlSequence.grey) + "\n"
  }

  /// Prints whole lines, once no line is open.
  mutating func printBetween(_ lines: String) { echoes += lines }

  /// Prints `text` above, and shows the line.
  mutating func draw(printing text: String, elements: [UInt32], cursor: Int, folds: PasteFolds, hint: String?)
  {
    guard TerminalGuard.isHeld else { return }
    let text = withEchoes(text)
    terminal.isDumb
      ? drawPlain(printing: text, elements: elements, cursor: cursor, folds: folds)
      : drawRegion(printing: text, elements: elements, cursor: cursor, folds: folds, hint: hint)
  }

  private mutating func drawRegion(
    printing text: String, elements: [UInt32], cursor: Int, folds: PasteFolds, hint: String?
  ) {
    let layout = InputLayout(
      elements, cursor: cursor, folds: folds, hint: hint, style: style, width: region.width)
    let statusRow =
      height > 2 ? status.map { StatusRow.cut($0, width: region.width, usesColour: style.usesColour) } : nil
    // One row stays for the open line's end: from there to the last row all must be on the screen.
    var frame = layout.window(height: height - 1 - (statusRow == nil ? 0 : 1), top: &top)
    if let statusRow {
      frame.rows.insert(statusRow, at: 0)
      frame.cursorRow += 1
    }
    let output = region.update(printing: text, to: frame)
    if !output.isEmpty { terminal.write(output) }
  }

  private mutating func drawPlain(printing text: String, elements: [UInt32], cursor: Int, folds: PasteFolds) {
    var line = ""
    var place = 0
    for piece in BufferScanner(elements, folds: folds) {
      if piece.end <= cursor { place = line.count }
      switch piece.kind {
      case .character(let character): line.append(character)
      case .newline: line += "\n"
      case .tab: line += " "
      case .spelling(let text): line += text
      }
      if piece.end <= cursor { place = line.count }
    }
    let output = plain.update(printing: text, prompt: style.prompt.text, line: line, cursor: place)
    if !output.isEmpty { terminal.write(output) }
  }

  /// An echo never breaks into a line that is open: it goes behind the newline that ends it.
  private mutating func withEchoes(_ text: String) -> String {
    guard !echoes.isEmpty else { return text }
    var text = text
    if terminal.isDumb ? plain.hasOpenLine : region.hasOpenLine {
      guard let newline = text.utf8.firstIndex(of: 0x0A) else { return text }
      text.insert(contentsOf: echoes, at: text.utf8.index(after: newline))
    } else {
      text = echoes + text
    }
    echoes = ""
    return text
  }
}
