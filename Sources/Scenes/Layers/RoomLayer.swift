import CKernels
import Directing

/// A dark room with a breath of light in it, for candles and motes (a soft layer).
struct RoomLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let glow: RGB
    private let base: RGB
    /// Where the light is, from the middle, in the units of its falloff.
    private let place: SIMD2<Float>

    init(_ stage: Stage, _ moment: Moment) {
      self.stage = stage
      if stage.has(.bubbles) {
        // Soap is seen by what it mirrors: light from above at one side, dusk below.
        // Dark soap is seen before the light that other soap is.
        let soap = stage.colour(.bubbles).flatMap { $0.luma > 0.15 ? $0 : nil }
        let own = stage.shot.tint.map { RGB($0) } ?? soap
        glow = own.map { $0.withLuma(0.34) } ?? RGB(0.36, 0.40, 0.62)
        base = own.map { $0.deepened(0.08 / max(0.08, $0.luma)) } ?? RGB(0.075, 0.05, 0.16)
        place = SIMD2(-0.42, -0.52)
        return
      }
      place = .zero
      let own = (stage.colour(.particles) ?? stage.shot.tint.map { RGB($0) })
      glow =
        stage.has(.candle)
        ? RGB(0.36, 0.17, 0.07)
        : (own.map { $0.deepened(0.15 / max(0.15, $0.luma)) } ?? RGB(0.13, 0.11, 0.24))
      base = stage.has(.candle) ? RGB(0.035, 0.02, 0.02) : glow * 0.1
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let dy = (row.y - frame.height * 0.5) / frame.height * 1.9 - place.y
      for column in 0..<row.count {
        let dx = ((Float(column) + 0.5) * row.step - frame.width / 2) / frame.width * 1.5 - place.x
        let light = exponential(-(dx * dx + dy * dy) * 1.5)
        row.red[column] = base.red + glow.red * light
        row.green[column] = base.green + glow.green * light
        row.blue[column] = base.blue + glow.blue * light
      }
    }
  }
}

/// Empty space behind stars and planets (a soft layer).
struct SpaceLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage) }

  private final class Painter: RowPainter {
    private let stage: Stage

    init(_ stage: Stage) { self.stage = stage }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      let down = row.y / stage.height
      row.fill(RGB(0.018, 0.022, 0.055).mixed(RGB(0.035, 0.02, 0.06), clamp(down, 0, 1)))
    }
  }
}
