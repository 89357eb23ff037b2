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
    if let field = [SceneElement.Kind.tunnel, .kaleidoscope, .flow, .plasma].first(where: { stage.has($0) }) {
      layers.append(FieldLayer(stage: stage, kind: field))
    } else if stage.has(.underwater) || (stage.has(.fish) && !Self.hasGround(stage)) {
      planUnderwater()
    } else if stage.hasAny(.nebula, .planet), !Self.hasGround(stage) {
      planSpace()
    } else if stage.hasAny(.candle), !Self.hasGround(stage) {
      planRoom()
    } else if stage.has(.particles), stage.shot.elements.allSatisfy({ $0.kind == .particles }) {
      planRoom()
    } else {
      planLandscape()
    }
    common()
  }

  /// Whether the shot has land or water to stand on.
  private static func hasGround(_ stage: Stage) -> Bool {
    stage.hasAny(
      .ocean, .lake, .river, .waterfall, .hills, .mountains, .dunes, .island, .beach, .forest, .palms,
      .meadow, .flowers, .city,
      .road, .bridge, .lighthouse, .house, .boat, .car, .train, .campfire)
  }

  private mutating func planUnderwater() {
    layers.append(SoftGroup(layers: [UnderwaterLayer(stage: stage)], isOpaque: true))
    if stage.has(.fish) { layers.append(FishLayer.make(stage)) }
    layers.append(UnderwaterLayer.bubbles(stage))
  }

  private mutating func planSpace() {
    if stage.has(.nebula) {
      layers.append(SoftGroup(layers: [NebulaLayer(stage: stage)], isOpaque: true))
    } else {
      layers.append(SoftGroup(layers: [SpaceLayer(stage: stage)], isOpaque: true))
    }
    layers.append(StarLayer.make(stage, floor: stage.height * 1.3, strength: 1))
    if stage.composition.moon != nil { layers.append(MoonLayer(stage: stage)) }
    if stage.has(.planet) { layers.append(PlanetLayer(stage: stage)) }
    if stage.has(.rocket) { layers += RocketLayer.make(stage) }
  }

  private mutating func planRoom() {
    layers.append(SoftGroup(layers: [RoomLayer(stage: stage)], isOpaque: true))
    if stage.has(.candle) { layers += FlameLayers.candle(stage) }
  }

  private mutating func planLandscape() {
    isLandscape = true
    sky()
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) } || stage.has(.bridge)
    let land = LandPlan(stage: stage, hasWater: hasWater).layers
    layers += land.prefix(land.count / 2)
    if stage.has(.train) { layers += VehiclePlan(stage: stage).train }
    layers += land.suffix(land.count - land.count / 2)
    if stage.has(.city) { layers += CityPlan(stage: stage, hasWater: hasWater).layers }
    if stage.has(.forest) { layers += ForestPlan(stage: stage).layers }
    if stage.has(.waterfall) { layers += WaterfallPlan(stage: stage).layers }
    if stage.has(.island) { layers += BuiltPlan(stage: stage).island }
    if stage.has(.lighthouse) { layers += BuiltPlan(stage: stage).lighthouse }
    if stage.has(.bridge) { layers += BuiltPlan(stage: stage).bridge }
    if stage.has(.lightning) { layers.append(LightningLayer(stage: stage)) }
    if stage.has(.fireworks) { layers.append(FireworkLayer.make(stage)) }
    if hasWater { water() } else { ground() }
    if stage.has(.river) { layers += BuiltPlan(stage: stage).riverBanks }
    if stage.hasAny(.road, .car) { layers += VehiclePlan(stage: stage).road }
    if stage.has(.house) { layers += BuiltPlan(stage: stage).house }
    if stage.hasAny(.meadow, .flowers) { layers += MeadowPlan(stage: stage).layers }
    if stage.has(.beach) { layers.append(BeachLayer(stage: stage)) }
    if stage.has(.boat) { layers.append(BoatLayer.make(stage)) }
    if stage.has(.balloon) { layers.append(BalloonLayer.make(stage)) }
    if stage.has(.rocket) { layers += RocketLayer.make(stage) }
    if stage.has(.palms) { layers.append(PalmLayer.make(stage)) }
    if stage.has(.campfire) { layers += FlameLayers.campfire(stage) }
    if stage.has(.candle) { layers += FlameLayers.candle(stage) }
    if stage.has(.fish) { layers.append(FishLayer.make(stage)) }
  }

  /// A shot whose only land would be an empty plain stands on quiet ground.
  private mutating func ground() {
    let filled = stage.hasAny(
      .hills, .mountains, .dunes, .forest, .city, .meadow, .flowers, .waterfall, .road, .car)
    guard !filled else { return }
    if stage.hasAny(.house, .campfire, .train, .palms, .fireflies, .butterflies) {
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
    layers.append(SoftGroup(layers: soft, isOpaque: true))
    if stars > 0.08 {
      layers.append(StarLayer.make(stage, floor: stage.composition.horizon, strength: stars))
    }
    if stage.composition.sun != nil {
      layers.append(
        stage.shot.style == .vaporwave ? BandedSunLayer(stage: stage) : SunLayer(stage: stage))
    }
    if stage.composition.moon != nil { layers.append(MoonLayer(stage: stage)) }
    if stage.has(.planet) { layers.append(PlanetLayer(stage: stage)) }
    let clear = stage.hasAny(.stars, .aurora) && !stage.has(.clouds)
    var veils: [any SceneLayer] = clear ? [] : [CloudLayer(stage: stage)]
    if stage.has(.rainbow) { veils.append(RainbowLayer(stage: stage)) }
    if !veils.isEmpty { layers.append(SoftGroup(layers: veils, isOpaque: false)) }
  }

  private mutating func water() {
    let isSea =
      stage.hasAny(.ocean, .beach, .island, .lighthouse) || !stage.hasAny(.lake, .river, .city, .mountains)
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
    if stage.has(.fireflies) { layers.append(GlowLayers.fireflies(stage)) }
    if stage.has(.blossom) { layers += BlossomLayer.make(stage) }
    if stage.has(.fog) {
      let frame = stage.composition
      layers.append(
        SoftGroup(
          layers: [
            FogLayer(
              stage: stage, centre: frame.horizon + frame.height * 0.04, spread: frame.height * 0.2,
              density: 0.6,
              colour: stage.colour(.fog) ?? stage.light.haze, salt: 2)
          ], isOpaque: false))
    }
    if stage.has(.rain) { layers.append(RainLayer.make(stage)) }
    if stage.has(.snow) { layers.append(SnowLayer.make(stage)) }
    if stage.has(.particles) { layers.append(GlowLayers.particles(stage)) }
  }
}
