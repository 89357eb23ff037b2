/// A sentence of a reply, prepared for reading: quotations hidden, emphasis marks blanked, words and clauses found.
///
/// Positions count characters. What is asked of each of them again and again, its scalar and its kind, is told once.
struct ReplyText {
  static let quotation = "\u{1}"
  private static let hiddenQuotation: UInt32 = 1
  private static let hiddenLink: UInt32 = 2

  /// What a character is.
  struct Traits: OptionSet {
    var rawValue: UInt8
    static let letter = Traits(rawValue: 1)
    static let number = Traits(rawValue: 2)
    static let space = Traits(rawValue: 4)
    static let uppercase = Traits(rawValue: 8)
    static let han = Traits(rawValue: 16)
    static let word: Traits = [.letter, .number]
  }

  let characters: [Character]
  /// The characters in lower case; quotations as ``quotation``, emphasis as spaces.
  private(set) var plain: [Character]
  /// The scalars of the characters; 0 for characters of several.
  let codes: [UInt32]
  /// The scalars of ``plain``, as ``codes``.
  private(set) var plainCodes: [UInt32]
  let traits: [Traits]
  /// The traits of ``plain``: what is hidden has none.
  private(set) var plainTraits: [Traits]
  private(set) var hasLink = false
  /// Ranges of links and code: they stay whatever stands around them.
  private(set) var links: [Range<Int>] = []
  /// Whether a sign of a way through menus stands in it: > → › ».
  let hasPathSign: Bool
  let hasEmoji: Bool

  init(_ sentence: String) {
    if let bytes = Self.asciiBytes(of: sentence) {
      hasEmoji = false
      characters = bytes.map { Self.asciiCharacters[Int($0)] }
      plain = bytes.map { Self.asciiCharacters[Int(Self.lowercased($0))] }
      codes = bytes.map(UInt32.init)
      plainCodes = bytes.map { UInt32(Self.lowercased($0)) }
      traits = bytes.map { Self.asciiTraits[Int($0)] }
    } else {
      characters = Array(sentence)
      hasEmoji = characters.contains { LineMarker.isEmoji($0) }
      plain = characters.map { character in
        let folded = TextFolding.fold(character)
        // Only case and width: a letter must stay one letter.
        return folded.count == 1 ? folded.first ?? character : character
      }
      codes = characters.map(Self.code)
      plainCodes = plain.map(Self.code)
      traits = characters.map(Self.traits)
    }
    plainTraits = traits
    hasPathSign = codes.contains { $0 == 0x3E || $0 == 0x2192 || $0 == 0x203A || $0 == 0xBB }
    hideLinks()
    hideQuotations()
    for index in plain.indices where plainCodes[index] == 0x2A {
      plain[index] = " "
      plainCodes[index] = 0x20
      plainTraits[index] = .space
    }
  }

  var isChinese: Bool { traits.contains { $0.contains(.han) } }

  static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }

  /// Whether a Han character stands in a range.
  func holdsHan(_ range: Range<Int>) -> Bool { traits[range].contains { $0.contains(.han) } }

  /// Whether a colon is the last of it, but for emphasis.
  var endsWithColon: Bool {
    codes.indices.last { !traits[$0].contains(.space) && codes[$0] != 0x2A }.map { codes[$0] == 0x3A }
      ?? false
  }

  // MARK: Characters

  /// The bytes of a text that is ASCII and one byte a character.
  private static func asciiBytes(of text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    return bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? bytes : nil
  }

  private static let asciiCharacters: [Character] = (0..<128).map { Character(UnicodeScalar(UInt8($0))) }
  private static let asciiTraits: [Traits] = asciiCharacters.map(traits)

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }

  private static func code(_ character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
      return 0
    }
    return first.value
  }

  private static func traits(of character: Character) -> Traits {
    var traits: Traits = []
    if character.isLetter { traits.insert(.letter) }
    if character.isNumber { traits.insert(.number) }
    if character.isWhitespace { traits.insert(.space) }
    if character.isUppercase { traits.insert(.uppercase) }
    if isHan(character) { traits.insert(.han) }
    return traits
  }

  // MARK: Links and quotations

  private mutating func hide(_ range: Range<Int>, as code: UInt32) {
    let sign: Character = code == Self.hiddenLink ? "\u{2}" : "\u{1}"
    for index in range {
      plain[index] = sign
      plainCodes[index] = code
      plainTraits[index] = []
    }
  }

  private mutating func hideLinks() {
    var index = 0
    while index < codes.count {
      if codes[index] == 0x68, starts(with: "http://", at: index) || starts(with: "https://", at: index) {
        var end = index
        while end < codes.count, !traits[end].contains(.space), codes[end] != 0x29, codes[end] != 0xFF0C,
          codes[end] != 0x3002
        { end += 1 }
        var start = index
        if start >= 2, codes[start - 1] == 0x28, codes[start - 2] == 0x5D {
          while start > 0, codes[start] != 0x5B { start -= 1 }
          if end < codes.count { end += 1 }
        }
        links.append(start..<end)
        hide(start..<end, as: Self.hiddenLink)
        hasLink = true
        index = end
      } else {
        index += 1
      }
    }
  }

  private func starts(with word: String, at index: Int) -> Bool {
    index + word.utf8.count <= codes.count && zip(word.utf8, codes[index...]).allSatisfy { UInt32($0) == $1 }
  }

  /// The mark that closes a quotation, by the one that opens it.
  private static func closer(of opener: UInt32) -> UInt32? {
    switch opener {
    case 0x22, 0x60, 0x27: opener
    case 0x201C: 0x201D
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x300A: 0x300B
    case 0x2018: 0x2019
    default: nil
    }
  }

  private mutating func hideQuotations() {
    var index = 0
    // Closing marks that stand nowhere in the rest of the sentence: searched once.
    var missing: Set<UInt32> = []
    while index < codes.count {
      defer { index += 1 }
      guard let closer = Self.closer(of: codes[index]), plainCodes[index] != Self.hiddenLink,
        !missing.contains(closer)
      else { continue }
      let isApostrophe = closer == 0x27 || closer == 0x2019
      if isApostrophe, index > 0, !traits[index - 1].isDisjoint(with: .word) { continue }
      var end = index + 1
      while end < codes.count {
        if codes[end] == closer {
          if isApostrophe, end + 1 < codes.count, traits[end + 1].contains(.letter) {
            end += 1
            continue
          }
          break
        }
        end += 1
      }
      guard end < codes.count else {
        missing.insert(closer)
        continue
      }
      hide(index..<(end + 1), as: Self.hiddenQuotation)
      index = end
    }
  }

  // MARK: Words

  /// The words of a range.
  func words(in range: Range<Int>) -> [ReplyWord] {
    var words: [ReplyWord] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let code = plainCodes[index]
      let start = index
      if code == Self.hiddenQuotation || code == Self.hiddenLink {
        while index < range.upperBound, plainCodes[index] == code { index += 1 }
        words.append(ReplyWord(text: code == 1 ? "\u{1}" : "\u{2}", range: start..<index, isLabel: true))
        continue
      }
      guard isWord(index) else {
        index += 1
        continue
      }
      while index < range.upperBound {
        guard isWord(index) || (isJoiner(index) && index + 1 < range.upperBound && isWord(index + 1)) else {
          break
        }
        index += 1
      }
      let bold = start > 0 && codes[start - 1] == 0x2A
      words.append(
        ReplyWord(
          text: word(start..<index), range: start..<index, isLabel: bold || traits[start].contains(.uppercase)
        ))
    }
    return words
  }

  func isWord(_ index: Int) -> Bool { !plainTraits[index].isDisjoint(with: .word) }

  private func isJoiner(_ index: Int) -> Bool {
    let code = plainCodes[index]
    return code == 0x27 || code == 0x2D || code == 0x2E
  }

  /// The text of a range in lower case.
  func word(_ range: Range<Int>) -> String {
    let codes = plainCodes[range]
    guard codes.allSatisfy({ $0 > 0 && $0 < 0x80 }) else { return String(plain[range]) }
    return String(unsafeUninitializedCapacity: codes.count) { bytes in
      for (index, code) in codes.enumerated() { bytes[index] = UInt8(truncatingIfNeeded: code) }
      return codes.count
    }
  }

  /// The text of a range in lower case with its quotations open: what a button is called counts.
  func spoken(_ range: Range<Int>) -> String { String(characters[range]).lowercased() }
}
