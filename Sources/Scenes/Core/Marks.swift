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
  private let marks: [Mark]
  private let order: [Int32]
  private let starts: [Int]
  private let firstBin: Int

  init(_ source: [Mark], height: Int) {
    let marks = source.filter {
      $0.opacity > 0.002 && $0.x.isFinite && $0.y.isFinite && abs($0.x) < 20000 && abs($0.y) < 20000
    }
    self.marks = marks
    let bins = height / Self.binHeight + 1
    firstBin = 0
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
    self.order = order
  }

  func paint(_ row: PixelRow) {
    let bin = row.index / Self.binHeight
    guard row.index >= 0, bin + 1 < starts.count else { return }
    for slot in starts[bin]..<starts[bin + 1] {
      let mark = marks[Int(order[slot])]
      if mark.halo > 0 { paintHalo(mark, row) }
      let reach = mark.radius + mark.softness
      guard row.y > min(mark.y, mark.y + mark.dy) - reach, row.y < max(mark.y, mark.y + mark.dy) + reach
      else { continue }
      // The part of the capsule near this row, so that long streaks cost only their width.
      var low = min(mark.x, mark.x + mark.dx)
      var high = max(mark.x, mark.x + mark.dx)
      if abs(mark.dy) > 4 {
        let slope = mark.dx / mark.dy
        let here =
          mark.x + (clamp(row.y, min(mark.y, mark.y + mark.dy), max(mark.y, mark.y + mark.dy)) - mark.y)
          * slope
        let spread = reach * (1 + abs(slope)) + 1
        low = max(low, here - spread)
        high = min(high, here + spread)
      }
      let from = Int32(clamp(low - reach, 0, Float(row.count)))
      let to = Int32(clamp(high + reach + 1, 0, Float(row.count)))
      guard from < to else { continue }
      t2v_capsule_row(
        row.red, row.green, row.blue, from, to, row.y, mark.x, mark.y, mark.x + mark.dx, mark.y + mark.dy,
        mark.radius, max(0.3, mark.softness), mark.colour.red, mark.colour.green, mark.colour.blue,
        mark.opacity,
        mark.isLight ? 1 : 0)
    }
  }

  private func paintHalo(_ mark: Mark, _ row: PixelRow) {
    let dy = abs(row.y - mark.y)
    guard dy < mark.halo else { return }
    let across = (mark.halo * mark.halo - dy * dy).squareRoot()
    let from = Int32(clamp(mark.x - across, 0, Float(row.count)))
    let to = Int32(clamp(mark.x + across + 1, 0, Float(row.count)))
    guard from < to else { return }
    let k = 9 / (mark.halo * mark.halo)
    t2v_halo_row(
      row.red, row.green, row.blue, from, to, row.y, mark.x, mark.y, k, mark.halo * mark.halo,
      mark.colour.red,
      mark.colour.green, mark.colour.blue, mark.haloStrength)
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

    init(_ first: any RowPainter, _ second: any RowPainter) {
      self.first = first
      self.second = second
    }

    func paint(_ row: PixelRow) {
      first.paint(row)
      second.paint(row)
    }
  }
}
