import Directing
import Glibc

/// Plays the music bed of a film: a plan and a length become 48 kHz stereo samples, in pieces of any size and in
/// constant memory. The same plan and length give the same samples.
///
/// The bed is mastered to -14 LUFS (what the big platforms play at) and stays under -1 dBTP with room for a lossy
/// codec. Its beats fill the length exactly (see `TempoGrid`).
public struct MusicSynthesiser: Sendable {
  /// The loudness of every bed, in LUFS.
  public static let loudness = -14.0
  /// The ceiling of the limiter, in dBTP: one under what is promised, because lossy codecs overshoot.
  package static let ceiling: Float = -2

  private var performance: Performance
  private var limiter = Limiter(ceiling: Self.ceiling)
  private let gain: Float
  /// A short piece as it was played when it was measured, so that it need not be played again; empty for a long one.
  private let recording: [Float]
  private var recordingPosition = 0
  private let length: Int
  private let loops: Bool
  private var position = 0
  private var ready: [Float] = []
  private var readyStart = 0

  /// Writes the music and measures it once; then it can be read.
  ///
  /// - Parameters:
  ///   - plan: the mood, tempo, key and seed.
  ///   - durationMS: the length, at least 50 ms.
  ///   - loops: the end leads into the start: nothing fades, and what rings over the end is heard at the start.
  ///     When false, the bed comes in within 30 ms and fades out over its last second and a half.
  public init(plan: MusicPlan, durationMS: Int, loops: Bool = true) {
    self.init(plan: plan, durationMS: durationMS, loops: loops, ambience: [])
  }

  init(plan: MusicPlan, durationMS: Int, loops: Bool, ambience: [Ambience.Layer]) {
    let seconds = Double(max(50, durationMS)) / 1000
    let score = Composer.compose(plan, grid: TempoGrid(tempo: plan.tempo, seconds: seconds))
    length = Int((seconds * Double(sampleRate)).rounded())
    self.loops = loops
    performance = Performance(score, length: length, loops: loops, ambience: Ambience(ambience))
    (gain, recording) = Self.measured(performance, length: length)
    prime()
  }

  /// The moments of the beats, in milliseconds from the start of a bed of this length.
  public static func beats(in plan: MusicPlan, durationMS: Int) -> [Int] {
    let grid = TempoGrid(tempo: plan.tempo, seconds: Double(max(50, durationMS)) / 1000)
    return (0..<grid.beats).map { Int((Double($0) * grid.beat * 1000).rounded()) }
  }

  /// The next `count` stereo samples, interleaved; silence after the end.
  public mutating func read(_ count: Int) -> [Float] {
    var samples: [Float] = []
    samples.reserveCapacity(count * 2)
    while samples.count < count * 2 {
      if readyStart == ready.count { makeBlock() }
      let part = min(count * 2 - samples.count, ready.count - readyStart)
      samples += ready[readyStart..<(readyStart + part)]
      readyStart += part
    }
    shapeEnds(of: &samples)
    position += count
    return samples
  }

  /// What the limiter holds back is played ahead, so that the first sample out is the first of the music.
  private mutating func prime() {
    var held = Limiter.latency
    while held > 0 {
      makeBlock()
      let part = min(held, ready.count / 2)
      readyStart = part * 2
      held -= part
    }
  }

  private mutating func makeBlock() {
    var block = [Float](repeating: 0, count: Performance.block * 2)
    let gain = gain
    if recording.isEmpty {
      performance.nextBlock { left, right in
        for index in 0..<Performance.block {
          block[index * 2] = left[index] * gain
          block[index * 2 + 1] = right[index] * gain
        }
      }
    } else {
      for index in 0..<Performance.block {
        let now = recordingPosition + index
        guard now < length || loops else { break }
        let at = now % length * 2
        block[index * 2] = recording[at] * gain
        block[index * 2 + 1] = recording[at + 1] * gain
      }
      recordingPosition += Performance.block
    }
    block.withUnsafeMutableBufferPointer { limiter.process($0) }
    ready = block
    readyStart = 0
  }

  /// Fades at the ends of a piece that does not loop, and silence behind it.
  private func shapeEnds(of samples: inout [Float]) {
    let fadeIn = min(length / 4, 1440)
    let fadeOut = min(length / 3, 72_000)
    for index in 0..<(samples.count / 2) {
      let now = position + index
      var level: Float = 1
      if now >= length {
        level = 0
      } else if !loops {
        if now < fadeIn { level = Float(now) / Float(fadeIn) }
        let left = length - now
        if left < fadeOut {
          let way = Float(left) / Float(fadeOut)
          level *= way * way * (3 - 2 * way)
        }
      }
      if level != 1 {
        samples[index * 2] *= level
        samples[index * 2 + 1] *= level
      }
    }
  }

  /// The longest piece that is kept after its measurement: 30 s, 12 MB.
  private static let longestRecording = 30 * 48_000

  /// Plays the piece once, unheard, and says what brings it to the loudness of a bed.
  private static func measured(_ performance: Performance, length: Int) -> (gain: Float, recording: [Float]) {
    var dry = performance
    var meter = LoudnessMeter()
    var recording: [Float] = []
    let isKept = length <= longestRecording
    if isKept { recording.reserveCapacity((length + Performance.block) * 2) }
    var block = [Float](repeating: 0, count: Performance.block * 2)
    var position = 0
    while position < length {
      dry.nextBlock { left, right in
        for index in 0..<Performance.block {
          block[index * 2] = left[index]
          block[index * 2 + 1] = right[index]
        }
      }
      block.withUnsafeBufferPointer { meter.add($0) }
      if isKept { recording += block }
      position += Performance.block
    }
    guard let measured = meter.integrated else { return (1, recording) }
    return (powf(10, Float(loudness - measured) / 20), recording)
  }
}
