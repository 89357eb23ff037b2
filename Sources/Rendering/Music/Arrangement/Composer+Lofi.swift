import Directing

extension Composer {
  /// Dusty drums behind the beat, ninth chords on a tine piano, a walking bass, a worn tape.
  mutating func writeLofi() {
    score.reverbSeconds = 1.4
    score.reverbBrightness = 3600
    score.echoSeconds = time(0.75)
    score.vinyl = 0.5
    score.wow = 0.35
    score.tone = 7500
    score.drive = 1.5
    let piano = score.add(Self.electricPiano)
    let bass = score.add(Self.roundBass)
    let lead = score.add(Self.bell)
    let kick = score.add(Self.drum(.kick(deep: 0.55), level: 0.62))
    let snare = score.add(Self.drum(.snare(tone: 0.9, length: 0.16), level: 0.2, reverb: 0.16))
    let rim = score.add(Self.drum(.rim, level: 0.16, reverb: 0.16))
    let hat = score.add(Self.drum(.hat, level: 0.13))
    // The off-beats come late: 60 % swing is a triplet's neighbour.
    let swing = 0.1 + random.number(in: 0...0.05)
    let beats = [
      [0, 1.5, 2.5], [0, 2.5, 3.5], [0, 0.75, 2.5],
    ][Int(random.unit() * 3)]
    func swung(_ beat: Double) -> Double {
      let fraction = beat - beat.rounded(.down)
      return abs(fraction - 0.5) < 0.01 ? beat + swing : beat
    }
    var hands = VoiceLeading(lowest: 50, highest: 72)
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      for (hit, velocity) in [(0.0, 0.66), (2.5, 0.46)] where hit < Double(bar.beats) {
        let length = min(hit == 0 ? 2.3 : 1.3, Double(bar.beats) - hit)
        let start = loosely(time(bar.start + swung(hit)), by: 6)
        for (finger, pitch) in chord.enumerated() {
          score.play(
            piano, at: start + Double(finger) * 0.011, for: time(length), pitch: pitch,
            velocity: velocity + random.number(in: -0.05...0.05), pan: Float(finger - 2) * 0.12)
        }
      }
      writeLofiBass(bass, bar: bar, swung: swung)
      guard bar.isFull else { continue }
      for beat in beats where beat < Double(bar.beats) {
        score.kick(kick, at: time(bar.start + swung(beat)), velocity: beat == 0 ? 0.95 : 0.72)
      }
      for beat in [1.0, 3.0] where beat < Double(bar.beats) {
        let late = time(bar.start + beat) + 0.014
        score.play(snare, at: late, for: 0.2, pitch: 60, velocity: 0.8, pan: -0.05)
        score.play(rim, at: late + 0.004, for: 0.1, pitch: 60, velocity: 0.5, pan: 0.1)
      }
      for half in 0..<(bar.beats * 2) {
        let beat = Double(half) / 2
        let velocity = (half % 2 == 0 ? 0.7 : 0.42) + random.number(in: -0.08...0.08)
        score.play(
          hat, at: loosely(time(bar.start + swung(beat)), by: 4), for: 0.1, pitch: 60, velocity: velocity,
          pan: 0.25)
      }
    }
    let rhythms: [[(Double, Double)]] = [
      [(1.5, 0.5), (2, 1.5)], [(0.5, 0.5), (1, 0.5), (1.5, 2)], [(2, 0.5), (2.5, 0.5), (3, 1)], [(1, 2)],
    ]
    for note in melody(in: 67...84, rhythms: rhythms) {
      score.play(
        lead, at: loosely(time(swung(note.beat)), by: 8), for: time(note.length), pitch: note.pitch,
        velocity: note.velocity, pan: 0.3)
    }
  }

  private mutating func writeLofiBass(_ bass: Int, bar: Bar, swung: (Double) -> Double) {
    let root = root(of: bar.chord, from: 33)
    let next = self.root(of: bars[(bar.index + 1) % bars.count].chord, from: 33)
    score.play(bass, at: time(bar.start), for: time(min(1.4, Double(bar.beats))), pitch: root, velocity: 0.8)
    guard bar.beats == 4 else { return }
    score.play(bass, at: time(bar.start + swung(2.5)), for: time(0.85), pitch: root + 7, velocity: 0.62)
    // The last half beat leads into the next root from a step away.
    let step = next > root ? -2 : 2
    score.play(bass, at: time(bar.start + swung(3.5)), for: time(0.4), pitch: next + step, velocity: 0.55)
  }
}
