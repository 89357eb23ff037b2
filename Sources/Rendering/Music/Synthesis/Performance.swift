import Glibc

/// Plays a score, block by block, in constant memory.
///
/// A looping performance starts a few seconds early without being heard, as the end of the round before: what rings
/// over the end is then already there at the start, and everything that swings does so a whole number of times a
/// round, so that the last sample leads into the first.
struct Performance {
  /// Samples in a block.
  static let block = 256

  private enum Voice {
    case modal(ModalVoice)
    case synth(SynthVoice)
    case drum(DrumVoice)

    init(_ patch: Patch, note: Note, seed: UInt32) {
      switch patch.body {
      case .modal(let body): self = .modal(ModalVoice(body, note: note, seed: seed))
      case .synth(let body): self = .synth(SynthVoice(body, note: note, seed: seed))
      case .drum(let body): self = .drum(DrumVoice(body, note: note, seed: seed))
      }
    }

    mutating func render(into out: UnsafeMutablePointer<Float>, count: Int) -> Bool {
      switch self {
      case .modal(var voice):
        defer { self = .modal(voice) }
        return voice.render(into: out, count: count)
      case .synth(var voice):
        defer { self = .synth(voice) }
        return voice.render(into: out, count: count)
      case .drum(var voice):
        defer { self = .drum(voice) }
        return voice.render(into: out, count: count)
      }
    }
  }

  private struct Sounding {
    var voice: Voice
    let patch: Int
    let left: Float
    let right: Float
    var offset: Int
  }

  private struct Cue {
    let sample: Int
    let note: Note
    let seed: UInt32
  }

  private let score: Score
  private let length: Int
  private var cues: [Cue]
  private var nextCue = 0
  private var kicks: [Int]
  private var nextKick = 0
  private var lastKick = Int.min / 2
  private var sounding: [Sounding] = []
  private var position: Int
  private var buses = Buses(blockSize: Self.block)
  private var reverb: Reverb
  private var echo: CrossingEcho
  private var chorus: [SwingingDelay]
  private var tape: [SwingingDelay]
  private var dust = RecordDust()
  private var ambience: Ambience
  private var toneLeft: Float = 0
  private var toneRight: Float = 0
  private var rumbleLeft: Float = 0
  private var rumbleRight: Float = 0

  /// Prepares a score of `length` samples, with the sounds of its place under it.
  init(_ score: Score, length: Int, loops: Bool, ambience: Ambience) {
    self.score = score
    self.length = length
    self.ambience = ambience
    let warmUp = loops ? 6 * Int(sampleRate) / Self.block * Self.block : 0
    position = -warmUp
    var cues: [Cue] = []
    var kicks: [Int] = []
    let rounds = loops ? warmUp / length + 1 : 0
    for round in -rounds...0 {
      let shift = round * length
      for (index, note) in score.notes.enumerated() {
        let sample = Int(note.start * Double(sampleRate)) + shift
        if sample >= position, sample < length {
          cues.append(Cue(sample: sample, note: note, seed: UInt32(truncatingIfNeeded: index &* 7919)))
        }
      }
      kicks += score.kicks.map { Int($0 * Double(sampleRate)) + shift }.filter { $0 >= -warmUp }
    }
    self.cues = cues.sorted { $0.sample < $1.sample }
    self.kicks = kicks.sorted()
    let seconds = Double(length) / Double(sampleRate)
    func whole(_ hertz: Double) -> Double { max(1, (hertz * seconds).rounded()) / seconds }
    func start(_ hertz: Double, _ phase: Double) -> Double {
      let turns = whole(hertz) * Double(-warmUp) / Double(sampleRate) + phase
      return turns - turns.rounded(.down)
    }
    reverb = Reverb(seconds: score.reverbSeconds, brightness: score.reverbBrightness)
    echo = CrossingEcho(seconds: score.echoSeconds, feedback: score.echoFeedback, brightness: 3200)
    chorus = [0, 0.25].map {
      SwingingDelay(milliseconds: 11, depth: 2.4, hertz: whole(0.6), phase: start(0.6, $0))
    }
    tape = (0..<2).map { _ in
      SwingingDelay(milliseconds: 4, depth: score.wow, hertz: whole(0.55), phase: start(0.55, 0))
    }
    while position < 0 { nextBlock() }
  }

  /// The left and right samples of the next block, valid until the block after it.
  mutating func nextBlock(_ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Void = { _, _ in }) {
    startVoices()
    fillDuck()
    // The sums leave this value while it works on them, so that both can change at once.
    var buses = Buses.none
    swap(&buses, &self.buses)
    buses.clear()
    let score = score
    buses.withPointers { bus in
      var index = 0
      while index < sounding.count {
        var sound = sounding[index]
        if play(&sound, on: bus) {
          sounding[index] = sound
          index += 1
        } else {
          sounding.swapAt(index, sounding.count - 1)
          sounding.removeLast()
        }
      }
      mix(bus, score: score)
      body(bus.left, bus.right)
    }
    swap(&buses, &self.buses)
    position += Self.block
  }

  private mutating func startVoices() {
    while nextCue < cues.count, cues[nextCue].sample < position + Self.block {
      let cue = cues[nextCue]
      let patch = score.patches[cue.note.patch]
      let angle = (cue.note.pan + 1) * .pi / 4
      sounding.append(
        Sounding(
          voice: Voice(patch, note: cue.note, seed: cue.seed), patch: cue.note.patch,
          left: cosf(angle) * 1.414 * patch.level, right: sinf(angle) * 1.414 * patch.level,
          offset: max(0, cue.sample - position) & ~31))
      nextCue += 1
    }
  }

  /// How loud ducking instruments are: down within 4 ms of a kick, back up over a quarter of a second.
  private mutating func fillDuck() {
    for index in 0..<Self.block {
      let now = position + index
      while nextKick < kicks.count, kicks[nextKick] <= now {
        lastKick = kicks[nextKick]
        nextKick += 1
      }
      let since = Float(now - lastKick) / sampleRate
      let falling = max(0, 1 - since / 0.004)
      let rising = min(1, max(0, (since - 0.004) / 0.24))
      buses.duck[index] = 1 - max(falling, rising * rising * (3 - 2 * rising))
    }
  }

  private mutating func play(_ sound: inout Sounding, on bus: Buses.Pointers) -> Bool {
    let count = Self.block - sound.offset
    let out = bus.scratch + sound.offset
    let alive = sound.voice.render(into: out, count: count)
    let patch = score.patches[sound.patch]
    let start = sound.offset
    sound.offset = 0
    if patch.duck > 0 {
      let amount = patch.duck
      for index in 0..<count { out[index] *= 1 - amount * bus.duck[start + index] }
    }
    let (left, right) = (sound.left, sound.right)
    let (dryLeft, dryRight) =
      patch.chorus ? (bus.chorusLeft + start, bus.chorusRight + start) : (bus.left + start, bus.right + start)
    for index in 0..<count {
      dryLeft[index] += out[index] * left
      dryRight[index] += out[index] * right
    }
    if patch.reverb > 0 {
      let (roomLeft, roomRight) = (bus.roomLeft + start, bus.roomRight + start)
      let (sendLeft, sendRight) = (left * patch.reverb, right * patch.reverb)
      for index in 0..<count {
        roomLeft[index] += out[index] * sendLeft
        roomRight[index] += out[index] * sendRight
      }
    }
    if patch.echo > 0 {
      let send = (left + right) * 0.5 * patch.echo
      let echo = bus.echo + start
      for index in 0..<count { echo[index] += out[index] * send }
    }
    return alive
  }

  private mutating func mix(_ bus: Buses.Pointers, score: Score) {
    let count = Self.block
    if score.patches.contains(where: \.chorus) {
      for index in 0..<count {
        bus.left[index] += 0.75 * bus.chorusLeft[index]
        bus.right[index] += 0.75 * bus.chorusRight[index]
      }
      chorus[0].process(bus.chorusLeft, addingTo: bus.left, dry: 1, wet: 0.6, count: count)
      chorus[1].process(bus.chorusRight, addingTo: bus.right, dry: 1, wet: 0.6, count: count)
    }
    if score.patches.contains(where: { $0.echo > 0 }) {
      // The chorus has been heard; its sums now carry the echoes.
      bus.chorusLeft.update(repeating: 0, count: count)
      bus.chorusRight.update(repeating: 0, count: count)
      echo.process(bus.echo, left: bus.chorusLeft, right: bus.chorusRight, count: count)
      for index in 0..<count {
        bus.left[index] += bus.chorusLeft[index]
        bus.right[index] += bus.chorusRight[index]
        bus.roomLeft[index] += 0.25 * bus.chorusLeft[index]
        bus.roomRight[index] += 0.25 * bus.chorusRight[index]
      }
    }
    for index in 0..<count {
      bus.roomLeft[index] *= score.reverbLevel
      bus.roomRight[index] *= score.reverbLevel
    }
    reverb.add(
      sendLeft: bus.roomLeft, sendRight: bus.roomRight, left: bus.left, right: bus.right, count: Self.block)
    let tone = onePole(score.tone)
    let rumble = onePole(28)
    let lift = 1 / softClip(score.drive * 0.5) * 0.5
    if score.wow > 0 {
      tape[0].process(bus.left, addingTo: bus.left, dry: 0, wet: 1, count: count)
      tape[1].process(bus.right, addingTo: bus.right, dry: 0, wet: 1, count: count)
    }
    var (toneLeft, toneRight, rumbleLeft, rumbleRight) = (
      self.toneLeft, self.toneRight, self.rumbleLeft, self.rumbleRight
    )
    for index in 0..<count {
      let left = softClip(bus.left[index] * score.drive) * lift
      let right = softClip(bus.right[index] * score.drive) * lift
      toneLeft += tone * (left - toneLeft)
      toneRight += tone * (right - toneRight)
      rumbleLeft += rumble * (toneLeft - rumbleLeft)
      rumbleRight += rumble * (toneRight - rumbleRight)
      bus.left[index] = toneLeft - rumbleLeft
      bus.right[index] = toneRight - rumbleRight
    }
    (self.toneLeft, self.toneRight, self.rumbleLeft, self.rumbleRight) = (
      toneLeft, toneRight, rumbleLeft, rumbleRight
    )
    let round = (position % length + length) % length
    if score.vinyl > 0 {
      dust.add(
        level: score.vinyl, position: round, of: length, left: bus.left, right: bus.right, count: Self.block)
    }
    ambience.add(position: round, of: length, left: bus.left, right: bus.right, count: Self.block)
  }
}
