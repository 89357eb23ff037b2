/// A clause of a sentence of a reply: a range of its characters, and what divides it from the clause before.
struct ReplyClause {
  /// The characters of the clause, without separator and white space.
  var range: Range<Int>
  /// The separator before it as written, with its spaces: `, or `, ` — `, `，`.
  var separator: String
  /// The words of the clause, folded; a quotation is one word, ``ReplyText/quotation``.
  var words: [ReplyWord]
}

/// A word of a clause.
struct ReplyWord {
  var text: String
  var range: Range<Int>
  /// Whether it begins with a capital, or is set in bold or quotes: so may be what a button is called.
  var isLabel: Bool
}
