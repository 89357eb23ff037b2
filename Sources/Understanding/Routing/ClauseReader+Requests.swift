/// Whether words that are all known make one of the four requests.
extension ClauseReader {
  // MARK: The four requests

  func isUpload(_ words: Words) -> Bool {
    let has = union(words)
    if has.contains(.uploadVerb) {
      // "is it uploaded?" asks about the state.
      if words[0].classes.contains(.question), has.contains(.done), !isHow(words[0]) { return false }
      return !isNounPhrase(words)
    }
    guard has.contains(.material) else { return false }
    if says(words, ["here", "here's", "heres"]), words[0].text.hasPrefix("here") { return true }
    if says(words, ["send", "give", "share"]), says(words, ["you"]), !says(words, ["me"]) {
      return !says(words, ["could", "would", "can"]) || says(words, ["i"])
    }
    return says(words, ["own", "自己的"]) && says(words, ["use", "bring", "用"])
  }

  func isCredits(_ words: Words) -> Bool {
    let has = union(words)
    let measured =
      !has.isDisjoint(with: [.quantity, .remaining, .spend, .account, .have])
      || words[0].classes.contains(.question)
    if has.contains(.convertVerb) || has.contains(.film) {
      // "how many more videos can I make"
      return measured
        && (has.contains(.credit) || has.contains(.spend)
          || (has.contains(.quantity) && has.contains(.convertVerb)))
    }
    if has.contains(.credit) {
      if words.count > 1, words[0].text == "balance",
        !words[1].classes.isDisjoint(with: [.definite, .pronoun])
      {
        return false
      }
      if says(words, ["to"]), says(words, ["give"]) { return false }
      if says(words, ["up", "at", "over", "on", "into", "with"]), !measured,
        !says(words, ["account", "how", "how's"])
      {
        return false
      }
      return !words[0].classes.contains(.indefinite)
    }
    if has.contains(.spend) { return true }
    if has.contains(.quantity), has.contains(.remaining) || has.contains(.account) { return true }
    if says(words, ["run", "ran", "running"]), says(words, ["out", "low"]) { return true }
    if has.contains(.remaining), has.contains(.have) || has.contains(.account) {
      return words.contains { $0.classes.contains(.question) } || has.contains(.account)
    }
    return has.contains(.account) && has.contains(.look)
      && says(words, ["account", "wallet", "账户", "账号", "usage", "cuenta", "konto", "conta", "compte", "계정"])
  }

  static let timelineWords: Set<String> = [
    "timeline", "tracks", "track", "draft", "project", "edit", "cut", "时间线", "轨道", "项目", "工程", "timeline",
    "タイムライン", "프로젝트",
  ]

  /// "export the timeline", "download the project as mp4": the verb says what is wanted. "export status" is not.
  func isFetchOfTimeline(_ words: Words) -> Bool {
    guard let verb = words.firstIndex(where: { isContentWord($0) }), words[verb].classes.contains(.exportVerb)
    else { return false }
    let later = words[(verb + 1)...]
    let named = later.filter { !$0.classes.isDisjoint(with: [.state, .work]) }
    return !named.isEmpty
      && named.allSatisfy { Self.timelineWords.contains($0.text) || $0.classes.contains(.film) }
      && !words.contains { $0.classes.contains(.question) }
  }

  func isStatus(_ words: Words, asks: Bool) -> Bool {
    let has = union(words)
    let question = words.contains { $0.classes.contains(.question) }
    let first = words[0].classes
    if has.contains(.wholeState) { return true }
    if says(words, ["where", "where's", "wheres"]), has.contains(.film),
      has.isDisjoint(with: [.going, .state])
    {
      return false
    }
    if has.contains(.state) { return !first.contains(.indefinite) }
    if says(words, ["where"]), says(words, ["we", "are", "stand", "things"]), !has.contains(.film) {
      return true
    }
    if has.contains(.done) {
      let spoken = words.filter { !$0.classes.contains(.social) }
      if question,
        spoken.first.map({
          $0.classes.contains(.question) || says(words, ["吗", "没", "か"]) || says(words, ["when"])
        }) == true
      {
        return !says(words, ["what", "which", "why", "where", "how"]) || says(words, ["far", "done", "made"])
      }
      if question, says(words, ["so"]), says(words, ["far"]) { return true }
      return asks && fits(words, Self.everywhere.union([.done, .film, .have, .state]))
    }
    if question || asks {
      if has.contains(.going), question { return true }
      if says(words, ["there"]), says(words, ["yet"]) { return true }
      if has.contains(.have), question, says(words, ["what", "what've", "什么", "哪些", "which", "啥", "なに", "何"])
      {
        return !has.contains(.remaining)
      }
      if has.contains(.work), has.isDisjoint(with: [.exportVerb, .saveVerb]), question || words.count <= 3 {
        return !says(words, ["where", "where's", "why"])
      }
      if says(words, ["what's", "whats", "what", "什么"]),
        says(words, ["in", "on", "里", "里面", "上", "there", "up", "with", "中"]), has.contains(.film)
      {
        return true
      }
      if says(words, ["what's", "what"]), says(words, ["there", "so"]), says(words, ["far", "there"]) {
        return true
      }
    }
    if has.contains(.look), has.contains(.work) {
      // "show me the final cut" is about the film.
      return words.contains { $0.classes.contains(.work) && !$0.classes.contains(.film) }
        || says(words, ["project", "项目", "edit"])
    }
    if has.contains(.look), says(words, ["so"]), says(words, ["far"]) { return true }
    if has.contains(.look), has.contains(.have), says(words, ["what"]) { return true }
    return false
  }

  func isExport(_ words: Words, hasPath: Bool) -> Bool {
    let has = union(words)
    if says(words, ["what", "what's", "which", "why", "什么", "哪些", "什么时候"]) { return false }
    if has.contains(.exportVerb) {
      return !(words[0].classes.contains(.indefinite) && !says(words, ["please", "me", "link"]))
    }
    let object = !has.isDisjoint(with: [.pronoun, .film, .format, .resolution, .place, .quality]) || hasPath
    let newFilm = startsNewFilm(words)
    if has.contains(.saveVerb) {
      return (object && !newFilm) || words.allSatisfy { $0.classes.contains(.saveVerb) || isPolite($0) }
    }
    if has.contains(.convertVerb) {
      // "turn it into a gif", "put it on my phone"
      return has.contains(.format) || (says(words, ["put"]) && has.contains(.place) && object)
    }
    if says(
      words, ["where", "where's", "wheres", "哪", "哪里", "哪儿", "呢", "どこ", "donde", "onde", "ou", "wo", "어디"]),
      has.contains(.film)
    {
      return !newFilm
    }
    let strongGive = words.contains { $0.classes.contains(.giveVerb) && !$0.classes.contains(.glue) }
    let weakGive =
      words.contains { $0.classes.contains(.giveVerb) && $0.classes.contains(.glue) }
      || (says(words, ["have"]) && says(words, ["can", "could", "may", "let"]))
      || (says(words, ["like"]) && says(words, ["i'd", "would"]))
    if strongGive || weakGive {
      if has.contains(.format) || (has.contains(.resolution) && says(words, ["version", "copy", "file"])) {
        return true
      }
      if newFilm { return false }
      if has.contains(.film) { return strongGive || isDefinite(words) }
      return strongGive && has.contains(.pronoun) && !says(words, ["want", "need"])
    }
    if has.contains(.format) {
      return fits(words, [.glue, .format, .resolution, .quality, .film, .social, .praise, .done])
    }
    if has.contains(.film), says(words, ["please", "pls", "plz", "bitte", "svp", "请"]),
      fits(words, [.glue, .film, .social, .quality]),
      !newFilm,
      !words.contains(where: {
        !$0.classes.isDisjoint(with: [.question, .indefinite]) && $0.classes.isDisjoint(with: .definite)
      })
    {
      return true
    }
    if has.contains(.quality), has.contains(.film) {
      return !newFilm && !words.contains { $0.classes.contains(.question) }
        && says(words, ["final", "finished", "成品", "最终", "finale", "fertige"])
    }
    if has.contains(.look), has.contains(.film), !words.contains(where: { $0.classes.contains(.question) }) {
      return !newFilm && isDefinite(words)
    }
    return words.allSatisfy { isCJKFilm($0) } && has.contains(.film) && says(words, ["成片", "成品"])
  }
}
