/// A scene's picture and the frame that a graded look makes of it, pixel by pixel, with the grain to lay over.
struct GradedFrame {
  let width: Int
  let height: Int
  /// The scene's planes.
  let source: (y: UnsafePointer<UInt8>, u: UnsafePointer<UInt8>, v: UnsafePointer<UInt8>)
  /// The planes that are made.
  let y: UnsafeMutablePointer<UInt8>
  let u: UnsafeMutablePointer<UInt8>
  let v: UnsafeMutablePointer<UInt8>
  private let grain: UnsafePointer<Int8>

  /// The grain of a row in a frame.
  func grain(row: Int, frame: Int) -> UnsafePointer<Int8> { grain + Grain.start(row: row, frame: frame) }

  /// Opens the planes of both.
  static func make(of scene: FrameBuffer, into out: inout FrameBuffer, _ body: (GradedFrame) -> Void) {
    let (width, height) = (out.width, out.height)
    let count = width * height
    scene.bytes.withUnsafeBufferPointer { bytes in
      out.withPlanes { y, u, v in
        Grain.strip.withUnsafeBufferPointer { grain in
          guard let from = bytes.baseAddress, let y = y.baseAddress, let u = u.baseAddress,
            let v = v.baseAddress, let grain = grain.baseAddress
          else { return }
          body(
            GradedFrame(
              width: width, height: height, source: (from, from + count, from + count + count / 4), y: y,
              u: u, v: v, grain: grain))
        }
      }
    }
  }
}
