extension Film {
  /// The place of the track with the film's own sequence.
  var sequenceTrack: Int? { tracks.firstIndex { $0.kind == .video && !$0.isOverlay } }

  /// The segments of the first video track.
  var videoSegments: [Segment] { sequenceTrack.map { tracks[$0].segments } ?? [] }

  /// The shots, in order.
  var shots: [Shot] { videoSegments.compactMap(\.shot) }

  /// The first shot.
  var firstShot: Shot? { videoSegments.lazy.compactMap(\.shot).first }

  /// The segment of the music bed.
  var musicSegment: Segment? {
    tracks.filter { $0.kind == .audio }.flatMap(\.segments).first { $0.music != nil }
  }

  /// The segment of the title.
  var titleSegment: Segment? {
    tracks.filter { $0.kind == .text }.flatMap(\.segments).first { $0.title?.isSubtitle == false }
  }

  /// The length of the pictures, in milliseconds; logos and the like follow the film.
  var pictureMS: Int { tracks.filter { $0.kind == .video && !$0.isOverlay }.map(\.durationMS).max() ?? 0 }
}
