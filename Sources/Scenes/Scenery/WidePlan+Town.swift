import CKernels
import Directing

/// Roofs and signs before the eye.
extension WidePlan {
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
}
