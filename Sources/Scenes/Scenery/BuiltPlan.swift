import CKernels
import Directing

/// Single built things and the land they stand on: island, lighthouse, bridge, house; and the banks of a river.
struct BuiltPlan {
  let stage: Stage
  typealias P = SIMD2<Float>

  var dark: RGB { stage.light.near.mixed(RGB(0.3) * stage.light.ambient, 0.35) }
  var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

  /// A band of silhouettes drawn by `draw` on a canvas as wide as the picture; `foot` is the line it stands on.
  func band(
    foot: Float, above: Float, below: Float = 2, nearness: Float, haze: Float, hazeFoot: Float? = nil,
    _ draw: (inout SpriteCanvas, _ width: Float, _ base: Float) -> Void
  ) -> SpriteBand {
    let margin = SpriteBand.margin(stage.width)
    let width = Int(stage.width + margin * 2)
    var canvas = SpriteCanvas(width: width, height: max(8, Int(above + below)))
    draw(&canvas, Float(width), above)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (foot - above).rounded(), nearness: nearness,
      light: RGB(1),
      haze: stage.light.haze, hazeTop: haze, hazeFoot: hazeFoot ?? haze)
  }

  var island: [any SceneLayer] {
    let element = stage.shot.element(.island)
    let frame = stage.composition
    let size = Float(element?.size ?? 1)
    let place = 0.5 + 0.3 * Float((element?.place ?? 0) == 0 ? 0.5 : element?.place ?? 0)
    let reach = frame.width * 0.3 * size
    let tall = reach * 0.42
    let seed = stage.seed(0x151)
    let green = (stage.colour(.island) ?? RGB(0.24, 0.36, 0.18)) * daylight
    let tone = green.mixed(stage.light.near, 0.45)
    let sand = RGB(0.9, 0.78, 0.56) * daylight
    return [
      band(foot: frame.horizon + 2, above: tall + 190 * frame.unit, nearness: 0.25, haze: 0.16, hazeFoot: 0.3)
      { canvas, width, base in
        let middle = width * place
        var ridge: [P] = []
        for step in 0...60 {
          let t = Float(step) / 30 - 1
          let form = power(max(0, 1 - t * t), 1.1)
          let noise = 0.75 + 0.5 * Noise.line(t * 2.2 + 9, octaves: 4, seed: seed)
          ridge.append(P(middle + t * reach, base - tall * form * noise))
        }
        canvas.fill([P(middle - reach * 1.1, base + 3)] + ridge + [P(middle + reach * 1.1, base + 3)]) {
          x, y in
          tone * (0.85 + 0.4 * SharedTiles.cloud.sample(x * 0.9, y * 1.4))
        }
        canvas.fill(
          [
            P(middle - reach * 1.16, base + 3), P(middle - reach * 0.8, base - 6 * frame.unit),
            P(middle + reach * 0.8, base - 5 * frame.unit), P(middle + reach * 1.16, base + 3),
          ], sand)
        for palm in 0..<5 {
          let x = middle + (hash(palm, seed, 1) * 1.5 - 0.75) * reach
          let foot = P(x, base - 3 * frame.unit)
          let top = foot + P((hash(palm, seed, 2) - 0.5) * 50, -(70 + 80 * hash(palm, seed, 3))) * frame.unit
          canvas.stroke(foot, top, 6 * frame.unit, 3.4 * frame.unit, dark)
          for frond in 0..<9 {
            let angle = Float(frond) / 9 + 0.03
            let tip = top + P(cosine(turns: angle) * 44, sine(turns: angle) * 22 + 14) * frame.unit
            let bow = (top + tip) * 0.5 - P(0, 13 * frame.unit)
            canvas.stroke([top, bow, tip], 6 * frame.unit, 1, dark)
          }
        }
      }
    ]
  }

  var lighthouse: [any SceneLayer] {
    let element = stage.shot.element(.lighthouse)
    let frame = stage.composition
    let size = Float(element?.size ?? 1)
    let place: Float =
      (element?.place ?? 0) == 0
      ? (hash(stage.seed(0x117)) < 0.5 ? 0.26 : 0.74) : 0.5 + 0.32 * Float(element?.place ?? 0)
    let tall = 430 * frame.unit * size
    let margin = SpriteBand.margin(frame.width)
    let foot = frame.horizon + 4
    let lampY = tall * 0.9 + 110 * frame.unit * size
    let light = daylight
    let stripe = (stage.colour(.lighthouse) ?? RGB(0.78, 0.2, 0.16)) * light
    let white = RGB(0.93, 0.92, 0.88) * light
    let u = frame.unit * size
    let tower = band(foot: foot, above: tall + 200 * u, nearness: 0.35, haze: 0.06) { canvas, width, base in
      let x = place * frame.width + margin
      let outward: Float = place > 0.5 ? 1 : -1
      var rock: [P] = []
      for step in 0...40 {
        let t = Float(step) / 40
        let px = x - outward * 190 * u + outward * t * (frame.width * 0.5 + 190 * u)
        let form = smoothstep(0, 0.25, t) * (1 + 0.2 * t)
        rock.append(
          P(px, base - 110 * u * form * (0.85 + 0.4 * Noise.line(t * 6, octaves: 4, seed: stage.seed(5)))))
      }
      canvas.fill([P(rock[0].x, base + 3)] + rock + [P(rock[40].x, base + 3)]) { px, py in
        dark * (0.8 + 0.5 * SharedTiles.cloud.sample(px * 1.1, py * 2))
      }
      let bottom = base - 96 * u
      // The side away from the light is dark.
      let fromLight: Float = (frame.source?.x ?? 0) > x - margin ? -1 : 1
      for part in 0..<6 {
        let t0 = Float(part) / 6
        let t1 = Float(part + 1) / 6
        let w0 = mix(44, 27, t0) * u
        let w1 = mix(44, 27, t1) * u
        let y0 = bottom - tall * 0.86 * t0
        let y1 = bottom - tall * 0.86 * t1
        let colour = part % 2 == 0 ? white : stripe
        canvas.fill([P(x - w0, y0), P(x + w0, y0), P(x + w1, y1), P(x - w1, y1)]) { px, _ in
          let side: Float = (px - x) / w0 * fromLight + 0.3
          return colour * (1.05 - 0.55 * clamp(side, 0, 1))
        }
      }
      let top = bottom - tall * 0.86
      canvas.rectangle(x - 38 * u, top - 8 * u, 76 * u, 9 * u, dark)
      canvas.rectangle(
        x - 20 * u, top - 48 * u, 40 * u, 42 * u, RGB(1, 0.9, 0.6).mixed(white, 1 - stage.light.lamps))
      for bar in 0..<4 {
        canvas.rectangle(x - 20 * u + Float(bar) * 13 * u, top - 48 * u, 1.6 * u, 42 * u, dark)
      }
      canvas.fill(
        [P(x - 26 * u, top - 46 * u), P(x, top - 78 * u), P(x + 26 * u, top - 46 * u)], stripe * 0.8)
    }
    guard stage.light.lamps > 0.2 || stage.has(.fog) else { return [tower] }
    let beam = BeamLayer(
      stage: stage, x: place * frame.width, y: foot - lampY - 12 * u, speed: Float(element?.speed ?? 1))
    return [tower, SoftGroup(layers: [beam], isOpaque: false)]
  }

  var house: [any SceneLayer] {
    let element = stage.shot.element(.house)
    let frame = stage.composition
    let size = Float(element?.size ?? 1)
    let u = frame.unit
    var canvas = SpriteCanvas(width: 460, height: 390)
    let snowy = stage.has(.snow)
    // Ground of its own, or it would float before the hills.
    let grass =
      (snowy
        ? RGB(0.86, 0.90, 0.96)
        : stage.hasAny(.dunes, .beach, .canyon) ? RGB(0.86, 0.66, 0.42) : RGB(0.33, 0.46, 0.22))
      * (stage.light.ambient * 0.75 + stage.light.key * 0.3)
    let bank = SpriteCanvas.spline([
      P(4, 352), P(40, 318), P(120, 300), P(230, 292), P(330, 298), P(410, 316), P(456, 352), P(430, 386),
      P(30, 386), P(4, 352),
    ])
    let isOnHill = stage.has(.hills) && !stage.hasAny(.city, .road, .beach, .dunes) && !Shore.isNeeded(stage)
    if !isOnHill {
      canvas.fill(bank) { _, y in grass * (1.05 - 0.3 * clamp((y - 292) / 90, 0, 1)) }
      canvas.fade { x, y in
        smoothstep(388, 330, y) * smoothstep(2, 90, x) * smoothstep(458, 370, x)
      }
    }
    canvas.ellipse(P(222, 300), P(172, 9), RGB(0), opacity: 0.3)
    let wall = (stage.colour(.house) ?? RGB(0.86, 0.78, 0.66)) * daylight
    let roof = RGB(0.46, 0.22, 0.17) * daylight
    let sunRight = (frame.source?.x ?? 0) > frame.width / 2
    let lamp = RGB(1, 0.80, 0.45)
    canvas.fill([P(60, 160), P(250, 160), P(250, 300), P(60, 300)], wall * (sunRight ? 0.7 : 1))
    canvas.fill(
      [P(250, 160), P(305, 92), P(360, 160), P(360, 300), P(250, 300)], wall * (sunRight ? 1 : 0.7))
    canvas.fill(
      [P(44, 166), P(98, 84), P(308, 84), P(252, 166)], snowy ? RGB(0.92, 0.95, 1) * daylight : roof)
    canvas.fill(
      [P(298, 84), P(312, 84), P(374, 166), P(360, 168)],
      (snowy ? RGB(0.8, 0.86, 0.95) * daylight : roof) * 0.8)
    canvas.rectangle(130, 42, 26, 60, roof * 0.7)
    let glass = lamp.mixed(stage.light.sky.colour(at: 0.4), 1 - max(0.35, stage.light.lamps))
    for x in [84, 196] as [Float] {
      canvas.rectangle(x - 3, 197, 44, 50, RGB(0.95) * daylight)
      canvas.rectangle(x, 200, 38, 44, glass)
      canvas.rectangle(x + 17, 200, 3, 44, RGB(0.9) * daylight)
      canvas.rectangle(x, 220, 38, 3, RGB(0.9) * daylight)
    }
    canvas.rectangle(142, 214, 36, 86, RGB(0.36, 0.2, 0.14) * daylight)
    canvas.rectangle(287, 196, 36, 44, glass)
    let sprite = canvas.sprite()
    let x =
      frame.width
      * (0.5 + 0.3
        * Float(
          (element?.place ?? 0) == 0 ? (hash(stage.seed(0x40)) < 0.5 ? -0.4 : 0.4) : element?.place ?? 0))
    let y = Shore.isNeeded(stage) ? frame.height * 0.925 : frame.height * 0.785
    let scale = u * size * 1.15
    let prop = PropLayer(sprites: [sprite], anchor: 298) { moment in
      let spot = moment.project(x: x, y: y, nearness: 0.75)
      return [PropLayer.Pose(x: spot.x + 20 * scale * spot.scale, y: spot.y, scale: scale * spot.scale)]
    }
    let seed = stage.seed(0x41)
    let smokeTone = stage.light.haze.mixed(RGB(0.9), 0.25)
    let glow = stage.light.lamps
    let smoke = MarkLayer(height: stage.canvas.height) { moment in
      let spot = moment.project(x: x - 67 * scale, y: y - 258 * scale, nearness: 0.75)
      var marks = (0..<26).map { puff in
        let age = fract(moment.turns(rate: 0.09) + Float(puff) / 26)
        let drift =
          (age * age * 150 + 16 * moment.swing(rate: 0.2, offset: age)) * scale * (0.4 + stage.energy)
        return Marks.Mark(
          x: spot.x + drift + (hash(puff, seed) - 0.5) * 18 * scale * age, y: spot.y - 240 * scale * age,
          radius: (3 + 16 * age) * scale,
          softness: (10 + 46 * age) * scale, colour: smokeTone, opacity: 0.2 * (1 - age) * min(1, age * 12))
      }
      if glow > 0.2 {
        for window in [-107, 5, 95] as [Float] {
          let at = moment.project(x: x + window * scale, y: y - 76 * scale, nearness: 0.75)
          marks.append(
            Marks.Mark(
              x: at.x, y: at.y, radius: 1, softness: 1, colour: lamp, opacity: 0.01, isLight: true,
              halo: 120 * scale, haloStrength: 0.34 * glow))
        }
      }
      return marks
    }
    return (isOnHill ? [hill(under: x, crest: y - 6 * scale, tone: grass)] : []) + [smoke, prop]
  }

  /// The hill that a house stands on, from one side of the picture to the other.
  private func hill(under x: Float, crest: Float, tone: RGB) -> any SceneLayer {
    let frame = stage.composition
    let fall = frame.height * 0.10
    let seed = stage.seed(0x42)
    let margin = SpriteBand.margin(frame.width)
    let low = tone.mixed(stage.light.near, 0.6)
    return band(
      foot: frame.height * 1.06, above: frame.height * 1.06 - crest, below: 0, nearness: 0.75,
      haze: stage.has(.fog) ? 0.3 : 0.08, hazeFoot: 0
    ) { canvas, width, base in
      var ridge: [P] = []
      for step in 0...60 {
        let px = width * Float(step) / 60
        let off = (px - margin - x) / frame.width
        // Level below the house, then falling to both sides.
        let down = 1 - exponential(-square(max(0, abs(off) - 0.12)) * 7)
        let rough = 0.06 * Noise.line(off * 5 + 3, octaves: 3, seed: seed) * smoothstep(0.1, 0.3, abs(off))
        ridge.append(P(px, fall * (down + rough) + 2))
      }
      canvas.fill([P(0, base)] + ridge + [P(width, base)]) { px, py in
        let depth = clamp(py / base, 0, 1)
        return tone.mixed(low, smoothstep(0, 1, depth))
          * (0.86 + 0.28 * SharedTiles.cloud.sample(px * 0.7, py * 1.5))
      }
    }
  }
}
