/// A row of each of several channels that a painter owns, in one block of memory; each is readable a little beyond both ends.
final class ChannelRows {
  private let base: UnsafeMutablePointer<Float>
  private let stride: Int
  private let count: Int

  /// Room for `width` samples of each of `count` channels, zeroed.
  init(_ count: Int, width: Int) {
    self.count = count
    // On whole cache lines: vectors as wide as one would else lie across two of them.
    stride = (width + 2 * RowStore.padding + 15) / 16 * 16
    base = UnsafeMutableRawPointer.allocate(
      byteCount: count * stride * MemoryLayout<Float>.stride, alignment: 64
    ).initializeMemory(as: Float.self, repeating: 0, count: count * stride)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  /// The first sample of a channel.
  subscript(channel: Int) -> UnsafeMutablePointer<Float> { base + channel * stride + RowStore.padding }

  /// Repeats the first and last of `width` samples of some channels beyond the ends.
  func extendEnds(of channels: Range<Int>, width: Int) {
    for channel in channels {
      let start = self[channel]
      for step in 1...4 {
        start[-step] = start[0]
        start[width - 1 + step] = start[width - 1]
      }
    }
  }

  /// Whether `width` samples of all channels are 0.
  func isBlank(width: Int) -> Bool {
    (0..<count).reversed().allSatisfy { channel in
      UnsafeBufferPointer(start: self[channel], count: width).allSatisfy { $0 == 0 }
    }
  }
}
