import Directing

extension Composer {
  /// Strings that swell, a driving figure below them, and big drums.
  mutating func writeCinematic() {
    score.reverbSeconds = 3.2
    score.reverbBrightness = 4800
    score.reverbLevel = 0.7
    score.drive = 1.3
    let strings = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 3, detune: 14, cutoff: 1500, sweep: -1.3, sweepDecay: 0.9, damping: 1.5,
            attack: 0.35,
            decay: 1, sustain: 0.9, release: 0.7, vibrato: 9)),
        level: 0.085, reverb: 0.5))
    let short = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 2, detune: 10, cutoff: 1400, sweep: 1.2, sweepDecay: 0.1, damping: 1.4,
            attack: 0.012,
            decay: 0.14, sustain: 0.2, release: 0.12)),
        level: 0.15, reverb: 0.4))
    let low = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 2, detune: 7, sub: 0.5, cutoff: 380, damping: 1.5, attack: 0.25, decay: 1,
            sustain: 0.9, release: 0.5)),
        level: 0.22, reverb: 0.2))
    let taiko = score.add(Self.drum(.taiko, level: 0.6, reverb: 0.4))
    let tom = score.add(Self.drum(.tom, level: 0.3, reverb: 0.4))
    let crash = score.add(Self.drum(.crash, level: 0.14, reverb: 0.5))
    let swell = score.add(Self.drum(.swell, level: 0.2, reverb: 0.5))
    let lead = score.add(Self.feltPiano)
    var hands = VoiceLeading(lowest: 50, highest: 74)
    let figure = [[0, 1, 2, 1, 3, 1, 2, 1], [0, 2, 1, 2, 3, 2, 1, 2], [0, 0, 2, 1, 0, 0, 3, 2]][
      Int(random.unit() * 3)]
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      let length = time(Double(bar.beats))
      // The piece grows from its first bar to its last.
      let growth = bars.count > 1 ? Double(bar.index) / Double(bars.count - 1) : 1
      for (finger, pitch) in chord.enumerated() {
        score.play(
          strings, at: time(bar.start), for: length, pitch: pitch, velocity: 0.5 + 0.25 * growth,
          pan: Float(finger) * 0.3 - 0.4)
      }
      if let top = chord.last {
        score.play(
          strings, at: time(bar.start), for: length, pitch: top + 12, velocity: 0.35 + 0.3 * growth, pan: 0.3)
      }
      let root = root(of: bar.chord, from: 36)
      score.play(low, at: time(bar.start), for: length, pitch: root, velocity: 0.75)
      let ladder = chord + [(chord.first ?? 60) + 12]
      for eighth in 0..<(bar.beats * 2) {
        let pitch = ladder[figure[eighth % 8] % ladder.count]
        score.play(
          short, at: time(bar.start + Double(eighth) / 2), for: time(0.38), pitch: pitch,
          velocity: (eighth % 4 == 0 ? 0.75 : 0.5) + 0.15 * growth, pan: -0.25)
      }
      guard bar.isFull else { continue }
      for (beat, velocity) in [(0.0, 1.0), (1.5, 0.55), (2, 0.8), (3.5, 0.5)] where beat < Double(bar.beats) {
        score.play(taiko, at: loosely(time(bar.start + beat), by: 5), for: 1, pitch: 36, velocity: velocity)
      }
      if bar.isLast || bar.index % 4 == 3 {
        let first = max(0, Double(bar.beats) - 1)
        for sixteenth in 0..<4 {
          score.play(
            tom, at: time(bar.start + first + Double(sixteenth) / 4), for: 0.4, pitch: 45,
            velocity: 0.45 + 0.13 * Double(sixteenth), pan: Float(sixteenth) * 0.3 - 0.45)
        }
        score.play(swell, at: time(bar.start + Double(bar.beats)) - 1.6, for: 1.8, pitch: 60, velocity: 0.8)
      }
      if bar.index % 4 == 0 {
        score.play(crash, at: time(bar.start), for: 2, pitch: 60, velocity: 0.8, pan: 0.2)
      }
    }
    for note in melody(
      in: 69...86, rhythms: [[(0, 2), (2, 2)], [(0, 3), (3, 1)], [(0, 1.5), (1.5, 0.5), (2, 2)]])
    {
      score.play(
        lead, at: time(note.beat), for: time(note.length), pitch: note.pitch, velocity: note.velocity,
        pan: 0.1)
    }
  }
}
