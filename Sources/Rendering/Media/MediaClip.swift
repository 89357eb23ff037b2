import Directing

/// An uploaded video or image in the film, with what is known of it.
struct MediaClip: Sendable {
  let path: String
  let facts: MediaFacts
  let segment: Film.Segment
  /// How many frames the segment has.
  let frameCount: Int

  /// The name for messages.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Its frames at a rate.
  func source(framesPerSecond: Int) -> ClipSource {
    ClipSource(
      path: path, facts: facts, plan: segment.clip ?? ClipPlan(), frameCount: frameCount,
      framesPerSecond: framesPerSecond)
  }

  /// The size of its pictures in pixels.
  var size: (width: Int, height: Int) { (max(2, facts.width ?? 2), max(2, facts.height ?? 2)) }
}
