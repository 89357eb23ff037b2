import CKernels

/// Wide glows and soft puffs (a veil): what has no edge to lose at a quarter of the size.
struct HaloLayer: SceneLayer {
  let marks: [Marks.Mark]

  func painter(at moment: Moment) -> (any RowPainter)? {
    Painter(marks, width: Int(moment.composition.width))
  }

  private final class Painter: RowPainter {
    private let marks: [Marks.Mark]
    let extent: ClosedRange<Float>
    /// Where the coverage kernel writes what is not wanted.
    private let waste: [RowStore]

    init(_ marks: [Marks.Mark], width: Int) {
      let marks = marks.filter {
        $0.x.isFinite && $0.y.isFinite && abs($0.x) < 20000 && abs($0.y) < 20000
      }
      self.marks = marks
      func reach(_ mark: Marks.Mark) -> Float { max(mark.halo, mark.radius + mark.softness) }
      let low = marks.map { min($0.y, $0.y + $0.dy) - reach($0) }.min() ?? 0
      extent = low...max(low, marks.map { max($0.y, $0.y + $0.dy) + reach($0) }.max() ?? 0)
      waste = (0..<2).map { _ in RowStore(width: width / 4 + 8) }
    }

    func paint(_ row: PixelRow) {
      let scale = 1 / row.step
      for mark in marks {
        if mark.halo > 0 { paintHalo(mark, row, scale) }
        if mark.opacity > 0.002 { paintPuff(mark, row, scale) }
      }
    }

    private func paintHalo(_ mark: Marks.Mark, _ row: PixelRow, _ scale: Float) {
      let dy = abs(row.y - mark.y)
      guard dy < mark.halo else { return }
      let across = (mark.halo * mark.halo - dy * dy).squareRoot()
      let from = Int32(clamp((mark.x - across) * scale, 0, Float(row.count)))
      let to = Int32(clamp((mark.x + across) * scale + 1, 0, Float(row.count)))
      guard from < to else { return }
      let radius = mark.halo * scale
      t2v_halo_row(
        row.red, row.green, row.blue, from, to, row.y * scale, mark.x * scale, mark.y * scale,
        9 / (radius * radius), radius * radius, mark.colour.red, mark.colour.green, mark.colour.blue,
        mark.haloStrength)
    }

    private func paintPuff(_ mark: Marks.Mark, _ row: PixelRow, _ scale: Float) {
      let reach = mark.radius + mark.softness * 0.5 + row.step
      guard row.y > min(mark.y, mark.y + mark.dy) - reach, row.y < max(mark.y, mark.y + mark.dy) + reach
      else {
        return
      }
      let from = Int32(clamp((min(mark.x, mark.x + mark.dx) - reach) * scale, 0, Float(row.count)))
      let to = Int32(clamp((max(mark.x, mark.x + mark.dx) + reach) * scale + 1, 0, Float(row.count)))
      guard from < to else { return }
      let (x, y) = (mark.x * scale, mark.y * scale)
      let (endX, endY) = ((mark.x + mark.dx) * scale, (mark.y + mark.dy) * scale)
      t2v_capsule_row(
        row.red, row.green, row.blue, from, to, row.y * scale, x, y, endX, endY, mark.radius * scale,
        mark.softness * scale, mark.colour.red, mark.colour.green, mark.colour.blue, mark.opacity,
        mark.isLight ? 1 : 0)
      guard !mark.isLight, let alpha = row.alpha else { return }
      t2v_capsule_row(
        alpha, waste[0].start, waste[1].start, from, to, row.y * scale, x, y, endX, endY, mark.radius * scale,
        mark.softness * scale, 1, 0, 0, mark.opacity, 0)
    }
  }
}
