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

  private static let binHeight = 16
  private let marks: [t2v_mark]
  private let order: [Int32]
  private let starts: [Int]
  let extent: ClosedRange<Float>

  init(_ source: [Mark], height: Int) {
    let marks = source.filter {
      $0.opacity > 0.002 && $0.x.isFinite && $0.y.isFinite && abs($0.x) < 20000 && abs($0.y) < 20000
    }
    self.marks = marks.map {
      var mark = t2v_mark()
      (mark.x, mark.y, mark.dx, mark.dy) = ($0.x, $0.y, $0.dx, $0.dy)
      (mark.radius, mark.softness, mark.opacity) = ($0.radius, $0.softness, $0.opacity)
      (mark.red, mark.green, mark.blue) = ($0.colour.red, $0.colour.green, $0.colour.blue)
      (mark.halo, mark.haloStrength, mark.isLight) = ($0.halo, $0.haloStrength, $0.isLight ? 1 : 0)
      t2v_prepare_mark(&mark)
      return mark
    }
    let bins = height / Self.binHeight + 1
    var counts = [Int](repeating: 0, count: bins + 1)
    func range(_ mark: Mark) -> ClosedRange<Int>? {
      let reach = max(mark.radius + mark.softness, mark.halo) + 1
      let low = min(mark.y, mark.y + mark.dy) - reach
      let high = max(mark.y, mark.y + mark.dy) + reach
      guard high >= 0, low < Float(height) else { return nil }
      return (max(0, Int(low)) / Self.binHeight)...min(bins - 1, max(0, Int(high)) / Self.binHeight)
    }
    for mark in marks {
      guard let range = range(mark) else { continue }
      for bin in range { counts[bin + 1] += 1 }
    }
    for bin in 0..<bins { counts[bin + 1] += counts[bin] }
    var order = [Int32](repeating: 0, count: counts[bins])
    var next = counts
    for (index, mark) in marks.enumerated() {
      guard let range = range(mark) else { continue }
      for bin in range {
        order[next[bin]] = Int32(index)
        next[bin] += 1
      }
    }
    starts = counts
    let first = Float((counts.lastIndex(of: 0) ?? 0) * Self.binHeight)
    let last = Float((counts.firstIndex(of: counts[bins]) ?? bins) * Self.binHeight)
    extent = first...max(first, last)
    self.order = order
  }

  func paint(_ row: PixelRow) {
    let bin = row.index / Self.binHeight
    guard row.index >= 0, bin + 1 < starts.count, starts[bin] < starts[bin + 1] else { return }
    marks.withUnsafeBufferPointer { marks in
      order.withUnsafeBufferPointer { order in
        guard let marks = marks.baseAddress, let order = order.baseAddress else { return }
        t2v_marks_row(
          row.red, row.green, row.blue, row.samples, row.y, marks, order + starts[bin],
          Int32(starts[bin + 1] - starts[bin]))
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
