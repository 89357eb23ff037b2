/// Looks at the bytes that t2v has sent to a terminal: text, and the sequences of its own list, is all there may be.
///
/// It knows the list (the head of TerminalSequences.swift) by heart, numbers and all, so that a sequence which has come in
/// with text from outside is found even where it has the form of one of t2v's own.
public struct SentBytes {
  private let columns: Int
  private let rows: Int
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var found: [String] = []

  /// The strings (OSC, APC and their like) that were sent, without their frame.
  public private(set) var strings: [String] = []

  /// Everything in the output that t2v does not send by itself, each with what stands around it.
  public var problems: [String] { found }

  /// Reads an output.
  ///
  /// - Parameters:
  ///   - columns: how many the terminal has: no own movement goes further.
  ///   - rows: the same for its rows.
  public init(_ bytes: [UInt8], columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    let text = String(validating: bytes, as: UTF8.self)
    scalars = Array((text ?? String(decoding: bytes, as: UTF8.self)).unicodeScalars)
    if text == nil { found.append("bytes that are no UTF-8") }
    while let scalar = take() { read(scalar) }
  }

  /// Scalars that no program has business to send as text: controls, and what turns or hides text.
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  // MARK: Reading

  private mutating func take() -> Unicode.Scalar? {
    guard place < scalars.count else { return nil }
    defer { place += 1 }
    return scalars[place]
  }

  private mutating func complain(_ what: String, since start: Int) {
    guard found.count < 10 else { return }
    var around = String.UnicodeScalarView()
    around.append(contentsOf: scalars[max(0, start - 30)..<min(scalars.count, start + 40)])
    found.append("\(what) at \(start) in \(String(around).debugDescription)")
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    let start = place - 1
    switch scalar {
    case "\r", "\n", "\u{7}": break
    case "\u{1B}": readEscape(since: start)
    default:
      if Self.isForbidden(scalar) {
        complain("U+\(String(scalar.value, radix: 16, uppercase: true))", since: start)
      }
    }
  }

  private mutating func readEscape(since start: Int) {
    switch take() {
    case "7", "8": break
    case "[": readControlSequence(since: start)
    case let kind? where "]_PX^".unicodeScalars.contains(kind): readString(kind, since: start)
    default: complain("an escape", since: start)
    }
  }

  private mutating func readControlSequence(since start: Int) {
    var parameters = ""
    while let scalar = take() {
      switch scalar.value {
      case 0x20...0x3F: parameters.unicodeScalars.append(scalar)
      case 0x40...0x7E:
        if !isOwn(parameters, final: Character(scalar)) {
          complain("the sequence [\(parameters)\(scalar)", since: start)
        }
        return
      default: return complain("a broken sequence", since: start)
      }
    }
    complain("a sequence without an end", since: start)
  }

  private func isOwn(_ parameters: String, final: Character) -> Bool {
    let number = Int(parameters) ?? 0
    switch (parameters, final) {
    case ("", "K"), ("", "J"), (">", "q"), ("16", "t"), ("", "c"): return true
    case ("?7", "h"), ("?7", "l"), ("?1004", "h"), ("?1004", "l"): return true
    case ("?2004", "h"), ("?2004", "l"), ("?2026", "h"), ("?2026", "l"): return true
    case (_, "A"), (_, "B"): return (1...rows).contains(number)
    case (_, "G"): return (1...columns).contains(number)
    case (_, "m"): return Self.isStyle(parameters)
    default: return false
    }
  }

  private static func isStyle(_ parameters: String) -> Bool {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? -1 }[
      ...]
    while let number = numbers.popFirst() {
      switch number {
      case 0...4, 7, 9, 30...37, 39, 49, 90...97: break
      case 38, 48:
        let count = numbers.popFirst() == 5 ? 1 : 3
        guard numbers.count >= count, numbers.prefix(count).allSatisfy({ (0...255).contains($0) }) else {
          return false
        }
        numbers = numbers.dropFirst(count)
      default: return false
      }
    }
    return true
  }

  private mutating func readString(_ kind: Unicode.Scalar, since start: Int) {
    var content = String(Character(kind))
    while let scalar = take() {
      if scalar == "\u{1B}", place < scalars.count, scalars[place] == "\\" {
        place += 1
        strings.append(content)
        if !Self.isOwnString(content) { complain("the string \(content.prefix(60))", since: start) }
        return
      }
      guard !Self.isForbidden(scalar) else { break }
      content.unicodeScalars.append(scalar)
    }
    complain("a string without an end", since: start)
  }

  private static func isOwnString(_ string: String) -> Bool {
    if string == "_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA" { return true }
    if string.hasPrefix("]8;;") { return isLink(String(string.dropFirst(4))) }
    if string.hasPrefix("]9;4;") {
      let numbers = string.dropFirst(5).split(separator: ";", omittingEmptySubsequences: false).map {
        Int($0) ?? -1
      }
      return numbers.count == 2 && [0, 1, 3].contains(numbers[0]) && (0...100).contains(numbers[1])
    }
    for start in ["]9;", "]99;i=t2v;", "]777;notify;t2v;"] where string.hasPrefix(start) {
      return !string.dropFirst(start.count).contains(";")
    }
    return false
  }

  private static func isLink(_ url: String) -> Bool {
    guard !url.isEmpty else { return true }
    return (url.hasPrefix("https://") || url.hasPrefix("http://"))
      && url.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
  }
}
