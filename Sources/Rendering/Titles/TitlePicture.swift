/// Titles alone, on some rows of the canvas: FFmpeg's yuva420p, clear where there is none.
struct TitlePicture: Sendable {
  /// The width of the canvas.
  let width: Int
  /// The rows of the canvas; the first and the number of them are even.
  let rows: Range<Int>
  /// Luma, the two chroma planes of a quarter each, and coverage.
  private(set) var bytes: [UInt8]
  /// What both chroma planes cover.
  private var chromaCover: [UInt8]

  private var size: Int { width * rows.count }

  /// A clear picture.
  init(width: Int, rows: Range<Int>) {
    (self.width, self.rows) = (width, rows)
    bytes = [UInt8](repeating: 0, count: width * rows.count * 5 / 2)
    chromaCover = [UInt8](repeating: 0, count: width * rows.count / 4)
    clear()
  }

  /// Takes all titles off.
  mutating func clear() {
    let size = size
    bytes.withUnsafeMutableBufferPointer { bytes in
      bytes[..<size].update(repeating: 16)
      bytes[size..<(size * 3 / 2)].update(repeating: 128)
      bytes[(size * 3 / 2)...].update(repeating: 0)
    }
    chromaCover.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Gives the planes.
  mutating func withPlanes(
    _ body: (
      _ luma: UnsafeMutablePointer<UInt8>, _ blue: UnsafeMutablePointer<UInt8>,
      _ red: UnsafeMutablePointer<UInt8>, _ cover: UnsafeMutablePointer<UInt8>,
      _ chromaCover: UnsafeMutablePointer<UInt8>
    ) -> Void
  ) {
    let size = size
    bytes.withUnsafeMutableBufferPointer { bytes in
      chromaCover.withUnsafeMutableBufferPointer { chromaCover in
        guard let start = bytes.baseAddress, let half = chromaCover.baseAddress else { return }
        body(start, start + size, start + size * 5 / 4, start + size * 3 / 2, half)
      }
    }
  }
}
