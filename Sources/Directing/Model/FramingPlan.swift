/// How a picture comes to stand on the canvas. A missing value means: as usual.
public struct FramingPlan: Codable, Sendable, Equatable {
  /// How a picture of another shape meets the canvas.
  public enum Fit: String, Codable, Sendable, CaseIterable {
    /// Whole, between black bars.
    case pad
    /// Whole, before a blurred and dimmed copy of itself.
    case blur
    /// Over the whole canvas; what stands out is cut off.
    case fill
  }

  /// A part of the picture, as shares (0 to 1) of its width and height.
  public struct Crop: Codable, Sendable, Equatable {
    /// The left and upper edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Makes a part.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    enum CodingKeys: String, CodingKey {
      case x, y
      case width = "w"
      case height = "h"
    }
  }

  /// A slow move over the picture ("Ken Burns"): from one view to another over the whole segment.
  public struct Move: Codable, Sendable, Equatable {
    /// How near the first view is, 1 (all of the picture) to 4.
    public var from: Double
    /// How near the last view is.
    public var to: Double
    /// Where the views are centred, as shares of the room there is: −1 (left) to 1 (right); 0 is the middle.
    public var fromX: Double?
    /// Where the last view is centred.
    public var toX: Double?
    /// The same from −1 (top) to 1 (bottom).
    public var fromY: Double?
    /// Where the last view is centred.
    public var toY: Double?

    /// Makes a move.
    public init(
      from: Double, to: Double, fromX: Double? = nil, toX: Double? = nil, fromY: Double? = nil,
      toY: Double? = nil
    ) {
      self.from = from
      self.to = to
      self.fromX = fromX
      self.toX = toX
      self.fromY = fromY
      self.toY = toY
    }
  }

  /// How it meets the canvas; missing: filled where the shapes are close, else before a blurred copy.
  public var fit: Fit?
  /// Which part of the source is seen, before anything else.
  public var crop: Crop?
  /// Clockwise, in degrees: 0, 90, 180 or 270.
  public var rotation: Int?
  /// Turned clockwise beside the quarters, in degrees, −45 to 45: what was filmed askew. The corners that would be empty are
  /// cut off.
  public var tilt: Double?
  /// Mirrored from left to right.
  public var isFlipped: Bool?
  /// Mirrored from top to bottom.
  public var isUpsideDown: Bool?
  /// A slow move; missing: images are pushed in a little, everything else stands.
  public var move: Move?

  /// Makes a framing that changes nothing.
  public init() {}

  /// The rotation as a number of quarter turns, 0 to 3.
  public var quarterTurns: Int {
    let turns = (rotation ?? 0) / 90 % 4
    return turns < 0 ? turns + 4 : turns
  }

  enum CodingKeys: String, CodingKey {
    case fit, crop, move, tilt
    case rotation = "rotate"
    case isFlipped = "flip"
    case isUpsideDown = "flop"
  }
}
