import CKernels
import Directing

/// Pencil on paper: outlines, and hatches that thicken with the dark; redrawn eight times a second.
struct SketchFilter: StyleFilter {
  private let grid: StyleGrid
  private let levels: Levels
  private let mask: PaintMask
  private let wobbles: [[FloatPlane]]

  /// Drawings a second.
  private static let rate: Float = 8

  init(_ setting: StyleSetting) {
    grid = setting.grid
    levels = Levels(setting.samples, median: 0.58, gammas: 0.32...1.7)
    mask = PaintMask(grid, margin: 0.05, ragged: 1.1, softness: 0.6, seed: setting.stage.seed(821))
    let seed = setting.stage.seed(822)
    let grid = setting.grid
    wobbles = inParallel(4) { Wobble.planes(grid, cell: 30, seed: seed + $0 * 31) }
  }

  func heldFrame(_ frame: Int) -> Int {
    frame - frame % max(1, Int(Float(grid.canvas.framesPerSecond) / Self.rate))
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let drawing = heldFrame(moment.frame) * Int(Self.rate) / grid.canvas.framesPerSecond
    levels.apply(to: &scratch.scene)
    Wobble.bend(scratch, by: wobbles[abs(drawing) % wobbles.count], reach: 1.6)
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 1, distance: 2, sharpness: 0.02)
    let lines = scratch.lines(of: calm.y, clear: 8)
    let rows = StyleRows(scratch, grid: grid)
    let shift = abs(drawing) % wobbles.count * 3
    rows.paint(calm.y, lines: lines, into: &out) { row, parts, target in
      parts.grain = UnsafePointer(rows.texture(StyleTextures.paper, row, .grain))
      parts.mask = UnsafePointer(rows.luma(mask.luma, row, .bare))
      let hatches = zip(StyleTextures.hatches, [StyleRow.firstHatch, .secondHatch, .thirdHatch])
        .map { hatch, name in rows.texture(hatch, row, name, shift: shift) }
      t2v_style_sketch(target, &parts, hatches[0], hatches[1], hatches[2], 212)
    } colour: { _, u, v in
      u.update(repeating: 124)
      v.update(repeating: 131)
    }
  }
}
