import CKernels
import Directing

/// The band of the Milky Way: light of stars too faint to see, torn by dust (a soft layer).
struct MilkyWayLayer: SceneLayer {
  let stage: Stage
  let strength: Float

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: MilkyWayLayer
    private let moment: Moment
    private let field: RowStore
    private let dust: RowStore
    private let scratch = RowStore(width: 514)

    init(_ layer: MilkyWayLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      field = RowStore(width: layer.stage.quarterWidth)
      dust = RowStore(width: layer.stage.quarterWidth)
    }

    func paint(_ row: PixelRow) {
      let frame = layer.stage.composition
      let seed = layer.stage.seed(0x3117)
      let slope: Float = seed % 2 == 0 ? 0.55 : -0.55
      let y = row.y - moment.camera.tilt
      let low = smoothstep(0, 0.5, (frame.horizon - y) / frame.horizon)
      guard low > 0 else { return }
      let scale = 0.24 / frame.unit
      SharedTiles.cloud.run(
        v: y * scale + Float(seed & 255), u: (row.step / 2 - moment.camera.turn) * scale + Float(seed >> 8),
        du: row.step * scale, gain: 1,
        adding: false, into: field.start, count: row.count, scratch: scratch.start)
      SharedTiles.cloud.run(
        v: y * scale * 2.1 + 77, u: (row.step / 2 - moment.camera.turn) * scale * 2.1,
        du: row.step * scale * 2.1, gain: 0.5,
        adding: true, into: field.start, count: row.count, scratch: scratch.start)
      let middle = frame.width * 0.55 + (y - frame.horizon * 0.45) * slope
      let spread = frame.width * mix(0.30, 0.2, frame.breadth)
      var milky = t2v_milky()
      milky.x = (row.step * 0.5 - moment.camera.turn - middle) / spread
      milky.step = row.step / spread
      milky.strength = low * layer.strength
      t2v_milky_row(field.start, dust.start, row.samples, &milky)
      t2v_add_row(row.red, row.green, row.blue, row.samples, field.start, 0.17, 0.185, 0.27)
      t2v_add_row(row.red, row.green, row.blue, row.samples, dust.start, 0.07, 0.03, 0.06)
    }
  }
}
