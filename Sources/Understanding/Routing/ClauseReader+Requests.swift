/// Whether words that are all known ask for an upload, for the credits or for the state.
extension ClauseReader {
  func isUpload(_ words: Words) -> Bool {
    let has = union(words)
    if has.contains(.uploadVerb) {
      // "is it uploaded?" asks about the state.
      if words[0].classes.contains(.question), has.contains(.done), !isHow(words[0]) { return false }
      return !isNounPhrase(words)
    }
    if says(words, ["how"]), says(words, ["send"]), says(words, ["them", "it", "these"]), says(words, ["you"])
    {
      return true
    }
    guard has.contains(.material) else { return false }
    if handsInSomething(words) { return true }
    if says(words, ["here", "here's", "heres"]), words[0].text.hasPrefix("here") { return true }
    if says(words, ["send", "give", "share"]), says(words, ["you"]), !says(words, ["me"]) {
      return !says(words, ["could", "would", "can"]) || says(words, ["i"])
    }
    // "get my own clip in here"
    if says(words, ["own", "自己的"]), says(words, ["get"]), says(words, ["in", "into", "here"]) {
      return true
    }
    return !says(words, ["its", "their", "his", "her"])
      && says(
        words,
        [
          "own", "自己的", "自己", "propio", "propia", "propios", "propias", "proprio", "propria", "propre",
          "propres", "eigenes", "eigene", "eigenen",
        ])
      && says(
        words,
        [
          "use", "bring", "add", "drop", "send", "have", "got", "usar", "utilizar", "anadir", "agregar",
          "poner", "utiliser", "ajouter", "mettre", "verwenden", "benutzen", "nutzen", "put", "insert",
          "include", "share", "give", "用", "加", "放", "传",
        ])
  }

  private static let sendVerbs: Set<String> = [
    "send", "share", "enviar", "mandar", "envoyer", "schicken", "senden", "provide", "submit",
  ]

  /// "enviar um arquivo", "I want to send a photo": something of the user's, not yet known here.
  private func handsInSomething(_ words: Words) -> Bool {
    if says(words, ["send", "give", "get", "hand", "share"]), says(words, ["you"]), isHow(words[0]),
      !says(words, ["me"])
    {
      return true
    }
    if says(words, ["for"]), says(words, ["you"]), says(words, ["have", "got"]) { return true }
    if words[0].text == "where", says(words, ["put", "drop", "place"]), says(words, ["i", "my"]) {
      return true
    }
    guard let verb = words.firstIndex(where: { Self.sendVerbs.contains($0.text) }),
      !says(words, ["me", "us", "moi", "mir", "nos"])
    else { return false }
    let object = words[(verb + 1)...]
    return object.contains { $0.classes.contains(.indefinite) && !$0.classes.contains(.definite) }
      && object.contains { $0.classes.contains(.material) && !["video", "videos", "clip"].contains($0.text) }
  }

  func isCredits(_ words: Words) -> Bool {
    let has = union(words)
    let measured =
      !has.isDisjoint(with: [.quantity, .remaining, .spend, .account, .have])
      || words[0].classes.contains(.question)
    if has.contains(.convertVerb) || has.contains(.film) {
      // "how many more videos can I make"
      return measured
        && (says(words, ["cost", "costs"])
          || has.contains(.credit) || has.contains(.spend)
          || (has.contains(.quantity) && has.contains(.convertVerb)))
    }
    if has.contains(.credit), says(words, ["out", "low"]), says(words, ["of", "on"]), has.contains(.speaker) {
      return true
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
      return !isIndefinite(words)
    }
    if has.contains(.spend) { return true }
    if words[0].classes.contains(.question),
      says(words, ["cost", "costs", "charged", "deducted", "spent", "used"])
    {
      return true
    }
    if has.contains(.quantity), has.contains(.remaining) || has.contains(.account) { return true }
    if says(words, ["run", "ran", "running"]), says(words, ["out", "low"]) { return true }
    if has.contains(.remaining), has.contains(.have) || has.contains(.account) {
      return words.contains { $0.classes.contains(.question) } || has.contains(.account)
    }
    return has.contains(.account)
      && (has.contains(.look) || words.contains { $0.classes.contains(.question) })
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
    let question = asksSomething(words)
    if has.contains(.wholeState) { return true }
    if has.contains(.going), says(words, ["哪", "多久"]) { return true }
    if has.contains(.look), says(words, ["what", "whats", "what's"]), says(words, ["there", "here"]),
      !has.contains(.exportVerb)
    {
      return true
    }
    if says(words, ["where"]), says(words, ["we"]) { return true }
    if says(words, ["how"]), says(words, ["far"]) { return true }
    if question, has.contains(.work), says(words, ["through"]) { return true }
    if says(words, ["long"]), says(words, ["taking", "takes", "take"]), question {
      // "how long does an export take" asks about all of them.
      return !has.contains(.exportVerb) || words.contains { $0.classes.contains(.definite) }
    }
    if says(words, ["where", "where's", "wheres"]), has.contains(.film),
      has.isDisjoint(with: [.going, .state])
    {
      return false
    }
    if says(words, ["ou", "wo"]), says(words, ["en", "steht", "stehen"]) { return true }
    if says(words, ["where", "where's", "wheres"]), says(words, ["at"]), words.count <= 5 { return true }
    if startsNewFilm(words), !has.contains(.look) { return false }
    if has.contains(.state) { return !isIndefinite(words) }
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
    if has.contains(.work), says(words, ["update", "updates", "news"]), says(words, ["any"]) { return true }
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
      if says(words, ["what's", "whats", "what"]), says(words, ["cooking", "up", "new"]), words.count <= 5 {
        return has.contains(.film) || says(words, ["cooking"])
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
    if says(words, ["what's", "whats", "what"]), says(words, ["on", "in"]), has.contains(.pronoun) {
      return true
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
}
