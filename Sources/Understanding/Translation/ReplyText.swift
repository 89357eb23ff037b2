/// A sentence of a reply, prepared for reading: quotations hidden, emphasis marks blanked, words and clauses found.
struct ReplyText {
  static let quotation = "\u{1}"

  let characters: [Character]
  /// The characters in lower case; quotations as ``quotation``, emphasis as spaces.
  private(set) var plain: [Character]
  private(set) var hasLink = false
  /// Ranges of links and code: they stay whatever stands around them.
  private(set) var links: [Range<Int>] = []

  init(_ sentence: String) {
    characters = Array(sentence)
    plain = characters.map { character in
      let folded = TextFolding.fold(character)
      // Only case and width: a letter must stay one letter.
      return folded.count == 1 ? folded.first ?? character : character
    }
    hideLinks()
    hideQuotations()
    for index in plain.indices where plain[index] == "*" { plain[index] = " " }
  }

  var isChinese: Bool { characters.contains { ReplyText.isHan($0) } }

  static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }

  private mutating func hideLinks() {
    var index = 0
    while index < characters.count {
      if characters[index] == "h", starts(with: "http://", at: index) || starts(with: "https://", at: index) {
        var end = index
        while end < characters.count, !characters[end].isWhitespace, characters[end] != ")",
          characters[end] != "，", characters[end] != "。"
        { end += 1 }
        var start = index
        if start >= 2, characters[start - 1] == "(", characters[start - 2] == "]" {
          while start > 0, characters[start] != "[" { start -= 1 }
          if end < characters.count { end += 1 }
        }
        links.append(start..<end)
        for hidden in start..<end { plain[hidden] = "\u{2}" }
        hasLink = true
        index = end
      } else {
        index += 1
      }
    }
  }

  private func starts(with word: String, at index: Int) -> Bool {
    index + word.count <= characters.count && String(characters[index..<(index + word.count)]) == word
  }

  private static let pairs: [Character: Character] = [
    "\"": "\"", "“": "”", "「": "」", "『": "』", "《": "》", "`": "`", "‘": "’", "'": "'",
  ]

  private mutating func hideQuotations() {
    var index = 0
    // Closing marks that stand nowhere in the rest of the sentence: searched once.
    var missing: Set<Character> = []
    while index < characters.count {
      defer { index += 1 }
      guard let closer = Self.pairs[characters[index]], plain[index] != "\u{2}", !missing.contains(closer)
      else {
        continue
      }
      if closer == "'" || closer == "’" {
        guard index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber) else {
          continue
        }
      }
      var end = index + 1
      while end < characters.count {
        if characters[end] == closer {
          let next = end + 1 < characters.count ? characters[end + 1] : " "
          if closer == "'" || closer == "’", next.isLetter { end += 1; continue }
          break
        }
        end += 1
      }
      guard end < characters.count else {
        missing.insert(closer)
        continue
      }
      for hidden in index...end { plain[hidden] = "\u{1}" }
      index = end
    }
  }

  /// The words of a range.
  func words(in range: Range<Int>) -> [ReplyWord] {
    var words: [ReplyWord] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let character = plain[index]
      let start = index
      if character == "\u{1}" || character == "\u{2}" {
        while index < range.upperBound, plain[index] == character { index += 1 }
        words.append(ReplyWord(text: String(character), range: start..<index, isLabel: true))
        continue
      }
      guard character.isLetter || character.isNumber else {
        index += 1
        continue
      }
      var text = ""
      while index < range.upperBound {
        let next = plain[index]
        if next.isLetter || next.isNumber {
          text.append(next)
        } else if next == "'" || next == "-" || next == ".", index + 1 < range.upperBound,
          plain[index + 1].isLetter || plain[index + 1].isNumber
        {
          text.append(next)
        } else {
          break
        }
        index += 1
      }
      let bold = start > 0 && characters[start - 1] == "*"
      words.append(
        ReplyWord(text: text, range: start..<index, isLabel: bold || characters[start].isUppercase))
    }
    return words
  }

  /// The text of a range in lower case with its quotations open: what a button is called counts.
  func spoken(_ range: Range<Int>) -> String { String(characters[range]).lowercased() }
}
