/// A file in the session's media list, as an edit may name it: "my logo", "the second photo", "song.mp3".
public struct MediaItem: Sendable, Equatable {
  /// The name that the user gave it.
  public var name: String
  /// Its name in the media folder.
  public var hash: String
  /// What it holds.
  public var facts: MediaFacts

  /// Makes an item.
  public init(name: String, hash: String, facts: MediaFacts) {
    self.name = name
    self.hash = hash
    self.facts = facts
  }
}
