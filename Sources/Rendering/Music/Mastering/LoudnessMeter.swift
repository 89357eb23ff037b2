import Glibc

/// Integrated loudness of a stereo programme at 48 kHz, as ITU-R BS.1770-4 defines it: K-weighting, blocks of 400 ms
/// that overlap by three quarters, an absolute gate at -70 LUFS and a relative one 10 LU under the mean.
package struct LoudnessMeter {
  private var left = Weighting()
  private var right = Weighting()
  private var hop: Double = 0
  private var hopCount = 0
  private var hops: [Double] = []
  private static let hopLength = 4800

  /// A meter that has heard nothing.
  package init() {}

  /// Hears interleaved stereo samples.
  package mutating func add(_ samples: UnsafeBufferPointer<Float>) {
    var index = 0
    while index + 1 < samples.count {
      let l = left.next(Double(samples[index]))
      let r = right.next(Double(samples[index + 1]))
      hop += l * l + r * r
      hopCount += 1
      if hopCount == Self.hopLength {
        hops.append(hop / Double(Self.hopLength))
        hop = 0
        hopCount = 0
      }
      index += 2
    }
  }

  /// The integrated loudness in LUFS; nil for silence. A programme shorter than a block is taken as one.
  package var integrated: Double? {
    var blocks: [Double] = []
    if hops.count >= 4 {
      for start in 0...(hops.count - 4) { blocks.append((hops[start..<(start + 4)].reduce(0, +)) / 4) }
    } else {
      let total = hops.reduce(0, +) * Double(Self.hopLength) + hop
      let count = hops.count * Self.hopLength + hopCount
      if count > 0 { blocks.append(total / Double(count)) }
    }
    let audible = blocks.filter { Self.loudness($0) > -70 }
    guard !audible.isEmpty else { return nil }
    let gate = Self.loudness(audible.reduce(0, +) / Double(audible.count)) - 10
    let counted = audible.filter { Self.loudness($0) > gate }
    guard !counted.isEmpty else { return nil }
    return Self.loudness(counted.reduce(0, +) / Double(counted.count))
  }

  private static func loudness(_ energy: Double) -> Double {
    energy > 0 ? -0.691 + 10 * log10(energy) : -200
  }

  /// The two filters of BS.1770 for 48 kHz, with the coefficients of its tables 1 and 2.
  private struct Weighting {
    private var a: (Double, Double) = (0, 0)
    private var b: (Double, Double) = (0, 0)

    @inline(__always)
    mutating func next(_ input: Double) -> Double {
      let shelf = 1.535_124_859_586_97 * input + a.0
      a.0 = -2.691_696_189_406_38 * input + 1.690_659_293_182_41 * shelf + a.1
      a.1 = 1.198_392_810_852_85 * input - 0.732_480_774_215_85 * shelf
      let output = shelf + b.0
      b.0 = -2 * shelf + 1.990_047_454_833_98 * output + b.1
      b.1 = shelf - 0.990_072_250_366_21 * output
      return output
    }
  }
}
