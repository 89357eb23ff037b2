/// Words that the vocabulary does not know.
extension SceneReader {
  mutating func readUnknown(at index: Int) {
    let piece = text.pieces[index]
    switch piece.kind {
    case .word:
      guard isLikelyNoun(at: index) else { return }
      nameNoun(at: index, standIn: nil)
    case .han:
      // "一只水獭": the characters behind a measure word name something.
      guard followsMeasure(index) else { return }
      var end = index
      while end < range.upperBound, text.pieces[end].meanings.isEmpty, text.pieces[end].kind == .han,
        end - index < 4
      {
        end += 1
      }
      guard end - index >= 2 else { return }
      let word = text.words(index..<end)
      if !isNegated, sketch.nouns.count < Director.mostSubstitutions,
        !sketch.nouns.contains(where: { $0.word == word })
      {
        sketch.nouns.append(.init(word: word, standIn: nil))
      }
      subject = .other
      pending = Sketch.Properties()
    default: break
    }
  }

  func followsMeasure(_ index: Int) -> Bool {
    var cursor = index - 1
    while cursor >= range.lowerBound {
      let piece = text.pieces[cursor]
      if piece.has(.measure) { return true }
      guard piece.text == "的" || piece.has(.adjective) || piece.isProperty else { return false }
      cursor -= 1
    }
    return false
  }

  /// A careful guess: an unknown word where a noun must stand, that doesn't look like a verb or an adjective.
  func isLikelyNoun(at index: Int) -> Bool {
    let word = text.pieces[index].text
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) else { return false }
    for suffix in Self.adjectiveEndings where word.hasSuffix(suffix) { return false }
    if index + 1 < range.upperBound {
      let next = text.pieces[index + 1]
      if next.isNoun || next.has(.adjective) || next.isUsed || next.isMark("-") && next.isJoined {
        return false
      }
      guard
        next.kind == .mark || next.kind == .newline || next.has(.boundary) || next.has(.copula)
          || next.has(.and)
          || next.has(.motion) || next.has(.linker)
      else { return false }
    }
    guard index > range.lowerBound else { return true }
    let previous = text.pieces[index - 1]
    if previous.text == "to" || previous.isUsed { return false }
    return previous.kind == .mark || previous.kind == .newline || previous.has(.article) || previous.isCount
      || previous.has(.adjective) || previous.isProperty || previous.has(.boundary) || previous.has(.linker)
      || previous.meanings.contains { if case .feeling = $0 { true } else { false } }
      || previous.meanings.isEmpty && previous.kind == .word
  }

  static let adjectiveEndings = [
    "ing", "ed", "ly", "ful", "ous", "ive", "ish", "able", "ible", "less", "ic", "al", "est", "ary", "esque",
    "ward", "wards",
  ]
}

extension Piece {
  /// Whether its last word is an English plural.
  func isPlural(in text: ParsedText) -> Bool {
    let last = text.tokens[tokens.upperBound - 1]
    return last.kind == .word && !Lexicon.stems(of: last.text).isEmpty
  }
}
