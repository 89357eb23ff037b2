import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Noise that every shot uses, made once a process; shots differ by where they look at it.
enum SharedTiles {
  /// Makes them on all cores, if they are not made yet; those of water where there is any.
  static func prepare(withWater: Bool) {
    _ = inParallel(withWater ? 5 : 3) { index in
      switch index {
      case 0: cloud.width
      case 1: billow.width
      case 2: smooth.width
      case 3: waves.count
      default: chop.count
      }
    }
  }

  /// Soft clouds, about -1 to 1, four cells across.
  static let cloud = make(size: 512) { x, y in
    Noise.fractal(x, y, octaves: 6, period: 4, seed: 11, gain: 0.52)
  }

  /// Round heaps with creases between, 0 to 1.
  static let billow = make(size: 512) { x, y in
    var sum = [Float](repeating: 0, count: x.count)
    var amplitude: Float = 0.5
    var scale = 1
    for octave in 0..<5 {
      let noise = Noise.gradient(x, y, scale: Float(scale), period: 4 * scale, seed: 40 + octave)
      for index in sum.indices { sum[index] += (1 - abs(noise[index])) * amplitude }
      amplitude *= 0.48
      scale *= 2
    }
    return sum
  }

  /// Smooth large forms for warps and fog, about -1 to 1.
  static let smooth = make(size: 256) { x, y in
    Noise.fractal(x, y, octaves: 3, period: 4, seed: 77)
  }

  /// Slopes of a wind sea toward the viewer, unit variance, at growing averages along the line of sight:
  /// level k holds means over 2^k rows, so that far water neither shimmers nor repeats.
  static let waves: [Tile] = waveLevels(seed: 5, shortest: 30, longest: 4, count: 64)

  /// The same for short chop.
  static let chop: [Tile] = waveLevels(seed: 9, shortest: 60, longest: 10, count: 90)

  /// A tile of four cells across, which `value` gives row by row.
  private static func make(size: Int, _ value: (_ x: [Float], _ y: [Float]) -> [Float]) -> Tile {
    let across = (0..<size).map { Float($0) / Float(size) * 4 }
    var values: [Float] = []
    values.reserveCapacity(size * size)
    for row in 0..<size {
      values += value(across, [Float](repeating: Float(row) / Float(size) * 4, count: size))
    }
    return Tile(width: size, height: size, values)
  }

  /// A periodic sum of directional waves, most of which run toward the viewer.
  private static func waveLevels(seed: Int, shortest: Float, longest: Float, count: Int) -> [Tile] {
    let size = 512
    var values = [Float](repeating: 0, count: size * size)
    var cosines = [Float](repeating: 0, count: size)
    var sines = cosines
    for wave in 0..<count {
      // Long waves come in few directions; short ones in many.
      let rank = hash(wave, seed, 1)
      let number = longest * power(shortest / longest, rank)
      let spread = (hash(wave, seed, 2) + hash(wave, seed, 3) - 1) * mix(0.7, 1.25, rank)
      let kx = (number * sin(spread)).rounded()
      let ky = (number * cos(spread)).rounded()
      guard kx != 0 || ky != 0 else { continue }
      let amplitude = power(number, -0.55) * ky / max(1, (kx * kx + ky * ky).squareRoot())
      let phase = hash(wave, seed, 4)
      for column in 0..<size {
        let turns = kx * Float(column) / Float(size) + phase
        cosines[column] = cosine(turns: turns) * amplitude
        sines[column] = sine(turns: turns) * amplitude
      }
      values.withUnsafeMutableBufferPointer { values in
        for row in 0..<size {
          let turns = ky * Float(row) / Float(size)
          t2v_wave_row(
            values.baseAddress.map { $0 + row * size }, cosines, sines, Int32(size), cosine(turns: turns),
            sine(turns: turns))
        }
      }
    }
    // Crests are sharper than troughs: bend the slope by the sum's own square, then bring it to unit variance.
    var mean: Float = 0
    for index in values.indices {
      mean += values[index] / Float(values.count)
    }
    var variance: Float = 0
    for index in values.indices {
      values[index] -= mean
      variance += values[index] * values[index] / Float(values.count)
    }
    let scale = 1 / max(1e-6, variance.squareRoot())
    for index in values.indices { values[index] *= scale }
    var levels = [Tile(width: size, height: size, values)]
    var height = size
    while height > 8 {
      var half = [Float](repeating: 0, count: size * height / 2)
      for row in 0..<(height / 2) {
        for column in 0..<size {
          // Averaging halves the swing of what it blurs; give most of it back, so that far water still sparkles.
          half[row * size + column] =
            (values[2 * row * size + column] + values[(2 * row + 1) * size + column]) * 0.5
        }
      }
      var power: Float = 0
      for value in half { power += value * value / Float(half.count) }
      let lift = 1 / max(0.05, power.squareRoot())
      height /= 2
      levels.append(Tile(width: size, height: height, half.map { $0 * lift }))
      values = half
    }
    return levels
  }
}
