import Directing

/// What all six arrangers share: the bars with their chords, chance, and ways to write melodies and fills.
struct Composer {
  /// One bar of the piece.
  struct Bar: Sendable {
    /// Its first beat, from the start of the piece.
    let start: Double
    /// Its beats; the last bar may be short.
    let beats: Int
    /// Its harmony.
    let chord: Chord
    /// Its number.
    let index: Int
    /// Whether the rhythm section plays.
    let isFull: Bool
    /// Whether it is the last.
    let isLast: Bool
  }

  let plan: MusicPlan
  let grid: TempoGrid
  let bars: [Bar]
  var random: SeededGenerator
  var score = Score()

  /// Lays the harmony of a plan over a grid.
  init(plan: MusicPlan, grid: TempoGrid) {
    self.plan = plan
    self.grid = grid
    var random = SeededGenerator(seed: plan.seed)
    let choices = Progressions.all(for: plan.mood, isMinor: plan.isMinor)
    let progression = choices[Int(random.unit() * Double(choices.count))]
    let spans = grid.bars
    bars = spans.enumerated().map { index, span in
      let full = Self.isFull(bar: index, of: spans.count)
      return Bar(
        start: Double(span.start), beats: span.beats,
        chord: Self.chord(bar: index, of: spans.count, in: progression), index: index, isFull: full,
        isLast: index == spans.count - 1)
    }
    self.random = random
  }

  /// Writes the piece of the plan's mood.
  static func compose(_ plan: MusicPlan, grid: TempoGrid) -> Score {
    var composer = Composer(plan: plan, grid: grid)
    switch plan.mood {
    case .lofi: composer.writeLofi()
    case .ambient: composer.writeAmbient()
    case .cinematic: composer.writeCinematic()
    case .upbeat: composer.writeUpbeat()
    case .piano: composer.writePiano()
    case .synthwave: composer.writeSynthwave()
    }
    return composer.score
  }

  /// A piece that is no multiple of four bars still ends on the last chord of its progression, which leads home.
  private static func chord(bar: Int, of count: Int, in progression: [Chord]) -> Chord {
    let inCycle = bar % 4
    let isIncomplete = bar / 4 == count / 4
    let isTurn = isIncomplete && bar == count - 1 && count > 1
    return progression[isTurn ? 3 : inCycle]
  }

  /// Short pieces play in full from the first beat; longer ones come in, and breathe once in the middle.
  private static func isFull(bar: Int, of count: Int) -> Bool {
    if count <= 8 { return true }
    if bar < 2 { return false }
    let middle = count / 2
    return count < 16 || bar < middle || bar > middle + 1
  }

  /// Seconds of a beat of the piece.
  func time(_ beat: Double) -> Double { beat * grid.beat }

  /// A few milliseconds early or late, as hands are.
  mutating func loosely(_ seconds: Double, by milliseconds: Double) -> Double {
    max(0, seconds + random.number(in: -milliseconds...milliseconds) / 1000)
  }

  /// The MIDI pitch of a chord's root, from `floor` up to eleven above.
  func root(of chord: Chord, from floor: Int) -> Int {
    let pitchClass = (plan.key + chord.root) % 12
    return floor + (pitchClass - floor % 12 + 12) % 12
  }

  /// The five-note scale of the key, which agrees with every chord in it.
  func scale(in range: ClosedRange<Int>) -> [Int] {
    let steps = plan.isMinor ? [0, 3, 5, 7, 10] : [0, 2, 4, 7, 9]
    let classes = Set(steps.map { (plan.key + $0) % 12 })
    return range.filter { classes.contains($0 % 12) }
  }

  /// A note of a tune.
  struct MelodyNote: Sendable {
    var beat: Double
    var length: Double
    var pitch: Int
    var velocity: Double
  }

  /// A tune in the shape A A B A: one idea, said again on the next chord, answered, and said once more.
  ///
  /// - Parameters:
  ///   - range: the MIDI pitches it keeps to.
  ///   - rhythms: bars to choose from, each a list of beat and length.
  mutating func melody(in range: ClosedRange<Int>, rhythms: [[(Double, Double)]]) -> [MelodyNote] {
    let scale = scale(in: range)
    guard scale.count > 4, !rhythms.isEmpty else { return [] }
    let first = rhythms[Int(random.unit() * Double(rhythms.count))]
    let second = rhythms[Int(random.unit() * Double(rhythms.count))]
    let contours = (0..<2).map { _ in (0..<12).map { _ in [-2, -1, -1, 1, 1, 2][Int(random.unit() * 6)] } }
    var position = scale.count / 2
    var notes: [MelodyNote] = []
    for bar in bars {
      let isAnswer = bar.index % 4 == 2
      let contour = contours[isAnswer ? 1 : 0]
      for (index, (beat, length)) in (isAnswer ? second : first).enumerated() where beat < Double(bar.beats) {
        if index == 0 {
          position = nearestChordNote(to: position, in: scale, chord: bar.chord)
        } else {
          position += contour[index % contour.count]
          if position < 0 { position = -position }
          if position >= scale.count { position = 2 * scale.count - 2 - position }
        }
        let held = min(length, Double(bar.beats) - beat)
        let strong = beat == beat.rounded() ? 0.06 : 0
        notes.append(
          MelodyNote(
            beat: bar.start + beat, length: held, pitch: scale[position],
            velocity: 0.62 + strong + random.number(in: -0.08...0.08)))
      }
    }
    return notes
  }

  private func nearestChordNote(to position: Int, in scale: [Int], chord: Chord) -> Int {
    let classes = Set((chord.intervals + [0]).map { (plan.key + chord.root + $0) % 12 })
    let fitting = scale.indices.filter { classes.contains(scale[$0] % 12) }
    return fitting.min { abs($0 - position) < abs($1 - position) } ?? position
  }
}
