import Directing

/// A skyline in layers: pale towers far off, lit ones nearer, roofs at the foot of the picture.
struct CityPlan {
  let stage: Stage
  /// Whether the city stands by water, so that all of it ends at the waterline.
  let hasWater: Bool

  private struct Window {
    var x, y, width, height: Float
    var colour: RGB
  }

  private struct Lamp {
    var x, y: Float
    var colour: RGB
    var nearness: Float
    var phase: Float
  }

  var layers: [any SceneLayer] {
    let frame = stage.composition
    let isStreet = StreetPlan.isNeeded(stage)
    let count = hasWater ? 3 : 4
    let element = stage.shot.element(.city)
    let size = Float(element?.size ?? 1)
    var layers: [any SceneLayer] = []
    @Sendable func base(_ rank: Float) -> Float {
      hasWater
        ? frame.horizon + 2 : mix(frame.horizon + frame.height * 0.03, frame.height * 1.03, power(rank, 1.35))
    }
    @Sendable func tall(_ rank: Float) -> Float {
      frame.height * mix(0.30, hasWater ? 0.34 : 0.22, rank) * size * mix(1, 1.15, frame.breadth)
    }
    let rows = inParallel(count) { index in
      let rank = Float(index) / Float(count - 1)
      return skyline(index: index, rank: rank, base: base(rank), tall: tall(rank), isLast: index == count - 1)
    }
    // The dome of light that a city throws at the sky: wide and violet, and warm above the streets.
    if stage.light.lamps > 0.4 {
      let wide = FogLayer(
        stage: stage, centre: base(0) - tall(0) * 0.2, spread: frame.height * 0.30,
        density: 0.62 * stage.light.lamps,
        colour: RGB(0.36, 0.25, 0.46).mixed(stage.light.haze, 0.3), salt: 60)
      let warm = FogLayer(
        stage: stage, centre: base(0) - tall(0) * 0.28, spread: frame.height * 0.17,
        density: 0.72 * stage.light.lamps,
        colour: RGB(0.98, 0.56, 0.34).mixed(stage.light.haze, 0.2), salt: 62)
      layers.append(SoftGroup(slow: [wide, warm], isOpaque: false, stage: stage))
    }
    for index in 0..<count {
      let rank = Float(index) / Float(count - 1)
      layers += rows[index]
      if index < count - 1 { layers.append(streetGlow(base: base(rank), tall: tall(rank), index: index)) }
    }
    if !hasWater, !isStreet, !stage.hasAny(.road, .car, .truck, .rooftops, .neonSigns) { layers.append(park) }
    return layers
  }

  /// Trees of a park before the nearest houses.
  private var park: any SceneLayer {
    let frame = stage.composition
    let margin = SpriteBand.margin(frame.width)
    let light = stage.light
    let unit = frame.unit
    let tall = 190 * unit
    let width = frame.width + margin * 2
    var canvas = SpriteCanvas(width: Int(width), height: Int(tall * 1.3))
    let seed = stage.seed(0x9A2C)
    let leaf = RGB(0.30, 0.42, 0.20) * (light.ambient * 0.6 + light.key * 0.5)
    let tone = leaf.mixed(light.near, 0.15 + 0.75 * light.lamps)
    for row in 0..<2 {
      var x: Float = -40 * unit
      var number = row * 100
      while x < width + 40 * unit {
        let height = tall * (0.62 + 0.38 * hash(number, seed, 1)) * (row == 0 ? 1 : 0.72)
        let own = tone * ((row == 0 ? 0.82 : 1.08) * (0.85 + 0.3 * hash(number, seed, 2)))
        TreeBrush.deciduous(
          &canvas, at: SIMD2(x, tall * 1.3), height: height, seed: seed + number, colour: own * 0.6,
          leaves: own)
        x += height * (0.42 + 0.24 * hash(number, seed, 3))
        number += 1
      }
    }
    canvas.rectangle(0, tall * 1.3 - 34 * unit, width, 36 * unit, tone * 0.7)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin,
      top: (frame.height + 12 * unit - tall * 1.3).rounded(), nearness: 1,
      light: RGB(1), haze: light.haze, hazeTop: 0, hazeFoot: 0, ground: tone * 0.6)
  }

  /// What houses are made of, by day.
  static let materials = [
    RGB(0.66, 0.40, 0.31), RGB(0.83, 0.73, 0.58), RGB(0.70, 0.70, 0.70), RGB(0.88, 0.87, 0.85),
    RGB(0.38, 0.52, 0.66),
    RGB(0.28, 0.36, 0.44), RGB(0.60, 0.54, 0.48), RGB(0.46, 0.60, 0.70),
  ]

  /// The light and dust of streets between two rows of houses.
  private func streetGlow(base: Float, tall: Float, index: Int) -> any SceneLayer {
    let warm = RGB(0.98, 0.62, 0.32)
    let colour = stage.light.haze.mixed(warm, 0.62 * stage.light.lamps)
    return SoftGroup(
      slow: [
        FogLayer(
          stage: stage, centre: base - tall * 0.02, spread: tall * 0.34,
          density: 0.2 + (stage.has(.fog) ? 0.5 : 0) + 0.3 * stage.light.lamps, colour: colour,
          salt: 40 + index)
      ], isOpaque: false, stage: stage)
  }

  private func skyline(index: Int, rank: Float, base: Float, tall: Float, isLast: Bool) -> [any SceneLayer] {
    let frame = stage.composition
    let light = stage.light
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width + margin * 2)
    let above = tall * 1.22
    let height = Int(above + (hasWater ? 0 : frame.height * 0.2)) + 2
    let unit = frame.unit
    let nearness = mix(0.14, hasWater ? 0.4 : 1, rank)
    var canvas = SpriteCanvas(width: width, height: height)
    let seed = stage.seed(900 + index)
    let night = light.lamps
    let own = stage.colour(.city)
    let sunlit = light.ambient * 0.46 + light.key * 0.62
    let shaded = light.ambient * 0.70 + light.key * 0.06
    // At night a wall is an outline with windows.
    let outline = mix(0.30, 0.72, rank) * night
    let source = frame.source
    let sunIsRight = (source?.x ?? frame.width) > frame.width / 2
    let cell = unit * mix(7, hasWater ? 12 : 14, rank)
    let lit = 0.03 + 0.54 * night
    var x: Float = -20 * unit
    var building = 0
    var switched: [Window] = []
    var lamps: [Lamp] = []
    var glows: [(SIMD2<Float>, RGB)] = []
    while x < Float(width) + 10 {
      let broad = unit * mix(52, hasWater ? 105 : 150, rank) * (0.55 + 0.95 * hash(building, seed, 1))
      let pictureX = (x - margin + broad / 2) / frame.width
      // A cluster of towers off the middle, low houses elsewhere.
      let towers = exponential(-power(abs(pictureX - 0.36 - 0.3 * hash(stage.seed(4))) * 3.1, 2))
      let chance = hash(building, seed, 2)
      var share = 0.20 + 0.3 * chance + 0.55 * towers * power(hash(building, seed, 3), 1.2)
      if isLast, !hasWater { share = 0.25 + 0.6 * chance }
      let top = above - tall * min(1, share)
      let material = Self.materials[
        Int(hash(building, seed, 20) * Float(Self.materials.count)) % Self.materials.count]
      let paint = (own.map { $0.mixed(material, 0.3) } ?? material) * (0.84 + 0.3 * hash(building, seed, 4))
      let tone = (paint * sunlit).mixed(light.near, outline)
      let darkSide = (paint * shaded).mixed(light.near, outline)
      // How much of the breadth is the side that looks away from the sun.
      let turned = 0.16 + 0.16 * hash(building, seed, 21)
      let footY = Float(height) + 2
      let style = hash(building, seed, 5)
      var roof = top
      func block(_ left: Float, _ right: Float, _ y: Float) {
        canvas.rectangle(left, y, right - left, footY - y, tone)
        let side = (right - left) * turned
        canvas.rectangle(sunIsRight ? left : right - side, y, side, footY - y, darkSide)
        // Light from the sky along the edge of the roof.
        canvas.rectangle(left, y, right - left, 2.2 * unit, tone.mixed(light.key, 0.35 * (1 - night)))
      }
      block(x, x + broad, top)
      if style > 0.62, share > 0.4 {
        // Set back in steps.
        block(x + broad * 0.16, x + broad * 0.84, top - tall * 0.05)
        block(x + broad * 0.30, x + broad * 0.70, top - tall * 0.09)
        roof = top - tall * 0.09
      } else if style > 0.45, share > 0.5 {
        canvas.fill([SIMD2(x, top), SIMD2(x + broad, top), SIMD2(x + broad * 0.5, top - tall * 0.11)], tone)
        roof = top - tall * 0.11
      } else if style < 0.25 {
        canvas.rectangle(x + broad * 0.2, top - 9 * unit, broad * 0.25, 10 * unit, tone)
        canvas.rectangle(x + broad * 0.6, top - 5 * unit, broad * 0.2, 6 * unit, tone)
      }
      if share > 0.56, hash(building, seed, 6) > 0.35 {
        let mast = tall * (0.06 + 0.08 * hash(building, seed, 7))
        canvas.stroke(
          SIMD2(x + broad / 2, roof), SIMD2(x + broad / 2, roof - mast), 2.6 * unit, 1.2 * unit, tone)
        lamps.append(
          Lamp(
            x: x + broad / 2 - margin, y: base - above + roof - mast, colour: RGB(1, 0.16, 0.12),
            nearness: nearness,
            phase: hash(building, seed, 8)))
      }
      // Windows in a grid; each house has a light of its own.
      let warm = hash(building, seed, 9)
      let lampColour =
        warm < 0.62 ? RGB(1, 0.80, 0.46) : warm < 0.85 ? RGB(1, 0.92, 0.74) : RGB(0.70, 0.86, 1)
      let busy = lit * (0.35 + 1.2 * hash(building, seed, 10))
      let wide = cell * (0.44 + 0.28 * hash(building, seed, 11))
      let high = cell * (0.50 + 0.36 * hash(building, seed, 12))
      let columns = Int((broad - cell * 0.8) / cell)
      let rows = min(90, Int((Float(height) - top - cell) / (cell * 1.25)))
      if columns > 0, rows > 0 {
        let inset = (broad - Float(columns) * cell) / 2
        for row in 0..<rows {
          // Offices light whole floors.
          let floor: Float = hash(building, seed &+ row, 13) > 0.9 ? 2.2 : 1
          for column in 0..<columns {
            let chance = hash(building &* 131 &+ column, seed &+ row, 14)
            let left = x + inset + Float(column) * cell + (cell - wide) / 2
            let y = top + cell * 0.7 + Float(row) * cell * 1.25
            if chance < busy * floor {
              let bright = 0.62 + 0.38 * hash(building &* 17 &+ column, row, 15)
              let colour = tone.mixed(lampColour, bright * (0.35 + 0.65 * night))
              glows.append((SIMD2(left + wide / 2, y + high / 2), lampColour * bright))
              canvas.rectangle(left, y, wide, high, colour)
              if hash(building &* 7 &+ column, row, 16) < 0.04 {
                switched.append(
                  Window(x: left - margin, y: base - above + y, width: wide, height: high, colour: tone))
              }
            } else {
              // Dark glass shows the sky, more of it higher up.
              let sky = light.sky.colour(at: 0.25 + 0.3 * hash(building &* 5 &+ column, row, 19))
              let height = 1 - clamp(Float(row) / 26, 0, 1)
              let inShade = sunIsRight ? left < x + broad * turned : left > x + broad * (1 - turned)
              let glass = (paint * shaded * 0.42).mixed(sky, (0.16 + 0.34 * height) * (inShade ? 0.4 : 1))
              canvas.rectangle(
                left, y, wide, high, (inShade ? darkSide : tone).mixed(glass, 0.85 * (1 - night) + 0.1))
            }
          }
        }
      }
      x += broad + unit * (hash(building, seed, 17) < 0.3 ? 14 * hash(building, seed, 18) : -1)
      building += 1
    }
    canvas.addBloom(glows, reach: cell * 2.4, strength: 0.5 * night * cell * cell / 190)
    if frame.sun != nil {
      canvas.addRim(
        light.glow, toward: SIMD2(sunIsRight ? 1 : -1, -0.5), width: max(1, Int(2 * unit)),
        strength: 0.35 * light.glowAmount)
    }
    let band = SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (base - above).rounded(), nearness: nearness,
      light: RGB(1), haze: light.haze, hazeTop: mix(0.50 - 0.14 * night, 0.0, power(rank, 0.6)),
      hazeFoot: mix(0.62, 0.02, power(rank, 0.7)),
      ground: isLast && !hasWater ? (RGB(0.4) * shaded).mixed(light.near, outline) : nil)
    return [band, cityLights(switched: switched, lamps: lamps, nearness: nearness, haze: mix(0.6, 0, rank))]
  }

  /// Windows that go out now and then, and warning lights on the masts.
  private func cityLights(switched: [Window], lamps: [Lamp], nearness: Float, haze: Float) -> any SceneLayer {
    let night = stage.light.lamps
    let unit = stage.unit
    let hazeColour = stage.light.haze
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      for (index, window) in switched.enumerated() {
        let turn = moment.turns(rate: 0.05 + 0.06 * hash(index, 31))
        let phase = fract(turn + hash(index, 32))
        let off = smoothstep(0.5, 0.503, phase) * (1 - smoothstep(0.995, 1, phase))
        guard off > 0 else { continue }
        let spot = moment.project(x: window.x, y: window.y + window.height / 2, nearness: nearness)
        marks.append(
          Marks.Mark(
            x: spot.x + window.height * 0.4, y: spot.y, dx: max(0, window.width - window.height * 0.8),
            radius: window.height * 0.62, softness: 1,
            colour: window.colour.mixed(hazeColour, haze), opacity: off))
      }
      guard night > 0.3 else { return marks }
      for lamp in lamps {
        let spot = moment.project(x: lamp.x, y: lamp.y, nearness: lamp.nearness)
        let blink = power(0.5 + 0.5 * moment.swing(rate: 0.5, offset: lamp.phase), 5)
        marks.append(
          Marks.Mark(
            x: spot.x, y: spot.y, radius: 1.6 * unit, softness: 2 * unit, colour: lamp.colour,
            opacity: 0.25 + 0.75 * blink,
            isLight: true, halo: 30 * unit, haloStrength: 0.5 * blink * night))
      }
      return marks
    }
  }
}
