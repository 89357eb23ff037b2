import Directing

/// One frame of video: planar yuv420p, BT.709, limited range, in one array.
///
/// The planes follow one another: luma (`width * height`), then U, then V (a quarter of that each), which is what
/// a raw video pipe wants; `bytes` can be written as it is. A frame is a value: copies share storage until one is drawn on.
public struct FrameBuffer: Sendable {
  /// Width in pixels, even.
  public let width: Int
  /// Height in pixels, even.
  public let height: Int
  /// All three planes, `width * height * 3 / 2` bytes.
  public private(set) var bytes: [UInt8]

  /// A black frame; sizes are rounded up to even.
  public init(width: Int, height: Int) {
    self.width = max(2, width + width % 2)
    self.height = max(2, height + height % 2)
    let luma = self.width * self.height
    bytes = [UInt8](unsafeUninitializedCapacity: luma * 3 / 2) { buffer, count in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      buffer[..<luma].initialize(repeating: 16)
      buffer[luma...].initialize(repeating: 128)
      count = luma * 3 / 2
    }
  }

  /// A black frame of a canvas's size.
  public init(canvas: Canvas) { self.init(width: canvas.width, height: canvas.height) }

  /// Number of luma samples, `width * height`.
  public var lumaCount: Int { width * height }

  /// Gives the three planes to draw on.
  public mutating func withPlanes<Result>(
    _ body: (
      _ y: UnsafeMutableBufferPointer<UInt8>, _ u: UnsafeMutableBufferPointer<UInt8>,
      _ v: UnsafeMutableBufferPointer<UInt8>
    ) throws -> Result
  ) rethrows -> Result {
    let luma = lumaCount
    return try bytes.withUnsafeMutableBufferPointer { all in
      try body(
        UnsafeMutableBufferPointer(rebasing: all[..<luma]),
        UnsafeMutableBufferPointer(rebasing: all[luma..<(luma + luma / 4)]),
        UnsafeMutableBufferPointer(rebasing: all[(luma + luma / 4)...]))
    }
  }
}
