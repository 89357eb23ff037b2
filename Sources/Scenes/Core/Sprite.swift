import CKernels

/// A picture with coverage, drawn once and laid over many frames: premultiplied RGBA, 8 bits each.
struct Sprite: Sendable {
  let width: Int
  let height: Int
  /// Rows from the top; the outermost pixels on all sides are empty, so that edges blend.
  private let pixels: [UInt32]

  /// The first row from which all rows down to the foot cover the whole width; `height` if there is none.
  let solidFrom: Int

  /// The columns of each row between which anything is drawn.
  private let spans: [Range<Int>]

  init(width: Int, height: Int, pixels: [UInt32]) {
    self.width = width
    self.height = height
    self.pixels = pixels
    spans = (0..<height).map { row in
      let line = pixels[(row * width)..<((row + 1) * width)]
      guard let first = line.firstIndex(where: { $0 != 0 }), let last = line.lastIndex(where: { $0 != 0 })
      else {
        return 0..<0
      }
      return (first - row * width)..<(last - row * width + 1)
    }
    var solid = height
    scan: for row in stride(from: height - 1, through: 0, by: -1) {
      for column in 1..<(width - 1) where pixels[row * width + column] < 0xFF00_0000 { break scan }
      solid = row
    }
    solidFrom = solid
  }

  /// The same seen from behind.
  func mirrored() -> Sprite {
    var turned = pixels
    for row in 0..<height { turned[(row * width)..<((row + 1) * width)].reverse() }
    return Sprite(width: width, height: height, pixels: turned)
  }

  /// Lays one row of the sprite over a row of the picture.
  ///
  /// - Parameters:
  ///   - left: where the sprite's left edge is, in pixels of the picture.
  ///   - top: where its top edge is.
  ///   - scale: its size in the picture; negative widths mirror it.
  ///   - lean: pixels by which this row is pushed to the right.
  func paint(
    _ row: PixelRow, left: Float, top: Float, scale: Float, stretch: Float = 1, flipped: Bool = false,
    tone: t2v_tone
  ) {
    let across = scale * stretch
    guard across > 0.001, scale > 0.001, abs(left) < 30000 else { return }
    let v = (row.y - top) / scale - 0.5
    guard v > -1, v < Float(height) else { return }
    let upper = Int(v.rounded(.down))
    let first = clamp(upper, 0, height - 1)
    let second = clamp(upper + 1, 0, height - 1)
    // Pixels whose sample lies within 0 ..< width - 1.
    let step = 1 / across
    var drawn = spans[first]
    if drawn.isEmpty { drawn = spans[second] }
    if !spans[second].isEmpty {
      drawn =
        min(drawn.lowerBound, spans[second].lowerBound)..<max(drawn.upperBound, spans[second].upperBound)
    }
    guard !drawn.isEmpty else { return }
    // Only where this row of the sprite has anything, in columns as they are seen.
    let low = flipped ? width - 2 - drawn.upperBound : drawn.lowerBound - 1
    let high = flipped ? width - drawn.lowerBound : drawn.upperBound + 1
    let firstSample = max(left + 0.5 * across, left + Float(low) * across)
    let lastSample = min(left + (Float(width) - 1) * across, left + Float(high) * across)
    let from = max(0, Int(firstSample.rounded(.up)))
    let to = min(row.count, Int(lastSample.rounded(.down)))
    guard from < to else { return }
    let start = (Float(from) + 0.5 - left) * step - 0.5
    let span = Float(width - 2)
    let begin = flipped ? span - start : start
    guard begin >= 0, begin <= span else { return }
    let end = begin + (flipped ? -step : step) * Float(to - from - 1)
    let count = end < 0 || end > span ? max(0, to - from - 1) : to - from
    guard count > 0 else { return }
    var tone = tone
    pixels.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      t2v_sprite_row(
        row.red + from, row.green + from, row.blue + from, Int32(count), base + first * width,
        base + second * width,
        clamp(v - Float(upper), 0, 1), Int32(begin * 65536), Int32((flipped ? -step : step) * 65536), &tone)
    }
  }
}

extension t2v_tone {
  /// Light, haze and coverage of a sprite.
  init(opacity: Float = 1, light: RGB = RGB(1), haze: RGB = RGB(0), amount: Float = 0) {
    self.init(
      opacity: opacity, lightR: light.red, lightG: light.green, lightB: light.blue, hazeR: haze.red,
      hazeG: haze.green, hazeB: haze.blue, haze: amount)
  }
}
