/// One line of the history file: `{"line":"…"}`.
package enum HistoryEntry {
  /// The JSON line for an entry, with its newline.
  package static func encode(_ line: String) -> String {
    var json = "{\"line\":\""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\r": json += "\\r"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{2029}":
        let hex = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\"}\n"
  }

  /// The entry of a line of the file; nil for a line that is damaged (a crash while writing) or of another kind.
  /// Keys other than `line` are skipped as long as their values are strings or plain words, so the format may grow.
  package static func decode(_ json: some StringProtocol) -> String? {
    var scanner = Scanner(rest: Substring(json).unicodeScalars)
    guard scanner.skip("{") else { return nil }
    var found: String?
    repeat {
      guard let key = scanner.string(), scanner.skip(":") else { return nil }
      if key == "line" {
        guard let value = scanner.string() else { return nil }
        found = value
      } else if scanner.string() == nil && !scanner.skipWord() {
        return nil
      }
    } while scanner.skip(",")
    return scanner.skip("}") && scanner.isAtEnd ? found : nil
  }

  private struct Scanner {
    var rest: Substring.UnicodeScalarView

    var isAtEnd: Bool {
      rest.allSatisfy { $0 == " " || $0 == "\r" || $0 == "\n" || $0 == "\t" }
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard rest.first == scalar else { return false }
      rest.removeFirst()
      return true
    }

    /// A number, `true`, `false` or `null`.
    mutating func skipWord() -> Bool {
      skipBlanks()
      let word = rest.prefix { $0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0) }
      rest = rest.dropFirst(word.count)
      return !word.isEmpty
    }

    mutating func string() -> String? {
      let start = rest
      guard skip("\"") else {
        rest = start
        return nil
      }
      var result = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\"": return String(result)
        case "\\":
          guard let escaped = escaped() else { return nil }
          result.append(escaped)
        default: result.append(scalar)
        }
      }
      return nil
    }

    private mutating func skipBlanks() {
      rest = rest.drop { $0 == " " || $0 == "\t" }
    }

    private mutating func escaped() -> Unicode.Scalar? {
      switch rest.popFirst() {
      case "n": "\n"
      case "t": "\t"
      case "r": "\r"
      case "b": "\u{08}"
      case "f": "\u{0C}"
      case "u": unicode()
      case let scalar?: scalar
      case nil: nil
      }
    }

    private mutating func unicode() -> Unicode.Scalar? {
      guard let high = hex() else { return nil }
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
      guard rest.popFirst() == "\\", rest.popFirst() == "u", let low = hex(), (0xDC00..<0xE000).contains(low)
      else { return nil }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hex() -> UInt32? {
      let digits = rest.prefix(4)
      guard digits.count == 4, let value = UInt32(String(digits), radix: 16) else { return nil }
      rest = rest.dropFirst(4)
      return value
    }
  }
}
