/// A chord as semitones above the tonic: its root, and its other notes above the root.
struct Chord: Sendable, Equatable {
  /// The root above the tonic, 0 to 11.
  var root: Int
  /// The notes above the root, the root (0) included where a hand would play it.
  var intervals: [Int]

  /// Makes a chord.
  init(_ root: Int, _ intervals: [Int]) {
    self.root = root
    self.intervals = intervals
  }

  static let majorTriad = [0, 4, 7]
  static let minorTriad = [0, 3, 7]
  static let major7 = [0, 4, 7, 11]
  static let minor7 = [0, 3, 7, 10]
  static let major9 = [4, 7, 11, 14]
  static let minor9 = [3, 7, 10, 14]
  static let dominant13 = [4, 10, 14, 21]
  static let dominant9sus = [5, 10, 14, 19]
  static let added9 = [0, 4, 7, 14]
  static let minorAdded9 = [0, 3, 7, 14]
  static let suspended2 = [0, 2, 7]
  static let suspended4 = [0, 5, 7]
  static let major69 = [4, 7, 9, 14]
}

/// Plays chords one after another with the least movement of each voice, as a keyboard player does.
struct VoiceLeading {
  private let lowest: Int
  private let highest: Int
  private var previous: [Int] = []

  /// Voices between two MIDI pitches.
  init(lowest: Int, highest: Int) {
    self.lowest = lowest
    self.highest = highest
  }

  /// The MIDI pitches of a chord, lowest first.
  mutating func voice(_ chord: Chord, tonic: Int) -> [Int] {
    let classes = chord.intervals.map { (tonic + chord.root + $0) % 12 }
    var best: [Int] = []
    var bestCost = Int.max
    for start in lowest..<(lowest + 12) {
      // Close position upward from each possible lowest note.
      guard classes.contains(start % 12) else { continue }
      var pitches = classes.map { pitchClass in start + (pitchClass - start % 12 + 12) % 12 }
      pitches.sort()
      for candidate in [pitches, Self.opened(pitches)] {
        guard let top = candidate.last, top <= highest else { continue }
        let cost = cost(of: candidate)
        if cost < bestCost {
          bestCost = cost
          best = candidate
        }
      }
    }
    if best.isEmpty { best = classes.map { lowest + ($0 - lowest % 12 + 12) % 12 }.sorted() }
    previous = best
    return best
  }

  /// The second voice from above dropped an octave: wider, warmer.
  private static func opened(_ pitches: [Int]) -> [Int] {
    guard pitches.count >= 4 else { return pitches }
    var opened = pitches
    opened[pitches.count - 2] -= 12
    return opened.sorted()
  }

  private func cost(of pitches: [Int]) -> Int {
    var cost = 0
    if pitches.first.map({ $0 < lowest }) ?? false { cost += 30 }
    for (lower, upper) in zip(pitches, pitches.dropFirst()) {
      let gap = upper - lower
      if gap <= 1 { cost += 6 }
      if lower < 52, gap < 4 { cost += 5 }
    }
    // A half step at the very top is what makes a chord sound wrong.
    if pitches.count > 1, pitches[pitches.count - 1] - pitches[pitches.count - 2] == 1 { cost += 6 }
    guard !previous.isEmpty else {
      let centre = (lowest + highest) / 2
      return cost + pitches.reduce(0) { $0 + abs($1 - centre) } / max(1, pitches.count)
    }
    for (index, pitch) in pitches.enumerated() {
      cost += abs(pitch - previous[min(index, previous.count - 1)])
    }
    return cost
  }
}
