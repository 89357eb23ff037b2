import CKernels
import Directing

/// Land that fills the picture from side to side: canyons, cliffs, fields, roofs, bamboo, reefs.
struct WidePlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  private var frame: Composition { stage.composition }
  private var daylight: RGB { stage.light.ambient * 0.6 + stage.light.key * 0.42 }
  private var sunRight: Bool { (frame.source?.x ?? frame.width) > frame.width / 2 }

  private func band(
    top: Float, height: Float, nearness: Float, haze: Float, hazeFoot: Float, ground: RGB? = nil,
    sway: Float = 0,
    _ draw: (inout SpriteCanvas, _ width: Float, _ margin: Float) -> Void
  ) -> SpriteBand {
    let margin = SpriteBand.margin(frame.width)
    var canvas = SpriteCanvas(width: Int(frame.width + margin * 2), height: max(8, Int(height)))
    draw(&canvas, frame.width + margin * 2, margin)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: top.rounded(), nearness: nearness,
      light: RGB(1),
      haze: stage.light.haze, hazeTop: haze, hazeFoot: hazeFoot, ground: ground, sway: sway, swayRate: 0.15)
  }

  // MARK: Rock

  /// Walls of layered rock on both sides, farther ones paler, with a floor of sand.
  var canyon: [any SceneLayer] {
    let frame = frame
    let own = stage.colour(.canyon) ?? RGB(0.80, 0.42, 0.24)
    let light = daylight
    let seed = stage.seed(0xCA0)
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let plans: [(near: Float, open: Float, top: Float, foot: Float)] = [
      (0.12, 0.02, 0.30, 0.66), (0.28, 0.13, 0.24, 0.74), (0.5, 0.25, 0.15, 0.84), (0.9, 0.38, 0.03, 1.08),
    ]
    return inParallel(plans.count) { index -> any SceneLayer in
      let plan = plans[index]
      let foot =
        hasWater
        ? min(plan.foot, index == 3 ? 1.08 : frame.horizon / frame.height + 0.004 + 0.05 * Float(index))
        : plan.foot
      let top = frame.height * plan.top
      let height = frame.height * foot - top + 6
      return band(
        top: top, height: height, nearness: plan.near, haze: mix(0.55, 0, Float(index) / 3),
        hazeFoot: mix(0.72, 0.02, Float(index) / 3),
        ground: index == 0 && !hasWater ? own * light * 0.75 : nil
      ) { canvas, width, _ in
        for side in [-1, 1] as [Float] {
          let number = index * 2 + (side > 0 ? 1 : 0)
          var edge: [P] = []
          var y: Float = 0
          var x = width / 2 + side * width * (plan.open + 0.16 + 0.05 * hash(number, seed))
          // Steps: a cliff, then a slope of rubble, each lower one further in.
          var step = 0
          while y < height {
            edge.append(P(x, y))
            let cliff = height * (0.10 + 0.13 * hash(number, seed, step + 3))
            y += cliff
            x -= side * width * 0.008
            edge.append(P(x, min(height + 3, y)))
            let slope = height * (0.02 + 0.05 * hash(number, seed, step + 30))
            y += slope
            x -= side * width * (0.014 + 0.04 * hash(number, seed, step + 50))
            step += 1
          }
          let border: Float = side < 0 ? -4 : width + 4
          var rim: [P] = [P(border, height * 0.06 * hash(number, seed, 77))]
          for mark in 1...6 {
            let t = Float(mark) / 7
            rim.append(P(mix(border, edge[0].x, t), height * 0.05 * hash(number, seed, mark + 80)))
          }
          let ragged = edge.map {
            $0 + P(Noise.line($0.y / 24, octaves: 3, seed: seed + number) * 16 * frame.unit, 0)
          }
          let turned = (side < 0) == sunRight
          canvas.fill(rim + ragged + [P(border, height + 4)]) { px, py in
            let wave = SharedTiles.cloud.sample(px * 0.22 / frame.unit, py * 0.12 / frame.unit)
            let strata =
              sine(turns: py / (58 * frame.unit) + wave * 0.35) * 0.5 + sine(
                turns: py / (17 * frame.unit) + wave * 0.8) * 0.3
            let crack = SharedTiles.billow.sample(px * 0.62 / frame.unit, py * 0.10 / frame.unit)
            let tone = own.mixed(RGB(0.95, 0.72, 0.50), clamp(0.35 + strata * 0.5, 0, 1)).mixed(
              RGB(0.45, 0.20, 0.16), clamp(-strata * 0.6, 0, 0.7))
            return tone * light * (turned ? 1.12 : 0.70) * (0.55 + 0.55 * crack)
          }
        }
      }
    }
  }

  /// A headland of rock over the sea at one side, with grass on top.
  var cliffs: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.cliffs)
    let place = Float(element?.place ?? 0)
    let side: Float = place == 0 ? (hash(stage.seed(0xC11F)) < 0.5 ? -1 : 1) : place
    let rock = (stage.colour(.cliffs) ?? RGB(0.62, 0.56, 0.48)) * daylight
    let grass = RGB(0.34, 0.44, 0.20) * daylight
    let size = Float(element?.size ?? 1)
    return (0..<3).map { index -> any SceneLayer in
      let rank = Float(index) / 2
      let seed = stage.seed(0xC1F + index)
      let tall = frame.height * mix(0.13, 0.36, rank) * size
      let foot = frame.horizon + (frame.height - frame.horizon) * mix(0, 0.36, power(rank, 1.6)) + 3
      let reach = mix(0.66, 0.40, rank)
      return band(
        top: foot - tall, height: tall + 4, nearness: mix(0.15, 0.55, rank), haze: mix(0.5, 0.05, rank),
        hazeFoot: mix(0.55, 0.1, rank)
      ) { canvas, width, _ in
        let border: Float = side < 0 ? -4 : width + 4
        let edge = width * (side < 0 ? reach : 1 - reach)
        var top: [P] = []
        for step in 0...30 {
          let t = Float(step) / 30
          top.append(
            P(
              mix(border, edge, t),
              tall * (0.04 + 0.22 * t * t) + Noise.line(t * 6, octaves: 4, seed: seed) * tall * 0.04 + tall
                * 0.04))
        }
        var face: [P] = []
        for step in 1...24 {
          let t = Float(step) / 24
          face.append(
            P(
              edge + (side < 0 ? 1 : -1)
                * (t * t * tall * 0.18 + Noise.line(t * 8, octaves: 4, seed: seed + 5) * tall * 0.07),
              mix(top[30].y, tall + 4, t)))
        }
        let turned = (side < 0) == sunRight
        canvas.fill(top + face + [P(border, tall + 4)]) { x, y in
          let crack = SharedTiles.billow.sample(x * 0.8 / frame.unit, y * 0.17 / frame.unit)
          let layer = SharedTiles.cloud.sample(x * 0.1 / frame.unit, y * 0.9 / frame.unit)
          return rock * (turned ? 1.1 : 0.68) * (0.42 + 0.72 * crack + 0.25 * layer)
            * (1 - 0.35 * smoothstep(tall * 0.82, tall, y))
        }
        let turf = top.map { $0 + P(0, 16 * frame.unit * mix(0.4, 1, rank)) }
        canvas.fill(top + turf.reversed(), grass)
      }
    }
  }

  // MARK: Fields

  /// Ripe ears to the horizon, swaying.
  var wheat: [any SceneLayer] {
    let frame = frame
    let own = (stage.colour(.wheat) ?? RGB(0.90, 0.70, 0.30)) * (daylight + RGB(0.06))
    let depth = frame.height - frame.horizon
    let seed = stage.seed(0x3EA7)
    return inParallel(9) { index -> any SceneLayer in
      let rank = Float(index) / 8
      let foot = frame.horizon + depth * mix(0.05, 1.12, power(rank, 1.5))
      let tall = frame.unit * mix(16, 330, power(rank, 1.5))
      let next = depth * 0.26 * mix(0.3, 1, rank)
      let shade = own * mix(0.95, 0.72, rank)
      return band(
        top: foot - tall * 1.15, height: tall * 1.15 + next, nearness: mix(0.2, 1, rank),
        haze: mix(0.5, 0, power(rank, 0.6)),
        hazeFoot: mix(0.45, 0, rank), ground: index == 8 ? shade * 0.45 : nil,
        sway: tall * 0.05 * (0.4 + 1.4 * stage.energy)
      ) { canvas, width, _ in
        let base = tall * 1.15
        canvas.rectangle(-2, base - tall * 0.45, width + 4, next + tall, shade * 0.55)
        let count = Int(width / max(2.2, 11 * frame.unit * mix(0.3, 1, rank)))
        for stalk in 0..<count {
          let x = (Float(stalk) + hash(stalk, seed, index)) / Float(count) * width
          let top = base - tall * (0.72 + 0.36 * hash(stalk, seed, index + 20))
          let lean = (hash(stalk, seed, index + 40) - 0.3) * tall * 0.16
          let tone = shade * (0.72 + 0.5 * hash(stalk, seed, index + 60))
          canvas.stroke(
            P(x, base + 2), P(x + lean, top), max(0.8, tall * 0.014), max(0.6, tall * 0.009), tone * 0.82)
          let ear = tall * 0.19
          if rank > 0.45 {
            // Grains in two rows, with awns.
            for grain in 0..<7 {
              let t = Float(grain) / 7
              let at = P(x + lean + lean * 0.3 * t, top - ear * t)
              for side in [-1, 1] as [Float] {
                canvas.ellipse(
                  at + P(side * tall * 0.013, 0), P(tall * 0.010, tall * 0.019), turns: side * 0.06, tone)
                canvas.stroke(at, at + P(side * tall * 0.036, -ear * 0.45), 0.9, 0.4, tone, opacity: 0.7)
              }
            }
          } else {
            canvas.ellipse(P(x + lean, top - ear * 0.4), P(max(1, tall * 0.022), ear * 0.55), tone)
          }
        }
      }
    }
  }

  /// Rows of vines that run to the vanishing point.
  var vineyard: [any SceneLayer] {
    let frame = frame
    let green = (stage.colour(.vineyard) ?? RGB(0.30, 0.42, 0.16)) * daylight
    let earth = RGB(0.50, 0.38, 0.25) * daylight
    let seed = stage.seed(0x71E)
    let depth = frame.height - frame.horizon
    return [
      band(
        top: frame.horizon - 2, height: depth * 1.1, nearness: 0.6, haze: 0.4, hazeFoot: 0,
        ground: earth * 0.6
      ) { canvas, width, margin in
        canvas.fill([P(-4, 2), P(width + 4, 2), P(width + 4, depth * 1.2), P(-4, depth * 1.2)]) { x, y in
          earth * (0.8 + 0.3 * SharedTiles.cloud.sample(x * 60 / max(20, y), 3000 / max(20, y) * 12))
        }
        let vanish = P(width / 2 + (hash(seed) - 0.5) * width * 0.3, -depth * 0.06)
        for row in stride(from: 15, through: -15, by: -1) {
          // The outer rows first, so that the inner ones stand before them.
          let number = row > 0 ? 16 - row : row + 16
          let lane = Float(row > 0 ? number : -number) * 0.36 - (row > 0 ? 0.18 : -0.18)
          let count = 150
          for bush in 0..<count {
            let t = power(Float(bush + 1) / Float(count), 2.3)
            let y = 3 + depth * 1.1 * t
            let x = vanish.x + lane * width * 0.72 * (y - vanish.y) / depth
            let size = max(1.2, 92 * t * frame.unit)
            guard x > -size * 2, x < width + size * 2 else { continue }
            for leaf in 0..<(size > 10 ? 5 : 1) {
              let off = P(hash(bush, row, leaf + seed) - 0.5, hash(bush, row, leaf + 9) - 0.9) * size * 1.1
              let lit =
                0.65 + 0.55 * clamp(0.5 - off.y / size, 0, 1) * (0.7 + 0.5 * hash(bush, row, leaf + 20))
              canvas.ellipse(P(x, y) + off, P(size * 0.46, size * 0.38), green * lit)
            }
          }
        }
      }
    ]
  }

  /// Rows of sunflowers, large ones at hand.
  var sunflowers: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.sunflowers)
    let yellow = (stage.colour(.sunflowers) ?? RGB(1, 0.78, 0.10)) * (daylight + RGB(0.16))
    let green = RGB(0.24, 0.40, 0.15) * daylight
    let depth = frame.height - frame.horizon
    let seed = stage.seed(0x50F)
    let few = element?.count.map { $0 <= 5 } ?? false
    return inParallel(8) { index -> any SceneLayer in
      let rank = Float(index) / 7
      let foot = frame.horizon + depth * mix(0.05, 1.18, power(rank, 1.5))
      let tall = frame.unit * mix(20, 640, power(rank, 1.7))
      let next = depth * 0.3 * mix(0.25, 1, rank)
      return band(
        top: foot - tall * 1.15, height: tall * 1.15 + next, nearness: mix(0.2, 1, rank),
        haze: mix(0.5, 0, power(rank, 0.5)),
        hazeFoot: mix(0.4, 0, rank), ground: index == 7 ? green * 0.4 : nil,
        sway: tall * 0.02 * (0.4 + stage.energy)
      ) { canvas, width, margin in
        let base = tall * 1.15
        canvas.rectangle(-2, base - tall * 0.4, width + 4, next + tall, green * mix(0.75, 0.42, rank))
        let count = few && index == 7 ? element?.count ?? 3 : max(4, Int(width / (tall * 0.34)))
        for flower in 0..<count {
          let x = (Float(flower) + 0.2 + 0.6 * hash(flower, seed, index)) / Float(count) * width
          let top = base - tall * (0.66 + 0.26 * hash(flower, seed, index + 20))
          let head = tall * 0.125 * (0.8 + 0.4 * hash(flower, seed, index + 30))
          canvas.stroke(
            [P(x, base + 4), P(x + head * 0.3, (base + top) / 2), P(x, top)], max(1, head * 0.24),
            max(0.8, head * 0.18), green * 0.8)
          for leaf in 0..<3 {
            let y = mix(base, top, 0.25 + 0.2 * Float(leaf))
            let way: Float = leaf % 2 == 0 ? 1 : -1
            canvas.fill(
              [
                P(x, y), P(x + way * head * 0.9, y - head * 0.6), P(x + way * head * 1.7, y - head * 0.1),
                P(x + way * head * 0.8, y + head * 0.25),
              ], green * (0.8 + 0.2 * Float(leaf)))
          }
          let petals = rank > 0.3 ? 20 : 8
          for ring in 0..<2 {
            for petal in 0..<petals {
              let turn = (Float(petal) + 0.5 * Float(ring)) / Float(petals)
              let way = P(cosine(turns: turn), sine(turns: turn) * 0.92)
              let side = P(-way.y, way.x)
              let far = head * (ring == 0 ? 1.12 : 0.92)
              canvas.fill(
                [
                  P(x, top) + way * head * 0.4, P(x, top) + way * far * 0.75 + side * head * 0.15,
                  P(x, top) + way * far, P(x, top) + way * far * 0.75 - side * head * 0.15,
                ],
                yellow * (ring == 0 ? 0.82 : 1.0) * (0.9 + 0.2 * hash(petal, flower, ring)))
            }
          }
          let brown = RGB(0.30, 0.17, 0.07) * daylight
          canvas.ellipse(P(x, top), P(head * 0.52, head * 0.49), brown)
          if rank > 0.4 {
            for seedling in 0..<90 {
              let r = Float(seedling).squareRoot() / 9.6
              let turn = Float(seedling) * 0.381966
              canvas.ellipse(
                P(x, top) + P(cosine(turns: turn), sine(turns: turn)) * head * 0.48 * r,
                P(head, head) * 0.022, brown.mixed(yellow, 0.18 + 0.4 * r))
            }
          }
        }
      }
    }
  }

  /// Stems of bamboo in the depth, with leaves.
  var bamboo: [any SceneLayer] {
    let frame = frame
    let own = (stage.colour(.bamboo) ?? RGB(0.36, 0.52, 0.20)) * (daylight + RGB(0.03))
    let seed = stage.seed(0xBA3B)
    return inParallel(5) { index -> any SceneLayer in
      let rank = Float(index) / 4
      let foot = mix(frame.height * 0.74, frame.height * 1.03, rank)
      return band(
        top: -frame.height * 0.04, height: foot + frame.height * mix(0.3, 0.08, rank),
        nearness: mix(0.25, 1, rank),
        haze: mix(0.62, 0.03, power(rank, 0.7)),
        hazeFoot: mix(0.72, 0.03, power(rank, 0.7)), ground: index == 4 ? own * 0.22 : nil,
        sway: 16 * frame.unit * rank * (0.3 + stage.energy)
      ) { canvas, width, _ in
        let base = foot + frame.height * 0.04
        if index == 0 {
          // The light between the stems is green.
          canvas.rectangle(
            -2, -2, width + 4, base + frame.height, own.mixed(stage.light.haze, 0.45), opacity: 0.82)
        }
        canvas.rectangle(
          -2, base - 10 * frame.unit, width + 4, frame.height * 0.4,
          own.mixed(stage.light.haze, 0.3 * (1 - rank)) * mix(0.62, 0.3, rank))
        let count = Int(mix(34, 7, rank) * (frame.width / frame.height * 1.78))
        for stem in 0..<max(3, count) {
          let x = (Float(stem) + 0.15 + 0.7 * hash(stem, seed, index)) / Float(max(3, count)) * width
          let wide = frame.unit * mix(9, 46, rank) * (0.75 + 0.5 * hash(stem, seed, index + 9))
          let lean = (hash(stem, seed, index + 19) - 0.5) * frame.width * 0.07
          let tone = own * mix(0.95, 0.62, rank) * (0.8 + 0.4 * hash(stem, seed, index + 29))
          var y = base
          var number = 0
          while y > -20 {
            let long = wide * (4.6 + 1.2 * hash(stem, number, seed))
            let t0 = 1 - y / base
            let t1 = 1 - max(-30, y - long) / base
            let (x0, x1) = (x + lean * t0 * t0, x + lean * t1 * t1)
            canvas.fill([
              P(x0 - wide / 2, y), P(x0 + wide / 2, y), P(x1 + wide * 0.47, y - long),
              P(x1 - wide * 0.47, y - long),
            ]) { px, _ in
              let across = clamp((px - x0) / wide + 0.5, 0, 1)
              return tone * (0.62 + 0.75 * (sunRight ? across : 1 - across))
            }
            canvas.fill(
              [
                P(x1 - wide * 0.56, y - long - wide * 0.07), P(x1 + wide * 0.56, y - long - wide * 0.07),
                P(x1 + wide * 0.56, y - long + wide * 0.07), P(x1 - wide * 0.56, y - long + wide * 0.07),
              ], tone * 0.55)
            if hash(stem, number, seed + 3) > 0.42, y < base * 0.85 {
              let side: Float = hash(stem, number, seed + 4) < 0.5 ? -1 : 1
              let knot = P(x1, y - long)
              let twig = knot + P(side * wide * 2.4, -wide * 1.5)
              canvas.stroke(knot, twig, wide * 0.12, wide * 0.06, tone * 0.8)
              for leaf in 0..<6 {
                let root = knot + (twig - knot) * (0.4 + 0.12 * Float(leaf))
                let way =
                  P(side * (0.9 - 0.12 * Float(leaf)), 0.5 + 0.25 * hash(leaf, number, stem)) * wide * 2.1
                let edge = P(-way.y, way.x) * 0.10
                canvas.fill(
                  [root, root + way * 0.4 + edge, root + way, root + way * 0.4 - edge],
                  own * (0.6 + 0.6 * hash(leaf, stem, number + seed)))
              }
            }
            y -= long
            number += 1
          }
        }
      }
    }
  }

  // MARK: Town

  /// Roofs of tiles before the town, with chimneys and lit windows.
  var rooftops: [any SceneLayer] {
    let frame = frame
    let own = stage.colour(.rooftops) ?? RGB(0.60, 0.30, 0.22)
    let lamps = stage.light.lamps
    let glass = RGB(1, 0.80, 0.45).mixed(stage.light.sky.colour(at: 0.4), 1 - max(0.25, lamps))
    return inParallel(3) { index -> any SceneLayer in
      let rank = Float(index) / 2
      let seed = stage.seed(0x2F + index)
      let top = frame.height * mix(0.66, 0.80, rank)
      let height = frame.height * 1.1 - top
      let dusk =
        stage.shot.timeOfDay == .day || stage.shot.timeOfDay == .overcast
        ? 0.12 : stage.shot.timeOfDay == .night ? 0.62 : 0.45
      let tile = (own * daylight).mixed(stage.light.near, Float(dusk))
      let wall = (RGB(0.82, 0.74, 0.64) * daylight).mixed(stage.light.near, Float(dusk))
      return band(
        top: top, height: height, nearness: mix(0.5, 1, rank), haze: mix(0.3, 0, rank),
        hazeFoot: mix(0.2, 0, rank), ground: index == 2 ? tile * 0.4 : nil
      ) { canvas, width, _ in
        var x: Float = -120 * frame.unit
        var house = 0
        while x < width + 60 {
          let broad = frame.unit * mix(170, 430, rank) * (0.8 + 0.6 * hash(house, seed, 1))
          // The nearest ridges are level: things sit on them.
          let ridge =
            index == 2
            ? height * 0.232 : height * mix(0.08, 0.16, rank) + height * 0.14 * hash(house, seed, 2)
          let eaves = ridge + broad * (0.30 + 0.08 * hash(house, seed, 3))
          let tone = tile * (0.82 + 0.4 * hash(house, seed, 4))
          canvas.rectangle(
            x + broad * 0.04, eaves - 4, broad * 0.92, height, wall * (0.75 + 0.3 * hash(house, seed, 5)))
          for window in 0..<3 {
            let lit = hash(house, seed, window + 20) < 0.3 + 0.5 * lamps
            canvas.rectangle(
              x + broad * (0.14 + 0.26 * Float(window)), eaves + broad * 0.10, broad * 0.12, broad * 0.17,
              lit ? glass : wall * 0.3)
          }
          let slope = broad * 0.14
          canvas.fill([P(x, eaves), P(x + slope, ridge), P(x + broad - slope, ridge), P(x + broad, eaves)]) {
            px, py in
            let row = fract((py - ridge) / (broad * 0.032))
            let column = fract(
              (px - x) / (broad * 0.03) + ((py - ridge) / (broad * 0.032)).rounded(.down) * 0.5)
            return tone * (0.82 + 0.26 * row) * (0.93 + 0.12 * column)
              * (1 + 0.12 * (px - x - broad / 2) / broad * (sunRight ? 1 : -1))
          }
          canvas.rectangle(
            x + slope - 3, ridge - 5 * frame.unit, broad - 2 * slope + 6, 8 * frame.unit, tone * 0.6)
          let chimney = x + broad * (0.25 + 0.45 * hash(house, seed, 7))
          canvas.rectangle(chimney, ridge - broad * 0.13, broad * 0.08, broad * 0.20, wall * 0.6)
          canvas.rectangle(
            chimney - 4 * frame.unit, ridge - broad * 0.15, broad * 0.08 + 8 * frame.unit, 9 * frame.unit,
            wall * 0.45)
          x += broad * (0.86 + 0.1 * hash(house, seed, 8))
          house += 1
        }
      }
    }
  }

  /// Signs of glowing tubes up both sides of a street.
  var neonSigns: [any SceneLayer] {
    let frame = frame
    let own = stage.colour(.neonSigns)
    let colours =
      own.map { [$0, $0.mixed(RGB(1), 0.35)] }
      ?? [RGB(1, 0.16, 0.52), RGB(0.10, 0.90, 1), RGB(1, 0.72, 0.14), RGB(0.55, 0.30, 1), RGB(0.25, 1, 0.55)]
    let seed = stage.seed(0x2E0)
    let count = min(30, stage.shot.element(.neonSigns)?.count ?? 11)
    let sprites = inParallel(6) { number -> Sprite in
      var canvas = SpriteCanvas(width: 130, height: 430)
      let colour = colours[number % colours.count]
      let other = colours[(number + 2) % colours.count]
      canvas.rectangle(10, 10, 110, 410, RGB(0.03, 0.03, 0.05), opacity: 0.92)
      func tube(_ points: [P], _ colour: RGB) {
        canvas.stroke(points, 12, 12, colour * 0.5)
        canvas.stroke(points, 6.5, 6.5, colour)
        canvas.stroke(points, 2.2, 2.2, colour.mixed(RGB(1), 0.75) * 1.1)
      }
      tube([P(18, 18), P(112, 18), P(112, 412), P(18, 412), P(18, 18)], other)
      // Strokes in square cells, as characters one under another.
      for cell in 0..<4 {
        let y = 40 + Float(cell) * 92
        for stroke in 0..<4 {
          let kind = hash(number, cell, stroke + seed)
          let t = (Float(stroke) + 0.5) / 4
          if kind < 0.45 {
            tube([P(34, y + 76 * t), P(96, y + 76 * t + 2)], colour)
          } else if kind < 0.8 {
            tube([P(34 + 62 * t, y + 4), P(34 + 62 * t, y + 72)], colour)
          } else {
            tube([P(64, y + 20), P(34, y + 72)], colour)
            tube([P(64, y + 20), P(96, y + 72)], colour)
          }
        }
      }
      return canvas.sprite()
    }
    @Sendable func spot(_ index: Int, _ moment: Moment) -> (x: Float, y: Float, scale: Float, glow: Float) {
      let near = (Float(index) + 0.5) / Float(count)
      let side: Float = index % 2 == 0 ? -1 : 1
      let scale = frame.unit * mix(0.32, 1.25, power(near, 1.4))
      let off = mix(0.10, 0.47, near)
      let y = frame.height * mix(0.60, 0.36, near) + frame.height * 0.16 * (hash(index, seed, 1) - 0.3)
      let place = moment.project(x: frame.width * (0.5 + side * off), y: y, nearness: mix(0.3, 1, near))
      // One tube in ten has a fault.
      let faulty = hash(index, seed, 2) < 0.2
      let flicker = faulty && moment.swing(rate: 3.1, offset: hash(index, seed, 3)) > 0.55 ? 0.25 : Float(1)
      return (place.x, place.y, scale * place.scale, flicker)
    }
    let light = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { index in
        let sign = spot(index, moment)
        return Marks.Mark(
          x: sign.x, y: sign.y, dy: 1, radius: 1, softness: 1, colour: colours[index % 6 % colours.count],
          opacity: 0.01, isLight: true,
          halo: 420 * sign.scale, haloStrength: 0.36 * sign.glow)
      }
    }
    let signs = PropLayer(sprites: sprites, anchor: 215) { moment in
      (0..<count).map { index in
        let sign = spot(index, moment)
        return PropLayer.Pose(
          x: sign.x, y: sign.y, scale: sign.scale, tone: t2v_tone(light: RGB(0.25 + 0.85 * sign.glow)),
          sprite: index % 6)
      }
    }
    return [light, signs]
  }

  // MARK: Under water

  /// A reef on the sea floor.
  var coral: any SceneLayer {
    let frame = frame
    let seed = stage.seed(0xC02A)
    let own = stage.colour(.coral)
    let palette =
      own.map { [$0, $0.mixed(RGB(1), 0.3)] }
      ?? [
        RGB(0.95, 0.42, 0.36), RGB(0.98, 0.66, 0.30), RGB(0.80, 0.36, 0.66), RGB(0.96, 0.80, 0.52),
        RGB(0.42, 0.66, 0.48),
      ]
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    let tall = frame.height * 0.37
    return band(
      top: frame.height - tall, height: tall + frame.height * 0.08, nearness: 0.9, haze: 0, hazeFoot: 0,
      ground: water * 0.25
    ) { canvas, width, _ in
      let foot = tall + frame.height * 0.08
      func branch(
        _ from: P, _ turn: Float, _ length: Float, _ wide: Float, _ depth: Int, _ colour: RGB, _ salt: Int
      ) {
        let to = from + P(cosine(turns: turn), sine(turns: turn)) * length
        canvas.stroke(from, to, wide, wide * 0.8, colour)
        canvas.ellipse(to, P(wide, wide) * 0.42, colour.mixed(RGB(1), depth == 0 ? 0.3 : 0))
        guard depth > 0 else { return }
        for arm in 0..<3 {
          branch(
            to, turn + (Float(arm) - 1) * 0.085 + (hash(salt, depth, arm) - 0.5) * 0.06, length * 0.74,
            wide * 0.74, depth - 1, colour, salt &* 3 &+ arm)
        }
      }
      for layer in 0..<2 {
        let back = layer == 0
        var rock: [P] = [P(-4, foot + 4)]
        for step in 0...50 {
          let t = Float(step) / 50
          rock.append(
            P(
              t * width,
              foot - tall * (back ? 0.42 : 0.24)
                * (0.7 + 0.6 * Noise.line(t * 5 + Float(layer) * 9, octaves: 4, seed: seed))))
        }
        rock.append(P(width + 4, foot + 4))
        let tone = RGB(0.34, 0.36, 0.40).mixed(water, back ? 0.62 : 0.36)
        canvas.fill(rock) { x, y in
          tone * (0.6 + 0.6 * SharedTiles.billow.sample(x * 0.7 / frame.unit, y / frame.unit))
        }
        for plant in 0..<(back ? 12 : 11) {
          let t = (Float(plant) + hash(plant, seed, layer)) / (back ? 12 : 11)
          let root = P(t * width, rock[min(51, 1 + Int(t * 50))].y + 8)
          let colour = (palette[(plant + layer) % palette.count] * 0.85).mixed(water, back ? 0.55 : 0.16)
          let size = frame.unit * (back ? 0.7 : 1.15) * (0.7 + 0.6 * hash(plant, seed, layer + 5))
          switch Int(hash(plant, seed, layer + 8) * 3) {
          case 0: branch(root, -0.25, 46 * size, 17 * size, 3, colour, plant)
          case 1:
            for fan in 0..<17 {
              let turn = -0.25 + (Float(fan) / 16 - 0.5) * 0.34
              canvas.stroke(
                root, root + P(cosine(turns: turn), sine(turns: turn)) * 128 * size, 9 * size, 4 * size,
                colour * (0.8 + 0.3 * hash(fan, plant)))
            }
          default:
            for tube in 0..<6 {
              let x = root.x + (Float(tube) - 2.5) * 21 * size
              let high = (60 + 70 * hash(tube, plant, seed)) * size
              canvas.stroke(
                P(x, root.y), P(x + (Float(tube) - 2.5) * 6 * size, root.y - high), 17 * size, 23 * size,
                colour)
              canvas.ellipse(
                P(x + (Float(tube) - 2.5) * 6 * size, root.y - high), P(11.5, 5.5) * size, colour * 0.4)
            }
          }
        }
      }
    }
  }
}
