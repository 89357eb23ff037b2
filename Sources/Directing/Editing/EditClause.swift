/// One clause of an edit message with all that the readers find in it.
struct EditClause {
  /// What the shape of the sentence says.
  enum Form { case edit, scene, append }

  let words: String
  let language: Language
  let text: ParsedText
  let settings: Settings
  let sketch: Sketch

  init(_ words: String, language: Language) {
    var text = ParsedText(words)
    let settings = SettingsReader.read(&text, takesAddedQuotes: true)
    self.words = words
    self.language = language
    self.text = text
    self.settings = settings
    sketch = SceneReader.read(text, in: text.pieces.indices)
  }

  /// Whether it says nothing: small words alone.
  var isEmpty: Bool {
    // "no, make it blue"
    if text.pieces.count == 1, text.pieces[0].has(.negation) { return true }
    return text.pieces.allSatisfy {
      $0.kind == .mark || $0.kind == .newline || ($0.has(.filler) && !$0.isVerb && !$0.isUsed) || $0.has(.and)
    }
  }

  /// The sketches of all stretches, as the director would cut them.
  var allSketches: [Sketch] {
    ShotSplitter.ranges(of: text).map { SceneReader.read(text, in: $0) }
  }

  /// The phrases that are requests by themselves.
  var phrases: [EditPhrase] {
    text.pieces.flatMap { piece in
      piece.meanings.compactMap { if case .phrase(let phrase) = $0 { phrase } else { nil } }
    }
  }

  /// What it asks for that the studio can't do.
  var unavailable: [EditRequest] {
    var found: [EditRequest] = []
    for case .unavailable(let index) in phrases where Unavailable.all.indices.contains(index) {
      let feature = Unavailable.all[index]
      let request = EditRequest.cannot(
        what: feature.what.text(in: language), nearest: feature.nearest?.text(in: language))
      if !found.contains(request) { found.append(request) }
    }
    return found
  }

  /// Its verbs of editing, in order.
  var verbs: [(verb: EditVerb, piece: Int)] {
    text.pieces.indices.flatMap { index in
      text.pieces[index].meanings.compactMap { meaning in
        if case .edit(let verb) = meaning { (verb, index) } else { nil }
      }
    }
  }

  /// Whether one of its pieces states a thing of the film rather than of the picture.
  var hasSettings: Bool {
    !settings.lengths.isEmpty || settings.aspect != nil || settings.pixels != nil
      || settings.framesPerSecond != nil
      || settings.loops != nil || settings.music.isMentioned || settings.title.isMentioned
      || settings.title.isRefused
      || settings.percent != nil
  }

  /// Whether it says a length and nothing else.
  var isLengthAlone: Bool {
    settings.lengths.count == 1 && verbs.isEmpty && sketch.isEmpty && sketch.comparisons.isEmpty
      && settings.aspect == nil && settings.pixels == nil && settings.framesPerSecond == nil
      && !settings.title.isMentioned && !settings.music.isMentioned
  }

  /// The first piece behind polite and small words.
  var firstPiece: Int? {
    text.pieces.indices.first { index in
      let piece = text.pieces[index]
      if piece.kind == .mark || piece.kind == .newline { return false }
      // "in the second scene, …"
      if piece.has(.sceneMarker) || piece.has(.unit(.seconds)) { return false }
      if piece.isCount, index > 0,
        text.pieces[index - 1].has(.sceneMarker) || text.pieces[index - 1].text == "第"
      {
        return false
      }
      if piece.isVerb || piece.isUsed || piece.isNoun || piece.isCount || piece.has(.negation) { return true }
      return
        !(piece.has(.filler) || piece.has(.article) || piece.has(.then) || piece.has(.and)
        || piece.has(.linker)
        || piece.has(.boundary) || piece.has(.measure) || piece.text == "第")
    }
  }

  /// The words of the scene to append, without the verb that asks for it.
  var sceneWords: String {
    guard let verb = verbs.first(where: { $0.verb == .append }) else { return words }
    var start = verb.piece + 1
    while start < text.pieces.count, text.pieces[start].kind == .mark || text.pieces[start].has(.linker) {
      start += 1
    }
    // "夜晚的城市，接上": what stands before the verb is the scene.
    return start < text.pieces.count ? text.words(start..<text.pieces.count) : text.words(0..<verb.piece)
  }

  /// Edit, new scene or one more scene, by the form of the sentence.
  var form: Form {
    guard let first = firstPiece else { return .edit }
    let piece = text.pieces[first]
    if verbs.contains(where: { $0.verb == .append }), allSketches.contains(where: \.namesScene) {
      return piece.has(.edit(.append)) || piece.kind == .han || piece.has(.edit(.add)) ? .append : .scene
    }
    if phrases.contains(where: { if case .unavailable = $0 { false } else { $0 != .ownPrompt } }), !hasGround
    {
      return .edit
    }
    guard sketch.namesScene else { return .edit }
    if !unavailable.isEmpty, sketch.mentions.isEmpty, sketch.lights.isEmpty { return .edit }
    if piece.has(.negation) || piece.meanings.contains(where: { if case .more = $0 { true } else { false } })
    {
      return .edit
    }
    let next = first + 1 < text.pieces.count ? text.pieces[first + 1] : nil
    if piece.has(.command) {
      // "make sea purple", "i want more birds", "turn the sky red": the thing follows at once and changes.
      if let next, next.isVerb && !next.has(.command) { return .edit }
      if let next,
        next.text == "it" || next.meanings.contains(where: { if case .more = $0 { true } else { false } })
      {
        return .edit
      }
      if !sketch.comparisons.isEmpty { return .edit }
      if let next, piece.text == "make" || piece.text == "turn", next.isNoun || next.text == "the" {
        return .edit
      }
      if piece.kind == .word || sketch.mentions.count + sketch.lights.count > 0 && !hasHanEdit {
        return .scene
      }
    }
    if piece.meanings.contains(where: { if case .edit = $0 { true } else { false } }) { return .edit }
    if hasHanEdit { return .edit }
    if !sketch.comparisons.isEmpty { return .edit }
    if isCountedThing { return .edit }
    return .scene
  }

  private var hasGround: Bool { sketch.mentions.contains { $0.kind.isGround } }

  /// "把大海变成紫色", "云去掉", "音量调到30%": the verb may stand anywhere.
  private var hasHanEdit: Bool {
    guard text.pieces.count <= 40 else { return false }
    return text.pieces.contains { piece in
      guard piece.kind == .han, !piece.isUsed, !piece.has(.linker) else {
        return piece.kind == .han && piece.text == "把"
      }
      return piece.meanings.contains { if case .edit(let verb) = $0 { verb != .useMusic } else { false } }
    }
  }

  /// "三只鸟", "three birds": a number and a thing, and nothing of where or when.
  private var isCountedThing: Bool {
    guard sketch.mentions.count == 1, sketch.lights.isEmpty, sketch.nouns.isEmpty, !hasGround,
      sketch.mentions[0].properties.count != nil
    else { return false }
    let hasNumber = text.pieces.contains { $0.isCount }
    return hasNumber && !text.pieces.contains { $0.kind == .word && $0.has(.boundary) }
  }
}
