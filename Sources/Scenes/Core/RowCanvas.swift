/// A full row of the picture and the storage behind it.
final class RowCanvas {
  private let rows: ChannelRows
  private let width: Int

  init(width: Int) {
    self.width = width
    // Soft layers write whole groups of four.
    rows = ChannelRows(3, width: width + 4)
  }

  /// The storage as a row of the picture.
  func row(_ index: Int) -> PixelRow {
    PixelRow(
      red: rows[0], green: rows[1], blue: rows[2], alpha: nil, count: width, index: index,
      y: Float(index) + 0.5, step: 1)
  }
}
