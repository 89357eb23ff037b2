/// What a model takes. Servers do not tell it, so it is known here by the model's name; what is not known gets limits that
/// all present models keep.
public struct EngineLimits: Sendable, Equatable {
  /// The longest clip, in milliseconds.
  public var longestMS: Int
  /// The longest prompt, in characters; a Chinese one counts as two.
  public var longestPrompt: Int
  /// The rate that it makes pictures at, a second.
  public var framesPerSecond: Int
  /// The numbers of frames that it takes are one more than a multiple of this.
  public var frameStep: Int
  /// The shorter side that it is asked for, in pixels.
  public var shorterSide: Int
  /// Whether it takes nothing but the lengths and sizes that OpenAI publishes.
  public var isPublishedFormOnly = false

  /// Lengths that OpenAI publishes, in seconds (openai 2, `types/video_seconds.py`).
  public static let publishedSeconds = [4, 8, 12]

  /// No limit: the studio draws films of any length.
  public static let none = EngineLimits(
    longestMS: 600_000, longestPrompt: 65_536, framesPerSecond: 30, frameStep: 1, shorterSide: 2160)

  /// Limits from their parts.
  public init(
    longestMS: Int, longestPrompt: Int, framesPerSecond: Int, frameStep: Int, shorterSide: Int,
    isPublishedFormOnly: Bool = false
  ) {
    self.longestMS = longestMS
    self.longestPrompt = longestPrompt
    self.framesPerSecond = framesPerSecond
    self.frameStep = frameStep
    self.shorterSide = shorterSide
    self.isPublishedFormOnly = isPublishedFormOnly
  }

  /// The limits of a model.
  /// - Parameters:
  ///   - model: its name, as the server knows it ("Wan-AI/Wan2.2-T2V-A14B-Diffusers").
  ///   - host: the host of the server.
  public static func of(model: String?, host: String) -> EngineLimits {
    let name = (model ?? "").lowercased()
    if name.hasPrefix("sora") || host == "api.openai.com" {
      return EngineLimits(
        longestMS: 12_000, longestPrompt: 4000, framesPerSecond: 30, frameStep: 1, shorterSide: 720,
        isPublishedFormOnly: true)
    }
    // 81 frames at 16 a second, or 121 at 24 in the small one of 2.2; the text encoder reads 512 tokens.
    if name.contains("wan") {
      let isSmall = name.contains("5b")
      return EngineLimits(
        longestMS: 5000, longestPrompt: 1200, framesPerSecond: isSmall ? 24 : 16, frameStep: 4,
        shorterSide: name.contains("1.3b") ? 480 : 720)
    }
    // 129 frames at 24 a second.
    if name.contains("hunyuan") {
      return EngineLimits(
        longestMS: 5300, longestPrompt: 1000, framesPerSecond: 24, frameStep: 4, shorterSide: 720)
    }
    // 257 frames at 24 a second.
    if name.contains("ltx") {
      return EngineLimits(
        longestMS: 10_000, longestPrompt: 1000, framesPerSecond: 24, frameStep: 8, shorterSide: 704)
    }
    return EngineLimits(
      longestMS: 5000, longestPrompt: 1000, framesPerSecond: 24, frameStep: 8, shorterSide: 720)
  }

  /// The number of frames to ask for, so that a clip is at least so long, or as long as it may be.
  public func frames(forMS milliseconds: Int) -> Int {
    let step = max(1, frameStep)
    func rounded(_ frames: Int) -> Int { (max(0, frames - 1) + step - 1) / step * step + 1 }
    let wanted = rounded((milliseconds * framesPerSecond + 999) / 1000)
    let most = (longestMS * framesPerSecond / 1000 + step - 1) / step * step + 1
    return max(1, min(wanted, most))
  }

  /// The size to ask for: the shape of the canvas, in multiples of 16 pixels, no side longer than 2048.
  public func size(forWidth width: Int, height: Int) -> (width: Int, height: Int) {
    let shorter = max(1, min(width, height))
    func scaled(_ side: Int) -> Int { min(2048, max(16, (side * shorterSide / shorter + 8) / 16 * 16)) }
    return (scaled(width), scaled(height))
  }
}
