/// The painters of a frame, back to front, sorted into bands of rows once, so that a row asks only those that may paint on it.
struct PainterStack {
  /// A painter, what is worth asking it, and what stands behind it. Asking costs more than knowing, in a row of many painters;
  /// so does counting references, which a chain that never changes needs none of.
  final class Member {
    private let painter: any RowPainter
    private let hidesRows: Bool
    private let hidesColumns: Bool
    private let behind: Member?

    fileprivate init(_ painter: any RowPainter, behind: Member?) {
      self.painter = painter
      self.behind = behind
      hidesRows = painter.hidesRows
      hidesColumns = painter.hidesColumns
    }

    /// Paints what stands behind, as far as it can be seen, and then itself.
    ///
    /// - Parameter skippingHidden: false paints everything, which gives the same row.
    func paint(_ row: PixelRow, skippingHidden: Bool) {
      if let behind, !(skippingHidden && hidesRows && painter.hidesBackground(row: row.index)) {
        var farther = row
        if skippingHidden, hidesColumns { farther.hidden.formUnion(painter.hiddenColumns(row)) }
        behind.paint(farther, skippingHidden: skippingHidden)
      }
      painter.paint(row)
    }
  }

  private static let bandHeight = 16
  /// The nearest of all painters, and of each band of rows.
  private let nearest: Member?
  private let bands: [Member?]

  /// Sorts painters for a picture of some height.
  init(_ painters: [any RowPainter], height: Int) {
    func chain(_ members: [Int]) -> Member? {
      members.reduce(nil) { behind, index in Member(painters[index], behind: behind) }
    }
    let extents = painters.map(\.extent)
    nearest = chain(Array(painters.indices))
    var bands: [Member?] = []
    var last: [Int] = []
    for band in 0..<((height + Self.bandHeight - 1) / Self.bandHeight) {
      let (top, foot) = (Float(band * Self.bandHeight), Float((band + 1) * Self.bandHeight))
      let members = painters.indices.filter {
        extents[$0].lowerBound <= foot && extents[$0].upperBound >= top
      }
      // Most bands have the painters of the one above.
      bands.append(members == last ? bands.last ?? nil : chain(members))
      last = members
    }
    self.bands = bands
  }

  /// The nearest of those that may paint on a row, which may lie outside the picture.
  func nearest(atRow row: Int) -> Member? {
    let band = row / Self.bandHeight
    guard row >= 0, band < bands.count else { return nearest }
    return bands[band]
  }
}
