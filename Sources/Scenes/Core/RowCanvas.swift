/// A full row of the picture and the storage behind it.
final class RowCanvas {
  private let stores: [RowStore]
  private let width: Int
  /// For each painter of a row, from the nearest on, the columns that it need not paint.
  private var hiddenBy: [ColumnBlocks] = []

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
  ///
  /// - Parameter skippingHidden: false paints everything, which gives the same row.
  func paint(_ index: Int, _ stack: PainterStack, skippingHidden: Bool = true) -> PixelRow {
    let whole = row(index)
    let members = stack.members(ofRow: index)
    var first = members.startIndex
    var hides = false
    for place in members.indices.reversed() where skippingHidden {
      hides = hides || members[place].hidesColumns
      if members[place].hidesRows, members[place].painter.hidesBackground(row: index) {
        first = place
        break
      }
    }
    guard hides else {
      for place in first..<members.endIndex { members[place].painter.paint(whole) }
      return whole
    }
    // From the nearest on: what each need not paint.
    var hidden = ColumnBlocks()
    hiddenBy.removeAll(keepingCapacity: true)
    for place in (first..<members.endIndex).reversed() {
      hiddenBy.append(hidden)
      // Nothing is behind the last.
      if place > first, members[place].hidesColumns {
        hidden.formUnion(members[place].painter.hiddenColumns(whole))
      }
    }
    var row = whole
    for place in first..<members.endIndex {
      row.hidden = hiddenBy.removeLast()
      members[place].painter.paint(row)
    }
    return whole
  }
}
