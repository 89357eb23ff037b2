/// A text on the picture: what it says, where it stands and how it comes and goes.
public struct TitlePlan: Codable, Sendable, Equatable {
  /// Where the text stands, inside the safe margins.
  public typealias Place = ScreenPlace

  /// How a title comes and goes.
  public enum Animation: String, Codable, Sendable, CaseIterable {
    /// It rises into place, drifts, and fades.
    case rise
    /// It fades in and out where it stands.
    case fade
    /// It comes in from the left.
    case slide
    /// It is there, and then it is not.
    case none
  }

  /// The kinds of letters.
  public enum Font: String, Codable, Sendable, CaseIterable {
    case sans, serif, mono, handwriting
  }

  /// The text, as the user wrote it; line breaks are kept.
  public var text: String
  /// Where it stands.
  public var place: Place
  /// Height of a capital against the usual one, 0.4 to 2.5.
  public var size: Double
  /// The text's colour; nil is white.
  public var colour: NamedColour?
  /// How long it is seen, in milliseconds.
  public var durationMS: Int
  /// How it comes and goes; missing: it rises.
  public var animation: Animation?
  /// Its letters; missing: sans.
  public var font: Font?
  /// Whether it is a line of subtitles: small, low, in a box, and one of many.
  public var subtitle: Bool?

  /// Whether it is a line of subtitles.
  public var isSubtitle: Bool { subtitle ?? false }

  /// Makes a title; the size is clamped to its range.
  public init(
    text: String, place: Place = .centre, size: Double = 1, colour: NamedColour? = nil, durationMS: Int = 3000
  ) {
    self.text = text
    self.place = place
    self.size = min(2.5, max(0.4, size))
    self.colour = colour
    self.durationMS = max(200, durationMS)
  }
}
