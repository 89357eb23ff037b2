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
    let named = Set(elements.map(\.kind))
    // Who is at a bench or a fire and goes nowhere sits there.
    if named.contains(.bench) || named.contains(.campfire) {
      for index in elements.indices
      where [.people, .couple].contains(elements[index].kind) && elements[index].posture == nil {
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

  // MARK: What a picture needs

  private func addGround(to elements: inout [SceneElement], time: TimeOfDay?, isTypeOnly: Bool) {
    addHomes(to: &elements, time: time)
    // Leaves fall from trees.
    if elements.hasKind(.leaves), !drawnTrees.contains(where: { elements.hasKind($0) }) {
      elements.append(SceneElement(.autumnTree))
    }
    let kinds = Set(elements.map(\.kind))
    if kinds.contains(where: \.isAbstract), !kinds.contains(where: \.isGround) { return }
    if isTypeOnly || (kinds.isEmpty && time == nil) {
      elements.append(SceneElement(.flow))
      return
    }
    func add(_ kind: SceneElement.Kind) {
      if !elements.hasKind(kind) { elements.append(SceneElement(kind)) }
    }
    let isOnLand = kinds.contains(.house) || kinds.contains(.lighthouse) || kinds.contains(where: \.isGround)
    if kinds.contains(.underwater) || kinds.contains(.fish) && !isOnLand {
      add(.underwater)
      return
    }
    // What stands at or on the sea, and what land holds.
    if kinds.contains(.boat), kinds.isDisjoint(with: [.ocean, .lake, .river]) { add(.ocean) }
    if kinds.contains(.lighthouse), !kinds.contains(where: \.isGround) { add(.ocean) }
    if kinds.contains(.island) || kinds.contains(.beach), kinds.isDisjoint(with: [.lake, .river]) {
      add(.ocean)
    }
    if kinds.contains(.palms), !kinds.subtracting([.palms]).contains(where: \.isGround) {
      add(.beach)
      add(.ocean)
    }
    if kinds.contains(.bridge), kinds.isDisjoint(with: [.river, .ocean, .lake, .city, .road]) {
      add(.lake)
      add(.hills)
    }
    if kinds.contains(.waterfall), !kinds.subtracting([.waterfall]).contains(where: \.isGround) {
      add(.forest)
    }
    if kinds.contains(.river), !kinds.subtracting([.river, .bridge]).contains(where: \.isGround) {
      add(.hills)
    }
    if kinds.contains(.lake), !kinds.subtracting([.lake]).contains(where: \.isGround) { add(.mountains) }
    if kinds.contains(.car), kinds.isDisjoint(with: [.road, .city, .bridge]) { add(.road) }
    if kinds.contains(.road), !kinds.subtracting([.road]).contains(where: \.isGround) { add(.hills) }
    guard !elements.contains(where: { $0.kind.isGround }) else { return }

    if !kinds.isDisjoint(with: [.nebula, .planet, .galaxy, .blackHole, .satellite, .astronaut]) { return }
    if !kinds.isDisjoint(with: [.heart, .bars, .smoke, .bubbles]),
      kinds.isDisjoint(with: [.sun, .rainbow, .snow])
    {
      return
    }
    // Lights in the sky want a sky, with the candle before it.
    let hasSkyLights = !kinds.isDisjoint(with: [
      .fireworks, .lanterns, .aurora, .moon, .meteors, .snow, .lightning,
    ])
    if kinds.contains(.candle), !hasSkyLights { return }
    // Of clouds alone the sky is the picture.
    if kinds.contains(.clouds), kinds.isSubset(of: [.clouds, .sun, .birds, .rainbow]) { return }
    if !kinds.isDisjoint(with: [.butterflies, .flowers]) {
      add(.meadow)
      add(.flowers)
    } else if !kinds.isDisjoint(with: [.campfire, .fireflies]) {
      add(.forest)
    } else if !kinds.isDisjoint(with: [.snow, .fog]) && kinds.isDisjoint(with: [.train, .house]) {
      add(.forest)
      add(.hills)
    } else if !kinds.isDisjoint(with: [.fireworks, .lanterns]) {
      add(.lake)
      add(.hills)
    } else if kinds.contains(.aurora) {
      add(.mountains)
    } else if time == .sunset || time == .dusk || time == .goldenHour,
      kinds.isSubset(of: [.sun, .clouds, .birds])
    {
      add(.ocean)
    } else {
      add(.hills)
    }
  }

  private func impliedTime(_ elements: [SceneElement]) -> TimeOfDay {
    let kinds = Set(elements.map(\.kind))
    if elements.isAbstractPicture { return .night }
    if !kinds.isDisjoint(with: [
      .stars, .moon, .nebula, .planet, .aurora, .fireworks, .candle, .campfire, .galaxy, .blackHole,
      .satellite, .astronaut,
      .comet, .meteors, .starTrails, .ufo, .neonSigns, .owl, .bars,
    ]) {
      return .night
    }
    // Rain is at its best in the lights of a town.
    if kinds.contains(.rain), !kinds.isDisjoint(with: [.city, .streetLamp]) { return .dusk }
    // A lamp is seen when it is lit.
    if kinds.contains(.streetLamp) { return .night }
    if !kinds.isDisjoint(with: [.rain, .snow, .lightning, .tornado]) { return .overcast }
    if kinds.contains(.underwater) || kinds.contains(.rainbow) { return .day }
    if kinds.contains(.fog) { return .dawn }
    if kinds.contains(.lighthouse) || kinds.contains(.city) { return .dusk }
    if kinds.contains(.volcano) { return .dusk }
    if !kinds.isDisjoint(with: [
      .ocean, .dunes, .road, .balloon, .canyon, .wheat, .autumnTree, .leaves, .horse, .elephant, .deer,
      .couple,
    ]) {
      return .goldenHour
    }
    return .day
  }

  private func addSky(to elements: inout [SceneElement], time: TimeOfDay, refused: [SceneElement.Kind]) {
    let kinds = Set(elements.map(\.kind))
    if kinds.contains(where: \.isAbstract) || kinds.contains(.underwater)
      || kinds.contains(.candle) && !kinds.contains(where: \.isGround)
      || kinds.isSubset(of: [.heart, .bars, .smoke, .bubbles])
    {
      return
    }
    let isCovered = !kinds.isDisjoint(with: [.rain, .snow, .fog, .lightning])
    func add(_ element: SceneElement) {
      if !elements.hasKind(element.kind), !refused.contains(element.kind) { elements.append(element) }
    }
    switch time {
    case .sunset, .dawn, .goldenHour:
      if !isCovered { add(SceneElement(.sun)) }
      add(SceneElement(.clouds))
    case .day:
      if kinds.isDisjoint(with: [.nebula]) { add(SceneElement(.clouds)) }
    case .dusk: add(SceneElement(.clouds))
    case .overcast: add(SceneElement(.clouds))
    case .night:
      if isCovered { add(SceneElement(.clouds)) } else { add(SceneElement(.stars)) }
    }
  }

  private func energy(of sketch: Sketch, elements: [SceneElement]) -> Double {
    for feeling in sketch.feelings {
      switch feeling {
      case .calm, .dreamy, .sad, .romantic, .nostalgic, .mysterious: return 0.2
      case .epic, .lively, .happy: return 0.6
      case .spooky: return 0.5
      }
    }
    if elements.hasKind(.lightning) { return 0.8 }
    if elements.hasKind(.fog) || elements.hasKind(.candle) { return 0.2 }
    return 0.4
  }

  private func camera(for elements: [SceneElement]) -> CameraMove {
    if elements.isAbstractPicture || elements.hasKind(.candle) { return .still }
    if elements.hasKind(.waterfall) || elements.hasKind(.rocket) || elements.hasKind(.aurora) {
      return .tiltUp
    }
    if elements.hasKind(.train) || elements.hasKind(.bridge) || elements.hasKind(.city) { return .panRight }
    return .push
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
