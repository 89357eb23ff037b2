extension SceneElement.Kind {
  /// Of how many "more" and "fewer" are said where no number was asked for: about as many as are drawn then.
  var usualCount: Int {
    switch self {
    case .stars: 500
    case .fireflies: 46
    case .flowers, .fish: 26
    case .bubbles, .lanterns: 22
    default: 6
    }
  }

  /// Whether a number of them makes sense.
  var isCountable: Bool {
    switch self {
    case .sun, .moon, .stars, .planet, .clouds, .rainbow, .lightning, .waterfall, .hills, .mountains, .island,
      .palms, .flowers,
      .bridge, .lighthouse, .house, .birds, .fish, .butterflies, .boat, .balloon, .car, .train, .rocket,
      .fireworks,
      .lanterns, .candle, .campfire, .fireflies, .cliffs, .iceberg, .volcano, .cactus, .rooftops, .neonSigns,
      .streetLamp, .windmill, .pagoda, .torii, .castle, .tent, .bench, .people, .couple, .umbrella, .dancer,
      .runner, .cyclist, .horse, .cat, .dog, .deer, .wolf, .elephant, .whale, .dolphin, .shark, .jellyfish,
      .turtle, .bees, .owl, .crane, .swan, .lotus, .kite, .airplane, .helicopter, .paperPlanes, .ufo,
      .satellite, .astronaut, .ship, .truck, .comet, .meteors, .tornado, .leaves, .dandelion, .sunflowers,
      .pine,
      .autumnTree, .heart, .bubbles:
      true
    default: false
    }
  }

  /// Whether "a" before it means exactly one.
  var isCountedByArticle: Bool {
    switch self {
    case .planet, .house, .birds, .fish, .butterflies, .boat, .balloon, .car, .rocket, .lanterns, .candle,
      .flowers, .iceberg, .volcano, .cactus, .streetLamp, .windmill, .pagoda, .torii, .castle, .tent, .bench,
      .people, .umbrella, .dancer, .runner, .cyclist, .horse, .cat, .dog, .deer, .wolf, .elephant, .whale,
      .dolphin, .shark, .jellyfish, .turtle, .bees, .owl, .crane, .swan, .kite, .airplane, .helicopter,
      .paperPlanes, .ufo, .satellite, .astronaut, .ship, .truck, .comet, .tornado, .pine, .autumnTree, .heart:
      true
    default: false
    }
  }

  /// Whether it fills the lower part of the picture, so that a shot needs no other ground.
  var isGround: Bool {
    switch self {
    case .ocean, .lake, .river, .waterfall, .underwater, .hills, .mountains, .dunes, .island, .beach, .forest,
      .palms,
      .meadow, .city, .road, .bridge, .canyon, .wheat, .vineyard, .sunflowers, .rooftops, .bamboo:
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
    case .fireplace: [.campfire, .candle]
    case .fireflies: [.stars, .particles]
    case .flow: [.plasma, .nebula, .clouds]
    case .kaleidoscope: [.plasma, .flow]
    case .tunnel: [.plasma, .flow]
    case .plasma: [.flow, .nebula]
    case .particles: [.stars, .fireflies, .snow]
    case .canyon: [.mountains]
    case .cliffs: [.mountains]
    case .cave: [.mountains]
    case .iceberg: [.island]
    case .volcano: [.mountains]
    case .cactus: [.palms]
    case .rooftops: [.city]
    case .neonSigns: [.city]
    case .window: [.house]
    case .streetLamp: [.lanterns]
    case .windmill: [.lighthouse]
    case .pagoda: [.house]
    case .torii: [.house]
    case .castle: [.house]
    case .tent: [.house]
    case .bench: [.house]
    case .people: [.birds]
    case .couple: [.birds]
    case .umbrella: [.people]
    case .dancer: [.people]
    case .runner: [.people]
    case .cyclist: [.people]
    case .horse: [.birds]
    case .cat: [.birds]
    case .dog: [.birds]
    case .deer: [.forest]
    case .wolf: [.forest]
    case .elephant: [.hills]
    case .whale: [.fish]
    case .dolphin: [.fish]
    case .shark: [.fish]
    case .jellyfish: [.fish]
    case .turtle: [.fish]
    case .coral: [.underwater]
    case .bees: [.butterflies]
    case .owl: [.birds]
    case .crane: [.birds]
    case .swan: [.boat]
    case .lotus: [.flowers]
    case .kite: [.balloon]
    case .airplane: [.birds]
    case .helicopter: [.birds]
    case .paperPlanes: [.birds]
    case .ufo: [.balloon]
    case .satellite: [.rocket]
    case .astronaut: [.satellite, .people]
    case .ship: [.boat]
    case .truck: [.car]
    case .comet: [.stars]
    case .meteors: [.stars]
    case .starTrails: [.stars]
    case .galaxy: [.nebula]
    case .blackHole: [.nebula]
    case .tornado: [.lightning]
    case .leaves: [.blossom]
    case .dandelion: [.flowers]
    case .wheat: [.meadow]
    case .vineyard: [.meadow]
    case .sunflowers: [.flowers]
    case .bamboo: [.forest]
    case .pine: [.forest]
    case .autumnTree: [.forest]
    case .heart: [.particles]
    case .bars: [.particles]
    case .smoke: [.fog]
    case .bubbles: [.particles]
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

  /// What must be around a thing, when a prompt names nothing for it to be in.
  enum Home: Sendable {
    case land, road, desert, meadow, wood, town, lake, sea, shore, deep, sky, night, space, frame, free,
      ground, own
  }

  /// Where it is at home.
  var home: Home {
    switch self {
    case .volcano, .streetLamp, .windmill, .pagoda, .castle, .tent, .bench, .people, .couple, .umbrella,
      .dancer, .runner, .cyclist, .horse, .cat, .dog, .deer, .wolf, .elephant, .kite, .ufo, .tornado, .leaves,
      .pine, .autumnTree:
      .land
    case .truck: .road
    case .cactus: .desert
    case .bees, .dandelion: .meadow
    case .owl, .bamboo: .wood
    case .rooftops, .neonSigns: .town
    case .torii, .crane, .swan, .lotus: .lake
    case .iceberg, .whale, .dolphin, .shark, .ship: .sea
    case .cliffs: .shore
    case .jellyfish, .turtle, .coral: .deep
    case .airplane, .helicopter, .paperPlanes: .sky
    case .comet, .meteors, .starTrails: .night
    case .satellite, .astronaut, .galaxy, .blackHole: .space
    case .cave, .window: .frame
    case .heart, .bars, .smoke, .bubbles: .free
    case .canyon, .wheat, .vineyard, .sunflowers: .ground
    default: .own
    }
  }

  /// Whether it is people who do something.
  var isOfPeople: Bool { [.dancer, .runner, .cyclist, .umbrella].contains(self) }

  /// Whether it is people, whatever they do.
  public var isPeople: Bool { self == .people || self == .couple || isOfPeople }

  /// Whether it stands or walks on the ground.
  public var standsOnGround: Bool {
    switch self {
    case .house, .campfire, .streetLamp, .windmill, .pagoda, .castle, .tent, .bench, .people, .couple,
      .umbrella,
      .dancer, .runner, .cyclist, .horse, .cat, .dog, .deer, .wolf, .elephant, .cactus, .pine, .autumnTree,
      .kite:
      true
    default: false
    }
  }

  /// How many a plural without a number means; nil where the scene knows best.
  var usualPlural: Int? {
    switch self {
    case .horse, .deer, .wolf, .elephant, .dolphin, .runner, .cyclist, .dancer, .umbrella, .ship, .ufo,
      .airplane,
      .helicopter, .kite, .tent, .windmill, .turtle, .shark, .iceberg, .owl, .truck, .pine, .autumnTree,
      .cactus:
      3
    case .car, .candle: 5
    case .cat, .dog, .whale, .bench, .streetLamp, .pagoda, .castle: 2
    case .couple: nil
    default: nil
    }
  }
}
