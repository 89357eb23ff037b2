import CKernels

/// Small things of one frame that are drawn by formula: stars, drops, flakes, sparks, lamps.
///
/// They are sorted into bins of rows once, so that a row looks only at what touches it.
final class Marks: RowPainter {
  /// A soft capsule, or a disc when it has no length.
  struct Mark {
    var x: Float
    var y: Float
    /// From the first end to the other.
    var dx: Float = 0
    var dy: Float = 0
    var radius: Float
    /// Width of the edge in pixels.
    var softness: Float = 1
    var colour: RGB
    var opacity: Float
    var isLight = false
    /// Radius of a glow around it; 0 for none.
    var halo: Float = 0
    var haloStrength: Float = 0
  }

  /// Rows in a bin, as a power of two: few for small marks, so that a row seldom looks at one that it does not touch.
  private let shift: Int
  private let marks: [t2v_mark]
  private let order: [Int32]
  private let starts: [Int32]
  let extent: ClosedRange<Float>

  init(_ source: [Mark], height: Int) {
    var rows: [(first: Float, last: Float)] = []
    rows.reserveCapacity(source.count)
    var tall: Float = 0
    marks = [t2v_mark](unsafeUninitializedCapacity: source.count) { marks, count in
      for mark in source
      where mark.opacity > 0.002 && mark.x.isFinite && mark.y.isFinite && abs(mark.x) < 20000
        && abs(mark.y) < 20000
      {
        var made = t2v_mark()
        (made.x, made.y, made.dx, made.dy) = (mark.x, mark.y, mark.dx, mark.dy)
        (made.radius, made.softness, made.opacity) = (mark.radius, mark.softness, mark.opacity)
        (made.red, made.green, made.blue) = (mark.colour.red, mark.colour.green, mark.colour.blue)
        (made.halo, made.haloStrength, made.isLight) = (mark.halo, mark.haloStrength, mark.isLight ? 1 : 0)
        t2v_prepare_mark(&made)
        let reach = max(made.reach, mark.halo)
        let first = min(mark.y, mark.y + mark.dy) - reach
        let last = max(mark.y, mark.y + mark.dy) + reach
        guard last >= 0, first < Float(height) else { continue }
        rows.append((max(0, first), max(0, last)))
        tall += last - first
        marks.initializeElement(at: count, to: made)
        count += 1
      }
    }
    let shift = tall < 6 * Float(rows.count) ? 1 : tall < 20 * Float(rows.count) ? 2 : 4
    self.shift = shift
    let bins = height >> shift + 1
    // How many marks each bin has, then where each begins; while they are sorted in, where its next one goes.
    var starts = [Int32](repeating: 0, count: bins + 2)
    func span(_ rows: (first: Float, last: Float)) -> ClosedRange<Int> {
      (Int(rows.first) >> shift)...min(bins - 1, Int(rows.last) >> shift)
    }
    for rows in rows {
      for bin in span(rows) { starts[bin + 2] += 1 }
    }
    for bin in 0..<bins { starts[bin + 2] += starts[bin + 1] }
    let entries = Int(starts[bins + 1])
    order = [Int32](unsafeUninitializedCapacity: entries) { order, count in
      for (index, rows) in rows.enumerated() {
        for bin in span(rows) {
          order[Int(starts[bin + 1])] = Int32(index)
          starts[bin + 1] += 1
        }
      }
      count = entries
    }
    let first = Float((starts.lastIndex(of: 0) ?? 0) << shift)
    let last = Float((starts.firstIndex(of: Int32(entries)) ?? bins) << shift)
    extent = first...max(first, last)
    self.starts = starts
  }

  func paint(_ row: PixelRow) {
    let bin = row.index >> shift
    guard row.index >= 0, bin + 2 < starts.count, starts[bin] < starts[bin + 1] else { return }
    marks.withUnsafeBufferPointer { marks in
      order.withUnsafeBufferPointer { order in
        guard let marks = marks.baseAddress, let order = order.baseAddress else { return }
        t2v_marks_row(
          row.red, row.green, row.blue, row.samples, row.y, marks, order + Int(starts[bin]),
          starts[bin + 1] - starts[bin])
      }
    }
  }
}

/// A layer that is nothing but marks.
struct MarkLayer: SceneLayer {
  let height: Int
  let marks: @Sendable (Moment) -> [Marks.Mark]

  func painter(at moment: Moment) -> (any RowPainter)? {
    var marks = marks(moment)
    guard !marks.isEmpty else { return nil }
    // Glows and puffs that cover much of the picture are as soft at a quarter of the size.
    let covered = marks.reduce(Float(0)) { sum, mark in
      let reach = mark.softness > Self.softFrom ? mark.radius + mark.softness * 0.5 : 0
      let long = abs(mark.dx) + abs(mark.dy)
      return sum + (mark.halo > 56 ? mark.halo * mark.halo * 3 : 0) + reach * (reach * 3 + long * 2)
    }
    guard covered > 0.3 * moment.composition.width * moment.composition.height else {
      return Marks(marks, height: height)
    }
    var glows: [Marks.Mark] = []
    var rest: [Marks.Mark] = []
    for mark in marks {
      var (soft, crisp) = (mark, mark)
      if mark.halo > 56 { crisp.halo = 0 } else { soft.halo = 0 }
      if mark.softness > Self.softFrom { crisp.opacity = 0 } else { soft.opacity = 0 }
      if soft.halo > 0 && soft.haloStrength > 0 || soft.opacity > 0 { glows.append(soft) }
      if crisp.halo > 0 || crisp.opacity > 0 { rest.append(crisp) }
    }
    marks = rest
    guard
      let soft = SoftGroup(layers: [HaloLayer(marks: glows)], isOpaque: false).painter(at: moment)
    else { return Marks(marks, height: height) }
    return Pair(soft, Marks(marks, height: height))
  }

  /// The softness from which a puff loses nothing at a quarter of the size.
  private static let softFrom: Float = 26

  /// One painter after another.
  private final class Pair: RowPainter {
    private let first: any RowPainter
    private let second: any RowPainter
    let extent: ClosedRange<Float>

    init(_ first: any RowPainter, _ second: any RowPainter) {
      self.first = first
      self.second = second
      let (upper, lower) = (first.extent, second.extent)
      extent =
        min(upper.lowerBound, lower.lowerBound)...max(upper.upperBound, lower.upperBound)
    }

    func paint(_ row: PixelRow) {
      first.paint(row)
      second.paint(row)
    }
  }
}
