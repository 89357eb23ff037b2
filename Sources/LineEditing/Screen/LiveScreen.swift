import Glibc

/// The editor's picture on its terminal: keeps the values that compute it and sends what they answer.
///
/// Used by the editor's thread alone.
struct LiveScreen {
  let terminal: Terminal
  var style: InputLayout.Style
  var status: String?
  var watchesFocus = false
  var showsTitleProgress = false
  /// What the title bar shall show.
  var titleProgress = TitleProgress.none
  /// Sequences to send that show nothing in the text.
  var signals = ""

  private var region: LiveRegion
  private var plain: PlainLine
  private var top = 0
  private var shownTitleProgress = TitleProgress.none
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
      : TerminalSequence.updateEnd + TerminalSequence.wrapOn + TerminalSequence.resetStyle
        + TerminalSequence.pasteOff + (watchesFocus ? TerminalSequence.focusOff : "")
        + (showsTitleProgress ? TerminalSequence.titleProgress(.none) : "")
        + "\r\n" + TerminalSequence.eraseToEndOfScreen
  }

  /// The terminal is ours, with the cursor at the start of a fresh row.
  func begin() {
    guard !terminal.isDumb else { return }
    terminal.write(TerminalSequence.pasteOn + (watchesFocus ? TerminalSequence.focusOn : ""))
  }

  /// Asks the terminal what it is; what all terminals answer comes last.
  func ask() {
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    // These print what they don't know.
    let isSimple = ["linux", "vt", "ansi", "cons", "sun"].contains { kind.hasPrefix($0) }
    let isApple = getenv("TERM_PROGRAM").map { String(cString: $0) } == "Apple_Terminal"
    let questions =
      isSimple || isApple
      ? "" : TerminalSequence.askName + TerminalSequence.askCellSize + TerminalSequence.askKittyPictures
    terminal.write(questions + TerminalSequence.askAttributes)
  }

  /// Takes the picture away; the cursor is then at the start of a fresh row.
  mutating func end(keepingInput: Bool) {
    if terminal.isDumb {
      terminal.write(keepingInput ? "\r\n" + plain.leave() : plain.leave())
    } else {
      terminal.write(
        region.leave(keepingInput: keepingInput) + TerminalSequence.resetStyle + TerminalSequence.pasteOff
          + (watchesFocus ? TerminalSequence.focusOff : "")
          + (shownTitleProgress == .none ? "" : TerminalSequence.titleProgress(.none)))
      shownTitleProgress = .none
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
        + TerminalSequence.eraseScreen)
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
      style.usesColour && !terminal.isDumb && !code.isEmpty ? code + text + TerminalSequence.resetStyle : text
    }
    echoes += styled(prompt.text, prompt.style)
    echoes += shown.joined(separator: "\n" + styled(prompt.continuation, TerminalSequence.grey))
    echoes += styled(mark, TerminalSequence.grey) + "\n"
  }

  /// Prints whole lines, once no line is open.
  mutating func printBetween(_ lines: String) { echoes += lines }

  /// Prints `text` above, and shows the line.
  mutating func draw(printing text: String, elements: [UInt32], cursor: Int, folds: PasteFolds, hint: String?)
  {
    let text = withEchoes(text)
    terminal.isDumb
      ? drawPlain(printing: text, elements: elements, cursor: cursor, folds: folds)
      : drawRegion(printing: text, elements: elements, cursor: cursor, folds: folds, hint: hint)
  }

  /// Prints `text` above, and shows a search in place of the line.
  mutating func draw(printing text: String, searching search: HistorySearch) {
    let usual = style.prompt
    let prompt =
      style.isASCII ? search.prompt.map { "“”".contains($0) ? "\"" : String($0) }.joined() : search.prompt
    style.prompt = .init(VisibleText.showing(prompt), style: usual.style, continuation: usual.continuation)
    defer { style.prompt = usual }
    let elements = (search.match ?? "").unicodeScalars.map(\.value)
    draw(printing: text, elements: elements, cursor: search.offset, folds: PasteFolds(), hint: nil)
  }

  private mutating func drawRegion(
    printing text: String, elements: [UInt32], cursor: Int, folds: PasteFolds, hint: String?
  ) {
    let layout = InputLayout(
      elements, cursor: cursor, folds: folds, hint: hint, style: style, width: region.width)
    let statusRows = statusRows
    // One row stays for the open line's end: from there to the last row all must be on the screen.
    var frame = layout.window(height: height - 1 - statusRows.count, top: &top)
    frame.rows.insert(contentsOf: statusRows, at: 0)
    frame.cursorRow += statusRows.count
    var output = region.update(printing: text, to: frame) + signals
    signals = ""
    if showsTitleProgress, titleProgress != shownTitleProgress {
      output += TerminalSequence.titleProgress(titleProgress)
      shownTitleProgress = titleProgress
    }
    if !output.isEmpty { TerminalGuard.whileHeld { terminal.write(output) } }
  }

  /// As many rows of status as leave two for the line and the text above it.
  private var statusRows: [ScreenRow] {
    guard let status, height > 2 else { return [] }
    return status.split(separator: "\n", omittingEmptySubsequences: false).prefix(min(4, height - 2)).map {
      StatusRow.cut(String($0), width: region.width, usesColour: style.usesColour, isASCII: style.isASCII)
    }
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
    let output = plain.update(printing: text, prompt: style.prompt.text, line: line, cursor: place) + signals
    signals = ""
    if !output.isEmpty { TerminalGuard.whileHeld { terminal.write(output) } }
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
