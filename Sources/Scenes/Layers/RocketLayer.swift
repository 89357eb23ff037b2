import CKernels
import Directing

/// A rocket that climbs on a column of fire and leaves a trail of lit smoke.
enum RocketLayer {
  static func make(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.rocket)
    let size = frame.unit * Float(element?.size ?? 1) * 0.9
    let body = stage.colour(.rocket) ?? RGB(0.93, 0.94, 0.96)
    let light = stage.light
    let lit = light.ambient * 0.5 + light.key * 0.55 + RGB(0.12)
    var canvas = SpriteCanvas(width: 120, height: 330)
    typealias P = SIMD2<Float>
    func shaded(_ colour: RGB) -> (Float, Float) -> RGB {
      { x, _ in colour * lit * (1.05 - 0.7 * power(abs(x - 50) / 40, 2)) }
    }
    canvas.fill([P(34, 230), P(8, 300), P(10, 318), P(40, 290)], opacity: 1, shaded(RGB(0.82, 0.24, 0.18)))
    canvas.fill(
      [P(86, 230), P(112, 300), P(110, 318), P(80, 290)], opacity: 1, shaded(RGB(0.62, 0.16, 0.14)))
    canvas.fill([P(46, 296), P(74, 296), P(80, 318), P(40, 318)], RGB(0.18))
    var hull: [P] = []
    for step in 0...20 {
      let t = Float(step) / 20
      hull.append(P(60 - 28 * power(sine(turns: min(0.25, t * 0.5)), 0.8), 12 + t * 286))
    }
    for step in (0...20).reversed() {
      let t = Float(step) / 20
      hull.append(P(60 + 28 * power(sine(turns: min(0.25, t * 0.5)), 0.8), 12 + t * 286))
    }
    canvas.fill(hull, opacity: 1, shaded(body))
    canvas.fill([P(60, 10), P(44, 58), P(76, 58)], opacity: 1, shaded(RGB(0.85, 0.26, 0.2)))
    canvas.ellipse(P(60, 112), P(14, 14), RGB(0.30, 0.34, 0.40))
    canvas.ellipse(P(60, 112), P(10, 10), RGB(0.45, 0.72, 0.92))
    let sprite = canvas.sprite()
    let speed = Float(element?.speed ?? 1)
    @Sendable func spot(_ moment: Moment) -> SIMD2<Float> {
      let climb = moment.loops ? 0.5 + 0.03 * sine(turns: moment.progress) : moment.progress * speed
      let t = climb * climb * 0.5 + climb * 0.5
      return SIMD2(
        frame.width * (0.5 + 0.3 * Float(element?.place ?? 0) + 0.05 * t) + moment.camera.turn + 2 * size
          * moment.swing(rate: 3.1),
        mix(frame.height * 0.74, frame.height * 0.06, clamp(t, 0, 1.6)) + moment.camera.tilt)
    }
    let seed = stage.seed(0x20C)
    let smokeLit = light.cloudLit.mixed(RGB(1), 0.2) * (0.35 + 0.65 * light.ambient.luma + 0.1)
    let smoke = MarkLayer(height: stage.canvas.height) { moment in
      let at = spot(moment)
      var marks: [Marks.Mark] = []
      for puff in 0..<90 {
        // The trail hangs where the rocket was; older smoke is wider.
        let age = Float(puff) / 90
        let along = age * frame.height * 0.85
        let wide = (16 + 120 * power(age, 0.8)) * size
        let drift =
          (hash(puff, seed, 1) - 0.5) * wide + 30 * age * moment.swing(rate: 0.1, offset: age) * size
        let heat = exponential(-age * 14)
        let tone = smokeLit.mixed(RGB(1, 0.62, 0.25), heat)
        let roll = fract(moment.turns(rate: 1.2) + hash(puff, seed, 2))
        marks.append(
          Marks.Mark(
            x: at.x + drift - along * 0.07, y: at.y + 300 * size + along + roll * frame.height * 0.01,
            radius: wide * 0.2, softness: wide * 1.1,
            colour: tone * (0.8 + 0.3 * hash(puff, seed, 3)), opacity: 0.34 * (1 - age)))
      }
      for tongue in 0..<34 {
        let age = fract(moment.turns(rate: 3.1) + hash(tongue, seed, 4))
        let width = 26 * size * (1 - age)
        marks.append(
          Marks.Mark(
            x: at.x + (hash(tongue, seed, 5) - 0.5) * 26 * size, y: at.y + (300 + 190 * age) * size,
            dy: 40 * size * (1 - age), radius: width * 0.3,
            softness: width + 1, colour: RGB(1, 0.92, 0.7).mixed(RGB(1, 0.36, 0.08), age),
            opacity: 0.5 * (1 - age), isLight: true,
            halo: tongue == 0 ? 420 * size : 0, haloStrength: 0.55))
      }
      return marks
    }
    let hullLayer = PropLayer(sprites: [sprite], anchor: 0) { moment in
      let at = spot(moment)
      return [PropLayer.Pose(x: at.x, y: at.y, scale: size)]
    }
    return [smoke, hullLayer]
  }
}
