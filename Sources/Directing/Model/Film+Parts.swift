extension Film {
  /// The segments of the first video track.
  var videoSegments: [Segment] { tracks.first { $0.kind == .video }?.segments ?? [] }

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
    tracks.filter { $0.kind == .text }.flatMap(\.segments).first { $0.title != nil }
  }

  /// The length of the pictures, in milliseconds.
  var pictureMS: Int { tracks.filter { $0.kind == .video }.map(\.durationMS).max() ?? 0 }
}
