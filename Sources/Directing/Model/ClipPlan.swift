/// Which part of its source a segment plays, and how. A missing value means: as the source is.
public struct ClipPlan: Codable, Sendable, Hashable {
  /// Where in the source the segment begins, in milliseconds; 0 if missing.
  public var inMS: Int?
  /// How fast the source plays, 0.1 to 10; 1 if missing. A segment of `d` milliseconds plays `d × speed` of its source.
  public var speed: Double?
  /// Whether the same stretch of the source plays backwards.
  public var isReversed: Bool?
  /// Whether the picture at `inMS` stands still for the whole segment.
  public var isFrozen: Bool?

  /// Makes a plan; values that say nothing are left out.
  public init(inMS: Int = 0, speed: Double = 1, isReversed: Bool = false, isFrozen: Bool = false) {
    self.inMS = inMS > 0 ? inMS : nil
    self.speed = speed == 1 ? nil : speed
    self.isReversed = isReversed ? true : nil
    self.isFrozen = isFrozen ? true : nil
  }

  /// Where the source begins, never negative.
  public var start: Int { min(Film.longestMS, max(0, inMS ?? 0)) }
  /// The speed within its range.
  public var rate: Double { min(10, max(0.1, speed ?? 1)) }

  enum CodingKeys: String, CodingKey {
    case inMS = "in"
    case speed
    case isReversed = "reverse"
    case isFrozen = "freeze"
  }
}
