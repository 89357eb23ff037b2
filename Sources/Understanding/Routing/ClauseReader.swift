/// Decides what one clause does.
///
/// A clause asks for an action when *all* its words are words of such requests and they make a complete one: a
/// verb with the film as its object, a question about what is left, and so on. Three openings let words in from
/// outside: a purpose after a complete request ("so my boss can see it"), a description of the film that is asked
/// for ("send me the sunset video"), and a remark beside a request.
struct ClauseReader {
  let references: [Reference]

  typealias Words = [Token]

  func read(_ clause: Clause) -> Reading {
    var clause = clause
    if clause.tokens.count > 2, ["how", "what"].contains(clause.tokens[0].text),
      clause.tokens[1].text == "about"
    {
      clause.tokens.removeFirst(2)
    }
    if let reading = closed(clause.tokens, asks: clause.asks) { return reading }
    if let reading = withPurpose(clause) { return reading }
    if let reading = withDescribedFilm(clause) { return reading }
    if let reading = uploadOfSomething(clause) { return reading }
    return Reading(act: isRemark(clause.tokens) ? .remark : .content)
  }

  // MARK: The closed vocabulary

  static let everywhere: WordClass = [.glue, .social, .soFar]
  static let exporting: WordClass = everywhere.union([
    .exportVerb, .saveVerb, .giveVerb, .convertVerb, .film, .format, .resolution, .quality, .place, .done,
    .praise, .take,
    .look,
  ])
  static let crediting: WordClass = everywhere.union([
    .credit, .remaining, .quantity, .look, .have, .account, .spend, .film, .convertVerb, .giveVerb, .done,
    .quality,
  ])
  static let stating: WordClass = everywhere.union([
    .state, .work, .done, .going, .look, .film, .have, .exportVerb, .saveVerb, .uploadVerb, .wholeState,
    .quality, .material,
    .remaining,
  ])
  static let uploading: WordClass = everywhere.union([
    .uploadVerb, .material, .film, .have, .look, .giveVerb, .quality, .place, .format,
  ])

  /// Reads a clause whose words are all known; nil when they are not, or make no request.
  func closed(_ tokens: [Token], asks: Bool) -> Reading? {
    var reading = Reading(act: .content)
    var words: Words = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .reference(let number):
        guard isDestination(number, after: index > 0 ? tokens[index - 1] : nil) else { return nil }
        reading.destination = number
      case .quotation: return nil
      case .mark: continue
      case .word: words.append(token)
      }
    }
    guard !words.contains(where: \.isUnknown) else { return nil }
    takeOutput(of: words, into: &reading)
    let refuses = words.contains { $0.classes.contains(.negation) }
    let postpones = words.contains { $0.classes.contains(.postponer) }
    let rest = words.filter {
      $0.classes.isDisjoint(with: [.negation, .postponer]) || !$0.classes.isDisjoint(with: .glue)
    }
    if let intent = intent(of: rest, asks: asks, hasPath: reading.destination != nil) {
      let puts = intent == .export || intent == .upload
      reading.act = puts && (refuses || postpones) ? .refusal : .action(intent)
      reading.isFull = words.count > 1 || reading.destination != nil
      return reading
    }
    if reading.destination != nil || reading.resolution != nil || isParameter(rest) {
      reading.act = refuses || postpones ? .refusal : .parameter
      return reading
    }
    if rest.allSatisfy({ !$0.classes.isDisjoint(with: [.glue, .social, .praise, .done, .have]) }) {
      reading.act = refuses && rest.count > 1 ? .refusal : .filler
      return reading
    }
    return nil
  }

  func isDestination(_ number: Int, after token: Token?) -> Bool {
    switch references[number].kind {
    case .mediaURL, .webPage: return false
    case .bareName, .mediaPath, .otherPath: break
    }
    guard let token else { return false }
    return !token.classes.isDisjoint(with: [.destination, .exportVerb, .saveVerb, .format])
  }

  func takeOutput(of words: Words, into reading: inout Reading) {
    for word in words {
      if let format = OutputWords.formats[word.text] { reading.format = format }
      if let resolution = OutputWords.resolutions[word.text] ?? OutputWords.resolution(ofSize: word.text) {
        reading.resolution = resolution
      }
    }
    if reading.format == nil, let number = reading.destination,
      let name = MediaExtension.of(references[number].value), let format = OutputWords.formats[name]
    {
      reading.format = format
    }
  }

  func isParameter(_ words: Words) -> Bool {
    let has = union(words)
    return !has.isDisjoint(with: [.quality, .place])
      && fits(words, [.glue, .quality, .place, .format, .resolution, .social, .praise])
  }

  func intent(of words: Words, asks: Bool, hasPath: Bool) -> Intent? {
    guard !words.isEmpty else { return nil }
    if fits(words, Self.uploading), isUpload(words) { return .upload }
    if fits(words, Self.crediting), isCredits(words) { return .credits }
    if fits(words, Self.exporting.union([.state, .work])), isFetchOfTimeline(words) { return .export }
    if fits(words, Self.stating), isStatus(words, asks: asks) { return .status }
    if fits(words, Self.exporting), isExport(words, hasPath: hasPath) { return .export }
    return nil
  }
}
