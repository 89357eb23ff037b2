import CKernels
import Directing

/// A tunnel flown through: rings of panels that come out of the depth, tubes of light, and daylight at the far end.
struct TunnelLayer: SceneLayer {
  private let stage: Stage
  private let tones: [Float]
  /// 64 colours of light, all red first.
  private let lamps: [Float]
  private let wall: RGB
  private let end: RGB
  /// A ring of light each so many rings.
  private static let every = 2
  /// Rings after which panels and lights repeat.
  private static let period: Float = 32

  init(stage: Stage) {
    self.stage = stage
    let seed = stage.seed(0x7A)
    tones = (0..<1024).map { index in
      let chance = hash(index, seed)
      return chance > 0.93 ? 1.5 : chance < 0.12 ? 0.42 : 0.62 + 0.4 * hash(index, seed, 2)
    }
    let families: [[UInt32]] = [
      [0x21D4FD, 0x3B82FF, 0x7A4DFF, 0xC03BFF, 0xFF3FB4, 0xC03BFF, 0x7A4DFF, 0x3B82FF],
      [0xFF9A3D, 0xFF5F4A, 0xFF3F7F, 0xC43DDB, 0x6A4BFF, 0xC43DDB, 0xFF3F7F, 0xFF5F4A],
      [0x2BF5C8, 0x1FC8F0, 0x2F86FF, 0x5A55F5, 0x2F86FF, 0x1FC8F0],
    ]
    let named = stage.colours(.tunnel)
    let colours: [RGB] =
      if named.count > 1 {
        named
      } else if let own = named.first ?? stage.shot.tint.map({ RGB($0) }) {
        [
          own.withLuma(clamp(own.luma, 0.25, 0.7)), own.mixed(RGB(1), 0.35),
          own.withLuma(clamp(own.luma, 0.2, 0.5)),
        ]
      } else {
        families[Int(hash(seed, 3) * Float(families.count)) % families.count].map { RGB(hex: $0) }
      }
    // The lights go round their colours once in all panels' period.
    let ring = (0..<64).map { index in
      let place = Float(index % 16) / 16 * Float(colours.count)
      let lower = Int(place) % colours.count
      return colours[lower].mixed(colours[(lower + 1) % colours.count], place - place.rounded(.down))
    }
    lamps = ring.map(\.red) + ring.map(\.green) + ring.map(\.blue)
    let mean = colours.reduce(RGB(0)) { $0 + $1 } * (1 / Float(colours.count))
    wall = mean.withLuma(0.13).mixed(RGB(0.11, 0.12, 0.17), 0.5)
    end = mean.mixed(RGB(1, 0.97, 0.92), 0.72)
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: TunnelLayer
    private var tunnel: t2v_tunnel
    private let middle: Float

    init(_ layer: TunnelLayer, _ moment: Moment) {
      self.layer = layer
      let frame = moment.composition
      let element = layer.stage.shot.element(.tunnel)
      let size = Float(element?.size ?? 1) * frame.unit
      let speed = Float(element?.speed ?? 1) * (0.7 + 0.8 * layer.stage.energy)
      let beat = layer.stage.pulse.strength(at: moment.time)
      let run = moment.travel(speed: 1.7 * speed, period: TunnelLayer.period)
      let fog = layer.end.withLuma(0.20)
      // The way winds; the eye leads into the bend.
      let bendX = 120 * moment.swing(rate: 0.10, offset: 0.1) + 46 * moment.swing(rate: 0.17)
      let bendY = 130 * moment.swing(rate: 0.08, offset: 0.35)
      middle = frame.height * 0.48 - bendY * 0.35 * frame.unit
      tunnel = t2v_tunnel(
        x: 0.5 - frame.width * 0.5 + bendX * 0.35 * frame.unit, dy: 0, bendX: bendX * frame.unit,
        bendY: bendY * frame.unit, bendK: 1 / square(280 * size), radius: 640 * size, rings: 1.6,
        run: run - (run / TunnelLayer.period).rounded(.down) * TunnelLayer.period,
        turn: moment.turns(rate: 0.018 * speed) + 1, panels: 24, every: Int32(TunnelLayer.every), fog: 11,
        endK: 1 / square(58 * size), end: 1.5, light: 0.62 + 0.5 * beat, wallR: layer.wall.red,
        wallG: layer.wall.green, wallB: layer.wall.blue, fogR: fog.red, fogG: fog.green, fogB: fog.blue,
        endR: layer.end.red, endG: layer.end.green, endB: layer.end.blue)
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      var tunnel = tunnel
      tunnel.dy = row.y - middle
      layer.tones.withUnsafeBufferPointer { tones in
        layer.lamps.withUnsafeBufferPointer { lamps in
          guard let tones = tones.baseAddress, let lamps = lamps.baseAddress else { return }
          t2v_tunnel_row(row.red, row.green, row.blue, row.samples, tones, lamps, &tunnel)
        }
      }
    }
  }
}
