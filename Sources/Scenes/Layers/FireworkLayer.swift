import Directing

/// Rockets that rise and burst into spheres of sparks that hang, fall and fade.
enum FireworkLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.fireworks)
    let own = stage.colour(.fireworks)
    let palette = [
      RGB(1, 0.78, 0.36), RGB(1, 0.34, 0.38), RGB(0.45, 0.72, 1), RGB(0.55, 1, 0.62), RGB(0.86, 0.5, 1),
      RGB(1, 0.95, 0.85),
    ]
    let lanes = min(12, element?.count ?? 4)
    let size = Float(element?.size ?? 1)
    let speed = max(0.2, Float(element?.speed ?? 1))
    let seed = stage.seed(0xF12E)
    let unit = frame.unit
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      let cycle =
        moment.loops ? moment.duration / max(1, (moment.duration * speed / 3.4).rounded()) : 3.4 / speed
      for lane in 0..<lanes {
        // The first of them has just burst when the shot begins.
        let place = moment.time / cycle + 0.36 + Float(lane) / Float(lanes)
        let whole = Int(place)
        // In a loop each round is like the one before.
        let round = moment.loops ? 0 : whole
        let age = (place - Float(whole)) * cycle * speed
        let x = frame.width * (0.16 + 0.68 * hash(lane, seed &+ round, 1)) + moment.camera.turn
        let y = frame.horizon * (0.2 + 0.36 * hash(lane, seed &+ round, 2)) + moment.camera.tilt
        let colour = own ?? palette[Int(hash(lane, seed &+ round, 3) * 6) % 6]
        let second = own.map { $0.mixed(RGB(1), 0.5) } ?? palette[Int(hash(lane, seed &+ round, 4) * 6) % 6]
        if age < 0.7 {
          let t = age / 0.7
          let height = mix(frame.horizon, y, 1 - (1 - t) * (1 - t))
          marks.append(
            Marks.Mark(
              x: x, y: height, dy: 60 * unit * (1 - t), radius: 1.4 * unit, softness: 3 * unit,
              colour: RGB(1, 0.8, 0.5),
              opacity: 0.8, isLight: true, halo: 26 * unit, haloStrength: 0.4))
          continue
        }
        let t = age - 0.7
        let fade = clamp(1 - t / 2.5, 0, 1)
        guard fade > 0 else { continue }
        let reach = (200 + 150 * hash(lane, seed &+ round, 5)) * unit * size
        let opened = 1 - exponential(-t * 2.6)
        marks.append(
          Marks.Mark(
            x: x, y: y, radius: 1, softness: 1, colour: colour, opacity: 0.01, isLight: true,
            halo: reach * 1.9,
            haloStrength: 0.26 * exponential(-t * 3) + 0.07 * fade))
        for spark in 0..<130 {
          let turn = hash(spark, round &+ lane, 6)
          let lift = hash(spark, round &+ lane, 7) * 2 - 1
          let across = (1 - lift * lift).squareRoot()
          let far = reach * opened * (0.86 + 0.2 * hash(spark, round, 8))
          let dx = cosine(turns: turn) * across
          let drop = 95 * unit * t * t * 0.5
          let sx = x + dx * far
          let sy = y + lift * far + drop
          let flicker = t > 1 ? 0.5 + 0.5 * hash(spark, Int(moment.time * 15)) : 1
          let trail = reach * 0.30 * exponential(-t * 1.9)
          let tone = (spark % 3 == 0 ? second : colour).mixed(RGB(1), 0.3 * exponential(-t * 3))
          marks.append(
            Marks.Mark(
              x: sx, y: sy, dx: -dx * trail, dy: -lift * trail - 70 * unit * t * 0.12, radius: 1.1 * unit,
              softness: 2.6 * unit,
              colour: tone,
              opacity: (1 - (1 - fade) * (1 - fade)) * flicker * (0.12 + 0.88 * smoothstep(0, 0.3, t)),
              isLight: true))
        }
      }
      return marks
    }
  }
}
