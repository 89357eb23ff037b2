import CKernels
import Directing

/// The last step of every row: tint, vignette, highlights, grain, and packing as yuv420p.
struct Finish: Sendable {
  private let width: Int
  private let height: Int
  private let vignette: [Float]
  /// How much darker the middle of an edge is.
  private let corner: Float
  private let tint: RGB?
  private let tintAmount: Float
  /// Whether the grain stands still: a style paints what it sees, and moving grain would make it boil.
  private let isStill: Bool
  private static let grainPeriod = 1 << 15

  /// Triangular noise of ±127, long enough that no row repeats its neighbour.
  private static let grain: [Int8] = {
    var random = SeededGenerator(seed: 0x6EA1)
    return (0..<(grainPeriod + 4200)).map { _ in
      Int8(((random.unit() + random.unit()) * 127 - 127).rounded())
    }
  }()

  init(stage: Stage) {
    width = stage.canvas.width
    height = stage.canvas.height
    isStill = stage.shot.style != nil
    let centre = Float(width) / 2
    // Sheets of paper would show the vignette as arches.
    let corner: Float = stage.shot.style == .paperCut ? 0 : 0.10
    self.corner = corner
    vignette = (0..<width).map { column in
      let x = (Float(column) + 0.5 - centre) / centre
      return corner * x * x * x * x
    }
    tintAmount = stage.shot.tint?.name == "monochrome" ? 1 : 0.5
    tint = stage.shot.tint.map {
      let colour = RGB($0)
      return colour * (1 / max(0.25, colour.luma))
    }
  }

  func pack(
    _ top: PixelRow, _ bottom: PixelRow, pair: Int, frame: Int, y: UnsafeMutableBufferPointer<UInt8>,
    u: UnsafeMutableBufferPointer<UInt8>, v: UnsafeMutableBufferPointer<UInt8>
  ) {
    if let tint {
      for row in [top, bottom] {
        t2v_tint_row(row.red, row.green, row.blue, row.samples, tint.red, tint.green, tint.blue, tintAmount)
      }
    }
    func share(_ row: Int) -> Float {
      let offset = (Float(row) + 0.5) / Float(height) * 2 - 1
      return corner * offset * offset * offset * offset
    }
    func place(_ row: Int) -> Int { Int(hash(row, isStill ? 0 : frame) * Float(Self.grainPeriod)) }
    guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
    vignette.withUnsafeBufferPointer { vignette in
      Self.grain.withUnsafeBufferPointer { grain in
        guard let vignette = vignette.baseAddress, let grain = grain.baseAddress else { return }
        let row = pair * 2
        t2v_finish_rows(
          top.red, top.green, top.blue, bottom.red, bottom.green, bottom.blue, Int32(width), vignette,
          share(row),
          share(row + 1), grain + place(row), grain + place(row + 1), 1.0 / 127, y + row * width,
          y + (row + 1) * width, u + pair * (width / 2), v + pair * (width / 2))
      }
    }
  }
}
