import CKernels
import Directing

/// Cars and lorries on a road to the vanishing point.
///
/// One goes ahead of the camera. Of several, half drive away on the one side, and half come on the other; each drives
/// out of the foot of the picture or out of the distance, so that none is seen to come from nowhere.
extension VehiclePlan {
  private typealias P = SIMD2<Float>

  /// Where a vehicle is on the road.
  private struct Spot {
    var x: Float
    var y: Float
    /// 0 at the horizon, 1 at the foot of the picture.
    var near: Float
    var isComing: Bool
  }

  /// What drives on a road to the vanishing point.
  var traffic: [any SceneLayer] {
    (stage.has(.truck) ? vehicles(.truck, most: 6, wide: 1.9, sprites: trucks, anchor: 396, lamps: nil) : [])
      + (stage.has(.car)
        ? vehicles(.car, most: 16, wide: 1.75, sprites: cars, anchor: 226, lamps: (side: 106, up: 82)) : [])
  }

  private func vehicles(
    _ kind: SceneElement.Kind, most: Int, wide: Float, sprites: [Sprite], anchor: Float,
    lamps: (side: Float, up: Float)?
  ) -> [any SceneLayer] {
    let element = stage.shot.element(kind)
    let count = min(most, element?.count ?? 1)
    let seed = stage.seed(0xCA2 + kind.hashSeed)
    let speed = Float(element?.speed ?? 1)
    let frame = stage.composition
    let size = frame.unit * wide * Float(element?.size ?? 1) * (count > 2 ? 0.8 : 1)
    let looks = sprites.count / 2
    // Where people walk, the camera stands, and no car stays before it.
    let isFlow = count > 3 || stage.shot.elements.contains { FigurePlan.isAlongRoad($0, in: stage) }
    @Sendable func spot(_ index: Int, _ moment: Moment) -> Spot {
      func at(_ near: Float, lane: Float, isComing: Bool) -> Spot {
        Spot(
          x: frame.width / 2 + moment.camera.turn + lane * near * frame.width * RoadLayer.spread(frame),
          y: moment.horizon + near * (frame.height - frame.horizon), near: near, isComing: isComing)
      }
      // Of two or three the first stays ahead, and the others come.
      guard index > 0 || isFlow else {
        let lead = 0.42 + 0.05 * moment.swing(rate: 0.07)
        return at(mix(0.05, 0.75, power(lead, 1.8)), lane: 0.30, isComing: false)
      }
      let isComing = !isFlow || index % 2 == 1
      let lane = Float(!isFlow ? count - 1 : (count + (isComing ? 0 : 1)) / 2)
      let rate = (isComing ? 0.16 : 0.055) * speed
      // In a loop each comes to where another of its lane was.
      let run =
        moment.loops
        ? max(speed == 0 ? 0 : 1, (rate * moment.duration * lane).rounded()) / lane * moment.progress
        : moment.time * rate
      let jitter = moment.loops ? 0 : (hash(index, seed, 1) - 0.5) * 0.5
      let way = fract((Float(index / 2) + (isFlow && count < 4 ? 0.3 : 0.72) + jitter) / lane + run)
      return at(
        0.012 + 1.5 * power(isComing ? way : 1 - way, 2.3), lane: isComing ? -0.30 : 0.30, isComing: isComing)
    }
    var layers: [any SceneLayer] = [
      PropLayer(sprites: sprites, anchor: anchor) { moment in
        (0..<count).map { index in
          let at = spot(index, moment)
          return (at, index)
        }.sorted { $0.0.near < $1.0.near }.map { at, index in
          PropLayer.Pose(
            x: at.x, y: at.y + moment.swing(rate: 1.7, offset: hash(index, seed, 2)) * at.near * size,
            scale: at.near * size,
            sprite: (at.isComing ? looks : 0)
              + (moment.loops ? 0 : (index / 2 + index % 2 * 3 + Int(hash(seed, 3) * Float(looks))) % looks))
        }
      }
    ]
    guard let lamps else { return layers }
    let glow = max(0.25, stage.light.lamps)
    layers.append(
      MarkLayer(height: stage.canvas.height) { moment in
        (0..<count).flatMap { index -> [Marks.Mark] in
          let at = spot(index, moment)
          let scale = at.near * size
          guard scale < 2.6 else { return [] }
          return [-lamps.side, lamps.side].map { side in
            Marks.Mark(
              x: at.x + side * scale, y: at.y - lamps.up * scale, radius: 8 * scale, softness: 10 * scale + 1,
              colour: at.isComing ? RGB(1, 0.95, 0.82) : RGB(1, 0.16, 0.1),
              opacity: (at.isComing ? 0.8 : 0.5) * glow, isLight: true,
              halo: min(0.4 * frame.width, (at.isComing ? 170 : 120) * scale), haloStrength: 0.6 * glow)
          }
        }
      })
    return layers
  }

  var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

  /// Lorries from behind, then from the front.
  private var trucks: [Sprite] {
    let paint = (stage.colour(.truck) ?? RGB(0.85, 0.86, 0.88)) * (daylight + RGB(0.08))
    let dark = RGB(0.05)
    return [false, true].map { isFront in
      var canvas = SpriteCanvas(width: 340, height: 420)
      canvas.ellipse(P(170, 400), P(150, 16), RGB(0), opacity: 0.5)
      for x in [42, 92, 208, 258] as [Float] { canvas.rectangle(x, 340, 40, 60, dark) }
      canvas.fill([P(36, 24), P(304, 24), P(308, 352), P(32, 352)]) { x, y in
        paint * (1.06 - (y - 24) / 700) * (0.94 + 0.1 * (x - 170) / 140)
      }
      if isFront {
        canvas.fill([P(60, 120), P(280, 120), P(288, 226), P(52, 226)]) { _, y in
          stage.light.sky.colour(at: 0.3).mixed(dark, 0.45 + (y - 120) / 240)
        }
        canvas.rectangle(80, 262, 180, 50, dark)
        canvas.rectangle(30, 350, 280, 20, dark)
        for x in [44, 252] as [Float] { canvas.rectangle(x, 318, 46, 24, RGB(1, 0.97, 0.88)) }
      } else {
        canvas.rectangle(168, 34, 4, 306, paint * 0.55)
        for bar in [120, 150, 190, 220] as [Float] { canvas.rectangle(bar, 44, 4, 286, paint * 0.7) }
        canvas.rectangle(30, 350, 280, 20, dark)
        for x in [40, 256] as [Float] { canvas.rectangle(x, 352, 44, 15, RGB(0.95, 0.1, 0.07)) }
      }
      return canvas.sprite()
    }
  }

  /// Cars of some colours from behind, then as many from the front.
  private var cars: [Sprite] {
    let isOne = (stage.shot.element(.car)?.count ?? 1) == 1
    let own = stage.colours(.car)
    let colours =
      !own.isEmpty
      ? own
      : isOne
        ? [RGB(0.75, 0.15, 0.14)]
        : [
          RGB(0.82, 0.84, 0.87), RGB(0.16, 0.24, 0.40), RGB(0.75, 0.15, 0.14), RGB(0.12, 0.12, 0.13),
          RGB(0.48, 0.50, 0.52),
        ]
    return [false, true].flatMap { isFront in
      colours.map { car($0 * (daylight + RGB(0.1)), isFront: isFront) }
    }
  }

  private func car(_ paint: RGB, isFront: Bool) -> Sprite {
    var canvas = SpriteCanvas(width: 340, height: 250)
    let dark = RGB(0.05)
    canvas.ellipse(P(170, 226), P(150, 16), RGB(0), opacity: 0.5)
    canvas.rectangle(44, 190, 44, 40, dark)
    canvas.rectangle(252, 190, 44, 40, dark)
    canvas.fill([
      P(30, 130), P(46, 104), P(294, 104), P(310, 130), P(314, 200), P(300, 214), P(40, 214), P(26, 200),
    ]) { _, y in
      paint * (1.12 - (y - 100) / 190)
    }
    canvas.fill([P(66, 106), P(96, 38), P(118, 26), P(222, 26), P(244, 38), P(274, 106)], paint * 0.85)
    canvas.fill([P(84, 100), P(106, 46), P(234, 46), P(256, 100)]) { _, y in
      stage.light.sky.colour(at: 0.3).mixed(dark, 0.45 + (y - 46) / 120)
    }
    if isFront {
      canvas.rectangle(104, 140, 132, 34, dark)
      for bar in [148, 160] as [Float] { canvas.rectangle(108, bar, 124, 3, RGB(0.4)) }
      for x in [62, 278] as [Float] { canvas.ellipse(P(x, 146), P(28, 16), RGB(1, 0.97, 0.88)) }
    } else {
      canvas.rectangle(36, 134, 56, 22, RGB(0.9, 0.08, 0.06))
      canvas.rectangle(248, 134, 56, 22, RGB(0.9, 0.08, 0.06))
    }
    canvas.rectangle(128, isFront ? 182 : 160, 84, 22, RGB(0.85))
    canvas.rectangle(40, 190, 260, 12, isFront ? paint * 0.5 : dark)
    return canvas.sprite()
  }
}
