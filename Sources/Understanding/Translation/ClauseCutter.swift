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
    let end = text.codes.count
    func close(at stop: Int, next: Int) {
      var lower = start
      var upper = stop
      while lower < upper, isSpace(text, lower) { lower += 1 }
      while upper > lower, isSpace(text, upper - 1) { upper -= 1 }
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
      switch text.plainCodes[index] {
      // Brackets; "（" folds to "(".
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      default: break
      }
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

  private static func isSpace(_ text: ReplyText, _ index: Int) -> Bool { text.traits[index].contains(.space) }

  /// The length of a mark that divides clauses here, with the spaces after it.
  private static func separatorWidth(_ text: ReplyText, at index: Int) -> Int? {
    if text.hasEmoji, let width = spaceAfterEmoji(text, at: index) { return width }
    // Letters, digits and spaces divide nothing, nor does what is hidden.
    guard text.traits[index].isEmpty, text.plainCodes[index] > 2 else { return nil }
    let count = text.codes.count
    let code = text.codes[index]
    let isLast = index + 1 == count
    let spaceFollows = isLast || isSpace(text, index + 1)
    var width = 1
    switch code {
    case 0xFF0C, 0xFF1B, 0xFF1A, 0x3002, 0xFF01, 0xFF1F: break
    // , ; :
    case 0x2C, 0x3B, 0x3A:
      // A closing emphasis mark belongs to the label before it.
      guard spaceFollows || text.traits[index + 1].contains(.han) else { return nil }
    // . ! ?
    case 0x2E, 0x21, 0x3F:
      guard spaceFollows, index + 2 < count else { return nil }
    // — –
    case 0x2014, 0x2013:
      while index + width < count, text.codes[index + width] == code { width += 1 }
    // - →
    case 0x2D, 0x2192:
      guard index > 0, isSpace(text, index - 1), spaceFollows else { return nil }
      if code == 0x2192, joinsLabels(text, at: index) { return nil }
    default: return nil
    }
    while index + width < count, isSpace(text, index + width) { width += 1 }
    return index + width >= count && code != 0x2C ? nil : width
  }

  /// "The noise is gone 🎧 You can compare …": an emoji ends what stands before it, where a capital or a Han character
  /// begins anew.
  private static func spaceAfterEmoji(_ text: ReplyText, at index: Int) -> Int? {
    guard index > 0, isSpace(text, index), LineMarker.isEmoji(text.characters[index - 1]),
      !LineMarker.points(text.characters[index - 1])
    else { return nil }
    var next = index
    while next < text.codes.count, isSpace(text, next) { next += 1 }
    guard next < text.codes.count, !text.traits[next].isDisjoint(with: [.uppercase, .han]) else { return nil }
    return next - index
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
    guard index > 0, text.plainTraits[index - 1].contains(.space), startsConnector(text.plainCodes[index]),
      let (first, next) = word(text, at: index), connectors.contains(first)
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

  /// Whether a connector may begin with this letter: a, o, t, b, s, w.
  private static func startsConnector(_ code: UInt32) -> Bool {
    switch code {
    case 0x61, 0x6F, 0x74, 0x62, 0x73, 0x77: true
    default: false
    }
  }

  private static func precedes(_ text: ReplyText, _ verb: String, before index: Int) -> Bool {
    text.word(max(0, index - 6)..<index).contains(verb)
  }

  private static func word(_ text: ReplyText, at index: Int) -> (String, Int)? {
    var end = index
    let count = text.plainCodes.count
    while end < count,
      text.plainTraits[end].contains(.letter)
        || (end > index && (text.plainCodes[end] == 0x27 || text.plainCodes[end] == 0x2D))
    { end += 1 }
    guard end > index else { return nil }
    let word = text.word(index..<end)
    while end < count, text.plainTraits[end].contains(.space) { end += 1 }
    return (word, end)
  }
}
