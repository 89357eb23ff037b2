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
    private let cover: RowStore
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
        let x = (Float(column) - frame.width / 2 - moment.camera.truck - moment.camera.turn) / frame.unit
        let bay = SharedTiles.smooth.sample(x * 0.045 + salt, 20 + run * 3)
        let lobes = SharedTiles.smooth.sample(x * 0.16 + salt, 60 + run * 5)
        return base + (bay * 52 + lobes * 15 + x * slope) * frame.unit + moment.camera.tilt
      }
      top = (edge.min() ?? base) - 90 * frame.unit
      grain = RowStore(width: layer.stage.canvas.width)
      cover = RowStore(width: layer.stage.canvas.width)
    }

    func paint(_ row: PixelRow) {
      guard row.y > top else { return }
      let unit = stage.unit
      SharedTiles.cloud.run(
        v: row.y * 1.7 / unit + salt, u: salt, du: 0.9 / unit, gain: 1, adding: false, into: grain.start,
        count: row.count,
        scratch: scratch.start)
      let far = 1 / unit
      for column in 0..<row.count {
        let inland = (row.y - edge[column]) * far
        guard inland > -90 else { continue }
        let noise = grain.start[column]
        if inland < 0 {
          // Thin water over the sand, with lace of foam.
          let thin = smoothstep(-80, 0, inland)
          let lace = smoothstep(0.1, 0.32, noise * 0.8 + thin * 0.34 - 0.1)
          let amount = thin * 0.5
          row.red[column] += (wet.red - row.red[column]) * amount
          row.green[column] += (wet.green - row.green[column]) * amount
          row.blue[column] += (wet.blue - row.blue[column]) * amount
          let white = lace * thin * 0.55
          row.red[column] += (foam.red - row.red[column]) * white
          row.green[column] += (foam.green - row.green[column]) * white
          row.blue[column] += (foam.blue - row.blue[column]) * white
          continue
        }
        let dry = smoothstep(10, 110, inland + noise * 26)
        let tone = 1 + 0.05 * noise
        var red = mix(wet.red, sand.red * tone, dry)
        var green = mix(wet.green, sand.green * tone, dry)
        var blue = mix(wet.blue, sand.blue * tone, dry)
        let line =
          exponential(-inland * inland / 130) * (0.72 + 0.5 * noise) + exponential(
            -(inland - 34) * (inland - 34) / 60) * 0.12
        let white = clamp(line, 0, 0.95)
        red += (foam.red - red) * white
        green += (foam.green - green) * white
        blue += (foam.blue - blue) * white
        let coverage = min(1, inland * unit + 0.2)
        row.red[column] += (red - row.red[column]) * coverage
        row.green[column] += (green - row.green[column]) * coverage
        row.blue[column] += (blue - row.blue[column]) * coverage
      }
    }
  }
}
