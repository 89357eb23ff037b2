import Directing

/// The floor of a canyon: sand, a river, bushes along it, light that dances on it.
extension CanyonPlan {
  fileprivate static let floorNearness: Float = 0.5

  var sand: RGB { rock.mixed(RGB(0.90, 0.70, 0.48), 0.55) }

  /// The middle of the river and half of its width, at a share of the way from the horizon (0) to the viewer (1).
  private func river(_ t: Float) -> (x: Float, half: Float) {
    let seed = stage.seed(0xCA9)
    let turn = hash(seed) < 0.5 ? Float(1) : -1
    let bend = sine(turns: 0.10 + 1.25 * power(t, 0.42)) * 0.16 * power(t, 0.7) * turn
    let wide = stage.has(.river) ? Float(0.19) : 0.13
    return (frame.width * (0.5 + bend), frame.width * (0.004 + wide * power(t, 1.25)))
  }

  var ground: any SceneLayer {
    let frame = frame
    let margin = SpriteBand.margin(frame.width)
    let top = frame.horizon - 2
    let tall = frame.height - top + frame.height * 0.06
    let width = Int(frame.width + margin * 2)
    var canvas = SpriteCanvas(width: width, height: Int(tall))
    let light = shade.mixed(sunlight, 0.55)
    let sky = stage.light.sky
    let colour = stage.colour(.river)
    let deep = stage.light.deep
    for row in 0..<Int(tall) {
      let t = clamp((Float(row) + 0.5) / (frame.height - top), 0.001, 1.1)
      let (middle, half) = river(t)
      let away = 1 / (t + 0.035)
      let reflection = sky.colour(at: 0.03 + 0.6 * t * t).mixed(rock * shade, clamp(0.06 + t * 0.3, 0, 0.3))
      let water = (colour.map { reflection.mixed($0, 0.6) } ?? reflection.mixed(deep, 0.08 + 0.14 * t))
      for column in 0..<width {
        let x = Float(column) - margin
        let u = (x - frame.width / 2) * away / frame.unit
        let v = away * 210
        let patch = SharedTiles.cloud.sample(u * 0.16 + 30, v * 0.9)
        let fine = SharedTiles.cloud.sample(u * 0.9, v * 5)
        var tone = sand * light * (0.86 + 0.16 * patch + 0.10 * fine)
        let bank = (abs(x - middle) + patch * half * 0.22) / half
        tone = tone * (1 - 0.35 * smoothstep(1.16, 1.02, bank))
        let wet = smoothstep(1.02, 0.96, bank)
        let ripple =
          1 + 0.10 * SharedTiles.cloud.sample(u * 0.35 + 70, v * 3.2) + 0.25 * smoothstep(0.86, 0.98, bank)
        tone = tone.mixed(water * ripple, wet)
        canvas.set(column, row, tone, 1)
      }
    }
    brush(&canvas, top: top, margin: margin, light: light)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: top, nearness: Self.floorNearness,
      light: RGB(1),
      haze: air, hazeTop: 0.52, hazeFoot: 0, ground: rock * light * 0.7)
  }

  /// Bushes along the water, and a few in the sand.
  private func brush(_ canvas: inout SpriteCanvas, top: Float, margin: Float, light: RGB) {
    let seed = stage.seed(0xCAC)
    let greens = [RGB(0.25, 0.34, 0.13), RGB(0.34, 0.40, 0.17), RGB(0.42, 0.42, 0.20), RGB(0.20, 0.30, 0.14)]
    for index in 0..<260 {
      let t = power((Float(index) + hash(index, seed)) / 260, 1.35)
      let (middle, half) = river(t)
      let side: Float = hash(index, seed, 1) < 0.5 ? -1 : 1
      let away = 1.08 + power(hash(index, seed, 2), 2.2) * (hash(index, seed, 3) < 0.25 ? 4 : 0.7)
      let size = frame.unit * mix(2.5, 46, power(t, 1.1)) * (0.5 + 0.7 * hash(index, seed, 4))
      let foot = P(middle + side * (half * away + size), (frame.height - top) * t) + P(margin, 0)
      let tone = greens[Int(hash(index, seed, 5) * 4) % 4] * light
      canvas.ellipse(
        foot + P((sunRight ? -0.5 : 0.5) * size, size * 0.08), P(size * 1.3, size * 0.16), RGB(0),
        opacity: 0.28)
      for leaf in 0..<7 {
        let spread = P((hash(index, leaf, 6) - 0.5) * 1.5, -0.1 - 0.5 * hash(index, leaf, 7)) * size
        let bright = 0.72 + 0.5 * hash(index, leaf, 8) * ((spread.x > 0) == sunRight ? 1 : 0.5)
        canvas.ellipse(
          foot + spread, P(0.42, 0.30) * size * (0.6 + 0.6 * hash(index, leaf, 9)), tone * bright)
      }
    }
  }

  /// Light that dances on the river.
  var glitter: any SceneLayer {
    let seed = stage.seed(0xCAB)
    let frame = frame
    let light = stage.light.sky.colour(at: 0.02).mixed(stage.light.key, 0.5).mixed(RGB(1), 0.35)
    let places = (0..<190).map { index -> (x: Float, y: Float, t: Float) in
      let t = power(hash(index, seed, 1), 1.5)
      let (middle, half) = river(t)
      return (
        middle + half * 1.6 * (hash(index, seed, 2) - 0.5),
        frame.horizon - 2 + (frame.height - frame.horizon + 2) * t, t
      )
    }
    return MarkLayer(height: stage.canvas.height) { moment in
      places.enumerated().map { index, place in
        let bright = power(
          0.5 + 0.5 * moment.swing(rate: 0.35 + 0.5 * hash(index, seed, 3), offset: hash(index, seed, 4)), 5)
        let spot = moment.project(x: place.x, y: place.y, nearness: Self.floorNearness)
        let long = mix(4, 30, place.t) * frame.unit
        return Marks.Mark(
          x: spot.x - long / 2, y: spot.y, dx: long, radius: mix(0.3, 1.2, place.t) * frame.unit,
          softness: 2.2,
          colour: light, opacity: 0.75 * bright)
      }
    }
  }
}
