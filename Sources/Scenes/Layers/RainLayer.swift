import Directing

/// Rain in three depths with the wind's slant, and rings or splashes where it lands.
struct RainLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.rain)
    let amount = Float(element?.count ?? 0)
    let size = Float(element?.size ?? 1)
    let count = amount > 0 ? Int(amount) : Int((520 + 700 * stage.energy) * size)
    let speed = Float(element?.speed ?? 1)
    let slant = (stage.energy * 0.34 + 0.03) * (element?.heading == .left ? -1 : 1)
    let colour = (stage.colour(.rain) ?? stage.light.sky.colour(at: 0.1).mixed(RGB(0.9, 0.95, 1), 0.5))
    let unit = frame.unit
    let onWater = stage.hasAny(.ocean, .lake, .river, .boat)
    let ground = onWater ? frame.horizon : max(frame.horizon, frame.height * 0.74)
    let seed = stage.seed(0x4A1)
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      marks.reserveCapacity(count + 200)
      for index in 0..<count {
        let depth = power(hash(index, seed, 1), 1.6)  // 0 far, 1 near
        let fall = mix(1500, 3400, depth) * unit * max(0.15, speed)
        let length = mix(26, 120, depth) * unit * (0.4 + 0.6 * speed)
        let cycle = frame.height + length * 2
        let turns = moment.turns(rate: fall / cycle)
        let place = fract(turns + hash(index, seed, 2))
        // Each fall comes down elsewhere, except in a loop, where the first must follow the last.
        let round = moment.loops ? 0 : Int(moment.time * fall / cycle + hash(index, seed, 2))
        let y = place * cycle - length
        let x =
          (hash(index, seed &+ round, 3) * 1.5 - 0.25) * frame.width + (y - frame.height * 0.5) * slant
          + moment.camera.turn
        marks.append(
          Marks.Mark(
            x: x, y: y, dx: -length * slant, dy: -length, radius: mix(0.35, 1.1, depth) * unit,
            softness: mix(1.1, 2.4, depth) * unit, colour: colour, opacity: mix(0.16, 0.34, depth)))
      }
      // Splashes: rings on water, spray on ground; near ones are larger.
      for index in 0..<Int((onWater ? 90 : 70) * (0.6 + 0.6 * stage.energy)) {
        let rate = 1.6 + hash(index, seed, 7)
        let turns =
          moment.loops
          ? moment.turns(rate: rate) + hash(index, seed, 8) : moment.time * rate + hash(index, seed, 8)
        let age = fract(turns)
        let round = moment.loops ? 0 : Int(turns)
        let near = power(hash(index, seed &+ round, 9), 0.8)
        let y = mix(ground + 6 * unit, frame.height, near)
        let x = hash(index, seed &+ round, 10) * frame.width
        let scale = mix(0.2, 1, near) * unit
        if onWater {
          let radius = 34 * scale * age
          let strength = (1 - age) * 0.4
          // A ring in perspective, as short pieces.
          for step in 0..<10 {
            let a = Float(step) / 10
            let b = Float(step + 1) / 10
            let px = x + radius * cosine(turns: a)
            let py = y + radius * 0.3 * sine(turns: a)
            marks.append(
              Marks.Mark(
                x: px, y: py, dx: x + radius * cosine(turns: b) - px,
                dy: y + radius * 0.3 * sine(turns: b) - py,
                radius: 0.4 * scale, softness: 1.6 * scale + 0.4, colour: colour, opacity: strength * 0.6))
          }
        } else if age < 0.3 {
          let t = age / 0.3
          for side in [-1, 0, 1] as [Float] {
            marks.append(
              Marks.Mark(
                x: x + side * 13 * scale * t, y: y - 20 * scale * t * (1 - 0.6 * t) * (1.4 - abs(side)),
                radius: 0.9 * scale,
                softness: 1.4 * scale, colour: colour, opacity: 0.45 * (1 - t)))
          }
        }
      }
      return marks
    }
  }
}
