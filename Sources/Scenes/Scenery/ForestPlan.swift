import Directing

/// Lines of trees one behind the other, with light and mist between them.
struct ForestPlan {
  let stage: Stage

  var layers: [any SceneLayer] {
    let frame = stage.composition
    let hasWater = stage.hasAny(.lake, .ocean, .river)
    let ground = hasWater ? frame.horizon + 2 : frame.height * 1.02
    let first = hasWater ? frame.horizon + 2 : frame.horizon - frame.height * 0.02
    let count = hasWater ? 3 : 5
    let foggy = stage.has(.fog)
    var layers: [any SceneLayer] = []
    let bands = inParallel(count) { index in
      let rank = Float(index) / Float(count - 1)
      let base = hasWater ? ground : mix(first, ground, power(rank, 1.1))
      let tall = frame.unit * (hasWater ? mix(120, 260, rank) : mix(150, 1000, power(rank, 1.5)))
      return band(
        base: base, tall: tall, rank: rank, index: index, isLast: index == count - 1 && !hasWater,
        foggy: foggy)
    }
    for index in 0..<count {
      let rank = Float(index) / Float(count - 1)
      let base = hasWater ? ground : mix(first, ground, power(rank, 1.1))
      let tall = frame.unit * (hasWater ? mix(120, 260, rank) : mix(150, 1000, power(rank, 1.5)))
      layers.append(bands[index])
      if index < count - 1, !hasWater || foggy {
        layers.append(
          FogLayer.between(
            stage, centre: base - tall * 0.12, spread: tall * (foggy ? 0.5 : 0.26), salt: 20 + index))
      }
    }
    return layers
  }

  private func band(base: Float, tall: Float, rank: Float, index: Int, isLast: Bool, foggy: Bool)
    -> any SceneLayer
  {
    let frame = stage.composition
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width + margin * 2)
    let above = tall * 1.12
    let foot: Float = isLast ? 10 : frame.height * 0.14
    let height = Int(above + foot)
    var canvas = SpriteCanvas(width: width, height: height)
    let seed = stage.seed(700 + index)
    let light = stage.light
    let own = stage.colour(.forest)
    let isLush = stage.has(.palms) && !stage.hasAny(.snow, .beach)
    let green = own.map { $0 * 0.7 } ?? (isLush ? RGB(0.17, 0.38, 0.14) : RGB(0.16, 0.24, 0.15))
    let dark = (green * (light.ambient * 0.75 + light.key * 0.12)).mixed(
      light.near, (isLush ? 0.15 : 0.35) + 0.5 * rank)
    // Ground of the band.
    var line: [SIMD2<Float>] = [SIMD2(-2, Float(height) + 2)]
    for step in 0...24 {
      let x = Float(step) / 24 * Float(width)
      line.append(SIMD2(x, above + Noise.line(x / (frame.width * 0.4), octaves: 3, seed: seed) * tall * 0.07))
    }
    line.append(SIMD2(Float(width) + 2, Float(height) + 2))
    canvas.fill(line, dark)
    // Trees, small ones first. Near lines leave the middle open for sky and title.
    let spacing = tall * (isLast ? 0.26 : 0.15)
    let count = Int(Float(width) / max(4, spacing) * (isLast ? 1.4 : 1.25)) + 3
    // With palms it is a jungle.
    let leafy = (hash(stage.seed(77)) > 0.72 || isLush) && !stage.has(.snow)
    let trees = (0..<count).map { tree -> (x: Float, height: Float, seed: Int) in
      let x = (Float(tree) + hash(tree, seed, 1)) / Float(count) * Float(width)
      let fromCentre = abs(x / Float(width) - 0.5 + 0.05 * (hash(seed, 9) - 0.5)) * 2
      let open = rank < 0.4 ? 1 : mix(1, mix(0.34, 1.0, smoothstep(0.25, 0.95, fromCentre)), rank)
      return (x, tall * (0.55 + 0.45 * hash(tree, seed, 2)) * open, seed &+ tree &* 31)
    }.sorted { $0.height < $1.height }
    for tree in trees {
      let y =
        above + Noise.line(tree.x / (frame.width * 0.4), octaves: 3, seed: seed) * tall * 0.07 + tall * 0.02
      let shade = dark * (0.86 + 0.28 * hash(tree.seed, 5))
      if leafy {
        TreeBrush.deciduous(
          &canvas, at: SIMD2(tree.x, y), height: tree.height * 0.85, seed: tree.seed, colour: shade)
      } else {
        TreeBrush.conifer(
          &canvas, at: SIMD2(tree.x, y), height: tree.height, seed: tree.seed, colour: shade,
          snow: stage.has(.snow) ? RGB(0.9, 0.94, 1) * light.ambient.mixed(light.key, 0.5) : nil)
      }
    }
    if let source = frame.source {
      canvas.addRim(
        light.glow, toward: SIMD2(source.x > frame.width / 2 ? 0.5 : -0.5, -0.8),
        width: max(1, Int(2 * frame.unit)),
        strength: 0.16 * light.glowAmount * (1 - rank * 0.5))
    }
    let haze = light.haze
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (base - above).rounded(),
      nearness: mix(0.16, 1, rank),
      light: RGB(1), haze: haze, hazeTop: mix(0.58, 0, power(rank, 0.55)) + (foggy ? 0.2 * (1 - rank) : 0),
      hazeFoot: mix(0.82, 0.02, power(rank, 0.7)) + (foggy ? 0.2 * (1 - rank) : 0),
      ground: isLast ? dark : nil,
      sway: rank > 0.5 ? frame.unit * 3 * rank * (0.3 + stage.energy) : 0, swayRate: 0.13, swayOffset: rank)
  }
}
