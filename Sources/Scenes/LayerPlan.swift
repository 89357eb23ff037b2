import Directing

/// Decides which layers a shot needs and what stands before what.
struct LayerPlan {
  /// Back to front.
  private(set) var layers: [any SceneLayer] = []
  /// Whether there is land or water with a horizon above it.
  private(set) var isLandscape = false
  private let stage: Stage

  init(_ stage: Stage) {
    self.stage = stage
    if stage.has(.fireplace) {
      layers.append(SoftGroup(layers: [RoomLayer(stage: stage)], isOpaque: true))
      layers += HearthPlan(stage: stage).layers
      layers += FigurePlan(stage: stage).onGround
    } else if stage.has(.tunnel) {
      layers.append(TunnelLayer(stage: stage))
      if stage.has(.rocket) { layers += RocketLayer.make(stage) }
    } else if let field = [SceneElement.Kind.kaleidoscope, .flow, .plasma].first(where: { stage.has($0) }) {
      layers.append(FieldLayer(stage: stage, kind: field))
    } else if stage.has(.underwater)
      || (stage.hasAny(.fish, .jellyfish, .turtle, .coral) && !Self.hasGround(stage))
    {
      planUnderwater()
    } else if stage.hasAny(.nebula, .planet, .galaxy, .blackHole, .satellite, .astronaut),
      !Self.hasGround(stage)
    {
      planSpace()
    } else if stage.hasAny(.candle), !Self.hasGround(stage),
      !stage.hasAny(
        .stars, .moon, .aurora, .fireworks, .meteors, .comet, .starTrails, .sun, .clouds, .rainbow)
    {
      planRoom()
    } else if !stage.shot.elements.isEmpty,
      stage.shot.elements.allSatisfy({ [.particles, .heart, .bars, .smoke, .bubbles].contains($0.kind) })
    {
      planRoom()
    } else {
      planLandscape()
    }
    common()
    if stage.shot.style == .anime { drawOnCels() }
  }

  /// Things get contours and flat tones before the picture gets them as a whole.
  private mutating func drawOnCels() {
    let count = max(1, stage.shot.durationMS * stage.canvas.framesPerSecond / 1000)
    let moment = stage.moment(frame: count / 2, of: count)
    let ink = RGB(0.05, 0.04, 0.09).mixed(stage.light.near, 0.4)
    layers = layers.map {
      ($0 as? PropLayer)?.cel(contour: max(0.9, 4.2 * stage.unit), colour: ink, at: moment) ?? $0
    }
  }

  /// Whether the shot has land or water to stand on.
  static func hasGround(_ stage: Stage) -> Bool {
    stage.shot.elements.contains { $0.kind.standsOnGround }
      || stage.hasAny(
        .canyon, .cliffs, .iceberg, .volcano, .wheat, .vineyard, .sunflowers, .bamboo, .lotus, .rooftops,
        .neonSigns,
        .torii, .swan, .ship, .truck, .tornado, .ocean, .lake, .river, .waterfall, .hills, .mountains, .dunes,
        .island, .beach, .forest, .palms,
        .meadow, .flowers, .city,
        .road, .bridge, .lighthouse, .house, .boat, .car, .train, .campfire)
  }

  private mutating func planUnderwater() {
    layers.append(SoftGroup(slow: [UnderwaterLayer(stage: stage)], isOpaque: true, stage: stage))
    if stage.has(.coral) { layers.append(WidePlan(stage: stage).coral) }
    if stage.has(.fish) { layers.append(FishLayer.make(stage)) }
    layers += FigurePlan(stage: stage).underWater
    layers.append(UnderwaterLayer.bubbles(stage))
  }

  private mutating func planSpace() {
    if stage.has(.nebula) {
      layers.append(SoftGroup(slow: [NebulaLayer(stage: stage)], isOpaque: true, stage: stage))
    } else {
      layers.append(SoftGroup(slow: [SpaceLayer(stage: stage)], isOpaque: true, stage: stage))
    }
    layers.append(StarLayer.make(stage, floor: stage.height * 1.3, strength: 1))
    if stage.composition.moon != nil { layers.append(MoonLayer(stage: stage)) }
    if stage.has(.planet) { layers.append(PlanetLayer(stage: stage)) }
    layers += HeavenLayers(stage: stage).layers
    if stage.has(.rocket) { layers += RocketLayer.make(stage) }
  }

  private mutating func planRoom() {
    layers.append(SoftGroup(layers: [RoomLayer(stage: stage)], isOpaque: true))
    if stage.has(.candle) { layers += FlameLayers.candle(stage) }
  }

  private mutating func planLandscape() {
    isLandscape = true
    sky()
    // A canyon has a river of its own; what swims or sails needs more water than that.
    let ownsRiver = CanyonPlan.ownsRiver(stage)
    let hasWater =
      !ownsRiver
      && (stage.shot.elements.contains { Stage.water.contains($0.kind) } || stage.has(.bridge))
    let land = LandPlan(stage: stage, hasWater: hasWater).layers
    let wide = WidePlan(stage: stage)
    let landmarks = LandmarkPlan(stage: stage)
    layers += land.prefix(land.count / 2)
    layers += landmarks.far
    // Over water the train crosses before all land, else between the hills.
    if stage.has(.train), !hasWater { layers += VehiclePlan(stage: stage).train }
    layers += land.suffix(land.count - land.count / 2)
    if stage.has(.train), hasWater { layers += VehiclePlan(stage: stage, overWater: true).train }
    if stage.has(.canyon) { layers += CanyonPlan(stage: stage, hasWater: hasWater).layers }
    if stage.has(.tornado) { layers.append(HeavenLayers(stage: stage).tornado) }
    if stage.has(.city) { layers += CityPlan(stage: stage, hasWater: hasWater).layers }
    if stage.has(.forest) { layers += ForestPlan(stage: stage).layers }
    if stage.has(.waterfall) { layers += WaterfallPlan(stage: stage).layers }
    if stage.has(.island) { layers += BuiltPlan(stage: stage).island }
    if stage.has(.lighthouse) { layers += BuiltPlan(stage: stage).lighthouse }
    if stage.has(.cliffs) { layers += wide.cliffs }
    let hasStoneBridge =
      stage.has(.bridge) && stage.has(.river) && !stage.hasAny(.train, .city, .ocean, .lake, .road)
    if stage.has(.bridge), !stage.has(.train), !hasStoneBridge { layers += BuiltPlan(stage: stage).bridge }
    if stage.has(.lightning) { layers.append(LightningLayer(stage: stage)) }
    if stage.has(.fireworks) { layers.append(FireworkLayer.make(stage)) }
    if hasWater { water() } else { ground() }
    if stage.has(.fish), hasWater { layers.append(FishLayer.make(stage)) }
    layers += landmarks.inWater
    if stage.has(.bamboo) { layers += wide.bamboo }
    if stage.has(.vineyard) { layers += wide.vineyard }
    if stage.has(.rooftops) { layers += wide.rooftops }
    let isStreet = StreetPlan.isNeeded(stage)
    if stage.has(.neonSigns), !isStreet { layers += wide.neonSigns }
    // A town stands at the water itself.
    if stage.has(.river), !ownsRiver, !(stage.has(.city) && !stage.has(.train)) {
      layers += BuiltPlan(stage: stage).riverBanks
    }
    if hasStoneBridge { layers += BuiltPlan(stage: stage).stoneBridge }
    if isStreet {
      layers.append(RoadLayer(stage: stage))
      layers += StreetPlan(stage: stage).layers
      if stage.has(.neonSigns) { layers += wide.neonSigns }
      layers += VehiclePlan(stage: stage).traffic
    } else if stage.hasAny(.road, .car, .truck) {
      layers.append(RoadLayer(stage: stage))
      if AvenuePlan.isNeeded(stage) { layers += AvenuePlan(stage: stage).layers }
      layers += VehiclePlan(stage: stage).traffic
    }
    if Shore.isNeeded(stage) { layers += Shore.layers(stage) }
    if stage.has(.house) { layers += BuiltPlan(stage: stage).house }
    if stage.hasAny(.meadow, .flowers) { layers += MeadowPlan(stage: stage).layers }
    if stage.has(.wheat) { layers += wide.wheat }
    if stage.has(.sunflowers) { layers += wide.sunflowers }
    if stage.has(.beach) { layers.append(BeachLayer(stage: stage)) }
    layers += landmarks.near
    let figures = FigurePlan(stage: stage)
    layers += figures.onWater
    layers += figures.onGround
    if stage.has(.boat) { layers.append(BoatLayer.make(stage)) }
    if stage.has(.balloon) { layers.append(BalloonLayer.make(stage)) }
    if stage.has(.rocket) { layers += RocketLayer.make(stage) }
    if stage.has(.palms) { layers.append(PalmLayer.make(stage)) }
    if stage.has(.campfire) { layers += FlameLayers.campfire(stage) }
    if stage.has(.candle), !stage.has(.window) { layers += FlameLayers.candle(stage) }
    if stage.has(.fish), !hasWater { layers.append(FishLayer.make(stage)) }
    if stage.has(.cave) { layers.append(CaveLayer(stage: stage)) }
  }

  /// A shot whose only land would be an empty plain stands on quiet ground.
  private mutating func ground() {
    let filled = stage.hasAny(
      .hills, .mountains, .dunes, .forest, .city, .meadow, .flowers, .waterfall, .road, .car, .truck, .canyon,
      .wheat,
      .sunflowers, .vineyard, .bamboo, .rooftops)
    guard !filled else { return }
    if stage.shot.elements.contains(where: { $0.kind.standsOnGround })
      || stage.hasAny(.house, .campfire, .train, .palms, .fireflies, .butterflies)
    {
      layers += LandPlan(stage: stage, hasWater: false).plain
    } else {
      // Sky alone: low hills close the picture.
      layers += LandPlan(stage: stage, hasWater: false).rim
    }
  }

  private mutating func sky() {
    let stars = stage.has(.stars) ? max(0.75, stage.light.stars) : stage.light.stars
    var soft: [any SceneLayer] = [SkyLayer(stage: stage)]
    if stage.has(.nebula) { soft.append(NebulaLayer(stage: stage, inSky: true)) }
    if stars > 0.4 {
      let dim: Float = stage.hasAny(.city, .moon) ? 0.35 : 1
      soft.append(MilkyWayLayer(stage: stage, strength: stars * dim * (stage.has(.stars) ? 1 : 0.6)))
    }
    if stage.has(.aurora) { soft.append(AuroraLayer(stage: stage)) }
    var between: [any SceneLayer] = []
    if stars > 0.08 {
      between.append(StarLayer.make(stage, floor: stage.composition.horizon, strength: stars))
    }
    between += HeavenLayers(stage: stage).layers
    if stage.composition.sun != nil {
      between.append(
        stage.shot.style == .vaporwave ? BandedSunLayer(stage: stage) : SunLayer(stage: stage))
    }
    if stage.composition.moon != nil { between.append(MoonLayer(stage: stage)) }
    if stage.has(.planet) { between.append(PlanetLayer(stage: stage)) }
    let clear = stage.hasAny(.stars, .aurora, .starTrails) && !stage.has(.clouds)
    let isHeaped = CumulusLayer.isNeeded(stage)
    var veils: [any SceneLayer] = clear || isHeaped ? [] : [CloudLayer(stage: stage)]
    if stage.has(.rainbow) { veils.append(RainbowLayer(stage: stage)) }
    // Clouds with nothing behind them are one with the sky.
    if between.isEmpty {
      soft += veils
      veils = []
    }
    layers.append(SoftGroup(slow: soft, isOpaque: true, stage: stage))
    layers += between
    if !veils.isEmpty { layers.append(SoftGroup(slow: veils, isOpaque: false, stage: stage)) }
    if isHeaped, !clear { layers.append(CumulusLayer.make(stage)) }
  }

  private mutating func water() {
    let isSea =
      stage.hasAny(.ocean, .beach, .island, .lighthouse)
      || stage.hasAny(.ocean, .iceberg, .ship, .whale, .dolphin, .shark, .cliffs)
      || !stage.hasAny(.lake, .river, .city, .mountains)
    let kind: SceneElement.Kind = stage.has(.ocean) ? .ocean : stage.has(.lake) ? .lake : .river
    let above = layers.filter { !($0 is SunLayer) && !($0 is BandedSunLayer) && !($0 is MoonLayer) }
    layers.append(
      OceanLayer(stage: stage, above: above, surface: isSea && !stage.has(.lake) ? .sea : .lake, kind: kind))
  }

  /// What may appear in any shot, before everything else.
  private mutating func common() {
    if stage.has(.birds) { layers.append(BirdLayer(stage: stage)) }
    if stage.has(.butterflies) { layers.append(ButterflyLayer.make(stage)) }
    if stage.has(.lanterns) { layers += GlowLayers.lanterns(stage) }
    layers += AircraftLayers(stage: stage).layers
    if stage.has(.astronaut) { layers += Astronaut(stage: stage).layers }
    if stage.has(.fireflies) { layers.append(GlowLayers.fireflies(stage)) }
    if stage.has(.blossom) { layers += BlossomLayer.make(stage) }
    if stage.has(.fog) {
      let frame = stage.composition
      layers.append(
        SoftGroup(
          slow: [
            FogLayer(
              stage: stage, centre: frame.horizon + frame.height * 0.04, spread: frame.height * 0.2,
              density: 0.6,
              colour: stage.colour(.fog) ?? stage.light.haze, salt: 2)
          ], isOpaque: false, stage: stage))
    }
    if stage.has(.rain) { layers.append(RainLayer.make(stage)) }
    layers += EmblemLayers(stage: stage).layers
    if stage.has(.snow) { layers.append(SnowLayer.make(stage)) }
    if stage.has(.particles) { layers.append(GlowLayers.particles(stage)) }
    guard stage.has(.window) else { return }
    layers += WindowPlan(stage: stage).layers
    if isLandscape {
      layers += FigurePlan(stage: stage).indoors
      if stage.has(.candle) { layers += FlameLayers.candle(stage) }
    }
  }
}
