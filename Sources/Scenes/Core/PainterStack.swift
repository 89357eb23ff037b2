/// The painters of a frame, back to front, sorted into bands of rows once, so that a row asks only those that may paint on it.
struct PainterStack {
  private static let bandHeight = 16
  private let painters: [any RowPainter]
  /// The painters of all bands, one band after another, and where each begins.
  private let sorted: [any RowPainter]
  private let starts: [Int]

  /// Sorts painters for a picture of some height.
  init(_ painters: [any RowPainter], height: Int) {
    self.painters = painters
    let extents = painters.map(\.extent)
    var sorted: [any RowPainter] = []
    var starts = [0]
    for band in 0..<((height + Self.bandHeight - 1) / Self.bandHeight) {
      let (top, foot) = (Float(band * Self.bandHeight), Float((band + 1) * Self.bandHeight))
      for (painter, extent) in zip(painters, extents)
      where extent.lowerBound <= foot && extent.upperBound >= top {
        sorted.append(painter)
      }
      starts.append(sorted.count)
    }
    self.sorted = sorted
    self.starts = starts
  }

  /// Those that may paint on a row, which may lie outside the picture.
  func painters(ofRow row: Int) -> ArraySlice<any RowPainter> {
    let band = row / Self.bandHeight
    guard row >= 0, band + 1 < starts.count else { return painters[...] }
    return sorted[starts[band]..<starts[band + 1]]
  }
}
