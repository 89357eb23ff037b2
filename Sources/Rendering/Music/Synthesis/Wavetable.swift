import Glibc

/// One period of a saw wave, an octave a table, each with only the harmonics that fit under 20 kHz: no aliasing.
enum Wavetable {
  /// Samples in a period; one more stands behind each table, for interpolation.
  static let length = 2048
  private static let octaves = 10
  private static let lowest: Float = 20

  /// All tables, one behind another.
  static let saw: [Float] = makeSaw()

  /// Where the table for a frequency starts in `saw`.
  static func offset(forFrequency hertz: Float) -> Int {
    let octave = Int(log2f(max(hertz, lowest) / lowest))
    return min(octaves - 1, max(0, octave)) * (length + 1)
  }

  /// The highest octave has few harmonics; each lower one adds to what the higher ones have.
  private static func makeSaw() -> [Float] {
    var tables = [Float](repeating: 0, count: octaves * (length + 1))
    var sum = [Float](repeating: 0, count: length)
    var harmonics = 0
    for octave in (0..<octaves).reversed() {
      let top = min(length / 4, Int(20_000 / (lowest * exp2f(Float(octave + 1)))))
      for harmonic in (harmonics + 1)..<max(harmonics + 1, top + 1) {
        add(harmonic, to: &sum)
      }
      harmonics = max(harmonics, top)
      let start = octave * (length + 1)
      for index in 0..<length { tables[start + index] = sum[index] }
      tables[start + length] = sum[0]
    }
    return tables
  }

  private static func add(_ harmonic: Int, to sum: inout [Float]) {
    let angle = 2 * Double.pi * Double(harmonic) / Double(length)
    let (cosine, sine) = (cos(angle), sin(angle))
    var (real, imaginary) = (1.0, 0.0)
    let amplitude = 2 / (Double.pi * Double(harmonic))
    for index in 0..<length {
      sum[index] += Float(imaginary * amplitude)
      (real, imaginary) = (real * cosine - imaginary * sine, real * sine + imaginary * cosine)
    }
  }
}
