/// Reads what a message asks for: a new scene, or edits of the film that there is, in the order asked.
///
/// With a film, an imperative on a known thing is an edit ("make it night", "去掉云"), and a noun phrase or a
/// wish for a video is a new scene ("a sunset over the sea").
public struct EditParser: Sendable {
  let director: Director

  /// Makes a parser that directs new scenes with `director`.
  public init(director: Director) { self.director = director }

  /// The requests of a message, in order.
  /// - Parameters:
  ///   - message: What the user wrote.
  ///   - film: The film that there is; nil or one without pictures counts as none.
  ///   - media: The uploads that the message may name, oldest first.
  /// - Returns: At least one request, unless the message is blank.
  public func requests(in message: String, film: Film?, media: [MediaItem] = []) -> [EditRequest] {
    let message = Self.tidied(EditMessage.withoutDissent(message), film: film)
    if let film, !film.videoSegments.isEmpty, let wish = OutsideWish(message, film: film) {
      return (wish.rest.isEmpty ? [] : heard(in: wish.rest, film: film, media: media)) + [wish.refusal]
    }
    let found = Self.withoutRemarks(
      Self.withoutTakenBack(heard(in: message, film: film, media: media)), film: film)
    guard let film, Self.keepsFootage(message, of: film), found.contains(where: \.isNewScene) else {
      return found
    }
    let language = Language.of(message)
    let nearest = Bilingual(
      "say what to do with the footage: “cut the first 3 seconds”, “black and white”; “a new video: …” makes another film",
      "说明要怎么处理素材：“剪掉前三秒”“黑白”；“新视频：……”会做一部新影片")
    return [.cannot(what: message, nearest: nearest.text(in: language))]
  }

  /// "speed it up, then undo that": what a message takes back that it asked for itself is not done, and no version of before is lost.
  private static func withoutTakenBack(_ requests: [EditRequest]) -> [EditRequest] {
    var kept: [EditRequest] = []
    var isTakenBack = false
    for request in requests {
      if request == .undo, let last = kept.last, !last.isAnswer, !last.isRefused, last != .undo, last != .redo
      {
        kept.removeLast()
        isTakenBack = true
      } else if request == .redo, isTakenBack {
        return requests
      } else {
        kept.append(request)
      }
    }
    guard kept.isEmpty, isTakenBack else { return kept }
    return [.answer(Bilingual("That is taken back: the film is as it was.", "已取消：影片保持原样。"))]
  }

  /// The requests of a message that takes nothing back.
  private func heard(in message: String, film: Film?, media: [MediaItem]) -> [EditRequest] {
    if let prompt = Self.promptBehindColon(message), media.isEmpty || film?.videoSegments.isEmpty == false {
      return [newScene(prompt, film: film)] + EditClause(prompt, language: .of(prompt)).unavailable
    }
    if let answer = OutputQuestion(message, media: media)?.answer { return [.answer(answer)] }
    guard let film, !film.videoSegments.isEmpty else {
      return timelineRequests(in: message, film: film, media: media)
        ?? sceneRequests(in: message, film: film, media: media)
    }
    if let still = StillWish(message, film: film) { return [.timeline(.still(still.point))] }
    if let question = HowQuestion(message, film: film) { return [.answer(question.answer)] }
    if let shape = EditMessage.shapeAlone(message) { return [.setAspect(shape)] }
    let message = Rephrasing.plain(message, film: film)
    if let prompt = Self.newFilm(in: message) {
      return [newScene(prompt, film: film)] + EditClause(prompt, language: .of(prompt)).unavailable
    }
    // "现在画面有被裁掉吗？"
    if message.utf8.count <= 90, message.contains(/(?:有没有|有被|是不是|是否|被).{1,8}(?:吗|呢|了吗)[？?]?\s*$/) {
      return [.describe]
    }
    if let quoted = UnknownSubject(quoted: message, film: film) { return [.answer(quoted.question)] }
    if let refusal = VoiceCloning.refusal(of: message) { return [refusal] }
    if let voice = voice(in: message, of: film, media: media) { return voice }
    if let titles = titles(in: message, of: film, media: media) { return titles }
    let found = edits(in: message, of: film, media: media)
    if let changes = titleChanges(in: message, of: film, media: media, insteadOf: found) { return changes }
    if let answer = Pleasantry(message)?.answer { return [.answer(answer)] }
    if let question = PictureQuestion(message), !found.contains(.describe) {
      return [question.isOfTimeline ? .describe : .answer(question.answer)]
    }
    if let answer = EditMessage.answer(toNegation: message) { return [.answer(answer)] }
    if let answer = SoundWish(message, film: film)?.answer { return [answer] }
    if found.allSatisfy(\.isRefused) {
      let reader = TitleSentenceReader(message)
      if let title = reader.bareName() { return title.requests(for: film) }
      if reader.isOfCreditsAlone { return [Self.creditsWithoutWords(in: Language.of(message))] }
    }
    if found.contains(where: \.isRefused),
      let titles = titles(in: message, of: film, media: media, isLoose: true),
      !titles.contains(where: \.isRefused)
    {
      return titles
    }
    // What was not understood may have been mistyped.
    if found.contains(where: \.isRefused), let corrected = Misspelling.corrected(message) {
      let again =
        voice(in: corrected, of: film, media: media)
        ?? edits(in: Rephrasing.plain(corrected, film: film), of: film, media: media)
      let isBetter = again.count(where: \.isRefused) < found.count(where: \.isRefused)
      if isBetter, !again.contains(where: \.isNewScene) { return again }
    }
    if found.allSatisfy({ $0.isRefused || $0.isOfLooseWord }),
      let subject = UnknownSubject(message, film: film)
    {
      return [.answer(subject.question)]
    }
    return found
  }

  /// The requests of a message about a film that there is. A prompt is read as it was typed, an edit in plain words.
  func edits(in message: String, of film: Film, media: [MediaItem]) -> [EditRequest] {
    func read(_ message: String) -> [EditRequest] {
      let plain = DrawnFilmMessage.plain(EditMessage.withoutReasons(message), film: film)
      let hasMusic = film.bedSegment != nil || !film.videoSegments.contains(where: \.mayHaveSound)
      let message = EditMessage.namingTitles(
        EditMessage.quotingTitles(EditMessage.naming(Complaint.resolved(plain, hasMusic: hasMusic))))
      return timelineRequests(in: message, film: film, media: media)
        ?? sceneRequests(in: message, film: film, media: media)
    }
    let quoted = EditMessage.quotingColonTitles(message)
    let hasSong = media.contains { $0.facts.kind == .audio }
    let found = read(Colloquial.plain(quoted, songIsMusic: film.bedSegment != nil && !hasSong))
    return found.contains(where: \.isNewScene) ? read(quoted) : found
  }

  /// The requests of a message of which at least one is for the timeline; nil if none is.
  private func timelineRequests(in message: String, film: Film?, media: [MediaItem]) -> [EditRequest]? {
    var current = film ?? Film()
    guard !current.videoSegments.isEmpty || !media.isEmpty, message.utf8.count <= 64 * 1024 else {
      return nil
    }
    let language = Language.of(message)
    let reader = EditMessage(message: message, media: media, language: language)
    if !current.videoSegments.isEmpty, let whole = reader.whole(film: current) { return whole }
    // A long text is a prompt.
    guard message.utf8.count <= 2000 else { return nil }

    let said = reader.clauses()
    let clauses = EditMessage.joined(EditMessage.related(said))
    let hasResolved = !current.videoSegments.isEmpty && clauses.map(\.words) != said
    func reading(_ words: String, of film: Film? = nil) -> TimelineReading {
      TimelineReading(
        cues: ClauseCues(words, framesPerSecond: current.canvas.framesPerSecond), film: film ?? current,
        media: media, language: language)
    }
    // A prompt for a new scene may hold any of the words; an edit begins with one.
    guard let first = clauses.first?.words else { return nil }
    let whole = EditClause(message, language: language)
    let isScene = whole.isPlausibleScene && isScene(whole, of: current, media: media)
    if isScene {
      let isAsked =
        EditMessage.isImperative(first) || EditMessage.shapeAlone(first) != nil
        || reading(first).hasFootage && EditMessage.hasVerbAndObject(first)
      if reading(first).requests() == nil || !isAsked { return nil }
    }

    let editor = FilmEditor()
    var requests: [EditRequest] = []
    var isTimeline = false
    var left = ""
    /// Which clip the message has just made as a copy.
    var copy: Int?
    /// The first of the two clips that the message has just made of one.
    var half: Int?
    /// The one clip that the clause before was about.
    var focus: Int?
    /// The requests of a clause. Where two that were joined as one ask for two things, and the reading heard one alone, both.
    func all(of clause: String) -> [EditRequest]? {
      let found = reading(clause).requests()
      guard let joint = clause.matches(of: #/ , | and | & /#).last?.range,
        let first = reading(String(clause[..<joint.lowerBound])).requests(),
        !EditMessage.isManner(String(clause[joint.upperBound...]))
      else { return found }
      // "split at 15 s and cross-fade between the halves": the second is asked of what the first makes.
      let isCut = first.contains { if case .timeline(.split) = $0 { true } else { false } }
      let made = isCut ? first.reduce(current) { editor.apply($1, to: $0).0 } : current
      guard let second = reading(String(clause[joint.upperBound...]), of: made).requests(), first != second,
        found == first || found == second
          || isCut && (found?.allSatisfy(\.isRefused) != false || second.contains(where: \.isTransition)),
        !(first + second).contains(where: { $0.isRefused || $0.isAnswer })
      else { return found }
      return first + second
    }
    func carryOut(_ found: [EditRequest]) {
      for request in found {
        let edited = editor.apply(request, to: current).0
        // "it's shaky, please stabilise it" asks once.
        if edited == current, requests.contains(request), case .timeline = request { continue }
        if case .timeline(.duplicate(.clip(let number), _)) = request {
          copy = (number < 0 ? current.videoSegments.count + number : number) + 1
        }
        if case .timeline(.split) = request, edited != current {
          // A second cut makes three, of which none is a half.
          half =
            half == nil
            ? zip(edited.videoSegments, current.videoSegments).enumerated().first { $1.0 != $1.1 }?.offset
            : nil
        }
        current = edited
        requests.append(request)
      }
    }
    func readLeft() {
      if !left.isEmpty {
        // A message that edits the film does not replace it by the way.
        carryOut(
          sceneRequests(in: left, film: current, media: media).map { request in
            guard case .newScene = request, isTimeline else { return request }
            return .cannot(
              what: left,
              nearest: EditReading.appendHelp.text(in: language))
          })
      }
      left = ""
    }
    for (index, (clause, isOfTitle)) in clauses.enumerated() {
      if isOfTitle {
        // What is said of a title is said of the one that has just been asked for.
        readLeft()
        isTimeline = true
        let found = reading(clause).requests() ?? sceneRequests(in: clause, film: current, media: media)
        // "for the first 3 seconds" is how a new title is seen anyway.
        carryOut(found.filter { $0.isRefused || editor.apply($0, to: current).0 != current })
        continue
      }
      let named = EditMessage.numbered(
        EditMessage.ofFocus(clause, focus), clips: current.videoSegments, copy: copy, half: half, focus: focus
      )
      let clause = EditMessage.ofTopic(named, focus: focus)
      // "the party video drags, speed it up": what is meant by "it".
      if !clause.isEmpty, index + 1 < clauses.count, let remark = EditMessage.topic(of: clause),
        EditMessage.saysIt(clauses[index + 1].words), reading(clause).requests() == nil
      {
        focus = remark
        continue
      }
      if let found = all(of: clause) {
        readLeft()
        isTimeline = true
        carryOut(found)
        let clips = Set(found.map { $0.clip(of: current.videoSegments.count) })
        focus = clips.count == 1 ? clips.first ?? nil : nil
      } else {
        left += left.isEmpty ? clause : (language == .english ? ", " : "，") + clause
        if clauses.count == 1, !hasResolved { return nil }
      }
      if requests.count >= 60 { break }
    }
    // What "it" is was found out above, so its words are read rather than the user's.
    guard isTimeline || !isScene && hasResolved else { return nil }
    readLeft()
    return requests.isEmpty ? nil : requests
  }
}
