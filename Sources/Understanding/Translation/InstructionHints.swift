/// Tells, by one pass over its bytes, that a sentence holds no instruction for a graphical interface: most don't, and
/// need no closer reading.
///
/// An instruction is known by its words (``EnglishImperative``, ``InterfaceParts``, ``ChineseInstruction``). The test
/// looks for the words that each of these rules cannot do without, taken from the same lists, and gives up on writing
/// systems where a letter is more than a scalar. It may take a harmless sentence for a suspect, never the other way
/// round.
enum InstructionHints {
  /// Whether a sentence has to be read. False only if none of its clauses can be an instruction.
  static func mayInstruct(_ sentence: String) -> Bool {
    sentence.utf8.withContiguousStorageIfAvailable { bytes in
      var scan = Scan(bytes: bytes, words: HintWords.table, han: HintCharacters.table)
      return scan.findsHints()
    } ?? true
  }

  /// What a scalar is to the words around it.
  private enum Kind {
    /// A letter or digit that folds to this ASCII byte.
    case letter(UInt8)
    /// A letter that folds to none, and is no Han character.
    case otherLetter
    case han(UInt16)
    /// Divides words, unless a letter stands on both sides.
    case joiner(UInt8)
    case quote
    case mark
    /// Changes the letter before it; harmless after marks and emoji.
    case extender
    /// A sign of a menu path, or a scalar that this test does not know.
    case suspect
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    let words: HintWords
    let han: HintCharacters
    private var found: HintWords.Roles = []
    /// Words since the last preposition.
    private var sincePreposition = Int.max / 2

    init(bytes: UnsafeBufferPointer<UInt8>, words: HintWords, han: HintCharacters) {
      self.bytes = bytes
      self.words = words
      self.han = han
    }

    mutating func findsHints() -> Bool {
      var index = 0
      var hash = HintWords.seed
      var inWord = false
      /// The Han character before, folded; 0 if none is.
      var before: UInt16 = 0
      var afterLetter = false
      while index < bytes.count {
        if let letter = Self.asciiLetter(bytes[index]) {
          if before != 0, han.startsBeforeOthers(before) { return true }
          before = 0
          hash = HintWords.mixed(hash, letter)
          index += 1
          while index < bytes.count, let letter = Self.asciiLetter(bytes[index]) {
            hash = HintWords.mixed(hash, letter)
            index += 1
          }
          inWord = true
          afterLetter = true
          continue
        }
        if bytes[index] == 0x20, inWord {
          if ends(word: &hash) { return true }
          inWord = false
          afterLetter = false
          index += 1
          continue
        }
        let (kind, width) = kind(at: index)
        let next = index + width
        switch kind {
        case .letter(let byte):
          if before != 0, han.startsBeforeOthers(before) { return true }
          before = 0
          hash = HintWords.mixed(hash, byte)
          inWord = true
          afterLetter = true
        case .joiner(let byte) where inWord && startsLetter(at: next):
          hash = HintWords.mixed(hash, byte)
          afterLetter = false
        case .han(let character):
          // Words are counted otherwise between these: as if after a quotation.
          found.insert(.quotation)
          if inWord, ends(word: &hash) { return true }
          inWord = false
          if han.startsAlone(character) || (before != 0 && han.holdsPair(before, character)) { return true }
          before = character
          afterLetter = true
        case .suspect: return true
        case .extender:
          if afterLetter { return true }
        case .otherLetter, .joiner, .quote, .mark:
          if inWord, ends(word: &hash) { return true }
          inWord = false
          if before != 0, han.startsBeforeOthers(before) { return true }
          before = 0
          if startsLink(at: index) { return true }
          if case .quote = kind { found.insert(.quotation) }
          // "'" opens a quotation too.
          if case .joiner(0x27) = kind { found.insert(.quotation) }
          if case .otherLetter = kind {
            afterLetter = true
            found.insert(.quotation)
          } else {
            afterLetter = false
          }
        }
        index = next
      }
      if before != 0, han.startsBeforeOthers(before) { return true }
      return (inWord && ends(word: &hash)) || found.areEnough
    }

    /// Whether the "://" of a link is here: links hide the word that they follow directly.
    private func startsLink(at index: Int) -> Bool {
      bytes[index] == UInt8(ascii: ":") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    }

    /// Whether the word that ends here is a hint by itself.
    private mutating func ends(word hash: inout UInt32) -> Bool {
      let roles = words.roles(of: hash)
      hash = HintWords.seed
      sincePreposition += 1
      if roles.contains(.usedPart), sincePreposition <= InterfaceParts.useReach { found.insert(.use) }
      if roles.contains(.preposition) { sincePreposition = 0 }
      found.formUnion(roles)
      return found.contains(.hint)
    }

    private func startsLetter(at index: Int) -> Bool {
      guard index < bytes.count else { return false }
      switch kind(at: index).kind {
      case .letter, .otherLetter, .han: return true
      default: return false
      }
    }

    private func kind(at index: Int) -> (kind: Kind, width: Int) {
      let byte = bytes[index]
      guard byte >= 0x80 else { return (Self.asciiKind(byte), 1) }
      if byte < 0xE0 {
        guard index + 1 < bytes.count else { return (.suspect, 1) }
        return (twoByteKind(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)), 2)
      }
      guard index + 2 < bytes.count else { return (.suspect, 1) }
      let low = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      if byte < 0xF0 { return (threeByteKind(UInt32(byte & 0x0F) << 12 | low), 3) }
      guard index + 3 < bytes.count else { return (.suspect, 1) }
      return (Self.fourByteKind(UInt32(byte & 0x07) << 18 | low << 6 | UInt32(bytes[index + 3] & 0x3F)), 4)
    }

    /// A letter or digit of ASCII in lower case.
    @inline(__always)
    private static func asciiLetter(_ byte: UInt8) -> UInt8? {
      let lower = byte | 0x20
      if lower &- 0x61 < 26 { return lower }
      return byte &- 0x30 < 10 ? byte : nil
    }

    private static func asciiKind(_ byte: UInt8) -> Kind {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: .letter(byte)
      case 0x41...0x5A: .letter(byte + 32)
      case 0x27, 0x2D, 0x2E: .joiner(byte)
      case 0x22, 0x60: .quote
      // "a > b" is a way through menus; "http://" begins a link, inside of a word too.
      case 0x3E, 0x2F: byte == 0x3E ? .suspect : .mark
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: .mark
      default: .suspect
      }
    }

    private func twoByteKind(_ scalar: UInt32) -> Kind {
      switch scalar {
      // "»" divides menu paths.
      case 0xBB: return .suspect
      case 0xA0: return .mark
      case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F:
        let folded = words.foldedLatin(scalar)
        return folded == 0 ? .otherLetter : .letter(folded)
      case 0xA1...0xBF, 0xD7, 0xF7: return .mark
      case 0x2BC: return .joiner(0x27)
      case 0x250...0x2AF, 0x370...0x373, 0x386...0x482, 0x48A...0x52F, 0x5D0...0x5EA, 0x621...0x64A:
        return .otherLetter
      default: return .suspect
      }
    }

    private func threeByteKind(_ scalar: UInt32) -> Kind {
      switch scalar {
      case 0x4000...0x9FFF, 0x3400...0x3FFF: return .han(han.folded(UInt16(scalar)))
      case 0x2018, 0x2019: return .joiner(0x27)
      case 0x2010, 0x2011: return .joiner(0x2D)
      case 0x201C, 0x201D, 0x300A...0x300F: return .quote
      case 0x203A, 0x2192: return .suspect
      case 0x200D, 0xFE0F: return .extender
      case 0x2009, 0x2012...0x2017, 0x201A, 0x201B, 0x201E...0x2027, 0x202F...0x2039, 0x203B...0x205E,
        0x20A0...0x20C0, 0x2190...0x23FF, 0x2460...0x2BFF, 0x3000...0x3004, 0x3008, 0x3009, 0x3010...0x3020,
        0x3030:
        return .mark
      case 0x3041...0x3096, 0x309D...0x30FF, 0x3005...0x3007, 0xAC00...0xD7A3: return .otherLetter
      case 0xFF01...0xFF0F, 0xFF1A...0xFF1D, 0xFF1F...0xFF20, 0xFF3B...0xFF3D, 0xFF3F, 0xFF5B, 0xFF5D,
        0xFF5E, 0xFF61...0xFF65:
        return scalar == 0xFF0D || scalar == 0xFF0E || scalar == 0xFF07 ? .suspect : .mark
      default: return .suspect
      }
    }

    private static func fourByteKind(_ scalar: UInt32) -> Kind {
      switch scalar {
      case 0x1F3FB...0x1F3FF: .extender
      case 0x1F000...0x1FAFF: .mark
      default: .suspect
      }
    }
  }
}
