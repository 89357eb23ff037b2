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
    rows.paint(painted.y, into: &out) { row, parts, target in
      let relief = rows.luma(strokes.relief, row, .relief)
      let weave = rows.texture(StyleTextures.weave, row, .weave)
      for index in 0..<width { relief[index] += weave[index] * 0.16 }
      parts.grain = UnsafePointer(relief)
      t2v_style_paint(target, &parts, 0.55, 30, 1.03)
    } colour: { _, u, v in
      rows.packChroma(painted, gain: 1.42, into: u, v)
    }
  }
}
