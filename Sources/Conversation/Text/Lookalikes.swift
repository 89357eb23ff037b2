/// Letters in names that are taken for others: `pаypal.mp4` with a Cyrillic а, `a⁄b.mp4` with a fraction slash.
///
/// In words of a reply they stay as they are, for they are how people write. In a name they are spelt out, as `<U+0430>`:
///
/// * Cyrillic, Greek, Armenian and Cherokee letters in a word that holds Latin ones, too (the mixed scripts of Unicode's UTS #39);
/// * what looks like a slash, a backslash, a colon or a full stop and is none.
///
/// A word wholly of another script is left alone: whether `сор` is Russian or a trap is not in its letters.
enum Lookalikes {
  /// A name with its lookalikes spelt out.
  static func spelled(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name }
    var result = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        word.append(scalar)
        continue
      }
      result.append(contentsOf: spelled(word: word))
      word = []
      result.append(contentsOf: imitatesPunctuation(scalar) ? code(of: scalar) : [scalar])
    }
    result.append(contentsOf: spelled(word: word))
    return String(result)
  }

  private static func spelled(word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.contains(where: isLatin), word.contains(where: imitatesLatin) else { return word }
    return word.flatMap { imitatesLatin($0) ? code(of: $0) : [$0] }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  /// Scripts whose letters can be those of Latin to the eye.
  private static func imitatesLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x370...0x3FF, 0x400...0x52F, 0x531...0x58A, 0x13A0...0x13FF, 0x1C80...0x1C8F, 0x1F00...0x1FFF,
      0x2DE0...0x2DFF, 0xA640...0xA69F, 0xAB70...0xABBF:
      true
    default: false
    }
  }

  private static func imitatesPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2024, 0x2044, 0x2215, 0x2216, 0x2236, 0x29F5, 0x29F8, 0x29F9, 0xA789, 0xFE52, 0xFE68, 0xFF0E,
      0xFF0F,
      0xFF3C:
      true
    default: false
    }
  }

  private static func code(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return Array("<U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)>".unicodeScalars)
  }
}
