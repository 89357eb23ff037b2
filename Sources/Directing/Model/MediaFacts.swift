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

  /// How its colours are written; missing when nobody has looked.
  public var colours: Colours?

  /// How the colours of a picture are written, by FFmpeg's names; what a file does not say is missing.
  public struct Colours: Sendable, Equatable {
    /// The layout of its pixels, such as `yuv420p`.
    public var pixelFormat: String?
    /// How brightness and colour are mixed, such as `bt709`.
    public var matrix: String?
    /// `tv` for 16 to 235, `pc` for 0 to 255.
    public var range: String?

    /// Makes a description.
    public init(pixelFormat: String?, matrix: String?, range: String?) {
      self.pixelFormat = pixelFormat
      self.matrix = matrix
      self.range = range
    }
  }

  /// Makes facts.
  public init(
    kind: Kind, durationMS: Int? = nil, width: Int? = nil, height: Int? = nil, framesPerSecond: Double? = nil,
    hasSound: Bool? = nil, colours: Colours? = nil
  ) {
    self.kind = kind
    self.durationMS = durationMS
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.hasSound = hasSound
    self.colours = colours
  }

  // A draft says nothing of colours: whoever renders looks at the file.
  enum CodingKeys: String, CodingKey {
    case kind
    case durationMS = "d"
    case width = "w"
    case height = "h"
    case framesPerSecond = "fps"
    case hasSound = "sound"
  }
}
