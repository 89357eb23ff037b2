import Directing

/// A piece, written out: the instruments, every note, and the room it is played in.
struct Score: Sendable {
  /// The instruments.
  var patches: [Patch] = []
  /// The notes in no particular order.
  var notes: [Note] = []
  /// The moments of the kick, in seconds, which push ducking instruments down.
  var kicks: [Double] = []
  /// Seconds in which the room falls by 60 dB.
  var reverbSeconds: Float = 1.8
  /// Where the room begins to swallow highs, in hertz.
  var reverbBrightness: Float = 5000
  /// Level of the room.
  var reverbLevel: Float = 0.5
  /// Seconds between echoes.
  var echoSeconds = 0.375
  /// How much of an echo comes back in the next.
  var echoFeedback: Float = 0.35
  /// Level of a record's crackle and hiss.
  var vinyl: Float = 0
  /// Milliseconds that a worn tape sways.
  var wow: Float = 0
  /// Where the whole mix loses its highs, in hertz.
  var tone: Float = 18_000
  /// How hard the mix is driven into saturation.
  var drive: Float = 1

  /// Adds an instrument and gives its number.
  mutating func add(_ patch: Patch) -> Int {
    patches.append(patch)
    return patches.count - 1
  }

  /// Adds a note; one that would start before the piece is moved to its start.
  mutating func play(
    _ patch: Int, at start: Double, for length: Double, pitch: Int, velocity: Double, pan: Float = 0
  ) {
    notes.append(
      Note(
        start: max(0, start), length: max(0.02, length), pitch: Float(pitch),
        velocity: Float(min(1, max(0.02, velocity))), patch: patch, pan: pan))
  }

  /// Adds a kick, which ducks what ducks.
  mutating func kick(_ patch: Int, at start: Double, velocity: Double) {
    play(patch, at: start, for: 0.3, pitch: 36, velocity: velocity)
    kicks.append(max(0, start))
  }
}
