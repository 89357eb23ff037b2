/// Everything in the picture that is no replacement: light, things, colours, camera, speed.
extension EditReading {
  func pictureRequests(_ requests: inout [EditRequest]) {
    if let camera = sketch.camera { requests.append(.setCamera(camera)) }
    if !sketch.refused.isEmpty, !verbs.contains(.remove) { requests.append(.removeElement(sketch.refused)) }
    if verbs.contains(.remove) {
      removal(&requests)
      return
    }
    if verbs.contains(.make), let scene = sceneToBe() {
      requests.append(scene)
      return
    }
    if pronounRequests(&requests) { return }
    if let light = sketch.light, light.isStated || verbs.contains(.make) && sketch.mentions.isEmpty || isSunny
    {
      requests.append(.setTimeOfDay(light.time))
    }
    // "some chill lo-fi" is about the music.
    let isOfMusic = clause.settings.music.isMentioned && sketch.mentions.isEmpty
    if let energy = sketch.energy, !isOfMusic { requests.append(.setEnergy(.to(energy))) }
    elementRequests(&requests)
    // "the sky is too blue" asks for something else.
    if !ClauseCues(clause.words).has("too"),
      let tint = sketch.tint
        ?? (sketch.mentions.isEmpty && !clause.settings.title.isMentioned ? sketch.loose.colours.first : nil)
    {
      requests.append(.setTint(tint))
    }
    looseRequests(&requests)
  }

  /// "make them red": what is said is said of the things named before.
  private func pronounRequests(_ requests: inout [EditRequest]) -> Bool {
    let words = clause.words.lowercased().split(separator: " ")
    let namesThem = words.contains("them") || words.contains("it") || clause.words.contains("它")
    guard namesThem, !focus.isEmpty, sketch.mentions.isEmpty, sketch.lights.isEmpty else { return false }
    var found: [EditRequest] = []
    for kind in focus {
      var change = change(from: sketch.loose, colour: sketch.loose.colours.first)
      for comparison in sketch.comparisons { apply(comparison, kind: kind, to: &change) }
      if !change.isEmpty { found.append(.changeElement(kind, change)) }
    }
    requests += found
    return !found.isEmpty
  }

  private var isSunny: Bool {
    sketch.light?.time == .day && sketch.mentions.map(\.kind) == [.sun] && !verbs.contains(.add)
  }

  /// "make it a desert": another place is another scene.
  private func sceneToBe() -> EditRequest? {
    guard let verb = clause.verbs.first(where: { $0.verb == .make }),
      clause.text.words(verb.piece..<verb.piece + 1).lowercased().hasSuffix("it"),
      sketch.comparisons.isEmpty,
      let ground = sketch.mentions.first(where: { $0.kind.isGround }),
      !film.shots.contains(where: { $0.element(ground.kind) != nil })
    else { return nil }
    let words = clause.text.words(verb.piece + 1..<clause.text.pieces.count)
    return .newScene(director.storyboard(for: words, defaults: .init(canvas: film.canvas)))
  }

  private func removal(_ requests: inout [EditRequest]) {
    var kinds = sketch.mentions.map(\.kind)
    for kind in sketch.refused where !kinds.contains(kind) { kinds.append(kind) }
    if !kinds.isEmpty { requests.append(.removeElement(kinds)) }
    let namesColour = clause.text.pieces.contains { $0.has(.sky) && $0.has(.adjective) }
    if kinds.isEmpty, namesColour || sketch.tint != nil { requests.append(.removeTint) }
    for noun in sketch.nouns where noun.standIn == nil {
      requests.append(
        .cannot(
          what: Bilingual("removing “\(noun.word)”, which isn't in the picture", "移除“\(noun.word)”（画面里没有）")
            .text(in: clause.language), nearest: nil))
    }
  }

  private func elementRequests(_ requests: inout [EditRequest]) {
    substitutions(sketch, into: &requests)
    var added: [SceneElement] = []
    let present = Set(film.shots.flatMap { $0.elements.map(\.kind) })
    for mention in sketch.mentions {
      // The sun of "make it a sunset" comes with the light.
      if mention.kind == .sun || mention.kind == .stars, sketch.light?.isStated == true,
        mention.properties.isEmptyButCount
      {
        continue
      }
      var properties = mention.properties
      let changes = sketch.comparisons.filter { $0.of == mention.kind }
      if present.contains(mention.kind), !changes.isEmpty,
        changes.allSatisfy({ $0.property == .light || $0.property == .warmth }),
        mention.properties == Sketch.Properties()
      {
        let name = mention.kind.name(in: clause.language)
        requests.append(
          .cannot(
            what: Bilingual("making one thing brighter or darker", "单独调整一个元素的明暗").text(in: clause.language),
            nearest: Bilingual(
              "name a colour for it (“make the \(name) dark blue”), or change the light of all (“make it darker”)",
              "给它一种颜色（“\(name)改成深蓝色”），或调整整体明暗（“暗一点”）"
            )
            .text(in: clause.language)))
        continue
      }
      var change = change(from: properties, colour: properties.colours.first)
      if changes.contains(where: { $0.property == .count && $0.factor > 1 }),
        [.ocean, .lake, .river].contains(mention.kind)
      {
        requests.append(.setEnergy(.times(1.6)))
        continue
      }
      for comparison in changes { apply(comparison, kind: mention.kind, to: &change) }
      if verbs.contains(.move), let heading = change.heading {
        // "move the boat to the right" is a place, not a way to go.
        change.heading = nil
        change.place = heading == .left ? -0.65 : 0.65
      }
      if verbs.contains(.speedUp) { change.speed = .times(1.5) }
      if verbs.contains(.slowDown) { change.speed = .times(0.6) }
      if verbs.contains(.increase), change.isEmpty { change.size = .times(1.4) }
      if verbs.contains(.decrease), change.isEmpty { change.size = .times(0.7) }
      if mention.properties.isEmptyButCount, !changes.contains(where: { $0.property == .count }),
        verbs.contains(.add) || changes.isEmpty
      {
        properties.count = mention.properties.count
      }
      // "three birds" alone asks for three more.
      let isBareNumber = clause.verbs.isEmpty && changes.isEmpty && mention.properties.isEmptyButCount
      if present.contains(mention.kind), !change.isEmpty, !verbs.contains(.add), !isBareNumber {
        requests.append(.changeElement(mention.kind, change))
      } else {
        // "make the moon bigger" where there is none: a bigger one comes.
        var extra = ElementChange()
        for comparison in changes where comparison.property != .count {
          apply(comparison, kind: mention.kind, to: &extra)
        }
        if verbs.contains(.move), let heading = mention.properties.heading {
          (extra.place, extra.heading) = (heading == .left ? -0.65 : 0.65, .any)
        }
        added += Composer.elements(of: Sketch(mentions: [mention])).map(extra.applied)
      }
    }
    if !added.isEmpty { requests.append(.addElement(added)) }
  }

  private func apply(_ comparison: Sketch.Comparison, kind: SceneElement.Kind, to change: inout ElementChange)
  {
    switch comparison.property {
    case .count:
      if kind.isCountable {
        change.count = .times(comparison.factor)
      } else {
        change.size = .times(comparison.factor > 1 ? 1.4 : 0.7)
      }
    case .size: change.size = .times(strongly(comparison.factor))
    case .speed: change.speed = .times(strongly(comparison.factor))
    case .energy: change.speed = .times(strongly(comparison.factor))
    default: break
    }
  }

  func change(from properties: Sketch.Properties, colour: NamedColour?) -> ElementChange {
    ElementChange(
      colour: colour, size: properties.size.map(Change.to), count: properties.count.map { .to(Double($0)) },
      speed: properties.speed.map(Change.to), place: properties.place, heading: properties.heading)
  }

  func substitutions(_ sketch: Sketch, into requests: inout [EditRequest]) {
    // Nothing is drawn into footage; what was meant was not understood.
    guard film.firstShot != nil else { return }
    for noun in sketch.nouns {
      if let standIn = noun.standIn?.nearest(in: director.drawable) {
        requests.append(
          .substituted(Substitution(word: noun.word, drawnInstead: standIn.name(in: clause.language))))
      } else if clause.isVagueWish {
        requests.append(.cannot(what: clause.words, nearest: EditReading.vagueHelp.text(in: clause.language)))
      } else {
        requests.append(
          .cannot(
            what: Bilingual("drawing “\(noun.word)”", "画“\(noun.word)”").text(in: clause.language),
            nearest: Bilingual("set it in words as the title", "用文字标题来表现").text(in: clause.language)))
      }
    }
  }

  private func looseRequests(_ requests: inout [EditRequest]) {
    let isOfTitle = clause.settings.title.isMentioned
    let isOfMusic = clause.settings.music.isMentioned
    for comparison in sketch.comparisons where comparison.of == nil {
      switch comparison.property {
      case .energy where !isOfMusic: requests.append(.setEnergy(.times(strongly(comparison.factor))))
      case .speed where !isOfMusic: requests.append(.setSpeed(.times(strongly(comparison.factor))))
      case .light: requests.append(lightened(darker: comparison.factor < 1))
      case .warmth: requests.append(.setTint(comparison.factor > 1 ? Palette.amber : Palette.skyBlue))
      case .size where !isOfTitle && requests.isEmpty:
        requests.append(
          .cannot(
            what: Bilingual("a change of size without a thing to change", "没有对象的大小调整").text(
              in: clause.language),
            nearest: Bilingual("say what to change: “make the moon bigger”", "说明对象：“月亮更大”").text(
              in: clause.language)))
      default: break
      }
    }
    guard sketch.mentions.isEmpty, !isOfTitle, !isOfMusic else { return }
    if verbs.contains(.speedUp) { requests.append(.setSpeed(.times(1.5))) }
    if verbs.contains(.slowDown) { requests.append(.setSpeed(.times(0.6))) }
    // "zoom in slowly" is how the camera goes.
    if sketch.camera == nil, let speed = sketch.speed ?? sketch.loose.speed {
      requests.append(.setSpeed(.to(speed)))
    }
  }

  /// The next darker or brighter light; where there is none, or the place has no sky, a darker or brighter picture.
  private func lightened(darker: Bool) -> EditRequest {
    // "a bit darker" is no other time of day.
    if ClauseCues(clause.words).degree < 1 {
      return .timeline(.adjust(.brightness(darker ? -0.1 : 0.1), .all))
    }
    let light = stepped(darker: darker)
    let hasSky = film.shots.contains { shot in
      !shot.elements.contains { $0.kind.isAbstract || $0.kind == .underwater }
    }
    return hasSky && light != film.firstShot?.timeOfDay
      ? .setTimeOfDay(light) : .timeline(.adjust(.brightness(darker ? -0.15 : 0.15), .all))
  }

  /// The next darker or brighter light.
  private func stepped(darker: Bool) -> TimeOfDay {
    let now = film.firstShot?.timeOfDay ?? .day
    if darker {
      return switch now {
      case .day, .overcast, .dawn: .dusk
      case .goldenHour, .sunset: .dusk
      case .dusk, .night: .night
      }
    }
    return switch now {
    case .night: .dusk
    case .dusk, .sunset: .goldenHour
    case .dawn, .goldenHour, .overcast, .day: .day
    }
  }
}
