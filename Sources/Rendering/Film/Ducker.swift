import Glibc

/// How loud music may be while somebody speaks: it gives way within a tenth of a second and comes back within one.
struct Ducker {
  /// What is left of the music: a quarter, −12 dB.
  static let floor: Float = 0.25
  /// The level from which on sound counts as speech: −36 dBFS.
  private static let threshold: Float = 0.016

  private var envelope: Float = 0
  private var level: Float = 1
  private var hold = 0

  /// The level of the music for each stereo sample of a mix of speech.
  mutating func levels(under speech: [Float]) -> [Float] {
    var levels = [Float](repeating: 1, count: speech.count / 2)
    for index in levels.indices {
      let loudness = max(abs(speech[index * 2]), abs(speech[index * 2 + 1]))
      // A peak meter that falls by half in 50 ms.
      envelope = max(loudness, envelope * 0.99971)
      if envelope > Self.threshold {
        hold = 14_400
      } else if hold > 0 {
        hold -= 1
      }
      let wanted: Float = hold > 0 ? Self.floor : 1
      // Time constants of 30 ms down and 300 ms up.
      level += (wanted - level) * (wanted < level ? 0.00069 : 0.000069)
      levels[index] = level
    }
    return levels
  }
}
