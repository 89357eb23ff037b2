import Directing

/// The chord progressions of each mood. Degrees are semitones above the tonic; what suits a mood in major and in
/// minor is listed apart, because the same words ("sad lo-fi") ask for other chords.
enum Progressions {
  /// All progressions that suit a mood, four chords each.
  static func all(for mood: MusicPlan.Mood, isMinor: Bool) -> [[Chord]] {
    switch (mood, isMinor) {
    case (.lofi, false):
      [
        [Chord(0, Chord.major9), Chord(9, Chord.minor9), Chord(2, Chord.minor9), Chord(7, Chord.dominant13)],
        [Chord(5, Chord.major9), Chord(4, Chord.minor7), Chord(2, Chord.minor9), Chord(0, Chord.major9)],
        [Chord(2, Chord.minor9), Chord(7, Chord.dominant13), Chord(0, Chord.major9), Chord(9, Chord.minor9)],
      ]
    case (.lofi, true):
      [
        [Chord(0, Chord.minor9), Chord(8, Chord.major9), Chord(5, Chord.minor9), Chord(7, Chord.minor7)],
        [
          Chord(5, Chord.minor9), Chord(10, Chord.dominant13), Chord(3, Chord.major9), Chord(8, Chord.major7),
        ],
        [
          Chord(0, Chord.minor9), Chord(5, Chord.minor9), Chord(8, Chord.major9),
          Chord(10, Chord.dominant9sus),
        ],
      ]
    case (.ambient, false):
      [
        [Chord(0, Chord.added9), Chord(5, Chord.major9), Chord(9, Chord.minor9), Chord(5, Chord.major69)],
        [Chord(0, Chord.major9), Chord(4, Chord.minor7), Chord(5, Chord.major9), Chord(7, Chord.suspended4)],
      ]
    case (.ambient, true):
      [
        [
          Chord(0, Chord.minorAdded9), Chord(8, Chord.major9), Chord(3, Chord.added9),
          Chord(10, Chord.suspended2),
        ],
        [Chord(0, Chord.minor9), Chord(5, Chord.minor9), Chord(8, Chord.major7), Chord(10, Chord.added9)],
      ]
    case (.cinematic, false):
      [
        [
          Chord(0, Chord.majorTriad), Chord(9, Chord.minorTriad), Chord(5, Chord.added9),
          Chord(7, Chord.suspended4),
        ],
        [
          Chord(5, Chord.majorTriad), Chord(7, Chord.majorTriad), Chord(9, Chord.minorTriad),
          Chord(0, Chord.majorTriad),
        ],
      ]
    case (.cinematic, true):
      [
        [
          Chord(0, Chord.minorTriad), Chord(8, Chord.majorTriad), Chord(3, Chord.majorTriad),
          Chord(10, Chord.majorTriad),
        ],
        [
          Chord(0, Chord.minorAdded9), Chord(8, Chord.majorTriad), Chord(5, Chord.minorTriad),
          Chord(7, Chord.suspended4),
        ],
      ]
    case (.upbeat, false):
      [
        [Chord(0, Chord.added9), Chord(7, Chord.majorTriad), Chord(9, Chord.minor7), Chord(5, Chord.added9)],
        [
          Chord(5, Chord.added9), Chord(0, Chord.majorTriad), Chord(7, Chord.majorTriad),
          Chord(9, Chord.minor7),
        ],
      ]
    case (.upbeat, true):
      [
        [
          Chord(0, Chord.minor7), Chord(8, Chord.added9), Chord(3, Chord.majorTriad),
          Chord(10, Chord.majorTriad),
        ],
        [
          Chord(8, Chord.added9), Chord(10, Chord.majorTriad), Chord(0, Chord.minor7),
          Chord(3, Chord.majorTriad),
        ],
      ]
    case (.piano, false):
      [
        [Chord(0, Chord.added9), Chord(7, Chord.suspended4), Chord(9, Chord.minor7), Chord(5, Chord.added9)],
        [Chord(0, Chord.major7), Chord(4, Chord.minor7), Chord(5, Chord.added9), Chord(7, Chord.suspended4)],
        [Chord(5, Chord.major7), Chord(0, Chord.added9), Chord(2, Chord.minor7), Chord(7, Chord.suspended4)],
      ]
    case (.piano, true):
      [
        [
          Chord(0, Chord.minorAdded9), Chord(8, Chord.major7), Chord(3, Chord.added9),
          Chord(10, Chord.suspended4),
        ],
        [Chord(0, Chord.minorTriad), Chord(5, Chord.minor7), Chord(8, Chord.major7), Chord(7, Chord.minor7)],
      ]
    case (.synthwave, false):
      [
        [
          Chord(5, Chord.added9), Chord(7, Chord.majorTriad), Chord(9, Chord.minor7),
          Chord(0, Chord.majorTriad),
        ],
        [
          Chord(9, Chord.minor7), Chord(5, Chord.majorTriad), Chord(0, Chord.added9),
          Chord(7, Chord.majorTriad),
        ],
      ]
    case (.synthwave, true):
      [
        [
          Chord(0, Chord.minorAdded9), Chord(8, Chord.majorTriad), Chord(3, Chord.majorTriad),
          Chord(10, Chord.majorTriad),
        ],
        [
          Chord(0, Chord.minorTriad), Chord(10, Chord.majorTriad), Chord(8, Chord.major7),
          Chord(10, Chord.suspended4),
        ],
      ]
    }
  }
}
