import CKernels

/// Layers painted at a quarter of the size and enlarged smoothly: skies, clouds, fog, glows.
struct SoftGroup: SceneLayer {
  let layers: [any SceneLayer]
  /// Whether the layers fill the picture; else they are a veil with coverage.
  let isOpaque: Bool

  func painter(at moment: Moment) -> (any RowPainter)? {
    let painters = layers.compactMap { $0.painter(at: moment) }
    return painters.isEmpty
      ? nil : Painter(painters, isOpaque: isOpaque, width: Int(moment.composition.width))
  }

  private final class Painter: RowPainter {
    private let painters: [any RowPainter]
    private let isOpaque: Bool
    private let quarter: Int
    /// Two quarter rows: even and odd.
    private let kept: [[RowStore]]
    private let reach: ClosedRange<Float>
    private var indices = [Int.min, Int.min]
    /// Whether a kept row of a veil holds nothing at all, as most do above and below a bank of fog.
    private var isBlank = [false, false]
    private let between: [RowStore]

    init(_ painters: [any RowPainter], isOpaque: Bool, width: Int) {
      self.painters = painters
      self.isOpaque = isOpaque
      let quarter = (width + 3) / 4
      self.quarter = quarter
      func stores() -> [RowStore] { (0..<4).map { _ in RowStore(width: quarter) } }
      let low = painters.map(\.extent.lowerBound).min() ?? 0
      reach = low...max(low, painters.map(\.extent.upperBound).max() ?? 0)
      kept = [stores(), stores()]
      between = stores()
    }

    func hidesBackground(row: Int) -> Bool { isOpaque }

    var extent: ClosedRange<Float> { reach }

    func paint(_ row: PixelRow) {
      guard reach.contains(row.y) else { return }
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      let first = quarterRow(upper)
      let second = quarterRow(upper + 1)
      if isBlank[upper & 1], isBlank[(upper + 1) & 1] { return }
      let t = place - Float(upper)
      let n = Int32(quarter)
      for channel in 0..<(isOpaque ? 3 : 4) {
        t2v_mix_row(between[channel].start, first[channel].start, second[channel].start, t, n)
        between[channel].extendEnds(width: quarter)
      }
      if isOpaque {
        t2v_upsample_row(row.red, between[0].start, n)
        t2v_upsample_row(row.green, between[1].start, n)
        t2v_upsample_row(row.blue, between[2].start, n)
      } else {
        t2v_upsample_over_row(
          row.red, row.green, row.blue, between[0].start, between[1].start, between[2].start,
          between[3].start, n)
      }
    }

    private func quarterRow(_ index: Int) -> [RowStore] {
      let slot = index & 1
      let stores = kept[slot]
      guard indices[slot] != index else { return stores }
      indices[slot] = index
      let row = PixelRow(
        red: stores[0].start, green: stores[1].start, blue: stores[2].start, alpha: stores[3].start,
        count: quarter, index: index, y: (Float(index) + 0.5) * 4, step: 4)
      if !isOpaque {
        row.fill(RGB(0))
        stores[3].start.update(repeating: 0, count: quarter)
      }
      for painter in painters { painter.paint(row) }
      if !isOpaque {
        isBlank[slot] = stores.reversed().allSatisfy { store in
          UnsafeBufferPointer(start: store.start, count: quarter).allSatisfy { $0 == 0 }
        }
      }
      return stores
    }
  }
}
