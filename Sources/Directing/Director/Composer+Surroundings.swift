/// What a picture needs around the things that it names: ground, light, sky, pace and a move of the camera.
extension Composer {
  func addGround(to elements: inout [SceneElement], time: TimeOfDay?, isTypeOnly: Bool) {
    if Self.isRoom(Set(elements.map(\.kind))) { return }
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

  func impliedTime(_ elements: [SceneElement]) -> TimeOfDay {
    let kinds = Set(elements.map(\.kind))
    if elements.isAbstractPicture { return .night }
    if !kinds.isDisjoint(with: [
      .stars, .moon, .nebula, .planet, .aurora, .fireworks, .candle, .campfire, .fireplace, .galaxy,
      .blackHole,
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

  func addSky(to elements: inout [SceneElement], time: TimeOfDay, refused: [SceneElement.Kind]) {
    let kinds = Set(elements.map(\.kind))
    if kinds.contains(where: \.isAbstract) || kinds.contains(.underwater) || Self.isRoom(kinds)
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

  func energy(of sketch: Sketch, elements: [SceneElement]) -> Double {
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

  func camera(for elements: [SceneElement]) -> CameraMove {
    if elements.isAbstractPicture || elements.hasKind(.candle) { return .still }
    if elements.hasKind(.waterfall) || elements.hasKind(.rocket) || elements.hasKind(.aurora) {
      return .tiltUp
    }
    if elements.hasKind(.train) || elements.hasKind(.bridge) || elements.hasKind(.city) { return .panRight }
    return .push
  }
}
