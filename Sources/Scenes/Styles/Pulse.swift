/// The beat that a picture may breathe with.
public struct Pulse: Sendable, Equatable {
  /// Seconds from one beat to the next, at least 0.1.
  public let period: Double
  /// Seconds of music before the shot begins.
  public let offset: Double

  /// A beat of `period` seconds, `offset` seconds into the music when the shot begins.
  public init(period: Double, offset: Double = 0) {
    self.period = max(0.1, period)
    self.offset = offset
  }

  /// A walking pace, for a film without music.
  static let resting = Pulse(period: 0.75)

  /// 1 on the beat, falling to 0 before the next.
  func strength(at time: Float) -> Float {
    let phase = Float(fract((Double(time) + offset) / period))
    let attack: Float = 0.1
    if phase < attack { return smoothstep(0, attack, phase) }
    let rest = (1 - phase) / (1 - attack)
    return rest * rest
  }
}
