import CKernels
import Directing

/// The turning beam of a lighthouse, seen in the air (a veil that only adds light).
struct BeamLayer: SceneLayer {
  let stage: Stage
  let x: Float
  let y: Float
  let speed: Float

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: BeamLayer
    private let at: (x: Float, y: Float, scale: Float)
    private let facing: Float
    private let across: Float

    init(_ layer: BeamLayer, _ moment: Moment) {
      self.layer = layer
      at = moment.project(x: layer.x, y: layer.y, nearness: 0.35)
      let turn = moment.turns(rate: 0.11 * layer.speed)
      across = cosine(turns: turn)
      facing = sine(turns: turn)
    }

    func paint(_ row: PixelRow) {
      let stage = layer.stage
      let strength = 0.3 + 0.35 * stage.light.lamps + (stage.has(.fog) ? 0.25 : 0)
      let dy = (row.y - at.y) / stage.unit
      let colour = RGB(1, 0.93, 0.72)
      // Turned to the viewer, the lamp itself blazes.
      let flash = power(max(0, facing), 14)
      for column in 0..<row.count {
        let dx = ((Float(column) + 0.5) * row.step - at.x) / stage.unit
        let distance = (dx * dx + dy * dy).squareRoot() + 1
        var light =
          (0.5 + 2.4 * flash) * exponential(-distance / 42) * 0.8 + flash * 0.5
          / (1 + distance * distance / 26000)
        for way in [1, -1] as [Float] {
          let along = dx * way * (across < 0 ? -1 : 1)
          guard along > 0 else { continue }
          let spread = 5 + along * 0.075
          let off = (dy + along * 0.03 * facing) / spread
          light += exponential(-off * off) * abs(across) * exponential(-along / 900) * (way > 0 ? 1 : 0.55)
        }
        light *= strength
        row.red[column] += colour.red * light
        row.green[column] += colour.green * light
        row.blue[column] += colour.blue * light
      }
    }
  }
}
