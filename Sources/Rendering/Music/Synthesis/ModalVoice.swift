import Glibc

/// A struck or plucked note: two strings of eight decaying sine waves, turned a step a sample all at once.
struct ModalVoice {
  /// Eight partials of one string.
  private struct Partials {
    var real = SIMD8<Float>(repeating: 0)
    var imaginary = SIMD8<Float>(repeating: 0)
    var cosine = SIMD8<Float>(repeating: 0)
    var sine = SIMD8<Float>(repeating: 0)
  }

  private var first: Partials
  private var second: Partials
  private var level: Float = 0
  private let attackStep: Float
  private var damping: Float = 1
  private let releaseFactor: Float
  private var samplesToRelease: Int
  private var thud: Float
  private var thudState: Float = 0
  private var counter: UInt32

  init(_ patch: ModalPatch, note: Note, seed: UInt32) {
    let base = frequency(ofPitch: note.pitch)
    let shortening = exp2f(-(note.pitch - 60) / 12 * patch.tracking)
    var strings = (Partials(), Partials())
    for index in 0..<min(8, patch.ratios.count) {
      let rank = Float(index + 1)
      let dulled = powf(max(0.02, note.velocity), patch.softness * (rank - 1) * 0.6)
      let stretch = (1 + patch.stiffness * rank * rank).squareRoot()
      let factor = decayFactor(seconds: patch.decays[index] * shortening)
      for isFirst in [true, false] {
        let cents = patch.detune * (isFirst ? -0.5 : 0.5)
        let hertz = base * patch.ratios[index] * stretch * exp2f(cents / 1200)
        guard hertz < 0.42 * sampleRate else { continue }
        let angle = 2 * Float.pi * hertz / sampleRate
        var string = isFirst ? strings.0 : strings.1
        string.cosine[index] = cosf(angle) * factor
        string.sine[index] = sinf(angle) * factor
        string.real[index] = patch.levels[index] * dulled * 0.5
        if isFirst { strings.0 = string } else { strings.1 = string }
      }
    }
    (first, second) = strings
    attackStep = 1 / max(1, patch.attack * sampleRate)
    releaseFactor = decayFactor(seconds: patch.release)
    samplesToRelease = Int(note.length * Double(sampleRate))
    thud = patch.thud * note.velocity
    counter = seed
  }

  /// Writes the next samples; false when the note has died away.
  mutating func render(into out: UnsafeMutablePointer<Float>, count: Int) -> Bool {
    Self.turn(&first, into: out, count: count, adding: false)
    Self.turn(&second, into: out, count: count, adding: true)
    for position in 0..<count {
      level = min(1, level + attackStep)
      if samplesToRelease <= 0 { damping *= releaseFactor }
      samplesToRelease -= 1
      out[position] *= level * damping
    }
    if thud > 0.0005 {
      for position in 0..<count {
        thudState += 0.05 * (noise(counter) - thudState)
        counter &+= 1
        out[position] += thudState * thud
        thud *= 0.9985
      }
    }
    let energy = first.real * first.real + first.imaginary * first.imaginary
    return damping > 0.0005 && energy.max() > 1e-8
  }

  /// One string at a time: the state of eight partials just fits the registers.
  private static func turn(
    _ string: inout Partials, into out: UnsafeMutablePointer<Float>, count: Int, adding: Bool
  ) {
    var (real, imaginary) = (string.real, string.imaginary)
    let (cosine, sine) = (string.cosine, string.sine)
    for position in 0..<count {
      let turned = real * cosine - imaginary * sine
      imaginary = real * sine + imaginary * cosine
      real = turned
      let four = imaginary.lowHalf + imaginary.highHalf
      let two = four.lowHalf + four.highHalf
      let sum = two.x + two.y
      out[position] = adding ? out[position] + sum : sum
    }
    (string.real, string.imaginary) = (real, imaginary)
  }
}
