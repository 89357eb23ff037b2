/// What the look of a sentence says of its place on the page.
enum SentenceShape {
  /// Emoji after a full stop belong to the sentence before, unless they point at what comes.
  static func leadingEmoji(of sentence: String) -> (emoji: String, gap: String, rest: String)? {
    // Nothing in ASCII is one by itself.
    guard sentence.utf8.first.map({ $0 >= 0x80 }) == true else { return nil }
    let emoji = sentence.prefix { LineMarker.isEmoji($0) }
    guard !emoji.isEmpty, !emoji.contains(where: LineMarker.points) else {
      return nil
    }
    let gap = sentence.dropFirst(emoji.count).prefix { $0.isWhitespace }
    return (String(emoji), String(gap), String(sentence.dropFirst(emoji.count + gap.count)))
  }

  /// Whether a colon ends it: it announces what comes next.
  static func announces(_ text: String) -> Bool {
    if let last = PlainText.lastLetter(of: text) { return last == UInt8(ascii: ":") }
    let last = text.last { !$0.isWhitespace && $0 != "*" && $0 != "_" }
    return last == ":" || last == "："
  }

  /// A line that is bold from end to end heads what follows. Without a full stop in it, no text can follow it on
  /// its line.
  static func isBoldHeading(_ text: String) -> Bool {
    guard text.utf8.starts(with: [0x2A, 0x2A]), text.count > 4, text.hasPrefix("**"), text.hasSuffix("**")
    else { return false }
    let inner = text.dropFirst(2).dropLast(2)
    return !inner.contains { "*.!?。！？…".contains($0) }
  }
}
