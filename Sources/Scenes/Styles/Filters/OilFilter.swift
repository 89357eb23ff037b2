import CKernels
import Directing

/// Thick paint: every place takes the colour of the stroke that lies on it, and strokes stand out in the light.
struct OilFilter: StyleFilter {
  private let grid: StyleGrid
  private let strokes: StrokeMap

  init(_ setting: StyleSetting) {
    grid = setting.grid
    strokes = StrokeMap(setting)
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 2, distance: 2, sharpness: 0.02)
    let painted = strokes.gather(calm, in: scratch)
    let rows = StyleRows(scratch, grid: grid)
    let width = grid.canvas.width
    out.withPlanes { y, u, v in
      guard let luma = y.baseAddress else { return }
      for row in 0..<grid.canvas.height {
        var parts = t2v_style_row()
        parts.y = UnsafePointer(rows.luma(painted.y, row, "row y"))
        let relief = rows.luma(strokes.relief, row, "row relief")
        let weave = rows.texture(StyleTextures.weave, row, "row weave")
        for index in 0..<width { relief[index] += weave[index] * 0.16 }
        parts.grain = UnsafePointer(relief)
        parts.n = Int32(width)
        t2v_style_paint(luma + row * width, &parts, 0.55, 30, 1.03)
      }
      rows.packChroma(painted, gain: 1.42, into: u, v)
    }
  }
}
