import Directing

/// What belongs to a river: the bridge over it and its banks.
extension BuiltPlan {
  var bridge: [any SceneLayer] {
    let element = stage.shot.element(.bridge)
    let frame = stage.composition
    let size = Float(element?.size ?? 1)
    let tall = frame.height * 0.20 * size
    let colour = (stage.colour(.bridge) ?? RGB(0.62, 0.24, 0.17)) * daylight
    let tone = colour.mixed(stage.light.near, 0.45 + 0.3 * stage.light.stars)
    let u = frame.unit
    let lamps = stage.light.lamps
    let layer = band(foot: frame.horizon + 8 * u, above: tall * 1.1, nearness: 0.4, haze: 0.1) {
      canvas, width, base in
      let deck = base - tall * 0.24
      let towers = [width * 0.24, width * 0.76]
      for x in towers {
        for leg in [-1, 1] as [Float] {
          canvas.fill(
            [
              P(x + leg * 15 * u - 6 * u, base), P(x + leg * 13 * u - 5 * u, base - tall),
              P(x + leg * 13 * u + 5 * u, base - tall), P(x + leg * 15 * u + 6 * u, base),
            ], tone)
        }
        for beam in 0..<5 {
          canvas.rectangle(x - 15 * u, base - tall * (0.32 + 0.16 * Float(beam)), 30 * u, 6 * u, tone)
        }
      }
      canvas.rectangle(0, deck, width, 12 * u, tone * 0.9)
      canvas.rectangle(0, deck + 12 * u, width, 3 * u, tone * 0.6)
      func cable(_ x: Float) -> Float {
        // A parabola between the towers, straight runs outside.
        let half = (towers[1] - towers[0]) / 2
        let t = (x - width / 2) / half
        if abs(t) <= 1 { return mix(deck - 14 * u, base - tall, t * t) }
        return mix(base - tall, deck, min(1, (abs(t) - 1) / 0.92))
      }
      var x: Float = 0
      while x < width {
        canvas.stroke(P(x, cable(x)), P(x, deck), 1.3 * u, 1.3 * u, tone, opacity: 0.85)
        canvas.stroke(P(x, cable(x)), P(x + 17 * u, cable(x + 17 * u)), 4.4 * u, 4.4 * u, tone)
        if lamps > 0.3, Int(x / (17 * u)) % 3 == 0 {
          canvas.ellipse(P(x, deck - 5 * u), P(2.4 * u, 2.4 * u), RGB(1, 0.86, 0.55))
        }
        x += 17 * u
      }
    }
    return [layer]
  }

  /// Bushes and small trees on a bank, large ones at hand.
  private func bushes(
    _ canvas: inout SpriteCanvas, side: Float, margin: Float, depth: Float, course: RiverCourse,
    isDesert: Bool
  ) {
    let frame = stage.composition
    let seed = stage.seed(side < 0 ? 0x21D : 0x21E)
    let tones =
      isDesert
      ? [RGB(0.44, 0.44, 0.22), RGB(0.52, 0.48, 0.28)]
      : [RGB(0.22, 0.36, 0.14), RGB(0.30, 0.44, 0.17), RGB(0.38, 0.48, 0.18), RGB(0.18, 0.30, 0.13)]
    let petals = [RGB(0.96, 0.94, 0.90), RGB(0.95, 0.78, 0.30), RGB(0.86, 0.46, 0.62)]
    let sunRight = (frame.source?.x ?? frame.width) > frame.width / 2
    let dusk: Float = stage.shot.timeOfDay == .day ? 0 : 0.3
    let count = isDesert ? 40 : 120
    for index in 0..<count {
      let t = 0.012 + power((Float(index) + hash(index, seed)) / Float(count), 1.5) * 0.98
      let (middle, half) = course.at(t)
      let off = 1.10 + 2.6 * power(hash(index, seed, 2), 1.7)
      let size = frame.unit * mix(3, 64, power(t, 1.05)) * (0.5 + 0.8 * hash(index, seed, 4))
      let foot = P(margin + middle + side * (half * off + size), 4 + depth * t)
      let tone = (tones[Int(hash(index, seed, 5) * Float(tones.count)) % tones.count] * daylight).mixed(
        stage.light.near, dusk)
      canvas.ellipse(
        foot + P((sunRight ? -0.5 : 0.5) * size, size * 0.06), P(size * 1.3, size * 0.17), RGB(0),
        opacity: 0.22)
      for leaf in 0..<9 {
        let spread = P((hash(index, leaf, 6) - 0.5) * 1.7, -0.08 - 0.72 * hash(index, leaf, 7)) * size
        let bright = 0.74 + 0.5 * hash(index, leaf, 8) * ((spread.x > 0) == sunRight ? 1 : 0.5)
        canvas.ellipse(
          foot + spread, P(0.42, 0.32) * size * (0.6 + 0.6 * hash(index, leaf, 9)), tone * bright)
      }
      guard !isDesert, t > 0.2, hash(index, seed, 12) > 0.45 else { continue }
      for flower in 0..<8 {
        let at =
          foot + P((hash(index, flower, 13) - 0.5) * 3.2, -0.30 * hash(index, flower, 14) + 0.16) * size
        canvas.ellipse(at, P(0.055, 0.05) * size, petals[Int(hash(index, seed, 15) * 3) % 3] * daylight)
      }
    }
  }

  /// A bridge of stone with one arch, over a river that is near.
  var stoneBridge: [any SceneLayer] {
    let frame = stage.composition
    let (middle, half) = RiverCourse(stage).at(0.26)
    let size = Float(stage.shot.element(.bridge)?.size ?? 1)
    let stone =
      ((stage.colour(.bridge) ?? RGB(0.66, 0.62, 0.56)) * daylight).mixed(
        stage.light.near, stage.shot.timeOfDay == .day ? 0.05 : 0.35)
    let water = frame.horizon + (frame.height - frame.horizon) * 0.26
    let span = half * 1.25
    let rise = span * 1.05 * size
    let long = span * 3.4
    let seed = stage.seed(0xB41D)
    var canvas = SpriteCanvas(width: Int(long * 2 + 8), height: Int(rise * 1.7 + 12))
    let base = rise * 1.7
    let centre = long + 4
    func deck(_ x: Float) -> Float {
      let t = clamp(abs(x - centre) / long, 0, 1)
      return base - rise * (1.34 - 1.18 * t * t)
    }
    func arch(_ x: Float) -> Float {
      let t = abs(x - centre) / span
      return t < 1 ? base - rise * (1 - t * t).squareRoot() : base
    }
    var outline: [P] = []
    for step in 0...60 {
      let x = centre - long + 2 * long * Float(step) / 60
      outline.append(P(x, deck(x)))
    }
    for step in stride(from: 60, through: 0, by: -1) {
      let x = centre - long + 2 * long * Float(step) / 60
      outline.append(P(x, arch(x)))
    }
    canvas.fill(outline) { x, y in
      let row = ((y - base) / (rise * 0.085)).rounded(.down)
      let column = (x / (rise * 0.17) + (Int(row) & 1 == 0 ? 0.5 : 0)).rounded(.down)
      let block = 0.86 + 0.22 * hash(Int(row), Int(column), seed)
      let joint =
        fract((y - base) / (rise * 0.085)) < 0.12
        || fract(x / (rise * 0.17) + (Int(row) & 1 == 0 ? 0.5 : 0)) < 0.06
      return stone * block * (joint ? 0.8 : 1) * (0.9 + 0.18 * SharedTiles.cloud.sample(x * 1.4, y * 1.4))
    }
    // The ring of the arch, and a parapet with posts.
    for step in 0..<26 {
      let (a, b) = (Float(step) / 26, Float(step + 1) / 26 - 0.006)
      func at(_ t: Float, _ r: Float) -> P {
        P(centre + cosine(turns: 0.5 + t / 2) * span * r, base + sine(turns: 0.5 + t / 2) * rise * r)
      }
      canvas.fill([at(a, 1), at(b, 1), at(b, 1.12), at(a, 1.12)], stone * (0.98 + 0.2 * hash(step, seed, 3)))
    }
    let rail = (0...60).map { step -> P in
      let x = centre - long + 2 * long * Float(step) / 60
      return P(x, deck(x) - rise * 0.17)
    }
    canvas.stroke(rail, rise * 0.05, rise * 0.05, stone * 1.12)
    canvas.stroke(rail.map { $0 + P(0, rise * 0.16) }, rise * 0.07, rise * 0.07, stone * 1.05)
    for post in 0...20 {
      let x = centre - long + 2 * long * Float(post) / 20
      canvas.stroke(P(x, deck(x)), P(x, deck(x) - rise * 0.21), rise * 0.055, rise * 0.045, stone * 0.92)
    }
    let sprite = canvas.sprite(openFoot: true)
    return [
      PropLayer(sprites: [sprite], anchor: base) { moment in
        let spot = moment.project(x: middle, y: water, nearness: 0.6)
        return [PropLayer.Pose(x: spot.x, y: spot.y, scale: spot.scale, reflection: 0.35)]
      }
    ]
  }

  /// Two banks that close in on a river toward the horizon.
  var riverBanks: [any SceneLayer] {
    let frame = stage.composition
    let seed = stage.seed(0x21B)
    let isDesert = stage.has(.dunes)
    let green = (isDesert ? RGB(0.82, 0.62, 0.38) : RGB(0.36, 0.48, 0.20)) * daylight
    let tone = green.mixed(stage.light.near, stage.shot.timeOfDay == .day ? 0.06 : 0.26)
    let sand = RGB(0.72, 0.64, 0.48) * daylight
    let depth = frame.height - frame.horizon
    let reeds = stage.unit
    let course = RiverCourse(stage)
    return [
      band(
        foot: frame.height * 1.06, above: frame.height * 1.06 - frame.horizon + 4, nearness: 0.6, haze: 0.14,
        hazeFoot: 0
      ) { canvas, width, base in
        let margin = (width - frame.width) / 2
        for side in [-1, 1] as [Float] {
          var edge: [P] = []
          for step in 0...70 {
            let t = Float(step) / 70
            let y = 4 + t * (base - 4)
            let (middle, half) = course.at((y - 4) / depth)
            let ragged = Noise.line(t * 9 + side * 5, octaves: 3, seed: seed) * width * 0.022 * (0.1 + t)
            edge.append(P(margin + middle + side * half + ragged, y))
          }
          let outer = side < 0 ? P(-4, 4) : P(width + 4, 4)
          let corner = side < 0 ? P(-4, base + 4) : P(width + 4, base + 4)
          canvas.fill([outer] + edge + [corner]) { x, y in
            let t = clamp(y / depth, 0, 1)
            // The ground lies flat: its pattern is drawn out near the horizon.
            let far = 1 / (t + 0.06)
            let patch = SharedTiles.cloud.sample((x - width / 2) * far * 0.10 / reeds, far * 46)
            return tone.mixed(green, 1 - t).mixed(
              RGB(0.55, 0.56, 0.26) * daylight, clamp(patch * 0.5, 0, 0.4))
              * (0.9 + 0.28 * SharedTiles.cloud.sample(x * 0.8 / reeds, y * 2.4 / reeds))
          }
          // A rim of wet sand and stones along the water.
          let strand = edge.enumerated().map { step, at -> P in
            let t = Float(step) / 70
            return at + P(side * (2 + 40 * t * t) * reeds * (0.8 + 0.5 * hash(step, seed, 31)), 0)
          }
          canvas.fill(edge + strand.reversed()) { x, y in
            sand * (0.86 + 0.2 * SharedTiles.cloud.sample(x * 0.9 / reeds, y * 2 / reeds))
          }
          for step in 0..<70 {
            let t = Float(step) / 70
            let wide = (3 + 46 * t * t) * reeds
            if hash(step, seed, 32) > 0.5 {
              let stone = (3 + 26 * t * t * hash(step, seed, 33)) * reeds
              canvas.ellipse(
                edge[step] + P(side * wide * hash(step, seed, 34), 0), P(stone, stone * 0.6),
                RGB(0.42, 0.42, 0.42) * daylight * (0.8 + 0.5 * hash(step, seed, 35)))
            }
          }
          bushes(&canvas, side: side, margin: margin, depth: depth, course: course, isDesert: isDesert)
          for blade in 0..<420 {
            let t = power(hash(blade, seed, 2), 0.7)
            let at = edge[min(70, Int(t * 70))]
            let tall = (6 + 64 * t * t) * reeds * (0.5 + hash(blade, seed, 3))
            let x = at.x + side * hash(blade, seed, 4) * 60 * t * reeds
            canvas.stroke(
              P(x, at.y + 3), P(x + (hash(blade, seed, 5) - 0.5) * tall * 0.5, at.y - tall),
              2.6 * t * reeds + 0.6, 0.5, tone * (0.7 + 0.5 * hash(blade, seed, 6)))
          }
        }
      }
    ]
  }
}
