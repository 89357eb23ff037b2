import CKernels
import Directing

/// Cut paper: a few colours, each a sheet of its own height that throws a shadow on those behind it.
struct PaperFilter: StyleFilter {
  private let grid: StyleGrid
  private let colours: ColourSet
  /// Luma and height of each sheet.
  private let luma: [Float]
  private let heights: [Float]

  init(_ setting: StyleSetting) {
    grid = setting.grid
    let set = ColourSet(setting.samples, count: 14, seed: setting.stage.shot.seed ^ 0x9A9E)
    colours = set
    // What lies low in the picture and is dark stands in front.
    var sums = [Float](repeating: 0, count: set.colours.count)
    var counts = sums
    for sample in setting.samples {
      let (width, height) = (sample.width, sample.height)
      for y in stride(from: 4, to: height, by: 8) {
        for x in stride(from: 4, to: width, by: 8) {
          let chroma = width * height + y / 2 * (width / 2) + x / 2
          let bin =
            Int(sample.bytes[y * width + x]) / 8 << 10 | Int(sample.bytes[chroma]) / 8 << 5
            | Int(sample.bytes[chroma + width * height / 4]) / 8
          let sheet = Int(set.table[bin])
          sums[sheet] += Float(y) / Float(height)
          counts[sheet] += 1
        }
      }
    }
    let near = set.colours.indices.map { index in
      (counts[index] > 0 ? sums[index] / counts[index] : 0.5) * 0.65
        + (1 - set.colours[index].x / 235) * 0.35
    }
    let order = near.indices.sorted { near[$0] < near[$1] }
    var heights = [Float](repeating: 0, count: 256)
    for (rank, index) in order.enumerated() { heights[index] = Float(rank) }
    self.heights = heights
    // Sheets are told apart by light first.
    let darkest = set.colours.first?.x ?? 16
    let brightest = max(darkest + 40, set.colours.last?.x ?? 235)
    luma = (0..<256).map { index in
      guard index < set.colours.count else { return 128 }
      let spread = (set.colours[index].x - darkest) / (brightest - darkest)
      return mix(set.colours[index].x, 34 + 196 * spread, 0.5)
    }
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let picture = scratch.picture()
    let calm = scratch.calmed(picture, radius: 4, distance: 4, sharpness: 0.01)
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let shadows = shadows(of: calm, scratch)
    let rows = StyleRows(scratch, grid: grid)
    let sheets = scratch.bytes("sheets", width * 2 + 64)
    let reach = Int((11 * grid.unit).rounded()) + 1
    out.withPlanes { y, u, v in
      guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
      for row in 0..<height {
        let here = sheets + (row & 1) * (width + 16)
        let above = sheets + ((row + 1) & 1) * (width + 16)
        let chroma = row / 2
        // Chroma at half the width, each sample for two pixels.
        let cb = wide(rows.chroma(calm.u, chroma, .blueDifference), scratch.row(.wideBlue, width), width)
        let cr = wide(rows.chroma(calm.v, chroma, .redDifference), scratch.row(.wideRed, width), width)
        colours.table.withUnsafeBufferPointer {
          t2v_palette_row(here, Int32(width), rows.luma(calm.y, row, .luma), cb, cr, $0.baseAddress)
        }
        if row == 0 { above.update(from: here, count: width) }
        // The light comes from the upper left, so the shadow is that of what lies there.
        let shadow = rows.luma(shadows, row - reach, .shadow)
        t2v_paper_row(
          y + row * width, Int32(width), here, above, luma, heights, shadow - min(reach, 15),
          rows.texture(StyleTextures.paper, row, .grain))
        guard row & 1 == 0 else { continue }
        for x in 0..<(width / 2) {
          let colour = colours.colours[Int(here[2 * x])]
          u[chroma * (width / 2) + x] = UInt8(clamp(128.5 + colour.y * 1.55, 16, 240))
          v[chroma * (width / 2) + x] = UInt8(clamp(128.5 + colour.z * 1.55, 16, 240))
        }
      }
    }
  }

  private func wide(
    _ half: UnsafeMutablePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ width: Int
  ) -> UnsafeMutablePointer<Float> {
    for x in 0..<(width / 2) {
      out[2 * x] = half[x]
      out[2 * x + 1] = half[x]
    }
    return out
  }

  /// The heights of the sheets, softened.
  private func shadows(of calm: StylePicture, _ scratch: StyleScratch) -> FloatPlane {
    let plane = scratch.plane("height", like: calm.y)
    let sheets = scratch.bytes("row sheets", calm.y.width + 32)
    let (cb, cr) = (scratch.row(.sheetBlue, calm.y.width), scratch.row(.sheetRed, calm.y.width))
    colours.table.withUnsafeBufferPointer { table in
      heights.withUnsafeBufferPointer { heights in
        for row in 0..<calm.y.height {
          let (u, v) = (calm.u.row(row / 2), calm.v.row(row / 2))
          for x in 0..<(calm.y.width / 2) {
            cb[2 * x] = u[x]
            cb[2 * x + 1] = u[x]
            cr[2 * x] = v[x]
            cr[2 * x + 1] = v[x]
          }
          t2v_palette_row(sheets, Int32(calm.y.width), calm.y.row(row), cb, cr, table.baseAddress)
          let out = plane.row(row)
          for x in 0..<calm.y.width { out[x] = heights[Int(sheets[x])] }
        }
      }
    }
    plane.extend()
    let soft = scratch.plane("height soft", like: plane)
    PlaneWork.box(plane, mean: soft, variance: nil, radius: 4)
    PlaneWork.blur(soft, into: plane)
    return plane
  }
}
