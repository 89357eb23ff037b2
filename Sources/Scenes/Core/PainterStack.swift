/// The painters of a frame, back to front, sorted into bands of rows once, so that a row asks only those that may paint on it.
struct PainterStack {
  /// A painter, what is worth asking it, and what stands behind it. Asking costs more than knowing, in a row of many painters,
  /// and so does counting references: the stack holds all members, and they hold one another without.
  private final class Member {
    private let painter: any RowPainter
    private let hidesRows: Bool
    private let hidesColumns: Bool
    private let behind: Unmanaged<Member>?

    init(_ painter: any RowPainter, behind: Member?) {
      self.painter = painter
      self.behind = behind.map { Unmanaged.passUnretained($0) }
      hidesRows = painter.hidesRows
      hidesColumns = painter.hidesColumns
    }

    /// Paints what stands behind, as far as it can be seen, and then itself.
    func paint(_ row: PixelRow, skippingHidden: Bool) {
      if let behind, !(skippingHidden && hidesRows && painter.hidesBackground(row: row.index)) {
        var farther = row
        if skippingHidden, hidesColumns { farther.hidden.formUnion(painter.hiddenColumns(row)) }
        behind._withUnsafeGuaranteedRef { $0.paint(farther, skippingHidden: skippingHidden) }
      }
      painter.paint(row)
    }
  }

  private static let bandHeight = 16
  private let members: [Member]
  /// The nearest of all painters, and of each band of rows.
  private let nearest: Unmanaged<Member>?
  private let bands: [Unmanaged<Member>?]

  /// Sorts painters for a picture of some height.
  init(_ painters: [any RowPainter], height: Int) {
    var members: [Member] = []
    func chain(_ places: [Int]) -> Unmanaged<Member>? {
      var last: Member?
      for place in places {
        let member = Member(painters[place], behind: last)
        members.append(member)
        last = member
      }
      return last.map { Unmanaged.passUnretained($0) }
    }
    let extents = painters.map(\.extent)
    nearest = chain(Array(painters.indices))
    var bands: [Unmanaged<Member>?] = []
    var last: [Int] = []
    for band in 0..<((height + Self.bandHeight - 1) / Self.bandHeight) {
      let (top, foot) = (Float(band * Self.bandHeight), Float((band + 1) * Self.bandHeight))
      let places = painters.indices.filter {
        extents[$0].lowerBound <= foot && extents[$0].upperBound >= top
      }
      // Most bands have the painters of the one above.
      bands.append(places == last ? bands.last ?? nil : chain(places))
      last = places
    }
    self.bands = bands
    self.members = members
  }

  /// Lays those that may paint on a row, which may lie outside the picture, over one another, from the last that hides all
  /// behind it.
  ///
  /// - Parameter skippingHidden: false paints everything, which gives the same row.
  func paint(_ row: PixelRow, skippingHidden: Bool = true) {
    let band = row.index / Self.bandHeight
    let nearest = row.index >= 0 && band < bands.count ? bands[band] : nearest
    withExtendedLifetime(members) {
      nearest?._withUnsafeGuaranteedRef { $0.paint(row, skippingHidden: skippingHidden) }
    }
  }
}
