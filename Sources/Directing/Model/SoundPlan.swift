/// How the sound of a segment is heard. A missing value means: as it is.
public struct SoundPlan: Codable, Sendable, Equatable {
  /// What the sound is to the film.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// A bed under everything, as long as the film unless it has a start or an end of its own.
    case music
    /// Somebody who speaks.
    case voice
  }

  /// What it is to the film; missing: a sound at its place.
  public var role: Role?
  /// How long it takes to come in, in milliseconds.
  public var fadeInMS: Int?
  /// How long it takes to go, in milliseconds.
  public var fadeOutMS: Int?
  /// Whether it becomes quiet while a voice, or the sound of a video, is heard.
  public var ducks: Bool?
  /// Whether it starts again when it ends before its segment.
  public var loops: Bool?
  /// When a bed begins, in milliseconds of the film; missing: with the film.
  public var fromMS: Int?
  /// When a bed ends, in milliseconds of the film; missing: with the film.
  public var untilMS: Int?

  /// Makes a plan that changes nothing.
  public init(
    role: Role? = nil, fadeInMS: Int? = nil, fadeOutMS: Int? = nil, ducks: Bool? = nil, loops: Bool? = nil
  ) {
    self.role = role
    self.fadeInMS = fadeInMS
    self.fadeOutMS = fadeOutMS
    self.ducks = ducks
    self.loops = loops
  }

  enum CodingKeys: String, CodingKey {
    case role, loops
    case fromMS = "from"
    case untilMS = "until"
    case fadeInMS = "in"
    case fadeOutMS = "out"
    case ducks = "duck"
  }
}
