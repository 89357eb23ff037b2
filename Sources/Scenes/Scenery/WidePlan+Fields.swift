import Directing

/// What grows in rows across the picture.
extension WidePlan {
  /// Ripe ears to the horizon, swaying.
  var wheat: [any SceneLayer] {
    let frame = frame
    let own = (stage.colour(.wheat) ?? RGB(0.94, 0.74, 0.34)) * (daylight + RGB(0.16))
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
        hazeFoot: mix(0.45, 0, rank), ground: index == 8 ? shade * 0.6 : nil,
        sway: tall * 0.05 * (0.4 + 1.4 * stage.energy)
      ) { canvas, width, _ in
        let base = tall * 1.15
        canvas.rectangle(-2, base - tall * 0.45, width + 4, next + tall, shade * 0.74)
        let count = Int(width / max(2.2, 11 * frame.unit * mix(0.3, 1, rank)))
        for stalk in 0..<count {
          let x = (Float(stalk) + hash(stalk, seed, index)) / Float(count) * width
          let top = base - tall * (0.72 + 0.36 * hash(stalk, seed, index + 20))
          let lean = (hash(stalk, seed, index + 40) - 0.3) * tall * 0.16
          let tone = shade * (0.84 + 0.4 * hash(stalk, seed, index + 60))
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
}
