extension SceneElement.Kind {
  /// Whether a number of them makes sense.
  var isCountable: Bool {
    switch self {
    case .sun, .moon, .stars, .planet, .clouds, .rainbow, .lightning, .waterfall, .hills, .mountains, .island,
      .palms, .flowers,
      .bridge, .lighthouse, .house, .birds, .fish, .butterflies, .boat, .balloon, .car, .train, .rocket,
      .fireworks,
      .lanterns, .candle, .campfire, .fireflies:
      true
    default: false
    }
  }

  /// Whether "a" before it means exactly one.
  var isCountedByArticle: Bool {
    switch self {
    case .planet, .house, .birds, .fish, .butterflies, .boat, .balloon, .car, .rocket, .lanterns, .candle,
      .flowers:
      true
    default: false
    }
  }

  /// Whether it fills the lower part of the picture, so that a shot needs no other ground.
  var isGround: Bool {
    switch self {
    case .ocean, .lake, .river, .waterfall, .underwater, .hills, .mountains, .dunes, .island, .beach, .forest,
      .palms,
      .meadow, .city, .road, .bridge:
      true
    default: false
    }
  }

  /// Whether it is a picture without ground and sky.
  var isAbstract: Bool {
    switch self {
    case .flow, .kaleidoscope, .tunnel, .plasma, .particles: true
    default: false
    }
  }

  /// What may stand in for it, the nearest first.
  var nearest: [SceneElement.Kind] {
    switch self {
    case .sun: [.moon, .planet]
    case .moon: [.planet, .sun]
    case .stars: [.fireflies, .particles, .nebula]
    case .aurora: [.nebula, .stars, .flow]
    case .nebula: [.stars, .plasma, .flow]
    case .planet: [.moon, .sun]
    case .clouds: [.fog]
    case .rainbow: [.aurora, .clouds]
    case .rain: [.snow, .clouds]
    case .snow: [.rain, .blossom, .particles]
    case .fog: [.clouds]
    case .lightning: [.rain, .clouds]
    case .ocean: [.lake, .river]
    case .lake: [.ocean, .river]
    case .river: [.lake, .ocean]
    case .waterfall: [.river, .lake, .ocean]
    case .underwater: [.ocean, .lake]
    case .hills: [.mountains, .meadow, .dunes]
    case .mountains: [.hills, .dunes]
    case .dunes: [.hills, .mountains]
    case .island: [.hills, .mountains]
    case .beach: [.dunes, .ocean]
    case .forest: [.palms, .hills, .mountains]
    case .palms: [.forest, .island]
    case .meadow: [.hills, .flowers]
    case .flowers: [.blossom, .meadow]
    case .blossom: [.flowers, .particles]
    case .city: [.house, .hills]
    case .road: [.city, .hills]
    case .bridge: [.road, .city]
    case .lighthouse: [.house, .city]
    case .house: [.city, .lighthouse, .hills]
    case .birds: [.butterflies, .balloon]
    case .fish: [.birds, .underwater]
    case .butterflies: [.birds, .blossom]
    case .boat: [.balloon]
    case .balloon: [.lanterns, .birds]
    case .car: [.train, .road]
    case .train: [.car, .road]
    case .rocket: [.balloon, .fireworks]
    case .fireworks: [.particles, .stars]
    case .lanterns: [.balloon, .fireflies, .stars]
    case .candle: [.campfire, .lanterns]
    case .campfire: [.candle, .fireflies]
    case .fireflies: [.stars, .particles]
    case .flow: [.plasma, .nebula, .clouds]
    case .kaleidoscope: [.plasma, .flow]
    case .tunnel: [.plasma, .flow]
    case .plasma: [.flow, .nebula]
    case .particles: [.stars, .fireflies, .snow]
    }
  }

  /// Itself if it can be drawn, else the nearest that can, else nil.
  func nearest(in drawable: Set<SceneElement.Kind>) -> SceneElement.Kind? {
    var seen: Set<SceneElement.Kind> = [self]
    var frontier = [self]
    while !frontier.isEmpty {
      if let found = frontier.first(where: drawable.contains) { return found }
      frontier = frontier.flatMap(\.nearest).filter { seen.insert($0).inserted }
    }
    return nil
  }
}
