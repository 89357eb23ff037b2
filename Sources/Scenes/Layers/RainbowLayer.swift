import CKernels
import Directing

/// A rainbow with its faint second bow, in the part of the sky away from the sun (a veil).
struct RainbowLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment

    init(_ stage: Stage, _ moment: Moment) {
      self.stage = stage
      self.moment = moment
    }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let element = stage.shot.element(.rainbow)
      let side = Float(element?.place ?? 0)
      let cx = frame.width * (0.5 + side * 0.3) + moment.camera.turn
      let cy = moment.horizon + frame.width * 0.08
      let radius = min(frame.width * 0.56, frame.horizon * 0.8) * Float(element?.size ?? 1)
      let band = radius * 0.085
      guard row.y < moment.horizon else { return }
      let fade = smoothstep(0, 0.12, (moment.horizon - row.y) / frame.horizon) * 0.6 + 0.4
      let breath = 0.50 + 0.05 * moment.swing(rate: 0.1)
      for column in 0..<row.count {
        let dx = (Float(column) + 0.5) * row.step - cx
        let dy = row.y - cy
        let distance = (dx * dx + dy * dy).squareRoot()
        func bow(_ radius: Float, _ band: Float, _ strength: Float, _ turned: Bool) {
          var t = (distance - radius) / band
          guard t > -1.2, t < 1.2 else { return }
          let edge = exponential(-power(abs(t), 4) * 1.6) * strength * fade
          if turned { t = -t }
          // Red outside, violet inside.
          let red = clamp(
            exponential(-power(abs(t - 0.6) * 2.1, 2)) + 0.4 * exponential(-power(abs(t + 0.85) * 4, 2)), 0, 1
          )
          let green = 0.92 * exponential(-power(abs(t + 0.02) * 2.3, 2))
          let blue = exponential(-power(abs(t + 0.62) * 2.3, 2))
          // Colour takes the place of the sky's white, or a bright sky would bleach it.
          let light = 0.62 + 0.5 * max(row.red[column], row.green[column], row.blue[column])
          row.red[column] += (red * light - row.red[column]) * edge
          row.green[column] += (green * light - row.green[column]) * edge
          row.blue[column] += (blue * light - row.blue[column]) * edge
        }
        bow(radius, band, breath, false)
        bow(radius * 1.26, band * 1.3, breath * 0.25, true)
        // The sky is lighter within the bow.
        if distance < radius {
          let inside = 0.035 * fade * smoothstep(radius * 0.4, radius, distance)
          row.red[column] += inside
          row.green[column] += inside
          row.blue[column] += inside
        }
      }
    }
  }
}
