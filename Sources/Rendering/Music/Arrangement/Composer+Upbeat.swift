import Directing

extension Composer {
  /// Four on the floor, claps, bright plucks off the beat, a bass that answers the kick.
  mutating func writeUpbeat() {
    score.reverbSeconds = 1.2
    score.reverbBrightness = 6500
    score.reverbLevel = 0.4
    score.echoSeconds = time(0.75)
    score.drive = 1.4
    let pluck = score.add(Self.pluck)
    var brightPluck = Self.pluck
    brightPluck.level = 0.13
    brightPluck.echo = 0.35
    let lead = score.add(brightPluck)
    var ducked = Self.pad
    ducked.duck = 0.75
    ducked.level = 0.08
    if case .synth(var patch) = ducked.body {
      patch.attack = 0.08
      patch.release = 0.4
      patch.cutoff = 1700
      ducked.body = .synth(patch)
    }
    let pad = score.add(ducked)
    var tight = Self.roundBass
    tight.duck = 0.5
    let bass = score.add(tight)
    let kick = score.add(Self.drum(.kick(deep: 0.3), level: 0.72, reverb: 0.02))
    let clap = score.add(Self.drum(.clap, level: 0.3, reverb: 0.2))
    let hat = score.add(Self.drum(.openHat, level: 0.11))
    let shaker = score.add(Self.drum(.shaker, level: 0.09))
    let tom = score.add(Self.drum(.tom, level: 0.3, reverb: 0.15))
    let strum = [
      [0, 0.75, 1.5, 2.5, 3.25], [0, 0.5, 1.5, 2, 2.75, 3.5], [0.5, 1, 1.75, 2.5, 3, 3.75],
    ][Int(random.unit() * 3)]
    var hands = VoiceLeading(lowest: 57, highest: 79)
    for bar in bars {
      let chord = hands.voice(bar.chord, tonic: plan.key)
      let root = root(of: bar.chord, from: 36)
      for pitch in chord {
        score.play(pad, at: time(bar.start), for: time(Double(bar.beats)), pitch: pitch, velocity: 0.6)
      }
      for beat in strum where beat < Double(bar.beats) {
        for (finger, pitch) in chord.enumerated() {
          score.play(
            pluck, at: time(bar.start + beat) + Double(finger) * 0.004, for: time(0.4), pitch: pitch,
            velocity: 0.6 + random.number(in: -0.08...0.08), pan: Float(finger) * 0.35 - 0.5)
        }
      }
      for half in 0..<bar.beats {
        score.play(
          bass, at: time(bar.start + Double(half) + 0.5), for: time(0.4),
          pitch: half == bar.beats - 1 ? root + 12 : root, velocity: 0.8)
        if half == 0 { score.play(bass, at: time(bar.start), for: time(0.35), pitch: root, velocity: 0.7) }
      }
      guard bar.isFull else { continue }
      for beat in 0..<bar.beats {
        score.kick(kick, at: time(bar.start + Double(beat)), velocity: 0.95)
        score.play(
          hat, at: time(bar.start + Double(beat) + 0.5), for: 0.2, pitch: 60, velocity: 0.7, pan: 0.2)
        if beat % 2 == 1 {
          score.play(clap, at: time(bar.start + Double(beat)), for: 0.2, pitch: 60, velocity: 0.85)
        }
        for quarter in 0..<4 {
          let velocity = [0.5, 0.3, 0.65, 0.35][quarter] + random.number(in: -0.06...0.06)
          score.play(
            shaker, at: time(bar.start + Double(beat) + Double(quarter) / 4), for: 0.1, pitch: 60,
            velocity: velocity,
            pan: -0.35)
        }
      }
      if bar.isLast, bar.beats > 1 {
        for sixteenth in 0..<3 {
          score.play(
            tom, at: time(bar.start + Double(bar.beats) - 0.75 + Double(sixteenth) / 4), for: 0.3, pitch: 45,
            velocity: 0.6 + 0.12 * Double(sixteenth), pan: Float(sixteenth) * 0.4 - 0.4)
        }
      }
    }
    let rhythms: [[(Double, Double)]] = [
      [(0, 0.5), (0.75, 0.5), (1.5, 0.5), (2.5, 1)],
      [(0, 0.75), (0.75, 0.75), (1.5, 0.5), (2, 0.5), (3, 0.5)],
      [(0.5, 0.5), (1, 0.5), (2, 0.5), (2.75, 0.75)],
    ]
    for note in melody(in: 72...90, rhythms: rhythms) {
      score.play(
        lead, at: time(note.beat), for: time(note.length), pitch: note.pitch, velocity: note.velocity,
        pan: 0.15)
    }
  }
}
