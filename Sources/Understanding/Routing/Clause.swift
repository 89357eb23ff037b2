/// A part of an utterance that could be said alone.
struct Clause {
  /// What stands between it and the clause before.
  enum Link: Equatable {
    case start
    /// A comma, a full stop, a new line.
    case mark
    /// and, &, 并
    case and
    /// then, finally, 然后
    case then
  }

  var tokens: [Token]
  var link: Link
  /// Whether it ends in a question mark.
  var asks = false

  /// Cuts tokens into clauses at marks and connectors. Empty ones are left out, but their links count.
  static func split(_ tokens: [Token]) -> [Clause] {
    var clauses: [Clause] = []
    var current = Clause(tokens: [], link: .start)
    func stronger(_ one: Link, _ other: Link) -> Link {
      one == .then || other == .then ? .then : (one == .and || other == .and ? .and : .mark)
    }
    for (index, token) in tokens.enumerated() {
      if RequestOpening.begins(at: index, of: tokens, after: current.tokens) {
        // One or two words before it only call someone: "yall can i save this".
        if current.tokens.count > 2 || !current.tokens.allSatisfy({ $0.kind == .word }) {
          clauses.append(current)
        }
        current = Clause(tokens: [token], link: clauses.isEmpty ? .start : .mark)
        continue
      }
      let link: Link
      if token.kind == .mark {
        link = .mark
      } else if token.classes.contains(.connector) {
        link = token.text == "and" || token.text == "&" || simpleAnds.contains(token.text) ? .and : .then
      } else {
        current.tokens.append(token)
        continue
      }
      if current.tokens.isEmpty {
        current.link = current.link == .start ? .start : stronger(current.link, link)
      } else {
        current.asks = token.kind == .mark && token.text == "?"
        clauses.append(current)
        current = Clause(tokens: [], link: link)
      }
    }
    if !current.tokens.isEmpty { clauses.append(current) }
    return clauses
  }

  /// The clause with its attributes marked: in "the uploaded logo" and 「上次导出的视频」 the verb only tells which
  /// thing is meant.
  func withAttributes() -> Clause {
    var clause = self
    for index in tokens.indices.dropLast()
    where !tokens[index].classes.isDisjoint(with: [.exportVerb, .uploadVerb]) {
      let next = tokens[index + 1]
      let isChinese = next.text.hasPrefix("的") && next.text != "的话" && index + 2 < tokens.count
      let isEnglish =
        tokens[index].text.hasSuffix("ed") && index > 0 && tokens[index - 1].classes.contains(.definite)
        && next.kind == .word && !next.classes.contains(.pronoun)
        && (next.isUnknown || !next.classes.isDisjoint(with: [.film, .material]))
      if isChinese || isEnglish { clause.tokens[index].classes = [.glue, .definite] }
    }
    return clause
  }

  private static let simpleAnds: Set<String> = [
    "y", "e", "et", "und", "plus", "but", "并", "并且", "而且", "tambien",
  ]
}
