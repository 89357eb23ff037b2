/// Where a request begins in speech without punctuation: "it's perfect can you send it over".
enum RequestOpening {
  private static let modals: Set<String> = ["can", "could", "would", "will"]
  private static let persons: Set<String> = ["i", "you", "u", "we", "ya"]
  private static let verbs: WordClass = [.exportVerb, .saveVerb, .giveVerb, .uploadVerb, .look]

  /// What ties a following "can you" to the words before: "how can I", "a robot that could you…".
  private static let ties: Set<String> = [
    "how", "what", "where", "when", "which", "who", "why", "if", "that", "than", "many", "much", "as", "so",
    "whatever",
    "and", "or", "the", "a", "an", "where's", "what's", "whether", "because", "chance", "way", "videos",
    "more",
  ]

  /// Whether a request opens at a position whose clause has other words already.
  static func begins(at index: Int, of tokens: [Token], after current: [Token]) -> Bool {
    guard let last = current.last, !ties.contains(last.text), last.kind == .word,
      current.contains(where: { !$0.classes.contains(.social) })
    else { return false }
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if modals.contains(token.text), let next, persons.contains(next.text) {
      return !current.contains { $0.classes.contains(.question) && ties.contains($0.text) }
    }
    if token.text == "let's" || token.text == "lemme" { return true }
    // "that's it please export the video"
    if ["please", "pls", "plz"].contains(token.text), let next, !next.classes.isDisjoint(with: verbs) {
      return !next.classes.contains(.glue)
        && current.contains {
          !$0.classes.isDisjoint(with: [.praise, .done]) || $0.text == "that's" || $0.text == "it"
        }
    }
    return false
  }
}
