import CKernels
import Directing

/// The deep seen from within: light from above, shafts that sway, and the net of bright lines near the surface (a soft layer).
struct UnderwaterLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let shafts: [Float]
    private let us, vs, net, other: RowStore
    private let top: RGB
    private let deep: RGB

    init(_ layer: UnderwaterLayer, _ moment: Moment) {
      stage = layer.stage
      self.moment = moment
      func store() -> RowStore { RowStore(width: layer.stage.quarterWidth) }
      (us, vs, net, other) = (store(), store(), store(), store())
      let own = layer.stage.colour(.underwater)
      let day = 1 - 0.65 * layer.stage.light.stars
      top = (own?.mixed(RGB(1), 0.3) ?? RGB(0.28, 0.78, 0.86)) * day
      deep = (own.map { $0 * 0.16 } ?? RGB(0.01, 0.10, 0.22)) * day
      let t = moment.drift(speed: 7)
      // Shafts spread from a point above the picture: brightness by slope, as the kernel looks it up.
      shafts = (0...1024).map { step in
        let place = clamp((Float(step) - 512) / 512, -0.998, 0.998)
        let slope = place / (1 - abs(place))
        let angle = clamp(0.5 + arcTurns(slope, 1) * 1.7, 0, 1)
        let wide = SharedTiles.smooth.sample(angle * 150 + t * 0.5, 10 + t * 0.4)
        let fine = SharedTiles.smooth.sample(angle * 420 - t * 0.8, 120 + t * 0.3)
        return clamp(0.2 + wide * 0.9 + fine * 0.45, 0, 1.2)
      }
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let depth = clamp(row.y / frame.height, -0.1, 1.1)
      let base = top.mixed(deep, power(clamp(depth, 0, 1), 0.62))
      row.fill(base)
      let n = row.count
      let sourceX = frame.width * 0.38 + moment.camera.turn
      let sourceY = -frame.height * 0.22
      var light = t2v_shafts()
      (light.x, light.step) = (row.step * 0.5 - sourceX, row.step)
      light.away = 1 / max(1, row.y - sourceY)
      light.wide = 1 / (frame.width * 0.7)
      light.strength = 0.5 * exponential(-max(0, depth) * 2)
      light.glow = 0.34 * exponential(-max(0, depth) * 6)
      shafts.withUnsafeBufferPointer { shafts in
        guard let shafts = shafts.baseAddress else { return }
        t2v_shafts_row(row.red, row.green, row.blue, row.samples, shafts, &light)
      }
      // The bright net on the surface above, in perspective.
      let near = 0.24 - depth
      guard near > 0 else { return }
      let z = 1 / (near + 0.05)
      let scale = 0.018 * z / frame.unit
      let t = moment.drift(speed: 12)
      for column in 0..<n {
        us.start[column] = ((Float(column) + 0.5) * row.step - frame.width / 2) * scale
        vs.start[column] = z * 9 + t
      }
      SharedTiles.smooth.scatter(u: us.start, v: vs.start, gain: 1, adding: false, into: net.start, count: n)
      for column in 0..<n {
        us.start[column] = us.start[column] * 1.3 + 70 - t * 0.6
        vs.start[column] = vs.start[column] * 1.1 + 33
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: other.start, count: n)
      let fade = smoothstep(0, 0.14, near) * 0.75
      for column in 0..<n {
        let line = 1 - min(1, abs(net.start[column] + other.start[column] * 0.8) * 3.2)
        let light = line * line * fade
        row.red[column] += 0.7 * light
        row.green[column] += light
        row.blue[column] += 0.95 * light
      }
    }
  }

  /// Bubbles that rise and specks that drift.
  static func bubbles(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let seed = stage.seed(0xB0B)
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<110).map { number in
        let speck = number >= 35
        let index = moment.kin(of: number)
        let near = hash(index, seed, 1)
        let reach = frame.height * 1.2
        let rise = (speck ? mix(4, 20, near) : mix(70, 190, near)) * frame.unit
        let place = moment.place(of: number, among: 110, rate: rise / reach, offset: hash(index, seed, 2))
        let y = frame.height * 1.1 - place * reach
        let x =
          (speck ? hash(index, seed, 3) : 0.2 + 0.6 * hash(index / 6, seed, 3) + 0.05 * hash(index, seed, 5))
          * frame.width
          + moment.swing(rate: 0.4, offset: hash(index, seed, 4)) * 9 * frame.unit
          + 0.2 * frame.width * moment.wander(at: place, offset: hash(index, seed, 6))
        let radius = (speck ? mix(0.8, 2.6, near) : mix(2, 8, near * near)) * frame.unit
        return Marks.Mark(
          x: x, y: y, radius: radius * 0.7, softness: speck ? radius * 1.8 : radius * 0.6,
          colour: RGB(0.75, 0.95, 1),
          opacity: speck ? 0.22 : 0.3, isLight: true)
      }
    }
  }
}
