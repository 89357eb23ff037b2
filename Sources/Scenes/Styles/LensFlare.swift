import Directing

/// What a lens adds to a bright sun, and a low light to water: streaks, pale discs, glints.
struct LensFlare: Sendable {
  private let grid: StyleGrid
  private let hasWater: Bool
  private let seed: Int

  init(_ setting: StyleSetting) {
    grid = setting.grid
    hasWater = setting.isLandscape && setting.stage.shot.elements.contains { Stage.water.contains($0.kind) }
    seed = setting.stage.seed(871)
  }

  /// The planes of a frame.
  private struct Planes {
    let y, u, v: UnsafeMutablePointer<UInt8>
    let width, height: Int

    /// Lightens a pixel toward a colour.
    func add(_ column: Int, _ row: Int, _ amount: Float, _ tint: SIMD2<Float>) {
      let at = row * width + column
      y[at] = UInt8(Float(y[at]) + (235 - Float(y[at])) * amount)
      guard row & 1 == 0, column & 1 == 0 else { return }
      let chroma = (row / 2) * (width / 2) + column / 2
      u[chroma] = UInt8(mix(Float(u[chroma]), tint.x, amount * 0.7))
      v[chroma] = UInt8(mix(Float(v[chroma]), tint.y, amount * 0.7))
    }

    func luma(_ x: Float, _ y: Float) -> Float {
      let (column, row) = (Int(x), Int(y))
      guard column >= 0, column < width, row >= 0, row < height else { return 0 }
      return Float(self.y[row * width + column])
    }
  }

  private static let warm = SIMD2<Float>(104, 142)
  private static let cold = SIMD2<Float>(146, 116)
  private static let rose = SIMD2<Float>(124, 150)

  /// Draws over a finished frame.
  func draw(_ moment: StyleMoment, into out: inout FrameBuffer) {
    let (width, height) = (out.width, out.height)
    guard let source = moment.scene.source else { return }
    let step = Float(grid.step)
    let light = Composition.Disc(x: source.x * step, y: source.y * step, radius: source.radius * step)
    let horizon = moment.scene.horizon * step
    out.withPlanes { y, u, v in
      guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
      let planes = Planes(y: y, u: u, v: v, width: width, height: height)
      if hasWater { drawGlints(light, horizon, moment, planes) }
      guard moment.scene.sun != nil else { return }
      // As much as is seen of the sun.
      let reach = light.radius * 0.5
      let places: [SIMD2<Float>] = [
        .zero, SIMD2(-reach, 0), SIMD2(reach, 0), SIMD2(0, -reach), SIMD2(0, reach),
      ]
      let seen = places.reduce(Float(0)) {
        $0 + smoothstep(140, 205, planes.luma(light.x + $1.x, light.y + $1.y)) / 5
      }
      guard seen > 0.02 else { return }
      drawDiscs(light, seen, planes)
      let breath = 1 + 0.06 * moment.scene.swing(rate: 0.4)
      drawStar(
        light.x, light.y, long: Float(min(width, height)) * 0.5 * breath, thick: light.radius * 0.075,
        strength: 0.85 * seen, tint: Self.warm, planes)
    }
  }

  /// Two crossed streaks, the level one longer.
  private func drawStar(
    _ x: Float, _ y: Float, long: Float, thick: Float, strength: Float, tint: SIMD2<Float>, _ planes: Planes
  ) {
    for (isLevel, share) in [(true, Float(1)), (false, 0.62)] {
      let reach = long * share
      let side = max(1, thick * 2)
      let columns =
        isLevel
        ? span(x - reach, x + reach, planes.width) : span(x - side, x + side, planes.width)
      let rows =
        isLevel ? span(y - side, y + side, planes.height) : span(y - reach, y + reach, planes.height)
      for row in rows {
        for column in columns {
          let (dx, dy) = (abs(Float(column) + 0.5 - x), abs(Float(row) + 0.5 - y))
          let (along, across) = isLevel ? (dx / reach, dy) : (dy / reach, dx)
          guard along < 1 else { continue }
          // Thin toward its ends.
          let width = max(0.6, thick * (1 - along))
          let amount = (1 - along) * (1 - along) * clamp(1.3 - across / width, 0, 1) * strength
          if amount > 0.01 { planes.add(column, row, min(1, amount), tint) }
        }
      }
    }
  }

  /// Six-sided discs on the line from the sun through the middle of the picture.
  private func drawDiscs(_ light: Composition.Disc, _ seen: Float, _ planes: Planes) {
    let middle = SIMD2(Float(planes.width), Float(planes.height)) / 2
    let way = middle - SIMD2(light.x, light.y)
    let unit = grid.unit
    for (place, radius, strength, tint) in [
      (0.42, 34, 0.13, Self.warm), (0.68, 16, 0.20, Self.cold), (1.25, 60, 0.09, Self.cold),
      (1.52, 26, 0.15, Self.rose), (1.86, 104, 0.08, Self.warm),
    ] as [(Float, Float, Float, SIMD2<Float>)] {
      let at = SIMD2(light.x, light.y) + way * place
      let size = radius * unit
      for row in span(at.y - size, at.y + size, planes.height) {
        for column in span(at.x - size, at.x + size, planes.width) {
          let (dx, dy) = (abs(Float(column) + 0.5 - at.x) / size, abs(Float(row) + 0.5 - at.y) / size)
          let edge = max(dy / 0.866, dx + dy * 0.577)
          let cover = clamp((1 - edge) * size / 1.5, 0, 1)
          // A little brighter at its rim.
          let amount = cover * strength * (0.6 + 0.4 * edge * edge) * seen
          if amount > 0.004 { planes.add(column, row, amount, tint) }
        }
      }
    }
  }

  /// Small stars that come and go where water throws the light back.
  private func drawGlints(
    _ light: Composition.Disc, _ horizon: Float, _ moment: StyleMoment, _ planes: Planes
  ) {
    let unit = grid.unit
    let (wide, deep) = (Float(planes.width), Float(planes.height) - horizon)
    for index in 0..<30 {
      let chance = { (salt: Int) in hash(index, seed, salt) }
      let depth = 0.05 + 0.8 * chance(1) * chance(1)
      let x = light.x + (chance(2) - 0.5) * wide * (0.16 + 0.7 * depth)
      let y = horizon + deep * depth
      let swing = moment.scene.swing(rate: 0.25 + 0.35 * chance(3), offset: chance(4))
      let shine = power(max(0, swing), 5) * smoothstep(105, 175, planes.luma(x, y))
      guard shine > 0.05 else { continue }
      drawStar(
        x, y, long: unit * (16 + 34 * depth) * (0.5 + 0.5 * shine), thick: unit * (2 + 2.4 * depth),
        strength: shine, tint: SIMD2(124, 132), planes)
    }
  }
}
