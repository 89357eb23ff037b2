/// The music bed of a film: everything a synthesiser needs, and no sound.
public struct MusicPlan: Codable, Sendable, Equatable {
  /// The character of the bed.
  public var mood: Mood
  /// Beats a minute, 40 to 200.
  public var tempo: Int
  /// Semitones of the tonic above C, 0 to 11.
  public var key: Int
  /// Whether the scale is minor.
  public var isMinor: Bool
  /// Decides every random choice of the arrangement.
  public var seed: UInt64

  /// The characters that a bed can have.
  public enum Mood: String, Codable, Sendable, CaseIterable {
    case lofi, ambient, cinematic, upbeat, piano, synthwave

    /// The name as it stands on the timeline.
    public var displayName: String {
      switch self {
      case .lofi: "Lo-fi"
      case .ambient: "Ambient"
      case .cinematic: "Cinematic"
      case .upbeat: "Upbeat"
      case .piano: "Piano"
      case .synthwave: "Synthwave"
      }
    }
  }

  /// Makes a plan; tempo and key are clamped to their ranges.
  public init(mood: Mood, tempo: Int, key: Int, isMinor: Bool, seed: UInt64) {
    self.mood = mood
    self.tempo = min(200, max(40, tempo))
    self.key = min(11, max(0, key))
    self.isMinor = isMinor
    self.seed = seed
  }
}
