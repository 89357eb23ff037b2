/// Requests that let other words in.
extension ClauseReader {
  // MARK: Openings for other words

  static let purposeVerbs: Set<String> = [
    "post", "share", "show", "use", "put", "upload", "send", "watch", "edit", "play", "publish", "give",
    "email", "present", "see",
    "make", "create", "generate", "finish", "do", "keep",
  ]

  /// "export it for my client", "download the video so I can post it": the request is complete before the purpose.
  func withPurpose(_ clause: Clause) -> Reading? {
    let tokens = clause.tokens
    for index in tokens.indices where index > 0 {
      let token = tokens[index]
      let opens =
        token.classes.contains(.purpose)
        || (token.text == "to" && index + 1 < tokens.count
          && Self.purposeVerbs.contains(tokens[index + 1].text))
      guard opens, let reading = closed(Array(tokens[..<index]), asks: clause.asks) else { continue }
      let tail = tokens[index...]
      guard !tail.contains(where: { !$0.classes.isDisjoint(with: [.postponer, .wish]) || isReference($0) })
      else { return nil }
      guard case .action(let intent) = reading.act else { continue }
      switch intent {
      case .export:
        let verb = tokens[..<index].first { isContentWord($0) }
        guard let verb, !verb.classes.isDisjoint(with: [.exportVerb, .giveVerb, .saveVerb, .convertVerb])
        else { continue }
        if verb.classes.contains(.saveVerb),
          !tokens[..<index].contains(where: { !$0.classes.isDisjoint(with: [.pronoun, .film, .format]) })
        {
          continue
        }
        var full = reading
        takeOutput(of: Array(tail.filter { $0.kind == .word }), into: &full)
        full.isFull = true
        return full
      case .credits, .status:
        guard tokens[..<index].contains(where: { $0.classes.contains(.question) }) || clause.asks else {
          continue
        }
        return reading
      case .upload: return reading
      case .message: continue
      }
    }
    return nil
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

  static let copulas: Set<String> = [
    "is", "are", "looks", "look", "it's", "that's", "was", "i'm", "i", "we", "this", "feels", "we're",
    "turned", "came", "everything",
  ]

  /// "it looks great", "my boss approved it", "我很喜欢这个效果": true beside a request, which is what counts.
  func isRemark(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, tokens.count <= 14,
      !tokens.contains(where: { isReference($0) || $0.kind == .quotation })
    else { return false }
    let has = union(tokens)
    guard has.isDisjoint(with: [.wish, .convertVerb]) else { return false }
    if has.contains(.praise) {
      if isSpaceless(first) { return tokens.count { $0.isUnknown } <= 5 }
      return !first.classes.contains(.indefinite) && tokens.contains { Self.copulas.contains($0.text) }
    }
    let speaks =
      first.classes.contains(.speaker) || first.text == "it" || first.text == "that" || first.text == "my"
    return speaks && !tokens.contains { $0.classes.contains(.giveVerb) && $0.text != "like" }
      && !says(tokens, ["let", "can", "add"])
  }
}
