/// A phrase of the prompt with its meanings, or a token that the vocabulary doesn't know.
struct Piece {
  /// Its tokens.
  var tokens: Range<Int>
  /// What it means; empty for an unknown token.
  var meanings: [Meaning]
  /// What kind of token it starts with.
  var kind: Token.Kind
  /// The folded text of its first token.
  var text: String
  /// Whether nothing stands between it and the piece before.
  var isJoined: Bool
  /// Whether a reader has used it for something other than the scene (a length, a title…).
  var isUsed = false

  func has(_ meaning: Meaning) -> Bool { meanings.contains(meaning) }

  /// Whether it is one of the marks of a text such as ",.;".
  func isMark(_ marks: String) -> Bool { kind == .mark && marks.contains(text) }

  /// Whether nothing in it is of use to a scene: an article, a stop word, a command, a word about films.
  var isIdle: Bool { meanings.contains { $0.isIdle } }

  /// The number it states, if any.
  var number: Double? {
    for meaning in meanings {
      if case .number(let value) = meaning { return value }
    }
    return nil
  }
}
