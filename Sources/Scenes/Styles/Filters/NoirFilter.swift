import CKernels
import Directing

/// Black and white, hard: light falls through blinds, the corners sink into black, the film is grainy.
struct NoirFilter: StyleFilter {
  private let grid: StyleGrid
  /// How much light falls on each place, at a quarter of the picture's size.
  private let light: FloatPlane
  private let levels: Levels

  init(_ setting: StyleSetting) {
    grid = setting.grid
    // A night in the open is dark, and its lamps are what lights it.
    let isNight = setting.isLandscape && setting.stage.shot.timeOfDay == .night
    levels = Levels(setting.samples, median: isNight ? 0.24 : 0.46, gammas: 0.42...1.6)
    let (width, height) = (grid.canvas.width / 4 + 2, grid.canvas.height / 4 + 2)
    let side = Float(min(width, height))
    let centre = 0.5 + (hash(setting.stage.seed(851)) - 0.5) * 0.2
    // In the open there is hardly a blind, yet a light that falls hard.
    let blinds: Float = setting.isLandscape ? 0.42 : 0.78
    light = FloatPlane(width: width, height: height) { column, row in
      let (x, y) = (Float(column) / Float(width), Float(row) / Float(height))
      // Slats of a blind, thrown aslant.
      let slant = (Float(row) - Float(column) * 0.32) / side
      let slat = 0.5 + 0.5 * sine(turns: slant * 7.5)
      let window = smoothstep(0.62, 0.30, abs(x - centre + (y - 0.4) * 0.25))
      let slats = mix(1, 0.45 + 0.75 * smoothstep(0.24, 0.62, slat), blinds * window)
      let outside = mix(isNight ? 0.86 : 0.52, 1, window)
      let (dx, dy) = ((x - 0.5) * 2, (y - 0.5) * 2)
      let falloff = 1 - 0.62 * smoothstep(0.55, 1.5, (dx * dx + dy * dy).squareRoot())
      return slats * outside * falloff
    }
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    levels.apply(to: &scratch.scene)
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let large = Enlarger(step: 4)
    let shade = scratch.row(.light, width)
    let scene = scratch.scene
    scene.bytes.withUnsafeBufferPointer { bytes in
      out.withPlanes { y, u, v in
        guard let from = bytes.baseAddress, let y = y.baseAddress else { return }
        u.update(repeating: 128)
        v.update(repeating: 128)
        Grain.strip.withUnsafeBufferPointer { grain in
          guard let grain = grain.baseAddress else { return }
          for row in 0..<height {
            (y + row * width).update(from: from + row * width, count: width)
            large.row(light, row, into: shade, count: width)
            t2v_grade_noir(
              y + row * width, Int32(width), shade, 1,
              grain + Grain.start(row: row, frame: moment.frame / 2), 13.0 / 127)
          }
        }
      }
    }
  }
}
