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

  /// Two banks that close in on a river toward the horizon.
  var riverBanks: [any SceneLayer] {
    let frame = stage.composition
    let seed = stage.seed(0x21B)
    let green = RGB(0.36, 0.48, 0.20) * daylight
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
