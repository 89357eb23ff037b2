/// Cuts an edit message into requests: "add music and a title, then make it night".
enum EditClauses {
  /// A stretch of the message that asks for one thing.
  struct Clause {
    /// The user's words.
    var words: String
    /// Whether "then" or the like stands before it.
    var followsThen: Bool
  }

  static func clauses(of text: ParsedText) -> [Clause] {
    let quoted = text.quotations()
    var quote = 0
    var clauses: [Clause] = []
    var start = 0
    var followsThen = false
    var index = 0
    func close(at end: Int) {
      if end > start {
        let words = text.words(start..<end)
        if !words.isEmpty { clauses.append(Clause(words: words, followsThen: followsThen)) }
      }
    }
    while index < text.pieces.count {
      while quote < quoted.count, quoted[quote].upperBound <= index { quote += 1 }
      if quote < quoted.count, quoted[quote].contains(index) {
        index = quoted[quote].upperBound
        continue
      }
      let piece = text.pieces[index]
      let isThen =
        piece.has(.then) && !(piece.kind == .han && piece.has(.edit(.change))) && !isOrdinal(text, at: index)
      if piece.kind == .newline || piece.isMark(".;!?") && !isOfFileName(text, at: index) || isThen {
        close(at: index)
        start = index + 1
        followsThen = isThen
      } else if piece.isMark(",") || piece.has(.and) {
        if startsRequest(text, at: index + 1) || piece.isMark(",") && startsComparison(text, at: index + 1) {
          close(at: index)
          start = index + 1
          followsThen = false
        }
      }
      index += 1
    }
    close(at: text.pieces.count)
    return clauses
  }

  /// "song.mp3": the dot of a name ends no sentence.
  private static func isOfFileName(_ text: ParsedText, at index: Int) -> Bool {
    guard index > 0, index + 1 < text.pieces.count, text.pieces[index].isMark(".") else { return false }
    let dot = text.pieces[index].tokens.lowerBound
    return text.tokens[dot].isJoined && dot + 1 < text.tokens.count && text.tokens[dot + 1].isJoined
      && text.tokens[dot + 1].kind == .word
  }

  /// Whether a piece says which scene rather than what comes then: "the last scene", "最后一个镜头".
  private static func isOrdinal(_ text: ParsedText, at index: Int) -> Bool {
    var next = index + 1
    while next < text.pieces.count, next < index + 3,
      text.pieces[next].isCount || text.pieces[next].has(.measure)
    {
      next += 1
    }
    return next < text.pieces.count && text.pieces[next].has(.sceneMarker)
  }

  /// "改成夜晚，海面平静一点": a thing and how it is to be.
  private static func startsComparison(_ text: ParsedText, at start: Int) -> Bool {
    guard start < text.pieces.count, text.pieces[start].kind == .han, text.pieces[start].isNoun else {
      return false
    }
    var index = start + 1
    while index < text.pieces.count, index - start <= 4, !text.pieces[index].isMark(",.;!?") {
      let piece = text.pieces[index]
      if piece.meanings.contains(where: { if case .more = $0 { true } else { false } }) { return true }
      index += 1
    }
    return false
  }

  /// Whether a new request starts at a piece, behind articles, adjectives and polite words.
  static func startsRequest(_ text: ParsedText, at start: Int) -> Bool {
    var index = start
    while index < text.pieces.count {
      let piece = text.pieces[index]
      let isComparison =
        piece.has(.more(.size, 1.4)) || piece.has(.more(.size, 0.7)) || piece.has(.more(.speed, 1.5))
        || piece.has(.more(.speed, 0.6))
      if piece.has(.then) || (piece.startsRequest && !isComparison) { return true }
      if text.length(at: index) != nil { return true }
      if piece.meanings.contains(where: { if case .aspect = $0 { true } else { false } }) { return true }
      if piece.number != nil, index + 2 < text.pieces.count, text.pieces[index + 1].isMark(":") {
        return true
      }
      // Only small words and adjectives may stand before it.
      guard
        piece.has(.article) || piece.has(.filler) || piece.isProperty || piece.has(.adjective)
          || piece.has(.measure)
          || piece.has(.and) || piece.number == 1
      else { return false }
      // "把音量…": what follows decides.
      if piece.isNoun { return false }
      index += 1
    }
    return false
  }
}
