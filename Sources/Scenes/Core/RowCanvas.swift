/// A full row of the picture and the storage behind it.
final class RowCanvas {
  private let stores: [RowStore]
  private let width: Int

  init(width: Int) {
    self.width = width
    // Soft layers write whole groups of four.
    stores = (0..<3).map { _ in RowStore(width: width + 4) }
  }

  /// The storage as a row of the picture.
  func row(_ index: Int) -> PixelRow {
    PixelRow(
      red: stores[0].start, green: stores[1].start, blue: stores[2].start, alpha: nil, count: width,
      index: index,
      y: Float(index) + 0.5, step: 1)
  }

  /// Lays the painters over one another, from the last that hides all behind it.
  func paint(_ index: Int, _ painters: [any RowPainter]) -> PixelRow {
    let row = row(index)
    let first = painters.lastIndex { $0.hidesBackground(row: index) } ?? 0
    for painter in painters[first...] { painter.paint(row) }
    return row
  }
}
