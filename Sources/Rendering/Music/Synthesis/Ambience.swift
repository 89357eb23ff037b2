import Directing

/// The sounds of the places in a film, soft under the music: filtered noise, shaped as each place moves.
struct Ambience: Sendable {
  /// A place that can be heard.
  enum Sound: String, Sendable, CaseIterable {
    case waves, rain, wind, night, fire, stream, city
  }

  /// A sound with the stretch of the piece in which it is heard.
  struct Layer: Sendable {
    var sound: Sound
    /// Seconds from the start of the piece.
    var start: Double
    /// Seconds from the start of the piece.
    var end: Double
    /// 0 (calm) to 1 (storm).
    var energy: Float
  }

  private struct Filter: Sendable {
    var low: Float = 0
    var high: Float = 0
    var crackle: Float = 0
    var lowRight: Float = 0
    var highRight: Float = 0
  }

  private let layers: [Layer]
  private var filters: [Filter]

  /// The sounds of some layers.
  init(_ layers: [Layer] = []) {
    self.layers = layers
    filters = layers.map { _ in Filter() }
  }

  /// What is heard in a shot, loudest first, at most two sounds.
  static func sounds(of shot: Shot) -> [Sound] {
    var sounds: [Sound] = []
    func add(_ sound: Sound, for kinds: SceneElement.Kind...) {
      if !sounds.contains(sound), kinds.contains(where: { shot.element($0) != nil }) { sounds.append(sound) }
    }
    add(.rain, for: .rain, .lightning)
    add(.waves, for: .ocean, .beach, .island)
    add(.stream, for: .waterfall, .river)
    add(.fire, for: .campfire, .candle, .fireplace)
    if shot.timeOfDay == .night || shot.timeOfDay == .dusk {
      add(.night, for: .meadow, .forest, .fireflies, .lake, .hills)
    }
    add(.wind, for: .mountains, .dunes, .snow, .fog)
    add(.city, for: .city, .road)
    return Array(sounds.prefix(2))
  }

  /// Adds the sounds to a block that starts `position` samples into a round of `length`.
  mutating func add(
    position: Int, of length: Int, left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    let now = Double(position) / Double(sampleRate)
    let total = Double(length) / Double(sampleRate)
    for (index, layer) in layers.enumerated() {
      let covers = layer.start <= 0.01 && layer.end >= total - 0.01
      let edge = min((now - layer.start) / 0.5, (layer.end - now) / 0.5)
      let level = covers ? 1 : Float(min(1, max(0, edge)))
      if level > 0 {
        add(
          layer, &filters[index], level: level, position: position, of: length, left: left, right: right,
          count: count)
      }
    }
  }

  private func add(
    _ layer: Layer, _ filter: inout Filter, level: Float, position: Int, of length: Int,
    left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>, count: Int
  ) {
    let seconds = Double(length) / Double(sampleRate)
    let time = Double(position) / Double(sampleRate)
    /// A slow swing that fits the round a whole number of times.
    func swing(every period: Double, phase: Double) -> Float {
      let turns = max(1, (seconds / period).rounded())
      return 0.5 + 0.5
        * sineOfTurns(Float((time / seconds * turns + phase).truncatingRemainder(dividingBy: 1)))
    }
    var gain: Float = 0
    var lowpass: Float = 4000
    var highpass: Float = 100
    switch layer.sound {
    case .waves:
      let swell = swing(every: 6.5, phase: 0)
      let second = swing(every: 4.1, phase: 0.4)
      let surf = swell * swell * 0.75 + second * second * 0.35
      gain = 0.05 + 0.16 * surf * (0.6 + 0.8 * layer.energy)
      lowpass = 500 + 2600 * surf
      highpass = 90
    case .rain:
      gain = 0.05 + 0.05 * layer.energy
      (lowpass, highpass) = (9000, 1200)
    case .wind:
      let gust = swing(every: 5.3, phase: 0.1) * swing(every: 3.1, phase: 0.7)
      gain = 0.05 + 0.2 * gust * (0.4 + layer.energy)
      (lowpass, highpass) = (350 + 600 * gust, 120)
    case .night: gain = 0.012
    case .fire: (gain, lowpass, highpass) = (0.03, 900, 120)
    case .stream: (gain, lowpass, highpass) = (0.06, 3200 + 800 * swing(every: 2.3, phase: 0), 500)
    case .city: (gain, lowpass, highpass) = (0.12, 260, 40)
    }
    gain *= level * 0.8
    let low = onePole(lowpass)
    let high = onePole(highpass)
    for index in 0..<count {
      let now = UInt32(truncatingIfNeeded: (position + index) % length)
      filter.low += low * (noise(now &* 2) - filter.low)
      filter.high += high * (filter.low - filter.high)
      filter.lowRight += low * (noise(now &* 2 &+ 1) - filter.lowRight)
      filter.highRight += high * (filter.lowRight - filter.highRight)
      var (l, r) = (filter.low - filter.high, filter.lowRight - filter.highRight)
      if layer.sound == .fire || layer.sound == .rain {
        // Single drops and sparks.
        if noise(now ^ 0x2c1b_3c6d) > 0.9993 { filter.crackle = noise(now &+ 5) * 3 }
        l += filter.crackle
        r += filter.crackle * 0.6
        filter.crackle *= layer.sound == .fire ? 0.9 : 0.75
      }
      if layer.sound == .night {
        (l, r) = Self.crickets(at: time + Double(index) / Double(sampleRate), noise: (l, r))
      }
      left[index] += l * gain
      right[index] += r * gain
    }
  }

  /// Two crickets that chirp three times and rest.
  private static func crickets(at time: Double, noise: (Float, Float)) -> (Float, Float) {
    func chirp(_ hertz: Double, _ period: Double, _ shift: Double) -> Float {
      let within = (time + shift).truncatingRemainder(dividingBy: period) / period
      guard within < 0.45 else { return 0 }
      let pulse = (within / 0.15).truncatingRemainder(dividingBy: 1)
      let shape = Float(pulse < 0.6 ? 4 * pulse / 0.6 * (1 - pulse / 0.6) : 0)
      return sineOfTurns(Float((time * hertz).truncatingRemainder(dividingBy: 1))) * shape
    }
    let first = chirp(4300, 0.5, 0)
    let second = chirp(4720, 0.625, 0.2)
    return (first * 0.9 + second * 0.35 + noise.0 * 0.5, first * 0.35 + second * 0.9 + noise.1 * 0.5)
  }
}
