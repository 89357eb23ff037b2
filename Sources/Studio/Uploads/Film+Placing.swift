import Directing

extension Film {
  /// Whether nothing is on the timeline.
  package var isEmpty: Bool { tracks.allSatisfy(\.segments.isEmpty) }

  /// Whether something of it was filmed rather than drawn.
  package var showsFootage: Bool {
    tracks.contains { $0.kind == .video && !$0.isOverlay && $0.segments.contains { $0.media != nil } }
  }

  /// The film with uploads placed on it, one after another: pictures on a video track, sound on an audio track. The
  /// canvas follows the first picture. Nil if the timeline is not empty, where uploads wait (CONTRACT.md).
  package func placing(_ uploads: [MediaRecord]) -> Film? {
    guard isEmpty, !uploads.isEmpty else { return nil }
    func segments(_ files: [MediaRecord]) -> [Segment] {
      files.map { Segment($0.item) }
    }
    let pictures = uploads.filter { $0.kind != "audio" }
    let sounds = uploads.filter { $0.kind == "audio" }
    var film = Film(canvas: canvas)
    if let first = pictures.first {
      film.canvas = Self.canvas(like: first) ?? canvas
      film.tracks.append(Track(kind: .video, segments: segments(pictures)))
    }
    if !sounds.isEmpty { film.tracks.append(Track(kind: .audio, segments: segments(sounds))) }
    return film
  }

  /// The canvas of an upload, made smaller if it is larger than a canvas can be.
  private static func canvas(like file: MediaRecord) -> Canvas? {
    guard let width = file.width, let height = file.height, width > 0, height > 0 else { return nil }
    let scale = min(1, 4096 / Double(max(width, height)))
    let rate = file.framesPerSecond.map { $0.isFinite ? Int($0.rounded()) : 30 } ?? 30
    return Canvas(
      width: Int(Double(width) * scale), height: Int(Double(height) * scale),
      framesPerSecond: file.kind == "image" || rate < 1 ? 30 : rate)
  }
}
