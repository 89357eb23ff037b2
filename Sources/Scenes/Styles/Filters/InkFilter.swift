import CKernels
import Directing

/// Black ink on rice paper: few washes, dark contours with dry edges, mist, a red seal.
struct InkFilter: StyleFilter {
  private let grid: StyleGrid
  private let levels: Levels
  private let mask: PaintMask
  private let wobble: [FloatPlane]

  init(_ setting: StyleSetting) {
    grid = setting.grid
    levels = Levels(setting.samples, median: 0.60, gammas: 0.3...1.7)
    let seed = setting.stage.seed(811)
    let horizon = setting.stage.composition.horizon / setting.stage.height
    let isLandscape = setting.isLandscape
    mask = PaintMask(grid, margin: 0.06, ragged: 0.8, softness: 0.75, seed: seed) { x, y in
      guard isLandscape else { return 0 }
      // Mist lies where far land meets near.
      let band = (y - horizon - 0.015) / 0.055
      let drift = 0.55 + 0.6 * Noise.gradient(x * 3 + 7, y * 9, period: 64, seed: seed + 3)
      return 0.72 * exponential(-band * band) * clamp(drift, 0, 1)
    }
    wobble = Wobble.planes(grid, cell: 18, seed: setting.stage.seed(812))
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    levels.apply(to: &scratch.scene)
    Wobble.bend(scratch, by: wobble, reach: 2.2)
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 3, distance: 3, sharpness: 0.012)
    let lines = scratch.lines(of: calm.y, clear: 13, wide: true)
    let rows = StyleRows(scratch, grid: grid)
    rows.paint(calm.y, lines: lines, into: &out) { row, parts, target in
      parts.grain = UnsafePointer(rows.texture(StyleTextures.paper, row, .grain, shift: 91))
      parts.wash = UnsafePointer(rows.texture(StyleTextures.blooms, row, .wash))
      parts.mask = UnsafePointer(rows.luma(mask.luma, row, .bare))
      t2v_style_ink(target, &parts, 206)
    } colour: { y, u, v in
      // A breath of colour is left.
      rows.packChroma(calm, gain: 0.22, mask: mask.chroma, paper: (-8, 4), into: u, v)
      InkSeal.stamp(grid.canvas.width, grid.canvas.height, unit: grid.unit, y: y, u: u, v: v)
    }
  }
}
