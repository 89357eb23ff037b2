/// Reads clauses that hold words from outside the lexicon by their structure: a request that is complete and
/// unmistakable stays one, whatever its speaker calls the film or adds to it.
struct OpenReader {
  let reader: ClauseReader

  func read(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard tokens.count <= 24,
      !tokens.contains(where: { $0.kind == .quotation || reader.isReference($0) }),
      !tokens.contains(where: {
        !$0.classes.isDisjoint(with: [.postponer, .wish]) && $0.classes.isDisjoint(with: .glue)
      }),
      !tokens.contains(where: { $0.classes.contains(.negation) })
    else { return nil }
    return export(clause) ?? deliverable(clause) ?? question(clause) ?? upload(clause)
  }

  // MARK: Export

  /// An imperative or a polite question whose verb is "export" or "download".
  private func export(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let verb = tokens.firstIndex(where: { reader.isContentWord($0) }),
      tokens[verb].classes.contains(.exportVerb),
      !tokens[verb].text.hasSuffix("ed"),
      !tokens[..<verb].contains(where: { $0.classes.contains(.indefinite) && !$0.classes.contains(.definite) }
      )
    else { return fetched(clause) }
    let object = Array(tokens[(verb + 1)...])
    guard let length = filmLength(object) else { return nil }
    guard !reader.changesFilm(object[length...]) else { return nil }
    // "export the sadness from this scene" takes something out of the film.
    if object.count > length, object[length].text == "from", object[..<length].contains(where: \.isUnknown) {
      return nil
    }
    return export(tokens, tail: object[length...])
  }

  /// "drop the mp4 king", "send it over my guy": the object is over before the words from outside.
  private func fetched(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let unknown = tokens.firstIndex(where: \.isUnknown), unknown > 1,
      !tokens[unknown - 1].classes.isDisjoint(with: [.pronoun, .format, .resolution, .social])
        || ["now", "already", "over", "again"].contains(tokens[unknown - 1].text),
      tokens[unknown...].count(where: \.isUnknown) <= 2, tokens.count - unknown <= 3,
      !tokens[..<unknown].contains(where: {
        $0.classes.contains(.convertVerb) || $0.classes.contains(.saveVerb)
      }),
      let reading = reader.closed(Array(tokens[..<unknown]), asks: clause.asks),
      reading.act == .action(.export)
    else { return nil }
    return export(tokens, tail: tokens[unknown...])
  }

  private func export(_ tokens: [Token], tail: ArraySlice<Token>) -> Reading? {
    guard
      !tail.contains(where: { token in
        IntentRouter.editVerbs.contains(token.text) && !token.classes.contains(.glue)
      })
    else { return nil }
    var reading = Reading(act: .action(.export))
    reader.takeOutput(of: tokens.filter { $0.kind == .word }, into: &reading)
    reading.isFull = true
    return reading
  }

  private static let ends: Set<String> = [
    "as", "to", "in", "at", "for", "so", "from", "onto", "please", "pls", "now", "on", "over", "into", "by",
    "via",
    "because", "today", "thanks", "again", "when",
  ]

  /// How many words the film takes as the object of a verb: "it", "the asset", "my shiny new trailer".
  private func filmLength(_ object: [Token]) -> Int? {
    guard let first = object.first else { return 0 }
    if !first.classes.isDisjoint(with: [.format, .resolution]) || Self.ends.contains(first.text) {
      return 0
    }
    if first.classes.contains(.pronoun), object.count == 1 || !object[1].isUnknown || first.text == "it" {
      return 1
    }
    if first.isUnknown, object.count > 1, !reader.isSpaceless(first) {
      // "export sunset video"
      return object.count <= 3 && object[1].classes.contains(.film) ? 2 : nil
    }
    guard first.classes.contains(.definite), !reader.isSpaceless(first) else { return nil }
    let end =
      object.indices.dropFirst().first {
        Self.ends.contains(object[$0].text) || object[$0].classes.contains(.social)
          || !object[$0].classes.isDisjoint(with: [.format, .resolution])
      } ?? object.count
    guard end > 1, end <= 5, !object[..<end].contains(where: { $0.text == "of" }),
      !object[1..<end].contains(where: { $0.classes.contains(.material) && $0.text == "files" })
    else { return nil }
    return end
  }

  /// "push out the final mp4": done to the film as a finished file, in words of the speaker's own.
  private func deliverable(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let last = tokens.lastIndex(where: \.isUnknown), tokens.count(where: \.isUnknown) <= 2,
      let finished = tokens.firstIndex(where: {
        ["final", "finished", "completed", "approved"].contains($0.text)
      }),
      finished > last, finished + 1 < tokens.count,
      !tokens[finished + 1].classes.isDisjoint(with: [.film, .format]),
      tokens[finished - 1].classes.contains(.definite),
      !tokens.contains(where: { IntentRouter.editVerbs.contains($0.text) && !$0.classes.contains(.glue) }),
      !tokens[0].classes.contains(.indefinite)
    else { return nil }
    return export(tokens, tail: tokens[finished...])
  }

  // MARK: Questions

  private static let ours: Set<String> = [
    "i", "we", "my", "our", "me", "us", "i've", "we've", "left", "remain", "remaining", "remains", "account",
    "mine",
    "team",
  ]

  /// "how broke am i on credits", "what's chilling on our timeline": a question about what is the user's.
  private func question(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    let spoken = tokens.drop { $0.classes.contains(.social) }
    guard let first = spoken.first,
      first.classes.contains(.question) || clause.asks
        || ["do", "did", "any", "show", "check", "list"].contains(first.text),
      tokens.count(where: \.isUnknown) <= 2, tokens.contains(where: { Self.ours.contains($0.text) })
    else { return nil }
    func names(_ wordClass: WordClass) -> Bool {
      tokens.indices.contains { index in
        tokens[index].classes.contains(wordClass)
          && (index + 1 == tokens.count || !tokens[index + 1].isUnknown)
          && (index == 0 || !tokens[index - 1].classes.contains(.indefinite)
            || tokens[index - 1].classes.contains(.definite))
      }
    }
    // "how many generations do I have left": of whatever there is a number.
    let counts =
      tokens.contains { $0.classes.contains(.quantity) }
      && tokens.contains { $0.classes.contains(.remaining) }
      && tokens.contains { ["i", "we"].contains($0.text) }
      && !tokens.contains { !$0.classes.isDisjoint(with: [.state, .work]) }
    if counts || names(.credit) { return Reading(act: .action(.credits)) }
    let asksState = names(.state) && !tokens.contains { IntentRouter.editVerbs.contains($0.text) }
    return asksState && first.classes.contains(.question) ? Reading(act: .action(.status)) : nil
  }

  // MARK: Upload

  /// "we have brand assets to upload": what is uploaded stands before the verb, in any words.
  private func upload(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let verb = tokens.firstIndex(where: { $0.classes.contains(.uploadVerb) }), verb > 1,
      tokens[verb - 1].text == "to", !tokens[verb...].contains(where: \.isUnknown),
      let first = tokens.first(where: { !$0.classes.contains(.social) }), first.classes.contains(.speaker),
      tokens[..<verb].contains(where: {
        $0.classes.contains(.have) || ["want", "need", "like"].contains($0.text)
      })
    else { return nil }
    return Reading(act: .action(.upload))
  }
}
