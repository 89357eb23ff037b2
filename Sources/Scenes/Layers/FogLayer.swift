import CKernels
import Directing

/// Drifting fog: a veil that thickens around one height (used alone, in front, or between ranges).
struct FogLayer: SceneLayer {
  let stage: Stage
  let centre: Float
  let spread: Float
  let density: Float
  let colour: RGB
  let salt: Int

  /// A bank of fog in a valley.
  static func between(_ stage: Stage, centre: Float, spread: Float, salt: Int) -> any SceneLayer {
    SoftGroup(
      slow: [
        FogLayer(
          stage: stage, centre: centre, spread: spread, density: 0.85, colour: stage.light.haze, salt: salt)
      ], isOpaque: false, stage: stage)
  }

  var veilColour: RGB? { colour }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: FogLayer
    private let moment: Moment
    private let field: RowStore
    private let scratch = RowStore(width: 514)

    init(_ layer: FogLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      field = RowStore(width: layer.stage.quarterWidth)
    }

    var extent: ClosedRange<Float> {
      let middle = layer.centre + moment.camera.tilt
      let reach = max(1, layer.spread) * 2.1
      return (middle - reach)...(middle + reach)
    }

    func paint(_ row: PixelRow) {
      let offset = (row.y - layer.centre - moment.camera.tilt) / layer.spread
      let thickness = (exponential(-offset * offset) - 0.0122) * layer.density
      guard thickness > 0.002, let alpha = row.alpha else { return }
      let speed = Float(layer.stage.shot.element(.fog)?.speed ?? 1) * (6 + 14 * layer.stage.energy)
      let scale = 0.28 / layer.stage.unit
      let near = moment.drift(speed: speed * (1 + 0.13 * Float(layer.salt % 4)))
      let far = moment.drift(speed: -speed * 0.6)
      let salt = Float(layer.salt) * 61
      SharedTiles.smooth.run(
        v: row.y * scale * 0.55 + salt, u: near + salt, du: row.step * scale * 0.4, gain: 0.6, adding: false,
        into: field.start, count: row.count, scratch: scratch.start)
      SharedTiles.cloud.run(
        v: row.y * scale * 1.3 + salt * 2, u: far + salt, du: row.step * scale * 0.75, gain: 0.5,
        adding: true,
        into: field.start, count: row.count, scratch: scratch.start)
      t2v_step_row(field.start, row.samples, field.start, -0.75, 0.8, min(0.97, thickness))
      t2v_cover_veil_row(
        row.red, row.green, row.blue, alpha, row.samples, field.start, layer.colour.red, layer.colour.green,
        layer.colour.blue)
    }
  }
}
