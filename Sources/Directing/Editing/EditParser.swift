/// Reads what a message asks for: a new scene, or edits of the film that there is, in the order asked.
///
/// With a film, an imperative on a known thing is an edit ("make it night", "去掉云"), and a noun phrase or a
/// wish for a video is a new scene ("a sunset over the sea").
public struct EditParser: Sendable {
  private let director: Director

  /// Makes a parser that directs new scenes with `director`.
  public init(director: Director) { self.director = director }

  /// The requests of a message, in order.
  /// - Parameters:
  ///   - message: What the user wrote.
  ///   - film: The film that there is; nil or one without pictures counts as none.
  ///   - media: The uploads that the message may name, oldest first.
  /// - Returns: At least one request, unless the message is blank.
  public func requests(in message: String, film: Film?, media: [MediaItem] = []) -> [EditRequest] {
    if let prompt = Self.promptBehindColon(message), media.isEmpty || film?.videoSegments.isEmpty == false {
      return [newScene(prompt, film: film)] + EditClause(prompt, language: .of(prompt)).unavailable
    }
    if let answer = OutputQuestion(message, media: media)?.answer { return [.answer(answer)] }
    guard let film, !film.videoSegments.isEmpty else {
      return timelineRequests(in: message, film: film, media: media)
        ?? sceneRequests(in: message, film: film, media: media)
    }
    if let shape = EditMessage.shapeAlone(message) { return [.setAspect(shape)] }
    if let prompt = Self.newFilm(in: message) {
      return [newScene(prompt, film: film)] + EditClause(prompt, language: .of(prompt)).unavailable
    }
    let found = edits(in: message, of: film, media: media)
    if let answer = Pleasantry(message)?.answer { return [.answer(answer)] }
    if let question = PictureQuestion(message), !found.contains(.describe) {
      return [question.isOfTimeline ? .describe : .answer(question.answer)]
    }
    if let answer = SoundWish(message, film: film)?.answer { return [answer] }
    // What was not understood may have been mistyped.
    if found.contains(where: \.isRefused), let corrected = Misspelling.corrected(message) {
      let again = edits(in: corrected, of: film, media: media)
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
  private func edits(in message: String, of film: Film, media: [MediaItem]) -> [EditRequest] {
    func read(_ message: String) -> [EditRequest] {
      let plain = DrawnFilmMessage.plain(EditMessage.withoutReasons(message), film: film)
      let message = EditMessage.namingTitles(
        EditMessage.quotingTitles(EditMessage.naming(Complaint.resolved(plain))))
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
    func reading(_ words: String) -> TimelineReading {
      TimelineReading(
        cues: ClauseCues(words, framesPerSecond: current.canvas.framesPerSecond), film: current, media: media,
        language: language)
    }
    // A prompt for a new scene may hold any of the words; an edit begins with one.
    guard let first = clauses.first?.words else { return nil }
    let whole = EditClause(message, language: language)
    let isScene = whole.isPlausibleScene && isScene(whole, of: current, media: media)
    if isScene {
      let isAsked =
        EditMessage.isImperative(first) || reading(first).hasFootage && EditMessage.hasVerbAndObject(first)
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
              nearest: Bilingual("add it as a scene: “add a scene: …”", "把它作为镜头加上：“加一个镜头：……”").text(
                in: language))
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
      if let found = reading(clause).requests() {
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

  /// What a new film is to be about, where one is asked for by that name: "a new video about dragons".
  private static func newFilm(in message: String) -> String? {
    guard message.utf8.count <= 1000 else { return nil }
    let english =
      /(?:please |can you |could you )*(?:(?:make|create|generate|start|do|give)(?: me)? )?(?:an? )?(?:brand )?new (?:video|film|movie)(?: about| of| for| with| showing|,) ?(.+)/
      .ignoresCase()
    let chinese = /(?:请)?(?:再)?(?:做|生成|来|制作)?(?:一部|一段|一个|个|部)?新(?:的)?(?:视频|影片|片子)(?:，|,|关于)\s*(.+)/
    let rest = message.wholeMatch(of: english)?.1 ?? message.wholeMatch(of: chinese)?.1
    return rest.map(String.init).flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
  }

  /// The prompt of "a new video: a cat", "新视频：猫": a prompt as a whole, of any length and of several lines.
  private static func promptBehindColon(_ message: String) -> String? {
    let english =
      /\s*(?:please |can you |could you )*(?:(?:make|create|generate|start|do|give)(?: me)? )?(?:an? )?(?:brand )?new (?:video|film|movie)\s*[:：]\s*/
      .ignoresCase()
    let chinese = /\s*请?再?(?:做|生成|来|制作)?(?:一部|一段|一个|个|部)?新的?(?:视频|影片|片子)\s*[:：]\s*/
    guard let start = (message.prefixMatch(of: english) ?? message.prefixMatch(of: chinese))?.range.upperBound
    else { return nil }
    let prompt = message[start...]
    return prompt.contains { !$0.isWhitespace } ? String(prompt) : nil
  }

  private func sceneRequests(in message: String, film: Film?, media: [MediaItem]) -> [EditRequest] {
    let text = ParsedText(message)
    guard !text.pieces.isEmpty else {
      return message.contains(where: { !$0.isWhitespace }) ? [.needsPrompt] : []
    }
    let film = film.flatMap { $0.firstShot == nil && $0.videoSegments.isEmpty ? nil : $0 }
    let whole = EditClause(message, language: .of(message))
    guard let film else { return first(message, whole: whole) }

    let reading = EditReading(clause: whole, film: film, director: director)
    if let replaced = reading.newShot() { return [replaced] + whole.unavailable }
    // What can't be drawn at all does not take the place of somebody's footage.
    if whole.form == .scene, !isScene(whole, of: film, media: media) {
      return whole.unavailable.isEmpty
        ? [.cannot(what: message, nearest: EditReading.footageHelp.text(in: whole.language))]
        : whole.unavailable
    }
    // Nor does what names nothing to see take the place of a film.
    if whole.form == .scene, !whole.isPlausibleScene {
      return [.cannot(what: message, nearest: EditReading.sceneHelp.text(in: whole.language))]
    }
    // A prompt that lists its scenes is a new film as a whole.
    let opensWithThen = text.pieces.first { $0.kind != .mark && $0.kind != .newline }?.has(.then) ?? false
    if whole.form == .scene, !opensWithThen { return [newScene(message, film: film)] + whole.unavailable }
    var current = film
    var requests: [EditRequest] = []
    let editor = FilmEditor()
    var verb: EditVerb?
    var focus: [SceneElement.Kind] = []
    /// The one scene that the clause before was about.
    var shot: Int?
    for (index, part) in EditClauses.clauses(of: text).enumerated() {
      let clause = EditClause(part.words, language: whole.language)
      if clause.isEmpty { continue }
      var found: [EditRequest]
      if case .appendScene? = requests.last, clause.isLengthAlone, let length = clause.settings.lengths.last {
        // "then a city at night, 4 seconds" says how long the new scene is.
        found = [.inShot(-1, .setLength(ms: length.milliseconds))]
      } else if clause.form == .append || (clause.form == .scene && (part.followsThen || index > 0)) {
        found = [append(clause, film: current)] + clause.unavailable
      } else if clause.form == .scene {
        return [newScene(message, film: film)] + whole.unavailable
      } else {
        found = EditReading(clause: clause, film: current, director: director, inherited: verb, focus: focus)
          .requests().map { request in
            // "the photo should be up for 2 seconds" is not about the film.
            guard request.isOfLength, !clause.settings.lengths.isEmpty,
              !EditMessage.isPlainLength(clause.words),
              current.videoSegments.contains(where: { $0.media != nil })
            else { return request }
            return .cannot(what: clause.words, nearest: EditReading.lengthHelp.text(in: whole.language))
          }
        if !clause.sketch.mentions.isEmpty { focus = clause.sketch.mentions.map(\.kind) }
        verb =
          clause.verbs.last { $0.verb == .add || $0.verb == .remove }?.verb
          ?? (clause.verbs.isEmpty ? verb : nil)
      }
      // "make the forest scene foggy and add some wolves": there.
      if let shot, !part.followsThen, found.allSatisfy({ $0.isOfShot || $0.isSubstitution }),
        !ClauseCues(part.words).namesWholeFilm
      {
        found = found.map { $0.isOfShot ? .inShot(shot, $0) : $0 }
      }
      let shots = Set(found.filter { !$0.isSubstitution }.map(\.shot))
      shot = shots.count == 1 ? shots.first ?? nil : nil
      // "that doesn't count, go back" asks once.
      if found == [.undo], requests.last == .undo, index > 0, !part.words.contains(/[0-9]/), !part.followsThen
      {
        continue
      }
      // What comes later is read against the film as it will be then ("add birds and make them red").
      for request in found { current = editor.apply(request, to: current).0 }
      requests += found
      if requests.count >= 24 { break }
    }
    return requests.isEmpty ? [.needsPrompt] : requests
  }

  /// Whether a message is a prompt for a new scene. Of a film of uploads it is one only if it names something that is
  /// drawn, and none of the files.
  private func isScene(_ clause: EditClause, of film: Film, media: [MediaItem]) -> Bool {
    guard clause.form == .scene else { return false }
    guard film.videoSegments.contains(where: { $0.media != nil }) else { return true }
    let words = clause.words.lowercased()
    let cues = ClauseCues(clause.words)
    if let place = cues.screenPlace, place.column != .centre,
      cues.has("small", "tiny", "corner", "小", "角") || !cues.times.isEmpty
    {
      return false
    }
    let namesFile = media.contains { $0.name.contains(".") && words.contains($0.name.lowercased()) }
    return !namesFile
      && clause.allSketches.contains {
        !$0.mentions.isEmpty || !$0.lights.isEmpty || !$0.feelings.isEmpty && $0.occasion == nil
      }
  }

  // MARK: Without a film

  private func first(_ message: String, whole: EditClause) -> [EditRequest] {
    if let phrase = whole.phrases.first, !whole.sketch.namesScene {
      switch phrase {
      case .undo: return [.undo]
      case .redo: return [.redo]
      case .startOver: return [.startOver]
      case .describe: return [.describe]
      case .anotherTake, .ownPrompt: return [.needsPrompt]
      case .unavailable: return whole.unavailable
      }
    }
    let sketches = whole.allSketches
    let hasScene = sketches.contains {
      $0.namesScene || $0.tint != nil || !$0.feelings.isEmpty || !$0.loose.colours.isEmpty
    }
    guard hasScene else { return [.needsPrompt] }
    return [.newScene(director.storyboard(for: message))] + whole.unavailable
  }

  private func newScene(_ message: String, film: Film?) -> EditRequest {
    .newScene(director.storyboard(for: message, defaults: .init(canvas: film?.canvas ?? .portrait)))
  }

  private func append(_ clause: EditClause, film: Film) -> EditRequest {
    .appendScene(
      director.storyboard(for: clause.sceneWords, defaults: .init(canvas: film.canvas, durationMS: 5000)))
  }
}

extension EditRequest {
  fileprivate var isNewScene: Bool { if case .newScene = self { true } else { false } }

  /// Whether it changes how long the film is.
  fileprivate var isOfLength: Bool {
    switch self {
    case .setLength, .lengthen, .changeLength: true
    default: false
    }
  }

  /// The one drawn scene that it changes.
  fileprivate var shot: Int? {
    guard case .inShot(let number, let inner) = self, inner.isOfShot else { return nil }
    return number
  }

  fileprivate var isSubstitution: Bool { if case .substituted = self { true } else { false } }

  /// The one clip that it is about, counted from 0, in a film that then has `count` of them.
  fileprivate func clip(of count: Int) -> Int? {
    func place(_ number: Int) -> Int { number < 0 ? count + number : number }
    if case .inShot(let number, _) = self { return place(number) }
    guard case .timeline(let edit) = self else { return nil }
    switch edit {
    case .move(_, let target): return place(target)
    case .keep(_, .clip(let number)), .cut(_, .clip(let number)), .retime(_, .clip(let number)),
      .playIn(_, .clip(let number)), .reverse(.clip(let number)), .fit(_, .clip(let number)),
      .crop(_, .clip(let number)), .rotate(_, .clip(let number)), .flip(_, .clip(let number)),
      .moveOver(_, .clip(let number)), .adjust(_, .clip(let number)), .clipVolume(_, .clip(let number)),
      .replaceClip(_, .clip(let number)):
      return place(number)
    default: return nil
    }
  }
}
