import Directing

/// One range of land, drawn once from a height field with its own light: crests in front of crests, worn slopes, snow.
struct TerrainRange {
  /// What covers the land.
  enum Cover: Sendable {
    case rock, grass, woods, sand
  }

  var cover: Cover
  /// Height of the highest crest and of the foot on the resting picture, in pixels from the top.
  var crest: Float
  var foot: Float
  /// Features across the picture's width.
  var frequency: Float
  /// 0 rolling, 1 jagged.
  var ruggedness: Float
  /// Share of the range's height that its crests vary by.
  var relief: Float
  var nearness: Float
  var hazeTop: Float
  var hazeFoot: Float
  var seed: Int
  /// Whether the land below the range is filled, for the nearest one.
  var fillsGround = false
  /// Share of the height from which snow lies; above 1 there is none.
  var snowLine: Float = 2
  var colour: RGB?

  func band(stage: Stage) -> SpriteBand {
    let frame = stage.composition
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width + 2 * margin)
    let top = (crest - 6).rounded(.down)
    let height = max(8, Int(foot - top) + 2)
    let sprite = draw(stage: stage, width: width, height: height, margin: margin)
    let light = stage.light
    return SpriteBand(
      sprite: sprite, left: -margin, top: top, nearness: nearness, light: RGB(1), haze: light.haze,
      hazeTop: hazeTop,
      hazeFoot: hazeFoot,
      ground: fillsGround ? baseColour(light, isSnowy: stage.has(.snow)) * 0.5 : nil)
  }

  private func baseColour(_ light: Light, isSnowy: Bool) -> RGB {
    if isSnowy, colour == nil { return Self.snow * (light.ambient * 0.75 + light.key * 0.3) }
    if let colour { return colour * (light.ambient * 0.6 + light.key * 0.35) }
    switch cover {
    case .rock: return RGB(0.46, 0.44, 0.46) * (light.ambient * 0.9 + RGB(0.05))
    case .grass: return RGB(0.36, 0.50, 0.24) * (light.ambient * 0.75 + light.key * 0.3)
    case .woods: return RGB(0.20, 0.32, 0.20) * (light.ambient * 0.8 + light.key * 0.2)
    case .sand: return RGB(0.86, 0.66, 0.42) * (light.ambient * 0.6 + light.key * 0.35)
    }
  }

  /// Heights from 0 to about 1 on a grid across the picture (two pixels a cell) and into the depth, column by column.
  private func heights(columns: Int, depth: Int, stage: Stage) -> [Float] {
    var field: [Float] = []
    field.reserveCapacity(columns * depth)
    let start = hash(seed, 3) * 60
    let step = frequency / (stage.width / 2)
    let ways = (0..<depth).map { Float($0) / Float(depth - 1) }
    let swells = ways.map { smoothstep(0, 0.62, $0) * (1 - 0.2 * smoothstep(0.7, 1, $0)) }
    let depths = ways.map { $0 * (1.0 + ruggedness * 0.7) }
    for column in 0..<columns {
      let x = start + Float(column) * step
      // Large forms decide where the summits stand.
      let mass = 0.62 + 0.38 * Noise.line(x * 0.55, octaves: 2, seed: seed + 7)
      let forms = forms(x: x, depths)
      for row in 0..<depth {
        field.append(swells[row] * ((1 - relief) + relief * forms[row] * (0.55 + 0.75 * mass)))
      }
    }
    return field
  }

  /// What stands in one column, from near to far.
  private func forms(x: Float, _ depths: [Float]) -> [Float] {
    let places = [Float](repeating: x, count: depths.count)
    if cover == .sand {
      // Dunes: one slope long, one short, with a sharp crest between.
      return Noise.fractal(
        depths.map { x * 0.9 + $0 * 0.3 }, depths.map { $0 * 0.8 }, octaves: 2, period: 256, seed: seed
      ).map { wave in
        let form = 1 - abs(wave) * 1.25
        return form * form * 0.6 + 0.4 * form
      }
    }
    let round = Noise.fractal(places, depths, octaves: 4, period: 256, seed: seed).map { 0.5 + 0.5 * $0 }
    let sharp =
      ruggedness > 0.05
      ? Noise.ridged(places, depths, octaves: 5, period: 256, seed: seed + 20)
      : [Float](repeating: 0, count: depths.count)
    return zip(round, sharp).map { mix($0, $1, ruggedness) }
  }

  private func draw(stage: Stage, width: Int, height: Int, margin: Float) -> Sprite {
    var canvas = SpriteCanvas(width: width, height: height)
    let columns = width / 2 + 2
    let depth = clamp(height / 3, 64, 190)
    heights(columns: columns, depth: depth, stage: stage).withUnsafeBufferPointer { field in
      canvas.pixels.withUnsafeMutableBufferPointer { pixels in
        guard let pixels = pixels.baseAddress else { return }
        draw(
          field, columns: columns, depth: depth, stage: stage, margin: margin, on: pixels, width: width,
          height: height)
      }
    }
    if let source = stage.composition.source, stage.light.sunHeight < 0.5, stage.composition.sun != nil {
      let side: Float = source.x > stage.composition.width / 2 ? 0.4 : -0.4
      canvas.addRim(
        stage.light.glow, toward: SIMD2(side, -1), width: max(1, Int(2.6 * stage.unit)),
        strength: 0.15 * (1 - hazeTop))
    }
    return canvas.sprite(openFoot: true)
  }

  /// Draws each column of the picture from near to far, as far as nearer land leaves it open.
  private func draw(
    _ field: UnsafeBufferPointer<Float>, columns: Int, depth: Int, stage: Stage, margin: Float,
    on pixels: UnsafeMutablePointer<SIMD4<Float>>, width: Int, height: Int
  ) {
    let clouds = SharedTiles.cloud
    let highest = max(0.2, field.max() ?? 1)
    let light = stage.light
    let frame = stage.composition
    let source = frame.source
    let high = stage.shot.timeOfDay == .day || stage.shot.timeOfDay == .overcast
    let rise = Float(height) * 0.1
    let tall = Float(height) - rise - 4
    let unit = stage.unit
    let base = colour
    // What the prompt gives a colour keeps it.
    let isSnowy = stage.has(.snow) && colour == nil
    for column in 0..<width {
      let place = Float(column) / 2
      let cell = min(columns - 2, Int(place))
      let between = place - Float(cell)
      let pictureX = Float(column) - margin
      let sunSide = clamp(((source?.x ?? frame.width * 0.3) - pictureX) / frame.width * 1.6, -1, 1)
      // The sun of evening stands behind the land and only grazes it; that of noon stands before it.
      var toLight = SIMD3<Float>(sunSide, high ? 0.75 : 0.45, high ? -0.45 : 0.1)
      toLight /= (toLight * toLight).sum().squareRoot()
      var lowest = Float(height)
      // Colours run on from one step of depth to the next, or each step would show as a line.
      var before: RGB?
      for row in 0..<depth {
        func at(_ column: Int, _ row: Int) -> Float {
          field[clamp(column, 0, columns - 1) * depth + clamp(row, 0, depth - 1)]
        }
        let here = mix(at(cell, row), at(cell + 1, row), between)
        let far = Float(row) / Float(depth - 1)
        let y = Float(height) - far * rise - here / highest * tall
        guard y < lowest else {
          before = nil
          continue
        }
        let across = (at(cell + 2, row) - at(cell - 1, row)) / 3 * Float(columns) / frequency * 0.35
        let along = (at(cell, row + 1) - at(cell, row - 1)) / 2 * Float(depth) * 0.4
        var normal = SIMD3<Float>(-across, 1, -along)
        normal /= (normal * normal).sum().squareRoot()
        let lambert = max(0, (normal * toLight).sum())
        let grain = clouds.sample(
          Float(column) * 0.8 / unit, far * 330 + here * 160 + Float(seed & 255))
        let steep = 1 - normal.y
        var surface = paint(base, height: here / highest, steep: steep, grain: grain)
        if isSnowy { surface = snowed(surface, steep: steep, grain: grain) }
        // Noon leaves slopes that are turned away in clear shadow.
        let shade =
          high && cover == .rock
          ? surface * (light.ambient * 0.34 + light.key * (power(lambert, 1.35) * 1.02))
          : surface * (light.ambient * 0.5 + light.key * (lambert * 0.86))
        let from = max(1, Int(y))
        let to = min(height, -floored(-lowest))
        if from < to {
          for pixel in from..<to {
            // What nearer land left open of this pixel, and how much of that is covered now.
            let open = min(1, max(0, lowest - Float(pixel)))
            let coverage =
              open > 0 ? (lowest - max(Float(pixel), y) - max(0, lowest - Float(pixel + 1))) / open : 0
            let along = clamp((lowest - Float(pixel)) / max(1, lowest - y), 0, 1)
            let paint = (before ?? shade).mixed(shade, along)
            // Behind what the pixel already holds.
            let place = pixel * width + column
            let free = (1 - pixels[place].w) * clamp(coverage, 0, 1)
            pixels[place] += SIMD4(paint.red, paint.green, paint.blue, 1) * free
          }
        }
        lowest = y
        before = shade
      }
    }
  }

  private static let snow = RGB(0.84, 0.87, 0.94)

  /// Fresh snow over the land: deep on open ground, on trees only where it finds hold, thin on steep slopes.
  private func snowed(_ surface: RGB, steep: Float, grain: Float) -> RGB {
    let hold: Float =
      switch cover {
      case .rock: 0.5
      case .grass: 1.05
      case .woods: 0.62
      case .sand: 0.8
      }
    return surface.mixed(
      Self.snow, clamp(hold - 0.5 * steep + grain * (cover == .woods ? 0.5 : 0.2), 0, 0.96))
  }

  /// The colour of the land itself.
  private func paint(_ own: RGB?, height: Float, steep: Float, grain: Float) -> RGB {
    let vary = 1 + 0.16 * grain
    if let own, cover != .rock { return own * vary }
    switch cover {
    case .rock:
      let rock = (own ?? RGB(0.44, 0.41, 0.42).mixed(RGB(0.33, 0.36, 0.33), 1 - height)) * vary
      let line = height + grain * 0.16 - steep * 0.22
      return rock.mixed(Self.snow, smoothstep(snowLine - 0.05, snowLine + 0.05, line))
    case .grass:
      return RGB(0.40, 0.46, 0.23).mixed(RGB(0.26, 0.36, 0.19), clamp(0.5 + 0.9 * grain, 0, 1))
        * (0.72 + 0.34 * height)
    case .woods: return RGB(0.19, 0.31, 0.20) * (0.8 + 0.5 * grain) * (0.75 + 0.4 * height)
    case .sand: return RGB(0.90, 0.70, 0.46) * (1 + 0.05 * grain)
    }
  }
}
