import CKernels
import Directing

/// Drawn film: clean skies, a few flat tones with hard edges where there is detail, dark contours, light in the lens.
///
/// Things have their contours and tones already, as does the sky its clouds (`LayerPlan`); here land and water get theirs.
struct AnimeFilter: StyleFilter {
  private let grid: StyleGrid
  private let dither: FloatPlane
  private let flare: LensFlare

  init(_ setting: StyleSetting) {
    grid = setting.grid
    dither = FloatPlane(width: grid.canvas.width, height: 8) { x, y in hash(x, y, 77) - 0.5 }
    flare = LensFlare(setting)
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 1, distance: 2, sharpness: 0.03)
    // What is left of the variances says how calm each place is; open sky keeps its gradient.
    let weights = scratch.plane("variance", like: picture.y)
    let calmness = scratch.plane("calmness", like: picture.y)
    PlaneWork.box(weights, mean: calmness, variance: nil, radius: 4)
    let lines = scratch.lines(of: calm.y, clear: 22)
    // Calm has lost the thin dark lines that the picture has.
    let contours = scratch.plane("contour", like: picture.y)
    PlaneWork.difference(calm.y, picture.y, into: contours, gain: 1.0 / 40)
    let rows = StyleRows(scratch, grid: grid)
    rows.paint(calm.y, lines: lines, into: &out) { row, parts, target in
      parts.grain = UnsafePointer(dither.row(row & 7))
      parts.wash = UnsafePointer(rows.luma(contours, row, .wash))
      parts.mask = UnsafePointer(rows.luma(calmness, row, .mask))
      t2v_style_anime(target, &parts, 38, 0.16, 1.08, 3)
    } colour: { _, u, v in
      rows.packChroma(calm, gain: 1.5, into: u, v)
    }
    flare.draw(moment, into: &out)
  }
}
