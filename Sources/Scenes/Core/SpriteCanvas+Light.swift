/// What is done to a drawing as a whole: it fades, takes shade, gets a rim and a bloom.
extension SpriteCanvas {
  /// Lets the drawing fade out below a share of its height, as into the haze of a valley.
  mutating func fadeFoot(from share: Float) {
    let start = Int(Float(height) * share)
    for row in start..<max(start, height) {
      let keep = 1 - Float(row - start) / Float(max(1, height - start))
      for column in 0..<width { pixels[row * width + column] *= keep * keep * (3 - 2 * keep) }
    }
  }

  /// Keeps a share of each pixel that is drawn.
  mutating func fade(_ keep: (_ x: Float, _ y: Float) -> Float) {
    for row in 0..<height {
      for column in 0..<width where pixels[row * width + column].w > 0 {
        pixels[row * width + column] *= keep(Float(column) + 0.5, Float(row) + 0.5)
      }
    }
  }

  /// Multiplies the colour of each pixel, row by row from the top.
  mutating func shade(_ factor: (_ column: Int, _ row: Int, _ isDrawn: Bool) -> Float) {
    for row in 0..<height {
      for column in 0..<width {
        let value = pixels[row * width + column]
        let amount = factor(column, row, value.w > 0.5)
        if value.w > 0 { pixels[row * width + column] = value * SIMD4(amount, amount, amount, 1) }
      }
    }
  }

  /// Multiplies the colour of each pixel by a factor, row by row from the top; `factors` starts each row with ones.
  mutating func shadeRows(_ factors: (_ isDrawn: [Bool], _ factor: inout [Float]) -> Void) {
    var isDrawn = [Bool](repeating: false, count: width)
    for row in 0..<height {
      var factor = [Float](repeating: 1, count: width)
      for column in 0..<width { isDrawn[column] = pixels[row * width + column].w > 0.5 }
      factors(isDrawn, &factor)
      for column in 0..<width {
        pixels[row * width + column] *= SIMD4(factor[column], factor[column], factor[column], 1)
      }
    }
  }

  /// Lightens edges that look toward the light: the rim that the sun draws around things that stand before it.
  mutating func addRim(_ colour: RGB, toward: Point, width reach: Int, strength: Float) {
    let dx = Int((toward.x * Float(reach)).rounded())
    let dy = Int((toward.y * Float(reach)).rounded())
    // Coverage stays as it is.
    for row in 0..<height {
      for column in 0..<width {
        let here = pixels[row * width + column].w
        guard here > 0.05 else { continue }
        let x = clamp(column + dx, 0, width - 1)
        let y = clamp(row + dy, 0, height - 1)
        let open = (1 - pixels[y * width + x].w) * strength * here
        guard open > 0.01 else { continue }
        pixels[row * width + column] += SIMD4(colour.red, colour.green, colour.blue, 0) * open
      }
    }
  }

  /// Adds the glow of small lights to what is drawn around them.
  ///
  /// - Parameters:
  ///   - reach: how far it shines, in pixels.
  ///   - strength: of a light that stands alone.
  mutating func addBloom(_ lights: [(at: Point, colour: RGB)], reach: Float, strength: Float) {
    guard strength > 0.001, !lights.isEmpty else { return }
    let cell = max(2, reach / 2)
    let columns = Int(Float(width) / cell) + 3
    let rows = Int(Float(height) / cell) + 3
    var grid = [SIMD4<Float>](repeating: .zero, count: columns * rows)
    for light in lights {
      let (x, y) = (light.at.x / cell, light.at.y / cell)
      guard x >= 0, y >= 0, x < Float(columns - 2), y < Float(rows - 2) else { continue }
      let (column, row) = (Int(x), Int(y))
      let (s, t) = (x - Float(column), y - Float(row))
      let colour = SIMD4(light.colour.red, light.colour.green, light.colour.blue, 0)
      grid[row * columns + column] += colour * (1 - s) * (1 - t)
      grid[row * columns + column + 1] += colour * s * (1 - t)
      grid[(row + 1) * columns + column] += colour * (1 - s) * t
      grid[(row + 1) * columns + column + 1] += colour * s * t
    }
    for step in [1, columns] {
      let source = grid
      for place in columns..<(grid.count - columns) {
        grid[place] = source[place] * 0.5 + (source[place - step] + source[place + step]) * 0.25
      }
    }
    for row in 0..<height {
      let y = Float(row) / cell
      let upper = Int(y)
      for column in 0..<width where pixels[row * width + column].w > 0.01 {
        let x = Float(column) / cell
        let left = Int(x)
        let (s, t) = (x - Float(left), y - Float(upper))
        let place = upper * columns + left
        let above = grid[place] * (1 - s) + grid[place + 1] * s
        let below = grid[place + columns] * (1 - s) + grid[place + columns + 1] * s
        let light = (above * (1 - t) + below * t) * strength
        let value = pixels[row * width + column]
        // Light on light saturates.
        pixels[row * width + column] += light * value.w * (SIMD4(repeating: 1) - value * SIMD4(1, 1, 1, 0))
      }
    }
  }
}
