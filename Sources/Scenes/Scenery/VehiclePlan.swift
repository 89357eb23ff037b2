import CKernels
import Directing

/// A road with cars, and a train on a viaduct.
struct VehiclePlan {
  let stage: Stage
  /// Whether the viaduct stands in water.
  var overWater = false
  private typealias P = SIMD2<Float>
  private var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

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

  /// A lorry on the road, seen from behind.
  private var truck: any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.truck)
    let paint = (stage.colour(.truck) ?? RGB(0.85, 0.86, 0.88)) * (daylight + RGB(0.08))
    var canvas = SpriteCanvas(width: 340, height: 420)
    let dark = RGB(0.05)
    canvas.ellipse(P(170, 400), P(150, 16), RGB(0), opacity: 0.5)
    for x in [42, 92, 208, 258] as [Float] { canvas.rectangle(x, 340, 40, 60, dark) }
    canvas.fill([P(36, 24), P(304, 24), P(308, 352), P(32, 352)]) { x, y in
      paint * (1.06 - (y - 24) / 700) * (0.94 + 0.1 * (x - 170) / 140)
    }
    canvas.rectangle(168, 34, 4, 306, paint * 0.55)
    for bar in [120, 150, 190, 220] as [Float] { canvas.rectangle(bar, 44, 4, 286, paint * 0.7) }
    canvas.rectangle(30, 350, 280, 20, dark)
    for x in [40, 256] as [Float] { canvas.rectangle(x, 352, 44, 15, RGB(0.95, 0.1, 0.07)) }
    let sprite = canvas.sprite()
    let seed = stage.seed(0x72C)
    let count = min(6, element?.count ?? 1)
    return PropLayer(sprites: [sprite], anchor: 396) { moment in
      (0..<count).map { index in
        let lead =
          count == 1
          ? 0.5 + 0.04 * moment.swing(rate: 0.06)
          : fract(hash(index, seed) + moment.turns(rate: 0.02 * Float(element?.speed ?? 1)))
        let near = mix(0.05, 0.75, power(lead, 1.8))
        return PropLayer.Pose(
          x: frame.width / 2 + moment.camera.turn + 0.30 * near * frame.width * RoadLayer.spread(frame),
          y: moment.horizon + near * (frame.height - frame.horizon) + moment.swing(rate: 1.9) * near * 2,
          scale: near * frame.unit * 1.9 * Float(element?.size ?? 1))
      }.sorted { $0.scale < $1.scale }
    }
  }

  /// What drives on a road to the vanishing point.
  var traffic: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.truck) { layers.append(truck) }
    guard stage.has(.car) else { return layers }
    let frame = stage.composition
    let element = stage.shot.element(.car)
    let paint = (stage.colour(.car) ?? RGB(0.75, 0.15, 0.14)) * (daylight + RGB(0.1))
    var canvas = SpriteCanvas(width: 340, height: 250)
    let dark = RGB(0.05)
    // Seen from behind.
    canvas.ellipse(P(170, 226), P(150, 16), RGB(0), opacity: 0.5)
    canvas.rectangle(44, 190, 44, 40, dark)
    canvas.rectangle(252, 190, 44, 40, dark)
    canvas.fill([
      P(30, 130), P(46, 104), P(294, 104), P(310, 130), P(314, 200), P(300, 214), P(40, 214), P(26, 200),
    ]) { _, y in
      paint * (1.12 - (y - 100) / 190)
    }
    canvas.fill([P(66, 106), P(96, 38), P(118, 26), P(222, 26), P(244, 38), P(274, 106)], paint * 0.85)
    canvas.fill([P(84, 100), P(106, 46), P(234, 46), P(256, 100)]) { _, y in
      stage.light.sky.colour(at: 0.3).mixed(dark, 0.45 + (y - 46) / 120)
    }
    canvas.rectangle(36, 134, 56, 22, RGB(0.9, 0.08, 0.06))
    canvas.rectangle(248, 134, 56, 22, RGB(0.9, 0.08, 0.06))
    canvas.rectangle(128, 160, 84, 22, RGB(0.85))
    canvas.rectangle(40, 190, 260, 12, dark)
    let sprite = canvas.sprite()
    let seed = stage.seed(0xCA2)
    let count = min(12, element?.count ?? 1)
    let speed = Float(element?.speed ?? 1)
    @Sendable func spot(_ index: Int, _ moment: Moment) -> (x: Float, y: Float, scale: Float) {
      let lead =
        count == 1
        ? 0.42 + 0.05 * moment.swing(rate: 0.07)
        : fract(hash(index, seed, 1) + moment.turns(rate: 0.02 * speed))
      let near = mix(0.05, 0.75, power(lead, 1.8))
      let y = moment.horizon + near * (frame.height - frame.horizon)
      let lane: Float = 0.30
      return (
        frame.width / 2 + moment.camera.turn + lane * near * frame.width * RoadLayer.spread(frame), y,
        near * frame.unit * 1.75 * Float(element?.size ?? 1)
      )
    }
    layers.append(
      PropLayer(sprites: [sprite], anchor: 226) { moment in
        (0..<count).map { spot($0, moment) }.sorted { $0.scale < $1.scale }.map {
          PropLayer.Pose(x: $0.x, y: $0.y + moment.swing(rate: 1.7) * $0.scale, scale: $0.scale)
        }
      })
    let lamps = max(0.25, stage.light.lamps)
    layers.append(
      MarkLayer(height: stage.canvas.height) { moment in
        (0..<count).flatMap { index -> [Marks.Mark] in
          let at = spot(index, moment)
          return [-106, 106].map { side in
            Marks.Mark(
              x: at.x + side * at.scale, y: at.y - 82 * at.scale, radius: 8 * at.scale,
              softness: 10 * at.scale + 1, colour: RGB(1, 0.16, 0.1),
              opacity: 0.5 * lamps, isLight: true, halo: 120 * at.scale, haloStrength: 0.6 * lamps)
          }
        }
      })
    return layers
  }
}
