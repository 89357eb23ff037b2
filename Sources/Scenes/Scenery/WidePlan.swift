import CKernels
import Directing

/// Land that fills the picture from side to side: cliffs, fields, roofs, bamboo, reefs.
struct WidePlan {
  let stage: Stage
  typealias P = SIMD2<Float>

  var frame: Composition { stage.composition }
  var daylight: RGB { stage.light.ambient * 0.6 + stage.light.key * 0.42 }
  var sunRight: Bool { (frame.source?.x ?? frame.width) > frame.width / 2 }

  func band(
    top: Float, height: Float, nearness: Float, haze: Float, hazeFoot: Float, ground: RGB? = nil,
    sway: Float = 0,
    _ draw: (inout SpriteCanvas, _ width: Float, _ margin: Float) -> Void
  ) -> SpriteBand {
    let margin = SpriteBand.margin(frame.width)
    var canvas = SpriteCanvas(width: Int(frame.width + margin * 2), height: max(8, Int(height)))
    draw(&canvas, frame.width + margin * 2, margin)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: top.rounded(), nearness: nearness,
      light: RGB(1),
      haze: stage.light.haze, hazeTop: haze, hazeFoot: hazeFoot, ground: ground, sway: sway, swayRate: 0.15)
  }

  // MARK: Rock

  /// A headland of rock over the sea at one side, with grass on top.
  var cliffs: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.cliffs)
    let place = Float(element?.place ?? 0)
    let side: Float = place == 0 ? (hash(stage.seed(0xC11F)) < 0.5 ? -1 : 1) : place
    let rock = (stage.colour(.cliffs) ?? RGB(0.62, 0.56, 0.48)) * daylight
    let grass = RGB(0.34, 0.44, 0.20) * daylight
    let size = Float(element?.size ?? 1)
    return (0..<3).map { index -> any SceneLayer in
      let rank = Float(index) / 2
      let seed = stage.seed(0xC1F + index)
      let tall = frame.height * mix(0.13, 0.36, rank) * size
      let foot = frame.horizon + (frame.height - frame.horizon) * mix(0, 0.36, power(rank, 1.6)) + 3
      let reach = mix(0.66, 0.40, rank)
      return band(
        top: foot - tall, height: tall + 4, nearness: mix(0.15, 0.55, rank), haze: mix(0.5, 0.05, rank),
        hazeFoot: mix(0.55, 0.1, rank)
      ) { canvas, width, _ in
        let border: Float = side < 0 ? -4 : width + 4
        let edge = width * (side < 0 ? reach : 1 - reach)
        var top: [P] = []
        for step in 0...30 {
          let t = Float(step) / 30
          top.append(
            P(
              mix(border, edge, t),
              tall * (0.04 + 0.22 * t * t) + Noise.line(t * 6, octaves: 4, seed: seed) * tall * 0.04 + tall
                * 0.04))
        }
        var face: [P] = []
        for step in 1...24 {
          let t = Float(step) / 24
          face.append(
            P(
              edge + (side < 0 ? 1 : -1)
                * (t * t * tall * 0.18 + Noise.line(t * 8, octaves: 4, seed: seed + 5) * tall * 0.07),
              mix(top[30].y, tall + 4, t)))
        }
        let turned = (side < 0) == sunRight
        canvas.fill(top + face + [P(border, tall + 4)]) { x, y in
          let crack = SharedTiles.billow.sample(x * 0.8 / frame.unit, y * 0.17 / frame.unit)
          let layer = SharedTiles.cloud.sample(x * 0.1 / frame.unit, y * 0.9 / frame.unit)
          return rock * (turned ? 1.1 : 0.68) * (0.42 + 0.72 * crack + 0.25 * layer)
            * (1 - 0.35 * smoothstep(tall * 0.82, tall, y))
        }
        let turf = top.map { $0 + P(0, 16 * frame.unit * mix(0.4, 1, rank)) }
        canvas.fill(top + turf.reversed(), grass)
      }
    }
  }
}
