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
    let width = grid.canvas.width
    out.withPlanes { y, u, v in
      guard let luma = y.baseAddress else { return }
      for row in 0..<grid.canvas.height {
        var parts = t2v_style_row()
        parts.y = UnsafePointer(rows.luma(calm.y, row, "row y"))
        parts.edge = UnsafePointer(rows.luma(lines, row, "row edge"))
        parts.grain = UnsafePointer(dither.row(row & 7))
        parts.n = Int32(width)
        t2v_style_anime(luma + row * width, &parts, 36, 0.18, 0.62, 1.10, 3)
      }
      rows.packChroma(calm, gain: 1.62, into: u, v)
    }
  }
}
