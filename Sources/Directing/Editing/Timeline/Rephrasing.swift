/// A message about footage in sentences that the readers know. ``Colloquial`` puts words plainly; this puts sentences: "put the last
/// 5 seconds at the start" becomes a cut and a move, "b&w but only the first 5 seconds" says first where.
///
/// What stands in quotation marks, and a message with a text behind a colon, is left as it is.
struct Rephrasing {
  /// A sentence and what it becomes; nil where it is another one.
  typealias Rule = @Sendable (_ message: String, _ film: Film) -> String?

  /// The message in plain sentences.
  static func plain(_ message: String, film: Film) -> String {
    guard message.utf8.count <= 400, film.videoSegments.contains(where: { $0.media != nil }),
      !message.contains(/[:：]\s*[^0-9\s]|[\u{E000}\u{E001}]/)
    else { return message }
    let quotations = message.matches(of: /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/).map { String(message[$0.range]) }
    var masked = message
    for (number, quotation) in quotations.enumerated() {
      if let range = masked.firstRange(of: quotation) { masked.replaceSubrange(range, with: mask(number)) }
    }
    guard !masked.contains(where: { "\"“”「」『』‘".contains($0) }) else { return message }
    let plain = rules.reduce(masked) { text, rule in
      guard let found = rule(text, film), found.contains(where: { $0.isLetter || $0.isNumber }) else {
        return text
      }
      return found.trimmingBlanks
    }
    var result = plain
    for (number, quotation) in quotations.enumerated() {
      // No text gets lost.
      guard let range = result.firstRange(of: mask(number)) else { return message }
      result.replaceSubrange(range, with: quotation)
    }
    return result
  }

  /// What stands for a quotation while the rules are at work: no word, and nothing that a message holds.
  private static func mask(_ number: Int) -> String { "\u{E000}\(number)\u{E001}" }

  private static let rules: [Rule] = remarks + titles + scopes + parts + looks + sounds

  /// A rule that replaces whatever matches.
  static func always(_ change: @escaping @Sendable (String) -> String) -> Rule {
    { message, _ in change(message) }
  }

  /// "5s", "two seconds", "0:05".
  static func duration(_ text: Substring) -> Int? {
    if let clock = text.wholeMatch(of: /\s*(\d{1,3}):(\d\d)\s*/), let minutes = Int(clock.1),
      let seconds = Int(clock.2)
    {
      return (minutes * 60 + seconds) * 1000
    }
    let scanner = PhraseScanner(String(text).trimmingBlanks)
    guard let found = scanner.duration(at: 0), scanner.pastBlanks(found.end) >= scanner.end else {
      return nil
    }
    return found.milliseconds
  }

  /// A moment as the readers read it.
  static func seconds(_ milliseconds: Int) -> String {
    let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    guard rest > 0 else { return "\(whole) seconds" }
    let digits = String(1000 + rest).dropFirst()
    return "\(whole).\(String(digits).trimmedEnd(of: "0")) seconds"
  }
}
