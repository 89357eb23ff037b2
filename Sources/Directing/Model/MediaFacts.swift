/// What an uploaded file holds. A draft keeps it beside the segment that plays the file, so that an edit can tell what is
/// possible; a renderer looks for itself.
public struct MediaFacts: Codable, Sendable, Equatable {
  /// The kind of a file.
  public enum Kind: String, Codable, Sendable {
    case video, image, audio
  }

  /// What it is.
  public var kind: Kind
  /// Its length in milliseconds; missing for an image, or when the file does not say.
  public var durationMS: Int?
  /// Width of the picture in pixels, as it is shown (turned if the file says so).
  public var width: Int?
  /// Height of the picture in pixels, as it is shown.
  public var height: Int?
  /// Frames a second of a video.
  public var framesPerSecond: Double?
  /// Whether it has sound; missing: it may.
  public var hasSound: Bool?

  /// Makes facts.
  public init(
    kind: Kind, durationMS: Int? = nil, width: Int? = nil, height: Int? = nil, framesPerSecond: Double? = nil,
    hasSound: Bool? = nil
  ) {
    self.kind = kind
    self.durationMS = durationMS
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.hasSound = hasSound
  }

  enum CodingKeys: String, CodingKey {
    case kind
    case durationMS = "d"
    case width = "w"
    case height = "h"
    case framesPerSecond = "fps"
    case hasSound = "sound"
  }
}
