import CKernels
import Directing

/// Stars of many sizes that twinkle, fewer near the horizon; now and then one falls.
struct StarLayer {
  static func make(_ stage: Stage, floor: Float, strength: Float) -> any SceneLayer {
    let frame = stage.composition
    let area = frame.width * frame.height / (1080 * 1920)
    let asked = stage.shot.element(.stars)?.count.map { $0 * 4 }
    let count = asked ?? Int(2300 * area / (0.5 + 0.5 * frame.unit))
    var random = stage.random(0x57A2)
    let tint = stage.colour(.stars)
    struct Star {
      var x, y, size, glow, rate, phase: Float
      var colour: RGB
    }
    let margin = frame.width * 0.06
    let stars = (0..<min(6000, count)).map { _ -> Star in
      let rank = Float(random.unit())
      let warmth = Float(random.number(in: -1...1))
      let warm = RGB(1, 1 - 0.18 * warmth, 1 - 0.35 * warmth)
      let cold = RGB(1 + 0.3 * warmth, 1 + 0.14 * warmth, 1)
      let colour = tint ?? (warmth > 0 ? warm : cold)
      let x = Float(random.unit()) * (frame.width + 2 * margin) - margin
      let y = Float(random.unit()) * (floor + margin) - margin
      return Star(
        x: x, y: y,
        size: 0.95 + 1.7 * power(rank, 12), glow: 0.5 + 0.5 * power(rank, 4),
        rate: 0.2 + 0.9 * Float(random.unit()),
        phase: Float(random.unit()), colour: colour)
    }
    let speed = Float(stage.shot.element(.stars)?.speed ?? 1)
    let size = Float(stage.shot.element(.stars)?.size ?? 1)
    let unit = max(0.6, frame.unit)
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks = stars.map { star in
        let low = smoothstep(0, 0.35, (floor - star.y) / floor)
        let twinkle = 0.78 + 0.22 * moment.swing(rate: star.rate * speed, offset: star.phase)
        let bright = 1.35 * star.glow * strength * (0.15 + 0.85 * low) * twinkle
        let big = star.size > 1.9
        return Marks.Mark(
          x: star.x + moment.camera.turn, y: star.y + moment.camera.tilt,
          radius: star.size * 0.5 * unit * size,
          softness: 1.5 * unit, colour: star.colour, opacity: bright, isLight: true,
          halo: big ? 13 * unit * size : 0, haloStrength: big ? 0.32 * bright : 0)
      }
      // A shooting star every seven seconds or so, from the shot's own numbers.
      let cycle = 6.5 / max(0.3, speed)
      let index = Int(moment.time / cycle)
      let local = (moment.time - Float(index) * cycle) / 0.8
      if stage.has(.stars), speed > 0, local > 0.6, local < 1.7, !moment.loops {
        let t = (local - 0.6) / 1.1
        let x = frame.width * (0.15 + 0.6 * hash(index, Int(stage.shot.seed & 0xFFFF), 5))
        let y = floor * (0.08 + 0.3 * hash(index, Int(stage.shot.seed & 0xFFFF), 6))
        let reach = frame.unit * 520
        for step in 0..<14 {
          let trail = t - Float(step) * 0.02
          guard trail > 0 else { continue }
          marks.append(
            Marks.Mark(
              x: x + reach * trail, y: y + reach * 0.45 * trail, dx: -reach * 0.024, dy: -reach * 0.0108,
              radius: 1.5 * unit, softness: 1.6 * unit, colour: RGB(0.9, 0.95, 1),
              opacity: 0.8 * sine(turns: t / 2) * (1 - Float(step) / 14) * strength, isLight: true))
        }
      }
      return marks
    }
  }
}
