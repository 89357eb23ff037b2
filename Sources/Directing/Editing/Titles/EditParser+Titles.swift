/// Messages about titles.
extension EditParser {
  /// The requests of a message with a sentence that asks for titles, and of what is said before and behind it; nil if it has
  /// none, or is a prompt for a scene.
  /// - Parameter isLoose: Whether nothing else was understood, so that less has to tell that words are a title.
  func titles(in message: String, of film: Film, media: [MediaItem], isLoose: Bool = false) -> [EditRequest]?
  {
    if !isLoose, let found = oneTitle(in: message, of: film, media: media) { return found }
    guard
      let sentence = TitleSentence(
        message, hasTitle: film.titleSegment != nil, hasOneClip: film.placedClips.count == 1,
        isDrawn: film.firstShot != nil, isLoose: isLoose)
    else { return nil }
    let editor = FilmEditor()
    let language = Language.of(message)
    var current = film
    var found: [EditRequest] = []
    func carryOut(_ requests: [EditRequest]) {
      for request in requests { current = editor.apply(request, to: current).0 }
      found += requests
    }
    func read(_ part: String) -> Bool {
      guard part.contains(where: { $0.isLetter || $0.isNumber }) else { return true }
      let requests = requests(in: part, film: current, media: media)
      carryOut(requests)
      return !requests.contains { $0.isNewScene || $0.isRefused }
    }
    guard read(sentence.before) else { return nil }
    let part = PartOfFilm.seen(after: found, of: film)
    let lines = sentence.items.filter(\.isSubtitle)
    // Lines beside lines are told apart by their times; without them they share the film, as several sentences do.
    if !lines.isEmpty {
      guard lines.count == sentence.items.count, lines.count == 1 || lines.allSatisfy(\.isTimed) else {
        return nil
      }
      carryOut([.timeline(.setSubtitles(TitleSentence.cues(lines, in: current)))])
    }
    for item in sentence.items where !item.isSubtitle {
      if media.contains(where: { $0.isNamed(item.words) }) { return nil }
      carryOut(item.during(part).requests(for: current))
      carryOut(item.details.missing.map { $0.request(in: language) })
    }
    guard read(sentence.rest) else { return nil }
    return found
  }

  static func creditsWithoutWords(in language: Language) -> EditRequest {
    .cannot(
      what: Bilingual("credits without their words", "没有内容的演职员表").text(in: language),
      nearest: Bilingual(
        "say “add credits: Directed by …, Music by …”", "说“加演职员表：导演……，音乐……”"
      ).text(in: language))
  }

  /// What is asked of one title that is called by its number or its words, or of all titles.
  private func oneTitle(in message: String, of film: Film, media: [MediaItem]) -> [EditRequest]? {
    let count = film.titles.count
    let scanner = PhraseScanner(message)
    let removes = scanner.longest(
      of: ["remove", "delete", "get rid of", "drop", "lose", "去掉", "删掉", "删除", "移除", "把"],
      at: scanner.past(["please", "请"], from: scanner.pastBlanks(0)))
    if count > 1, let removes,
      scanner.longest(
        of: [
          "all titles", "all the titles", "the titles", "both titles", "all of the titles", "all text",
          "all texts", "all the text", "所有标题", "全部标题", "标题都", "两个标题", "标题全部", "所有文字",
        ],
        at: scanner.pastBlanks(removes)) != nil
    {
      return Array(repeating: .ofTitle(0, .removeTitle), count: count)
    }
    guard let reference = TitleReference(message, film: film) else { return nil }
    guard reference.number < count else { return [.ofTitle(reference.number, .removeTitle)] }
    let alone = film.withTitle(reference.number)
    let found =
      TitleChange(reference.message).requests(for: alone)
      ?? edits(in: reference.message, of: alone, media: media)
    guard !found.isEmpty, found.allSatisfy(\.isOfTitle) else { return nil }
    return count == 1 ? found : found.map { .ofTitle(reference.number, $0) }
  }

  /// What a message asks of the title that there is, where the rest of the film has nothing that it could mean: "make it red" of
  /// footage with a title. `found` is how it is understood otherwise.
  func titleChanges(
    in message: String, of film: Film, media: [MediaItem], insteadOf found: [EditRequest]
  ) -> [EditRequest]? {
    guard film.titleSegment != nil, message.utf8.count <= 300 else { return nil }
    let editor = FilmEditor()
    func changesNothing(_ requests: [EditRequest]) -> Bool {
      requests.allSatisfy { $0.isRefused || editor.apply($0, to: film).0 == film }
    }
    if changesNothing(found) || found.contains(where: \.isRefused),
      let changes = TitleChange(message).requests(for: film)
    {
      return changes
    }
    // "the title is too short", "show the title only in the last 3 seconds": nothing of that is words for it.
    let hasWords = found.contains { $0.titleText != nil }
    if hasWords, let changes = TitleChange(message).requests(for: film) { return changes }
    guard film.firstShot == nil, film.titles.count == 1 else { return nil }
    let scanner = PhraseScanner(message)
    let start = scanner.pastAll(
      ["please", "can you", "could you", "now", "and", "请", "再"], from: scanner.pastBlanks(0))
    let isNew = found.contains(where: \.isNewScene)
    let renames = [
      "change it to", "make it say", "it should say", "rename it to", "改成", "换成", "改为", "把它改成", "它改成",
      "内容改成", "内容改为", "内容换成",
    ]
    if hasWords {
      return Self.ofTitle(scanner, from: start).lazy.filter(\.isNamed)
        .compactMap { TitleChange($0.message).requests(for: film) }.first
    }
    let isRenamed = scanner.longest(of: renames, at: start) != nil
    // What was understood in part may be a title's as a whole.
    let isPartial = !changesNothing(found) && !isNew && found.contains(where: \.isRefused)
    guard changesNothing(found) || isNew && isRenamed || isPartial else { return nil }
    for (candidate, isNamed) in Self.ofTitle(scanner, from: start) {
      let changes =
        TitleChange(candidate).requests(for: film)
        ?? (isRenamed ? titles(in: candidate, of: film, media: media) : nil)
        ?? (!isPartial && (isNamed || isNew) ? edits(in: candidate, of: film, media: media) : [])
      if !changes.isEmpty, changes.allSatisfy(\.isOfTitle), !changesNothing(changes) { return changes }
    }
    return nil
  }

  /// A message that leaves open what it is about, said of the title; and whether a word of it stood for the title.
  private static func ofTitle(_ scanner: PhraseScanner, from start: Int) -> [(message: String, isNamed: Bool)]
  {
    let rest = scanner.text(start..<scanner.end)
    for index in start..<scanner.end {
      if let end = scanner.longest(of: ["it", "this", "that"], at: index) {
        return [(scanner.text(start..<index) + "the title" + scanner.text(end..<scanner.end), true)]
      }
      if let end = scanner.match("它", at: index) {
        return [(scanner.text(start..<index) + "标题" + scanner.text(end..<scanner.end), true)]
      }
    }
    let isHan = scanner.characters.contains(where: PhraseScanner.isHan)
    return isHan ? [("标题" + rest, false)] : [("the title " + rest, false)]
  }
}

extension EditRequest {
  /// The words that it gives a title.
  fileprivate var titleText: String? {
    switch self {
    case .changeTitle(let text): text
    case .setTitle(let plan): plan.text
    default: nil
    }
  }

  /// Whether it is about a title and nothing else.
  var isOfTitle: Bool {
    switch self {
    case .setTitle, .changeTitle, .styleTitle, .removeTitle, .addTitle, .ofTitle, .timeline(.timeTitle): true
    default: false
    }
  }
}

extension MediaItem {
  /// Whether words are its name, with its ending or without.
  fileprivate func isNamed(_ words: String) -> Bool {
    let (name, words) = (name.lowercased(), words.lowercased())
    return name == words || name.lastIndex(of: ".").map { String(name[..<$0]) } == words
  }
}
