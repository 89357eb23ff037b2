/// Cuts a sentence of a reply into clauses.
enum ClauseCutter {
  /// Words that begin a clause after "and", "or", "then": anything else after them belongs to the same clause
  /// ("Ana and Bo").
  private static let starters: Set<String> = EnglishInstruction.verbs.union([
    "you", "you'll", "i", "i'll", "i've", "i'm", "we", "we've", "it", "it'll", "it's", "they", "tell", "let",
    "just", "simply", "then", "your",
    "ask", "say", "describe", "please", "wait", "everything", "there", "feel", "make", "send", "type",
    "reply", "now", "finally", "if",
    "that's", "keep", "also", "share", "give", "write", "don't",
  ])
  private static let connectors: Set<String> = ["and", "or", "then", "but", "so", "where", "which", "while"]

  static func clauses(of text: ReplyText) -> [ReplyClause] {
    var clauses: [ReplyClause] = []
    var start = 0
    var separator = ""
    var depth = 0
    var index = 0
    let end = text.plain.count
    func close(at stop: Int, next: Int) {
      var lower = start
      var upper = stop
      while lower < upper, text.characters[lower].isWhitespace { lower += 1 }
      while upper > lower, text.characters[upper - 1].isWhitespace { upper -= 1 }
      if lower < upper || next >= end {
        clauses.append(
          ReplyClause(range: lower..<upper, separator: separator, words: text.words(in: lower..<upper)))
        separator = ""
      }
      let sepStart = upper
      separator += String(text.characters[sepStart..<next])
      start = next
    }
    while index < end {
      let character = text.plain[index]
      if character == "(" || character == "（" || character == "[" { depth += 1 }
      if character == ")" || character == "）" || character == "]" { depth = max(0, depth - 1) }
      if depth == 0, let width = separatorWidth(text, at: index) {
        let next = afterConnector(text, from: index + width)
        close(at: index, next: next)
        index = next
        continue
      }
      if depth == 0, let next = connector(text, at: index) {
        if start < index { close(at: index, next: next) }
        // A connector that stays in its clause ("so it …") must not be met again.
        index = max(next, index + 1)
        continue
      }
      index += 1
    }
    close(at: end, next: end)
    return clauses.filter { !$0.range.isEmpty }
  }

  /// The length of a mark that divides clauses here, with the spaces after it.
  private static func separatorWidth(_ text: ReplyText, at index: Int) -> Int? {
    let plain = text.plain
    let character = text.characters[index]
    guard plain[index] != "\u{1}", plain[index] != "\u{2}" else { return nil }
    let next = index + 1 < plain.count ? text.characters[index + 1] : " "
    var width = 1
    switch character {
    case "，", "；", "：", "。", "！", "？": break
    case ",", ";", ":":
      guard next.isWhitespace || next == "*" || ReplyText.isHan(next) else { return nil }
      // A closing emphasis mark belongs to the label before it.
      if next == "*" { return nil }
    case ".", "!", "?":
      guard next.isWhitespace, index + 2 < plain.count else { return nil }
    case "—", "–":
      while index + width < plain.count, text.characters[index + width] == character { width += 1 }
    case "-", "→":
      guard index > 0, text.characters[index - 1].isWhitespace, next.isWhitespace else { return nil }
      if character == "→", joinsLabels(text, at: index) { return nil }
    default: return nil
    }
    while index + width < plain.count, text.characters[index + width].isWhitespace { width += 1 }
    return index + width >= plain.count && character != "," ? nil : width
  }

  /// "Profile → Billing": a way through menus is one thing.
  private static func joinsLabels(_ text: ReplyText, at index: Int) -> Bool {
    let before = text.characters[..<index].reversed().drop { $0.isWhitespace || "*\"”".contains($0) }
      .prefix { $0.isLetter || $0.isNumber }.last
    let after = text.characters[(index + 1)...].first { !$0.isWhitespace && !"*\"“".contains($0) }
    return before?.isUppercase == true && after?.isUppercase == true
  }

  /// Takes in an "and", "or", "then" right after a mark.
  private static func afterConnector(_ text: ReplyText, from index: Int) -> Int {
    var index = index
    for _ in 0..<2 {
      guard let (word, next) = word(text, at: index), connectors.contains(word), word != "where",
        word != "which", word != "so"
      else { return index }
      index = next
    }
    return index
  }

  /// A connector between two spaces that a new clause follows: where that starts.
  private static func connector(_ text: ReplyText, at index: Int) -> Int? {
    guard index > 0, text.plain[index - 1].isWhitespace, let (first, next) = word(text, at: index),
      connectors.contains(first)
    else { return nil }
    var after = next
    if let (second, further) = word(text, at: next), connectors.contains(second) { after = further }
    guard let (follower, _) = word(text, at: after) else { return nil }
    let drops = follower == "drop" && precedes(text, "drag", before: index)
    guard starters.contains(follower), !drops else { return nil }
    // "so it is", "where you can" keep their first word: it is what they mean.
    if first == "where" || first == "which" || first == "so" || first == "while" {
      return index > 0 ? index : nil
    }
    return after
  }

  private static func precedes(_ text: ReplyText, _ verb: String, before index: Int) -> Bool {
    String(text.plain[max(0, index - 6)..<index]).contains(verb)
  }

  private static func word(_ text: ReplyText, at index: Int) -> (String, Int)? {
    var end = index
    var word = ""
    while end < text.plain.count,
      text.plain[end].isLetter || (text.plain[end] == "'" && end > index)
        || (text.plain[end] == "-" && end > index)
    {
      word.append(text.plain[end])
      end += 1
    }
    guard !word.isEmpty else { return nil }
    while end < text.plain.count, text.plain[end].isWhitespace { end += 1 }
    return (word, end)
  }
}
