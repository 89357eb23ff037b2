import CKernels
import Directing

extension SceneElement.Kind {
  /// Whether it is people who do something.
  fileprivate var isDoing: Bool { [.dancer, .runner, .cyclist, .umbrella].contains(self) }
  /// Whether it is people at all.
  fileprivate var isPerson: Bool { self == .people || self == .couple || isDoing }
}

/// People and animals: where they are, how they move, in what light.
struct FigurePlan {
  let stage: Stage

  var frame: Composition { stage.composition }
  var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

  /// A figure's colour: what the prompt says, seen in the scene's light; else a silhouette that keeps a little of its own.
  func tone(_ kind: SceneElement.Kind, own: RGB) -> RGB {
    shade(own, wished: stage.colour(kind))
  }

  /// A colour in the scene's light; what the prompt names keeps more of its own.
  func shade(_ own: RGB, wished: RGB? = nil) -> RGB {
    // Against a low sun or at night there is little but outline.
    let silhouette: Float =
      switch stage.shot.timeOfDay {
      case .day, .overcast: 0.16
      case .goldenHour, .dawn: 0.55
      case .sunset, .dusk: 0.86
      case .night: 0.55
      }
    // A street's windows and lamps light those who walk there.
    let isByFire = stage.has(.fireplace)
    let lit = isByFire ? 0.6 : StreetPlan.isNeeded(stage) ? 0.62 * stage.light.lamps : 0
    let lamps = (wished ?? own) * (isByFire ? RGB(0.95, 0.52, 0.26) : RGB(0.62, 0.50, 0.38)) * lit
    return ((wished ?? own) * daylight + lamps).mixed(
      stage.light.near, (wished == nil ? silhouette : silhouette * 0.55) * (1 - lit))
  }

  var rim: RGB? {
    if stage.has(.fireplace) { return RGB(0.95, 0.48, 0.18) }
    guard let source = frame.source, source.y > 0 else {
      // Without a sun in the picture the sky lights what is turned to it.
      return stage.shot.timeOfDay == .night ? RGB(0.20, 0.27, 0.42) : stage.light.key * 0.62
    }
    // On a cel the light's edge is a line of its own.
    let strength: Float = stage.shot.style == .anime ? 2.2 : 0.9
    return (frame.sun != nil ? stage.light.glow : RGB(0.62, 0.74, 0.98)) * strength
  }

  var lightRight: Bool { (frame.source?.x ?? 0) > frame.width / 2 }

  /// The way that an element goes: what the prompt says, else by chance.
  func heading(of element: SceneElement, seed: Int) -> Float {
    element.heading == .left ? -1 : element.heading == .right ? 1 : hash(seed) < 0.5 ? -1 : 1
  }

  // MARK: On the ground

  /// Everything that stands or walks, far ones first.
  var onGround: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    for element in stage.shot.elements where !(stage.has(.window) && element.kind.isPerson) {
      switch element.kind {
      case _ where Self.isAlongRoad(element, in: stage):
        layers.append(
          alongRoad(
            element,
            own: element.kind == .umbrella
              ? RGB(0.62, 0.18, 0.16) : element.kind == .runner ? RGB(0.30, 0.34, 0.42) : nil))
      case _ where Self.isDownRoad(element, in: stage):
        layers.append(
          downRoad(
            element,
            own: element.kind == .umbrella
              ? RGB(0.62, 0.18, 0.16)
              : element.kind == .runner || element.kind == .cyclist ? RGB(0.62, 0.24, 0.20) : nil))
      case .people: layers += people(element, .walk, own: nil, count: 3)
      case .couple: layers += people(element, .couple, own: RGB(0.34, 0.28, 0.30), count: 1)
      case .umbrella: layers += people(element, .umbrella, own: RGB(0.62, 0.18, 0.16), count: 1)
      case .dancer: layers += people(element, .dance, own: RGB(0.55, 0.22, 0.34), count: 1)
      case .runner: layers += people(element, .run, own: RGB(0.30, 0.34, 0.42), count: 1)
      case .cyclist: layers += people(element, .cycle, own: RGB(0.28, 0.32, 0.36), count: 1)
      case .horse: layers.append(animal(element, .horse, own: RGB(0.42, 0.26, 0.15), height: 430, pace: 1))
      case .deer: layers.append(animal(element, .deer, own: RGB(0.52, 0.36, 0.22), height: 400, pace: 1))
      case .wolf: layers.append(animal(element, .wolf, own: RGB(0.36, 0.37, 0.40), height: 440, pace: 1))
      case .dog: layers.append(animal(element, .dog, own: RGB(0.58, 0.42, 0.24), height: 420, pace: 1))
      case .cat where SittingCat.isNeeded(stage):
        if !stage.hasAny(.window, .rooftops) {
          let ground = GroundLine(stage)
          let height: Float = stage.shot.elements.contains { $0.kind.isPeople } ? 0.3 : 0.75
          layers.append(
            SittingCat(stage: stage).layer(
              x: stage.has(.campfire) ? 0.76 : 0.5, y: ground.y(0.8),
              scale: frame.unit * (stage.has(.campfire) ? min(0.5, height) : height) * ground.scale(0.8),
              nearness: ground.near(0.8)))
        } else if stage.has(.rooftops) {
          layers.append(
            SittingCat(stage: stage).layer(
              x: 0.5, y: frame.height * 0.872, scale: frame.unit * 0.72, nearness: 1))
        }
      case .cat: layers.append(animal(element, .cat, own: RGB(0.30, 0.26, 0.24), height: 390, pace: 1))
      case .elephant:
        layers.append(animal(element, .elephant, own: RGB(0.42, 0.41, 0.42), height: 470, pace: 1))
      default: break
      }
    }
    return layers
  }

  /// People in a room, who stand before its window.
  var indoors: [any SceneLayer] {
    let frame = frame
    let seed = stage.seed(0x1D00)
    let tone = RGB(0.055, 0.05, 0.06).mixed(stage.light.near, 0.3)
    let light = stage.light.sky.colour(at: 0.3) * 0.7
    return stage.shot.elements.compactMap { element -> (any SceneLayer)? in
      guard element.kind == .people || element.kind == .couple || element.kind.isDoing else { return nil }
      let count = min(4, (element.count ?? 1) * (element.kind == .couple ? 2 : 1))
      let sprites = Human.sprites(
        element.kind == .dancer ? .dance : .stand, Human.Tones(tone), rim: light, lightRight: true,
        build: Human.Build(wearsDress: element.wearsDress ?? true)
      )
      let scale = frame.height * 0.56 / 330 * min(1.2, Float(element.size))
      return PropLayer(sprites: sprites, anchor: Human.ground) { moment in
        (0..<count).map { index in
          let spread = (Float(index) + 0.5) / Float(count) - 0.5
          let home = count == 1 ? 0.62 + 0.2 * Float(element.place) : 0.54 + 0.6 * spread
          let phase = fract(moment.turns(rate: 0.2) + hash(index, seed))
          return PropLayer.Pose(
            x: frame.width * home, y: frame.height * 1.07, scale: scale, flipped: hash(index, seed, 2) < 0.5,
            sprite: min(Human.phases - 1, Int(phase * Float(Human.phases))))
        }
      }
    }
  }

  /// What people wear of whom the prompt says nothing.
  private static let coats = [
    RGB(0.66, 0.27, 0.20), RGB(0.24, 0.38, 0.54), RGB(0.78, 0.60, 0.28), RGB(0.30, 0.42, 0.34),
  ]

  /// The people of an element, in order: who the prompt says they are, or men and women by turns.
  func cast(of element: SceneElement, usual: Int) -> [SceneElement.Figure] {
    let count = min(60, element.count ?? element.figures?.count ?? usual)
    if let figures = element.figures, !figures.isEmpty {
      return (0..<count).map { figures[$0 % figures.count] }
    }
    if element.kind == .people, count > 1 {
      let seed = stage.seed(0xF16 + element.kind.hashSeed)
      return (0..<count).map { hash($0, seed, 4) > 0.5 ? .woman : .man }
    }
    return Array(repeating: element.wearsDress == true ? .woman : .man, count: count)
  }

  /// What a person wears, in the scene's light; each of several something else.
  func tones(of element: SceneElement, own: RGB?, number: Int) -> Human.Tones {
    let cloth = own ?? Self.coats[(Int(hash(stage.seed(0xC0A7)) * 4) + number) % 4]
    return Human.Tones(
      coat: tone(element.kind, own: cloth), trousers: shade(RGB(0.17, 0.19, 0.26)),
      skin: shade(RGB(0.80, 0.58, 0.44)), hair: shade(RGB(0.15, 0.10, 0.07)),
      grey: shade(RGB(0.74, 0.74, 0.76)))
  }

  private func people(
    _ element: SceneElement, _ given: Human.Action, own: RGB?, count: Int, isDrawn: Bool = true
  ) -> [PropLayer] {
    // Who sits on a bench is drawn with it.
    if BenchPlan.seats(element, in: stage) { return [] }
    let isSitting = element.posture == .sitting || element.posture == .lying
    let action: Human.Action =
      isSitting && [.walk, .couple].contains(given)
      ? .sitOnGround : element.posture == .standing && given == .walk ? .stand : given
    let figures =
      given == .couple && isSitting ? [.man, .woman] : cast(of: element, usual: count)
    // Children among themselves are no smaller in the picture than others would be.
    let tallest = figures.enumerated().map { Human.Build($1, number: $0).tall }.max() ?? 1
    let fill = tallest < 0.8 ? 1.25 : Float(1)
    // Those who look alike share their drawings; a crowd has four looks.
    let most = figures.count > 6 ? 4 : 6
    let looks = figures.indices.map { $0 % most }
    let builds = (0..<min(most, figures.count)).map { Human.Build(figures[$0], number: $0) }
    let variesCoat = [.walk, .stand, .sitOnGround].contains(action)
    let sprites =
      !isDrawn
      ? []
      : builds.enumerated().flatMap { number, build in
        Human.sprites(
          action, tones(of: element, own: variesCoat ? nil : own.map { $0.varied(number) }, number: number),
          rim: rim,
          lightRight: lightRight, build: build)
      }
    let pace: Float =
      switch action {
      case .walk, .couple, .umbrella: 76 / 0.6
      case .run: 140 / 0.38
      case .cycle: 640
      case .stand, .dance, .sitOnSeat, .sitOnGround, .away, .toward, .cycleAway: 0
      }
    let isClose =
      figures.count > 1 && figures.count < 7
      && (element.figures != nil || action == .sitOnGround && given == .couple)
    return [
      crossing(
        element,
        Company(
          sprites: sprites, phases: Human.phases, looks: looks, sizes: looks.map { builds[$0].tall * fill },
          wide: action == .cycle ? 260 : action == .umbrella ? 200 : 120, isClose: isClose),
        anchor: Human.ground, tall: 330, height: action == .cycle ? 390 : stage.has(.fireplace) ? 640 : 400,
        way: pace,
        stillRate: action == .dance ? 0.42 : 0.2)
    ]
  }

  /// Where somebody's hand is who could hold a string; nil without people who walk or stand.
  var hand: (@Sendable (Moment) -> SIMD2<Float>?)? {
    guard let element = stage.shot.element(.people), !stage.has(.window),
      let layer = people(element, .walk, own: nil, count: 3, isDrawn: false).first
    else { return nil }
    return { moment in
      layer.poses(moment).max { $0.scale < $1.scale }.map {
        SIMD2($0.x + ($0.flipped ? -24 : 24) * $0.scale, $0.y - 172 * $0.scale)
      }
    }
  }

  /// Beside people animals have the size that they have.
  private func height(_ animal: SceneElement.Kind, alone: Float) -> Float {
    guard stage.shot.elements.contains(where: { $0.kind.isPeople }) else { return alone }
    switch animal {
    case .dog: return 210
    case .cat: return 120
    case .wolf: return 240
    case .deer: return 380
    case .elephant: return 720
    default: return alone
    }
  }

  private func animal(
    _ element: SceneElement, _ animal: Quadruped, own: RGB, height: Float, pace: Float
  ) -> any SceneLayer {
    let count = min(60, element.count ?? 1)
    var element = element
    if count == 1, element.kind != .elephant, element.heading == .any, element.place == 0,
      let friend = stage.shot.elements.first(where: { [.people, .couple].contains($0.kind) }),
      friend.posture == nil || friend.posture == .going
    {
      // It goes the way that its people go, a little ahead of them.
      let way = heading(of: friend, seed: stage.seed(0xF16 + friend.kind.hashSeed))
      element.heading = way < 0 ? .left : .right
      element.place = Double(way) * 0.5
    }
    return crossing(
      element,
      Company(
        sprites: animal.sprites(tone(element.kind, own: own), rim: rim, lightRight: lightRight),
        phases: Quadruped.phases, looks: Array(repeating: 0, count: count),
        sizes: Array(repeating: 1, count: count), wide: element.kind == .elephant ? 450 : 360, isClose: false),
      anchor: Quadruped.ground, tall: 300, height: self.height(element.kind, alone: height),
      way: animal.way * pace, stillRate: 0)
  }
}
