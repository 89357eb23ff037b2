/// Cuts a prompt into tokens; total over any text, in one pass.
struct Tokenizer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var tokens: [Token] = []

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The tokens of a text, in order.
  static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokenizer = Tokenizer(scalars)
    tokenizer.run()
    return tokenizer.tokens
  }

  /// The tokens of a text, in order.
  static func tokens(of text: String) -> [Token] { tokens(of: Array(text.unicodeScalars)) }

  private mutating func run() {
    tokens.reserveCapacity(scalars.count / 3)
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" || (scalar == "\r" && next != "\n") {
        append(.newline, length: 1, text: "\n")
      } else if Self.isSpace(scalar) || Self.isIgnorable(scalar) {
        position += 1
      } else if Self.digit(scalar) != nil {
        readNumber()
      } else if Self.isHan(scalar) {
        append(.han, length: 1, text: String(Character(SimplifiedForms.fold(scalar))))
      } else if Self.isWordScalar(scalar) {
        readWord()
      } else if scalar.value >= 0x2190, !Self.isCJKMark(scalar) {
        append(.symbol, length: 1, text: String(Character(scalar)))
      } else {
        append(.mark, length: 1, text: Self.foldedMark(scalar))
      }
    }
  }

  private var next: Unicode.Scalar? { position + 1 < scalars.count ? scalars[position + 1] : nil }

  private mutating func append(_ kind: Token.Kind, length: Int, text: String) {
    let isJoined = tokens.last.map { $0.range.upperBound == position } ?? false
    tokens.append(Token(kind: kind, text: text, range: position..<position + length, isJoined: isJoined))
    position += length
  }

  private mutating func readNumber() {
    var end = position
    var value = 0.0
    var scale = 0.0
    var text = ""
    while end < scalars.count {
      if let digit = Self.digit(scalars[end]) {
        // Past 12 digits only the length grows, so a wall of digits stays a number and never infinity.
        if end - position < 12 {
          if scale == 0 {
            value = value * 10 + Double(digit)
          } else {
            value += Double(digit) * scale
            scale /= 10
          }
        }
        if text.utf8.count < 12 { text += String(digit) }
      } else if scalars[end] == "." || scalars[end] == "．", scale == 0, end + 1 < scalars.count,
        Self.digit(scalars[end + 1]) != nil
      {
        scale = 0.1
        text += "."
      } else {
        break
      }
      end += 1
    }
    append(.number(value), length: end - position, text: text)
  }

  private mutating func readWord() {
    var end = position
    var text = ""
    while end < scalars.count {
      let scalar = scalars[end]
      if scalar == "'" || scalar == "’" {
        // An apostrophe counts only inside a word.
        guard end + 1 < scalars.count, Self.isWordScalar(scalars[end + 1]), !Self.isHan(scalars[end + 1])
        else { break }
        text.unicodeScalars.append("'")
      } else if Self.isWordScalar(scalar), !Self.isHan(scalar), Self.digit(scalar) == nil {
        Self.appendLowercase(scalar, to: &text)
      } else if Self.isIgnorable(scalar) || scalar.properties.canonicalCombiningClass != .notReordered {
        // Combining marks and joiners belong to the word and say nothing.
      } else {
        break
      }
      end += 1
    }
    if text.hasSuffix("'s") { text.removeLast(2) }
    append(.word, length: end - position, text: text)
  }

  private static func appendLowercase(_ scalar: Unicode.Scalar, to text: inout String) {
    if scalar.isASCII {
      let isUpper = scalar.value >= 65 && scalar.value <= 90
      text.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
    } else {
      text += scalar.properties.lowercaseMapping
    }
  }

  /// Whether a scalar is part of a word.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar.value >= 97 && scalar.value <= 122) || (scalar.value >= 65 && scalar.value <= 90)
    }
    return scalar.properties.isAlphabetic
  }

  /// Whether a scalar is a Han character.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar.properties.isWhitespace
  }

  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...8, 11...31, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F,
      0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func isCJKMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x303F).contains(scalar.value) || (0xFE30...0xFE4F).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  /// Full-width marks as their plain counterparts, so that the readers know one form of each.
  private static func foldedMark(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "，", "、": ","
    case "。", "．": "."
    case "；": ";"
    case "：": ":"
    case "！": "!"
    case "？": "?"
    case "（": "("
    case "）": ")"
    case "％": "%"
    case "＋": "+"
    case "×": "*"
    case "—", "–", "－": "-"
    default: String(Character(scalar))
    }
  }
}
