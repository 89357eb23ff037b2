import CKernels
import Directing

/// Who swims at the surface, leaps from it, or floats.
extension FigurePlan {
  var onWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    for element in stage.shot.elements {
      switch element.kind {
      case .whale:
        layers += breaching(
          element,
          SeaLife.whale(
            seaTone(RGB(0.16, 0.22, 0.30), .whale),
            belly: seaTone(RGB(0.62, 0.66, 0.68), .whale, isBelly: true)), anchor: 150, tall: 300,
          height: 300)
      case .dolphin: layers.append(leaping(element))
      case .shark:
        layers += breaching(
          element,
          SeaLife.shark(seaTone(RGB(0.28, 0.33, 0.38), .shark), belly: RGB(0.7, 0.72, 0.72) * daylight),
          anchor: 62, tall: 220, height: 430)
      case .swan: layers.append(floating(element))
      default: break
      }
    }
    return layers
  }

  private func seaTone(_ own: RGB, _ kind: SceneElement.Kind, isBelly: Bool = false) -> RGB {
    ((isBelly ? nil : stage.colour(kind)) ?? own) * daylight + own * 0.1
  }

  /// What shows its back at the surface and sinks again, with foam along it; a whale blows.
  private func breaching(
    _ element: SceneElement, _ sprites: [Sprite], anchor: Float, tall: Float, height: Float
  ) -> [any SceneLayer] {
    let frame = frame
    let count = min(8, element.count ?? 1)
    let seed = stage.seed(0x5EA + element.kind.hashSeed)
    let heading = self.heading(of: element, seed: seed)
    let isShark = element.kind == .shark
    let (haze, deep) = (stage.light.haze, stage.light.deep)
    let isSubject = count == 1 && stage.subject?.kind == element.kind
    let long = Float(sprites[0].width)
    struct Spot {
      var x, water, scale, rise, turn: Float
    }
    @Sendable func spot(_ index: Int, _ moment: Moment) -> Spot {
      let near = count == 1 ? 0.42 : mix(0.2, 0.7, hash(index, seed, 1))
      let scale = frame.unit * height / tall * (0.5 + near) * Float(element.size)
      let water = moment.horizon + (frame.height - frame.horizon) * mix(0.1, 0.72, near)
      let turn = moment.turns(rate: 0.13) + hash(index, seed, 2) * 0.6 + 0.1
      // Its back is always seen.
      let rise = isShark ? 0.12 * sine(turns: turn) : 0.55 + 0.45 * sine(turns: turn)
      let home =
        frame.width * (count == 1 ? 0.5 + Float(element.place) * 0.3 : (Float(index) + 0.5) / Float(count))
      let speed = 34 * frame.unit * Float(element.speed)
      let way =
        isSubject
        ? (moment.loops ? 0 : min(speed * moment.duration, frame.width * 0.2) * (moment.progress - 0.5))
        : moment.drift(speed: speed) - frame.width * 0.16
      return Spot(
        x: home + heading * way + moment.camera.turn, water: water, scale: scale, rise: rise, turn: turn)
    }
    let body = PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let at = spot(index, moment)
        return PropLayer.Pose(
          x: at.x, y: at.water + (isShark ? 10 - 8 * at.rise : 20 - 62 * at.rise) * at.scale, scale: at.scale,
          flipped: heading < 0, tone: t2v_tone(haze: haze.mixed(deep, 0.4), amount: 0.14),
          sprite: Int(fract(moment.turns(rate: 0.35) + hash(index, seed, 3)) * Float(SeaLife.phases))
            % SeaLife.phases,
          clip: at.water)
      }
    }
    let white = RGB(1).mixed(stage.light.haze, 0.35) * (0.5 + 0.5 * daylight.luma)
    let spray = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let at = spot(index, moment)
        let half = long * at.scale * (isShark ? 0.10 : 0.34)
        var marks = (0..<26).map { fleck -> Marks.Mark in
          let t = (Float(fleck) + hash(fleck, seed, 11)) / 26 * 2 - 1
          let shake = moment.swing(rate: 0.4 + 0.5 * hash(fleck, seed, 12), offset: hash(fleck, seed, 13))
          return Marks.Mark(
            x: at.x + t * half - (isShark ? heading * half * 0.5 : 0),
            y: at.water + (1 + 3 * shake) * at.scale,
            dx: 16 * at.scale, radius: (1.2 + 1.8 * hash(fleck, seed, 14)) * at.scale, softness: 4 * at.scale,
            colour: white, opacity: 0.34 * (0.6 + 0.4 * shake) * (1 - t * t * 0.7))
        }
        guard !isShark else { return marks }
        let blow = fract(at.turn - 0.16)
        guard blow < 0.34 else { return marks }
        marks += (0..<54).compactMap { drop -> Marks.Mark? in
          let age = (blow / 0.34 - 0.35 * hash(drop, seed, 21)) / 0.65
          guard age > 0, age < 1 else { return nil }
          let up = 1.0 - square(1 - age)
          let fan = (hash(drop, seed, 22) - 0.5) * (0.25 + age)
          return Marks.Mark(
            x: at.x + heading * long * at.scale * 0.27 + fan * 120 * at.scale - heading * age * 22 * at.scale,
            y: at.water - (44 + 210 * up * (0.55 + 0.45 * hash(drop, seed, 23)) - 60 * age * age) * at.scale,
            radius: (3 + 7 * age) * at.scale, softness: (8 + 16 * age) * at.scale, colour: white,
            opacity: 0.34 * (1 - age) * min(1, age * 8))
        }
        return marks
      }
    }
    return [body, spray]
  }

  /// Dolphins leap out of the water one after another.
  private func leaping(_ element: SceneElement) -> any SceneLayer {
    let frame = frame
    let angles = (0..<17).map { Float($0 - 8) / 8 * 0.15 }
    let sprites = SeaLife.dolphin(
      seaTone(RGB(0.32, 0.40, 0.48), .dolphin), belly: RGB(0.76, 0.8, 0.82) * daylight, turns: angles)
    let count = min(20, element.count ?? 5)
    let seed = stage.seed(0xD01)
    let heading = self.heading(of: element, seed: seed)
    let haze = stage.light.haze
    return PropLayer(sprites: sprites, anchor: 150) { moment in
      (0..<count).compactMap { index -> PropLayer.Pose? in
        let near = count == 1 ? 0.45 : mix(0.2, 0.75, hash(index, seed, 1))
        let scale = frame.unit * 1.3 * (0.5 + near) * Float(element.size)
        let water = moment.horizon + (frame.height - frame.horizon) * mix(0.08, 0.7, near)
        let rate = 0.30 * max(0.3, Float(element.speed))
        let turn = fract(moment.turns(rate: rate) + Float(index) / Float(count) * 0.8 + hash(seed))
        // Above water for a little more than half of the time.
        let leap = turn / (count == 1 ? 0.8 : 0.62)
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
        let scale = frame.unit * (0.44 + 1.05 * near) * Float(element.size)
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
}
