/// A curve of luma that brings a scene's own range to that of paper.
struct Levels: Sendable {
  /// 256 bytes for 256 bytes.
  let table: [UInt8]

  /// The curve that spreads the samples over black to white and lifts their median toward `median` (0 to 1).
  init(_ samples: [FrameBuffer], median target: Float, gammas: ClosedRange<Float> = 0.4...1.35) {
    var counts = [Int](repeating: 0, count: 256)
    var total = 0
    for sample in samples {
      for index in stride(from: 0, to: sample.lumaCount, by: 3) {
        counts[Int(sample.bytes[index])] += 1
        total += 1
      }
    }
    func level(_ share: Float) -> Float {
      var sum = 0
      for (value, count) in counts.enumerated() {
        sum += count
        if Float(sum) >= share * Float(total) { return Float(value) }
      }
      return 235
    }
    let low = max(16, level(0.01) - 2)
    let high = min(235, max(low + 40, level(0.985) + 4))
    let middle = clamp((level(0.5) - low) / (high - low), 0.03, 0.97)
    // middle ^ gamma = target
    let gamma = clamp(logarithm(target) / logarithm(middle), gammas.lowerBound, gammas.upperBound)
    table = (0..<256).map { value in
      let x = clamp((Float(value) - low) / (high - low), 0, 1)
      return UInt8(16 + 219 * power(x, gamma))
    }
  }

  /// Applies the curve to the luma of a picture.
  func apply(to frame: inout FrameBuffer) {
    frame.withPlanes { y, _, _ in
      table.withUnsafeBufferPointer { table in
        for index in y.indices { y[index] = table[Int(y[index])] }
      }
    }
  }
}
