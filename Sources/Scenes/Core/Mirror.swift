import CKernels

/// What stands above a waterline, upside down and small, for water to reflect.
///
/// Row 0 lies at the waterline; each row is `rowStep` pixels of the picture, each column four.
final class Mirror {
  static let rowStep: Float = 4
  let stride: Int
  let rows: Int
  /// The pixels as `t2v_pack_row` packs them.
  let pixels: UnsafeMutablePointer<UInt32>

  /// Paints the layers above `waterline`, which may lie between rows or outside the picture.
  init(of painters: [any RowPainter], waterline: Float, depth: Float, width: Int) {
    stride = (width + 3) / 4
    rows = max(2, Int(depth / Self.rowStep) + 2)
    pixels = .allocate(capacity: stride * rows)
    pixels.initialize(repeating: 0, count: stride * rows)
    let small = ChannelRows(3, width: stride)
    let canvas = RowCanvas(width: width)
    let stack = PainterStack(painters, height: max(1, Int(waterline.rounded(.up))))
    let top = Int(waterline.rounded(.down)) - 1
    for row in 0..<rows {
      let source = canvas.row(top - Int(Float(row) * Self.rowStep))
      stack.paint(source)
      let count = Int32(stride)
      // The last group of a width that is no multiple of four repeats the last pixel.
      for extra in width..<(stride * 4) {
        source.red[extra] = source.red[width - 1]
        source.green[extra] = source.green[width - 1]
        source.blue[extra] = source.blue[width - 1]
      }
      t2v_shrink_row(small[0], source.red, count)
      t2v_shrink_row(small[1], source.green, count)
      t2v_shrink_row(small[2], source.blue, count)
      t2v_pack_row(pixels + row * stride, small[0], small[1], small[2], count)
    }
  }

  deinit { pixels.deallocate() }
}
