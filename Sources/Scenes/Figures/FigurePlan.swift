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
    return ((wished ?? own) * daylight).mixed(
      stage.light.near, wished == nil ? silhouette : silhouette * 0.55)
  }

  var rim: RGB? {
    guard let source = frame.source, source.y > 0 else {
      // Without a sun in the picture the sky lights what is turned to it.
      return stage.shot.timeOfDay == .night ? RGB(0.20, 0.27, 0.42) : stage.light.key * 0.62
    }
    return (frame.sun != nil ? stage.light.glow : RGB(0.62, 0.74, 0.98)) * 0.9
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
      case .people: layers += people(element, .walk, own: RGB(0.32, 0.30, 0.34), count: 3)
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
        if stage.has(.rooftops) {
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
        element.kind == .dancer ? .dance : .stand, Human.Tones(tone), rim: light, lightRight: true, variant: 1
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

  private func people(
    _ element: SceneElement, _ action: Human.Action, own: RGB, count: Int
  ) -> [any SceneLayer] {
    let variants = action == .walk && (element.count ?? count) > 1 ? 2 : 1
    let seed = stage.seed(0xC0A7)
    let sprites = (0..<variants).flatMap { variant in
      let cloth = action == .walk ? Self.coats[(Int(hash(seed) * 4) + variant) % 4] : own
      let tones = Human.Tones(
        coat: tone(element.kind, own: cloth), trousers: shade(RGB(0.17, 0.19, 0.26)),
        skin: shade(RGB(0.80, 0.58, 0.44)),
        hair: shade(RGB(0.15, 0.10, 0.07)))
      return Human.sprites(
        action, tones, rim: rim, lightRight: lightRight,
        variant: element.wearsDress == true && variants == 1 ? 1 : variant)
    }
    let pace: Float =
      switch action {
      case .walk, .couple, .umbrella: 76 / 0.6
      case .run: 140 / 0.38
      case .cycle: 640
      case .stand, .dance: 0
      }
    return [
      crossing(
        element, sprites: sprites, phases: Human.phases, anchor: Human.ground, tall: 330,
        height: action == .cycle ? 390 : 400, way: pace, count: count,
        stillRate: action == .dance ? 0.42 : 0.2)
    ]
  }

  private func animal(
    _ element: SceneElement, _ animal: Quadruped, own: RGB, height: Float, pace: Float
  ) -> any SceneLayer {
    crossing(
      element, sprites: animal.sprites(tone(element.kind, own: own), rim: rim, lightRight: lightRight),
      phases: Quadruped.phases, anchor: Quadruped.ground, tall: 300, height: height, way: animal.way * pace,
      count: 1, stillRate: 0)
  }

  /// Figures that cross the picture; their phase follows their way, so that no foot slides.
  ///
  /// - Parameters:
  ///   - tall: height of the figure in its sprite; `height`: in the picture at hand, on a large canvas.
  ///   - way: pixels of the sprite that one gait covers; 0 for what stays where it is.
  private func crossing(
    _ element: SceneElement, sprites: [Sprite], phases: Int, anchor: Float, tall: Float, height: Float,
    way: Float, count usual: Int, stillRate: Float
  ) -> any SceneLayer {
    let frame = frame
    let count = min(60, element.count ?? usual)
    let seed = stage.seed(0xF16 + element.kind.hashSeed)
    let heading: Float =
      switch element.heading {
      case .left: -1
      case .right: 1
      case .any: hash(seed) < 0.5 ? -1 : 1
      }
    let ground = GroundLine(stage)
    let size = Float(element.size) * min(1, 2.4 / Float(count).squareRoot() + 0.35)
    let variants = sprites.count / phases
    // So many gaits a second: a horse gallops faster than an elephant walks.
    let rate: Float = way == 0 ? stillRate : clamp(1.7 - height / 600, 0.75, 1.3) * (way > 200 ? 1.45 : 1)
    let speed = Float(element.speed)
    let haze = stage.light.haze
    let isSubject = stage.subject?.kind == element.kind && count == 1
    let groundPace = isSubject ? stage.subject?.pace.map { $0 * frame.unit } : nil
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index -> PropLayer.Pose in
        let rank = count == 1 ? 0.8 : hash(index, seed, 1)
        let near = ground.near(rank)
        let scale = frame.unit * height / tall * size * ground.scale(rank)
        let course = frame.width + tall * scale * 1.6
        // What runs crosses the picture once in a shot, in slow motion if need be, so that it is seen for long.
        let pace = min(way * rate * scale, max(frame.width * 0.16, course / moment.duration)) * speed
        let side = Float(element.place)
        let spread =
          count == 1 ? 0 : (Float(index) + 0.5) / Float(count) - 0.5 + (hash(index, seed, 2) - 0.5) * 0.1
        let home = frame.width * (0.5 + side * 0.33 + spread * 0.8)
        var x = home
        var phase = moment.turns(rate: rate * max(0.2, speed)) + hash(index, seed, 3)
        if way > 0, let groundPace {
          // The camera goes along; the ground passes below.
          let drift = frame.width * 0.16 * (moment.progress - 0.5)
          phase = (groundPace * moment.time + drift) / (way * scale)
          x = home + heading * drift
        } else if way > 0, isSubject, !moment.loops {
          // In the picture from the first frame on, whole.
          let travelled = frame.width * (0.58 * moment.progress - 0.29) * min(1, max(0.3, speed))
          phase = travelled / (way * scale) + hash(index, seed, 3)
          x = home + heading * travelled
        } else if way > 0 {
          let travelled =
            moment.loops
            ? moment.turns(rate: pace / course) * course : pace * (moment.time - moment.duration * 0.5)
          // The gait follows the way; in a loop to the nearest whole number of gaits.
          phase =
            moment.loops
            ? moment.turns(rate: max(pace / (way * scale), 1 / moment.duration)) + hash(index, seed, 3)
            : travelled / (way * scale) + hash(index, seed, 3)
          x = home + heading * travelled
          x -= ((x + tall * scale * 0.8) / course).rounded(.down) * course
        }
        var spot = moment.project(x: x, y: ground.y(rank), nearness: near)
        if groundPace != nil { spot.x -= moment.camera.tracked(near) }
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: heading < 0,
          tone: t2v_tone(haze: haze, amount: 0.25 * (1 - rank)), reflection: ground.isWet ? 0.25 : 0,
          sprite: (variants > 1 && hash(index, seed, 4) > 0.5 ? phases : 0)
            + min(phases - 1, Int(fract(phase) * Float(phases))))
      }.sorted { $0.y < $1.y }
    }
  }
}
