import CKernels
import Directing

/// Magenta and cyan, scan lines, colours that miss each other by a hair, and a glowing grid on the ground.
struct VaporwaveFilter: StyleFilter {
  private let grid: StyleGrid
  private let isGridded: Bool
  private let tableU: [Float]
  private let tableV: [Float]

  init(_ setting: StyleSetting) {
    grid = setting.grid
    isGridded =
      setting.isLandscape
      && !setting.stage.hasAny(.city, .forest, .meadow, .flowers, .house, .waterfall, .road, .car, .beach)
    // From night blue over magenta and pink to pale yellow; the cyan is the grid's.
    let ramp: [(Float, RGB)] = [
      (0, RGB(hex: 0x0B0326)), (0.16, RGB(hex: 0x2A0A5E)), (0.36, RGB(hex: 0x8A1FA8)),
      (0.56, RGB(hex: 0xFF4FB4)), (0.76, RGB(hex: 0xFF8FB0)), (0.9, RGB(hex: 0xFFD07A)),
      (1, RGB(hex: 0xFFF6E0)),
    ]
    var (u, v) = ([Float](), [Float]())
    for value in 0..<256 {
      let x = clamp((Float(value) - 16) / 219, 0, 1)
      let upper = max(1, ramp.firstIndex { $0.0 >= x } ?? ramp.count - 1)
      let share = (x - ramp[upper - 1].0) / (ramp[upper].0 - ramp[upper - 1].0)
      let colour = ramp[upper - 1].1.mixed(ramp[upper].1, clamp(share, 0, 1))
      u.append((-0.1146 * colour.red - 0.3854 * colour.green + 0.5 * colour.blue) * 224)
      v.append((0.5 * colour.red - 0.4542 * colour.green - 0.0458 * colour.blue) * 224)
    }
    tableU = u
    tableV = v
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    // Red falls to one side and blue to the other.
    let miss = max(1, Int((2.6 * grid.unit).rounded()))
    let pitch = max(2, Int((4 * grid.unit).rounded()))
    GradedFrame.make(of: scratch.scene, into: &out) { frame in
      frame.y.update(from: frame.source.y, count: width * height)
      let half = width / 2
      for row in 0..<(height / 2) {
        let (u, v) = (frame.u + row * half, frame.v + row * half)
        let (cb, cr) = (frame.source.u + row * half, frame.source.v + row * half)
        u.update(from: cb + miss, count: half - miss)
        (u + half - miss).update(repeating: cb[half - 1], count: miss)
        (v + miss).update(from: cr, count: half - miss)
        v.update(repeating: cr[0], count: miss)
        t2v_grade_map(u, v, frame.y + row * 2 * width, Int32(half), tableU, tableV, 0.66, 1.1)
      }
      if isGridded { drawGrid(moment, frame.y, frame.u, frame.v) }
      for row in 0..<height {
        let shade: Float = row % pitch < (pitch + 1) / 2 ? 1.0 : 0.84
        t2v_grade_scan(
          frame.y + row * width, Int32(width), shade, frame.grain(row: row, frame: moment.frame), 2.0 / 127)
      }
    }
  }

  private func drawGrid(
    _ moment: StyleMoment, _ y: UnsafeMutablePointer<UInt8>, _ u: UnsafeMutablePointer<UInt8>,
    _ v: UnsafeMutablePointer<UInt8>
  ) {
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let horizon = moment.scene.horizon * Float(grid.step)
    let way = moment.scene.turns(rate: 0.8)
    let eye = Float(height) * 0.36
    for row in span(horizon + 2, Float(height), height) {
      let below = Float(row) + 0.5 - horizon
      // Distance on the ground: lines cross it at whole numbers.
      let depth = eye / below
      let change = depth / below
      let near = abs(fract(depth + way) - 0.5)
      let line = 0.5 - near
      let cross =
        clamp(1.4 - line / max(0.02, change * 2.2 * grid.unit), 0, 1) * clamp(1.2 - change * 1.6, 0, 1)
      let strength = clamp(below / (Float(height) * 0.10), 0.08, 1) * 0.9
      let chroma = row % 2 == 0 ? row / 2 * (width / 2) : nil
      let perPixel = depth / (eye * 0.62)
      t2v_neon_row(
        y + row * width, chroma.map { u + $0 }, chroma.map { v + $0 }, Int32(width), Float(width) / 2,
        perPixel,
        max(0.012, perPixel * 2.2 * grid.unit), cross, strength, 158, 66)
    }
  }
}
