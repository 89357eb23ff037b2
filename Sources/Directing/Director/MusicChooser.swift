/// Chooses the music bed: what the prompt asks for, else what the pictures call for.
enum MusicChooser {
  static func plan(
    for settings: Settings.Music, feelings: [Feeling], shots: [Shot], seed: UInt64
  ) -> MusicPlan {
    let elements = shots.flatMap(\.elements)
    let time = shots.first?.timeOfDay ?? .day
    let energy = shots.isEmpty ? 0.4 : shots.map(\.energy).reduce(0, +) / Double(shots.count)
    let feeling = settings.feeling ?? feelings.first
    let mood =
      settings.mood ?? settings.hint ?? feeling.map(mood(for:))
      ?? mood(for: elements, time: time, energy: energy)

    var generator = SeededGenerator(seed: seed)
    let range = tempi(of: mood)
    // A lively picture takes the upper half of the mood's tempi, a calm one the lower.
    let lean = (generator.unit() + energy * 2) / 3
    let tempo = settings.tempo ?? (range.lowerBound + (range.upperBound - range.lowerBound) * lean).nearestInt
    let key = settings.key ?? Int(generator.next() % 12)
    let chance = generator.unit()
    return MusicPlan(
      mood: mood, tempo: tempo, key: key,
      isMinor: settings.isMinor
        ?? (chance < minorChance(mood: mood, feeling: feeling, time: time, energy: energy)),
      seed: generator.next())
  }

  private static func mood(for feeling: Feeling) -> MusicPlan.Mood {
    switch feeling {
    case .happy, .lively: .upbeat
    case .sad, .romantic: .piano
    case .epic, .mysterious, .spooky: .cinematic
    case .calm, .dreamy: .ambient
    case .nostalgic: .lofi
    }
  }

  private static func mood(for elements: [SceneElement], time: TimeOfDay, energy: Double) -> MusicPlan.Mood {
    let isDark = time == .night || time == .dusk
    if elements.hasKind(.tunnel) || elements.hasKind(.plasma) || elements.hasKind(.kaleidoscope) {
      return .synthwave
    }
    if elements.hasKind(.flow) || elements.hasKind(.particles) || elements.hasKind(.underwater) {
      return .ambient
    }
    if elements.hasKind(.fireworks) { return .upbeat }
    if elements.hasKind(.candle) || elements.hasKind(.blossom) { return .piano }
    if elements.hasKind(.city) {
      return elements.hasKind(.rain) || !isDark
        ? .lofi : elements.hasKind(.car) || elements.hasKind(.road) ? .synthwave : .lofi
    }
    if elements.hasKind(.snow) { return .piano }
    if elements.hasKind(.car) || elements.hasKind(.road) { return isDark ? .synthwave : .upbeat }
    if energy > 0.7 || elements.hasKind(.rocket) || elements.hasKind(.waterfall) { return .cinematic }
    if elements.hasKind(.snow) || elements.hasKind(.house) { return .piano }
    if elements.hasKind(.rain) || elements.hasKind(.train) { return .lofi }
    if !isDark, elements.hasKind(.butterflies) || elements.hasKind(.balloon) || elements.hasKind(.flowers) {
      return .upbeat
    }
    if elements.hasKind(.aurora) || elements.hasKind(.nebula) { return .ambient }
    if elements.hasKind(.ocean) || elements.hasKind(.lake) { return .ambient }
    if elements.hasKind(.mountains) || elements.hasKind(.dunes) { return .cinematic }
    return isDark ? .ambient : .piano
  }

  private static func tempi(of mood: MusicPlan.Mood) -> ClosedRange<Double> {
    switch mood {
    case .lofi: 70...88
    case .ambient: 54...70
    case .cinematic: 70...98
    case .upbeat: 108...128
    case .piano: 60...84
    case .synthwave: 92...116
    }
  }

  private static func minorChance(
    mood: MusicPlan.Mood, feeling: Feeling?, time: TimeOfDay, energy: Double
  ) -> Double {
    switch feeling {
    case .sad, .spooky, .mysterious: return 1
    case .happy, .romantic: return 0
    default: break
    }
    if mood == .upbeat { return 0.1 }
    if mood == .synthwave || energy > 0.7 { return 0.85 }
    return time == .night || time == .overcast ? 0.65 : 0.3
  }
}
