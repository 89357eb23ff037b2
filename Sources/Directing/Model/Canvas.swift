/// The size and rate of the picture.
public struct Canvas: Codable, Sendable, Equatable {
  /// Width in pixels, even, 16 to 4096.
  public var width: Int
  /// Height in pixels, even, 16 to 4096.
  public var height: Int
  /// Frames a second, 1 to 60.
  public var framesPerSecond: Int

  /// Makes a canvas; sizes are rounded up to even and clamped to their ranges.
  public init(width: Int, height: Int, framesPerSecond: Int = 30) {
    self.width = min(4096, max(16, width + width % 2))
    self.height = min(4096, max(16, height + height % 2))
    self.framesPerSecond = min(60, max(1, framesPerSecond))
  }

  /// 1080×1920 at 30 frames a second: the upright canvas that SEED.md names.
  public static let portrait = Canvas(width: 1080, height: 1920)
  /// 1920×1080.
  public static let landscape = Canvas(width: 1920, height: 1080)
  /// 1080×1080.
  public static let square = Canvas(width: 1080, height: 1080)
  /// 1080×1350.
  public static let fourByFive = Canvas(width: 1080, height: 1350)

  enum CodingKeys: String, CodingKey {
    case width = "w"
    case height = "h"
    case framesPerSecond = "fps"
  }
}
