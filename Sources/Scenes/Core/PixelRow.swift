/// One row of the picture while its layers are laid over one another.
///
/// A soft row is one of a quarter-size picture: a sample every four pixels, with coverage in `alpha`.
struct PixelRow {
  let red: UnsafeMutablePointer<Float>
  let green: UnsafeMutablePointer<Float>
  let blue: UnsafeMutablePointer<Float>
  /// Coverage of premultiplied colour; only soft rows have it.
  let alpha: UnsafeMutablePointer<Float>?
  /// Samples in the row.
  let count: Int
  /// Number of the row on its own grid.
  let index: Int
  /// Height of the row's middle in canvas pixels.
  let y: Float
  /// Canvas pixels from one sample to the next: 1 or 4.
  let step: Float
  /// Columns in which something nearer hides what is painted now.
  var hidden = ColumnBlocks()

  var samples: Int32 { Int32(count) }

  /// Calls `body` with the runs of columns that nothing nearer hides, in whole blocks.
  func forEachSeen(_ body: (_ lower: Int, _ upper: Int) -> Void) {
    guard !hidden.isEmpty, count <= ColumnBlocks.count * ColumnBlocks.width else { return body(0, count) }
    var seen = ColumnBlocks()
    seen.insert(0, (count + ColumnBlocks.width - 1) / ColumnBlocks.width)
    seen.subtract(hidden)
    seen.forEachRun { body($0 * ColumnBlocks.width, min($1 * ColumnBlocks.width, count)) }
  }

  func fill(_ colour: RGB) {
    red.update(repeating: colour.red, count: count)
    green.update(repeating: colour.green, count: count)
    blue.update(repeating: colour.blue, count: count)
  }
}
