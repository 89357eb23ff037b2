import CKernels
import Directing

/// A road with cars, and a train on a viaduct.
struct VehiclePlan {
  let stage: Stage
  /// Whether the viaduct stands in water.
  var overWater = false
  private typealias P = SIMD2<Float>

  /// A viaduct across the picture with a train that crosses it.
  var train: [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.train)
    let u = frame.unit * Float(element?.size ?? 1)
    let deck = frame.horizon - frame.height * (overWater ? 0.075 : 0.035)
    let margin = SpriteBand.margin(frame.width)
    let stone = (RGB(0.52, 0.47, 0.42) * daylight).mixed(stage.light.near, 0.4)
    let high = overWater ? frame.horizon - deck + 4 : frame.height * 0.3
    var canvas = SpriteCanvas(width: Int(frame.width + margin * 2), height: Int(high + 10))
    canvas.rectangle(0, 2, frame.width + margin * 2, 22 * u, stone)
    var x: Float = 0
    while x < frame.width + margin * 2 {
      // Pillars with round heads between them.
      canvas.rectangle(x, 20 * u, 26 * u, high, stone * 0.9)
      for step in 0..<12 {
        let a = Float(step) / 24
        let b = Float(step + 1) / 24
        canvas.fill(
          [
            P(x + 13 * u + 62 * u - 50 * u * cosine(turns: a), 20 * u),
            P(x + 75 * u - 50 * u * cosine(turns: b), 20 * u),
            P(x + 75 * u - 50 * u * cosine(turns: b), 72 * u - 50 * u * sine(turns: b)),
            P(x + 75 * u - 50 * u * cosine(turns: a), 72 * u - 50 * u * sine(turns: a)),
          ], stone * 0.95)
      }
      x += 125 * u
    }
    let viaduct = SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: deck.rounded(), nearness: 0.4, light: RGB(1),
      haze: stage.light.haze, hazeTop: 0.1, hazeFoot: 0.3)
    var cars = SpriteCanvas(width: 1300, height: 74)
    let paint = (stage.colour(.train) ?? RGB(0.72, 0.18, 0.16)) * daylight
    let glass = RGB(1, 0.84, 0.52).mixed(stage.light.sky.colour(at: 0.4), 1 - max(0.4, stage.light.lamps))
    for car in 0..<6 {
      let left = 10 + Float(car) * 212
      let nose: Float = car == 5 ? 46 : 0
      cars.fill(
        [P(left, 16), P(left + 200 - nose, 16), P(left + 200, 44), P(left + 200, 62), P(left, 62)], paint)
      cars.rectangle(left, 12, 200 - nose, 6, paint * 0.6)
      cars.rectangle(left, 46, 200, 4, RGB(0.92) * daylight)
      for window in 0..<(car == 5 ? 5 : 7) {
        cars.rectangle(left + 12 + Float(window) * 26, 24, 18, 15, glass)
      }
      for wheel in [26, 60, 140, 174] as [Float] { cars.ellipse(P(left + wheel, 64), P(9, 8), RGB(0.05)) }
    }
    let speed = Float(element?.speed ?? 1)
    let way: Float = element?.heading == .left ? -1 : 1
    let carriages = PropLayer(sprites: [cars.sprite()], anchor: 70) { moment in
      let long = 1300 * u * 0.8
      let course = frame.width + long
      let place =
        moment.loops
        ? moment.turns(rate: 150 * u * speed / course) : fract(0.22 + moment.time * 150 * u * speed / course)
      let x = (way > 0 ? place : 1 - place) * course - long / 2
      let spot = moment.project(x: x, y: deck + 4, nearness: 0.4)
      return [
        PropLayer.Pose(
          x: spot.x, y: spot.y, scale: u * 0.8, flipped: way < 0,
          tone: t2v_tone(haze: stage.light.haze, amount: 0.06))
      ]
    }
    return [viaduct, carriages]
  }
}
