import CKernels
import Directing

/// Washes on grained paper: wandering outlines, pigment that pools at edges, bare margins.
struct WatercolourFilter: StyleFilter {
  private let grid: StyleGrid
  private let levels: Levels
  private let mask: PaintMask
  private let wobble: [FloatPlane]

  init(_ setting: StyleSetting) {
    grid = setting.grid
    // Washes are light, but those of a night are a night's.
    levels = Levels(setting.samples, median: setting.stage.shot.timeOfDay == .night ? 0.36 : 0.62)
    mask = PaintMask(
      grid, margin: 0.045, ragged: 0.9, softness: 0.16, seed: setting.stage.seed(801))
    wobble = Wobble.planes(grid, cell: 26, seed: setting.stage.seed(802))
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    levels.apply(to: &scratch.scene)
    Wobble.bend(scratch, by: wobble, reach: 3.2)
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 3, distance: 3, sharpness: 0.012)
    let lines = scratch.lines(of: calm.y, clear: 14, wide: true)
    let rows = StyleRows(scratch, grid: grid)
    rows.paint(calm.y, lines: lines, into: &out) { row, parts, target in
      parts.grain = UnsafePointer(rows.texture(StyleTextures.paper, row, .grain))
      parts.wash = UnsafePointer(rows.texture(StyleTextures.blooms, row, .wash))
      parts.mask = UnsafePointer(rows.luma(mask.luma, row, .bare))
      t2v_style_watercolour(target, &parts, 214)
    } colour: { _, u, v in
      rows.packChroma(calm, gain: 1.35, mask: mask.chroma, paper: (-3, 2.5), into: u, v)
    }
  }
}
