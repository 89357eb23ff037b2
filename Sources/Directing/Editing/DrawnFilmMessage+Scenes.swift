/// Scenes that a message calls by what is seen in them, or by their place.
extension DrawnFilmMessage {
  /// "add a third shot: a city at night": a scene that there is not yet comes at the end.
  static func addingScene(_ message: String, count: Int) -> String? {
    if let placed = placingScene(message, count: count) { return placed }
    let english =
      /^(?:please )?(?:add|create|append)(?: me)? (?:an? |the |one )?(?:more )?(\w+) (?:shot|scene|clip|part)\b[ :,]*(?:of|with|where|showing|is)?\b[ :,]*(.+)$/
      .ignoresCase()
    if let match = message.wholeMatch(of: english) {
      let word = match.1.lowercased()
      let number = ClauseCues.ordinals[word].map { $0 < 0 ? count : $0 }
      guard number.map({ $0 >= count }) ?? ["closing", "next", "additional", "extra", "new"].contains(word)
      else {
        return nil
      }
      return "add a scene: \(match.2)"
    }
    let chinese = /^(?:请)?(?:再)?(?:加|添加|增加|来)(?:上)?第(.)(?:个|段|幕)?(?:镜头|场景|画面)?[：:，, ]*(.+)$/
    if let match = message.wholeMatch(of: chinese),
      let (value, _) = HanNumber.read(Tokenizer.tokens(of: String(match.1)), from: 0)
        ?? Int(match.1).map({
          (Double($0), 1)
        }), Int(value) > count
    {
      return "加一个镜头：\(match.2)"
    }
    return nil
  }

  /// "insert a shot of a whale between the first and second", "add a scene at the start with a campfire": the scene, and where it
  /// goes.
  private static func placingScene(_ message: String, count: Int) -> String? {
    let opening =
      /^(?:please |can you |could you )*(?:add|insert|put|place|append|stick)(?: in)? (?:an?|one more|another) (?:new |short |quick )?(?:shot|scene|clip)\b[ ,]*(.+?)[.! ]*$/
      .ignoresCase()
    guard let match = message.wholeMatch(of: opening) else { return nil }
    var rest = String(match.1)
    var position: Int?
    let end = /\s*\b(?:at|to) the (?:very )?end\b,?/.ignoresCase()
    let start = /\s*\b(?:at|to) the (?:very )?(?:start|beginning|front)\b,?/.ignoresCase()
    let between =
      /\s*\b(?:in )?between (?:the )?(?:(?:scene|shot|clip) )?(\w+)(?: (?:one|scene|shot|clip))? and (?:the )?(?:(?:scene|shot|clip) )?(\w+)(?: (?:one|scene|shot|clip))?,?/
      .ignoresCase()
    let beside =
      /\s*\b(before|after|behind) (?:the )?(?:(?:scene|shot|clip) )?(\w+)(?: (?:one|scene|shot|clip))?,?/
      .ignoresCase()
    func number(_ word: Substring) -> Int? {
      let word = word.lowercased()
      let index =
        ClauseCues.ordinals[word]
        ?? ClauseCues.number(Tokenizer.tokens(of: word), at: 0).map { Int($0.value) - 1 }
      return index.map { $0 < 0 ? count + $0 : $0 }
    }
    if let found = rest.firstMatch(of: between), let first = number(found.1), let second = number(found.2) {
      guard abs(first - second) == 1, max(first, second) < count else { return nil }
      position = max(first, second)
      rest.removeSubrange(found.range)
    } else if let found = rest.firstMatch(of: beside), let other = number(found.2), other < count {
      position = found.1.lowercased() == "before" ? other : other + 1
      rest.removeSubrange(found.range)
    } else if let found = rest.firstMatch(of: start) {
      position = 0
      rest.removeSubrange(found.range)
    } else if let found = rest.firstMatch(of: end) {
      rest.removeSubrange(found.range)
    } else {
      return nil
    }
    let scene = rest.replacing(/^\s*(?:of|with|where|showing|that shows|in which)\s+/.ignoresCase(), with: "")
    guard scene.contains(where: \.isLetter) else { return nil }
    let adds = "add a scene: \(scene)"
    guard let position, position < count else { return adds }
    return adds + "; move the last scene before scene \(position + 1)"
  }

  /// Scenes by their numbers: "the forest part" is "scene 2", and where the order is told, "the forest" is as well.
  static func namingScenes(_ message: String, film: Film) -> String {
    let segments = film.videoSegments
    guard (2...40).contains(segments.count) else { return message }
    let text = ParsedText(message)
    guard text.pieces.count <= 24, text.quotations().isEmpty else { return message }
    var found = named(in: text, of: segments, byMarker: true)
    if found.count == 1, isOfPair(message) {
      // "put the stars scene before the waterfall"
      let others = named(in: text, of: segments, byMarker: false).filter {
        $0.shot != found[0].shot && !$0.pieces.overlaps(found[0].pieces)
      }
      if others.count == 1 { found += others }
    }
    if found.isEmpty {
      let bare = named(in: text, of: segments, byMarker: false)
      let isOrder =
        bare.count == 1 && isOfPlace(message)
        || bare.count == 2 && bare[0].shot != bare[1].shot && isOfPair(message)
      if isOrder { found = bare }
    }
    let isHan = Language.of(message) == .chinese
    var scalars = Array(message.unicodeScalars)
    for (pieces, shot) in found.sorted(by: { $0.pieces.lowerBound > $1.pieces.lowerBound }) {
      let start = text.tokens[text.pieces[pieces.lowerBound].tokens.lowerBound].range.lowerBound
      let end = text.tokens[text.pieces[pieces.upperBound - 1].tokens.upperBound - 1].range.upperBound
      let name = isHan ? "第\(shot + 1)个镜头" : "scene \(shot + 1)"
      scalars.replaceSubrange(start..<end, with: Array(name.unicodeScalars))
    }
    return found.isEmpty ? message : String(String.UnicodeScalarView(scalars))
  }

  /// The stretches that call a scene by what is seen in it and nowhere else.
  ///
  /// - Parameter byMarker: whether a word for a scene closes them ("the forest part"), or a thing stands alone.
  private static func named(
    in text: ParsedText, of segments: [Film.Segment], byMarker: Bool
  ) -> [(pieces: Range<Int>, shot: Int)] {
    let pieces = text.pieces
    var found: [(pieces: Range<Int>, shot: Int)] = []
    for index in pieces.indices {
      var (start, end) = (index, index + 1)
      if byMarker {
        guard isMarker(pieces, at: index) else { continue }
        // "the second shot", "scene 2" have their number.
        if index + 1 < pieces.count, pieces[index + 1].number != nil { continue }
        while start > 0, index - start < 4, isOfName(pieces[start - 1]) { start -= 1 }
        if start == index { continue }
        if pieces[start..<index].contains(where: { ClauseCues.ordinals[$0.text] != nil || $0.text == "第" }) {
          continue
        }
      } else {
        guard pieces[index].isNoun, !pieces[index].isUsed else { continue }
      }
      let sketch = SceneReader.read(text, in: start..<(byMarker ? index : end))
      guard let shot = scene(of: sketch, in: segments) else { continue }
      if byMarker { end = index + 1 }
      while start > 0,
        pieces[start - 1].has(.article) || ["the", "that", "那", "这"].contains(pieces[start - 1].text)
      {
        start -= 1
      }
      found.append((start..<end, shot))
    }
    return found
  }

  private static func isMarker(_ pieces: [Piece], at index: Int) -> Bool {
    let piece = pieces[index]
    if piece.has(.sceneMarker) || ["part", "bit", "段", "那段", "部分"].contains(piece.text) { return true }
    return piece.text == "one" && index > 0 && pieces[index - 1].isNoun
  }

  /// Whether a piece may stand in the name of a scene, before its marker.
  private static func isOfName(_ piece: Piece) -> Bool {
    guard piece.kind != .mark, piece.kind != .newline, !piece.has(.command) || piece.isNoun, !piece.has(.and)
    else {
      return false
    }
    let isVerb = piece.meanings.contains { if case .edit = $0 { true } else { false } }
    // "森林那段", "森林的镜头"
    if piece.kind == .han, ["那", "这", "那个", "这个", "那一", "的"].contains(piece.text) { return true }
    return !isVerb && !piece.has(.negation) && !piece.has(.article)
      && !["the", "in", "to", "把", "将", "在", "给", "of", "from"].contains(piece.text)
  }

  /// The one scene in which something is seen; that it was asked for there counts more than that it goes on there.
  static func scene(of sketch: Sketch, in segments: [Film.Segment]) -> Int? {
    guard !sketch.mentions.isEmpty || !sketch.lights.isEmpty else { return nil }
    let named = segments.indices.filter { index in
      guard segments[index].shot != nil, let name = segments[index].metadata.name else { return false }
      let text = ParsedText(name)
      let own = SceneReader.read(text, in: text.pieces.indices)
      let isLit = sketch.light.map { light in own.light.map { $0.time == light.time } ?? false } ?? true
      return sketch.mentions.allSatisfy { mention in own.mentions.contains { $0.kind == mention.kind } }
        && isLit
    }
    if named.count == 1 { return named.first }
    let seen = segments.indices.filter { isSeen(sketch, in: segments[$0]) }
    return seen.count == 1 ? seen.first : nil
  }

  private static func isSeen(_ sketch: Sketch, in segment: Film.Segment) -> Bool {
    guard let shot = segment.shot else { return false }
    return sketch.mentions.allSatisfy { shot.element($0.kind) != nil }
      && (sketch.light.map { !$0.isStated || $0.time == shot.timeOfDay } ?? true)
  }

  /// Whether a message tells where in the film a scene goes.
  private static func isOfPlace(_ message: String) -> Bool {
    let cues = ClauseCues(message)
    guard cues.tokens.count <= 12 else { return false }
    let moves = cues.has(
      "put", "move", "bring", "place", "have", "show", "want", "start with", "begin with", "open with",
      "end with", "finish with",
      "should come",
      "comes", "goes", "移到", "放到", "放在", "调到", "排到", "挪到", "提到", "先放", "移")
    return moves
      && (cues.has(
        "first", "last", "to the front", "to the start", "to the beginning", "at the start",
        "at the beginning",
        "to the end", "at the end", "start with", "begin with", "open with", "end with", "finish with", "最前",
        "最前面", "最后", "开头", "结尾", "先放", "前面", "后面"))
  }

  /// Whether a message tells of two scenes which comes before the other.
  private static func isOfPair(_ message: String) -> Bool {
    let cues = ClauseCues(message)
    guard cues.tokens.count <= 14 else { return false }
    return cues.has("swap", "switch", "exchange", "交换", "对调", "互换", "调换")
      || cues.has("put", "move", "bring", "place", "移到", "放到", "放在", "调到", "排到", "挪到")
        && cues.has("before", "after", "前面", "后面", "之前", "之后")
  }

  /// Another place is another scene; what is no place changes the one that there is.
  private static func becoming(_ words: String, scene: String) -> String {
    let text = ParsedText(words)
    let isPlace = SceneReader.read(text, in: text.pieces.indices).mentions.contains { $0.kind.isGround }
    return isPlace ? "replace \(scene) with \(words)" : "make \(scene) \(words)"
  }

  /// "scene 2 needs mist", "a sunset in the first one": a wish for one scene, with its verb.
  static func wishForScene(_ message: String) -> String {
    let message = message.replacing(
      /\b(?:the )?(first|second|third|fourth|fifth|last) one\b/.ignoresCase(), with: { "the \($0.1) scene" })
    // "can scene 2 be at night instead", "scene 3 should be snowy"
    let be =
      /^(?:i think )?(?:(?:can|could|should|may) )?((?:the )?(?:\w+ scene|scene \d+|\w+ shot)) (?:should be|needs to be|has to be|must be|could be|ought to be|be)(?: more like)?(?: (?:at|in|during))?(?: (?:the|an?))? (.+?)(?: instead)?[?.!]*$/
      .ignoresCase()
    if let match = message.wholeMatch(of: be),
      match.1.contains(/scene \d|\b(?:first|second|third|fourth|fifth|last)\b/.ignoresCase())
    {
      return becoming(String(match.2), scene: String(match.1))
    }
    // "make the second scene a beach": another place is another scene.
    let made =
      /^(?:please |can you |could you )*(?:make|let) ((?:the )?(?:\w+ (?:scene|shot)|(?:scene|shot) \d+)) (?:be |show |into )?(?:an?|the) (.+?)(?: please| instead)?[.!]*$/
      .ignoresCase()
    if let match = message.wholeMatch(of: made), let number = ClauseCues(String(match.1)).clipNumbers.first {
      let text = ParsedText(String(match.2))
      let sketch = SceneReader.read(text, in: text.pieces.indices)
      if sketch.comparisons.isEmpty, sketch.mentions.contains(where: { $0.kind.isGround }) {
        return "replace \(number < 0 ? "the last scene" : "scene \(number + 1)") with \(match.2)"
      }
    }
    // "i'd like scene 2 in the fog", "scene 1 at night"
    let wished =
      /^(?:(?:i'd like|i want|i would like|have|put|set|let's have|can we have|could we have|make) )?(scene \d+) (?:in|at|during|with) (?:the |an? |some )?(.+?)(?: please| instead)?$/
      .ignoresCase()
    if let match = message.wholeMatch(of: wished) {
      let text = ParsedText(String(match.2))
      let sketch = SceneReader.read(text, in: text.pieces.indices)
      if sketch.light?.isStated == true { return "make \(match.1) \(match.2)" }
      if !sketch.mentions.isEmpty, !sketch.mentions.contains(where: { $0.kind.isGround }),
        sketch.comparisons.isEmpty
      {
        return "add \(match.2) to \(match.1)"
      }
    }
    // "turn scene 1 into a desert"
    let turning = /^(?:please )?turn (scene \d+) into (?:an? |the )?(.+?)(?: please)?$/.ignoresCase()
    if let match = message.wholeMatch(of: turning) {
      return becoming(String(match.2), scene: String(match.1))
    }
    // "make the sky in scene 2 pink"
    if let match = message.wholeMatch(of: /^(make .+?) in (scene \d+) (.+)$/.ignoresCase()) {
      return "\(match.1) \(match.3) in \(match.2)"
    }
    let needs =
      /^(?:i think )?((?:the )?(?:\w+ scene|scene \d+|\w+ shot)) (?:needs|could use|wants|should have|lacks|is missing) (?:some |an? |more )?(.+)$/
      .ignoresCase()
    if let match = message.wholeMatch(of: needs) { return "add \(match.2) to \(match.1)" }
    let within =
      /^(.+?) (?:in|for|into|to) ((?:the )?(?:first|second|third|fourth|fifth|last) (?:scene|shot|clip|part)|scene \d+)$/
      .ignoresCase()
    guard let match = message.wholeMatch(of: within) else { return message }
    let thing = String(match.1)
    let text = ParsedText(thing)
    let sketch = SceneReader.read(text, in: text.pieces.indices)
    let isBare =
      !text.pieces.contains {
        $0.isVerb || $0.has(.command) || $0.has(.negation) || $0.has(.musicNoun) || $0.has(.titleNoun)
      }
      && sketch.comparisons.isEmpty && text.quotations().isEmpty && text.pieces.count <= 8
    guard isBare else { return message }
    if !sketch.mentions.filter({ $0.kind != .sun && $0.kind != .stars }).isEmpty {
      return "add \(thing) to \(match.2)"
    }
    return sketch.light == nil ? message : "make \(match.2) \(thing)"
  }
}
