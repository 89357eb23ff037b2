/// A drawn title as planes of a frame: what it covers, and with which colours, at four heights a quarter of a pixel
/// apart, so that it can move smoothly.
struct TitleBitmap: Sendable {
  /// Positions between two rows.
  static let phases = 4

  /// One plane of the title at one height.
  struct Plane: Sendable {
    var colour: [UInt8]
    var alpha: [UInt8]
  }

  /// The title at one height.
  struct Phase: Sendable {
    let luma: Plane
    let blue: [UInt8]
    let red: [UInt8]
    let chromaAlpha: [UInt8]
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

  /// Cuts the title out of a whole picture of premultiplied red, green, blue and alpha; nil when it is clear.
  init?(pixels: [UInt8], width pictureWidth: Int, height pictureHeight: Int) {
    guard let ink = Self.ink(in: pixels, width: pictureWidth, height: pictureHeight, above: 0) else {
      return nil
    }
    left = ink.columns.lowerBound & ~1
    top = ink.rows.lowerBound & ~1
    width = min(pictureWidth, ink.columns.upperBound + 1 & ~1) - left
    // Two rows more: room for the shift of less than one.
    height = (ink.rows.upperBound - top + 3) & ~1
    var premultiplied = [SIMD4<Float>](repeating: .zero, count: width * height)
    for row in 0..<height where top + row < pictureHeight {
      for column in 0..<width {
        let at = ((top + row) * pictureWidth + left + column) * 4
        let pixel = SIMD4<Float>(
          Float(pixels[at]), Float(pixels[at + 1]), Float(pixels[at + 2]), Float(pixels[at + 3]))
        premultiplied[row * width + column] = pixel
      }
    }
    let (width, height) = (width, height)
    shifted = (0..<Self.phases).map { phase in
      Self.planes(premultiplied, width: width, height: height, shift: Float(phase) / Float(Self.phases))
    }
  }

  private static func planes(_ pixels: [SIMD4<Float>], width: Int, height: Int, shift: Float) -> Phase {
    var moved = pixels
    if shift > 0 {
      for row in 0..<height {
        for column in 0..<width {
          let above = row > 0 ? pixels[(row - 1) * width + column] : .zero
          let here = pixels[row * width + column]
          moved[row * width + column] = here + (above - here) * shift
        }
      }
    }
    var luma = Plane(
      colour: [UInt8](repeating: 16, count: width * height),
      alpha: [UInt8](repeating: 0, count: width * height))
    for (index, pixel) in moved.enumerated() where pixel.w > 0 {
      luma.colour[index] = yuv(of: pixel).0
      luma.alpha[index] = UInt8(min(255, pixel.w.rounded()))
    }
    let half = width / 2
    let count = half * height / 2
    var blue = [UInt8](repeating: 128, count: count)
    var red = blue
    var alpha = [UInt8](repeating: 0, count: count)
    for row in 0..<(height / 2) {
      for column in 0..<half {
        let at = row * 2 * width + column * 2
        let sum = moved[at] + moved[at + 1] + moved[at + width] + moved[at + width + 1]
        guard sum.w > 0 else { continue }
        let colour = yuv(of: sum)
        blue[row * half + column] = colour.1
        red[row * half + column] = colour.2
        alpha[row * half + column] = UInt8(min(255, (sum.w / 4).rounded()))
      }
    }
    return Phase(luma: luma, blue: blue, red: red, chromaAlpha: alpha)
  }

  /// The BT.709 colour, in limited range, of a premultiplied pixel.
  private static func yuv(of pixel: SIMD4<Float>) -> (UInt8, UInt8, UInt8) {
    let scale = 1 / pixel.w
    let (r, g, b) = (min(1, pixel.x * scale), min(1, pixel.y * scale), min(1, pixel.z * scale))
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    func byte(_ value: Float) -> UInt8 { UInt8(min(255, max(0, value.rounded()))) }
    return (byte(16 + 219 * y), byte(128 + 224 * (b - y) / 1.8556), byte(128 + 224 * (r - y) / 1.5748))
  }
}
