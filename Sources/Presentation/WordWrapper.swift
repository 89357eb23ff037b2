/// Breaks running text between words, so that a terminal does not break it within them.
///
/// It takes text in pieces, as a reply streams in, and never takes back what it gave: a line feed is put in front of a word
/// that does not fit. Wide characters (Chinese, Japanese, Korean) may be parted anywhere but before closing punctuation.
struct WordWrapper {
  /// The columns that are filled on the present line.
  private(set) var column = 0

  private let width: @Sendable (Character) -> Int
  private var word = ""
  private var wordWidth = 0
  private var blanks = 0
  private var isBehindWide = false

  /// Punctuation that must not begin a line.
  private static let closing: Set<Character> = [
    "，", "。", "！", "？", "、", "；", "：", "）", "」", "』", "》", "”", "’", "…", ",", ".", "!", "?", ";", ":", ")",
  ]

  /// Measures characters by `width`.
  init(width: @escaping @Sendable (Character) -> Int) { self.width = width }

  /// A piece of text with the line feeds that it needs.
  mutating func wrap(_ text: String, columns: Int) -> String {
    var output = ""
    for character in text {
      if character == "\n" {
        place(into: &output, columns: columns)
        output.append("\n")
        column = 0
        blanks = 0
      } else if character == " " {
        place(into: &output, columns: columns)
        blanks += 1
      } else {
        add(character, into: &output, columns: columns)
      }
    }
    place(into: &output, columns: columns)
    return output
  }

  /// Forgets the line, after something else has ended it.
  mutating func startLine() {
    column = 0
    blanks = 0
  }

  private mutating func add(_ character: Character, into output: inout String, columns: Int) {
    let size = width(character)
    let isClosing = Self.closing.contains(character)
    // A line may end before a wide character, and behind one.
    let mayBreak = !isClosing && (size > 1 || isBehindWide)
    if mayBreak { place(into: &output, columns: columns) }
    word.append(character)
    wordWidth += size
    isBehindWide = size > 1
  }

  private mutating func place(into output: inout String, columns: Int) {
    guard !word.isEmpty else { return }
    if column > 0, column + blanks + wordWidth > columns {
      output.append("\n")
      column = 0
      blanks = 0
    }
    output.append(String(repeating: " ", count: blanks))
    output.append(word)
    // A word longer than the line, such as a link, stays whole: the terminal breaks it, and it can be copied.
    column += blanks + wordWidth
    if column > columns, columns > 0 { column = (column - 1) % columns + 1 }
    blanks = 0
    word = ""
    wordWidth = 0
    isBehindWide = false
  }
}
