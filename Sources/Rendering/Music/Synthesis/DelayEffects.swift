import Glibc

/// A delay whose length swings slowly: chorus when mixed with the direct sound, a tape's wow when alone.
struct SwingingDelay {
  private var line = [Float](repeating: 0, count: 4096)
  private var position = 0
  private let centre: Float
  private let depth: Float
  private let turnsPerSample: Double
  private var phase: Double

  /// A delay of `milliseconds` that swings by `depth` milliseconds, `hertz` times a second.
  init(milliseconds: Float, depth: Float, hertz: Double, phase: Double) {
    centre = milliseconds * sampleRate / 1000
    self.depth = depth * sampleRate / 1000
    turnsPerSample = hertz / Double(sampleRate)
    self.phase = phase
  }

  /// Puts a block in, and adds `wet` of what comes out to `dry` of what `target` has.
  mutating func process(
    _ input: UnsafePointer<Float>, addingTo target: UnsafeMutablePointer<Float>, dry: Float, wet: Float,
    count: Int
  ) {
    var (position, phase) = (position, phase)
    let (centre, depth, turns) = (centre, depth, turnsPerSample)
    line.withUnsafeMutableBufferPointer { line in
      guard let line = line.baseAddress else { return }
      for index in 0..<count {
        line[position] = input[index]
        phase += turns
        if phase >= 1 { phase -= 1 }
        let delay = centre + depth * sineOfTurns(Float(phase))
        let whole = Int(delay)
        let fraction = delay - Float(whole)
        let newer = line[(position - whole) & 4095]
        let older = line[(position - whole - 1) & 4095]
        position = (position + 1) & 4095
        target[index] = target[index] * dry + (newer + (older - newer) * fraction) * wet
      }
    }
    (self.position, self.phase) = (position, phase)
  }
}

/// Echoes that cross from side to side, each duller than the one before.
struct CrossingEcho {
  private var left: [Float]
  private var right: [Float]
  private var position = 0
  private var dullLeft: Float = 0
  private var dullRight: Float = 0
  private let feedback: Float
  private let damping: Float

  /// Echoes `seconds` apart.
  init(seconds: Double, feedback: Float, brightness: Float) {
    let length = max(64, Int(seconds * Double(sampleRate)))
    left = [Float](repeating: 0, count: length)
    right = [Float](repeating: 0, count: length)
    self.feedback = feedback
    damping = onePole(brightness)
  }

  /// Puts a block in on the left, and adds what comes out to both sides.
  mutating func process(
    _ input: UnsafePointer<Float>, left outLeft: UnsafeMutablePointer<Float>,
    right outRight: UnsafeMutablePointer<Float>, count: Int
  ) {
    let length = left.count
    left.withUnsafeMutableBufferPointer { left in
      right.withUnsafeMutableBufferPointer { right in
        for index in 0..<count {
          let (heardLeft, heardRight) = (left[position], right[position])
          dullLeft += damping * (heardLeft - dullLeft)
          dullRight += damping * (heardRight - dullRight)
          left[position] = input[index] + dullRight * feedback
          right[position] = dullLeft * feedback
          position = position + 1 == length ? 0 : position + 1
          outLeft[index] += heardLeft
          outRight[index] += heardRight
        }
      }
    }
  }
}
