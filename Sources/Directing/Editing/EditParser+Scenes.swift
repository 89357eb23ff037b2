/// Requests of what is drawn: a new scene, another one behind the last, and edits of what is seen.
extension EditParser {
  func sceneRequests(in message: String, film: Film?, media: [MediaItem]) -> [EditRequest] {
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
      } else if clause.form == .scene, part.followsThen || index > 0,
        !clause.isPlausibleScene || !isScene(clause, of: film, media: media)
      {
        // What nobody can draw is not hung onto the film.
        found =
          clause.unavailable.isEmpty
          ? [.cannot(what: clause.words, nearest: EditReading.sceneHelp.text(in: whole.language))]
          : clause.unavailable
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
  func isScene(_ clause: EditClause, of film: Film, media: [MediaItem]) -> Bool {
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
      case .clear: return [.clear]
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

  func newScene(_ message: String, film: Film?) -> EditRequest {
    .newScene(director.storyboard(for: message, defaults: .init(canvas: film?.canvas ?? .portrait)))
  }

  private func append(_ clause: EditClause, film: Film) -> EditRequest {
    .appendScene(
      director.storyboard(for: clause.sceneWords, defaults: .init(canvas: film.canvas, durationMS: 5000)))
  }
}
