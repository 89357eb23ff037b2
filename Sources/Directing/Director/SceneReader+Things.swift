/// What is named: things, the air, and what has no picture.
extension SceneReader {
  mutating func name(_ kind: SceneElement.Kind, at index: Int) {
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
    let isCounted = properties.count != nil
    if kind == .people { counted(&properties, at: index) }
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
    if kind == .people {
      let isJoining = isJoiningPerson
      isJoiningPerson = false
      if joinsOthers(&properties, isCounted: isCounted, isJoining: isJoining) { return }
    }
    // "a father and daughter holding hands" are no more people for it.
    if kind == .couple,
      let known = sketch.mentions.firstIndex(where: {
        $0.kind.isPeople && $0.kind != .couple && ($0.properties.figures?.count ?? 0) > 1
      })
    {
      subject = .mention(known)
      return
    }
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
  mutating func isOneOf(
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
        if sketch.mentions[person].properties.count != nil { properties.count = nil }
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
  static func wearsDress(_ word: String) -> Bool {
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
  static let doers: [String: SceneElement.Kind] = [
    "dance": .dancer, "dancing": .dancer, "dances": .dancer, "run": .runner, "running": .runner,
    "runs": .runner,
    "奔跑": .runner,
  ]

  /// The sky, the light, the scene as a whole: its colour is the picture's.
  mutating func nameAir(isBackdrop: Bool = false) {
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

  mutating func nameNoun(at index: Int, standIn: SceneElement.Kind?) {
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
  func isPartOfName(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.meanings.isEmpty && !piece.isUsed && piece.text.utf8.count >= 3
      && !Self.adjectiveEndings.contains { piece.text.hasSuffix($0) }
  }
}
