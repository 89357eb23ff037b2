import CKernels
import Directing

/// Clouds of glowing gas in space: noise warped by noise, lit in two or three colours (a soft layer).
struct NebulaLayer: SceneLayer {
  let stage: Stage
  /// Whether it glows in the sky of a landscape instead of filling space.
  var inSky = false

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let inSky: Bool
    private let us, vs, first, second, third: RowStore
    private let colours: [RGB]

    init(_ layer: NebulaLayer, _ moment: Moment) {
      stage = layer.stage
      self.moment = moment
      inSky = layer.inSky
      func store() -> RowStore { RowStore(width: layer.stage.quarterWidth) }
      (us, vs, first, second, third) = (store(), store(), store(), store(), store())
      let sets: [[UInt32]] = [
        [0x8A2BE2, 0xFF5E9C, 0x2AB7CA], [0x2456C8, 0x43D3C4, 0xF2A65A], [0xC2355B, 0xFF9E4F, 0x4C5BD4],
      ]
      if let own = layer.stage.colour(.nebula) ?? layer.stage.shot.tint.map({ RGB($0) }) {
        colours = [own, own.mixed(RGB(1), 0.4), RGB(own.blue, own.red, own.green)]
      } else {
        colours = sets[Int(hash(layer.stage.seed(0x4EB)) * 3) % 3].map { RGB(hex: $0) }
      }
    }

    var hidesRows: Bool { !inSky }
    func hidesBackground(row: Int) -> Bool { !inSky }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let keep: Float = inSky ? 1 : 0
      let share = inSky ? 0.75 * smoothstep(0, 0.5, (moment.horizon - row.y) / frame.horizon) : 1
      guard share > 0 else { return }
      let seed = Float(stage.seed(0x4EC) & 255)
      let speed = Float(stage.shot.element(.nebula)?.speed ?? 1)
      let a = moment.drift(speed: 1.6 * speed)
      let zoom = 1 - 0.8 * moment.camera.zoom
      let scale = 0.062 / frame.unit * zoom / Float(stage.shot.element(.nebula)?.size ?? 1)
      let n = row.count
      let y = (row.y - frame.height / 2 - moment.camera.tilt) * scale
      for column in 0..<n {
        us.start[column] =
          ((Float(column) + 0.5) * row.step - frame.width / 2 - moment.camera.turn) * scale + seed
        vs.start[column] = y + 90
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: first.start, count: n)
      for column in 0..<n {
        us.start[column] = (us.start[column] + 30 * first.start[column] + a) * 2
        vs.start[column] = (vs.start[column] - 24 * first.start[column] + a * 0.5) * 2
      }
      SharedTiles.cloud.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: second.start, count: n)
      for column in 0..<n {
        us.start[column] = us.start[column] * 1.6 + 40 * second.start[column]
        vs.start[column] = vs.start[column] * 1.6 + 60
      }
      SharedTiles.cloud.scatter(u: us.start, v: vs.start, gain: 1, adding: false, into: third.start, count: n)
      let tilt: Float = 0.5
      for column in 0..<n {
        let x = ((Float(column) + 0.5) * row.step / frame.width - 0.5) * 2
        let yy = (row.y / frame.height - 0.45) * 2
        // The gas lies along a band across the picture.
        let off = x * 0.75 - yy * tilt
        let band = exponential(-off * off * 0.9)
        let mass =
          clamp(
            0.72 + first.start[column] * 0.7 + second.start[column] * 0.55 + third.start[column] * 0.22, 0,
            1.3) * band
        let dust = clamp(0.42 - second.start[column] * 1.3 - third.start[column] * 0.5, 0, 1)
        let light = mass * mass * (1.15 - 0.85 * dust)
        let hue = clamp(0.5 + 0.9 * first.start[column], 0, 1)
        let core = power(max(0, mass - 0.6), 2) * 1.1 * (1 - dust)
        let base = colours[0].mixed(colours[2], hue)
        row.red[column] =
          row.red[column] * keep + (0.012 + base.red * light * 0.78 + colours[1].red * core) * share
        row.green[column] =
          row.green[column] * keep + (0.014 + base.green * light * 0.78 + colours[1].green * core) * share
        row.blue[column] =
          row.blue[column] * keep + (0.035 + base.blue * light * 0.78 + colours[1].blue * core) * share
      }
    }
  }
}

/// A planet with bands or continents, an atmosphere at its lit edge, and perhaps a ring; it turns.
struct PlanetLayer: SceneLayer {
  private let stage: Stage
  private let banded: Bool
  private let hasRings: Bool
  private let colours: [RGB]
  private let centre: SIMD2<Float>
  private let radius: Float

  init(stage: Stage) {
    self.stage = stage
    let element = stage.shot.element(.planet)
    let seed = stage.seed(0x91A)
    hasRings = element?.hasRings ?? false
    banded = hasRings || hash(seed, 1) < 0.6
    let sets: [[UInt32]] = [
      [0xE8C9A0, 0xC08552, 0x7A4B32], [0x8FC1E3, 0x31708E, 0x5085A5], [0xD9A5B3, 0x7D5A8C, 0x3B2E5A],
    ]
    colours =
      stage.colour(.planet).map { [$0.mixed(RGB(1), 0.35), $0, $0 * 0.5] }
      ?? sets[hasRings ? 0 : Int(hash(seed, 2) * 3) % 3].map { RGB(hex: $0) }
    let frame = stage.composition
    radius = min(frame.width * 0.34, frame.height * 0.3) * (hasRings ? 0.62 : 1) * Float(element?.size ?? 1)
    centre = SIMD2(
      frame.width * (0.5 + 0.3 * Float(element?.place ?? 0)), frame.height * mix(0.36, 0.46, frame.breadth))
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: PlanetLayer
    private let moment: Moment
    private let spin: Float

    init(_ layer: PlanetLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      spin = moment.drift(speed: 4 * Float(layer.stage.shot.element(.planet)?.speed ?? 1))
    }

    /// Bands of dust and ice around the planet, seen from a little above: the far half of them, or the near one.
    private func paintRings(_ row: PixelRow, cx: Float, cy: Float, radius: Float, isBehind: Bool) {
      let outer: Float = 2.25
      let dy = (row.y - cy) / radius
      guard abs(dy) < outer * 0.7 else { return }
      let from = max(0, Int(cx - radius * outer))
      let to = min(row.count, Int(max(0, cx + radius * outer)))
      guard from < to else { return }
      let seed = layer.stage.seed(0x91C)
      for column in from..<to {
        let dx = (Float(column) + 0.5 - cx) / radius
        // They lean as the axis does.
        let along = dx * 0.94 + dy * 0.34
        let across = (dy * 0.94 - dx * 0.34) / 0.26
        guard (across < 0) == isBehind else { continue }
        let distance = (along * along + across * across).squareRoot()
        guard distance > 1.24, distance < outer else { continue }
        let bands = 0.5 + 0.5 * Noise.line(distance * 9, octaves: 3, seed: seed)
        // Cassini's gap.
        let gap = smoothstep(0.015, 0.045, abs(distance - 1.92))
        let edge = smoothstep(1.24, 1.36, distance) * smoothstep(outer, outer - 0.06, distance)
        // The planet's shadow falls on the far half.
        let shadow: Float = isBehind && along > 0.1 && along < 1.15 ? 0.25 : 1
        let amount = edge * gap * (0.30 + 0.62 * bands)
        let colour = layer.colours[0].mixed(layer.colours[1], 0.6 * (1 - bands)) * (0.92 * shadow)
        row.red[column] += (colour.red - row.red[column]) * amount
        row.green[column] += (colour.green - row.green[column]) * amount
        row.blue[column] += (colour.blue - row.blue[column]) * amount
      }
    }

    func paint(_ row: PixelRow) {
      let radius = layer.radius * (1 + moment.camera.zoom * 0.6)
      let cy = layer.centre.y + moment.camera.tilt
      let cx = layer.centre.x + moment.camera.turn
      let dy = (row.y - cy) / radius
      if layer.hasRings { paintRings(row, cx: cx, cy: cy, radius: radius, isBehind: true) }
      defer { if layer.hasRings { paintRings(row, cx: cx, cy: cy, radius: radius, isBehind: false) } }
      guard abs(dy) < 1.5 else { return }
      let seed = Float(layer.stage.seed(0x91B) & 255)
      let toLight = SIMD3<Float>(-0.62, -0.5, 0.6)
      let glow = layer.colours[0].mixed(RGB(0.5, 0.75, 1), 0.6)
      let from = max(0, Int(cx - radius * 1.5))
      let to = min(row.count, Int(max(0, cx + radius * 1.5)))
      guard from < to else { return }
      for column in from..<to {
        let dx = (Float(column) + 0.5 - cx) / radius
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance > 1 {
          // Air beyond the edge, on the lit side.
          let side = max(0, (-0.78 * dx - 0.62 * dy) / distance)
          let air = exponential(-(distance - 1) * 22) * side * 0.75
          row.red[column] += glow.red * air
          row.green[column] += glow.green * air
          row.blue[column] += glow.blue * air
          if distance > 1 + 1.5 / radius { continue }
        }
        let coverage = clamp((1 - distance) * radius + 0.5, 0, 1)
        guard coverage > 0 else { continue }
        let z = max(0, 1 - distance * distance).squareRoot()
        // The axis leans a little.
        let ax = dx * 0.94 + dy * 0.34
        let ay = dy * 0.94 - dx * 0.34
        let longitude = arcTurns(ax, max(0.02, z)) * 512 + spin
        let swirl = SharedTiles.cloud.sample(longitude + seed, ay * 120 + 200)
        var surface: RGB
        if layer.banded {
          let belt = Noise.line(ay * 5.5 + swirl * 0.22, octaves: 3, seed: Int(seed))
          surface = layer.colours[1].mixed(layer.colours[0], clamp(0.5 + belt * 0.9, 0, 1))
          surface = surface.mixed(layer.colours[2], clamp(-belt * 1.2 - 0.1 + swirl * 0.3, 0, 0.8))
        } else {
          let land = smoothstep(0.0, 0.12, swirl)
          let cloud = smoothstep(
            0.1, 0.5, SharedTiles.cloud.sample(longitude * 1.6 + seed * 2 + spin * 0.4, ay * 190))
          surface = layer.colours[2].mixed(layer.colours[1], land).mixed(RGB(0.95), cloud * 0.75)
        }
        let lambert = max(0, dx * toLight.x + dy * toLight.y + z * toLight.z)
        let light = 0.015 + 1.05 * power(lambert, 0.9)
        let rim = power(1 - z, 3) * lambert * 0.9
        let red = surface.red * light + glow.red * rim
        let green = surface.green * light + glow.green * rim
        let blue = surface.blue * light + glow.blue * rim
        row.red[column] += (red - row.red[column]) * coverage
        row.green[column] += (green - row.green[column]) * coverage
        row.blue[column] += (blue - row.blue[column]) * coverage
      }
    }
  }
}
