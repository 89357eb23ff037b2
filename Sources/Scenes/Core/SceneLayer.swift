/// One layer of a shot: everything that can be prepared once.
protocol SceneLayer: Sendable {
  /// What it is called where costs are told.
  var name: String { get }
  /// The colour of a soft layer that is a veil of this one colour; nil for all others.
  var veilColour: RGB? { get }
  /// Makes ready what a frame needs; nil when the layer has nothing to show in it.
  func painter(at moment: Moment) -> (any RowPainter)?
}

extension SceneLayer {
  var name: String { String(describing: Self.self) }
  var veilColour: RGB? { nil }
}

/// A layer in one frame. Rows may come in any order; a row depends on nothing but its number.
protocol RowPainter: AnyObject {
  /// Whether ``hidesBackground(row:)`` is worth asking.
  var hidesRows: Bool { get }
  /// Whether the layer hides everything behind it on this row, so that it need not be painted.
  func hidesBackground(row: Int) -> Bool
  /// Whether ``hiddenColumns(_:)`` is worth asking.
  var hidesColumns: Bool { get }
  /// The columns of a row in which the layer hides everything behind it, so that it need not be painted there. Asked for a row
  /// before it is painted.
  func hiddenColumns(_ row: PixelRow) -> ColumnBlocks
  func paint(_ row: PixelRow)
  /// The heights between which it paints at all, in canvas pixels.
  var extent: ClosedRange<Float> { get }
}

extension RowPainter {
  var hidesRows: Bool { false }
  func hidesBackground(row: Int) -> Bool { false }
  var hidesColumns: Bool { false }
  func hiddenColumns(_ row: PixelRow) -> ColumnBlocks { ColumnBlocks() }
  var extent: ClosedRange<Float> { -1e6...1e6 }
}
