import GatewayTesting

/// Makes JSON texts by chance: all kinds of values, escapes, blanks, odd numbers.
struct RandomJSON {
  var random: SeededGenerator

  /// A document of at most so many levels.
  mutating func document(levels: Int) -> String {
    let isArray = Bool.random(using: &random)
    return blank() + (isArray ? array(levels) : object(levels)) + blank()
  }

  private mutating func value(_ levels: Int) -> String {
    switch Int.random(in: 0..<(levels > 0 ? 8 : 6), using: &random) {
    case 0: string()
    case 1: number()
    case 2: "true"
    case 3: "false"
    case 4: "null"
    case 5: string()
    case 6: array(levels - 1)
    default: object(levels - 1)
    }
  }

  private mutating func array(_ levels: Int) -> String {
    let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in blank() + value(levels) + blank() }
    return "[" + elements.joined(separator: ",") + (elements.isEmpty ? blank() : "") + "]"
  }

  private mutating func object(_ levels: Int) -> String {
    // Keys differ: of two members of one name Foundation may keep either.
    let members = (0..<Int.random(in: 0...4, using: &random)).map { index in
      blank() + "\"k\(index)" + string().dropFirst() + blank() + ":" + blank() + value(levels) + blank()
    }
    return "{" + members.joined(separator: ",") + (members.isEmpty ? blank() : "") + "}"
  }

  private mutating func string() -> String {
    let pieces = [
      "a", "Z", " ", "é", "日", "🎬", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", "\\ud83c\\udfac",
      "\\t", "/", "}",
      "]", ",", ":",
    ]
    let count = Int.random(in: 0...8, using: &random)
    return "\"" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\""
  }

  private mutating func number() -> String {
    ["0", "-0", "1", "-17", "3.25", "1e3", "-2.5E-3", "9007199254740991", "0.1", "123456789012", "1E+2"]
      .randomElement(using: &random) ?? "0"
  }

  private mutating func blank() -> String {
    ["", "", "", " ", "\n", "\t", "\r\n  "].randomElement(using: &random) ?? ""
  }
}
