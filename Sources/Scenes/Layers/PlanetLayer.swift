import CKernels
import Directing

/// A planet with bands or continents, an atmosphere at its lit edge, and perhaps rings; it turns.
///
/// Its ground and its rings are drawn once; a frame looks up what is seen of them.
struct PlanetLayer: SceneLayer {
  private let stage: Stage
  private let hasRings: Bool
  private let colours: [RGB]
  private let centre: SIMD2<Float>
  private let radius: Float
  /// Red, green and blue of the ground: longitude across, a turn in all; from the north pole down.
  private let ground: [Tile]
  /// Colour and opacity of the rings, from the planet's middle outward to ``outer``.
  private let rings: [SIMD4<Float>]

  private static let side = 512
  /// Where the rings end, in radii of the planet.
  private static let outer: Float = 2.25

  init(stage: Stage) {
    self.stage = stage
    let element = stage.shot.element(.planet)
    let seed = stage.seed(0x91A)
    hasRings = element?.hasRings ?? false
    let isBanded = hasRings || hash(seed, 1) < 0.6
    let sets: [[UInt32]] = [
      [0xE8C9A0, 0xC08552, 0x7A4B32], [0x8FC1E3, 0x31708E, 0x5085A5], [0xD9A5B3, 0x7D5A8C, 0x3B2E5A],
    ]
    let colours =
      stage.colour(.planet).map { [$0.mixed(RGB(1), 0.35), $0, $0 * 0.5] }
      ?? sets[hasRings ? 0 : Int(hash(seed, 2) * 3) % 3].map { RGB(hex: $0) }
    self.colours = colours
    let frame = stage.composition
    radius =
      min(frame.width * 0.34, frame.height * 0.3) * (hasRings ? 0.62 : 1) * Float(element?.size ?? 1)
    centre = SIMD2(
      frame.width * (0.5 + 0.3 * Float(element?.place ?? 0)), frame.height * mix(0.36, 0.46, frame.breadth))
    ground = Self.ground(colours, isBanded: isBanded, seed: stage.seed(0x91B) & 255)
    rings = hasRings ? Self.rings(colours, seed: stage.seed(0x91C)) : []
  }

  private static func ground(_ colours: [RGB], isBanded: Bool, seed: Int) -> [Tile] {
    let rows = inParallel(side) { row -> [RGB] in
      let latitude = Float(row) / Float(side) * 2 - 1
      return (0..<side).map { column in
        let longitude = Float(column)
        let swirl = SharedTiles.cloud.sample(longitude + Float(seed), latitude * 120 + 200)
        if isBanded {
          let belt = Noise.line(latitude * 5.5 + swirl * 0.22, octaves: 3, seed: seed)
          let surface = colours[1].mixed(colours[0], clamp(0.5 + belt * 0.9, 0, 1))
          return surface.mixed(colours[2], clamp(-belt * 1.2 - 0.1 + swirl * 0.3, 0, 0.8))
        }
        let land = smoothstep(0.0, 0.12, swirl)
        // A whole number of clouds' tiles goes round.
        let cloud = smoothstep(
          0.1, 0.5, SharedTiles.cloud.sample(longitude * 2 + Float(seed) * 2, latitude * 190))
        return colours[2].mixed(colours[1], land).mixed(RGB(0.95), cloud * 0.75)
      }
    }
    let all = rows.flatMap { $0 }
    return [\RGB.red, \RGB.green, \RGB.blue].map { channel in
      Tile(width: side, height: side, all.map { $0[keyPath: channel] })
    }
  }

  private static func rings(_ colours: [RGB], seed: Int) -> [SIMD4<Float>] {
    (0..<1024).map { index in
      let distance = Float(index) / 1024 * outer
      let bands = 0.5 + 0.5 * Noise.line(distance * 9, octaves: 3, seed: seed)
      // Cassini's gap.
      let gap = smoothstep(0.015, 0.045, abs(distance - 1.92))
      let edge = smoothstep(1.24, 1.36, distance) * smoothstep(outer, outer - 0.06, distance)
      let colour = colours[0].mixed(colours[1], 0.6 * (1 - bands)) * 0.92
      return SIMD4(colour.red, colour.green, colour.blue, edge * gap * (0.30 + 0.62 * bands))
    }
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: PlanetLayer
    private let spin: Float
    private let radius: Float
    private let centre: SIMD2<Float>
    private let glow: RGB
    private let across: RowStore
    private let down: RowStore
    private let height: RowStore
    private let light: RowStore
    private let seen: [RowStore]

    init(_ layer: PlanetLayer, _ moment: Moment) {
      self.layer = layer
      spin = moment.drift(speed: 4 * Float(layer.stage.shot.element(.planet)?.speed ?? 1))
      radius = layer.radius * (1 + moment.camera.zoom * 0.6)
      centre = layer.centre + SIMD2(moment.camera.turn, moment.camera.tilt)
      glow = layer.colours[0].mixed(RGB(0.5, 0.75, 1), 0.6)
      let width = layer.stage.canvas.width
      across = RowStore(width: width)
      down = RowStore(width: width)
      height = RowStore(width: width)
      light = RowStore(width: width)
      seen = (0..<3).map { _ in RowStore(width: width) }
    }

    func paint(_ row: PixelRow) {
      if layer.hasRings { paintRings(row, isBehind: true) }
      let dy = (row.y - centre.y) / radius
      if abs(dy) < 1.25 {
        paintAir(row, dy: dy)
        paintBall(row, dy: dy)
      }
      if layer.hasRings { paintRings(row, isBehind: false) }
    }

    /// The columns whose middle is at most so many radii from the planet's.
    private func columns(_ row: PixelRow, within reach: Float) -> Range<Int> {
      let from = max(0, Int(centre.x - radius * reach))
      return from..<max(from, min(row.count, Int(max(0, centre.x + radius * reach)) + 1))
    }

    /// Air beyond the edge, on the lit side.
    private func paintAir(_ row: PixelRow, dy: Float) {
      // Within the disc there is nothing to do.
      let inner = (max(0, 0.98 - dy * dy)).squareRoot() * radius
      for column in columns(row, within: 1.25) where abs(Float(column) + 0.5 - centre.x) >= inner {
        let dx = (Float(column) + 0.5 - centre.x) / radius
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance > 1, distance < 1.25 else { continue }
        let side = -0.78 * dx - 0.62 * dy
        guard side > 0 else { continue }
        let air = exponential(-(distance - 1) * 22) * side / distance * 0.75
        row.red[column] += glow.red * air
        row.green[column] += glow.green * air
        row.blue[column] += glow.blue * air
      }
    }

    private func paintBall(_ row: PixelRow, dy: Float) {
      let reach = max(0, 1 + 1.5 / radius - abs(dy))
      guard reach > 0 else { return }
      let wide = max(0, square(1 + 1.5 / radius) - dy * dy).squareRoot()
      let columns = columns(row, within: wide)
      let count = columns.count
      guard count > 0 else { return }
      let (depth, lit) = (height.start, light.start)
      let inverse = 1 / radius
      let first = (Float(columns.lowerBound) + 0.5 - centre.x) * inverse
      for index in 0..<count {
        let dx = first + Float(index) * inverse
        let z = max(0, 1 - dx * dx - dy * dy).squareRoot()
        depth[index] = z
        lit[index] = max(0, z * 0.6 - dx * 0.62 - dy * 0.5)
      }
      // The day's side of a row is in one piece; of the night's nothing is seen.
      let dawn = (0..<count).first { lit[$0] > 0 } ?? count
      let day = dawn..<(((dawn..<count).last { lit[$0] > 0 } ?? dawn - 1) + 1)
      let side = Float(PlanetLayer.side)
      let (u, v) = (across.start, down.start)
      for index in day {
        let dx = first + Float(index) * inverse
        // The axis leans a little.
        u[index - dawn] = Self.turns(dx * 0.94 + dy * 0.34, max(0.02, depth[index])) * side + spin
        v[index - dawn] = clamp((dy * 0.94 - dx * 0.34 + 1) / 2, 0.004, 0.996) * side
      }
      for (tile, out) in zip(layer.ground, seen) where !day.isEmpty {
        tile.scatter(u: u, v: v, gain: 1, adding: false, into: out.start + dawn, count: day.count)
      }
      let (red, green, blue) = (seen[0].start, seen[1].start, seen[2].start)
      for index in 0..<count {
        let column = columns.lowerBound + index
        let dx = first + Float(index) * inverse
        let coverage = clamp((1 - (dx * dx + dy * dy).squareRoot()) * radius + 0.5, 0, 1)
        let lambert = lit[index]
        guard lambert > 0 else {
          let keep = 1 - coverage
          row.red[column] *= keep
          row.green[column] *= keep
          row.blue[column] *= keep
          continue
        }
        let shade = 1.05 * lambert * (1.12 - 0.12 * lambert)
        let edge = 1 - depth[index]
        let rim = edge * edge * edge * lambert * 0.9
        row.red[column] += (red[index] * shade + glow.red * rim - row.red[column]) * coverage
        row.green[column] += (green[index] * shade + glow.green * rim - row.green[column]) * coverage
        row.blue[column] += (blue[index] * shade + glow.blue * rim - row.blue[column]) * coverage
      }
    }

    /// The turns from straight ahead to a place to the side on the near half of a ball, -¼ to ¼.
    private static func turns(_ x: Float, _ z: Float) -> Float {
      let isSteep = abs(x) > z
      let t = isSteep ? z / x : x / z
      let t2 = t * t
      // Hastings' polynomial, good to 0.0001.
      let angle = t * (0.99978 + t2 * (-0.32580 + t2 * (0.15550 - t2 * 0.04432))) / (2 * .pi)
      return isSteep ? (x < 0 ? -0.25 : 0.25) - angle : angle
    }

    /// Bands of dust and ice around the planet, seen from a little above: the far half of them, or the near one.
    private func paintRings(_ row: PixelRow, isBehind: Bool) {
      let dy = (row.y - centre.y) / radius
      guard abs(dy) < PlanetLayer.outer * 0.7 else { return }
      let columns = columns(row, within: PlanetLayer.outer)
      layer.rings.withUnsafeBufferPointer { rings in
        for column in columns {
          let dx = (Float(column) + 0.5 - centre.x) / radius
          // They lean as the axis does.
          let along = dx * 0.94 + dy * 0.34
          let upward = (dy * 0.94 - dx * 0.34) / 0.26
          guard (upward < 0) == isBehind else { continue }
          let distance = (along * along + upward * upward).squareRoot()
          guard distance > 1.24, distance < PlanetLayer.outer else { continue }
          let ring = rings[min(1023, Int(distance * (1024 / PlanetLayer.outer)))]
          // The planet's shadow falls on the far half.
          let shadow: Float = isBehind && along > 0.1 && along < 1.15 ? 0.25 : 1
          row.red[column] += (ring.x * shadow - row.red[column]) * ring.w
          row.green[column] += (ring.y * shadow - row.green[column]) * ring.w
          row.blue[column] += (ring.z * shadow - row.blue[column]) * ring.w
        }
      }
    }
  }
}
