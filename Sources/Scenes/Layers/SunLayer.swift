import CKernels
import Directing

/// The sun's disc: white-hot in the middle, its own colour at the rim, in a bloom.
struct SunLayer: SceneLayer {
  private let stage: Stage
  private let colour: RGB
  private let rim: RGB

  init(stage: Stage) {
    self.stage = stage
    let own = stage.colour(.sun)
    colour = own.map { $0.mixed(RGB(1), 0.14) * 1.2 } ?? stage.light.sun * 1.22
    rim = own ?? stage.light.glow.mixed(stage.light.sun, 0.45)
  }

  func painter(at moment: Moment) -> (any RowPainter)? {
    moment.sun.map { Painter(self, moment, $0) }
  }

  private final class Painter: RowPainter {
    private let layer: SunLayer
    private let disc: Composition.Disc
    private let reach: Float
    private let dim: Float

    init(_ layer: SunLayer, _ moment: Moment, _ disc: Composition.Disc) {
      self.layer = layer
      self.disc = disc
      reach = disc.radius * 7
      // Behind a closed ceiling the sun is a bright patch only.
      dim = layer.stage.shot.timeOfDay == .overcast ? 0.35 : 1
    }

    func paint(_ row: PixelRow) {
      let dy = abs(row.y - disc.y)
      guard dy < reach else { return }
      let across = (reach * reach - dy * dy).squareRoot()
      let from = Int32(clamp(disc.x - across, 0, Float(row.count)))
      let to = Int32(clamp(disc.x + across, 0, Float(row.count)))
      guard from < to else { return }
      let k = 1 / (disc.radius * disc.radius * 3.2)
      t2v_halo_row(
        row.red, row.green, row.blue, from, to, row.y, disc.x, disc.y, k, reach * reach, layer.rim.red,
        layer.rim.green, layer.rim.blue, 0.62 * dim)
      let rest = disc.radius * disc.radius * 1.5 - dy * dy
      guard rest > 0 else { return }
      let inner = max(from, Int32(max(0, disc.x - rest.squareRoot())))
      let outer = min(to, Int32(max(0, disc.x + rest.squareRoot() + 1)))
      guard inner < outer else { return }
      // One soft-edged disc, never darker than the bloom it stands in.
      t2v_capsule_row(
        row.red, row.green, row.blue, inner, outer, row.y, disc.x, disc.y, disc.x, disc.y, disc.radius * 0.94,
        disc.radius * 0.2, layer.colour.red, layer.colour.green, layer.colour.blue, dim, 0)
    }
  }
}
