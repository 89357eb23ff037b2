import Glibc

/// Keeps the true peak of a stereo programme under a ceiling: it looks ahead 5 ms, so that it turns down before a
/// peak and not on it, and lets go slowly.
package struct Limiter {
  /// How many samples later everything comes out.
  package static let latency = 248
  private static let window = 240

  private let ceiling: Float
  private let release: Float
  private var detectorLeft: TruePeakDetector
  private var detectorRight: TruePeakDetector
  private var delayLeft = [Float](repeating: 0, count: 256)
  private var delayRight = [Float](repeating: 0, count: 256)
  private var minima = SlidingMinimum(window: Limiter.window)
  private var box = [Float](repeating: 1, count: Limiter.window)
  private var boxSum = Double(Limiter.window)
  private var boxPosition = 0
  private var position = 0
  private var held: Float = 1

  /// A limiter with its ceiling in dBTP.
  package init(ceiling decibels: Float) {
    ceiling = powf(10, decibels / 20)
    detectorLeft = TruePeakDetector(above: ceiling)
    detectorRight = TruePeakDetector(above: ceiling)
    release = 1 - expf(-1 / (0.08 * sampleRate))
  }

  /// Limits interleaved stereo samples in place; they come out `latency` samples late.
  package mutating func process(_ samples: UnsafeMutableBufferPointer<Float>) {
    for index in 0..<(samples.count / 2) {
      let left = samples[index * 2]
      let right = samples[index * 2 + 1]
      let peak = max(
        max(detectorLeft.next(left), detectorRight.next(right)), max(abs(left), abs(right)))
      let wanted = peak > ceiling ? ceiling / peak : 1
      let lowest = minima.next(wanted)
      held = lowest < held ? lowest : held + (lowest - held) * release
      // The mean over the window turns the step into a ramp that arrives in time.
      boxSum += Double(held) - Double(box[boxPosition])
      box[boxPosition] = held
      boxPosition = boxPosition + 1 == Self.window ? 0 : boxPosition + 1
      let gain = Float(boxSum / Double(Self.window))
      delayLeft[position & 255] = left
      delayRight[position & 255] = right
      samples[index * 2] = delayLeft[(position - Self.latency) & 255] * gain
      samples[index * 2 + 1] = delayRight[(position - Self.latency) & 255] * gain
      position += 1
    }
  }
}

/// The least of the last few values, in constant time: a queue of those that can still become the least.
private struct SlidingMinimum {
  private var values: [Float]
  private var times: [Int]
  private var first = 0
  private var count = 0
  private var now = 0
  private let window: Int

  init(window: Int) {
    self.window = window
    values = [Float](repeating: 0, count: window + 1)
    times = [Int](repeating: 0, count: window + 1)
  }

  mutating func next(_ value: Float) -> Float {
    let size = values.count
    while count > 0, values[(first + count - 1) % size] >= value { count -= 1 }
    values[(first + count) % size] = value
    times[(first + count) % size] = now
    count += 1
    if times[first] <= now - window {
      first = (first + 1) % size
      count -= 1
    }
    now += 1
    return values[first]
  }
}
