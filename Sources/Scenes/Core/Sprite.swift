import CKernels

/// A picture with coverage, drawn once and laid over many frames: premultiplied RGBA, 8 bits each.
final class Sprite: Sendable {
  let width: Int
  let height: Int
  /// Rows from the top; the outermost pixels on all sides are empty, so that edges blend.
  private let pixels: [UInt32]

  /// The first row from which all rows down to the foot cover the whole width; `height` if there is none.
  let solidFrom: Int

  /// The columns of each row between which anything is drawn.
  private let spans: [Range<Int>]

  /// For each row and the one above it, which blocks of texels hold anything, and which are opaque; empty for a sprite that is
  /// too small for it to matter, or too wide.
  private let blocks: [(drawn: ColumnBlocks, solid: ColumnBlocks)]

  /// Whether any row hides what is behind it in some columns.
  let hidesColumns: Bool

  init(width: Int, height: Int, pixels: [UInt32]) {
    self.width = width
    self.height = height
    self.pixels = pixels
    spans = pixels.withUnsafeBufferPointer { pixels in
      (0..<height).map { row in
        let line = (row * width)..<((row + 1) * width)
        guard let first = line.first(where: { pixels[$0] != 0 }),
          let last = line.last(where: { pixels[$0] != 0 })
        else { return 0..<0 }
        return (first - line.lowerBound)..<(last - line.lowerBound + 1)
      }
    }
    var solid = height
    scan: for row in stride(from: height - 1, through: 0, by: -1) {
      for column in 1..<(width - 1) where pixels[row * width + column] < 0xFF00_0000 { break scan }
      solid = row
    }
    solidFrom = solid
    blocks = Self.blocks(of: pixels, width: width, height: height)
    hidesColumns = blocks.contains { !$0.solid.isEmpty }
  }

  private static func blocks(
    of pixels: [UInt32], width: Int, height: Int
  ) -> [(drawn: ColumnBlocks, solid: ColumnBlocks)] {
    let texels = Int(T2V_SPRITE_BLOCK)
    guard width >= 12 * texels, width <= ColumnBlocks.count * texels else { return [] }
    var kinds = [UInt8](repeating: 0, count: (width + texels - 1) / texels)
    return pixels.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return [] }
      return (0...height).map { row in
        let (upper, lower) = (max(0, row - 1), min(height - 1, row))
        t2v_sprite_blocks(&kinds, base + upper * width, base + lower * width, Int32(width))
        var drawn = ColumnBlocks()
        var solid = ColumnBlocks()
        for (block, kind) in kinds.enumerated() where kind != 0 {
          drawn.insert(block, block + 1)
          if kind == 2 { solid.insert(block, block + 1) }
        }
        return (drawn, solid)
      }
    }
  }

  /// Where one row of a sprite falls on a row of the picture.
  struct Placement {
    /// The first column of the picture, and how many.
    fileprivate let from: Int
    fileprivate let count: Int
    /// The texel of the first column, and from one column to the next, in 65536ths; and one divided by that.
    fileprivate let start: Int32
    fileprivate let step: Int32
    fileprivate let inverse: Double
    /// The rows of the sprite that are mixed, and the share of the second.
    fileprivate let first: Int
    fileprivate let second: Int
    fileprivate let share: Float
    /// The row that the next row of the picture will need.
    fileprivate let ahead: Int

    /// The first column, counted from `from`, whose texel is not less than one.
    fileprivate func column(ofTexel texel: Int) -> Int {
      let way = texel * 65536 - Int(start)
      // The half keeps rounding away from whole numbers: this is the quotient of whole numbers, without dividing.
      return way <= 0 ? 0 : min(count, Int((Double(way + Int(step) - 1) + 0.5) * inverse))
    }
  }

  /// Calls `body` with each texel that holds anything, premultiplied, red in the lowest byte.
  func forEachTexel(_ body: (_ column: Int, _ row: Int, _ texel: UInt32) -> Void) {
    for row in 0..<height {
      for column in spans[row] { body(column, row, pixels[row * width + column]) }
    }
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
  func paint(
    _ row: PixelRow, left: Float, top: Float, scale: Float, stretch: Float = 1, flipped: Bool = false,
    tone: t2v_tone
  ) {
    guard
      let placement = placement(
        on: row, left: left, top: top, scale: scale, stretch: stretch, flipped: flipped)
    else { return }
    paint(placement, on: row, tone: tone)
  }

  /// Finds where a row of the sprite falls on a row of the picture; nil when it does not.
  func placement(
    on row: PixelRow, left: Float, top: Float, scale: Float, stretch: Float = 1, flipped: Bool = false
  ) -> Placement? {
    let across = scale * stretch
    guard across > 0.001, scale > 0.001, abs(left) < 30000 else { return nil }
    let v = (row.y - top) / scale - 0.5
    guard v > -1, v < Float(height) else { return nil }
    let upper = floored(v)
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
    guard !drawn.isEmpty else { return nil }
    // Only where this row of the sprite has anything, in columns as they are seen.
    let low = flipped ? width - 2 - drawn.upperBound : drawn.lowerBound - 1
    let high = flipped ? width - drawn.lowerBound : drawn.upperBound + 1
    let firstSample = max(left + 0.5 * across, left + Float(low) * across)
    let lastSample = min(left + (Float(width) - 1) * across, left + Float(high) * across)
    let from = max(0, -floored(-firstSample))
    let to = min(row.count, floored(lastSample))
    guard from < to else { return nil }
    let start = (Float(from) + 0.5 - left) * step - 0.5
    let span = Float(width - 2)
    let begin = flipped ? span - start : start
    guard begin >= 0, begin <= span else { return nil }
    let end = begin + (flipped ? -step : step) * Float(to - from - 1)
    let count = end < 0 || end > span ? max(0, to - from - 1) : to - from
    guard count > 0 else { return nil }
    let texels = Int32((flipped ? -step : step) * 65536)
    return Placement(
      from: from, count: count, start: Int32(begin * 65536), step: texels, inverse: 1 / Double(texels),
      first: first, second: second, share: clamp(v - Float(upper), 0, 1),
      ahead: clamp(Int(v + 1 / scale) + 1, second, height - 1))
  }

  /// Which blocks of columns a row of the sprite hides altogether, if nothing of it is seen through.
  func hidden(by placement: Placement, width columns: Int) -> ColumnBlocks {
    var hidden = ColumnBlocks()
    guard !blocks.isEmpty, placement.step > 0 else { return hidden }
    let texels = Int(T2V_SPRITE_BLOCK)
    blocks[pair(of: placement)].solid.forEachRun { lower, upper in
      // Samples that lie between two texels of the run.
      let low = placement.from + placement.column(ofTexel: lower * texels)
      let high = placement.from + placement.column(ofTexel: upper * texels - 1)
      // The last block of the picture may have fewer columns.
      let last = high >= columns ? ColumnBlocks.count : high / ColumnBlocks.width
      hidden.insert((low + ColumnBlocks.width - 1) / ColumnBlocks.width, last)
    }
    return hidden
  }

  /// Lays one row of the sprite over a row of the picture, where there is anything of it and nothing nearer hides it.
  func paint(_ placement: Placement, on row: PixelRow, tone: t2v_tone) {
    guard !blocks.isEmpty, placement.step > 0, row.count <= ColumnBlocks.count * ColumnBlocks.width else {
      return paint(placement, 0, placement.count, on: row, tone: tone)
    }
    let texels = Int(T2V_SPRITE_BLOCK)
    var seen = ColumnBlocks()
    blocks[pair(of: placement)].drawn.forEachRun { lower, upper in
      let low = placement.from + placement.column(ofTexel: lower * texels - 1)
      let high = placement.from + placement.column(ofTexel: upper * texels)
      seen.insert(low / ColumnBlocks.width, (high + ColumnBlocks.width - 1) / ColumnBlocks.width)
    }
    seen.subtract(row.hidden)
    seen.forEachRun { lower, upper in
      let low = max(0, lower * ColumnBlocks.width - placement.from)
      let high = min(placement.count, upper * ColumnBlocks.width - placement.from)
      if low < high { paint(placement, low, high, on: row, tone: tone) }
    }
  }

  /// The place in `blocks` of the two rows that are mixed.
  private func pair(of placement: Placement) -> Int {
    placement.first == placement.second && placement.first == 0 ? 0 : placement.first + 1
  }

  /// Lays some columns of the row, counted from its first.
  private func paint(_ placement: Placement, _ low: Int, _ high: Int, on row: PixelRow, tone: t2v_tone) {
    var tone = tone
    let from = placement.from + low
    pixels.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      t2v_sprite_row(
        row.red + from, row.green + from, row.blue + from, Int32(high - low), base + placement.first * width,
        base + placement.second * width, base + placement.ahead * width, placement.share,
        placement.start + placement.step * Int32(low), placement.step, &tone)
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
