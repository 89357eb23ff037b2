import CKernels

/// A drawn title as planes of a frame: what it covers, and with which colours, at four heights a quarter of a pixel
/// apart, so that it can move smoothly.
struct TitleBitmap: Sendable {
  /// Positions between two rows.
  static let phases = 4

  /// The title at one height: its luma and what that covers, then blue, red and what both cover, a quarter as large each.
  struct Phase: Sendable {
    fileprivate let planes: [UInt8]

    /// Gives the planes.
    func withPlanes(
      _ body: (
        _ luma: UnsafePointer<UInt8>, _ lumaAlpha: UnsafePointer<UInt8>, _ blue: UnsafePointer<UInt8>,
        _ red: UnsafePointer<UInt8>, _ chromaAlpha: UnsafePointer<UInt8>
      ) -> Void
    ) {
      // Two planes of four quarters and three of one.
      let quarter = planes.count / 11
      planes.withUnsafeBufferPointer { planes in
        guard let start = planes.baseAddress else { return }
        body(
          start, start + 4 * quarter, start + 8 * quarter, start + 9 * quarter, start + 10 * quarter)
      }
    }
  }

  /// The left column and the top row in the picture, both even.
  let left: Int
  let top: Int
  /// Its size in pixels, both even.
  let width: Int
  let height: Int
  /// The four heights.
  let shifted: [Phase]

  /// Where a picture of red, green, blue and alpha is not clear: everything, and what is clearly text rather than
  /// the far end of its shadow.
  static func ink(
    in pixels: [UInt8], width: Int, height: Int, above threshold: UInt8 = 96
  ) -> (columns: Range<Int>, rows: Range<Int>)? {
    var (left, right, top, bottom) = (width, -1, height, -1)
    pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<height {
        var first = -1
        var last = -1
        for column in 0..<width where pixels[(row * width + column) * 4 + 3] > threshold {
          if first < 0 { first = column }
          last = column
        }
        guard first >= 0 else { continue }
        left = min(left, first)
        right = max(right, last)
        top = min(top, row)
        bottom = row
      }
    }
    return right < 0 ? nil : (left..<(right + 1), top..<(bottom + 1))
  }

  /// Cuts the title out of a picture of premultiplied red, green, blue and alpha; nil when it is clear.
  ///
  /// - Parameters:
  ///   - pixels: rows of the canvas, over its whole width.
  ///   - width: the width of the canvas.
  ///   - rows: which rows of the canvas they are; the first is even.
  init?(pixels: [UInt8], width pictureWidth: Int, rows: Range<Int>) {
    guard let ink = Self.ink(in: pixels, width: pictureWidth, height: rows.count, above: 0) else {
      return nil
    }
    let left = ink.columns.lowerBound & ~1
    let first = ink.rows.lowerBound & ~1
    let width = min(pictureWidth, (ink.columns.upperBound + 1) & ~1) - left
    // Two rows more: room for the shift of less than one.
    let height = (ink.rows.upperBound - first + 3) & ~1
    (self.left, top, self.width, self.height) = (left, rows.lowerBound + first, width, height)
    let clear = [UInt8](repeating: 0, count: width * 4)
    shifted = pixels.withUnsafeBufferPointer { pixels in
      clear.withUnsafeBufferPointer { clear in
        (0..<Self.phases).map { phase in
          Self.planes(width: width, height: height, shift: Float(phase) / Float(Self.phases)) { row in
            // Above the title and below the picture there is nothing.
            guard row >= 0, first + row < rows.count else { return clear.baseAddress }
            return pixels.baseAddress.map { $0 + ((first + row) * pictureWidth + left) * 4 }
          }
        }
      }
    }
  }

  /// The planes of a title whose rows are moved down by a share of a row.
  private static func planes(
    width: Int, height: Int, shift: Float, row: (Int) -> UnsafePointer<UInt8>?
  ) -> Phase {
    let quarter = width * height / 4
    return Phase(
      planes: [UInt8](unsafeUninitializedCapacity: 11 * quarter) { planes, count in
        guard let start = planes.baseAddress else { return }
        for pair in 0..<(height / 2) {
          guard let above = row(2 * pair - 1), let upper = row(2 * pair), let lower = row(2 * pair + 1) else {
            return
          }
          let (at, below, half) = (2 * pair * width, (2 * pair + 1) * width, pair * width / 2)
          t2v_title_rows(
            above, upper, lower, Int32(width), shift, start + at, start + 4 * quarter + at, start + below,
            start + 4 * quarter + below, start + 8 * quarter + half, start + 9 * quarter + half,
            start + 10 * quarter + half)
        }
        count = 11 * quarter
      })
  }
}
