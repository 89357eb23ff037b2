import CKernels
import Directing

/// Fires: a campfire with logs and sparks, and a candle.
enum FlameLayers {
  static func campfire(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.campfire)
    let size = frame.unit * Float(element?.size ?? 1) * mix(1.15, 0.95, frame.breadth)
    let x = frame.width * (0.5 + 0.3 * Float(element?.place ?? 0))
    let y = frame.height * mix(0.88, 0.87, frame.breadth)
    var canvas = SpriteCanvas(width: 360, height: 130)
    typealias P = SIMD2<Float>
    let wood = RGB(0.10, 0.06, 0.04)
    for (from, to) in [(P(40, 104), P(300, 72)), (P(320, 106), P(70, 70)), (P(110, 112), P(250, 84))] {
      canvas.stroke(from, to, 30, 24, wood)
      canvas.stroke(from + P(0, -9), to + P(0, -8), 4, 3, RGB(0.55, 0.24, 0.08), opacity: 0.7)
    }
    for stone in 0..<9 {
      let px = 30 + Float(stone) * 37
      canvas.ellipse(P(px, 114), P(20, 12), RGB(0.13, 0.11, 0.11))
      canvas.ellipse(P(px + (px < 180 ? 5 : -5), 109), P(12, 5), RGB(0.42, 0.22, 0.12), opacity: 0.6)
    }
    let logs = PropLayer(sprites: [canvas.sprite()], anchor: 110) { moment in
      let spot = moment.project(x: x, y: y, nearness: 0.9)
      return [PropLayer.Pose(x: spot.x, y: spot.y, scale: size * spot.scale)]
    }
    let own = stage.colour(.campfire)
    return [
      flame(
        stage, x: x, y: y - 34 * size, width: 96 * size, height: 330 * size, colour: own, tongues: 60,
        glow: 620 * size, sparks: 46), logs,
    ]
  }

  static func candle(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.candle)
    let count = min(9, element?.count ?? 1)
    let size = frame.unit * Float(element?.size ?? 1) * (count > 1 ? 0.8 : 1.2) * mix(1, 0.75, frame.breadth)
    var canvas = SpriteCanvas(width: 170, height: 620)
    typealias P = SIMD2<Float>
    let wax = (stage.colour(.candle) ?? RGB(0.96, 0.88, 0.72))
    canvas.fill([P(30, 40), P(60, 30), P(110, 32), P(140, 42), P(142, 616), P(28, 616)]) { x, y in
      let round = 1 - power(abs(x - 85) / 60, 2) * 0.7
      // Light shines through the wax near the flame.
      let warm = exponential(-(y - 30) / 150)
      return (wax * (0.10 + 0.75 * warm) + RGB(1, 0.5, 0.16) * (warm * 0.42)) * round
    }
    canvas.ellipse(P(85, 38), P(54, 10), RGB(1, 0.82, 0.5))
    canvas.fill([P(42, 44), P(56, 40), P(57, 150), P(50, 160), P(44, 148)], wax * 0.62)
    canvas.stroke(P(85, 40), P(87, 6), 5, 4, RGB(0.10, 0.06, 0.05))
    let sprite = canvas.sprite(openFoot: true)
    let base = frame.height * 0.62
    @Sendable func home(_ index: Int) -> (x: Float, y: Float, scale: Float) {
      let middle = (Float(index) - Float(count - 1) / 2)
      return (
        frame.width * (0.5 + 0.3 * Float(element?.place ?? 0)) + middle * 230 * size,
        base + abs(middle) * 40 * size, size
      )
    }
    var layers: [any SceneLayer] =
      count > 1 ? [ledge(stage, top: base + 610 * size - frame.height * 0.02)] : []
    layers += [
      PropLayer(sprites: [sprite], anchor: 10) { moment in
        (0..<count).sorted { home($0).y < home($1).y }.map { index in
          let at = home(index)
          let spot = moment.project(x: at.x, y: at.y, nearness: 0.5)
          return PropLayer.Pose(x: spot.x, y: spot.y, scale: at.scale * spot.scale)
        }
      }
    ]
    for index in 0..<count {
      let at = home(index)
      layers.append(
        flame(
          stage, x: at.x, y: at.y + 8 * size, width: 46 * size, height: 150 * size, colour: nil, tongues: 26,
          glow: 760 * size, sparks: 0, salt: index))
    }
    return layers
  }

  /// What several candles stand on, in their light.
  private static func ledge(_ stage: Stage, top: Float) -> any SceneLayer {
    let frame = stage.composition
    let margin = SpriteBand.margin(frame.width)
    let (wide, tall) = (frame.width + 2 * margin, max(8, frame.height * 1.06 - top))
    var canvas = SpriteCanvas(width: Int(wide), height: Int(tall))
    let wood = RGB(0.30, 0.17, 0.10)
    let seed = stage.seed(0x1ED6)
    canvas.fill([
      SIMD2(-2, 2), SIMD2(wide + 2, 2), SIMD2(wide + 2, tall + 2), SIMD2(-2, tall + 2),
    ]) { x, y in
      let aside = (x - wide / 2) / (wide * 0.42)
      let grain = Noise.fractal(
        x / frame.width * 3, y / frame.width * 46, octaves: 3, period: 256, seed: seed)
      let light = 0.16 + 0.95 * exponential(-aside * aside * 1.3) * exponential(-y / (tall * 0.62))
      return wood * (light * (1 + 0.2 * grain)) + RGB(0.5, 0.22, 0.06) * (0.25 * light * light)
    }
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: top.rounded(), nearness: 0.5, light: RGB(1),
      haze: RGB(0), hazeTop: 0, hazeFoot: 0)
  }

  /// A flame as many soft tongues of light that rise, narrow and cool.
  static func flame(
    _ stage: Stage, x: Float, y: Float, width: Float, height: Float, colour: RGB?, tongues: Int, glow: Float,
    sparks: Int, salt: Int = 0
  ) -> any SceneLayer {
    let seed = stage.seed(0xF1A + salt)
    let calm: Float = sparks == 0 ? 0.35 : 1
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      let spot = moment.project(x: x, y: y, nearness: 0.9)
      let flicker =
        0.9 + calm * (0.07 * moment.swing(rate: 2.3) + 0.05 * moment.swing(rate: 5.1, offset: 0.3))
      marks.append(
        Marks.Mark(
          x: spot.x, y: spot.y - height * 0.3, radius: 0.5, softness: 0.5,
          colour: colour ?? RGB(1, 0.48, 0.16), opacity: 0.01, isLight: true,
          halo: glow, haloStrength: 0.62 * flicker))
      for tongue in 0..<tongues {
        let rate = calm * (0.9 + 0.9 * hash(tongue, seed, 1)) + (1 - calm) * 0.8
        let age = fract(moment.turns(rate: rate) + hash(tongue, seed, 2))
        let side = hash(tongue, seed, 3) * 2 - 1
        let reach = height * (1 - 0.55 * side * side) * (0.6 + 0.4 * hash(tongue, seed, 4)) * flicker
        let sway =
          moment.swing(rate: 0.7 + 0.5 * hash(tongue, seed, 5), offset: hash(tongue, seed, 6)) * width * 0.28
          * age * calm
          + moment.swing(rate: 0.4) * width * 0.12 * age
        let narrow = power(1 - age, 0.75)
        let hot = RGB(1, 0.86, 0.5).mixed(RGB(0.95, 0.26, 0.05), age)
        let tone = colour.map { $0.mixed(RGB(1), 0.5 * (1 - age)) } ?? hot
        marks.append(
          Marks.Mark(
            x: spot.x + side * width * 0.6 * narrow + sway, y: spot.y - reach * age,
            dy: -height * 0.12 * narrow, radius: width * 0.16 * narrow + 0.5,
            softness: width * 0.55 * narrow + 1, colour: tone,
            opacity: (sparks == 0 ? 0.26 : 0.17) * min(1, age * 7) * narrow, isLight: true))
      }
      for spark in 0..<sparks {
        let age = fract(moment.turns(rate: 0.22 + 0.2 * hash(spark, seed, 11)) + hash(spark, seed, 12))
        let drift =
          moment.swing(rate: 0.3 + 0.3 * hash(spark, seed, 13), offset: hash(spark, seed, 14)) * width * 1.4
          * age
        marks.append(
          Marks.Mark(
            x: spot.x + (hash(spark, seed, 15) - 0.5) * width * (1 + age) + drift,
            y: spot.y - height * (0.5 + 2.6 * age), radius: 0.012 * width + 0.5,
            softness: 2, colour: RGB(1, 0.62, 0.22), opacity: power(1 - age, 1.5), isLight: true,
            halo: width * 0.14, haloStrength: 0.3 * (1 - age)))
      }
      return marks
    }
  }
}
