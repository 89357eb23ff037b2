/// Where the beats and bars of a piece fall, so that it fills its length exactly.
///
/// The tempo of the plan is bent to a whole number of bars when that takes at most 6 %, else to a whole number of
/// beats, which leaves a shorter last bar.
package struct TempoGrid: Sendable, Equatable {
  /// The length of the piece in seconds.
  package let seconds: Double
  /// The number of beats, at least one.
  package let beats: Int
  /// Beats in a bar.
  package static let beatsPerBar = 4

  /// The grid of a plan for a length.
  package init(tempo: Int, seconds: Double) {
    self.seconds = max(0.05, seconds)
    let exact = self.seconds * Double(tempo) / 60
    let bars = (exact / Double(Self.beatsPerBar)).rounded()
    let wholeBars = Int(bars) * Self.beatsPerBar
    if wholeBars > 0, abs(Double(wholeBars) / exact - 1) <= 0.06 {
      beats = wholeBars
    } else {
      beats = max(1, Int(exact.rounded()))
    }
  }

  /// The length of a beat in seconds.
  package var beat: Double { seconds / Double(beats) }

  /// The bars, each with its first beat and its number of beats (the last may have fewer than four).
  package var bars: [(start: Int, beats: Int)] {
    stride(from: 0, to: beats, by: Self.beatsPerBar).map { ($0, min(Self.beatsPerBar, beats - $0)) }
  }
}
