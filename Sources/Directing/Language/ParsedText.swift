/// A text cut into pieces, with its scalars at hand to quote from it.
struct ParsedText {
  let scalars: [Unicode.Scalar]
  let tokens: [Token]
  var pieces: [Piece]

  /// Cuts a text by the studio's vocabulary.
  init(_ text: String, lexicon: Lexicon = Vocabulary.lexicon) {
    let scalars = Array(text.unicodeScalars)
    self.init(scalars: scalars, tokens: Tokenizer.tokens(of: scalars), lexicon: lexicon)
  }

  private init(scalars: [Unicode.Scalar], tokens: [Token], lexicon: Lexicon) {
    self.scalars = scalars
    self.tokens = tokens
    let candidates = tokens.map { lexicon.candidates(for: $0) }
    var pieces: [Piece] = []
    pieces.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var meanings: [Meaning] = []
      var end = index + 1
      if let match = lexicon.longestMatch(from: index, tokens: tokens, candidates: candidates) {
        (end, meanings) = match
      } else if case .number(let value) = token.kind {
        meanings = [.number(value)]
      }
      // "二十五秒": Han digits in a row are one number, unless a longer phrase starts with them.
      if token.kind == .han, end - index <= 2, let run = HanNumber.read(tokens, from: index), run.end >= end {
        end = run.end
        meanings = [.number(run.value)]
      }
      pieces.append(
        Piece(
          tokens: index..<end, meanings: meanings, kind: token.kind, text: token.text,
          isJoined: token.isJoined))
      index = end
    }
    self.pieces = pieces
  }

  /// The user's own words for a range of pieces, from the first to the last token.
  func words(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return slice(tokens[pieces[first].tokens.lowerBound].range.lowerBound..<end(ofPiece: last))
  }

  /// Where a piece ends, in scalars; combining marks and joiners behind its last token belong to it.
  private func end(ofPiece index: Int) -> Int {
    tokens[pieces[index].tokens.upperBound - 1].range.upperBound
  }

  /// A range of the text; line breaks and control characters become spaces, runs of spaces one.
  func slice(_ range: Range<Int>) -> String {
    var result = ""
    var isSpacePending = false
    for scalar in scalars[range] {
      if scalar.properties.isWhitespace || scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) {
        isSpacePending = true
      } else {
        if isSpacePending, !result.isEmpty { result += " " }
        isSpacePending = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
