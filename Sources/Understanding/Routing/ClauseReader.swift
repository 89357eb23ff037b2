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
    if asksForAbility(clause.tokens) { return Reading(act: .content) }
    clause.tokens = PoliteFrame.removed(from: clause.tokens)
    if clause.tokens.isEmpty { return Reading(act: .filler) }
    if clause.tokens.count > 2, ["how", "what"].contains(clause.tokens[0].text),
      clause.tokens[1].text == "about"
    {
      clause.tokens.removeFirst(2)
    }
    if let reading = telling(clause.tokens) { return reading }
    if namesPart(clause.tokens) || leavesOut(clause.tokens) || isForElsewhere(clause.tokens)
      || asksForTimes(clause.tokens)
    {
      return Reading(act: .content)
    }
    if let reading = closed(clause.tokens, asks: clause.asks) { return reading }
    if let reading = withTail(clause) { return reading }
    if let reading = withDescribedFilm(clause) { return reading }
    if let reading = uploadOfSomething(clause) { return reading }
    if let reading = OpenReader(reader: self).read(clause) { return reading }
    return Reading(act: isRemark(clause.tokens) ? .remark : .content)
  }

  // MARK: The closed vocabulary

  static let everywhere: WordClass = [.glue, .social, .soFar]
  static let exporting: WordClass = everywhere.union([
    .exportVerb, .saveVerb, .giveVerb, .convertVerb, .film, .format, .resolution, .quality, .place, .done,
    .praise, .take,
    .look, .change, .trouble,
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
    .uploadVerb, .material, .film, .have, .look, .giveVerb, .quality, .place, .format, .bring, .convertVerb,
  ])

  /// Reads a clause whose words are all known; nil when they are not, or make no request.
  func closed(_ tokens: [Token], asks: Bool) -> Reading? {
    var reading = Reading(act: .content)
    var words: Words = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .reference(let number):
        guard isDestination(number, after: index > 0 ? tokens[index - 1] : nil, in: tokens) else {
          return nil
        }
        reading.destination = number
      case .quotation: return nil
      case .mark: continue
      case .word: words.append(token)
      }
    }
    guard !words.contains(where: \.isUnknown) else { return nil }
    takeOutput(of: words, into: &reading)
    if isTrouble(words) {
      var report = Reading(act: .remark)
      report.repeats = words.contains { Self.again.contains($0.text) }
      report.tellsOfFailedExport = union(words).contains(.exportVerb)
      return report
    }
    if tellsOfOne(words, asks: asks) || tellsItIsDone(words) { return Reading(act: .remark) }
    if asksWhetherDone(words), fits(words, Self.exporting.union(Self.stating)) {
      return Reading(act: .action(.status))
    }
    if words.count <= 4, says(words, ["wait", "hold"]), fits(words, [.glue, .social, .postponer]) {
      var second = Reading(act: .filler)
      second.holdsBack = true
      return second
    }
    let refuses = isRefused(words)
    // "not yet", "not now"
    if refuses, words.count > 1, words.count <= 3,
      words.contains(where: { ["not", "no"].contains($0.text) }),
      says(words, ["yet", "now", "today"]), fits(words, [.negation, .soFar, .social, .glue]),
      !words.contains(where: { $0.classes.contains(.question) })
    {
      return Reading(act: .refusal)
    }
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
    // "list all tracks and their durations": more of what is asked for.
    if !rest.isEmpty, rest[0].classes.contains(.definite), rest.count <= 4,
      fits(rest, [.glue, .state, .work]),
      union(rest).contains(.work)
    {
      return Reading(act: .remark)
    }
    // "render and send"
    if rest.count == 1, !refuses, !postpones, rest[0].classes.contains(.giveVerb),
      rest[0].text == "send" || rest[0].text == "share"
    {
      return Reading(act: .remark)
    }
    if refuses, union(rest).contains(.change) || says(words, ["else"]) {
      // "no more changes", "nothing else": the film is done.
      return Reading(act: .filler)
    }
    if let number = reading.destination, index(of: number, in: tokens) > 0,
      Self.places.contains(tokens[index(of: number, in: tokens) - 1].text)
    {
      return nil
    }
    if reading.destination != nil || reading.resolution != nil || isParameter(rest) {
      reading.act = refuses || postpones ? .refusal : .parameter
      return reading
    }
    if rest.allSatisfy({ !$0.classes.isDisjoint(with: [.glue, .social, .praise, .done, .have]) }) {
      reading.act =
        refuses && rest.count > 1 && union(rest).isDisjoint(with: [.praise, .done]) ? .refusal : .filler
      reading.repeats = words.contains { Self.again.contains($0.text) }
      return reading
    }
    return nil
  }

  private static let again: Set<String> = [
    "again", "retry", "再试", "再试一次", "重试", "试一次", "再一次", "一遍", "试试", "once",
  ]

  /// "put it in ~/a.mov": places name a file to write only when the film goes there.
  private static let places: Set<String> = ["in", "inside", "under", "within", "at", "里", "en", "dans"]

  private func index(of number: Int, in tokens: [Token]) -> Int {
    tokens.firstIndex { $0.kind == .reference(number) } ?? 0
  }

  /// Whether a path is where to write the film, by the word before it: not when the clause uploads it.
  func isDestination(_ number: Int, after token: Token?, in tokens: [Token]) -> Bool {
    switch references[number].kind {
    case .mediaURL, .webPage: return false
    case .bareName, .mediaPath, .otherPath: break
    }
    guard let token, !tokens.contains(where: { $0.classes.contains(.uploadVerb) }) else { return false }
    if !token.classes.isDisjoint(with: [.destination, .exportVerb, .saveVerb, .format]) { return true }
    // "export 480p /tmp/x.mp4": what stands between says how the file is to be.
    if !token.classes.isDisjoint(with: [.resolution, .quality]) {
      return tokens.prefix { $0.kind != .reference(number) }.contains {
        !$0.classes.isDisjoint(with: [.exportVerb, .saveVerb])
      }
    }
    return Self.places.contains(token.text)
  }

  /// "export failed", "the download didn't work": tells of an attempt, and asks for nothing yet.
  private func isTrouble(_ words: Words) -> Bool {
    guard let index = words.firstIndex(where: { $0.classes.contains(.trouble) }) else { return false }
    let isFailure = !["work", "worked", "working", "stopped", "cancelled", "canceled"].contains(
      words[index].text)
    return index > 0 && (isFailure || words[..<index].contains { $0.classes.contains(.negation) })
      && !words.contains {
        $0.classes.contains(.question) && ["how", "what", "why", "is", "are"].contains($0.text)
      }
  }

  /// Whether a negation concerns the act. "without a watermark" says only how.
  private func isRefused(_ words: Words) -> Bool {
    for (index, word) in words.enumerated() where word.classes.contains(.negation) {
      let next = words[(index + 1)...].first { $0.classes != .glue && !$0.classes.contains(.indefinite) }
      // "the file, not the link"
      if word.text == "not",
        words[..<index].contains(where: { !$0.classes.isDisjoint(with: [.film, .format]) }), let next,
        !next.classes.isDisjoint(with: [.definite, .film, .format])
      {
        continue
      }
      let concernsFile =
        word.text == "without"
        ? next?.classes.isDisjoint(with: [.film, .material]) != false
        : ["no", "sin", "sans", "ohne", "sem", "不要", "无", "不带"].contains(word.text)
          && next?.classes.contains(.quality) == true
      if !concernsFile { return true }
    }
    return false
  }

  func takeOutput(of words: Words, into reading: inout Reading) {
    for word in words {
      if let format = OutputWords.formats[word.text] { reading.format = format }
      if let resolution = OutputWords.resolutions[word.text] ?? OutputWords.resolution(ofSize: word.text),
        word.text != "hd" || reading.resolution == nil
      {
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
      && fits(words, [.glue, .quality, .place, .format, .resolution, .social, .praise, .film])
      && (has.contains(.place) || !has.contains(.film))
      || (says(words, ["just", "only", "只要", "只", "solo", "nur", "juste", "so"])
        && has.isSuperset(of: [.film, .work]) && fits(words, [.glue, .film, .social]) && !words.isEmpty)
  }

  /// What is told rather than handed over: "provide an overview".
  private static let reports: Set<String> = [
    "overview", "summary", "status", "update", "report", "recap", "breakdown", "rundown", "progress", "list",
  ]

  func intent(of words: Words, asks: Bool, hasPath: Bool) -> Intent? {
    guard !words.isEmpty else { return nil }
    var words = words
    // "lade … hoch" uploads, "lade … herunter" downloads.
    if says(words, ["hoch"]) { words.removeAll { ["lade", "lad", "ladet"].contains($0.text) } }
    if union(words).contains(.credit) {
      words.removeAll { ["more", "status", "extra", "another", "so", "far"].contains($0.text) }
    }
    if says(words, Self.reports) {
      words.removeAll { $0.classes.contains(.giveVerb) && !$0.classes.contains(.glue) }
    }
    guard !words.isEmpty else { return nil }
    if fits(words, Self.uploading), isUpload(words) { return .upload }
    if fits(words, Self.crediting), isCredits(words) { return .credits }
    if fits(words, Self.exporting.union([.state, .work])), isFetchOfTimeline(words) { return .export }
    if fits(words, Self.stating), isStatus(words, asks: asks) { return .status }
    if fits(words, Self.exporting), isExport(words, hasPath: hasPath) { return .export }
    return nil
  }
}
