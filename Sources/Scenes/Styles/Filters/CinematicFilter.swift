import CKernels
import Directing

/// A graded frame of film: teal in the shadows, warmth in the lights, streaks across bright places, bars.
struct CinematicFilter: StyleFilter {
  private let grid: StyleGrid

  init(_ setting: StyleSetting) { grid = setting.grid }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let streaks = Glow.streaks(scratch, from: 196, keep: 0.965)
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let large = Enlarger(step: 4, width: width + 64)
    let small = Enlarger(step: 2, width: width / 2 + 64)
    let glow = scratch.row("glow row", width)
    let bar = Int(Float(height) * 0.088) / 2 * 2
    let scene = scratch.scene
    scene.bytes.withUnsafeBufferPointer { bytes in
      out.withPlanes { y, u, v in
        guard let from = bytes.baseAddress, let y = y.baseAddress, let u = u.baseAddress,
          let v = v.baseAddress
        else { return }
        let count = width * height
        y.update(repeating: 16, count: count)
        u.update(repeating: 128, count: count / 4)
        v.update(repeating: 128, count: count / 4)
        Grain.strip.withUnsafeBufferPointer { grain in
          guard let grain = grain.baseAddress else { return }
          for row in bar..<(height - bar) {
            let target = y + row * width
            target.update(from: from + row * width, count: width)
            if row % 2 == 0 {
              let chroma = row / 2 * (width / 2)
              (u + chroma).update(from: from + count + chroma, count: width / 2)
              (v + chroma).update(from: from + count + count / 4 + chroma, count: width / 2)
              small.row(streaks, row / 2, into: glow, count: width / 2)
              t2v_grade_split(
                u + chroma, v + chroma, target, Int32(width / 2), glow, 1.08, 15, -14, -15, 13, 22, -10)
            }
            large.row(streaks, row, into: glow, count: width)
            t2v_grade_cinema(
              target, Int32(width), glow, grain + Grain.start(row: row, frame: moment.frame), 2.4 / 127)
          }
        }
      }
    }
  }
}
