/// How much a file may weigh for its looks.
public enum RenderQuality: String, Codable, Sendable, CaseIterable {
  /// About half the size of `high`; for a first look.
  case low
  /// Between the two.
  case medium
  /// No difference that is seen in motion.
  case high
}
