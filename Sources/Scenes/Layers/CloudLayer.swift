import CKernels
import Directing

/// Clouds on a ceiling seen in perspective, lit from the sun's side (a veil).
struct CloudLayer: SceneLayer {
  private let stage: Stage
  private let offset: SIMD2<Float>
  private let cover: Float
  private let speed: Float
  private let lit: RGB
  private let shade: RGB
  private let heap: Float
  /// How many times as wide as deep a cloud is: by day they are heaps, at other times banks.
  private let stretch: Float

  init(stage: Stage) {
    self.stage = stage
    var random = stage.random(0xC10D)
    offset = SIMD2(Float(random.number(in: 0...512)), Float(random.number(in: 0...512)))
    let element = stage.shot.element(.clouds)
    // A sky without the word still has a few clouds: they carry the light.
    let amount: Float =
      if let element {
        // A fair day shows more blue than white.
        (stage.shot.timeOfDay == .day ? 0.29 : 0.56) + 0.3 * Float(element.size)
      } else if stage.shot.timeOfDay == .night { 0.4 } else { 0.54 }
    let stormy = stage.hasAny(.rain, .lightning)
    let grey = stage.shot.timeOfDay == .overcast
    cover = 0.5 - amount - (stormy ? 0.35 : 0) - (grey ? 0.3 : 0)
    speed = (2.4 + 6.5 * stage.energy) * Float(element?.speed ?? 1)
    let own = stage.colour(.clouds)
    let darkness: Float = stormy ? 0.62 : 1
    lit = (own?.mixed(stage.light.cloudLit, 0.35) ?? stage.light.cloudLit) * darkness
    shade = (own.map { $0 * 0.55 } ?? stage.light.cloudShade) * (stormy ? 0.7 : 1)
    stretch = stage.shot.timeOfDay == .day && !stormy ? 1.15 : 2
    heap = stage.shot.timeOfDay == .day || stage.shot.timeOfDay == .goldenHour ? 0.55 : 0.3
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: CloudLayer
    private let moment: Moment
    private let density: RowStore
    private let sunward: RowStore
    private let scratch = RowStore(width: 514)

    init(_ layer: CloudLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      density = RowStore(width: layer.stage.quarterWidth)
      sunward = RowStore(width: layer.stage.quarterWidth)
    }

    func paint(_ row: PixelRow) {
      let stage = layer.stage
      let frame = stage.composition
      let above = (moment.horizon - row.y) / frame.height
      guard above > 0.004 else { return }
      // The ceiling: distance grows toward the horizon.
      let far = 1 / (above + 0.1)
      let wind = moment.drift(speed: layer.speed)
      let middle = frame.width / 2 + moment.camera.turn
      // Texels a canvas pixel at distance 1.
      let scale = 0.044 / frame.unit
      let step = scale * far * row.step / layer.stretch
      let start = layer.offset.x + wind + (row.step / 2 - middle) * scale * far / layer.stretch
      let v = layer.offset.y + far * 72 + wind * 0.35
      let n = row.count
      let count = row.samples
      let towards = clamp(((moment.source?.x ?? middle) - middle) / frame.width, -1, 1)
      func look(_ du: Float, _ dv: Float, into out: UnsafeMutablePointer<Float>) {
        SharedTiles.cloud.run(
          v: v + dv, u: start + du, du: step, gain: 1, adding: false, into: out, count: n,
          scratch: scratch.start)
        SharedTiles.billow.run(
          v: v * 1.9 + 90 + dv * 1.9 + wind * 0.6, u: (start + du) * 1.9 + wind, du: step * 1.9,
          gain: layer.heap, adding: true,
          into: out, count: n, scratch: scratch.start)
        SharedTiles.cloud.run(
          v: v * 3.3 + 33 + dv * 3.3, u: (start + du) * 3.3 - wind * 0.8, du: step * 3.3, gain: 0.34,
          adding: true,
          into: out, count: n, scratch: scratch.start)
      }
      look(0, 0, into: density.start)
      // Toward the sun is up the ceiling for clouds above it, down for those below, and aside for those beside it.
      let sunY = moment.source?.y ?? 0
      let down = clamp((sunY - row.y) / (0.1 * frame.height), -1, 1)
      look(towards * 9, down * 7, into: sunward.start)

      var clouds = t2v_clouds()
      let fade = smoothstep(0.0, 0.1, above)
      // Seen edge-on, gaps close: open the far ceiling up.
      clouds.cover = layer.cover + 0.5 * layer.heap + 0.34 * (1 - smoothstep(0.02, 0.34, above))
      clouds.invSoft = 1 / (0.34 - 0.14 * layer.heap)
      clouds.opacity = 0.94 * fade
      clouds.relief = 1.25
      clouds.thickness = 0.9
      // Distance takes the colour of the sky behind.
      let haze = 1 - smoothstep(0.0, 0.14, above)
      let lit = layer.lit.mixed(stage.light.haze, haze * 0.55)
      let shade = layer.shade.mixed(stage.light.haze, haze * 0.6)
      (clouds.litR, clouds.litG, clouds.litB) = (lit.red, lit.green, lit.blue)
      (clouds.shadeR, clouds.shadeG, clouds.shadeB) = (shade.red, shade.green, shade.blue)
      if let source = moment.source {
        clouds.cx = source.x / row.step - 0.5
        let dy = (row.y - source.y) / row.step
        clouds.dy2 = dy * dy
        clouds.silver = moment.sun == nil ? 0.35 : 0.5
        clouds.silverK = 1 / (frame.unit * frame.unit * 60 * 60)
        clouds.clear = stage.shot.timeOfDay == .overcast ? 0.2 : 0.85
        let open = source.radius * 1.7 / row.step
        clouds.clearK = 1 / (open * open * open * open)
        let rim = stage.light.glow
        (clouds.silverR, clouds.silverG, clouds.silverB) = (rim.red, rim.green, rim.blue)
      }
      guard let alpha = row.alpha else { return }
      t2v_cloud_row(row.red, row.green, row.blue, alpha, count, density.start, sunward.start, &clouds)
    }
  }
}
