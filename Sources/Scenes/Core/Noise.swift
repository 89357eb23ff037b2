import CKernels

/// Gradient noise that repeats, and the sums of it that scenery is made of.
enum Noise {
  /// Noise at a point, about -1 to 1, that repeats after `period` cells, a power of two, in both directions.
  static func gradient(_ x: Float, _ y: Float, period: Int, seed: Int) -> Float {
    var (result, x, y) = (Float(0), x, y)
    t2v_noise_row(&result, &x, &y, 1, 1, Int32(period), Int32(truncatingIfNeeded: seed))
    return result
  }

  /// A sum of octaves, about -1 to 1; `period` is in cells of the first octave.
  static func fractal(
    _ x: Float, _ y: Float, octaves: Int, period: Int, seed: Int, gain: Float = 0.5
  ) -> Float {
    var (result, x, y) = (Float(0), x, y)
    t2v_fractal_row(
      &result, &x, &y, 1, Int32(octaves), Int32(period), Int32(truncatingIfNeeded: seed), gain)
    return result
  }

  /// The same at many points at once, which takes a tenth of the time.
  static func fractal(
    _ x: [Float], _ y: [Float], octaves: Int, period: Int, seed: Int, gain: Float = 0.5
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: x.count) { result, count in
      count = min(x.count, y.count)
      t2v_fractal_row(
        result.baseAddress, x, y, Int32(count), Int32(octaves), Int32(period),
        Int32(truncatingIfNeeded: seed), gain)
    }
  }

  /// Noise at many points at once.
  static func gradient(_ x: [Float], _ y: [Float], scale: Float, period: Int, seed: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: x.count) { result, count in
      count = min(x.count, y.count)
      t2v_noise_row(
        result.baseAddress, x, y, Int32(count), scale, Int32(period), Int32(truncatingIfNeeded: seed))
    }
  }

  /// Sharp crests with smooth valleys at many points, 0 to about 1; crests have more detail than valleys, as worn rock has.
  static func ridged(_ x: [Float], _ y: [Float], octaves: Int, period: Int, seed: Int) -> [Float] {
    var weight = [Float](repeating: 1, count: x.count)
    return [Float](unsafeUninitializedCapacity: x.count) { result, count in
      count = min(x.count, y.count)
      t2v_ridged_row(
        result.baseAddress, &weight, x, y, Int32(count), Int32(octaves), Int32(period),
        Int32(truncatingIfNeeded: seed))
    }
  }

  /// A smooth random line, about -1 to 1.
  static func line(_ x: Float, octaves: Int, seed: Int) -> Float {
    fractal(x, Float(seed & 63) + 0.37, octaves: octaves, period: 4096, seed: seed)
  }
}
