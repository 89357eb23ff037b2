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
      for index in 0..<row.count {
        let x = (Float(index) + 0.5) * row.step - moment.camera.turn
        let off = (x - middle) / spread
        let band = 1 / (1 + off * off * off * off * 3 + off * off * 1.4)
        let noise = field.start[index]
        let light = band * clamp(0.55 + 0.75 * noise, 0, 1.4)
        // A rift of dust runs along the middle.
        let rift = 1 / (1 + (off - 0.12) * (off - 0.12) * 22) * clamp(0.3 - noise * 1.2, 0, 1)
        field.start[index] = light * (1 - 0.72 * rift) * low * layer.strength
        dust.start[index] = band * band * (0.4 - 0.5 * noise) * low * layer.strength
      }
      t2v_add_row(row.red, row.green, row.blue, row.samples, field.start, 0.17, 0.185, 0.27)
      t2v_add_row(row.red, row.green, row.blue, row.samples, dust.start, 0.07, 0.03, 0.06)
    }
  }
}
