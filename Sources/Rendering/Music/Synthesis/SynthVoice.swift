import Glibc

/// A note of oscillators, a low-pass and two envelopes, which are updated every 32 samples.
struct SynthVoice {
  private static let stride = 32

  private let patch: SynthPatch
  private let table: Int
  private var phases: SIMD4<UInt32>
  private let baseSteps: SIMD4<Float>
  private var subPhase: Float = 0
  private let subStep: Float
  private let keyCutoff: Float
  private let gain: Float
  private var low: Float = 0
  private var band: Float = 0
  private var level: Float = 0
  private var attacking = true
  private var age = 0
  private var samplesToRelease: Int

  init(_ patch: SynthPatch, note: Note, seed: UInt32) {
    self.patch = patch
    let base = frequency(ofPitch: note.pitch)
    table = Wavetable.offset(forFrequency: base)
    var steps = SIMD4<Float>(repeating: 0)
    var phases = SIMD4<UInt32>(repeating: 0)
    for index in 0..<patch.voices {
      let spread = patch.voices == 1 ? 0 : Float(index) / Float(patch.voices - 1) - 0.5
      steps[index] = base * exp2f(spread * patch.detune / 1200) / sampleRate * 0x1p32
      // Free-running oscillators never start in step.
      phases[index] = UInt32(bitPattern: Int32(noise(seed &+ UInt32(index)) * 0x1p31 * 0.999))
    }
    baseSteps = steps
    self.phases = phases
    subStep = base / 2 / sampleRate
    keyCutoff = patch.cutoff * exp2f((note.pitch - 60) / 24) * (0.6 + 0.6 * note.velocity)
    gain = note.velocity / Float(patch.voices).squareRoot()
    samplesToRelease = Int(note.length * Double(sampleRate))
  }

  /// Writes the next samples (a multiple of 32); false when the note has died away.
  mutating func render(into out: UnsafeMutablePointer<Float>, count: Int) -> Bool {
    Wavetable.saw.withUnsafeBufferPointer { saw in
      guard let start = saw.baseAddress else { return }
      var index = 0
      while index < count {
        renderStretch(into: out + index, from: start + table)
        index += Self.stride
      }
    }
    return samplesToRelease > 0 || level > 0.0008
  }

  private mutating func renderStretch(
    into out: UnsafeMutablePointer<Float>, from wave: UnsafePointer<Float>
  ) {
    let before = level
    advanceEnvelope()
    let slope = (level - before) / Float(Self.stride)
    let seconds = Float(age) / sampleRate
    let open = patch.sweep * exp2f(-seconds / max(0.01, patch.sweepDecay) * 1.4427)
    let corner = min(16_000, max(30, keyCutoff * exp2f(open)))
    let pull = tanf(.pi * corner / sampleRate)
    let damp = patch.damping
    let a1 = 1 / (1 + pull * (pull + damp))
    let a2 = pull * a1
    let a3 = pull * a2
    var bend: Float = 1
    if patch.vibrato > 0 {
      let depth = patch.vibrato * min(1, max(0, seconds - 0.3) * 3)
      bend = exp2f(depth * sineOfTurns(seconds * 5.2) / 1200)
    }
    let bent = baseSteps * bend
    let steps = SIMD4(UInt32(bent[0]), UInt32(bent[1]), UInt32(bent[2]), 0)
    let sub = patch.sub
    var current = before
    for index in 0..<Self.stride {
      var sample: Float
      switch patch.wave {
      case .sine: sample = sineOfTurns(Float(phases[0]) * 0x1p-32)
      case .saw:
        sample = Self.read(wave, phases[0])
        if patch.voices > 1 { sample += Self.read(wave, phases[1]) }
        if patch.voices > 2 { sample += Self.read(wave, phases[2]) }
      case .pulse:
        // A pulse of 38 % is the difference of two saws.
        sample = Self.read(wave, phases[0]) - Self.read(wave, phases[0] &+ 1_632_087_572)
        if patch.voices > 1 {
          sample += Self.read(wave, phases[1]) - Self.read(wave, phases[1] &+ 1_632_087_572)
        }
      }
      phases = phases &+ steps
      if sub > 0 {
        sample += sub * sineOfTurns(subPhase)
        subPhase += subStep
        if subPhase > 1 { subPhase -= 1 }
      }
      // Zero-delay state-variable filter (A. Simper, "Linear Trapezoidal Integrated SVF", 2013).
      let v3 = sample - low
      let v1 = a1 * band + a2 * v3
      let v2 = low + a2 * band + a3 * v3
      band = 2 * v1 - band
      low = 2 * v2 - low
      current += slope
      out[index] = v2 * current * gain
    }
  }

  private mutating func advanceEnvelope() {
    let step = Float(Self.stride) / sampleRate
    if samplesToRelease <= 0 {
      level *= exp2f(-step / max(0.002, patch.release) * 6)
    } else if attacking {
      level += step / max(0.001, patch.attack)
      if level >= 1 {
        level = 1
        attacking = false
      }
    } else {
      level += (patch.sustain - level) * (1 - exp2f(-step / max(0.005, patch.decay) * 4))
    }
    age += Self.stride
    samplesToRelease -= Self.stride
  }

  @inline(__always)
  private static func read(_ wave: UnsafePointer<Float>, _ phase: UInt32) -> Float {
    let index = Int(phase >> 21)
    let fraction = Float(phase & 0x1F_FFFF) * 0x1p-21
    return wave[index] + (wave[index + 1] - wave[index]) * fraction
  }
}
