/// A cone of soft light from a point downward (a veil).
struct ConeLayer: SceneLayer {
  let colour: RGB
  /// Middle, top, foot, half width at both, strength; in canvas pixels.
  let form: @Sendable (Moment) -> (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float)

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(colour, form(moment)) }

  private final class Painter: RowPainter {
    private let colour: RGB
    private let form: (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float)

    init(_ colour: RGB, _ form: (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float))
    {
      self.colour = colour
      self.form = form
    }

    var extent: ClosedRange<Float> { min(form.top, form.foot)...max(form.top, form.foot) }

    func paint(_ row: PixelRow) {
      let share = (row.y - form.top) / max(1, form.foot - form.top)
      guard share > 0, share < 1 else { return }
      let half = mix(form.from, form.to, share)
      let fade = form.strength * (1 - 0.7 * share) * smoothstep(0, 0.03, share) * smoothstep(1, 0.9, share)
      for column in 0..<row.count {
        let off = ((Float(column) + 0.5) * row.step - form.x) / half
        let light = smoothstep(1, 0.5, abs(off)) * fade
        guard light > 0 else { continue }
        row.red[column] += colour.red * light
        row.green[column] += colour.green * light
        row.blue[column] += colour.blue * light
      }
    }
  }
}
