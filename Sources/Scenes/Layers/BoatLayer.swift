import CKernels
import Directing

/// Sailing boats that cross slowly, bob on the swell, and are mirrored in the water.
enum BoatLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let element = stage.shot.element(.boat)
    let frame = stage.composition
    let dark = stage.light.near
    let sail = stage.colour(.boat) ?? stage.light.key.mixed(RGB(1), 0.3)
    let lit = (sail * (stage.light.ambient * 0.5 + stage.light.key * 0.45)).mixed(
      dark, stage.light.sunHeight < 0.3 ? 0.45 : 0.1)
    var canvas = SpriteCanvas(width: 200, height: 270)
    typealias P = SIMD2<Float>
    // Hull with a sheer line, mast, mainsail and jib with some belly.
    canvas.fill([P(30, 228), P(100, 234), P(176, 224), P(160, 250), P(52, 252)], dark)
    canvas.stroke(P(98, 236), P(101, 14), 4, 2.4, dark)
    canvas.fill([P(104, 22), P(122, 80), P(148, 150), P(168, 206), P(136, 214), P(106, 212)]) { x, y in
      lit * (0.82 + 0.26 * (x - 100) / 70)
    }
    canvas.fill([P(96, 34), P(76, 110), P(40, 212), P(70, 216), P(97, 206)]) { x, y in
      lit * (0.72 + 0.2 * (x - 40) / 60)
    }
    canvas.stroke(P(104, 216), P(172, 210), 2.6, 2, dark)
    canvas.stroke(P(101, 16), P(32, 228), 1, 1, dark, opacity: 0.7)
    let sprite = canvas.sprite()
    let count = min(12, element?.count ?? 1)
    let seed = stage.seed(0xB0A7)
    let speed = Float(element?.speed ?? 1)
    let way: Float = element?.heading == .left ? -1 : 1
    // On a river it keeps to the water.
    let course = stage.has(.river) && !stage.hasAny(.ocean, .lake, .city) ? RiverCourse(stage) : nil
    return PropLayer(sprites: [sprite], anchor: 250) { moment in
      (0..<count).map { index in
        let rank = Float(index) / Float(max(1, count - 1))
        let near = count == 1 ? 0.3 : mix(0.1, 0.5, hash(index, seed, 2))
        let depth = mix(0.03, 0.34, near) * (frame.height - frame.horizon)
        let y = moment.horizon + depth * (1 + moment.camera.zoom * near)
        let side = Float(element?.place ?? 0)
        let home =
          count == 1 ? (side == 0 ? 0.66 - 0.32 * hash(seed) : 0.5 + side * 0.36) : 0.12 + 0.76 * rank
        let run = frame.width * 0.012 * speed
        let x =
          home * frame.width + way
          * (moment.loops
            ? run * 3 * sine(turns: moment.progress) : run * (moment.time - moment.duration / 2))
        let scale = frame.unit * mix(0.62, 1.5, near) * Float(element?.size ?? 1)
        if let course {
          let at = 0.40 + 0.42 * (Float(index) + 0.5) / Float(count) - 0.21 * (count == 1 ? 1 : 0)
          let (middle, half) = course.at(at)
          let spot = moment.project(
            x: middle, y: frame.horizon + (frame.height - frame.horizon) * at, nearness: 0.6)
          return PropLayer.Pose(
            x: spot.x + half * 0.2 * moment.swing(rate: 0.03, offset: hash(index, seed, 6)),
            y: spot.y + moment.swing(rate: 0.21, offset: hash(index, seed, 3)) * 3 * frame.unit,
            scale: min(half * 1.25 / 146, frame.unit * 2.2) * min(1.3, max(0.6, Float(element?.size ?? 1))),
            flipped: way < 0,
            lean: moment.swing(rate: 0.16, offset: hash(index, seed, 4)) * 6 * frame.unit, reflection: 0.5)
        }
        let swell = moment.swing(rate: 0.21, offset: hash(index, seed, 3))
        return PropLayer.Pose(
          x: x + moment.camera.turn + moment.camera.truck * near,
          y: y + swell * 5 * scale * (0.4 + stage.energy), scale: scale,
          flipped: way < 0,
          tone: t2v_tone(haze: stage.light.haze, amount: 0.22 * (1 - near)),
          lean: moment.swing(rate: 0.16, offset: hash(index, seed, 4)) * 12 * scale * (0.4 + stage.energy),
          reflection: 0.5)
      }
    }
  }
}
