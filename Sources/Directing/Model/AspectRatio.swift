/// The shape of the picture as a ratio of width to height.
public struct AspectRatio: Codable, Sendable, Equatable {
  /// The part of the width, 1 to 64.
  public var width: Int
  /// The part of the height, 1 to 64.
  public var height: Int

  /// Makes a ratio; parts are clamped to 1–64.
  public init(_ width: Int, _ height: Int) {
    self.width = min(64, max(1, width))
    self.height = min(64, max(1, height))
  }

  /// 9:16, upright.
  public static let portrait = AspectRatio(9, 16)
  /// 16:9.
  public static let landscape = AspectRatio(16, 9)
  /// 1:1.
  public static let square = AspectRatio(1, 1)
  /// 4:5.
  public static let fourByFive = AspectRatio(4, 5)

  /// The canvas of this shape whose shorter side is 1080 pixels, or less where the longer would pass 4096.
  public func canvas(framesPerSecond: Int) -> Canvas {
    let ratio = Double(width) / Double(height)
    let shorter = min(1080, 4096 * min(ratio, 1 / ratio))
    return Canvas(
      width: (ratio >= 1 ? shorter * ratio : shorter).nearestInt,
      height: (ratio >= 1 ? shorter : shorter / ratio).nearestInt,
      framesPerSecond: framesPerSecond)
  }
}
