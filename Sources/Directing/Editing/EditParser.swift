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
  /// - Returns: At least one request, unless the message is blank.
  public func requests(in message: String, film: Film?) -> [EditRequest] {
    let text = ParsedText(message)
    guard !text.pieces.isEmpty else {
      return message.contains(where: { !$0.isWhitespace }) ? [.needsPrompt] : []
    }
    let film = film.flatMap { $0.firstShot == nil && $0.videoSegments.isEmpty ? nil : $0 }
    let whole = EditClause(message, language: .of(message))
    guard let film else { return first(message, whole: whole) }

    // A prompt that lists its scenes is a new film as a whole.
    let opensWithThen = text.pieces.first { $0.kind != .mark && $0.kind != .newline }?.has(.then) ?? false
    if whole.form == .scene, !opensWithThen { return [newScene(message, film: film)] + whole.unavailable }
    var current = film
    var requests: [EditRequest] = []
    let editor = FilmEditor()
    var verb: EditVerb?
    var focus: [SceneElement.Kind] = []
    for (index, part) in EditClauses.clauses(of: text).enumerated() {
      let clause = EditClause(part.words, language: whole.language)
      if clause.isEmpty { continue }
      var found: [EditRequest]
      if clause.form == .append || (clause.form == .scene && (part.followsThen || index > 0)) {
        found = [append(clause, film: current)] + clause.unavailable
      } else if clause.form == .scene {
        return [newScene(message, film: film)] + whole.unavailable
      } else {
        found = EditReading(clause: clause, film: current, director: director, inherited: verb, focus: focus)
          .requests()
        if !clause.sketch.mentions.isEmpty { focus = clause.sketch.mentions.map(\.kind) }
        verb =
          clause.verbs.last { $0.verb == .add || $0.verb == .remove }?.verb
          ?? (clause.verbs.isEmpty ? verb : nil)
      }
      // What comes later is read against the film as it will be then ("add birds and make them red").
      for request in found { current = editor.apply(request, to: current).0 }
      requests += found
      if requests.count >= 24 { break }
    }
    return requests.isEmpty ? [.needsPrompt] : requests
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

  private func newScene(_ message: String, film: Film) -> EditRequest {
    .newScene(director.storyboard(for: message, defaults: .init(canvas: film.canvas)))
  }

  private func append(_ clause: EditClause, film: Film) -> EditRequest {
    .appendScene(
      director.storyboard(for: clause.sceneWords, defaults: .init(canvas: film.canvas, durationMS: 5000)))
  }
}
