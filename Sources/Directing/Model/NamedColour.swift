/// A colour that a prompt can name, as sRGB components from 0 to 255.
public struct NamedColour: Codable, Sendable, Equatable {
  /// The word that named it, such as `purple`.
  public var name: String
  /// Red, 0–255.
  public var red: Int
  /// Green, 0–255.
  public var green: Int
  /// Blue, 0–255.
  public var blue: Int

  /// Makes a colour; components are clamped to 0–255.
  public init(name: String, red: Int, green: Int, blue: Int) {
    self.name = name
    self.red = min(255, max(0, red))
    self.green = min(255, max(0, green))
    self.blue = min(255, max(0, blue))
  }
}
