import CKernels
import Directing

/// Curtains of northern light: folded bands with rays that rise from a sharp lower edge (a soft layer).
struct AuroraLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: AuroraLayer
    private let curtains = 3
    /// Lower edge and brightness of each curtain for each column.
    private var edges: [[Float]] = []
    private var rays: [[Float]] = []
    private let low: RGB
    private let high: RGB
    private let reach: Float

    init(_ layer: AuroraLayer, _ moment: Moment) {
      self.layer = layer
      let stage = layer.stage
      let frame = stage.composition
      let element = stage.shot.element(.aurora)
      let speed = Float(element?.speed ?? 1) * (0.6 + 0.8 * stage.energy)
      let own = stage.colour(.aurora)
      low = own ?? RGB(0.22, 1.0, 0.55)
      high = own.map { RGB($0.blue, $0.red * 0.6, $0.green).mixed($0, 0.5) } ?? RGB(0.52, 0.20, 0.85)
      reach = frame.horizon * 0.5 * Float(element?.size ?? 1)
      let columns = stage.quarterWidth
      let drift = moment.drift(speed: 9 * speed)
      let shimmer = moment.drift(speed: 26 * speed)
      for curtain in 0..<curtains {
        var edge: [Float] = []
        var ray: [Float] = []
        let salt = Float(stage.seed(0xA0 + curtain) & 255)
        for column in 0..<columns {
          let x = (Float(column) - moment.camera.turn / 4) * 4 / frame.unit
          let fold = SharedTiles.smooth.sample(x * 0.055 + drift + salt, Float(curtain) * 50 + drift * 0.7)
          let fine = SharedTiles.smooth.sample(x * 0.16 - drift * 1.4 + salt, 90 + Float(curtain) * 31)
          let level = frame.horizon * (0.36 + 0.19 * Float(curtain))
          edge.append(level + (fold * 0.20 + fine * 0.05) * frame.horizon + moment.camera.tilt)
          let bright = SharedTiles.smooth.sample(x * 0.04 + shimmer * 0.4 + salt * 2, 140 + drift)
          let streak = SharedTiles.cloud.sample(
            x * 0.55 + shimmer * 0.5 + fold * 40, 200 + salt + drift * 0.3)
          ray.append(clamp(0.62 + 1.1 * bright, 0.05, 1.3) * clamp(0.62 + 0.7 * streak, 0.1, 1.5))
        }
        edges.append(edge)
        rays.append(ray)
      }
    }

    func paint(_ row: PixelRow) {
      for curtain in 0..<curtains {
        var light = t2v_curtain()
        (light.y, light.reach, light.weight) = (row.y, reach, [0.9, 1.15, 0.75][curtain])
        (light.lowR, light.lowG, light.lowB) = (low.red, low.green, low.blue)
        (light.highR, light.highG, light.highB) = (high.red, high.green, high.blue)
        t2v_curtain_row(
          row.red, row.green, row.blue, row.samples, edges[curtain], rays[curtain], &light)
      }
    }
  }
}
