import CKernels
import Directing

/// A graded frame of film: teal in the shadows, warmth in the lights, streaks across bright places, bars.
struct CinematicFilter: StyleFilter {
  private let grid: StyleGrid

  init(_ setting: StyleSetting) { grid = setting.grid }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let streaks = Glow.streaks(scratch, from: 196, keep: 0.965)
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let large = Enlarger(step: 4)
    let small = Enlarger(step: 2)
    let glow = scratch.row(.glow, width)
    let bar = Int(Float(height) * 0.088) / 2 * 2
    GradedFrame.make(of: scratch.scene, into: &out) { frame in
      let count = width * height
      frame.y.update(repeating: 16, count: count)
      frame.u.update(repeating: 128, count: count / 4)
      frame.v.update(repeating: 128, count: count / 4)
      for row in bar..<(height - bar) {
        let target = frame.y + row * width
        target.update(from: frame.source.y + row * width, count: width)
        if row % 2 == 0 {
          let chroma = row / 2 * (width / 2)
          (frame.u + chroma).update(from: frame.source.u + chroma, count: width / 2)
          (frame.v + chroma).update(from: frame.source.v + chroma, count: width / 2)
          small.row(streaks, row / 2, into: glow, count: width / 2)
          t2v_grade_split(
            frame.u + chroma, frame.v + chroma, target, Int32(width / 2), glow, 1.08, 15, -14, -15, 13, 22,
            -10)
        }
        large.row(streaks, row, into: glow, count: width)
        t2v_grade_cinema(target, Int32(width), glow, frame.grain(row: row, frame: moment.frame), 2.4 / 127)
      }
    }
  }
}
