import Glibc

/// A stroke on a drum: a falling tone, and noise through a band-pass, each with an envelope.
struct DrumVoice {
  /// What makes one drum unlike another.
  private struct Recipe {
    var tone: Float = 0
    var pitch: Float = 60
    var drop: Float = 0
    var dropSeconds: Float = 0.03
    var toneSeconds: Float = 0.3
    var noise: Float = 0
    var noiseSeconds: Float = 0.1
    var noiseDelay: Float = 0
    var highpass: Float = 200
    var lowpass: Float = 12_000
    var bursts = 1
    var rise: Float = 0
  }

  private let recipe: Recipe
  private let gain: Float
  private var phase: Float = 0
  private var age = 0
  private var toneLevel: Float = 1
  private var noiseLevel: Float = 1
  private let toneFactor: Float
  private let noiseFactor: Float
  private var lowState: Float = 0
  private var highState: Float = 0
  private let lowCoefficient: Float
  private let highCoefficient: Float
  private var counter: UInt32

  init(_ drum: Drum, note: Note, seed: UInt32) {
    recipe = Self.recipe(of: drum)
    gain = note.velocity
    toneFactor = decayFactor(seconds: recipe.toneSeconds)
    noiseFactor = decayFactor(seconds: recipe.noiseSeconds)
    lowCoefficient = onePole(recipe.lowpass)
    highCoefficient = onePole(recipe.highpass)
    counter = seed
  }

  /// Writes the next samples; false when the stroke has died away.
  mutating func render(into out: UnsafeMutablePointer<Float>, count: Int) -> Bool {
    let rise = recipe.rise * sampleRate
    for index in 0..<count {
      let seconds = Float(age) / sampleRate
      var sample: Float = 0
      if recipe.tone > 0 {
        let hertz = recipe.pitch * (1 + recipe.drop * exp2f(-seconds / recipe.dropSeconds * 1.4427))
        phase += hertz / sampleRate
        if phase > 1 { phase -= 1 }
        let start = min(1, Float(age) * 0.02)
        sample = recipe.tone * sineOfTurns(phase) * toneLevel * start
        toneLevel *= toneFactor
      }
      if recipe.noise > 0 {
        let raw = noise(counter)
        counter &+= 1
        lowState += lowCoefficient * (raw - lowState)
        highState += highCoefficient * (lowState - highState)
        // A clap is several hands: the level starts again every 11 ms.
        let burst = recipe.bursts > 1 ? min(recipe.bursts - 1, age / 528) : 0
        let within =
          recipe.bursts > 1 && burst < recipe.bursts - 1 ? exp2f(-Float(age - burst * 528) / 140) : 1
        var level = recipe.bursts > 1 && burst < recipe.bursts - 1 ? within : noiseLevel
        if rise > 0 { level = Float(age) < rise ? powf(Float(age) / rise, 3) : noiseLevel }
        sample += recipe.noise * (lowState - highState) * level
        let holding = recipe.bursts > 1 && burst < recipe.bursts - 1 || Float(age) < rise
        if !holding { noiseLevel *= noiseFactor }
      }
      age += 1
      out[index] = sample * gain
    }
    let toneAlive = recipe.tone > 0 && toneLevel > 0.001
    let noiseAlive = recipe.noise > 0 && noiseLevel > 0.001
    return toneAlive || noiseAlive
  }

  private static func recipe(of drum: Drum) -> Recipe {
    switch drum {
    case .kick(let deep):
      Recipe(
        tone: 1, pitch: 46 + 10 * (1 - deep), drop: 3.2, dropSeconds: 0.022, toneSeconds: 0.38 + 0.2 * deep,
        noise: 0.12, noiseSeconds: 0.02, highpass: 800, lowpass: 5000)
    case .snare(let tone, let length):
      Recipe(
        tone: 0.5 * tone, pitch: 186, drop: 0.5, dropSeconds: 0.015, toneSeconds: 0.16, noise: 0.8,
        noiseSeconds: length, highpass: 900, lowpass: 9000)
    case .clap: Recipe(noise: 1.1, noiseSeconds: 0.2, highpass: 900, lowpass: 4800, bursts: 4)
    case .rim:
      Recipe(
        tone: 0.6, pitch: 820, drop: 0.15, dropSeconds: 0.004, toneSeconds: 0.05, noise: 0.3,
        noiseSeconds: 0.03,
        highpass: 1500, lowpass: 6000)
    case .hat: Recipe(noise: 0.55, noiseSeconds: 0.06, highpass: 7500, lowpass: 15_000)
    case .openHat: Recipe(noise: 0.5, noiseSeconds: 0.32, highpass: 7000, lowpass: 15_000)
    case .shaker: Recipe(noise: 0.6, noiseSeconds: 0.09, highpass: 5200, lowpass: 11_000, rise: 0.018)
    case .taiko:
      Recipe(
        tone: 1, pitch: 58, drop: 0.9, dropSeconds: 0.05, toneSeconds: 1.3, noise: 0.35, noiseSeconds: 0.12,
        highpass: 80, lowpass: 900)
    case .tom:
      Recipe(
        tone: 0.9, pitch: 96, drop: 0.8, dropSeconds: 0.05, toneSeconds: 0.5, noise: 0.15, noiseSeconds: 0.05,
        highpass: 300, lowpass: 3500)
    case .crash: Recipe(noise: 0.5, noiseSeconds: 2.2, highpass: 4200, lowpass: 14_000)
    case .swell: Recipe(noise: 0.35, noiseSeconds: 0.25, highpass: 2600, lowpass: 12_000, rise: 1.6)
    }
  }
}
