import Directing

/// A net of triangles over the picture whose corners lie on what the scene shows.
struct FacetMesh: Sendable {
  /// How many triangles there are.
  let count: Int
  /// The triangle of each pixel of the picture, of its chroma, and of the scene.
  let ids: [UInt16]
  let chromaIDs: [UInt16]
  let sceneIDs: [UInt16]
  /// Pixels whose right neighbour lies in another triangle.
  let edges: [Int32]
  /// How much light each triangle catches, about 1.
  let shades: [Float]

  init(_ setting: StyleSetting) {
    let grid = setting.grid
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    // Cells small enough for shapes and few enough for two bytes.
    let cell = max(6, 44 * grid.unit)
    let (columns, rows) = (Int(Float(width) / cell) + 2, Int(Float(height) / cell) + 2)
    let seed = Int(truncatingIfNeeded: setting.stage.shot.seed & 0xFFFF)
    let all = setting.samples.map { Slopes($0) }
    let slopes = all[all.count / 2]
    let toScene = 1 / Float(grid.step)
    var corners: [SIMD2<Float>] = []
    for row in 0...rows {
      for column in 0...columns {
        let home = SIMD2(Float(column) - 0.5, Float(row) - 0.5) * cell
        var best =
          home + SIMD2(hash(column, row, seed) - 0.5, hash(column, row, seed + 1) - 0.5) * cell * 0.62
        var most: Float = 5
        // A corner moves to the clearest edge within its cell.
        for j in -2...2 {
          for i in -2...2 {
            let place = home + SIMD2(Float(i), Float(j)) * cell * 0.18
            let strength = slopes.at(place.x * toScene, place.y * toScene).strength
            if strength > most {
              most = strength
              best = place
            }
          }
        }
        corners.append(best)
      }
    }
    let horizon = setting.stage.composition.horizon / setting.stage.height * Float(height) * 0.8
    var ids = [UInt16](repeating: 0, count: width * height)
    var shades: [Float] = []
    /// Splits a triangle where something small is seen or passes.
    func triangle(_ a: SIMD2<Float>, _ b: SIMD2<Float>, _ c: SIMD2<Float>, _ splits: Int = 0) {
      // Of clouds a triangle shows one tone; what flies or stands before them has clearer edges.
      let isSky = setting.isLandscape && max(a.y, b.y, c.y) < horizon
      let limit: Float = isSky ? 26 : splits == 0 ? 7 : 11
      let (one, two) = ((b - a) * toScene, (c - a) * toScene)
      // One that is split further would have no pixel of the scene to take its colour from.
      if splits < 2, shades.count < 50_000, abs(one.x * two.y - one.y * two.x) > 110 {
        let (ab, bc, ca) = ((a + b) / 2, (b + c) / 2, (c + a) / 2)
        let places = [ab, bc, ca, (a + b + c) / 3]
        let detail =
          all.map { slopes in
            places.reduce(Float(0)) { max($0, slopes.at($1.x * toScene, $1.y * toScene).strength) }
          }.max() ?? 0
        if detail > limit {
          triangle(a, ab, ca, splits + 1)
          triangle(ab, b, bc, splits + 1)
          triangle(ca, bc, c, splits + 1)
          triangle(ab, bc, ca, splits + 1)
          return
        }
      }
      let number = UInt16(min(65_535, shades.count))
      shades.append(1 + 0.12 * (hash(shades.count, seed, 3) - 0.5))
      let low = pointwiseMin(a, pointwiseMin(b, c))
      let high = pointwiseMax(a, pointwiseMax(b, c))
      let top = max(0, Int(low.y))
      let bottom = min(height - 1, Int(max(0, high.y)) + 1)
      guard top <= bottom, high.x >= 0, low.x < Float(width) else { return }
      for row in top...bottom {
        let y = Float(row) + 0.5
        var left = Float.infinity
        var right = -Float.infinity
        for (p, q) in [(a, b), (b, c), (c, a)] where (p.y <= y) != (q.y <= y) {
          let x = p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y)
          left = min(left, x)
          right = max(right, x)
        }
        guard left < right else { continue }
        let from = max(0, Int((left - 0.5).rounded(.up)))
        let to = min(width, Int((right - 0.5).rounded(.up)))
        if from < to { for column in from..<to { ids[row * width + column] = number } }
      }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let at = row * (columns + 1) + column
        let (a, b) = (corners[at], corners[at + 1])
        let (c, d) = (corners[at + columns + 1], corners[at + columns + 2])
        // The shorter way across makes the fuller triangles.
        let (one, two) = (a - d, b - c)
        if (one * one).sum() < (two * two).sum() {
          triangle(a, b, d)
          triangle(a, d, c)
        } else {
          triangle(a, b, c)
          triangle(b, d, c)
        }
      }
    }
    var chroma = [UInt16](repeating: 0, count: width * height / 4)
    for row in 0..<(height / 2) {
      for column in 0..<(width / 2) { chroma[row * (width / 2) + column] = ids[row * 2 * width + column * 2] }
    }
    let scene = grid.scene
    var small = [UInt16](repeating: 0, count: scene.width * scene.height)
    for row in 0..<scene.height {
      for column in 0..<scene.width {
        let x = min(width - 1, column * grid.step + grid.step / 2)
        let y = min(height - 1, row * grid.step + grid.step / 2)
        small[row * scene.width + column] = ids[y * width + x]
      }
    }
    var edges: [Int32] = []
    for row in 0..<height {
      for column in 0..<(width - 1) where ids[row * width + column] != ids[row * width + column + 1] {
        edges.append(Int32(row * width + column))
      }
    }
    count = shades.count
    self.ids = ids
    self.shades = shades
    self.edges = edges
    chromaIDs = chroma
    sceneIDs = small
  }
}
