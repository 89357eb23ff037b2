/// Frames of a film in which titles are seen one after another, for FFmpeg to lay over its own pictures.
struct TitleStretch: Sendable {
  /// The frames of the film, without a gap.
  let frames: Range<Int>
  /// The rows of the canvas that are drawn; the first and the number of them are even.
  let rows: Range<Int>
  /// What is seen in them, lowest first.
  let layers: [TitleLayer]

  /// Where layers are seen in some frames; stretches in order.
  static func of(_ layers: [TitleLayer], in range: Range<Int>) -> [TitleStretch] {
    var stretches: [TitleStretch] = []
    for frames in merged(layers.map { $0.frames.clamped(to: range) }) {
      let seen = layers.filter { $0.frames.overlaps(frames) }
      let rows = seen.compactMap { $0.rows(in: frames) }
      guard let top = rows.map(\.lowerBound).min(), let bottom = rows.map(\.upperBound).max() else {
        continue
      }
      stretches.append(TitleStretch(frames: frames, rows: (top & ~1)..<((bottom + 1) & ~1), layers: seen))
    }
    return stretches
  }

  /// Ranges that touch become one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Draws its frames in order and hands each on, until the body answers false.
  func forEachPicture(
    width: Int, _ body: (_ bytes: [UInt8]) async throws -> Bool
  ) async throws {
    var picture = TitlePicture(width: width, rows: rows)
    for frame in frames {
      if frame > frames.lowerBound { picture.clear() }
      for layer in layers { layer.draw(frame: frame, into: &picture) }
      guard try await body(picture.bytes) else { return }
    }
  }
}
