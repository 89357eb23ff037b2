import Glibc

/// Peaks between the samples: each sample is interpolated to four by a 48-tap filter (ITU-R BS.1770-4, annex 2).
package struct TruePeakDetector {
  private static let taps = 12
  private static let filter: [SIMD4<Float>] = makeFilter()
  /// How much larger than the samples around it a value between them can be.
  private static let overshoot: Float =
    (0..<4).map { phase in
      filter.reduce(0) { $0 + abs($1[phase]) }
    }.reduce(1, max) * 1.001
  private let quiet: Float
  /// For how many samples more one that is not quiet is among those that are looked at.
  private var loud = 0
  private var history = [Float](repeating: 0, count: 2 * taps)
  private var position = 0

  /// A detector that has heard silence.
  ///
  /// - Parameter floor: peaks up to here need not be told: nothing is calculated where there can be no larger one.
  package init(above floor: Float = 0) { quiet = floor / Self.overshoot }

  /// The largest of the four values around the sample heard six samples ago, after hearing `sample`; 0 where none of them
  /// is above the floor for sure.
  @inline(__always)
  package mutating func next(_ sample: Float) -> Float {
    // The history is kept twice, so that the last twelve are always in a row.
    history[position] = sample
    history[position + Self.taps] = sample
    position = position + 1 == Self.taps ? 0 : position + 1
    loud = abs(sample) > quiet ? Self.taps : loud - 1
    guard loud > 0 else { return 0 }
    return Self.filter.withUnsafeBufferPointer { filter in
      var sum = SIMD4<Float>(repeating: 0)
      for tap in 0..<Self.taps { sum += filter[tap] * history[position + tap] }
      let size = sum.replacing(with: -sum, where: sum .< 0)
      return size.max()
    }
  }

  /// A windowed sinc, split into its four phases; each phase passes a constant unchanged.
  private static func makeFilter() -> [SIMD4<Float>] {
    var phases = [SIMD4<Float>](repeating: .zero, count: taps)
    for phase in 0..<4 {
      var sum: Float = 0
      for tap in 0..<taps {
        let x = Float(tap) - 5.5 + (Float(phase) - 1.5) / 4
        let sinc = abs(x) < 1e-6 ? 1 : sinf(.pi * x) / (.pi * x)
        let window = 0.5 + 0.5 * cosf(.pi * x / 6.5)
        phases[tap][phase] = sinc * window
        sum += sinc * window
      }
      for tap in 0..<taps { phases[tap][phase] /= sum }
    }
    return phases
  }
}
