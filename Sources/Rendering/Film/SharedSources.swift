import Directing

/// Which stretches of a graph read one and the same stream of a file, so that it is opened and decoded once.
///
/// A stream runs forwards, and its frames go to all stretches at once. What a stretch does not want yet waits in memory: frames
/// that it shares with a stretch before it, or that lie further back, and what plays backwards. So a stretch shares the
/// stream only as long as no more than ``memory`` waits; else the file is opened for it again, by a seek. Across a long gap a
/// second opening is cheaper than decoding what nobody sees. An image is one frame, which everybody can have at any time.
package struct SharedSources {
  /// A stretch of a file that is wanted.
  package struct Use {
    /// The place of its unit in the film.
    package let unit: Int
    package let path: String
    /// Seconds of the source; nil for an image.
    package var span: Range<Double>?
    /// The whole second at which it would be opened alone.
    package var seek = 0
    /// Frames of the film that it becomes.
    package var frames = 1
    /// How many of them, at its end, are seen through the unit behind it.
    package var tail = 0
    /// Whether it plays backwards, and so all its frames are wanted before the first is seen.
    package var isReversed = false
    /// Bytes of a frame that waits.
    package var frameBytes = 0

    package init(unit: Int, path: String) {
      self.unit = unit
      self.path = path
    }

    /// Seconds of the source for each frame.
    fileprivate var step: Double {
      span.map { ($0.upperBound - $0.lowerBound) / Double(max(1, frames)) } ?? 0
    }
  }

  /// The number of an overlay among the units, by its place among the overlays.
  static func overlay(_ index: Int) -> Int { -1 - index }

  /// What one unit reads of a shared stream.
  package struct Share {
    /// The name of its stream in the graph.
    package let label: String
    /// The names of all streams, for the unit that opens the file; empty for the others.
    package let opens: [String]
    /// The whole second at which the stream begins.
    package let seek: Int
  }

  /// Seconds that may be decoded in vain between two stretches.
  package static let longestGap = 10.0
  /// Seconds that two stretches may overlap without anything waiting: a few frames, such as the one that a freeze frame repeats.
  static let rounding = 0.11
  /// Bytes of frames that may wait in a graph.
  package static let memory = 256_000_000

  /// Stretches that read one stream.
  private struct Group {
    var uses: [Use]
    var seek: Int
    /// Seconds of the source up to which the stream has been read when the last of them is seen.
    var position: Double

    init(_ use: Use) {
      uses = [use]
      seek = use.seek
      position = use.span?.upperBound ?? 0
    }

    mutating func add(_ use: Use) {
      uses.append(use)
      seek = min(seek, use.seek)
      position = max(position, use.span?.upperBound ?? 0)
    }

    /// Bytes that wait if a stretch reads this stream, too; nil if it lies too far from the others.
    func waiting(for use: Use) -> Int? {
      guard let span = use.span, let before = uses.last, let past = before.span else { return 0 }
      let gap = span.lowerBound - position
      guard gap <= longestGap, Double(seek) - span.upperBound <= longestGap else { return nil }
      var frames = 0
      if use.isReversed {
        frames = use.frames
      } else if gap < -rounding {
        frames = min(use.frames, Int(-gap / max(use.step, 0.0001)) + 1)
      }
      // Through a transition both are read at once, and only halves of one clip keep step.
      if use.unit == before.unit + 1, before.tail > 0, !before.isReversed {
        let tail = Double(before.tail) * before.step
        let isInStep =
          abs(span.lowerBound - (past.upperBound - tail)) <= rounding && position == past.upperBound
        if isInStep, !use.isReversed { return 0 }
        frames += before.tail
      }
      return frames * use.frameBytes
    }
  }

  private var shares: [Int: Share] = [:]

  /// Finds what can be shared among uses in the order of the film.
  package init(_ uses: [Use]) {
    var groups: [Group] = []
    var places: [String: [Int]] = [:]
    var left = Self.memory
    for use in uses {
      let fitting = (places[use.path] ?? []).compactMap { place in
        groups[place].waiting(for: use).map { (place, bytes: $0) }
      }
      // The one that makes the least wait; of several, the one that was read last.
      if let (place, bytes) = fitting.reversed().min(by: { $0.bytes < $1.bytes }), bytes <= left {
        groups[place].add(use)
        left -= bytes
        continue
      }
      // What is too long to be turned round at once is turned piece by piece, and reads its file alone.
      let bytes = use.isReversed ? use.frames * use.frameBytes : 0
      guard bytes <= left else { continue }
      left -= bytes
      places[use.path, default: []].append(groups.count)
      groups.append(Group(use))
    }
    for group in groups where group.uses.count > 1 {
      let labels = group.uses.map { $0.unit < 0 ? "n\(-1 - $0.unit)" : "m\($0.unit)" }
      for (place, use) in group.uses.enumerated() {
        shares[use.unit] = Share(label: labels[place], opens: place == 0 ? labels : [], seek: group.seek)
      }
    }
  }

  /// What a unit shares with others; nil if it opens its file alone.
  package subscript(unit: Int) -> Share? { shares[unit] }
}
