/// What is done to the colours and the grain of a picture. A missing value means: nothing.
public struct LookPlan: Codable, Sendable, Equatable {
  /// A colour that becomes clear.
  public struct Key: Codable, Sendable, Equatable {
    /// The colour, such as the green of a screen.
    public var colour: NamedColour
    /// How far a colour may be from it, 0.01 to 0.6.
    public var similarity: Double

    /// Makes a key.
    public init(colour: NamedColour, similarity: Double = 0.16) {
      self.colour = colour
      self.similarity = similarity
    }
  }

  /// −1 (black) to 1 (white).
  public var brightness: Double?
  /// 0 (grey) to 3; 1 is as it was.
  public var contrast: Double?
  /// 0 (black and white) to 3; 1 is as it was.
  public var saturation: Double?
  /// −1 (blue) to 1 (amber).
  public var warmth: Double?
  /// Black and white.
  public var isMonochrome: Bool?
  /// Faded and warm, like an old print.
  public var isVintage: Bool?
  /// 0 to 1.
  public var blur: Double?
  /// 0 to 1.
  public var sharpen: Double?
  /// Darker corners, 0 to 1.
  public var vignette: Double?
  /// Film grain, 0 to 1.
  public var grain: Double?
  /// Whether the shake of the camera is taken out.
  public var isStabilised: Bool?
  /// A colour that becomes clear, so that what lies below is seen (black on the lowest track).
  public var key: Key?

  /// Makes a look that changes nothing.
  public init() {}

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == LookPlan() }

  enum CodingKeys: String, CodingKey {
    case brightness, contrast, saturation, warmth, blur, sharpen, vignette, grain, key
    case isMonochrome = "mono"
    case isVintage = "vintage"
    case isStabilised = "stabilise"
  }
}

extension LookPlan.Key {
  /// The colour of a screen that people are filmed before.
  static func screen(isBlue: Bool) -> LookPlan.Key {
    LookPlan.Key(
      colour: NamedColour(
        name: isBlue ? "blue" : "green", red: 0, green: isBlue ? 0 : 255, blue: isBlue ? 255 : 0))
  }
}
