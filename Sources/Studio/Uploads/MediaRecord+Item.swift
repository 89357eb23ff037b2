import Directing

extension MediaRecord {
  /// The file as an edit may name it.
  package var item: MediaItem {
    MediaItem(
      name: name, hash: hash,
      facts: MediaFacts(
        kind: MediaFacts.Kind(rawValue: kind) ?? .video, durationMS: kind == "image" ? nil : durationMS,
        width: width, height: height, framesPerSecond: framesPerSecond, hasSound: hasSound))
  }
}
