import MarkdownText

/// Breaks running text between words, so that a terminal does not break it within them, and draws its styles.
///
/// It takes text in pieces, as a reply streams in, and never takes back what it gave: a line feed is put in front of a word
/// that does not fit. Wide characters (Chinese, Japanese, Korean) may be parted anywhere but before closing and behind opening
/// punctuation.
struct WordWrapper {
  /// The columns that are filled on the present row.
  private(set) var column = 0

  private let width: @Sendable (Character) -> Int
  private let draw: @Sendable (String, MarkdownStyle) -> String
  private let drawLead: @Sendable (String) -> String
  private let rule: Character
  /// Whether a line was begun that the next one must end.
  private var hasLine = false
  private var lead = MarkdownLead()
  private var word: [(text: String, style: MarkdownStyle)] = []
  private var wordWidth = 0
  private var blanks = 0
  private var blankStyle = MarkdownStyle()
  private var isBehindWide = false
  private var last: Character?
  /// What is drawn in one go: text of one style.
  private var run = ""
  private var runStyle = MarkdownStyle()
  private var output = ""

  /// Punctuation that must not begin a row.
  private static let closing: Set<Character> = [
    "，", "。", "！", "？", "、", "；", "：", "）", "」", "』", "》", "”", "’", "…", ",", ".", "!", "?", ";", ":", ")",
    "】", "〉", "〕", "·", "～", "%", "％", "ー", "々",
  ]
  /// Punctuation that must not end a row.
  private static let opening: Set<Character> = ["（", "「", "『", "《", "【", "〈", "〔", "“", "‘", "(", "["]

  /// Makes a wrapper at the start of a line.
  ///
  /// - Parameters:
  ///   - width: The columns of a character.
  ///   - draw: Draws text in a style.
  ///   - drawLead: Draws what stands before a line.
  ///   - rule: What a rule is made of.
  init(
    width: @escaping @Sendable (Character) -> Int,
    draw: @escaping @Sendable (String, MarkdownStyle) -> String = { text, _ in text },
    drawLead: @escaping @Sendable (String) -> String = { $0 }, rule: Character = "-"
  ) {
    self.width = width
    self.draw = draw
    self.drawLead = drawLead
    self.rule = rule
  }

  /// A piece of plain text with the line feeds that it needs.
  mutating func wrap(_ text: String, columns: Int) -> String {
    var elements: [MarkdownElement] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 || !hasLine { elements.append(.line(MarkdownLead())) }
      if !line.isEmpty { elements.append(.text(String(line), MarkdownStyle())) }
    }
    return write(elements, columns: columns)
  }

  /// Steps of a drawing as text for a width.
  mutating func write(_ elements: [MarkdownElement], columns: Int) -> String {
    for element in elements {
      switch element {
      case .line(let lead): begin(lead, columns: columns)
      case .text(let text, let style):
        if !hasLine {
          hasLine = true
          putLead(lead.rest)
        }
        if lead.isVerbatim {
          put(text, style)
        } else {
          for character in text { add(character, style, columns: columns) }
        }
      }
    }
    place(columns: columns)
    endRun()
    defer { output = "" }
    return output
  }

  /// Forgets the line, after its end.
  mutating func startLine() {
    breakLine()
    lead = MarkdownLead()
  }

  /// Something else has ended the line: what comes of it goes on in a row of its own.
  mutating func breakLine() {
    hasLine = false
    column = 0
    blanks = 0
    last = nil
  }

  // MARK: Lines

  private mutating func begin(_ new: MarkdownLead, columns: Int) {
    place(columns: columns)
    endRun()
    if hasLine { output.append("\n") }
    startLine()
    hasLine = true
    lead = new
    // Deep lists must leave room for their words.
    lead.first = fitting(new.first, columns / 2)
    lead.rest = fitting(new.rest, columns / 2)
    putLead(lead.first)
    if new.isRule { output += drawLead(String(repeating: rule, count: max(3, min(40, columns - column)))) }
  }

  private func fitting(_ text: String, _ room: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += width(character)
        return used <= room
      })
  }

  private mutating func putLead(_ text: String) {
    guard !text.isEmpty else { return }
    output += text.allSatisfy { $0 == " " } ? text : drawLead(text)
    column = text.reduce(0) { $0 + width($1) }
  }

  // MARK: Words

  private mutating func add(_ character: Character, _ style: MarkdownStyle, columns: Int) {
    if character == " " || character == "\t" {
      place(columns: columns)
      blanks += 1
      blankStyle = style
      last = nil
      return
    }
    let size = width(character)
    let isClosing = Self.closing.contains(character)
    let isBehindOpening = last.map { Self.opening.contains($0) } ?? false
    // A row may end before a wide character, and behind one.
    if !isClosing, !isBehindOpening, size > 1 || isBehindWide { place(columns: columns) }
    if word.last?.style == style {
      word[word.count - 1].text.append(character)
    } else {
      word.append((String(character), style))
    }
    wordWidth += size
    isBehindWide = size > 1
    last = character
  }

  private mutating func place(columns: Int) {
    guard !word.isEmpty else { return }
    let start = lead.rest.reduce(0) { $0 + width($1) }
    if column > start, column + blanks + wordWidth > columns {
      endRun()
      output.append("\n")
      column = 0
      putLead(lead.rest)
      blanks = 0
    }
    if blanks > 0 {
      put(String(repeating: " ", count: blanks), blankStyle == word[0].style ? blankStyle : MarkdownStyle())
    }
    for part in word { put(part.text, part.style) }
    // A word longer than the row, such as a link, stays whole: the terminal breaks it, and it can be copied.
    column += blanks + wordWidth
    if column > columns, columns > 0 { column = (column - 1) % columns + 1 }
    blanks = 0
    word = []
    wordWidth = 0
    isBehindWide = false
  }

  private mutating func put(_ text: String, _ style: MarkdownStyle) {
    if style != runStyle { endRun() }
    runStyle = style
    run += text
  }

  private mutating func endRun() {
    if !run.isEmpty { output += runStyle == MarkdownStyle() ? run : draw(run, runStyle) }
    run = ""
  }
}
