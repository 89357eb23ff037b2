import Directing

extension Composer {
  /// A saw bass in eighths, arpeggios with echoes, drums in a gated room, a singing lead.
  mutating func writeSynthwave() {
    score.reverbSeconds = 2.2
    score.reverbBrightness = 6000
    score.reverbLevel = 0.5
    score.echoSeconds = time(0.75)
    score.echoFeedback = 0.42
    score.drive = 1.6
    let bass = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 2, detune: 9, sub: 0.6, cutoff: 520, sweep: 1.6, sweepDecay: 0.13,
            damping: 0.95,
            attack: 0.004, decay: 0.2, sustain: 0.5, release: 0.06)),
        level: 0.3, reverb: 0.02, duck: 0.45))
    let arp = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .pulse, voices: 1, cutoff: 2100, sweep: 1.2, sweepDecay: 0.12, damping: 0.9, attack: 0.003,
            decay: 0.15, sustain: 0.3, release: 0.1)),
        level: 0.085, reverb: 0.2, echo: 0.4, duck: 0.25))
    var wide = Self.pad
    wide.duck = 0.6
    wide.level = 0.075
    let pad = score.add(wide)
    let lead = score.add(
      Patch(
        body: .synth(
          SynthPatch(
            wave: .saw, voices: 3, detune: 12, cutoff: 2600, sweep: 0.8, sweepDecay: 0.4, damping: 1.1,
            attack: 0.02,
            decay: 0.3, sustain: 0.75, release: 0.3, vibrato: 14)),
        level: 0.095, reverb: 0.4, echo: 0.4))
    let kick = score.add(Self.drum(.kick(deep: 0.4), level: 0.72))
    let snare = score.add(Self.drum(.snare(tone: 1, length: 0.34), level: 0.34, reverb: 0.3))
    let hat = score.add(Self.drum(.hat, level: 0.12))
    let tom = score.add(Self.drum(.tom, level: 0.34, reverb: 0.35))
    let order = [[0, 1, 2, 3, 4, 3, 2, 1], [0, 2, 1, 3, 2, 4, 3, 1], [0, 1, 2, 4, 3, 2, 4, 1]][
      Int(random.unit() * 3)]
    var hands = VoiceLeading(lowest: 53, highest: 76)
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      let root = root(of: bar.chord, from: 33)
      for (finger, pitch) in chord.enumerated() {
        score.play(
          pad, at: time(bar.start), for: time(Double(bar.beats)), pitch: pitch, velocity: 0.6,
          pan: Float(finger) * 0.35 - 0.5)
      }
      for eighth in 0..<(bar.beats * 2) {
        score.play(
          bass, at: time(bar.start + Double(eighth) / 2), for: time(0.4),
          pitch: eighth % 4 == 3 ? root + 12 : root,
          velocity: eighth % 2 == 0 ? 0.85 : 0.7)
      }
      let ladder = chord + [(chord.first ?? 60) + 12]
      for sixteenth in 0..<(bar.beats * 4) {
        let pitch = ladder[order[sixteenth % 8] % ladder.count] + 12
        score.play(
          arp, at: time(bar.start + Double(sixteenth) / 4), for: time(0.2), pitch: pitch,
          velocity: sixteenth % 4 == 0 ? 0.75 : 0.55, pan: sixteenth % 2 == 0 ? -0.4 : 0.4)
      }
      guard bar.isFull else { continue }
      for beat in 0..<bar.beats {
        score.kick(kick, at: time(bar.start + Double(beat)), velocity: beat % 2 == 0 ? 0.95 : 0.8)
        if beat % 2 == 1 {
          score.play(snare, at: time(bar.start + Double(beat)), for: 0.3, pitch: 60, velocity: 0.9)
        }
        for half in 0..<2 {
          score.play(
            hat, at: time(bar.start + Double(beat) + Double(half) / 2), for: 0.1, pitch: 60,
            velocity: half == 0 ? 0.5 : 0.7, pan: 0.25)
        }
      }
      if bar.isLast || bar.index % 4 == 3, bar.beats > 1 {
        for sixteenth in 0..<4 {
          score.play(
            tom, at: time(bar.start + Double(bar.beats - 1) + Double(sixteenth) / 4), for: 0.4,
            pitch: 45, velocity: 0.8, pan: Float(sixteenth) * 0.3 - 0.45)
        }
      }
    }
    let rhythms: [[(Double, Double)]] = [
      [(0, 1.5), (1.5, 1.5), (3, 1)], [(0, 2), (2, 0.5), (2.5, 0.5), (3, 1)], [(0.5, 1), (1.5, 0.5), (2, 2)],
    ]
    for note in melody(in: 67...84, rhythms: rhythms) {
      score.play(
        lead, at: time(note.beat), for: time(note.length * 0.95), pitch: note.pitch, velocity: note.velocity)
    }
  }
}
