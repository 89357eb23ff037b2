import CKernels
import Directing

/// A beach at the foot of the picture: sand, a wet strip that mirrors the sky, and foam that runs up and back.
struct BeachLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let edge: [Float]
    private let sand: RGB
    private let wet: RGB
    private let foam: RGB
    private let top: Float
    private let grain: RowStore
    private let scratch = RowStore(width: 514)
    private let salt: Float

    init(_ layer: BeachLayer, _ moment: Moment) {
      stage = layer.stage
      self.moment = moment
      let frame = stage.composition
      let own = layer.stage.colour(.beach) ?? RGB(0.90, 0.76, 0.56)
      sand = own * (stage.light.ambient * 0.5 + stage.light.key * 0.66)
      wet = (sand * 0.5).mixed(stage.light.sky.colour(at: 0.4), 0.38)
      foam =
        stage.light.key.mixed(RGB(1), 0.3).mixed(stage.light.ambient, 0.2) * (1 - 0.45 * stage.light.stars)
      let salt = Float(stage.seed(0xBEA) & 511)
      self.salt = salt
      // Each wave runs up fast and drains slowly.
      let phase = moment.turns(rate: 0.14)
      let run = (phase < 0.35 ? smoothstep(0, 0.35, phase) : 1 - smoothstep(0.35, 1, phase)) - 0.5
      let base = frame.height * 0.815 + run * frame.height * 0.035
      let slope: Float = hash(stage.seed(8)) < 0.5 ? 0.07 : -0.07
      edge = (0..<layer.stage.canvas.width).map { column in
        let x =
          (Float(column) - frame.width / 2 - moment.camera.truck - moment.camera.turn - moment.camera.track)
          / frame.unit
        let bay = SharedTiles.smooth.sample(x * 0.045 + salt, 20 + run * 3)
        let lobes = SharedTiles.smooth.sample(x * 0.16 + salt, 60 + run * 5)
        return base + (bay * 52 + lobes * 15 + x * slope) * frame.unit + moment.camera.tilt
      }
      top = (edge.min() ?? base) - 90 * frame.unit
      grain = RowStore(width: layer.stage.canvas.width)
    }

    func paint(_ row: PixelRow) {
      guard row.y > top else { return }
      let unit = stage.unit
      SharedTiles.cloud.run(
        v: row.y * 1.7 / unit + salt, u: salt - moment.camera.track * 0.9 / unit, du: 0.9 / unit, gain: 1,
        adding: false, into: grain.start,
        count: row.count,
        scratch: scratch.start)
      var beach = t2v_beach()
      (beach.y, beach.unit, beach.inverse) = (row.y, unit, 1 / unit)
      (beach.sandR, beach.sandG, beach.sandB) = (sand.red, sand.green, sand.blue)
      (beach.wetR, beach.wetG, beach.wetB) = (wet.red, wet.green, wet.blue)
      (beach.foamR, beach.foamG, beach.foamB) = (foam.red, foam.green, foam.blue)
      edge.withUnsafeBufferPointer { edge in
        guard let edge = edge.baseAddress else { return }
        t2v_beach_row(row.red, row.green, row.blue, row.samples, edge, grain.start, &beach)
      }
    }
  }
}
