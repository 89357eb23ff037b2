/// What opens a line of Markdown: indent, quote marks, the bullet or number of a list, a task box.
struct LineMarker {
  /// In characters.
  var length = 0
  var isItem = false
  /// The number of a numbered item.
  var number: Int?
  var indent = 0

  init(of line: String) {
    if let indent = Self.plainIndent(of: line) {
      self.indent = indent
      length = indent
      return
    }
    let characters = Array(line.prefix(64))
    var index = 0
    func skipSpaces() {
      while index < characters.count, characters[index] == " " || characters[index] == "\t" { index += 1 }
    }
    skipSpaces()
    while index < characters.count, characters[index] == ">" {
      index += 1
      skipSpaces()
    }
    indent = index
    if index < characters.count, "-*+•·".contains(characters[index]), index + 1 < characters.count,
      characters[index + 1] == " "
    {
      isItem = true
      index += 1
      skipSpaces()
      if index + 2 < characters.count, characters[index] == "[", characters[index + 2] == "]" { index += 3 }
      skipSpaces()
    } else {
      readNumber(characters, &index)
    }
    skipEmoji(characters, &index)
    length = index
  }

  /// The spaces before a line that a letter of ASCII begins: nothing else opens it.
  private static func plainIndent(of line: String) -> Int? {
    let bytes = line.utf8
    var indent = 0
    for byte in bytes {
      switch byte {
      case 0x20, 0x09: indent += 1
      case 0x41...0x5A, 0x61...0x7A: return indent < 60 ? indent : nil
      default: return nil
      }
    }
    return nil
  }

  private mutating func readNumber(_ characters: [Character], _ index: inout Int) {
    var end = index
    var digits = ""
    while end < characters.count, end - index < 4, characters[end].isASCII, characters[end].isNumber {
      digits.append(characters[end])
      end += 1
    }
    guard !digits.isEmpty, end < characters.count, ".)、．".contains(characters[end]) else { return }
    let needsSpace = characters[end] == "." || characters[end] == ")"
    end += 1
    if needsSpace { guard end < characters.count, characters[end] == " " else { return } }
    while end < characters.count, characters[end] == " " { end += 1 }
    isItem = true
    number = Int(digits)
    index = end
  }

  /// An emoji before the words decorates the line, not its first sentence.
  private func skipEmoji(_ characters: [Character], _ index: inout Int) {
    var end = index
    while end < characters.count, Self.isEmoji(characters[end]) { end += 1 }
    guard end > index, end < characters.count, characters[end] == " " else { return }
    while end < characters.count, characters[end] == " " { end += 1 }
    index = end
  }

  /// Whether an emoji points at what comes.
  static func points(_ character: Character) -> Bool {
    "👉👇👆☝➡⬇🖱→↓".contains(character) || "👉👇👆➡️⬇️🖱️☝️".contains(character)
  }

  static func isEmoji(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.value > 0x2100
      && (scalar.properties.isEmojiPresentation || (scalar.properties.isEmoji && scalar.value > 0x2190))
  }
}
