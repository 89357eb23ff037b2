import Directing

/// Where paint covers the paper: a sheet with bare, ragged margins.
struct PaintMask: Sendable {
  /// 1 for paint, 0 for paper, at the size of the scene.
  let luma: FloatPlane
  /// The same at the size of the scene's chroma.
  let chroma: FloatPlane

  /// - Parameters:
  ///   - margin: width of the bare paper, in shares of the shorter side.
  ///   - ragged: how far the edge wanders, in shares of the margin.
  ///   - thin: how bare a place inside the sheet is, 0 to 1.
  init(
    _ grid: StyleGrid, margin: Float, ragged: Float, softness: Float, seed: Int,
    thin: (_ x: Float, _ y: Float) -> Float = { _, _ in 0 }
  ) {
    let (width, height) = (Float(grid.scene.width), Float(grid.scene.height))
    let side = min(width, height)
    luma = FloatPlane(width: grid.scene.width, height: grid.scene.height) { column, row in
      let (x, y) = (Float(column), Float(row))
      let near = min(min(x, width - x), min(y, height - y)) / side
      var share: Float = 1
      if near < margin * 3 {
        let coarse = Noise.gradient(x / side * 5 + 9, y / side * 5 + 4, period: 64, seed: seed)
        let fine = Noise.fractal(x / side * 34, y / side * 34, octaves: 3, period: 64, seed: seed + 1)
        let edge = margin * (1 + ragged * (coarse * 0.9 + fine * 0.55))
        share = smoothstep(edge - margin * softness, edge + margin * softness, near)
      }
      return share * (1 - thin(x / width, y / height))
    }
    chroma = FloatPlane(width: grid.scene.width / 2, height: grid.scene.height / 2)
    PlaneWork.half(luma, into: chroma)
  }
}
