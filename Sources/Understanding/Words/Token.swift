/// A piece of an utterance: a word, a mark, a quotation or a reference.
struct Token {
  enum Kind: Equatable {
    case word
    /// A mark that ends or divides clauses.
    case mark
    /// Quoted words: what they say is never the user's own act.
    case quotation
    /// A path or URL: the index among the references found.
    case reference(Int)
  }

  var kind: Kind
  /// The folded text.
  var text: String
  var classes: WordClass
  /// Where it stands among the characters of the utterance.
  var range: Range<Int>

  /// Whether the word is outside the lexicon.
  var isUnknown: Bool { kind == .quotation || (kind == .word && classes.isEmpty) }
}
