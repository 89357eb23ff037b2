/// One of nine places on the canvas, inside its safe margins: of a title, a logo, a picture in picture.
public enum ScreenPlace: String, Codable, Sendable, CaseIterable {
  case topLeft, top, topRight, left, centre, right, bottomLeft, bottom, bottomRight

  /// Which third of the height.
  public enum Row: Sendable, CaseIterable { case top, middle, bottom }
  /// Which third of the width.
  public enum Column: Sendable { case left, centre, right }

  /// Makes a place of its row and column.
  public init(_ row: Row, _ column: Column) {
    self =
      switch (row, column) {
      case (.top, .left): .topLeft
      case (.top, .centre): .top
      case (.top, .right): .topRight
      case (.middle, .left): .left
      case (.middle, .centre): .centre
      case (.middle, .right): .right
      case (.bottom, .left): .bottomLeft
      case (.bottom, .centre): .bottom
      case (.bottom, .right): .bottomRight
      }
  }

  /// Its third of the height.
  public var row: Row {
    switch self {
    case .topLeft, .top, .topRight: .top
    case .left, .centre, .right: .middle
    case .bottomLeft, .bottom, .bottomRight: .bottom
    }
  }

  /// Its third of the width.
  public var column: Column {
    switch self {
    case .topLeft, .left, .bottomLeft: .left
    case .top, .centre, .bottom: .centre
    case .topRight, .right, .bottomRight: .right
    }
  }
}
