/// Cuts an utterance into words. Scripts that leave no spaces are cut by the longest word of the lexicon.
struct Tokenizer {
  private let characters: [Character]
  private let references: [Reference]
  private var folded: [String] = []
  private var tokens: [Token] = []
  /// Up to where no quotation closes, by its closing mark: what was searched in vain is not searched again.
  private var unclosed: [Character: Int] = [:]

  private static let closers: [Character: Character] = [
    "\"": "\"", "“": "”", "„": "“", "「": "」", "『": "』", "《": "》", "«": "»", "'": "'", "‘": "’", "`": "`",
    "＂": "＂",
  ]

  static func tokens(_ characters: [Character], references: [Reference]) -> [Token] {
    var tokenizer = Tokenizer(characters: characters, references: references)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(characters: [Character], references: [Reference]) {
    self.characters = characters
    self.references = references
    folded = characters.map { TextFolding.fold($0) }
  }

  private mutating func run() {
    var position = 0
    var next = 0
    while position < characters.count {
      if next < references.count, references[next].range.lowerBound == position {
        let range = references[next].range
        tokens.append(Token(kind: .reference(next), text: "", classes: [], range: range))
        position = range.upperBound
        next += 1
        continue
      }
      let limit = next < references.count ? references[next].range.lowerBound : characters.count
      position = step(at: position, limit: limit)
    }
  }

  /// Reads one token, or nothing; returns where to go on.
  private mutating func step(at position: Int, limit: Int) -> Int {
    let character = characters[position]
    if let end = quotationEnd(at: position, limit: limit) {
      appendQuotation(position..<end)
      return end
    }
    if isSpaceless(character) { return segment(at: position, limit: limit) }
    // "D盘", "U盘": a word of two scripts.
    if isWordCharacter(position), position + 1 < limit, isSpaceless(characters[position + 1]),
      Lexicon.words[folded[position] + folded[position + 1]] != nil
    {
      return segment(at: position, limit: limit)
    }
    if isWordCharacter(position) { return word(at: position, limit: limit) }
    if isMark(at: position, limit: limit) {
      tokens.append(Token(kind: .mark, text: folded[position], classes: [], range: position..<(position + 1)))
    } else if character == "&" {
      tokens.append(Token(kind: .word, text: "&", classes: .connector, range: position..<(position + 1)))
    }
    return position + 1
  }

  // MARK: Quotations

  private mutating func quotationEnd(at start: Int, limit: Int) -> Int? {
    let opener = characters[start]
    guard let closer = Self.closers[opener] else { return nil }
    if opener == "'" || opener == "’" || opener == "‘" {
      guard start == 0 || !characters[start - 1].isLetter else { return nil }
    }
    guard unclosed[closer, default: 0] <= start else { return nil }
    var end = start + 1
    while end < limit, !characters[end].isNewline {
      if characters[end] == closer {
        let inWord = closer == "'" || closer == "’"
        if !inWord || end + 1 >= characters.count || !characters[end + 1].isLetter { return end + 1 }
      }
      end += 1
    }
    unclosed[closer] = end
    return nil
  }

  /// A quoted format or resolution ("mp4") is a way to spell it; anything else is not read.
  private mutating func appendQuotation(_ range: Range<Int>) {
    let inner = folded[(range.lowerBound + 1)..<(range.upperBound - 1)].joined()
    let classes = (Lexicon.words[inner] ?? []).intersection([.format, .resolution])
    tokens.append(
      Token(kind: classes.isEmpty ? .quotation : .word, text: inner, classes: classes, range: range))
  }

  // MARK: Words with spaces around

  private func isWordCharacter(_ position: Int) -> Bool {
    let character = characters[position]
    return (character.isLetter || character.isNumber) && !isSpaceless(character)
  }

  private mutating func word(at start: Int, limit: Int) -> Int {
    var end = start
    var text = ""
    while end < limit {
      if isWordCharacter(end) {
        text += folded[end]
      } else if folded[end] == "'" || folded[end] == "-" || folded[end] == "×", end + 1 < limit,
        isWordCharacter(end + 1)
      {
        text += folded[end]
      } else if folded[end] == ".", end + 1 < limit, isWordCharacter(end + 1), characters[end + 1].isNumber {
        text += "."
      } else {
        break
      }
      end += 1
    }
    appendWord(text, start..<end)
    return end
  }

  /// Resolutions as they are spoken, the last word first: "ten eighty", "four k".
  private static let spoken: [String: [String: String]] = [
    "eighty": ["ten": "1080p", "four": "480p"], "twenty": ["seven": "720p"], "forty": ["fourteen": "1440p"],
    "sixty": ["three": "360p"], "k": ["four": "4k", "two": "2k", "eight": "8k"],
  ]

  private mutating func appendWord(_ text: String, _ range: Range<Int>) {
    // "1080 x 1920"
    if tokens.count >= 2,
      tokens[tokens.count - 1].text == "x" || tokens[tokens.count - 1].text == "×"
        || tokens[tokens.count - 1].text == "by"
    {
      let width = tokens[tokens.count - 2]
      let size = width.text.filter(\.isNumber) + "x" + text
      if width.kind == .word, OutputWords.resolution(ofSize: size) != nil {
        tokens.removeLast(2)
        tokens.append(
          Token(
            kind: .word, text: size, classes: .resolution, range: width.range.lowerBound..<range.upperBound))
        return
      }
    }
    if text == "p", tokens.last?.classes == .resolution { return }
    if let last = tokens.last, let name = Self.spoken[text]?[last.text] {
      tokens.removeLast()
      tokens.append(
        Token(kind: .word, text: name, classes: .resolution, range: last.range.lowerBound..<range.upperBound))
      return
    }
    if let merged = mergedResolution(with: text) {
      tokens.removeLast()
      tokens.append(
        Token(kind: .word, text: merged.text, classes: .resolution, range: merged.start..<range.upperBound))
      return
    }
    var classes = Lexicon.classes(of: text)
    if classes.isEmpty, OutputWords.resolution(ofSize: text) != nil { classes = .resolution }
    // "track 1", "the 2 clips"
    if classes.isEmpty, text.count <= 2, text.allSatisfy(\.isNumber) { classes = .glue }
    if classes.isEmpty, text.contains("-") {
      // "envoie-moi", "mp4-file": as good as its parts, if all of them are known.
      let parts = text.split(separator: "-").map { (String($0), Lexicon.classes(of: String($0))) }
      if parts.allSatisfy({ !$0.1.isEmpty }) {
        for (part, classes) in parts {
          tokens.append(Token(kind: .word, text: part, classes: classes, range: range))
        }
        return
      }
    }
    tokens.append(Token(kind: .word, text: text, classes: classes, range: range))
  }

  /// "full hd", "ultra hd", "720 p", "4k uhd": the word before belongs to the resolution.
  private func mergedResolution(with text: String) -> (text: String, start: Int)? {
    guard let last = tokens.last, last.kind == .word else { return nil }
    if text == "hd" || text == "uhd" || text == "p" || text == "pixels" || text == "k" {
      let joined = text == "pixels" ? last.text + "p" : last.text + text
      if OutputWords.resolutions[joined] != nil { return (joined, last.range.lowerBound) }
    }
    return nil
  }

  // MARK: Scripts without spaces

  /// Han, kana and Hangul. Hangul has spaces, but its words carry their endings with them.
  private func isSpaceless(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
      || scalar.value == 0x3005
  }

  private mutating func segment(at start: Int, limit: Int) -> Int {
    var longest = 0
    var candidate = ""
    var end = start
    while end < limit, end - start < Lexicon.longestWord,
      isSpaceless(characters[end]) || characters[end].isLetter
    {
      candidate += folded[end]
      end += 1
      if Lexicon.words[candidate] != nil { longest = end - start }
    }
    let range = start..<(start + max(longest, 1))
    let text = folded[range].joined()
    let classes = longest > 0 ? Lexicon.words[text] ?? [] : []
    tokens.append(Token(kind: .word, text: text, classes: classes, range: range))
    return range.upperBound
  }

  // MARK: Marks

  private func isMark(at position: Int, limit: Int) -> Bool {
    switch folded[position] {
    case ",", ";", "!", "?", "。", "、", "…", "\n", "—", "–", "(", ")", "|", "～": return true
    case ".", ":":
      // Not in ".mp4", "16:9" or "v1.2".
      return position + 1 >= characters.count || characters[position + 1].isWhitespace
        || folded[position] == ":"
        || !characters[position].isASCII
    case "-":
      return position > 0 && characters[position - 1].isWhitespace
    default:
      return characters[position].isNewline
    }
  }
}
