/// What may go to a terminal of what the parser gives.
enum SafeText {
  /// A text without what a terminal would obey, and without marks that turn the reading direction; tabs stay.
  static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF,
        0xFFF9...0xFFFB:
        break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A URL that a terminal may follow, as printing ASCII; nil for schemes other than http, https and mailto.
  static func link(_ url: String) -> String? {
    let lower = url.lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) }), url.utf8.count <= 2000
    else { return nil }
    var result = ""
    for byte in url.utf8 {
      if byte > 0x20, byte < 0x7F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return result
  }
}
