import Glibc

/// A hall of eight delay lines that feed each other (a feedback delay network), with damped highs.
struct Reverb {
  private static let size = 8192
  private var lines: [SIMD8<Float>]
  private var position = 0
  private let delays: [Int]
  private let feedback: SIMD8<Float>
  private let damping: SIMD8<Float>
  private var dull = SIMD8<Float>(repeating: 0)
  private var early: [Float]
  private var earlyPosition = 0

  /// A room in which sound falls by 60 dB in `seconds`; its highs die sooner, from `brightness` hertz.
  init(seconds: Float, brightness: Float) {
    // Prime lengths between 27 and 79 ms.
    delays = [1297, 1559, 1801, 2129, 2477, 2909, 3323, 3797]
    lines = [SIMD8<Float>](repeating: .zero, count: Self.size)
    early = [Float](repeating: 0, count: 2048)
    var feedback = SIMD8<Float>(repeating: 0)
    for index in 0..<8 { feedback[index] = exp2f(-9.9658 * Float(delays[index]) / sampleRate / seconds) }
    // 1/√8 keeps the Hadamard mix from changing the energy.
    self.feedback = feedback * 0.353_553_39
    damping = SIMD8(repeating: onePole(brightness))
  }

  /// Adds the room's answer to `left` and `right`.
  mutating func add(
    sendLeft: UnsafePointer<Float>, sendRight: UnsafePointer<Float>, left: UnsafeMutablePointer<Float>,
    right: UnsafeMutablePointer<Float>, count: Int
  ) {
    let mask = Self.size - 1
    let (d0, d1, d2, d3) = (delays[0], delays[1], delays[2], delays[3])
    let (d4, d5, d6, d7) = (delays[4], delays[5], delays[6], delays[7])
    lines.withUnsafeMutableBufferPointer { lines in
      early.withUnsafeMutableBufferPointer { early in
        for index in 0..<count {
          var heard = SIMD8<Float>(
            lines[(position - d0) & mask][0], lines[(position - d1) & mask][1],
            lines[(position - d2) & mask][2], lines[(position - d3) & mask][3],
            lines[(position - d4) & mask][4], lines[(position - d5) & mask][5],
            lines[(position - d6) & mask][6], lines[(position - d7) & mask][7])
          dull += (heard - dull) * damping
          heard = dull
          left[index] += heard[0] - heard[2] + heard[4] - heard[6]
          right[index] += heard[1] - heard[3] + heard[5] - heard[7]
          // 20 ms before the room answers keeps the instruments in front of it.
          let sum = sendLeft[index] + sendRight[index]
          let difference = sendLeft[index] - sendRight[index]
          let late = early[(earlyPosition - 960) & 2047]
          early[earlyPosition & 2047] = sum
          earlyPosition = (earlyPosition + 1) & 2047
          let mixed = Self.hadamard(heard * feedback)
          let input = SIMD8<Float>(late, sum, late, difference, late, -difference, late, sum) * 0.25
          lines[position & mask] = mixed + input
          position = (position + 1) & mask
        }
      }
    }
  }

  @inline(__always)
  private static func hadamard(_ v: SIMD8<Float>) -> SIMD8<Float> {
    let a = SIMD8<Float>(lowHalf: v.lowHalf + v.highHalf, highHalf: v.lowHalf - v.highHalf)
    var b = SIMD8<Float>()
    b.evenHalf = a.evenHalf + a.oddHalf
    b.oddHalf = a.evenHalf - a.oddHalf
    let low = b.lowHalf
    let high = b.highHalf
    return SIMD8<Float>(
      lowHalf: SIMD4(lowHalf: low.lowHalf + low.highHalf, highHalf: low.lowHalf - low.highHalf),
      highHalf: SIMD4(lowHalf: high.lowHalf + high.highHalf, highHalf: high.lowHalf - high.highHalf))
  }
}
