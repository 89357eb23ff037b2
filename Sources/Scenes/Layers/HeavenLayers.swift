import CKernels
import Directing

/// Comets, meteors, star trails, galaxies, black holes and whirlwinds.
struct HeavenLayers {
  let stage: Stage

  private var frame: Composition { stage.composition }

  /// Behind land and clouds.
  var layers: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.galaxy) { layers.append(galaxy) }
    if stage.has(.blackHole) { layers += blackHole }
    if stage.has(.starTrails) { layers.append(trails) }
    if stage.has(.comet) { layers.append(comet) }
    if stage.has(.meteors) { layers.append(meteors) }
    return layers
  }

  private var comet: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.comet)
    let colour = stage.colour(.comet) ?? RGB(0.62, 0.84, 1)
    let size = Float(element?.size ?? 1)
    let heading: Float = element?.heading == .right ? 1 : -1
    return MarkLayer(height: stage.canvas.height) { moment in
      let x =
        frame.width * (0.5 - heading * 0.12 + Float(element?.place ?? 0) * 0.3) + heading
        * moment.drift(speed: 9 * frame.unit) + moment.camera.turn
      let y = frame.height * 0.34 + moment.drift(speed: 3 * frame.unit) + moment.camera.tilt
      var marks: [Marks.Mark] = []
      for tail in 0..<2 {
        let way = SIMD2<Float>(-heading * 0.86, tail == 0 ? -0.5 : -0.66)
        for part in 0..<26 {
          let far = Float(part) * 27 * frame.unit * size
          let next = Float(part + 1) * 27 * frame.unit * size
          let t = Float(part) / 26
          let bend = tail == 0 ? 0 : far * far * 0.0004 / frame.unit
          marks.append(
            Marks.Mark(
              x: x + way.x * far, y: y + way.y * far - bend, dx: way.x * (next - far),
              dy: way.y * (next - far),
              radius: (4 + 30 * t) * frame.unit * size, softness: (9 + 70 * t) * frame.unit * size,
              colour: tail == 0 ? colour : RGB(1, 0.9, 0.72), opacity: 0.30 * power(1 - t, 1.7), isLight: true
            ))
        }
      }
      marks.append(
        Marks.Mark(
          x: x, y: y, radius: 6 * frame.unit * size, softness: 8 * frame.unit, colour: RGB(1), opacity: 1,
          isLight: true,
          halo: 150 * frame.unit * size, haloStrength: 0.9))
      return marks
    }
  }

  private var meteors: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.meteors)
    let count = min(120, element?.count ?? 22)
    let seed = stage.seed(0x3E7)
    let colour = stage.colour(.meteors) ?? RGB(0.9, 0.95, 1)
    let speed = Float(element?.speed ?? 1)
    let floor = frame.horizon
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        // Each falls once in its own few seconds.
        let phase = fract(
          moment.turns(rate: (0.16 + 0.16 * hash(index, seed, 1)) * speed)
            + (index == 0 ? 0.12 : hash(index, seed, 2)))
        let t = phase / 0.34
        guard t < 1 else { return [] }
        let way = SIMD2<Float>(-0.72 + 0.12 * (hash(index, seed, 3) - 0.5), 0.62)
        let long = frame.width * (0.5 + 0.4 * hash(index, seed, 4))
        let start = SIMD2(
          frame.width * (0.25 + 1.0 * hash(index, seed, 5)), floor * (0.6 * hash(index, seed, 6)))
        let head = start + way * long * t
        let tail = min(t, 0.42) * long
        let glow = sine(turns: min(1, t) / 2)
        return (0..<7).map { part in
          let share = Float(part) / 7
          let from = head - way * tail * share
          return Marks.Mark(
            x: from.x + moment.camera.turn, y: from.y + moment.camera.tilt, dx: -way.x * tail / 7,
            dy: -way.y * tail / 7,
            radius: (3.6 * (1 - share) + 0.5) * frame.unit, softness: 1.6 * frame.unit + 0.4, colour: colour,
            opacity: glow * power(1 - share, 1.5), isLight: true, halo: part == 0 ? 90 * frame.unit : 0,
            haloStrength: 0.5 * glow)
        }
      }
    }
  }

  private var trails: any SceneLayer {
    let frame = frame
    let seed = stage.seed(0x72A)
    let centre = SIMD2(
      frame.width * (0.5 + Float(stage.shot.element(.starTrails)?.place ?? 0) * 0.3), frame.horizon * 0.52)
    let reach = (frame.width * frame.width + frame.height * frame.height).squareRoot() * 0.75
    let loops = stage.shot.loops
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      // The longer the shutter is open, the longer the arcs.
      let open = loops ? 0.13 : 0.035 + 0.14 * clamp(moment.progress, 0, 1)
      let turned = loops ? moment.progress : moment.time * 0.004
      for star in 0..<170 {
        let radius = reach * power((Float(star) + 0.5) / 170, 0.8)
        let start = hash(star, seed, 1) + (loops ? turned : 0)
        let bright = 0.25 + 0.75 * power(hash(star, seed, 2), 2)
        let warm = hash(star, seed, 3)
        let colour = warm < 0.3 ? RGB(1, 0.84, 0.66) : warm < 0.6 ? RGB(0.72, 0.84, 1) : RGB(0.95, 0.96, 1)
        let steps = max(3, min(16, Int(radius * open * 6.3 / (40 * frame.unit))))
        for step in 0..<steps {
          let (a, b) = (
            start + open * Float(step) / Float(steps), start + open * Float(step + 1) / Float(steps)
          )
          let from = centre + SIMD2(cosine(turns: a), sine(turns: a)) * radius
          let to = centre + SIMD2(cosine(turns: b), sine(turns: b)) * radius
          guard max(from.y, to.y) < frame.height, max(from.x, to.x) > 0, min(from.x, to.x) < frame.width
          else { continue }
          marks.append(
            Marks.Mark(
              x: from.x + moment.camera.turn, y: from.y + moment.camera.tilt, dx: to.x - from.x,
              dy: to.y - from.y,
              radius: (0.5 + 0.9 * bright) * frame.unit, softness: 1, colour: colour, opacity: bright,
              isLight: false))
        }
      }
      return marks
    }
  }

  /// A square picture by a formula: colour and coverage of a pixel, whose place is also given from -1 to 1.
  private func disc(
    _ side: Int, _ paint: (_ column: Int, _ row: Int, _ x: Float, _ y: Float) -> (RGB, Float)?
  ) -> Sprite {
    var canvas = SpriteCanvas(width: side, height: side)
    for row in 1..<(side - 1) {
      for column in 1..<(side - 1) {
        let place = (Float(column) / Float(side) * 2 - 1, Float(row) / Float(side) * 2 - 1)
        guard let (colour, alpha) = paint(column, row, place.0, place.1) else { continue }
        canvas.set(column, row, colour, alpha)
      }
    }
    return canvas.sprite()
  }

  private var galaxy: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.galaxy)
    let own = stage.colour(.galaxy)
    let seed = stage.seed(0x6A1)
    let side = 640
    let sprite = disc(side) { column, row, px, py in
      // Seen aslant: the disc is an ellipse, turned.
      let x = px * 0.86 + py * 0.5
      let y = (-px * 0.5 + py * 0.86) * 1.9
      let r = (x * x + y * y).squareRoot()
      guard r < 1.05 else { return nil }
      let turn = arcTurns(y, x)
      let wind = turn * 2 + logarithm(r + 0.02) * 0.85
      let grain = SharedTiles.cloud.sample(px * 260 + 300, py * 260 + Float(seed & 255))
      let arm = power(0.5 + 0.5 * sine(turns: wind + grain * 0.09), 2.2)
      let disc = exponential(-r * 2.6) * smoothstep(1.02, 0.55, r)
      let core = exponential(-r * r * 46)
      let dust = clamp(
        1 - 0.8 * power(0.5 + 0.5 * sine(turns: wind + 0.16 + grain * 0.1), 4) * smoothstep(0.06, 0.24, r),
        0, 1)
      let light =
        disc * (0.22 + 1.5 * arm * (0.75 + 0.6 * grain)) * dust + core * 1.5 + exponential(-r * 7) * 0.5
      let warm = RGB(1, 0.86, 0.64)
      let cool = own ?? RGB(0.50, 0.64, 1)
      var colour = warm.mixed(cool, smoothstep(0.04, 0.42, r))
      if arm > 0.6, hash(column / 3, row / 3, seed) > 0.975 { colour = RGB(1, 0.5, 0.66) * 1.3 }
      return (colour, clamp(light, 0, 1))
    }
    return PropLayer(sprites: [sprite], anchor: Float(side) / 2) { moment in
      let scale = frame.unit * 1.95 * Float(element?.size ?? 1) * (1 + 0.06 * moment.eased)
      return [
        PropLayer.Pose(
          x: frame.width * (0.5 + Float(element?.place ?? 0) * 0.3) + moment.camera.turn,
          y: frame.height * 0.42 + moment.camera.tilt,
          scale: scale, tone: t2v_tone(light: RGB(1.15)))
      ]
    }
  }

  private var blackHole: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.blackHole)
    let own = stage.colour(.blackHole) ?? RGB(1, 0.58, 0.20)
    let side = 720
    let sprite = disc(side) { _, _, px, py in
      let x = px * 0.97 + py * 0.22
      let y = -px * 0.22 + py * 0.97
      let r = (x * x + y * y).squareRoot()
      // The disc in front and behind, its light bent over the hole, and the ring of light around it.
      let flat = (x * x + y * y * 34).squareRoot()
      let streak = 0.72 + 0.4 * SharedTiles.cloud.sample(flat * 420, arcTurns(y * 5.8, x) * 90 + 300)
      let disc =
        smoothstep(0.30, 0.36, flat) * exponential(-max(0, flat - 0.34) * 4.4) * smoothstep(1, 0.8, flat)
      let inFront = y > 0 || r > 0.27
      let bent = exponential(-power((r - 0.315) / 0.055, 2)) * (0.55 + 0.45 * smoothstep(0.4, -0.3, y))
      let ring = exponential(-power((r - 0.245) / 0.010, 2)) * 1.2
      // What comes toward us is brighter.
      let beaming = 1 + 0.65 * clamp(-x * 1.8, -0.8, 1)
      var light = (disc * (inFront ? 1 : 0) * 1.05 + bent * 0.95) * streak * beaming + ring
      let hole = smoothstep(0.245, 0.235, r) * (y > 0.02 && disc > 0.05 ? 0 : 1)
      light *= 1 - hole
      let colour = own.mixed(RGB(1, 0.96, 0.86), clamp((light - 0.62) * 1.1, 0, 0.85))
      let alpha = clamp(light, 0, 1)
      return hole > alpha ? (RGB(0), hole) : (colour, alpha)
    }
    let place = Float(element?.place ?? 0)
    let size = Float(element?.size ?? 1)
    let hole = PropLayer(sprites: [sprite], anchor: Float(side) / 2) { moment in
      [
        PropLayer.Pose(
          x: frame.width * (0.5 + place * 0.3) + moment.camera.turn,
          y: frame.height * 0.42 + moment.camera.tilt,
          scale: frame.unit * 1.7 * size * (1 + 0.07 * moment.eased),
          tone: t2v_tone(light: RGB(1.1 + 0.05 * moment.swing(rate: 0.2))))
      ]
    }
    let seed = stage.seed(0xB1AC)
    let sparks = MarkLayer(height: stage.canvas.height) { moment in
      (0..<70).map { index in
        let radius = (0.36 + 0.5 * hash(index, seed, 1)) * 612 * frame.unit * size
        let turn = hash(index, seed, 2) - moment.turns(rate: 0.05 + 0.05 * hash(index, seed, 3))
        let x = cosine(turns: turn) * radius
        let y = sine(turns: turn) * radius * 0.17
        // Behind the hole nothing is seen.
        let isHidden = y < 0 && (x * x + y * y).squareRoot() < 0.26 * 612 * frame.unit * size
        return Marks.Mark(
          x: frame.width * (0.5 + place * 0.3) + x * 0.97 - y * 0.22 + moment.camera.turn,
          y: frame.height * 0.42 + x * 0.22 + y * 0.97 + moment.camera.tilt, radius: 1.3 * frame.unit,
          softness: 2 * frame.unit,
          colour: own.mixed(RGB(1), 0.5), opacity: isHidden ? 0 : 0.8, isLight: true,
          halo: 16 * frame.unit, haloStrength: 0.4)
      }
    }
    return [hole, sparks]
  }

  /// A whirlwind that reaches from the clouds to the ground.
  var tornado: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.tornado)
    let seed = stage.seed(0x702A)
    let dark =
      (stage.colour(.tornado) ?? RGB(0.34, 0.33, 0.36)) * (stage.light.ambient * 0.7 + stage.light.key * 0.2)
    let light = dark.mixed(stage.light.haze, 0.45)
    let foot = GroundLine(stage).y(0) - frame.height * 0.10
    let size = Float(element?.size ?? 1)
    return MarkLayer(height: stage.canvas.height) { moment in
      let way = moment.drift(speed: 12 * frame.unit)
      let home = frame.width * (0.5 + Float(element?.place ?? 0) * 0.3) + way * 0.6
      var marks: [Marks.Mark] = []
      for ring in 0..<64 {
        let t = Float(ring) / 63
        let y = foot - t * foot * 1.1
        let wide = (26 + 330 * power(t, 1.9)) * frame.unit * size
        let bend = sine(turns: t * 0.7 + moment.swing(rate: 0.06) * 0.1) * 90 * frame.unit * t
        let x = home + bend + moment.swing(rate: 0.5, offset: t * 1.5) * 7 * frame.unit
        let spin = fract(t * 19.7 + hash(ring, seed, 7) * 0.3 - moment.turns(rate: 0.9))
        marks.append(
          Marks.Mark(
            x: x - wide * 0.8, y: y, dx: wide * 1.6, radius: 13 * frame.unit + wide * 0.06,
            softness: 22 * frame.unit + wide * 0.16,
            colour: dark.mixed(light, 0.34 + 0.16 * sine(turns: spin)), opacity: 0.5))
        let streak = (spin * 2 - 1) * wide * 0.7
        marks.append(
          Marks.Mark(
            x: x + streak - wide * 0.25, y: y, dx: wide * 0.5, dy: -8 * frame.unit, radius: 4 * frame.unit,
            softness: 14 * frame.unit,
            colour: spin < 0.5 ? light : dark * 0.75, opacity: 0.26))
      }
      for dust in 0..<46 {
        let age = fract(moment.turns(rate: 0.3 + 0.3 * hash(dust, seed, 1)) + hash(dust, seed, 2))
        let turn = hash(dust, seed, 3) + age * 1.2
        let wide = (60 + 190 * age) * frame.unit * size
        marks.append(
          Marks.Mark(
            x: home + cosine(turns: turn) * wide,
            y: foot - age * 90 * frame.unit + sine(turns: turn) * 16 * frame.unit,
            radius: (10 + 26 * age) * frame.unit, softness: (24 + 50 * age) * frame.unit, colour: light,
            opacity: 0.24 * (1 - age)))
      }
      return marks
    }
  }
}
