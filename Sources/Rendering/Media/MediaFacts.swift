/// What an uploaded file holds.
public struct MediaFacts: Codable, Sendable, Equatable {
  /// The kind of a file.
  public enum Kind: String, Codable, Sendable {
    case video, image, audio
  }

  /// What it is.
  public var kind: Kind
  /// Its length in milliseconds; nil for an image, or when the file does not say.
  public var durationMS: Int?
  /// Width of the picture in pixels, as it is shown (turned if the file says so).
  public var width: Int?
  /// Height of the picture in pixels, as it is shown.
  public var height: Int?
  /// Frames a second of a video.
  public var framesPerSecond: Double?
  /// Whether it has sound.
  public var hasSound: Bool

  /// Makes facts.
  public init(
    kind: Kind, durationMS: Int? = nil, width: Int? = nil, height: Int? = nil, framesPerSecond: Double? = nil,
    hasSound: Bool = false
  ) {
    self.kind = kind
    self.durationMS = durationMS
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.hasSound = hasSound
  }
}
