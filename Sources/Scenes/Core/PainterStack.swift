/// The painters of a frame, back to front, sorted into bands of rows once, so that a row asks only those that may paint on it.
struct PainterStack {
  /// A painter, and what is worth asking it. Asking costs more than knowing, in a row of many painters.
  struct Member {
    let painter: any RowPainter
    let hidesRows: Bool
    let hidesColumns: Bool

    init(_ painter: any RowPainter) {
      self.painter = painter
      hidesRows = painter.hidesRows
      hidesColumns = painter.hidesColumns
    }
  }

  private static let bandHeight = 16
  private let members: [Member]
  /// The painters of all bands, one band after another, and where each begins.
  private let sorted: [Member]
  private let starts: [Int]

  /// Sorts painters for a picture of some height.
  init(_ painters: [any RowPainter], height: Int) {
    members = painters.map { Member($0) }
    let extents = painters.map(\.extent)
    var sorted: [Member] = []
    var starts = [0]
    for band in 0..<((height + Self.bandHeight - 1) / Self.bandHeight) {
      let (top, foot) = (Float(band * Self.bandHeight), Float((band + 1) * Self.bandHeight))
      for (member, extent) in zip(members, extents)
      where extent.lowerBound <= foot && extent.upperBound >= top {
        sorted.append(member)
      }
      starts.append(sorted.count)
    }
    self.sorted = sorted
    self.starts = starts
  }

  /// Those that may paint on a row, which may lie outside the picture.
  func members(ofRow row: Int) -> ArraySlice<Member> {
    let band = row / Self.bandHeight
    guard row >= 0, band + 1 < starts.count else { return members[...] }
    return sorted[starts[band]..<starts[band + 1]]
  }
}
