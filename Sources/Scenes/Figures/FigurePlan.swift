import CKernels
import Directing

/// People and animals: where they are, how they move, in what light.
struct FigurePlan {
  let stage: Stage

  private var frame: Composition { stage.composition }
  private var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

  /// A figure's colour: what the prompt says, seen in the scene's light; else a silhouette that keeps a little of its own.
  private func tone(_ kind: SceneElement.Kind, own: RGB) -> RGB {
    let wished = stage.colour(kind)
    // Against a low sun or at night there is little but outline.
    let silhouette: Float =
      switch stage.shot.timeOfDay {
      case .day, .overcast: 0.35
      case .goldenHour, .dawn: 0.66
      case .sunset, .dusk: 0.86
      case .night: 0.55
      }
    return ((wished ?? own) * daylight).mixed(
      stage.light.near, wished == nil ? silhouette : silhouette * 0.55)
  }

  private var rim: RGB? {
    guard let source = frame.source, source.y > 0 else {
      return stage.shot.timeOfDay == .night ? RGB(0.20, 0.27, 0.42) : nil
    }
    return (frame.sun != nil ? stage.light.glow : RGB(0.62, 0.74, 0.98)) * 0.9
  }

  private var lightRight: Bool { (frame.source?.x ?? 0) > frame.width / 2 }

  // MARK: On the ground

  /// Everything that stands or walks, far ones first.
  var onGround: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    for element in stage.shot.elements {
      switch element.kind {
      case .people: layers += people(element, .walk, own: RGB(0.32, 0.30, 0.34), count: 3)
      case .couple: layers += people(element, .couple, own: RGB(0.34, 0.28, 0.30), count: 1)
      case .umbrella: layers += people(element, .umbrella, own: RGB(0.62, 0.18, 0.16), count: 1)
      case .dancer: layers += people(element, .dance, own: RGB(0.55, 0.22, 0.34), count: 1)
      case .runner: layers += people(element, .run, own: RGB(0.30, 0.34, 0.42), count: 1)
      case .cyclist: layers += people(element, .cycle, own: RGB(0.28, 0.32, 0.36), count: 1)
      case .horse: layers.append(animal(element, .horse, own: RGB(0.42, 0.26, 0.15), height: 430, pace: 1))
      case .deer: layers.append(animal(element, .deer, own: RGB(0.52, 0.36, 0.22), height: 400, pace: 1))
      case .wolf: layers.append(animal(element, .wolf, own: RGB(0.36, 0.37, 0.40), height: 320, pace: 1))
      case .dog: layers.append(animal(element, .dog, own: RGB(0.58, 0.42, 0.24), height: 290, pace: 1))
      case .cat: layers.append(animal(element, .cat, own: RGB(0.30, 0.26, 0.24), height: 270, pace: 1))
      case .elephant:
        layers.append(animal(element, .elephant, own: RGB(0.42, 0.41, 0.42), height: 470, pace: 1))
      default: break
      }
    }
    return layers
  }

  private func people(
    _ element: SceneElement, _ action: Human.Action, own: RGB, count: Int
  ) -> [any SceneLayer] {
    let colour = tone(element.kind, own: own)
    let variants = action == .walk && (element.count ?? count) > 1 ? 2 : 1
    let sprites = (0..<variants).flatMap {
      Human.sprites(action, colour, rim: rim, lightRight: lightRight, variant: $0)
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
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index -> PropLayer.Pose in
        let rank = count == 1 ? 0.8 : hash(index, seed, 1)
        let near = ground.near(rank)
        let scale = frame.unit * height / tall * size * ground.scale(rank)
        // What runs is followed by the camera, so that it is seen for the whole of a shot.
        let pace = min(way * rate * scale, frame.width * 0.07) * speed
        let side = Float(element.place)
        let spread =
          count == 1 ? 0 : (Float(index) + 0.5) / Float(count) - 0.5 + (hash(index, seed, 2) - 0.5) * 0.1
        let home = frame.width * (0.5 + side * 0.33 + spread * 0.8)
        var x = home
        var phase = moment.turns(rate: rate * max(0.2, speed)) + hash(index, seed, 3)
        if way > 0 {
          let course = frame.width + tall * scale * 1.6
          let travelled =
            moment.loops
            ? moment.turns(rate: pace / course) * course : pace * (moment.time - moment.duration * 0.5)
          x = home + heading * travelled
          x -= ((x + tall * scale * 0.8) / course).rounded(.down) * course
          if !moment.loops, way * rate * scale < frame.width * 0.07 {
            phase = travelled / (way * scale) + hash(index, seed, 3)
          }
        }
        let spot = moment.project(x: x, y: ground.y(rank), nearness: near)
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: heading < 0,
          tone: t2v_tone(haze: haze, amount: 0.25 * (1 - rank)), reflection: ground.isWet ? 0.25 : 0,
          sprite: (variants > 1 && hash(index, seed, 4) > 0.5 ? phases : 0)
            + min(phases - 1, Int(fract(phase) * Float(phases))))
      }.sorted { $0.y < $1.y }
    }
  }

  // MARK: In and on the water

  var onWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    for element in stage.shot.elements {
      switch element.kind {
      case .whale:
        layers.append(
          breaching(
            element,
            SeaLife.whale(
              seaTone(RGB(0.16, 0.22, 0.30), .whale),
              belly: seaTone(RGB(0.62, 0.66, 0.68), .whale, isBelly: true)), anchor: 150, tall: 300,
            height: 300))
      case .dolphin: layers.append(leaping(element))
      case .shark:
        layers.append(
          breaching(
            element,
            SeaLife.shark(seaTone(RGB(0.28, 0.33, 0.38), .shark), belly: RGB(0.7, 0.72, 0.72) * daylight),
            anchor: 62, tall: 220, height: 430))
      case .swan: layers.append(floating(element))
      default: break
      }
    }
    return layers
  }

  private func seaTone(_ own: RGB, _ kind: SceneElement.Kind, isBelly: Bool = false) -> RGB {
    ((isBelly ? nil : stage.colour(kind)) ?? own) * daylight + own * 0.1
  }

  /// What shows its back at the surface and sinks again.
  private func breaching(
    _ element: SceneElement, _ sprites: [Sprite], anchor: Float, tall: Float, height: Float
  ) -> any SceneLayer {
    let frame = frame
    let count = min(8, element.count ?? 1)
    let seed = stage.seed(0x5EA + element.kind.hashSeed)
    let heading: Float =
      element.heading == .left ? -1 : element.heading == .right ? 1 : hash(seed) < 0.5 ? -1 : 1
    let isShark = element.kind == .shark
    let (haze, deep) = (stage.light.haze, stage.light.deep)
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.42 : mix(0.2, 0.7, hash(index, seed, 1))
        let scale = frame.unit * height / tall * (0.5 + near) * Float(element.size)
        let water = moment.horizon + (frame.height - frame.horizon) * mix(0.1, 0.72, near)
        let turn = moment.turns(rate: 0.13) + hash(index, seed, 2) * 0.6 + 0.1
        // Its back is always seen.
        let rise = isShark ? 0.12 * sine(turns: turn) : 0.55 + 0.45 * sine(turns: turn)
        let home =
          frame.width * (count == 1 ? 0.5 + Float(element.place) * 0.3 : (Float(index) + 0.5) / Float(count))
        let x =
          home + heading * moment.drift(speed: 34 * frame.unit * Float(element.speed)) - heading * frame.width
          * 0.16
        return PropLayer.Pose(
          x: x + moment.camera.turn, y: water + (isShark ? 10 - 8 * rise : 20 - 62 * rise) * scale,
          scale: scale,
          flipped: heading < 0, tone: t2v_tone(haze: haze.mixed(deep, 0.4), amount: 0.14),
          sprite: Int(fract(moment.turns(rate: 0.35) + hash(index, seed, 3)) * Float(SeaLife.phases))
            % SeaLife.phases,
          clip: water)
      }
    }
  }

  /// Dolphins leap out of the water one after another.
  private func leaping(_ element: SceneElement) -> any SceneLayer {
    let frame = frame
    let angles = (0..<17).map { Float($0 - 8) / 8 * 0.15 }
    let sprites = SeaLife.dolphin(
      seaTone(RGB(0.32, 0.40, 0.48), .dolphin), belly: RGB(0.76, 0.8, 0.82) * daylight, turns: angles)
    let count = min(20, element.count ?? 5)
    let seed = stage.seed(0xD01)
    let heading: Float =
      element.heading == .left ? -1 : element.heading == .right ? 1 : hash(seed) < 0.5 ? -1 : 1
    let haze = stage.light.haze
    return PropLayer(sprites: sprites, anchor: 150) { moment in
      (0..<count).compactMap { index -> PropLayer.Pose? in
        let near = count == 1 ? 0.45 : mix(0.2, 0.75, hash(index, seed, 1))
        let scale = frame.unit * 1.3 * (0.5 + near) * Float(element.size)
        let water = moment.horizon + (frame.height - frame.horizon) * mix(0.08, 0.7, near)
        let rate = 0.30 * max(0.3, Float(element.speed))
        let turn = fract(moment.turns(rate: rate) + Float(index) / Float(count) * 0.8 + hash(seed))
        // Above water for a little more than half of the time.
        let leap = turn / 0.62
        guard leap < 1.08 else { return nil }
        let long = 420 * scale
        let home = frame.width * (0.5 + Float(element.place) * 0.3 + (hash(index, seed, 2) - 0.5) * 0.6)
        let x = home + heading * (leap - 0.5) * long
        let y = water + 60 * scale - 4 * leap * (1 - leap) * 300 * scale
        let frameNumber = clamp(Int((leap * 16).rounded()), 0, 16)
        return PropLayer.Pose(
          x: x + moment.camera.turn, y: y, scale: scale, flipped: heading < 0,
          tone: t2v_tone(haze: haze, amount: 0.2 * (1 - near)), sprite: frameNumber, clip: water)
      }
    }
  }

  private func floating(_ element: SceneElement) -> any SceneLayer {
    let frame = frame
    let white = (stage.colour(.swan) ?? RGB(0.96, 0.96, 0.95)) * (daylight + RGB(0.12))
    let sprite = SeaLife.swan(white.mixed(stage.light.near, 0.1))
    let count = min(20, element.count ?? 2)
    let seed = stage.seed(0x5A4)
    return PropLayer(sprites: [sprite], anchor: 206) { moment in
      (0..<count).map { index in
        let near = mix(0.3, 0.6, hash(index, seed, 1))
        let scale = frame.unit * (0.3 + 0.75 * near) * Float(element.size)
        let water = moment.horizon + (frame.height - frame.horizon) * mix(0.1, 0.75, near)
        let heading: Float =
          element.heading == .left || (element.heading == .any && hash(index, seed, 3) < 0.3) ? -1 : 1
        let home =
          frame.width
          * (count == 1 ? 0.5 + Float(element.place) * 0.3 : 0.2 + 0.6 * (Float(index) + 0.5) / Float(count))
        return PropLayer.Pose(
          x: home + heading * moment.drift(speed: 9 * frame.unit) + moment.camera.turn,
          y: water + moment.swing(rate: 0.2, offset: hash(index, seed, 2)) * 3 * scale, scale: scale,
          flipped: heading < 0, reflection: 0.55)
      }.sorted { $0.y < $1.y }
    }
  }

  // MARK: Under water

  var underWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    let light = RGB(0.55, 0.75, 0.85)
    for element in stage.shot.elements {
      func own(_ colour: RGB) -> RGB { stage.colour(element.kind) ?? colour }
      switch element.kind {
      case .whale:
        layers.append(
          swimming(
            element, SeaLife.whale(own(RGB(0.20, 0.34, 0.46)) * light, belly: RGB(0.62, 0.74, 0.78) * light),
            anchor: 150, height: 470, tall: 300, pace: 40, rate: 0.22, depth: 0.4))
      case .shark:
        layers.append(
          swimming(
            element, SeaLife.shark(own(RGB(0.36, 0.46, 0.54)) * light, belly: RGB(0.78, 0.84, 0.86) * light),
            anchor: 110, height: 260, tall: 220, pace: 80, rate: 0.6, depth: 0.45))
      case .dolphin:
        layers.append(
          swimming(
            element,
            SeaLife.dolphin(
              own(RGB(0.42, 0.56, 0.66)) * light, belly: RGB(0.8, 0.88, 0.9) * light,
              turns: (0..<16).map { 0.03 * sine(turns: Float($0) / 16) }), anchor: 150, height: 330,
            tall: 300, pace: 110, rate: 0.7, depth: 0.38))
      case .turtle:
        layers.append(
          swimming(
            element, SeaLife.turtle(own(RGB(0.40, 0.42, 0.22)) * (light + RGB(0.15))), anchor: 120,
            height: 230, tall: 240, pace: 36, rate: 0.4, depth: 0.5))
      case .jellyfish: layers.append(drifting(element, own(RGB(0.95, 0.55, 0.80))))
      default: break
      }
    }
    return layers
  }

  private func swimming(
    _ element: SceneElement, _ sprites: [Sprite], anchor: Float, height: Float, tall: Float, pace: Float,
    rate: Float, depth: Float
  ) -> any SceneLayer {
    let frame = frame
    let count = min(24, element.count ?? 1)
    let seed = stage.seed(0x5E1 + element.kind.hashSeed)
    let heading: Float =
      element.heading == .left ? -1 : element.heading == .right ? 1 : hash(seed) < 0.5 ? -1 : 1
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    let long = Float(sprites[0].width) / tall * height
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.85 : hash(index, seed, 1)
        let scale = frame.unit * height / tall * mix(0.4, 1, near) * Float(element.size)
        let course = frame.width + long * frame.unit * Float(element.size) * 1.1
        let speed = pace * frame.unit * mix(0.6, 1, near) * Float(element.speed)
        let travelled =
          moment.loops
          ? moment.turns(rate: speed / course) * course : speed * (moment.time - moment.duration / 2)
        var x =
          frame.width * (0.5 + Float(element.place) * 0.3 + (count == 1 ? 0 : hash(index, seed, 2) - 0.5))
          + heading * travelled
        let margin = (course - frame.width) / 2
        x -= ((x + margin) / course).rounded(.down) * course
        let y = frame.height * (depth + (count == 1 ? 0 : (hash(index, seed, 3) - 0.5) * 0.4))
        return PropLayer.Pose(
          x: x, y: y + moment.swing(rate: 0.09, offset: hash(index, seed, 4)) * 30 * frame.unit, scale: scale,
          flipped: heading < 0, tone: t2v_tone(haze: water, amount: mix(0.62, 0.12, near)),
          sprite: Int(
            fract(moment.turns(rate: rate * max(0.2, Float(element.speed))) + hash(index, seed, 5))
              * Float(sprites.count)) % sprites.count)
      }.sorted { $0.scale < $1.scale }
    }
  }

  private func drifting(_ element: SceneElement, _ colour: RGB) -> any SceneLayer {
    let frame = frame
    let sprites = SeaLife.jellyfish(colour)
    let count = min(60, element.count ?? 7)
    let seed = stage.seed(0x1E11)
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    return PropLayer(sprites: sprites, anchor: 120) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.8 : power((Float(index) + 0.6) / Float(count), 1.4)
        let scale = frame.unit * mix(0.32, 1.15, near) * Float(element.size)
        let reach = frame.height * 1.5
        let beat = moment.turns(rate: 0.28 + 0.1 * hash(index, seed, 1)) + hash(index, seed, 2)
        let rise = fract(
          moment.turns(rate: 16 * Float(element.speed) * frame.unit * (0.6 + near) / reach)
            + hash(index, seed, 3))
        let x =
          frame.width
          * (count == 1
            ? 0.5 + Float(element.place) * 0.3 : 0.1 + 0.8 * fract(Float(index) * 0.618 + hash(seed)))
        return PropLayer.Pose(
          x: x + moment.swing(rate: 0.06, offset: hash(index, seed, 4)) * 40 * frame.unit,
          y: frame.height * 1.15 - rise * reach + sine(turns: beat) * 14 * scale, scale: scale,
          tone: t2v_tone(opacity: 0.92, light: RGB(1.05), haze: water, amount: mix(0.6, 0.05, near)),
          lean: moment.swing(rate: 0.11, offset: hash(index, seed, 5)) * 24 * scale,
          sprite: Int(fract(beat + 0.25) * Float(SeaLife.phases)) % SeaLife.phases)
      }
    }
  }
}

extension SceneElement.Kind {
  /// A number of the kind's own, for noise, the same on every machine.
  var hashSeed: Int { rawValue.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}
