import Directing

extension Composer {
  /// A felt piano alone: broken chords under the pedal, and a tune above them.
  mutating func writePiano() {
    score.reverbSeconds = 2.6
    score.reverbBrightness = 4500
    score.reverbLevel = 0.6
    score.tone = 11_000
    let piano = score.add(Self.feltPiano)
    var distant = Self.pad
    distant.level = 0.028
    let pad = score.add(distant)
    let pattern = [[0, 1, 2, 3, 2, 3, 2, 1], [0, 1, 2, 1, 3, 1, 2, 1], [0, 1, 3, 2, 3, 2, 1, 2]][
      Int(random.unit() * 3)]
    var hands = VoiceLeading(lowest: 55, highest: 72)
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      let root = root(of: bar.chord, from: 36)
      let ladder = [root + 12, root + 19] + chord
      let end = bar.start + Double(bar.beats)
      score.play(
        piano, at: time(bar.start), for: time(Double(bar.beats)), pitch: root, velocity: 0.5, pan: -0.25)
      for eighth in 0..<(bar.beats * 2) {
        let beat = bar.start + Double(eighth) / 2
        let pitch = ladder[pattern[eighth % 8] % ladder.count]
        // The pedal holds every note to the end of the bar.
        score.play(
          piano, at: loosely(time(beat), by: 7), for: time(end - beat), pitch: pitch,
          velocity: (eighth == 0 ? 0.46 : 0.36) + random.number(in: -0.05...0.05), pan: -0.1)
      }
      for pitch in chord {
        score.play(pad, at: time(bar.start), for: time(Double(bar.beats)), pitch: pitch, velocity: 0.5)
      }
    }
    let rhythms: [[(Double, Double)]] = [
      [(0, 1.5), (1.5, 0.5), (2, 2)], [(0, 1), (1, 1), (2, 1.5), (3.5, 0.5)], [(0.5, 0.5), (1, 1), (2, 2)],
      [(0, 3), (3, 1)],
    ]
    for note in melody(in: 70...88, rhythms: rhythms) {
      score.play(
        piano, at: loosely(time(note.beat), by: 10), for: time(note.length + 0.3), pitch: note.pitch,
        velocity: note.velocity + 0.04, pan: 0.2)
    }
  }
}
