/// Characters as they may be shown: what a terminal would obey, or what would turn the line around, is spelt out.
package enum VisibleText {
  /// The spelling of a scalar that must not reach the terminal; nil for one that may.
  ///
  /// C0 controls and DEL become `^X`; C1 controls, line and paragraph separators, bidi controls and other
  /// invisible format characters become `<U+XXXX>`. ZWJ, ZWNJ and variation selectors stay: they are part of words
  /// and pictures. Newline and tab are the layout's business and are spelt out here too.
  package static func spelling(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x20..<0x7F: return nil
    case 0x7F: return "^?"
    case 0x80..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      return code(of: scalar)
    default: return nil
    }
  }

  /// `<U+XXXX>`.
  static func code(of scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + ">"
  }

  /// The text with everything dangerous spelt out; newlines stay, tabs become four spaces.
  package static func showing(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append(scalar)
      case "\t": result.append(contentsOf: "    ".unicodeScalars)
      default:
        if let spelling = spelling(of: scalar) {
          result.append(contentsOf: spelling.unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }
}
