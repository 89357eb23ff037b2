/// A word of the prompt that has no picture of its own, and what is drawn in its place.
public struct Substitution: Codable, Sendable, Equatable {
  /// The word as the user wrote it.
  public var word: String
  /// What stands in for it, in plain words; nil if nothing does.
  public var drawnInstead: String?

  /// Makes a substitution.
  public init(word: String, drawnInstead: String?) {
    self.word = word
    self.drawnInstead = drawnInstead
  }
}
