import CKernels
import Directing

/// What stands or floats in water.
extension LandmarkPlan {
  /// What rises from the sea or a lake.
  var inWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.iceberg) { layers.append(iceberg) }
    if stage.has(.torii) { layers.append(torii) }
    if stage.has(.lotus) { layers += lotus }
    if stage.has(.ship) { layers.append(ship) }
    return layers
  }

  private var iceberg: any SceneLayer {
    let element = stage.shot.element(.iceberg)
    let frame = frame
    let own = stage.colour(.iceberg) ?? RGB(0.86, 0.94, 1)
    // Ice takes little of a warm light: it stays white and blue.
    let light = daylight.mixed(RGB(daylight.luma), 0.62)
    let lit = own * (light + RGB(0.22)).mixed(RGB(1), 0.12 * light.luma)
    let shade = own * RGB(0.46, 0.66, 0.88) * (light + RGB(0.10))
    let glow = RGB(0.34, 0.80, 0.92) * (light + RGB(0.06))
    let seed = stage.seed(0x1CE)
    let sunward: Float = sunRight ? 1 : -1
    let sprites = (0..<3).map { number -> Sprite in
      var canvas = SpriteCanvas(width: 520, height: 330)
      let summit = 0.32 + 0.36 * hash(number, seed, 50)
      let shoulder = summit + (hash(number, seed, 51) < 0.5 ? -0.3 : 0.3)
      var outline = [P(22, 324)]
      for step in 0...96 {
        let t = Float(step) / 96
        // A summit, a shoulder, and a table between them; steep where it broke off.
        let peak = exponential(-power(abs(t - summit) * 4.6, 2))
        let second = 0.62 * exponential(-power(abs(t - shoulder) * 5.4, 2))
        let table = 0.40 * power(max(0, sine(turns: t / 2)), 0.22)
        let rough =
          0.13 * Noise.line(t * 4.5 + 9, octaves: 3, seed: seed + number * 7)
          + 0.05 * Noise.line(t * 19, octaves: 3, seed: seed + number * 7 + 3)
        let form =
          max(table, max(peak, second)) * (0.9 + rough * 2.2) * smoothstep(0, 0.05, t)
          * smoothstep(1, 0.95, t)
        outline.append(P(22 + 476 * t, 318 - 284 * clamp(form, 0, 1.04)))
      }
      outline.append(P(498, 324))
      let shift = Float(number) * 190 + Float(seed & 127)
      func relief(_ x: Float, _ y: Float) -> Float {
        SharedTiles.billow.sample(x * 0.42 + shift, y * 0.26) * 1.1
          + SharedTiles.cloud.sample(x * 0.9 + shift, y * 0.55) * 0.34
      }
      canvas.fill(outline) { x, y in
        // Snow and worn ice, lit from the side of the sun; blue in the shade, and in the cracks.
        let slope = relief(x + sunward * 9, y - 7) - relief(x, y)
        let face = sunward * (x - 22 - 476 * summit) / 476
        let light = clamp(0.6 + slope * 1.3 + face * 0.8, 0, 1)
        let crack = smoothstep(
          0.09, 0.02, abs(SharedTiles.smooth.sample(x * 0.32 + shift, y * 0.16 + Float(number) * 40)))
        let foot = smoothstep(262, 316, y)
        return shade.mixed(lit, light * light * (3 - 2 * light)).mixed(glow * 0.8, crack * 0.35)
          .mixed(glow, foot * foot * 0.55)
      }
      // The sea has worn a dark notch along the waterline.
      canvas.rectangle(22, 315, 476, 5, shade * 0.6, opacity: 0.7)
      return canvas.sprite()
    }
    let count = min(7, element?.count ?? 1)
    let haze = stage.light.haze
    let size = Float(element?.size ?? 1)
    return PropLayer(sprites: sprites, anchor: 318) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.28 : mix(0.02, 0.34, Float(index) / Float(count))
        let y = moment.horizon + (frame.height - frame.horizon) * mix(0.02, 0.4, near)
        let home =
          count == 1
          ? 0.5 + Float(element?.place ?? 0) * 0.3 : 0.12 + 0.76 * fract(Float(index) * 0.618 + hash(seed))
        let scale = frame.unit * mix(0.65, 1.8, near) * size
        return PropLayer.Pose(
          x: home * frame.width + moment.drift(speed: 3 * frame.unit) + moment.camera.turn + moment.camera
            .truck * near,
          y: y + moment.swing(rate: 0.07, offset: hash(index, seed)) * 3 * scale, scale: scale,
          tone: t2v_tone(haze: haze, amount: mix(0.3, 0.05, near)), reflection: 0.5,
          sprite: index % sprites.count)
      }.sorted { $0.y < $1.y }
    }
  }

  private var torii: any SceneLayer {
    let element = stage.shot.element(.torii)
    let frame = frame
    var canvas = SpriteCanvas(width: 420, height: 390)
    let red = tone(.torii, RGB(0.86, 0.22, 0.13))
    let dark = tone(.torii, RGB(0.16, 0.13, 0.13))
    for side in [-1, 1] as [Float] {
      canvas.fill([
        P(210 + side * 126 - 17, 384), P(210 + side * 112 - 14, 70), P(210 + side * 112 + 14, 70),
        P(210 + side * 126 + 17, 384),
      ]) { x, _ in
        red * (1 + 0.25 * sine(turns: (x - 210 - side * 120) / 120))
      }
      canvas.rectangle(210 + side * 126 - 21, 350, 42, 34, dark)
    }
    canvas.rectangle(70, 118, 280, 22, red * 0.9)
    canvas.rectangle(196, 72, 28, 48, red * 0.8)
    var (lower, upper): ([P], [P]) = ([], [])
    for step in 0...20 {
      let s = Float(step) / 10 - 1
      lower.append(P(210 + s * 194, 78 - 20 * s * s))
      upper.append(P(210 + s * 204, 36 - 26 * s * s))
    }
    canvas.fill(lower + upper.reversed(), red)
    canvas.fill(upper + upper.reversed().map { $0 - P(0, 14) }, dark)
    let sprite = canvas.sprite()
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let ground = GroundLine(stage)
    let size = Float(element?.size ?? 1)
    return PropLayer(sprites: [sprite], anchor: 384) { moment in
      let y = hasWater ? frame.horizon + (frame.height - frame.horizon) * 0.3 : ground.y(0.2)
      let spot = moment.project(
        x: frame.width * (0.5 + Float(element?.place ?? 0) * 0.3), y: y, nearness: 0.6)
      return [
        PropLayer.Pose(
          x: spot.x, y: spot.y, scale: frame.unit * 1.15 * size * spot.scale, reflection: hasWater ? 0.6 : 0)
      ]
    }
  }

  private var lotus: [any SceneLayer] {
    let element = stage.shot.element(.lotus)
    let frame = frame
    let pink = (stage.colour(.lotus) ?? RGB(0.96, 0.58, 0.72)) * (daylight + RGB(0.14))
    let green = RGB(0.20, 0.44, 0.26) * (daylight + RGB(0.06))
    var leaf = SpriteCanvas(width: 220, height: 84)
    leaf.fill(SpriteCanvas.ellipse(P(110, 42), P(104, 36))) { x, y in
      green * (0.8 + 0.35 * abs(sine(turns: arcTurns((y - 42) * 2.6, x - 110) * 7)) + (y < 34 ? 0.12 : 0))
    }
    leaf.fill([P(110, 42), P(204, 60), P(188, 74)], stage.light.deep)
    func flower(_ open: Float) -> Sprite {
      var canvas = SpriteCanvas(width: 200, height: 190)
      canvas.stroke([P(100, 120), P(104, 150), P(102, 186)], 7, 7, green * 0.8)
      for ring in 0..<3 {
        let petals = 7 - ring
        for petal in 0..<petals {
          let s = (Float(petal) / Float(petals - 1) - 0.5) * (2 - 0.5 * Float(ring)) * open
          let tip = P(100 + s * 86, 56 + abs(s) * 46 - Float(2 - ring) * 8)
          let base = P(100 + s * 10, 122)
          let mid = (tip + base) / 2
          let side = P(-(tip - base).y, (tip - base).x) * 0.2
          canvas.fill([base, mid + side, tip, mid - side]) { _, y in
            pink.mixed(RGB(1) * (daylight + RGB(0.14)), clamp((y - 50) / 90, 0, 1) * 0.7)
              * (0.84 + 0.08 * Float(ring))
          }
        }
      }
      canvas.ellipse(P(100, 112), P(12, 7), RGB(0.95, 0.82, 0.3) * daylight)
      return canvas.sprite()
    }
    let sprites = [leaf.sprite(), flower(1), flower(0.62)]
    let count = min(60, element?.count.map { $0 * 3 } ?? 36)
    let seed = stage.seed(0x107)
    @Sendable func pose(_ index: Int, _ moment: Moment, flower: Bool) -> PropLayer.Pose {
      let near = power(Float(index) / Float(count), 1.3)
      let y = moment.horizon + (frame.height - frame.horizon) * mix(0.1, 1.02, near)
      let x = frame.width * fract(Float(index) * 0.618 + 0.2 * hash(index, seed, 1))
      let scale = frame.unit * mix(0.24, 1.35, near) * Float(element?.size ?? 1)
      let sway = moment.swing(rate: 0.12, offset: hash(index, seed, 2))
      return PropLayer.Pose(
        x: x + moment.camera.turn + moment.camera.truck * near, y: y + sway * 2 * scale,
        scale: scale * (0.8 + 0.4 * hash(index, seed, 3)),
        lean: flower ? sway * 6 * scale : 0, reflection: flower ? 0.3 : 0,
        sprite: flower ? 1 + index % 2 : 0)
    }
    return [
      PropLayer(sprites: sprites, anchor: 42) { moment in (0..<count).map { pose($0, moment, flower: false) }
      },
      PropLayer(sprites: sprites, anchor: 186) { moment in
        (0..<count).filter { $0 % 3 == 1 }.map { pose($0, moment, flower: true) }
      },
    ]
  }

  private var ship: any SceneLayer {
    let element = stage.shot.element(.ship)
    let frame = frame
    let dark = tone(.ship, RGB(0.30, 0.20, 0.14))
    let cloth = tone(.ship, RGB(0.92, 0.86, 0.74))
    var canvas = SpriteCanvas(width: 460, height: 460)
    canvas.fill([
      P(30, 372), P(70, 366), P(90, 386), P(330, 388), P(370, 366), P(436, 352), P(390, 436), P(90, 440),
    ]) { _, y in
      dark * (1.15 - (y - 350) / 160)
    }
    for port in 0..<8 { canvas.rectangle(120 + Float(port) * 30, 404, 10, 9, dark * 0.4) }
    canvas.stroke(P(400, 366), P(458, 318), 6, 3, dark)
    for (mast, tall) in [(Float(130), Float(96)), (230, 24), (326, 74)] {
      canvas.stroke(P(mast, 390), P(mast, tall), 7, 3, dark)
      for sail in 0..<3 {
        let top = tall + 12 + Float(sail) * (350 - tall) / 3.4
        let high = (350 - tall) / 3.4 - 10
        let wide = 34 + Float(sail) * 11
        canvas.stroke(P(mast - wide, top), P(mast + wide, top), 3.4, 3.4, dark)
        // Full of wind.
        canvas.fill([
          P(mast - wide, top), P(mast + wide, top), P(mast + wide + 19, top + high * 0.55),
          P(mast + wide + 4, top + high),
          P(mast, top + high * 0.86), P(mast - wide + 4, top + high), P(mast - wide + 15, top + high * 0.5),
        ]) { x, _ in cloth * (0.78 + 0.3 * (x - mast + wide) / (2 * wide)) }
      }
    }
    canvas.fill([P(332, 90), P(452, 324), P(344, 340)], cloth * 0.85, opacity: 0.95)
    let sprite = canvas.sprite()
    let seed = stage.seed(0x541)
    let count = min(7, element?.count ?? 1)
    let haze = stage.light.haze
    let energy = stage.energy
    let way: Float = element?.heading == .left ? -1 : 1
    return PropLayer(sprites: [sprite], anchor: 428) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.3 : mix(0.08, 0.45, hash(index, seed, 1))
        let scale = frame.unit * mix(0.5, 1.35, near) * Float(element?.size ?? 1)
        let y = moment.horizon + (frame.height - frame.horizon) * mix(0.02, 0.45, near)
        let home = count == 1 ? 0.5 + Float(element?.place ?? 0) * 0.32 : (Float(index) + 0.5) / Float(count)
        let x =
          home * frame.width + way
          * (moment.drift(speed: 9 * frame.unit * Float(element?.speed ?? 1)) - 40 * frame.unit)
        return PropLayer.Pose(
          x: x + moment.camera.turn + moment.camera.truck * near,
          y: y + moment.swing(rate: 0.17, offset: hash(index, seed, 2)) * 6 * scale * (0.4 + energy),
          scale: scale,
          flipped: way < 0, tone: t2v_tone(haze: haze, amount: 0.24 * (1 - near)),
          lean: moment.swing(rate: 0.13, offset: hash(index, seed, 3)) * 14 * scale * (0.4 + energy),
          reflection: 0.45)
      }
    }
  }
}
