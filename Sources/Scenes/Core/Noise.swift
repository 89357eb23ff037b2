/// Gradient noise that repeats, and the sums of it that scenery is made of.
enum Noise {
  /// Noise at a point, about -1 to 1, that repeats after `period` cells, a power of two, in both directions.
  static func gradient(_ x: Float, _ y: Float, period: Int, seed: Int) -> Float {
    let column = Int(x.rounded(.down))
    let row = Int(y.rounded(.down))
    let s = x - Float(column)
    let t = y - Float(row)
    let fadeS = s * s * s * (s * (s * 6 - 15) + 10)
    let fadeT = t * t * t * (t * (t * 6 - 15) + 10)
    func corner(_ dx: Int, _ dy: Int) -> Float {
      let cx = (column + dx) & (period - 1)
      let cy = (row + dy) & (period - 1)
      let direction = directions[scramble(cx, cy, seed)]
      return direction.x * (s - Float(dx)) + direction.y * (t - Float(dy))
    }
    let top = mix(corner(0, 0), corner(1, 0), fadeS)
    let bottom = mix(corner(0, 1), corner(1, 1), fadeS)
    return mix(top, bottom, fadeT) * 1.5
  }

  /// A sum of octaves, about -1 to 1; `period` is in cells of the first octave.
  static func fractal(
    _ x: Float, _ y: Float, octaves: Int, period: Int, seed: Int, gain: Float = 0.5
  ) -> Float {
    var sum: Float = 0
    var amplitude: Float = 1
    var total: Float = 0
    var scale = 1
    for octave in 0..<octaves {
      sum +=
        amplitude * gradient(x * Float(scale), y * Float(scale), period: period * scale, seed: seed + octave)
      total += amplitude
      amplitude *= gain
      scale *= 2
    }
    return sum / total * 1.3
  }

  /// Sharp crests with smooth valleys, 0 to about 1; crests have more detail than valleys, as worn rock has.
  static func ridged(_ x: Float, _ y: Float, octaves: Int, period: Int, seed: Int) -> Float {
    var sum: Float = 0
    var amplitude: Float = 0.55
    var weight: Float = 1
    var scale = 1
    for octave in 0..<octaves {
      let noise = gradient(x * Float(scale), y * Float(scale), period: period * scale, seed: seed + octave)
      // Rounded at the very top, or summits end in needles.
      var crest = 1.1 - (noise * noise + 0.012).squareRoot()
      crest *= crest * weight
      weight = clamp(crest * 1.6, 0, 1)
      sum += crest * amplitude
      amplitude *= 0.48
      scale *= 2
    }
    return sum
  }

  /// A smooth random line, about -1 to 1.
  static func line(_ x: Float, octaves: Int, seed: Int) -> Float {
    fractal(x, Float(seed & 63) + 0.37, octaves: octaves, period: 4096, seed: seed)
  }

  private static func scramble(_ x: Int, _ y: Int, _ seed: Int) -> Int {
    var mixed = UInt32(truncatingIfNeeded: x) &* 0x9E37_79B1
    mixed ^= UInt32(truncatingIfNeeded: y) &* 0x85EB_CA77
    mixed ^= UInt32(truncatingIfNeeded: seed) &* 0xC2B2_AE3D
    mixed = (mixed ^ (mixed >> 15)) &* 0x2C1B_3C6D
    mixed = (mixed ^ (mixed >> 12)) &* 0x297A_2D39
    return Int((mixed ^ (mixed >> 15)) & 31)
  }

  private static let directions: [SIMD2<Float>] = (0..<32).map {
    SIMD2(cosine(turns: Float($0) / 32), sine(turns: Float($0) / 32))
  }
}
