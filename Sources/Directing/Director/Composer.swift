/// Makes a complete picture of a sketch: light, ground, sky and what the things in it need around them.
struct Composer {
  /// What the scenes can draw.
  let drawable: Set<SceneElement.Kind>

  /// A composed shot without its length, and what was drawn instead of something else.
  struct Composition {
    var elements: [SceneElement]
    var time: TimeOfDay
    var tint: NamedColour?
    var energy: Double
    var camera: CameraMove
    var swapped: [(from: SceneElement.Kind, to: SceneElement.Kind?)] = []
  }

  /// Whether somebody is whom a card is for: “happy birthday Mom”, “in memory of Grandpa Joe”.
  private static func isAddressee(_ element: SceneElement, of occasion: Occasion) -> Bool {
    guard element.kind == .people, element.posture == nil else { return false }
    switch occasion {
    case .memorial: return true
    case .birthday, .mothersDay, .morning, .night, .thanks:
      return element.figures?.count == 1 && (element.count ?? 1) == 1
    default: return false
    }
  }

  func compose(_ sketch: Sketch, after previous: Composition?) -> Composition {
    let sketch = Self.colouringAbstracts(sketch)
    var elements = Self.elements(of: sketch)
    var time = sketch.light?.time
    let isStated = sketch.light?.isStated ?? false
    if let occasion = sketch.occasion { elements.removeAll { Self.isAddressee($0, of: occasion) } }
    // A card that names nothing to see shows what it is for.
    if elements.isEmpty, previous == nil, let occasion = sketch.occasion {
      elements = occasion.elements
      if !isStated { time = occasion.time }
    }
    Self.moveFireIndoors(&elements)
    let named = Set(elements.map(\.kind))
    // Who is at a bench or a fire and goes nowhere sits there.
    if !named.isDisjoint(with: [.bench, .campfire, .fireplace]) {
      let sitters: Set<SceneElement.Kind> =
        named.contains(.fireplace) ? [.people, .couple, .cat] : [.people, .couple]
      for index in elements.indices
      where sitters.contains(elements[index].kind) && elements[index].posture == nil {
        elements[index].posture = .sitting
      }
    }

    // A house has windows and smoke of its own, and so has what burns.
    if named.contains(where: { [.house, .castle, .lighthouse].contains($0) }) {
      elements.removeAll { $0.kind == .window }
    }
    if named.contains(where: { [.house, .campfire, .volcano, .candle, .train].contains($0) }) {
      elements.removeAll { $0.kind == .smoke }
    }
    // Smoke over a roof is no abstract picture.
    if named.contains(where: { $0.isGround || $0 == .house || $0 == .lighthouse }) {
      elements.removeAll { $0.kind == .flow || $0.kind == .plasma }
    }
    // A swirl of stars is no paint.
    if named.contains(where: { [.galaxy, .nebula, .planet, .blackHole].contains($0) }) {
      elements.removeAll { $0.kind == .flow }
    }
    // "the sun at night": what was said last wins.
    if time == .night, isStated, named.contains(.sun), let sun = sketch.sunPiece, let light = sketch.light {
      if sun > light.piece { time = .day } else { elements.replaceKind(.sun, with: .moon) }
    }
    // A later shot that names only light, sky or weather stays where the one before was.
    let hasPlace = named.contains {
      $0.isGround || $0.isAbstract || $0 == .house || $0 == .lighthouse || $0 == .candle
    }
    if let previous, !hasPlace, sketch.nouns.isEmpty {
      for element in previous.elements where element.kind.isGround && !elements.hasKind(element.kind) {
        elements.append(element)
      }
    }
    addGround(
      to: &elements, time: time, isTypeOnly: !sketch.nouns.isEmpty && named.isEmpty && sketch.occasion == nil)
    elements.removeAll { sketch.refused.contains($0.kind) }
    // Rain and snow are at their best in the lights of a town or a house, and a storm in the last light; the grey that they
    // only imply gives way to that.
    if time == .overcast, !isStated {
      let kinds = Set(elements.map(\.kind))
      let hasLights = !kinds.isDisjoint(with: [.city, .streetLamp, .house, .castle, .neonSigns])
      if hasLights && !kinds.isDisjoint(with: [.rain, .snow]) || kinds.contains(.lightning)
        || kinds.contains(.rain) && (sketch.energy ?? 0) > 0.8
      {
        time = .dusk
      }
    }
    let light = time ?? impliedTime(elements)
    addSky(to: &elements, time: light, refused: sketch.refused)
    if let speed = sketch.speed {
      for index in elements.indices { elements[index].speed = min(3, elements[index].speed * speed) }
    }

    var swapped: [(from: SceneElement.Kind, to: SceneElement.Kind?)] = []
    elements = drawn(elements, named: named, swapped: &swapped)
    // What has no room in a picture is not told to be in it.
    let all = Set(elements.map(\.kind))
    elements.removeAll { element in
      guard !Self.hasRoom(for: element.kind, beside: all) else { return false }
      if named.contains(element.kind), !swapped.contains(where: { $0.from == element.kind }) {
        swapped.append((element.kind, nil))
      }
      return true
    }
    return Composition(
      elements: elements, time: light,
      tint: sketch.tint ?? sketch.loose.colours.first ?? backdrop(of: sketch, elements: elements),
      energy: sketch.energy ?? energy(of: sketch, elements: elements),
      camera: sketch.camera ?? camera(for: elements), swapped: swapped)
  }

  /// The colour behind a picture that brings none of its own.
  private func backdrop(of sketch: Sketch, elements: [SceneElement]) -> NamedColour? {
    guard elements.allSatisfy({ $0.kind.isAbstract || $0.kind.home == .free }) else { return nil }
    // What glows does so before black by itself.
    let isFlow = elements.allSatisfy { $0.kind == .flow && $0.colour == nil }
    return sketch.backdrop.flatMap { $0.name == "black" && !isFlow ? nil : $0 }
  }

  /// "abstract flowing colours, purple and gold": what is said of nothing in particular is said of the abstract picture.
  private static func colouringAbstracts(_ sketch: Sketch) -> Sketch {
    let abstract = sketch.mentions.indices.filter { sketch.mentions[$0].kind.isAbstract }
    guard abstract.count == 1, let index = abstract.first, sketch.loose.colours.count > 1,
      sketch.mentions[index].properties.colours.isEmpty
    else { return sketch }
    var sketch = sketch
    sketch.mentions[index].properties.colours = sketch.loose.colours
    sketch.loose.colours = []
    return sketch
  }

  /// The things that a sketch names, with what it says of them.
  static func elements(of sketch: Sketch) -> [SceneElement] {
    sketch.mentions.filter { !sketch.refused.contains($0.kind) }.flatMap { mention in
      let properties = mention.properties
      var element = SceneElement(
        mention.kind, count: properties.count, colour: properties.colours.first, size: properties.size ?? 1,
        lit: properties.lit,
        speed: properties.speed ?? 1, place: properties.place ?? 0, heading: properties.heading ?? .any)
      element.wearsDress = properties.wearsDress
      element.figures = properties.figures
      element.posture = properties.posture
      element.hasRings = properties.hasRings
      guard properties.colours.count > 1, mention.kind.comesInColours else { return [element] }
      // "red and blue balloons"
      return properties.colours.prefix(4).map { colour in
        var copy = element
        copy.colour = colour
        return copy
      }
    }
  }

  // MARK: What can be drawn

  private func drawn(
    _ elements: [SceneElement], named: Set<SceneElement.Kind>,
    swapped: inout [(from: SceneElement.Kind, to: SceneElement.Kind?)]
  ) -> [SceneElement] {
    var result: [SceneElement] = []
    for element in elements {
      if drawable.contains(element.kind) {
        result.append(element)
        continue
      }
      let standIn = element.kind.nearest(in: drawable)
      if named.contains(element.kind), !swapped.contains(where: { $0.from == element.kind }) {
        swapped.append((element.kind, standIn))
      }
      if let standIn, !result.hasKind(standIn), !elements.hasKind(standIn) {
        var copy = element
        copy.kind = standIn
        result.append(copy)
      }
    }
    return result
  }
}
