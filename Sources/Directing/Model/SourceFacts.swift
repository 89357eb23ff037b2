/// What is known of the upload that a segment plays, so that an edit can tell what is possible. A renderer looks for
/// itself.
public struct SourceFacts: Codable, Sendable, Equatable {
  /// The kind of a file.
  public enum Kind: String, Codable, Sendable {
    case video, image, audio
  }

  /// What it is.
  public var kind: Kind
  /// How long it is, in milliseconds; missing for an image.
  public var durationMS: Int?
  /// Its width in pixels.
  public var width: Int?
  /// Its height in pixels.
  public var height: Int?
  /// Whether a video has sound; missing: it may.
  public var hasSound: Bool?

  /// Makes facts.
  public init(
    kind: Kind, durationMS: Int? = nil, width: Int? = nil, height: Int? = nil, hasSound: Bool? = nil
  ) {
    self.kind = kind
    self.durationMS = durationMS
    self.width = width
    self.height = height
    self.hasSound = hasSound
  }

  enum CodingKeys: String, CodingKey {
    case kind
    case durationMS = "d"
    case width = "w"
    case height = "h"
    case hasSound = "sound"
  }
}
