import Directing

/// The large sun of vaporwave: yellow to magenta, cut by widening gaps.
struct BandedSunLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? {
    moment.sun.map { Painter($0, width: stage.width) }
  }

  private final class Painter: RowPainter {
    private let disc: Composition.Disc
    private let radius: Float

    init(_ disc: Composition.Disc, width: Float) {
      self.disc = disc
      radius = min(width * 0.33, disc.radius * 4.6)
    }

    func paint(_ row: PixelRow) {
      let dy = row.y - disc.y
      guard abs(dy) < radius else { return }
      let place = (dy / radius + 1) / 2
      // Gaps from the middle down, each wider than the one above.
      if place > 0.46 {
        let turns = (place - 0.46) * 9.5
        if fract(turns) < 0.16 + 0.36 * (place - 0.46) { return }
      }
      let colour = RGB(hex: 0xFFE66B).mixed(RGB(hex: 0xFF2E9A), smoothstep(0.15, 0.95, place)) * 1.08
      let half = (radius * radius - dy * dy).squareRoot()
      let from = max(0, Int(disc.x - half))
      let to = min(row.count, Int(disc.x + half) + 1)
      guard from < to else { return }
      for x in from..<to {
        let cover = clamp(min(Float(x) + 1 - (disc.x - half), disc.x + half - Float(x)), 0, 1)
        row.red[x] += (colour.red - row.red[x]) * cover
        row.green[x] += (colour.green - row.green[x]) * cover
        row.blue[x] += (colour.blue - row.blue[x]) * cover
      }
    }
  }
}
