/// How an instrument sounds and where its sound goes.
struct Patch: Sendable {
  /// What makes the sound.
  enum Body: Sendable {
    case modal(ModalPatch)
    case synth(SynthPatch)
    case drum(Drum)
  }

  /// What makes the sound.
  var body: Body
  /// Level in the mix.
  var level: Float
  /// How much goes to the reverb.
  var reverb: Float = 0.1
  /// How much goes to the echo.
  var echo: Float = 0
  /// Whether the direct sound goes through the chorus.
  var chorus = false
  /// How far the kick pushes it down, 0 to 1.
  var duck: Float = 0
}

/// An instrument that is struck or plucked: up to eight partials, each with a level and a decay of its own, on two
/// strings slightly apart.
struct ModalPatch: Sendable {
  /// Frequency of each partial against the fundamental.
  var ratios: [Float]
  /// Level of each partial.
  var levels: [Float]
  /// Seconds in which each partial falls by 60 dB, at middle C.
  var decays: [Float]
  /// How much shorter an octave higher sounds, as a power of two.
  var tracking: Float = 0.5
  /// How much a soft stroke dulls the upper partials.
  var softness: Float = 0.5
  /// Seconds to full level.
  var attack: Float = 0.002
  /// Seconds in which a released note falls by 60 dB.
  var release: Float = 0.4
  /// Cents between the two strings.
  var detune: Float = 1
  /// Stretch of the upper partials, as in piano strings.
  var stiffness: Float = 0
  /// Level of the hammer's thud.
  var thud: Float = 0
}

/// An instrument of oscillators through a resonant low-pass.
struct SynthPatch: Sendable {
  /// The wave of its oscillators.
  enum Wave: Sendable { case saw, pulse, sine }

  var wave: Wave = .saw
  /// Oscillators, 1 to 3.
  var voices = 2
  /// Cents between the outer oscillators.
  var detune: Float = 8
  /// Level of a sine an octave below.
  var sub: Float = 0
  /// The filter's resting corner in hertz at middle C.
  var cutoff: Float = 1200
  /// Octaves that the envelope opens the filter.
  var sweep: Float = 0
  /// Seconds in which the filter closes again.
  var sweepDecay: Float = 0.3
  /// Damping of the filter: 1.4 is flat, 0.4 rings.
  var damping: Float = 1.3
  /// Attack, decay and release in seconds, and the level held between.
  var attack: Float = 0.01
  var decay: Float = 0.3
  var sustain: Float = 0.7
  var release: Float = 0.2
  /// Depth of the vibrato in cents, which comes in after a third of a second.
  var vibrato: Float = 0
}

/// The drums.
enum Drum: Sendable {
  case kick(deep: Float)
  case snare(tone: Float, length: Float)
  case clap, rim, hat, openHat, shaker, taiko, tom, crash, swell
}

/// One note of a score.
struct Note: Sendable {
  /// Seconds from the start of the piece.
  var start: Double
  /// Seconds until it is released.
  var length: Double
  /// MIDI pitch; fractions are cents.
  var pitch: Float
  /// 0 to 1.
  var velocity: Float
  /// Its instrument: an index into the score's patches.
  var patch: Int
  /// -1 left to 1 right.
  var pan: Float = 0
}
