import CKernels
import Directing

/// Flat bands of light between ink outlines, with saturated colour.
struct AnimeFilter: StyleFilter {
  private let grid: StyleGrid
  private let dither: FloatPlane

  init(_ setting: StyleSetting) {
    grid = setting.grid
    dither = FloatPlane(width: grid.canvas.width, height: 8) { x, y in hash(x, y, 77) - 0.5 }
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 2, distance: 2, sharpness: 0.03)
    let lines = scratch.lines(of: calm.y, clear: 22)
    let rows = StyleRows(scratch, grid: grid)
    rows.paint(calm.y, lines: lines, into: &out) { row, parts, target in
      parts.grain = UnsafePointer(dither.row(row & 7))
      t2v_style_anime(target, &parts, 36, 0.18, 0.62, 1.10, 3)
    } colour: { _, u, v in
      rows.packChroma(calm, gain: 1.62, into: u, v)
    }
  }
}
