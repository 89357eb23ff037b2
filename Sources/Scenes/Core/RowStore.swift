/// A row of floats that a painter owns, readable a little beyond both ends.
///
/// Kernels look at the neighbours of the first and last sample and may be handed a width rounded up to four.
final class RowStore {
  static let padding = 16
  private let base: UnsafeMutablePointer<Float>
  private let count: Int

  /// Room for `width` samples, zeroed.
  init(width: Int) {
    count = width + 2 * Self.padding
    // On whole cache lines: vectors as wide as one would else lie across two of them.
    base = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
      .initializeMemory(as: Float.self, repeating: 0, count: count)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  /// The first sample.
  var start: UnsafeMutablePointer<Float> { base + Self.padding }

  /// Repeats the first and last of `width` samples beyond the ends.
  func extendEnds(width: Int) {
    for step in 1...4 {
      start[-step] = start[0]
      start[width - 1 + step] = start[width - 1]
    }
  }
}
