import CKernels

/// Wide glows around points (a veil of light).
struct HaloLayer: SceneLayer {
  let marks: [Marks.Mark]

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(marks) }

  private final class Painter: RowPainter {
    private let marks: [Marks.Mark]
    let extent: ClosedRange<Float>

    init(_ marks: [Marks.Mark]) {
      self.marks = marks.filter { $0.x.isFinite && $0.y.isFinite && abs($0.x) < 20000 && abs($0.y) < 20000 }
      let low = self.marks.map { $0.y - $0.halo }.min() ?? 0
      extent = low...max(low, self.marks.map { $0.y + $0.halo }.max() ?? 0)
    }

    func paint(_ row: PixelRow) {
      let scale = 1 / row.step
      for mark in marks {
        let dy = abs(row.y - mark.y)
        guard dy < mark.halo else { continue }
        let across = (mark.halo * mark.halo - dy * dy).squareRoot()
        let from = Int32(clamp((mark.x - across) * scale, 0, Float(row.count)))
        let to = Int32(clamp((mark.x + across) * scale + 1, 0, Float(row.count)))
        guard from < to else { continue }
        let radius = mark.halo * scale
        t2v_halo_row(
          row.red, row.green, row.blue, from, to, row.y * scale, mark.x * scale, mark.y * scale,
          9 / (radius * radius), radius * radius, mark.colour.red, mark.colour.green, mark.colour.blue,
          mark.haloStrength)
      }
    }
  }
}
