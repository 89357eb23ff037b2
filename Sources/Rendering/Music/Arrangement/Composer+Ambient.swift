import Directing

extension Composer {
  /// Slow pads that grow into each other, a low drone, and bells far away.
  mutating func writeAmbient() {
    score.reverbSeconds = 5
    score.reverbBrightness = 4200
    score.reverbLevel = 0.8
    score.echoSeconds = time(1.5)
    score.echoFeedback = 0.5
    var soft = Self.pad
    if case .synth(var patch) = soft.body {
      patch.attack = 1.4
      patch.release = 3.2
      patch.cutoff = 700
      soft.body = .synth(patch)
    }
    soft.level = 0.075
    let pad = score.add(soft)
    let air = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .sine, voices: 1, cutoff: 6000, damping: 1.5, attack: 1.8, decay: 2, sustain: 0.8,
            release: 3.5,
            vibrato: 6)),
        level: 0.05, reverb: 0.9))
    let drone = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 2, detune: 6, sub: 0.7, cutoff: 260, damping: 1.6, attack: 1, decay: 2,
            sustain: 0.9,
            release: 2.5)),
        level: 0.16, reverb: 0.15))
    let bell = score.add(Self.bell)
    let piano = score.add(Self.feltPiano)
    var hands = VoiceLeading(lowest: 52, highest: 76)
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      let length = time(Double(bar.beats))
      for (finger, pitch) in chord.enumerated() {
        score.play(
          pad, at: time(bar.start), for: length, pitch: pitch, velocity: 0.6, pan: Float(finger) * 0.3 - 0.45)
      }
      if let top = chord.last {
        score.play(air, at: time(bar.start), for: length, pitch: top + 12, velocity: 0.55, pan: 0.2)
      }
      score.play(drone, at: time(bar.start), for: length, pitch: root(of: bar.chord, from: 33), velocity: 0.7)
      score.play(
        piano, at: time(bar.start), for: length, pitch: root(of: bar.chord, from: 45), velocity: 0.42,
        pan: -0.2)
      // One or two bells a bar, never on the beat that the chord has.
      let count = random.unit() < 0.6 ? 2 : 1
      for index in 0..<count {
        let beat = Double(1 + index * 2) + (random.unit() < 0.5 ? 0.5 : 0)
        guard beat < Double(bar.beats) else { continue }
        let pitch = chord[Int(random.unit() * Double(chord.count))] + 12
        score.play(
          bell, at: loosely(time(bar.start + beat), by: 12), for: time(2), pitch: pitch,
          velocity: random.number(in: 0.35...0.7), pan: Float(random.number(in: -0.7...0.7)))
      }
    }
    let rhythms: [[(Double, Double)]] = [[(2, 2)], [(1, 1), (2, 2)], [(0.5, 1.5), (3, 1)]]
    for note in melody(in: 64...79, rhythms: rhythms) {
      score.play(
        piano, at: loosely(time(note.beat), by: 15), for: time(note.length + 1), pitch: note.pitch,
        velocity: note.velocity * 0.75, pan: 0.15)
    }
  }
}
