import CKernels
import Directing

/// The moon with seas, craters with rays, a shaded limb, and a halo in the air.
struct MoonLayer: SceneLayer {
  private let stage: Stage
  private let sprite: Sprite
  private let colour: RGB

  init(stage: Stage) {
    self.stage = stage
    let radius = stage.composition.moon?.radius ?? 40
    colour = stage.colour(.moon).map { $0.withLuma(max(0.5, $0.luma)) } ?? RGB(1.0, 0.98, 0.92)
    let side = Int(radius * 2) + 6
    var canvas = SpriteCanvas(width: side, height: side)
    let middle = Float(side) / 2
    let seed = stage.seed(0x303)
    // Where the shadow's edge crosses the middle of the disc: 1 at the left rim (full) to -1 at the right (new).
    let lit = stage.shot.element(.moon)?.lit.map { 1 - 2 * Float($0) }
    let craters = (0..<46).map { index in
      SIMD3<Float>(
        hash(index, seed, 1) * 1.9 - 0.95, hash(index, seed, 2) * 1.9 - 0.95,
        0.02 + 0.09 * power(hash(index, seed, 3), 4))
    }
    for row in 0..<side {
      for column in 0..<side {
        let x = (Float(column) + 0.5 - middle) / radius
        let y = (Float(row) + 0.5 - middle) / radius
        let d = (x * x + y * y).squareRoot()
        let coverage = clamp((1 - d) * radius + 0.5, 0, 1)
        guard coverage > 0 else { continue }
        let z = max(0, 1 - d * d).squareRoot()
        // Look the texture up on the ball, not on the disc.
        let stretch = 1 / (0.55 + 0.45 * z)
        let sea = SharedTiles.smooth.sample(x * stretch * 40 + Float(seed & 127), y * stretch * 40 + 31)
        let rough = SharedTiles.cloud.sample(x * stretch * 130 + 9, y * stretch * 130 + Float(seed & 255))
        var tone = 0.97 - 0.30 * smoothstep(-0.05, 0.35, sea + 0.12 * rough) + 0.05 * rough
        for crater in craters {
          let dx = x - crater.x
          let dy = y - crater.y
          let reach = (dx * dx + dy * dy).squareRoot() / crater.z
          if reach < 1.5 {
            tone +=
              0.10 * (smoothstep(0.6, 1, reach) - 1.0 * smoothstep(1, 1.5, reach)) * (reach > 0.6 ? 1 : 0)
            if reach < 0.9 { tone -= 0.05 * (dx + dy) / crater.z * 0.7 + 0.03 }
          }
        }
        let limb = 0.72 + 0.28 * power(z, 0.5)
        var day: Float = 1
        if let lit {
          let edge = lit * max(0, 1 - y * y).squareRoot()
          day = 0.05 + 0.95 * smoothstep(-0.06, 0.1, x - edge)
        }
        canvas.set(column, row, RGB(tone * limb * day), coverage * mix(0.1, 1, smoothstep(0.05, 0.5, day)))
      }
    }
    sprite = canvas.sprite()
  }

  func painter(at moment: Moment) -> (any RowPainter)? {
    moment.moon.map { Painter(self, $0) }
  }

  private final class Painter: RowPainter {
    private let layer: MoonLayer
    private let disc: Composition.Disc
    private let reach: Float

    init(_ layer: MoonLayer, _ disc: Composition.Disc) {
      self.layer = layer
      self.disc = disc
      reach = disc.radius * 6
    }

    func paint(_ row: PixelRow) {
      let dy = abs(row.y - disc.y)
      guard dy < reach else { return }
      let across = (reach * reach - dy * dy).squareRoot()
      let from = Int32(clamp(disc.x - across, 0, Float(row.count)))
      let to = Int32(clamp(disc.x + across, 0, Float(row.count)))
      guard from < to else { return }
      let night = layer.stage.light.stars
      let glow = layer.colour * RGB(0.62, 0.74, 1)
      t2v_halo_row(
        row.red, row.green, row.blue, from, to, row.y, disc.x, disc.y, 1 / (disc.radius * disc.radius * 2.4),
        reach * reach,
        glow.red, glow.green, glow.blue,
        (0.34 * night + 0.03) * Float(layer.stage.shot.element(.moon)?.lit ?? 1).squareRoot())
      let half = Float(layer.sprite.width) / 2
      layer.sprite.paint(
        row, left: disc.x - half, top: disc.y - half, scale: 1,
        tone: t2v_tone(
          opacity: mix(0.6, 1, night), light: layer.colour * mix(0.95, 1.12, night)))
    }
  }
}
