// Longer than 300 lines: it is one grammar, whose rules share what waits to be said of the next thing.

/// Reads one stretch of a prompt from left to right: things, what is said of them, light, weather and camera.
///
/// Adjectives wait for the thing behind them ("three red birds"); what is left at a preposition or a mark belongs to
/// the thing before ("birds flying slowly over …", "the sea is purple").
struct SceneReader {
  private enum Subject: Equatable { case mention(Int), air, other }

  private let text: ParsedText
  private let range: Range<Int>
  private var sketch = Sketch()
  private var pending = Sketch.Properties()
  private var comparisons: [(Meaning.Property, Double)] = []
  private var subject: Subject?
  private var isNegated = false
  private var isCountFromArticle = false
  /// Whether the words since the last boundary stand behind "on": "gold particles on black".
  private var isBehindOn = false
  /// The person last named in the clause.
  private var person: Int?
  /// Whether something was named since the negation.
  private var hasRefused = false

  static func read(_ text: ParsedText, in range: Range<Int>) -> Sketch {
    var reader = SceneReader(text: text, range: range)
    reader.run()
    return reader.sketch
  }

  private init(text: ParsedText, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  private mutating func run() {
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
  private func isBetweenColours(_ index: Int) -> Bool {
    func isColour(_ index: Int) -> Bool {
      range.contains(index)
        && text.pieces[index].meanings.contains { if case .colour = $0 { true } else { false } }
    }
    return isColour(index - 1) && isColour(index + 1)
  }

  /// Gives waiting adjectives to the thing before them.
  private mutating func endPhrase() {
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

  private mutating func read(_ piece: Piece, at index: Int) {
    let isNoun = piece.isNoun
    // What a phrase says of its thing comes first: "snow-capped mountains" is mountains and their colour.
    for meaning in piece.meanings where meaning.isProperty { read(meaning, of: piece, at: index) }
    for meaning in piece.meanings where !meaning.isProperty { read(meaning, of: piece, at: index) }
    if isNoun {
      pending = Sketch.Properties()
      isCountFromArticle = false
      comparisons = []
    }
  }

  private mutating func read(_ meaning: Meaning, of piece: Piece, at index: Int) {
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
      if piece.kind == .word { endPhrase() }
      if isSingular {
        pending.count = 1
        isCountFromArticle = true
      }
    case .place(let place): take { $0.place = place }
    case .heading(let heading): take { $0.heading = heading }
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
      let next = index + 1 < range.upperBound ? text.pieces[index + 1] : nil
      if let next, next.has(.article) || next.isCount {
        endPhrase()
        isNegated = false
      }
    default: break
    }
  }

  /// Whether adjectives wait for a thing to come.
  private var isBeforeNoun: Bool { pending != Sketch.Properties() && subject == nil }

  // MARK: Things

  private mutating func name(_ kind: SceneElement.Kind, at index: Int) {
    if isNegated {
      hasRefused = true
      if !sketch.refused.contains(kind) { sketch.refused.append(kind) }
      return
    }
    if kind == .sun { sketch.sunPiece = index }
    var properties = pending
    let next = index + 1 < range.upperBound ? text.pieces[index + 1] : nil
    // "a boat" is one boat; "a flower market" and "a starry sky" count nothing.
    // "a girl sitting" is a girl still.
    let isPartOfNoun = next.map { $0.isNoun && !($0.meanings.isEmpty && $0.text.hasSuffix("ing")) } ?? false
    if isCountFromArticle, !kind.isCountedByArticle || isPartOfNoun { properties.count = nil }
    // "wolves" are more than one.
    if properties.count == nil, let usual = kind.usualPlural, text.pieces[index].isPlural(in: text) {
      properties.count = usual
    }
    if !kind.isCountable { properties.count = nil }
    if kind == .people || kind.isOfPeople, Self.wearsDress(text.pieces[index].text) {
      properties.wearsDress = true
    }
    if let mono = properties.colours.firstIndex(of: Palette.monochrome) {
      // A cat may be black and white; of anything larger the picture is meant.
      if kind.standsOnGround, !kind.isGround {
        properties.colours[mono] = Palette.grey
      } else {
        properties.colours.remove(at: mono)
        sketch.tint = Palette.monochrome
      }
    }
    if isOneOf(kind, &properties, at: index) { return }
    if let known = sketch.mentions.firstIndex(where: { $0.kind == kind }) {
      sketch.mentions[known].properties.merge(properties)
      subject = .mention(known)
    } else {
      sketch.mentions.append(.init(kind: kind, properties: properties))
      subject = .mention(sketch.mentions.count - 1)
      if kind == .people || kind.isOfPeople { person = sketch.mentions.count - 1 }
    }
    for (property, factor) in comparisons {
      sketch.comparisons.append(.init(property: property, factor: factor, of: kind))
    }
    comparisons = []
  }

  /// Whether a word tells of somebody already named, or of how many they are, and names nobody new: "a girl riding a
  /// bike", 骑自行车的女孩, "a lonely man", "an elephant family".
  private mutating func isOneOf(
    _ kind: SceneElement.Kind, _ properties: inout Sketch.Properties, at index: Int
  ) -> Bool {
    let piece = text.pieces[index]
    let before = index > range.lowerBound ? text.pieces[index - 1] : nil
    if kind == .people {
      if piece.text == "family", case .mention(let animal) = subject, before?.isNoun == true,
        sketch.mentions[animal].kind.standsOnGround
      {
        sketch.mentions[animal].properties.count = 4
        return true
      }
      if before?.text == "的", let person, sketch.mentions[person].kind.isOfPeople {
        sketch.mentions[person].properties.merge(properties)
        return true
      }
      let near = text.pieces[max(range.lowerBound, index - 3)..<index]
      if properties.count == nil,
        near.contains(where: { $0.has(.feeling(.sad)) || Self.alone.contains($0.text) })
          && !["people", "crowd", "人们", "人群"].contains(piece.text)
      {
        properties.count = 1
      }
    } else if kind.isOfPeople, let person, sketch.mentions[person].kind == .people,
      !sketch.mentions.contains(where: { $0.kind == kind })
    {
      sketch.mentions[person].kind = kind
      var said = properties
      said.count = nil
      sketch.mentions[person].properties.merge(said)
      subject = .mention(person)
      return true
    }
    return false
  }

  /// Whether a word is for a woman or a girl.
  private static func wearsDress(_ word: String) -> Bool {
    let women: Set<String> = [
      "woman", "women", "girl", "girls", "lady", "ladies", "mother", "mom", "mum", "daughter", "sister",
      "grandma", "bride",
      "princess", "queen", "grandmother",
    ]
    return word.split(separator: " ").contains { women.contains(String($0)) }
      || "女妈母姐妹姑娘".contains(where: word.contains) || word == "少女"
  }

  private static let alone: Set<String> = ["lonely", "alone", "solitary", "孤独", "寂寞", "独自", "孤单"]

  /// What people are when they do this.
  private static let doers: [String: SceneElement.Kind] = [
    "dance": .dancer, "dancing": .dancer, "dances": .dancer, "run": .runner, "running": .runner,
    "runs": .runner,
    "奔跑": .runner,
  ]

  /// The sky, the light, the scene as a whole: its colour is the picture's.
  private mutating func nameAir(isBackdrop: Bool = false) {
    guard !isNegated else { return }
    if isBackdrop, let colour = pending.colours.first {
      sketch.backdrop = colour
    } else if let colour = pending.colours.first {
      // A blue sky is a sky; a pink one is a wish.
      switch colour.name {
      case "blue", "sky blue": sketch.lights.append(.init(time: .day, isStated: false, piece: 0))
      case "grey": sketch.lights.append(.init(time: .overcast, isStated: false, piece: 0))
      case "black", "dark blue": sketch.lights.append(.init(time: .night, isStated: false, piece: 0))
      default: sketch.tint = colour
      }
    }
    subject = .air
  }

  private mutating func nameNoun(at index: Int, standIn: SceneElement.Kind?) {
    if !isNegated {
      // "a porcelain teapot" is named whole, not "teapot".
      var start = index
      while start > range.lowerBound, index - start < 2, isPartOfName(text.pieces[start - 1]) { start -= 1 }
      let word = text.words(start..<index + 1)
      if !sketch.nouns.contains(where: { $0.word == word }), sketch.nouns.count < Director.mostSubstitutions {
        sketch.nouns.append(.init(word: word, standIn: standIn))
      }
      if let standIn {
        name(standIn, at: index)
        return
      }
    }
    hasRefused = true
    subject = .other
    pending = Sketch.Properties()
  }

  /// Whether a word before a noun is part of what it names: unknown, and no adjective or verb by its looks.
  private func isPartOfName(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.meanings.isEmpty && !piece.isUsed && piece.text.utf8.count >= 3
      && !Self.adjectiveEndings.contains { piece.text.hasSuffix($0) }
  }

  // MARK: Properties

  private mutating func take(_ change: (inout Sketch.Properties) -> Void) {
    if case .mention(let index) = subject, pending == Sketch.Properties() {
      change(&sketch.mentions[index].properties)
    } else {
      change(&pending)
    }
  }

  private mutating func takeSpeed(_ speed: Double, piece: Piece) {
    // "timelapse" and "slow motion" are said of the whole shot.
    if speed == 2.5 || speed == 0.4 { sketch.speed = speed } else { pending.speed = speed }
  }

  /// "left" alone: where something goes if it moves, else where it is.
  private mutating func readSide(_ side: Double, at index: Int) {
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

  // MARK: Unknown words

  private mutating func readUnknown(at index: Int) {
    let piece = text.pieces[index]
    switch piece.kind {
    case .word:
      guard isLikelyNoun(at: index) else { return }
      nameNoun(at: index, standIn: nil)
    case .han:
      // "一只水獭": the characters behind a measure word name something.
      guard followsMeasure(index) else { return }
      var end = index
      while end < range.upperBound, text.pieces[end].meanings.isEmpty, text.pieces[end].kind == .han,
        end - index < 4
      {
        end += 1
      }
      guard end - index >= 2 else { return }
      let word = text.words(index..<end)
      if !isNegated, sketch.nouns.count < Director.mostSubstitutions,
        !sketch.nouns.contains(where: { $0.word == word })
      {
        sketch.nouns.append(.init(word: word, standIn: nil))
      }
      subject = .other
      pending = Sketch.Properties()
    default: break
    }
  }

  private func followsMeasure(_ index: Int) -> Bool {
    var cursor = index - 1
    while cursor >= range.lowerBound {
      let piece = text.pieces[cursor]
      if piece.has(.measure) { return true }
      guard piece.text == "的" || piece.has(.adjective) || piece.isProperty else { return false }
      cursor -= 1
    }
    return false
  }

  /// A careful guess: an unknown word where a noun must stand, that doesn't look like a verb or an adjective.
  private func isLikelyNoun(at index: Int) -> Bool {
    let word = text.pieces[index].text
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) else { return false }
    for suffix in Self.adjectiveEndings where word.hasSuffix(suffix) { return false }
    if index + 1 < range.upperBound {
      let next = text.pieces[index + 1]
      if next.isNoun || next.has(.adjective) || next.isUsed || next.isMark("-") && next.isJoined {
        return false
      }
      guard
        next.kind == .mark || next.kind == .newline || next.has(.boundary) || next.has(.copula)
          || next.has(.and)
          || next.has(.motion) || next.has(.linker)
      else { return false }
    }
    guard index > range.lowerBound else { return true }
    let previous = text.pieces[index - 1]
    if previous.text == "to" || previous.isUsed { return false }
    return previous.kind == .mark || previous.kind == .newline || previous.has(.article) || previous.isCount
      || previous.has(.adjective) || previous.isProperty || previous.has(.boundary) || previous.has(.linker)
      || previous.meanings.contains { if case .feeling = $0 { true } else { false } }
      || previous.meanings.isEmpty && previous.kind == .word
  }

  private static let adjectiveEndings = [
    "ing", "ed", "ly", "ful", "ous", "ive", "ish", "able", "ible", "less", "ic", "al", "est", "ary", "esque",
    "ward", "wards",
  ]
}

extension Piece {
  /// Whether its last word is an English plural.
  fileprivate func isPlural(in text: ParsedText) -> Bool {
    let last = text.tokens[tokens.upperBound - 1]
    return last.kind == .word && !Lexicon.stems(of: last.text).isEmpty
  }
}
