/// A message about footage in sentences that the readers know. ``Colloquial`` puts words plainly; this puts sentences: "put the last
/// 5 seconds at the start" becomes a cut and a move, "b&w but only the first 5 seconds" says first where.
///
/// What holds quotation marks or a text behind a colon is left as it is.
struct Rephrasing {
  /// A sentence and what it becomes; nil where it is another one.
  typealias Rule = @Sendable (_ message: String, _ film: Film) -> String?

  /// The message in plain sentences.
  static func plain(_ message: String, film: Film) -> String {
    guard message.utf8.count <= 400, film.videoSegments.contains(where: { $0.media != nil }),
      !message.contains(where: { "\"“”「」『』‘".contains($0) }),
      !message.contains(/[:：]\s*[^0-9\s]/)
    else { return message }
    return rules.reduce(message) { text, rule in
      guard let found = rule(text, film), found.contains(where: { $0.isLetter || $0.isNumber }) else {
        return text
      }
      return found.trimmingBlanks
    }
  }

  private static let rules: [Rule] = remarks + scopes + parts + looks + sounds

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
