/// The room that a picture may take in a terminal.
public struct PictureBox: Sendable, Equatable {
  /// The most columns.
  public var columns: Int
  /// The most rows.
  public var rows: Int
  /// A cell's width in pixels.
  public var cellWidth: Int
  /// A cell's height in pixels.
  public var cellHeight: Int

  /// Narrower terminals get no pictures.
  public static let narrowest = 20

  /// Makes a box; without a cell's size that of most fonts is taken.
  public init(columns: Int, rows: Int, cell: (width: Int, height: Int)? = nil) {
    self.columns = columns
    self.rows = rows
    (cellWidth, cellHeight) = cell ?? (10, 20)
  }

  /// The room for one frame of so many side by side, in pixels.
  func frame(of count: Int, gap: Int) -> (width: Int, height: Int) {
    let columns = (columns - gap * (count - 1)) / count
    return (max(2, columns * cellWidth), max(2, rows * cellHeight))
  }
}
