import CKernels
import Directing

/// The clear sky with the light of sun or moon in it (a soft layer).
struct SkyLayer: SceneLayer {
  let stage: Stage
  /// A colour that the prompt gives the sun.
  private let sunColour: RGB?

  init(stage: Stage) {
    self.stage = stage
    sunColour = stage.colour(.sun)
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: SkyLayer
    private let moment: Moment

    init(_ layer: SkyLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      let light = layer.stage.light
      let frame = layer.stage.composition
      // Rain clouds take light from the whole sky.
      let gloom: Float = layer.stage.hasAny(.rain, .lightning) ? 0.78 : 1
      let height = (moment.horizon - row.y) / frame.horizon
      row.fill(light.sky.colour(at: height) * gloom)
      guard let source = moment.source else { return }
      let isSun = moment.sun != nil
      let reach = 1 / (frame.unit * frame.unit)
      let dy = (row.y - source.y) * 0.25
      let own = layer.sunColour
      let glowColour = own.map { $0.withLuma(max($0.luma, 0.3)) } ?? light.glow
      let low = isSun ? 1 - smoothstep(0, 0.5, (moment.horizon - source.y) / frame.horizon) : 0
      let strength = light.glowAmount * (isSun ? 1 : 0.8)
      var glow = t2v_glow()
      glow.cx = source.x * 0.25 - 0.5
      glow.dy2 = dy * dy
      glow.wide = strength * (isSun ? 0.85 : 0.55)
      glow.wideK = reach / (isSun ? 62 * 62 : 46 * 46)
      glow.near_ = isSun ? 0.55 : 0.4
      glow.nearK = reach / (isSun ? 30 * 30 : 26 * 26)
      // A low sun sets fire to the air along the whole horizon.
      glow.band = strength * low * 0.75 * exponential(-abs(height) * 7)
      glow.bandK = reach / (170 * 170)
      (glow.wideR, glow.wideG, glow.wideB) = (glowColour.red, glowColour.green, glowColour.blue)
      let core = glowColour.mixed(light.sun, 0.35) * (isSun ? 0.7 : 0.5)
      (glow.nearR, glow.nearG, glow.nearB) = (core.red, core.green, core.blue)
      let band = own?.mixed(light.sun, 0.3) ?? light.glow.mixed(light.sun, 0.25)
      (glow.bandR, glow.bandG, glow.bandB) = (band.red, band.green, band.blue)
      t2v_glow_row(row.red, row.green, row.blue, row.samples, &glow)
    }
  }
}
