import Directing

/// Which stretches of a graph read one and the same stream of a file, so that it is opened and decoded once.
///
/// A stream runs forwards, and its frames go to all stretches at once. So a stretch can share it only if it begins where the
/// stretch before it in the film has ended: what lies further back has gone by, and what overlaps would have to wait in
/// memory. Across a long gap a second opening, which seeks, is cheaper than decoding what nobody sees. An image is one
/// frame, which everybody can have at any time.
struct SharedSources {
  /// A stretch of a file that is wanted.
  struct Use {
    /// The place of its unit in the film.
    let unit: Int
    let path: String
    /// Seconds of the source; nil for an image.
    let span: Range<Double>?
    /// The whole second at which it would be opened alone.
    let seek: Int
    /// Seconds of the source at its end that are seen through the unit behind it.
    let tail: Double
  }

  /// The number of an overlay among the units, by its place among the overlays.
  static func overlay(_ index: Int) -> Int { -1 - index }

  /// What one unit reads of a shared stream.
  struct Share {
    /// The name of its stream in the graph.
    let label: String
    /// The names of all streams, for the unit that opens the file; empty for the others.
    let opens: [String]
    /// The whole second at which the stream begins.
    let seek: Int
  }

  /// Seconds that may be decoded in vain between two stretches.
  static let longestGap = 10.0
  /// Seconds that two stretches may overlap: a few frames, such as the one that a freeze frame repeats.
  static let rounding = 0.11

  private var shares: [Int: Share] = [:]

  /// Finds what can be shared among uses in the order of the film.
  init(_ uses: [Use]) {
    var groups: [[Use]] = []
    var last: [String: Int] = [:]
    for use in uses {
      if let index = last[use.path], let before = groups[index].last,
        use.span == nil || Self.follows(use, before)
      {
        groups[index].append(use)
      } else {
        last[use.path] = groups.count
        groups.append([use])
      }
    }
    for group in groups where group.count > 1 {
      guard let first = group.first else { continue }
      let labels = group.map { $0.unit < 0 ? "n\(-1 - $0.unit)" : "m\($0.unit)" }
      for (use, label) in zip(group, labels) {
        shares[use.unit] = Share(label: label, opens: use.unit == first.unit ? labels : [], seek: first.seek)
      }
    }
  }

  /// What a unit shares with others; nil if it opens its file alone.
  subscript(unit: Int) -> Share? { shares[unit] }

  private static func follows(_ use: Use, _ before: Use) -> Bool {
    guard let span = use.span, let past = before.span else { return false }
    let gap = span.lowerBound - past.upperBound
    guard use.unit == before.unit + 1, before.tail > 0 else { return gap >= -rounding && gap <= longestGap }
    // Through a transition both are read at once: only halves of one clip keep step.
    return abs(gap + before.tail) <= rounding && span.lowerBound >= past.lowerBound
  }
}
