/// Questions about the words of a clause.
extension ClauseReader {
  // MARK: Words about words

  func union(_ words: Words) -> WordClass {
    words.reduce(into: WordClass()) { $0.formUnion($1.classes) }
  }

  func fits(_ words: Words, _ allowed: WordClass) -> Bool {
    words.allSatisfy { !$0.classes.isDisjoint(with: allowed) }
  }

  func says(_ words: Words, _ any: Set<String>) -> Bool { words.contains { any.contains($0.text) } }

  func isReference(_ token: Token) -> Bool {
    if case .reference = token.kind { return true }
    return false
  }

  func isHow(_ token: Token) -> Bool {
    ["how", "where", "怎么", "如何", "como", "comment", "wie"].contains(token.text)
  }

  /// Whether a word carries the meaning: a verb or noun, rather than politeness and grammar.
  func isContentWord(_ token: Token) -> Bool {
    token.kind == .word && (token.classes.isEmpty || token.classes.isDisjoint(with: .glue))
      && token.classes != .social && token.classes.isDisjoint(with: [.negation, .postponer])
  }

  func isPolite(_ token: Token) -> Bool {
    token.classes.contains(.glue) && token.classes.isDisjoint(with: [.question, .indefinite])
      && !["me", "us", "you"].contains(token.text)
  }

  /// Whether the words begin with "a": "um" may be that, or a pause.
  func isIndefinite(_ words: Words) -> Bool {
    words[0].classes.contains(.indefinite) && !words[0].classes.contains(.social)
  }

  func isNounPhrase(_ words: Words) -> Bool {
    words[0].classes.contains(.indefinite) || (words.count > 1 && words[1].text == "of")
  }

  /// "a video", "一个视频": a film that is to be made, not the one that is there.
  func startsNewFilm(_ words: Words) -> Bool {
    for (index, word) in words.enumerated()
    where word.classes.contains(.film) || word.classes.contains(.quality) {
      guard index > 0,
        !["copy", "file", "link", "version", "final", "finished", "download", "high", "downloadable"]
          .contains(word.text)
      else { continue }
      let before = words[index - 1]
      if before.classes.contains(.indefinite) && !before.classes.contains(.definite) {
        return !union(words).contains(.format)
      }
    }
    return false
  }

  func isDefinite(_ words: Words) -> Bool {
    words.contains { word in
      word.classes.contains(.definite) || isSpaceless(word)
        || ["final", "finished", "completed"].contains(word.text)
    } || says(words, ["link", "copy"])
  }

  func isSpaceless(_ token: Token) -> Bool { (token.text.unicodeScalars.first?.value ?? 0) >= 0x3040 }

  func isCJKFilm(_ token: Token) -> Bool {
    isSpaceless(token) && !token.classes.isDisjoint(with: [.film, .glue, .quality])
  }

  private static let subjectWords: Set<String> = ["about", "sobre", "sur", "uber", "关于", "explaining"]
  private static let pictures: Set<String> = [
    "film", "clip", "video", "movie", "short", "animation", "cartoon", "ad", "spot",
  ]

  /// "make a clip about downloading videos", "show how credits work in a short film": what a film is about is no
  /// request, whatever it is.
  func tellsOfSubject(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, !first.classes.contains(.question) else { return false }
    if let about = tokens.firstIndex(where: { Self.subjectWords.contains($0.text) }), about + 1 < tokens.count
    {
      let before = tokens[..<about]
      let makes =
        before.contains {
          $0.classes.contains(.convertVerb) || ["make", "create"].contains($0.text)
        }
        // "I need a video about …"
        || before.indices.dropLast().contains {
          before[$0].classes.contains(.indefinite) && Self.pictures.contains(before[$0 + 1].text)
        }
      let acts = before.contains {
        !$0.classes.isDisjoint(with: [.exportVerb, .uploadVerb, .credit, .state])
          && $0.classes.isDisjoint(with: .glue)
      }
      if makes, !acts { return true }
    }
    guard let last = tokens.last, Self.pictures.contains(last.text),
      tokens.contains(where: { $0.text == "how" }),
      let place = tokens.lastIndex(where: { $0.text == "in" }), place + 2 < tokens.count
    else { return false }
    return ["a", "an"].contains(tokens[place + 1].text)
  }
}
