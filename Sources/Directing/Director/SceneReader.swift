/// Reads one stretch of a prompt from left to right: things, what is said of them, light, weather and camera.
///
/// Adjectives wait for the thing behind them ("three red birds"); what is left at a preposition or a mark belongs to
/// the thing before ("birds flying slowly over …", "the sea is purple").
struct SceneReader {
  enum Subject: Equatable { case mention(Int), air, other }

  let text: ParsedText
  let range: Range<Int>
  var sketch = Sketch()
  var pending = Sketch.Properties()
  var comparisons: [(Meaning.Property, Double)] = []
  var subject: Subject?
  var isNegated = false
  var isCountFromArticle = false
  /// Whether the words since the last boundary stand behind "on": "gold particles on black".
  var isBehindOn = false
  /// How many the word for people means when it stands alone.
  var usualFigures = 1
  /// Whether what was read since the last person joins another to them: "and", "with", "her".
  var isJoiningPerson = false
  /// Whether "the" stands before what comes: somebody who was named before.
  var isDefinite = false
  /// The person last named in the clause.
  var person: Int?
  /// Whether something was named since the negation.
  var hasRefused = false

  static func read(_ text: ParsedText, in range: Range<Int>) -> Sketch {
    var reader = SceneReader(text: text, range: range)
    reader.run()
    return reader.sketch
  }

  private init(text: ParsedText, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func run() {
    for index in range {
      let piece = text.pieces[index]
      if piece.isUsed {
        endPhrase()
        continue
      }
      if piece.kind == .newline || piece.isMark(",.;!?:()-/|") {
        if piece.isMark("-"), piece.isJoined { continue }
        if piece.isMark(","), subject == nil, isBetweenColours(index) { continue }
        endPhrase()
        subject = nil
        person = nil
        isNegated = false
        continue
      }
      if piece.meanings.isEmpty { readUnknown(at: index) } else { read(piece, at: index) }
    }
    endPhrase()
  }

  /// "purple, orange and green plasma": the colours of one thing.
  func isBetweenColours(_ index: Int) -> Bool {
    func isColour(_ index: Int) -> Bool {
      range.contains(index)
        && text.pieces[index].meanings.contains { if case .colour = $0 { true } else { false } }
    }
    return isColour(index - 1) && isColour(index + 1)
  }

  /// Gives waiting adjectives to the thing before them.
  mutating func endPhrase() {
    defer { isBehindOn = false }
    if isBehindOn, !pending.colours.isEmpty, pending.isEmptyButColours {
      sketch.backdrop = pending.colours.first
      pending = Sketch.Properties()
    }
    if case .mention(let index) = subject {
      var late = pending
      late.count = nil
      sketch.mentions[index].properties.merge(late)
      for (property, factor) in comparisons {
        sketch.comparisons.append(.init(property: property, factor: factor, of: sketch.mentions[index].kind))
      }
    } else {
      if subject == .air || subject == nil, let colour = pending.colours.first, pending.count == nil {
        if subject == .air { sketch.tint = colour }
      }
      if subject == nil { sketch.loose.merge(pending) }
      for (property, factor) in comparisons {
        sketch.comparisons.append(.init(property: property, factor: factor))
      }
    }
    pending = Sketch.Properties()
    comparisons = []
  }

  mutating func read(_ piece: Piece, at index: Int) {
    let isNoun = piece.isNoun
    // What a phrase says of its thing comes first: "snow-capped mountains" is mountains and their colour.
    for meaning in piece.meanings where meaning.isProperty { read(meaning, of: piece, at: index) }
    for meaning in piece.meanings where !meaning.isProperty { read(meaning, of: piece, at: index) }
    if isNoun {
      pending = Sketch.Properties()
      isCountFromArticle = false
      isDefinite = false
      comparisons = []
    }
  }

  mutating func read(_ meaning: Meaning, of piece: Piece, at index: Int) {
    switch meaning {
    case .element(let kind): name(kind, at: index)
    case .time(let time, let isStated):
      guard !isNegated else { return }
      sketch.lights.append(.init(time: time, isStated: isStated, piece: index))
      if isStated { nameAir() }
    case .sky, .scene:
      nameAir(isBackdrop: ["background", "backdrop", "背景"].contains(piece.text))
    case .occasion(let occasion): if !isNegated { sketch.occasion = occasion }
    case .undrawable(let standIn): nameNoun(at: index, standIn: standIn)
    case .colour(let colour): pending.colours.append(colour)
    case .size(let size): pending.size = size
    case .lit(let lit): pending.lit = lit
    case .speed(let speed): takeSpeed(speed, piece: piece)
    case .count(let count):
      pending.count = count
      isCountFromArticle = false
    case .number(let value):
      guard value >= 1, value < 1e6 else { return }
      pending.count = Int(value)
      isCountFromArticle = false
    case .article:
      let isSingular = piece.text == "a" || piece.text == "an"
      isDefinite = ["the", "this", "that", "these", "those", "这", "那"].contains(piece.text)
      if Self.owners.contains(piece.text) { isJoiningPerson = true }
      if piece.kind == .word { endPhrase() }
      if isSingular {
        pending.count = 1
        isCountFromArticle = true
      }
    case .place(let place): take { $0.place = place }
    case .heading(let heading): take { $0.heading = heading }
    case .figures(let figures, let usual): (pending.figures, usualFigures) = (figures, usual)
    case .rings: pending.hasRings = true
    case .posture(let posture): if !isNegated { take { $0.posture = posture } }
    case .side(let side): readSide(side, at: index)
    case .energy(let energy): if !isNegated { sketch.energy = energy }
    case .feeling(let feeling): if !isNegated { sketch.feelings.append(feeling) }
    case .more(let property, let factor): comparisons.append((property, factor))
    case .camera(let move):
      sketch.camera = isNegated ? .still : move
      pending = Sketch.Properties()
      isNegated = false
    case .negation:
      endPhrase()
      isNegated = true
      hasRefused = false
    case .boundary, .motion, .copula, .then:
      guard !(meaning == .boundary && piece.has(.article)) else { return }
      if meaning == .motion, let kind = Self.doers[piece.text], case .mention(let index) = subject,
        sketch.mentions[index].kind == .people, !sketch.mentions.contains(where: { $0.kind == kind })
      {
        sketch.mentions[index].kind = kind
        if sketch.mentions[index].properties.count == nil { sketch.mentions[index].properties.count = 3 }
      }
      if meaning == .motion, case .mention(let index) = subject, sketch.mentions[index].kind.isPeople,
        sketch.mentions[index].properties.posture == nil
      {
        sketch.mentions[index].properties.posture = .going
      }
      if Self.companions.contains(piece.text) { isJoiningPerson = true }
      if meaning == .boundary, piece.has(.negation) { isNegated = false }
      if meaning == .boundary {
        if piece.kind == .word || !isBeforeNoun { endPhrase() }
        isBehindOn = ["on", "against", "upon"].contains(piece.text)
        if piece.kind == .word, !piece.has(.undrawable(nil)) { isNegated = false }
      }
    case .filler:
      // 没有云的日落: what 的 leads to is not refused.
      if piece.text == "的", hasRefused { isNegated = false }
    case .and:
      isJoiningPerson = true
      let next = index + 1 < range.upperBound ? text.pieces[index + 1] : nil
      if let next, next.has(.article) || next.isCount {
        endPhrase()
        isNegated = false
      }
    default: break
    }
  }

  /// Whether adjectives wait for a thing to come.
  var isBeforeNoun: Bool { pending != Sketch.Properties() && subject == nil }

  // MARK: Properties

  mutating func take(_ change: (inout Sketch.Properties) -> Void) {
    if case .mention(let index) = subject, pending == Sketch.Properties() {
      change(&sketch.mentions[index].properties)
    } else {
      change(&pending)
    }
  }

  mutating func takeSpeed(_ speed: Double, piece: Piece) {
    // "timelapse" and "slow motion" are said of the whole shot.
    if speed == 2.5 || speed == 0.4 { sketch.speed = speed } else { pending.speed = speed }
  }

  /// "left" alone: where something goes if it moves, else where it is.
  mutating func readSide(_ side: Double, at index: Int) {
    let previous = index > range.lowerBound ? text.pieces[index - 1] : nil
    let moves =
      previous.map { $0.has(.motion) || $0.meanings.contains { if case .speed = $0 { true } else { false } } }
      ?? false
    if moves {
      take { $0.heading = side < 0 ? .left : .right }
    } else if let previous, previous.isNoun || previous.has(.boundary) {
      take { $0.place = side * 0.65 }
    }
  }
}
