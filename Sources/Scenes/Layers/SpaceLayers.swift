import CKernels
import Directing

/// Clouds of glowing gas in space: noise warped by noise, lit in two or three colours (a soft layer).
struct NebulaLayer: SceneLayer {
  let stage: Stage
  /// Whether it glows in the sky of a landscape instead of filling space.
  var inSky = false

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let inSky: Bool
    private let us, vs, first, second, third: RowStore
    private let colours: [RGB]

    init(_ layer: NebulaLayer, _ moment: Moment) {
      stage = layer.stage
      self.moment = moment
      inSky = layer.inSky
      func store() -> RowStore { RowStore(width: layer.stage.quarterWidth) }
      (us, vs, first, second, third) = (store(), store(), store(), store(), store())
      let sets: [[UInt32]] = [
        [0x8A2BE2, 0xFF5E9C, 0x2AB7CA], [0x2456C8, 0x43D3C4, 0xF2A65A], [0xC2355B, 0xFF9E4F, 0x4C5BD4],
      ]
      if let own = layer.stage.colour(.nebula) ?? layer.stage.shot.tint.map({ RGB($0) }) {
        colours = [own, own.mixed(RGB(1), 0.4), RGB(own.blue, own.red, own.green)]
      } else {
        colours = sets[Int(hash(layer.stage.seed(0x4EB)) * 3) % 3].map { RGB(hex: $0) }
      }
    }

    var hidesRows: Bool { !inSky }
    func hidesBackground(row: Int) -> Bool { !inSky }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let keep: Float = inSky ? 1 : 0
      let share = inSky ? 0.75 * smoothstep(0, 0.5, (moment.horizon - row.y) / frame.horizon) : 1
      guard share > 0 else { return }
      let seed = Float(stage.seed(0x4EC) & 255)
      let speed = Float(stage.shot.element(.nebula)?.speed ?? 1)
      let a = moment.drift(speed: 1.6 * speed)
      let zoom = 1 - 0.8 * moment.camera.zoom
      let scale = 0.062 / frame.unit * zoom / Float(stage.shot.element(.nebula)?.size ?? 1)
      let n = row.count
      let y = (row.y - frame.height / 2 - moment.camera.tilt) * scale
      for column in 0..<n {
        us.start[column] =
          ((Float(column) + 0.5) * row.step - frame.width / 2 - moment.camera.turn) * scale + seed
        vs.start[column] = y + 90
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: first.start, count: n)
      for column in 0..<n {
        us.start[column] = (us.start[column] + 30 * first.start[column] + a) * 2
        vs.start[column] = (vs.start[column] - 24 * first.start[column] + a * 0.5) * 2
      }
      SharedTiles.cloud.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: second.start, count: n)
      for column in 0..<n {
        us.start[column] = us.start[column] * 1.6 + 40 * second.start[column]
        vs.start[column] = vs.start[column] * 1.6 + 60
      }
      SharedTiles.cloud.scatter(u: us.start, v: vs.start, gain: 1, adding: false, into: third.start, count: n)
      let tilt: Float = 0.5
      for column in 0..<n {
        let x = ((Float(column) + 0.5) * row.step / frame.width - 0.5) * 2
        let yy = (row.y / frame.height - 0.45) * 2
        // The gas lies along a band across the picture.
        let off = x * 0.75 - yy * tilt
        let band = exponential(-off * off * 0.9)
        let mass =
          clamp(
            0.72 + first.start[column] * 0.7 + second.start[column] * 0.55 + third.start[column] * 0.22, 0,
            1.3) * band
        let dust = clamp(0.42 - second.start[column] * 1.3 - third.start[column] * 0.5, 0, 1)
        let light = mass * mass * (1.15 - 0.85 * dust)
        let hue = clamp(0.5 + 0.9 * first.start[column], 0, 1)
        let core = power(max(0, mass - 0.6), 2) * 1.1 * (1 - dust)
        let base = colours[0].mixed(colours[2], hue)
        row.red[column] =
          row.red[column] * keep + (0.012 + base.red * light * 0.78 + colours[1].red * core) * share
        row.green[column] =
          row.green[column] * keep + (0.014 + base.green * light * 0.78 + colours[1].green * core) * share
        row.blue[column] =
          row.blue[column] * keep + (0.035 + base.blue * light * 0.78 + colours[1].blue * core) * share
      }
    }
  }
}
