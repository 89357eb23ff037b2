/// The smallest unit of a prompt: a word, a number, one Han character, one symbol or one mark.
struct Token: Equatable {
  enum Kind: Equatable {
    case word, han, symbol, mark
    case number(Double)
    /// One line break; two in a row end a paragraph.
    case newline
  }

  /// What it is.
  var kind: Kind
  /// The folded text: lower case, simplified Han, plain apostrophes.
  var text: String
  /// Its scalars in the prompt.
  var range: Range<Int>
  /// Whether nothing stands between it and the token before.
  var isJoined: Bool

  var isNumber: Bool { if case .number = kind { true } else { false } }
}
