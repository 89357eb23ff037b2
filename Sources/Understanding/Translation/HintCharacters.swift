/// The Chinese words that instructions need, by their first two characters: see ``InstructionHints``.
struct HintCharacters: Sendable {
  static let table = HintCharacters()

  private static let first: UInt16 = 0x3400

  /// Simplified forms, from U+3400.
  private var simplified = [UInt16]((first...0x9FFF))
  /// Pairs of characters by hash, a bit each.
  private var pairs = [UInt64](repeating: 0, count: 1_024)
  private var alone: [UInt16] = []
  private var beforeOthers: [UInt16] = []

  private init() {
    for (letter, folded) in TextFolding.letters {
      guard let from = UInt16(exactly: letter.value), from >= Self.first, from <= 0x9FFF,
        let to = folded.unicodeScalars.first.flatMap({ UInt16(exactly: $0.value) })
      else { continue }
      simplified[Int(from - Self.first)] = to
    }
    for word in ChineseInstruction.hints {
      let scalars = word.unicodeScalars.map(\.value)
      guard let one = UInt16(exactly: scalars[0]), (Self.first...0x9FFF).contains(one) else { continue }
      if scalars.count == 1 {
        alone.append(one)
      } else if let two = UInt16(exactly: scalars[1]), (Self.first...0x9FFF).contains(two) {
        let bit = Self.bit(one, two)
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      } else {
        beforeOthers.append(one)
      }
    }
  }

  private static func bit(_ one: UInt16, _ two: UInt16) -> Int {
    Int((UInt32(one) &* 0x9E37 ^ UInt32(two) &* 0x85EB) >> 3 & 0xFFFF)
  }

  /// A character in its simplified form.
  func folded(_ character: UInt16) -> UInt16 { simplified[Int(character - Self.first)] }

  /// Whether a word of instructions may begin with these two.
  func holdsPair(_ one: UInt16, _ two: UInt16) -> Bool {
    let bit = Self.bit(one, two)
    return pairs[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Whether a character is a word of instructions.
  func startsAlone(_ character: UInt16) -> Bool { alone.contains(character) }

  /// Whether a character is one before a quotation or a Latin letter.
  func startsBeforeOthers(_ character: UInt16) -> Bool { beforeOthers.contains(character) }
}
