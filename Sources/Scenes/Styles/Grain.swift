import Directing

/// Noise of film: one long strip of which every row of every frame shows another part.
enum Grain {
  private static let period = 1 << 15
  static let strip: [Int8] = {
    var random = SeededGenerator(seed: 0xF117)
    let raw = (0..<(period + 4200)).map { _ in Float(random.unit() + random.unit() - 1) }
    // Grains are a little larger than pixels.
    return raw.indices.map { index in
      Int8(clamp((raw[index] + 0.6 * raw[max(0, index - 1)]) * 100, -127, 127))
    }
  }()

  /// Where a row of a frame begins in the strip.
  static func start(row: Int, frame: Int) -> Int { Int(hash(row, frame, 31) * Float(period)) }
}
