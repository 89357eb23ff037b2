/// Requests that let other words in.
extension ClauseReader {
  // MARK: Openings for other words

  static let purposeVerbs: Set<String> = [
    "post", "share", "show", "use", "put", "upload", "send", "watch", "edit", "play", "publish", "give",
    "email", "present", "see",
    "make", "create", "generate", "finish", "do", "keep",
  ]

  /// Words that open a circumstance of a complete request: "after that last clip", "over whatsapp".
  static let circumstances: Set<String> = [
    "after", "from", "at", "over", "via", "through", "onto", "into", "in", "on", "when", "while", "today",
    "now",
    "since", "with", "using", "before", "by", "about", "of", "if", "once", "without",
  ]

  /// "export it for my client", "download the video so I can post it": the request is complete before its purpose
  /// or circumstance, which may be told in any words.
  func withTail(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    for index in tokens.indices where index > 0 {
      let token = tokens[index]
      let isPurpose =
        token.classes.contains(.purpose)
        || (token.text == "to" && index + 1 < tokens.count
          && Self.purposeVerbs.contains(tokens[index + 1].text))
      guard isPurpose || Self.circumstances.contains(token.text),
        tokens[index...].contains(where: \.isUnknown),
        let reading = closed(Array(tokens[..<index]), asks: clause.asks)
      else { continue }
      let tail = tokens[index...]
      // "save it before I close the laptop" is urgent, not postponed.
      let limits = tail.first?.text == "before" && tail.contains { $0.classes.contains(.speaker) }
      guard
        !tail.dropFirst(limits ? 1 : 0).contains(where: {
          !$0.classes.isDisjoint(with: [.postponer, .wish]) || isReference($0)
        })
      else { return nil }
      guard case .action(let intent) = reading.act else { continue }
      let core = Array(tokens[..<index])
      switch intent {
      case .export:
        guard isPurpose ? fetches(core) : fetchesTheFilm(core, tail) && !changesFilm(tail) else { continue }
        var full = reading
        takeOutput(of: Array(tail.filter { $0.kind == .word }), into: &full)
        full.isFull = true
        return full
      case .credits:
        guard core.contains(where: { $0.classes.contains(.question) }) || clause.asks else { continue }
        return reading
      case .status:
        let isAboutUs = isPurpose || core.contains { !$0.classes.isDisjoint(with: [.state, .film, .done]) }
        guard core.contains(where: { $0.classes.contains(.question) }) || clause.asks, isAboutUs else {
          continue
        }
        return reading
      case .upload:
        guard isPurpose || core.contains(where: { $0.classes.contains(.material) }) else { continue }
        return reading
      case .message: continue
      }
    }
    return nil
  }

  /// A request whose verb fetches something, whatever for.
  private func fetches(_ core: Words) -> Bool {
    let named =
      !union(core).isDisjoint(with: [.format, .resolution])
      || says(core, ["file", "copy", "link", "download"])
    let verb =
      core.first { isContentWord($0) && $0.classes.isDisjoint(with: [.format, .resolution]) }
      ?? core.first { named && $0.classes.contains(.giveVerb) }
    if named, core.contains(where: { $0.classes.contains(.giveVerb) }) { return true }
    guard let verb, !verb.classes.isDisjoint(with: [.exportVerb, .giveVerb, .saveVerb, .convertVerb]) else {
      return false
    }
    return !verb.classes.contains(.saveVerb)
      || core.contains { !$0.classes.isDisjoint(with: [.pronoun, .film, .format]) }
  }

  /// A request that names the film as the thing to fetch: what follows can't be a scene with these words in it.
  private func fetchesTheFilm(_ core: Words, _ tail: ArraySlice<Token>) -> Bool {
    guard let start = core.firstIndex(where: { isContentWord($0) }) else { return false }
    let verb = core[start]
    let object = core[(start + 1)...].contains { !$0.classes.isDisjoint(with: [.pronoun, .film, .format]) }
    if verb.classes.contains(.exportVerb) { return object }
    let isTimed = tail.first.map { ["before", "when", "after", "now", "today"].contains($0.text) } == true
    if ["save", "keep"].contains(verb.text), isTimed, core.contains(where: { $0.classes.contains(.pronoun) })
    {
      return true
    }
    return verb.classes.contains(.giveVerb) && object && says(core, ["me", "us"]) && isDefinite(core)
  }

  private static let ofTheFile: WordClass = [.format, .resolution, .quality, .place, .soFar]

  /// "export it with subtitles in Spanish" changes the film; "with the highest bitrate" does not.
  func changesFilm(_ tail: ArraySlice<Token>) -> Bool {
    guard let first = tail.first else { return false }
    if let with = tail.indices.dropFirst().first(where: { ["with", "using"].contains(tail[$0].text) }),
      !tail[with...].contains(where: { !$0.classes.isDisjoint(with: Self.ofTheFile) })
    {
      return true
    }
    if first.text == "without" {
      return tail.contains {
        !$0.classes.isDisjoint(with: [.film, .material, .change]) || $0.text == "adding"
      }
    }
    // "in an email" and "by tonight" say where and when; "in anime style" changes what is seen.
    if ["in", "using", "with"].contains(first.text) {
      return !tail.contains { !$0.classes.isDisjoint(with: Self.ofTheFile) }
    }
    // "when the title is fixed" waits for an edit; "when you can" does not.
    if first.text == "when" || first.text == "after",
      !tail.contains(where: { ["i", "you", "we"].contains($0.text) })
    {
      return true
    }
    if first.text == "if" || first.text == "once" { return true }
    return tail.contains { $0.kind == .quotation }
  }

  /// "send me the sunset video": words of its own between "the" and "video" tell which film is meant.
  func withDescribedFilm(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let start = tokens.firstIndex(where: \.isUnknown), start > 0 else { return nil }
    var end = start
    while end < tokens.count,
      tokens[end].isUnknown || (tokens[end].classes.contains(.glue) && tokens[end].text == "的")
    { end += 1 }
    guard end - start <= (isSpaceless(tokens[start]) ? 8 : 3), end < tokens.count,
      tokens[end].classes.contains(.film)
    else { return nil }
    let before = tokens[start - 1]
    guard
      (before.classes.contains(.definite) && !["it", "it's", "that's"].contains(before.text))
        || before.text == "把"
    else { return nil }
    var reduced = tokens
    reduced.removeSubrange(start..<end)
    guard let reading = closed(reduced, asks: clause.asks), case .action(let intent) = reading.act else {
      return nil
    }
    switch intent {
    case .export:
      guard let verb = tokens.first(where: { isContentWord($0) }) else { return nil }
      let fetches =
        verb.classes.contains(.exportVerb)
        || (verb.classes.contains(.giveVerb) && !verb.classes.contains(.glue))
        || before.text == "把" || (verb.isUnknown && says(tokens, ["where", "where's"]))
        || says(tokens, ["where", "where's"])
        || (tokens.contains { $0.classes.contains(.place) } && says(tokens, ["get", "put", "have", "move"]))
      return fetches ? reading : nil
    case .status:
      return tokens.contains { !$0.classes.isDisjoint(with: [.done, .going]) } ? reading : nil
    case .credits, .upload, .message: return nil
    }
  }

  /// "I want to upload a photo of my dog": whatever is on it.
  func uploadOfSomething(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    guard let verb = tokens.firstIndex(where: { isContentWord($0) }),
      tokens[verb].classes.contains(.uploadVerb)
    else { return nil }
    guard
      let thing = tokens[verb...].firstIndex(where: {
        $0.classes.contains(.material) && !$0.classes.contains(.uploadVerb)
      }),
      tokens[verb...thing].allSatisfy({ !$0.isUnknown }), thing + 1 < tokens.count,
      ["of", "from", "with", "for", "to", "that", "i", "as"].contains(tokens[thing + 1].text),
      !tokens.contains(where: { $0.classes.contains(.negation) })
    else { return nil }
    return Reading(act: .action(.upload))
  }

  /// Words that tell a remark about the work from a scene.
  static let subjects: Set<String> = [
    "it", "that", "my", "this", "thats", "that's", "it's", "its", "everything", "nothing", "everyone", "our",
    "you",
    "they", "expected", "test", "gonna", "gotta", "just", "never", "now", "there's", "there", "all",
  ]

  static let copulas: Set<String> = [
    "its", "is", "are", "looks", "look", "it's", "that's", "was", "i'm", "i", "we", "this", "feels", "we're",
    "turned", "came", "everything",
  ]

  /// "it looks great", "my boss approved it", "我很喜欢这个效果": true beside a request, which is what counts.
  func isRemark(_ spoken: [Token]) -> Bool {
    let tokens = Array(
      spoken.drop { $0.classes.contains(.social) || ["so", "and", "but", "think"].contains($0.text) })
    guard let first = tokens.first, tokens.count <= 14,
      !tokens.contains(where: { isReference($0) || $0.kind == .quotation })
    else { return false }
    let has = union(tokens)
    guard has.isDisjoint(with: [.wish, .convertVerb]) else { return false }
    if has.contains(.praise) {
      if isSpaceless(first) { return tokens.count { $0.isUnknown } <= 5 }
      // "great job"
      if tokens.count <= 3, first.classes.contains(.praise), !tokens.contains(where: \.isUnknown) {
        return true
      }
      // "client approved", "boss is happy"
      if tokens.count <= 3, let last = tokens.last, last.classes.contains(.praise),
        !first.classes.contains(.indefinite)
      {
        return true
      }
      if !first.classes.contains(.indefinite), tokens.contains(where: { Self.copulas.contains($0.text) }) {
        return true
      }
    }
    if isSpaceless(first), first.classes.contains(.speaker) {
      return !tokens.contains { token in token.text.contains { IntentRouter.editCharacters.contains($0) } }
    }
    if tokens.count == 1, first.kind == .word, !IntentRouter.editVerbs.contains(first.text),
      !isSpaceless(first)
    {
      return ["test", "expected", "kidding", "sorted", "settled", "whatever", "yolo", "next"].contains(
        first.text)
    }
    // A scene does not speak of "it" and "this" before it is made.
    let refers =
      !first.classes.contains(.indefinite) && !first.isUnknown
      && tokens.contains { ["it", "this", "that"].contains($0.text) }
    let speaks = first.classes.contains(.speaker) || Self.subjects.contains(first.text) || refers
    // "I'd like to hand out the video tomorrow" wants no other film; "I want a dragon" does.
    let wantsSomething =
      tokens.contains { $0.classes.contains(.giveVerb) && $0.classes.contains(.glue) && $0.text != "like" }
      && !has.contains(.film) && !has.contains(.pronoun)
    return speaks && !wantsSomething
      && !tokens.contains {
        IntentRouter.editVerbs.contains($0.text) && !["bring", "give", "use", "drop"].contains($0.text)
      }
      && !says(tokens, ["let", "can", "add"])
  }
}
