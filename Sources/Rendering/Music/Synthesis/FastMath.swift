import Glibc

/// The sample rate of everything that sounds, in hertz.
let sampleRate: Float = 48_000

/// The frequency in hertz of a MIDI pitch (69 is the A of 440 Hz; fractions are cents).
func frequency(ofPitch pitch: Float) -> Float { 440 * exp2f((pitch - 69) / 12) }

/// The sine of a phase counted in turns (between -1000 and a million), by a polynomial: good to 0.001, which is
/// below what a bed lets through.
@inline(__always)
func sineOfTurns(_ phase: Float) -> Float {
  // Truncation is rounding down while the number is positive; a call of the library's rounding costs ten times this.
  let turn = phase - Float(Int32(phase + 1024.5) - 1024)
  let parabola = turn * (8 - 16 * abs(turn))
  return parabola * (0.775 + 0.225 * abs(parabola))
}

/// Soft saturation: nearly straight below 0.5, never above 1.
@inline(__always)
func softClip(_ value: Float) -> Float {
  let x = min(3, max(-3, value))
  return x * (27 + x * x) / (27 + 9 * x * x)
}

/// White noise from a counter: the same number gives the same sample, so noise can repeat with a loop.
@inline(__always)
func noise(_ counter: UInt32) -> Float {
  var bits = counter &* 0x9E37_79B1
  bits = (bits ^ (bits >> 16)) &* 0x85EB_CA6B
  bits = (bits ^ (bits >> 13)) &* 0xC2B2_AE35
  bits ^= bits >> 16
  return Float(Int32(bitPattern: bits)) * 0x1p-31
}

/// The factor a sample that lets a level fall by 60 dB in `seconds`.
func decayFactor(seconds: Float) -> Float { exp2f(-9.9658 / max(1, seconds * sampleRate)) }

/// The coefficient of a one-pole filter with its corner at `hertz`.
func onePole(_ hertz: Float) -> Float { 1 - exp2f(-9.0647 * hertz / sampleRate) }
