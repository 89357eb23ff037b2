/// A red seal with 山川 (mountains and rivers) left white, in the lower corner.
enum InkSeal {
  /// Strokes as left, top, right, bottom in shares of the seal.
  private static let strokes: [SIMD4<Float>] = [
    SIMD4(0.47, 0.13, 0.55, 0.42), SIMD4(0.20, 0.24, 0.28, 0.45), SIMD4(0.73, 0.24, 0.81, 0.45),
    SIMD4(0.20, 0.40, 0.81, 0.47), SIMD4(0.22, 0.57, 0.30, 0.87), SIMD4(0.47, 0.57, 0.55, 0.87),
    SIMD4(0.72, 0.57, 0.80, 0.87),
  ]

  static func stamp(
    _ width: Int, _ height: Int, unit: Float, y: UnsafeMutableBufferPointer<UInt8>,
    u: UnsafeMutableBufferPointer<UInt8>, v: UnsafeMutableBufferPointer<UInt8>
  ) {
    let side = max(10, Int(92 * unit) / 2 * 2)
    let left = Int(Float(width) * 0.80) / 2 * 2
    let top = Int(Float(height) * 0.80) / 2 * 2
    guard left + side < width, top + side < height else { return }
    for row in 0..<side {
      for column in 0..<side {
        let (s, t) = ((Float(column) + 0.5) / Float(side), (Float(row) + 0.5) / Float(side))
        let wear = Noise.fractal(s * 9, t * 9, octaves: 3, period: 64, seed: 88)
        let rim = min(min(s, 1 - s), min(t, 1 - t)) * 14 + wear * 0.7
        var ink = clamp(rim, 0, 1) * clamp(1.5 + wear * 1.5, 0.5, 1)
        for stroke in strokes {
          let inside =
            min(min(s - stroke.x, stroke.z - s), min(t - stroke.y, stroke.w - t)) * Float(side) + 0.5
          ink = min(ink, 1 - clamp(inside, 0, 1))
        }
        guard ink > 0.01 else { continue }
        let at = (top + row) * width + left + column
        y[at] = UInt8(mix(Float(y[at]), 84, ink * 0.92))
        if row % 2 == 0, column % 2 == 0 {
          let chroma = (top + row) / 2 * (width / 2) + (left + column) / 2
          u[chroma] = UInt8(mix(Float(u[chroma]), 106, ink))
          v[chroma] = UInt8(mix(Float(v[chroma]), 200, ink))
        }
      }
    }
  }
}
