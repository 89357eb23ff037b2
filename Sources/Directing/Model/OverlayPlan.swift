/// A picture that stands small above the film: a logo, a picture in picture.
public struct OverlayPlan: Codable, Sendable, Equatable {
  /// Where it stands.
  public typealias Place = ScreenPlace

  /// Where it stands, inside the margin.
  public var place: Place
  /// Its width as a share of the canvas's, 0.02 to 1.
  public var size: Double
  /// 0 (unseen) to 1.
  public var opacity: Double?
  /// What a clip does where its segment is longer than it; missing: it holds its last picture.
  public var ending: Ending?

  /// What a clip that is shorter than its segment does at its end.
  public enum Ending: String, Codable, Sendable {
    /// It begins again.
    case loop
    /// Its last picture stays.
    case hold
    /// It goes: its segment is no longer than it.
    case leave
  }

  /// Makes a plan; the size is clamped to its range.
  public init(place: Place, size: Double, opacity: Double? = nil) {
    self.place = place
    self.size = min(1, max(0.02, size))
    self.opacity = opacity
  }
}
