/// Clauses that speak of an export, an upload, the credits or the state without asking for one.
extension ClauseReader {
  /// What a clause tells by its opening, whatever its other words are; nil when it may be a request.
  func telling(_ tokens: [Token]) -> Reading? {
    if thanksForWork(tokens) { return Reading(act: .filler) }
    if exclaims(tokens) || plans(tokens) { return Reading(act: .remark) }
    if tellsOfSubject(tokens) || supposes(tokens) { return Reading(act: .content) }
    return nil
  }

  private static let thanks: Set<String> = [
    "thanks", "thank", "thx", "thnx", "thanx", "ty", "tysm", "tyvm", "cheers", "appreciate", "appreciated",
  ]

  /// "thanks for sending me the video", "thank you for the export": for what was done. A verb with an object of its
  /// own behind ("thanks for the clip send it over") is a request that has lost its full stop.
  private func thanksForWork(_ tokens: [Token]) -> Bool {
    guard tokens.count > 2, Self.thanks.contains(tokens[0].text),
      let purpose = tokens.prefix(6).firstIndex(where: { $0.text == "for" }), purpose + 1 < tokens.count
    else { return false }
    let reason = tokens[(purpose + 1)...]
    return !reason.indices.dropFirst().contains { index in
      !tokens[index].classes.isDisjoint(with: [.exportVerb, .saveVerb, .giveVerb, .uploadVerb])
        && index + 1 < tokens.count
        && (!tokens[index + 1].classes.isDisjoint(with: [.definite, .pronoun, .format])
          || ["me", "us"].contains(tokens[index + 1].text))
    }
  }

  private static let likings: Set<String> = ["love", "like", "hate", "enjoy", "adore", "prefer", "loving"]

  /// "what a nice status animation", "I love how the credits look".
  private func exclaims(_ tokens: [Token]) -> Bool {
    guard tokens.count > 2 else { return false }
    if tokens[0].text == "what", tokens[1].classes.contains(.indefinite) { return true }
    // "how lovely the credits are"
    if tokens[0].text == "how", tokens[1].classes.contains(.praise), tokens[2].classes.contains(.definite) {
      return true
    }
    return tokens.indices.dropFirst().contains { index in
      tokens[index].text == "how" && Self.likings.contains(tokens[index - 1].text)
    }
  }

  /// "I might download it tonight"
  private func plans(_ tokens: [Token]) -> Bool {
    tokens.count > 2 && tokens[0].classes.contains(.speaker) && ["might", "may"].contains(tokens[1].text)
  }

  private static let suppositions: Set<String> = [
    "if", "when", "whenever", "unless", "while", "after", "once", "如果", "假如", "要是", "万一", "一旦", "每次",
    "si", "wenn", "quando", "cuando", "quand",
  ]
  private static let supposers: Set<String> = [
    "i", "we", "you", "u", "they", "someone", "people", "ever", "just", "now", "then", "try", "to", "我", "我们",
    "你", "您", "现在", "去", "再", "je", "ich", "wir",
  ]

  /// "if I export it now will it have a watermark": supposes the act.
  private func supposes(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, Self.suppositions.contains(first.text) else { return false }
    guard let verb = tokens.dropFirst().first(where: { !Self.supposers.contains($0.text) }) else {
      return false
    }
    return !verb.classes.isDisjoint(with: [.exportVerb, .saveVerb, .uploadVerb])
      || (!verb.classes.isDisjoint(with: [.giveVerb, .convertVerb]) && verb.classes.isDisjoint(with: .glue))
  }

  // MARK: Of closed vocabulary

  private static let pastCopulas: Set<String> = [
    "was", "were", "is", "are", "looks", "looked", "has", "had", "turned", "came", "went", "seems", "seemed",
    "sounds", "sounded",
  ]

  /// "the last download was fine": tells of one that was.
  func tellsOfOne(_ words: Words, asks: Bool) -> Bool {
    guard !asks, let first = words.first, !first.classes.contains(.question) else { return false }
    return words.indices.dropLast().contains { index in
      words[index].classes.contains(.exportVerb) && Self.pastCopulas.contains(words[index + 1].text)
        && words[..<index].contains { $0.classes.contains(.definite) }
    }
  }

  private static let already: Set<String> = ["已经", "已", "经"]
  private static let abilities: Set<String> = ["可以", "能", "能不能", "可不可以", "该", "想", "要", "是不是"]

  /// 「我已经导出了」: tells that it is done.
  func tellsItIsDone(_ words: Words) -> Bool {
    guard !says(words, Self.abilities), let verb = words.firstIndex(where: { isActVerb($0) }), verb > 0 else {
      return false
    }
    return says(Array(words[..<verb]), Self.already) && verb + 1 < words.count
      && ["了", "过", "过了", "好了", "完", "完了"].contains(words[verb + 1].text)
  }

  private static let statingVerbs: Set<String> = ["is", "are", "was", "were", "has", "isn't", "aren't"]

  /// Whether words hold a question word; "the video has no sound" and "my clip is upside down" hold none.
  func asksSomething(_ words: Words) -> Bool {
    let subject = words.firstIndex { !$0.classes.isDisjoint(with: [.film, .material, .state, .work]) }
    return words.indices.contains { index in
      words[index].classes.contains(.question)
        && !(Self.statingVerbs.contains(words[index].text) && subject.map { $0 < index } == true)
    }
  }

  private static let featureVerbs: Set<String> = ["will", "would", "does", "do", "is", "are", "has", "was"]

  /// "will the mp4 have sound?": asks what the thing is like.
  func asksAboutThing(_ words: Words) -> Bool {
    let spoken = Array(words.drop { $0.classes.contains(.social) })
    return spoken.count > 2 && Self.featureVerbs.contains(spoken[0].text)
      && spoken[1].classes.contains(.definite)
      && union(words).isDisjoint(with: [.exportVerb, .saveVerb])
  }

  /// "where does the clip start?" asks for a time, not for a file.
  func asksForTimes(_ words: Words) -> Bool {
    let spoken = Array(words.drop { $0.classes.contains(.social) })
    return spoken.count > 2 && ["where", "when"].contains(spoken[0].text)
      && ["does", "do", "did"].contains(spoken[1].text)
      && says(spoken, ["start", "begin", "end", "stop"])
  }

  private static let auxiliaries: Set<String> = [
    "did", "has", "was", "were", "is", "are", "didn't", "wasn't",
  ]
  private static let persons: Set<String> = ["you", "i", "we", "u", "they"]
  private static let offers: Set<String> = [
    "there", "possible", "way", "able", "ok", "okay", "time", "downloadable", "going", "gonna", "how",
    "where",
    "what", "to", "can",
  ]

  /// "did you export it?", "was the video downloaded?", 「你导出了吗」: asks whether it is done, not to do it.
  func asksWhetherDone(_ words: Words) -> Bool {
    guard let verb = words.firstIndex(where: { isActVerb($0) }) else { return false }
    if isSpaceless(words[verb]) {
      return !says(words, Self.abilities) && verb + 2 == words.count - 1 && words[verb + 1].text == "了"
        && ["吗", "没", "么", "没有"].contains(words[verb + 2].text)
    }
    let spoken = Array(words.drop { $0.classes.contains(.social) })
    guard spoken.count > 2, let first = spoken.first, !says(words, Self.offers) else { return false }
    return Self.auxiliaries.contains(first.text)
      || (first.text == "have" && Self.persons.contains(spoken[1].text))
  }

  private func isActVerb(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.exportVerb, .uploadVerb])
  }
}
