import RawJSON

/// The tracks of a draft that have something on them.
public struct Timeline: Sendable, Equatable {
  /// The tracks with at least one segment, in the draft's order.
  public var tracks: [TimelineTrack]

  /// Makes a timeline of tracks.
  public init(tracks: [TimelineTrack]) { self.tracks = tracks }

  /// Reads the tracks of a draft object. What has the wrong type is passed over, never a failure.
  init(draft: JSONValue) {
    tracks = (draft["t"]?.elements ?? []).compactMap(TimelineTrack.init)
  }

  /// The timeline with other texts in place of all names, such as ones made safe for a terminal.
  public func renamed(_ rename: (String) -> String) -> Timeline {
    Timeline(tracks: tracks.map { $0.renamed(rename) })
  }

  /// When the last segment ends, in milliseconds.
  public var durationMS: Int { tracks.map(\.endMS).max() ?? 0 }

  /// The line that users see, in the form of SEED.md:
  /// `Timeline (2 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%)`.
  public var summary: String {
    guard !tracks.isEmpty else { return "Timeline (0 tracks): nothing on it yet" }
    let entries = tracks.enumerated().map { "\($0.offset + 1). \($0.element.summary)" }
    return "Timeline (\(tracks.count) \(tracks.count == 1 ? "track" : "tracks")): "
      + entries.joined(separator: " ")
  }
}
