import Directing

/// The few colours that say most about a scene, the same for all its frames.
struct ColourSet: Sendable {
  /// Luma 16–235, chroma -112–112.
  let colours: [SIMD3<Float>]
  /// An index for each of 32 × 32 × 32 bins of luma and chroma.
  let table: [UInt8]

  /// Chroma counts for more than luma: two hues side by side are told apart sooner than two greys.
  private static let weights = SIMD3<Float>(1, 1.7, 1.7)

  /// Finds `count` colours by k-means over samples of pictures; `adjust` changes each sample first.
  init(
    _ samples: [FrameBuffer], count: Int, seed: UInt64, adjust: (SIMD3<Float>) -> SIMD3<Float> = { $0 }
  ) {
    var points: [SIMD3<Float>] = []
    for sample in samples {
      let (width, height) = (sample.width, sample.height)
      let skip = max(1, Int((Float(width * height) / 4 / 3000).squareRoot()))
      for y in stride(from: skip / 2, to: height / 2, by: skip) {
        for x in stride(from: skip / 2, to: width / 2, by: skip) {
          let chroma = width * height + y * (width / 2) + x
          let point = adjust(
            SIMD3(
              Float(sample.bytes[y * 2 * width + x * 2]), Float(sample.bytes[chroma]) - 128,
              Float(sample.bytes[chroma + width * height / 4]) - 128))
          // A small thing of a strong colour counts for more than its share of the picture.
          let strength = Int((point.y * point.y + point.z * point.z).squareRoot() / 22)
          for _ in 0...strength { points.append(point * Self.weights) }
        }
      }
    }
    if points.isEmpty { points = [SIMD3(128, 0, 0)] }
    var random = SeededGenerator(seed: seed)
    var centres = [points[points.count / 2]]
    func distance(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float {
      let way = a - b
      return (way * way).sum()
    }
    // Each new centre is far from those there are, but not the strangest point of all.
    var nearest = points.map { distance($0, centres[0]) }
    while centres.count < count {
      let total = nearest.reduce(0, +)
      guard total > 1 else { break }
      var mark = Float(random.unit()) * total
      var chosen = points.count - 1
      for index in points.indices {
        mark -= nearest[index]
        if mark <= 0 {
          chosen = index
          break
        }
      }
      centres.append(points[chosen])
      for index in points.indices {
        nearest[index] = min(nearest[index], distance(points[index], points[chosen]))
      }
    }
    for _ in 0..<8 {
      var sums = [SIMD3<Float>](repeating: .zero, count: centres.count)
      var counts = [Float](repeating: 0, count: centres.count)
      for point in points {
        var best = 0
        for index in centres.indices where distance(point, centres[index]) < distance(point, centres[best]) {
          best = index
        }
        sums[best] += point
        counts[best] += 1
      }
      for index in centres.indices where counts[index] > 0 { centres[index] = sums[index] / counts[index] }
    }
    centres.sort { $0.x < $1.x }
    colours = centres.map { $0 / Self.weights }
    var table = [UInt8](repeating: 0, count: 1 << 15)
    for bin in table.indices {
      let point =
        SIMD3(
          Float(bin >> 10) * 8 + 4, Float((bin >> 5) & 31) * 8 + 4 - 128, Float(bin & 31) * 8 + 4 - 128)
        * Self.weights
      var best = 0
      for index in centres.indices where distance(point, centres[index]) < distance(point, centres[best]) {
        best = index
      }
      table[bin] = UInt8(best)
    }
    self.table = table
  }
}
