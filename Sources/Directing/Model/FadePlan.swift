/// How the picture of a segment comes out of one colour and goes into it.
public struct FadePlan: Codable, Sendable, Equatable {
  /// How long it takes to come, in milliseconds.
  public var inMS: Int?
  /// How long it takes to go, in milliseconds.
  public var outMS: Int?
  /// Whether the colour is white; black otherwise.
  public var isWhite: Bool?

  /// Makes a fade.
  public init(inMS: Int? = nil, outMS: Int? = nil, isWhite: Bool? = nil) {
    self.inMS = inMS
    self.outMS = outMS
    self.isWhite = isWhite
  }

  enum CodingKeys: String, CodingKey {
    case inMS = "in"
    case outMS = "out"
    case isWhite = "white"
  }
}
