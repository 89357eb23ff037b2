import Directing

/// Grass and flowers at the foot of the picture, in rows that sway one after the other.
struct MeadowPlan {
  let stage: Stage

  var layers: [any SceneLayer] {
    // Lavender grows in rows.
    if stage.shot.element(.flowers)?.colour?.name == "lavender" { return [lavender] }
    return inParallel(4) { band(index: $0) }
  }

  /// Rows of lavender that run to the vanishing point.
  private var lavender: any SceneLayer {
    let frame = stage.composition
    typealias P = SIMD2<Float>
    let margin = SpriteBand.margin(frame.width)
    let width = frame.width + margin * 2
    let depth = frame.height - frame.horizon
    let seed = stage.seed(0x1A7E)
    let light = stage.light.ambient * 0.55 + stage.light.key * 0.60
    let earth = RGB(0.50, 0.42, 0.26) * light
    let leaf = RGB(0.34, 0.42, 0.28) * light
    let tones = [RGB(0.52, 0.32, 0.80), RGB(0.62, 0.42, 0.90), RGB(0.42, 0.26, 0.70), RGB(0.74, 0.54, 0.96)]
    var canvas = SpriteCanvas(width: Int(width), height: Int(depth * 1.12))
    canvas.fill([P(-4, 2), P(width + 4, 2), P(width + 4, depth * 1.2), P(-4, depth * 1.2)]) { x, y in
      let far = 60 / max(14, y)
      let soil = earth * (0.8 + 0.3 * SharedTiles.cloud.sample((x - width / 2) * far * 0.8, far * 420))
      return soil.mixed(tones[0] * light, smoothstep(depth * 0.16, 0, y))
    }
    let vanish = P(width / 2 + (hash(seed) - 0.5) * width * 0.16, -depth * 0.05)
    let sunRight = (frame.source?.x ?? frame.width) > frame.width / 2
    for row in stride(from: 21, through: -21, by: -1) {
      // The outer rows first, so that the inner ones stand before them.
      let number = row > 0 ? 22 - row : row + 22
      let lane = Float(row > 0 ? number : -number) * 0.33 - (row > 0 ? 0.165 : -0.165)
      let count = 170
      for bush in 0..<count {
        let t = power(Float(bush + 1) / Float(count), 2.2)
        let y = 3 + depth * 1.12 * t
        let x = vanish.x + lane * 670 * frame.unit * (y - vanish.y) / depth
        let size = max(1.3, 150 * t * frame.unit)
        guard x > -size * 2, x < width + size * 2 else { continue }
        if size > 7 { canvas.ellipse(P(x, y - size * 0.2), P(size * 0.62, size * 0.34), leaf * 0.7) }
        let spikes = size > 26 ? 22 : size > 9 ? 12 : 5
        for spike in 0..<spikes {
          let spread = hash(bush &* 37 &+ spike, row, seed) - 0.5
          let tall = size * (0.62 + 0.5 * hash(bush &* 41 &+ spike, row, seed + 1)) * (1 - abs(spread) * 0.5)
          let root = P(x + spread * size * 1.05, y)
          let tip = root + P(spread * size * 0.5, -tall)
          let lit =
            0.62 + 0.5 * (sunRight == (spread > 0) ? 1 : 0.45) * (0.6 + 0.5 * hash(spike, bush, row + seed))
          let tone = tones[Int(hash(bush, spike, row &+ seed &+ 2) * 4) % 4] * light * lit
          if size > 12 {
            canvas.stroke(
              root, root + (tip - root) * 0.5, max(0.7, size * 0.02), max(0.6, size * 0.016), leaf)
          }
          canvas.stroke(root + (tip - root) * 0.4, tip, max(1, size * 0.085), max(0.6, size * 0.03), tone)
        }
      }
    }
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (frame.horizon - 2).rounded(), nearness: 0.6,
      light: RGB(1), haze: stage.light.haze, hazeTop: 0.30, hazeFoot: 0, ground: tones[2] * light * 0.6)
  }

  private func band(index: Int) -> any SceneLayer {
    let frame = stage.composition
    let rank = Float(index) / 3
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width + 2 * margin)
    let base = mix(frame.horizon + frame.height * 0.06, frame.height * 0.99, power(rank, 1.1))
    let blade = frame.unit * mix(46, 230, power(rank, 1.4))
    let above = blade * 1.35
    let foot = index == 3 ? frame.height * 0.1 : frame.height * 0.3
    let height = Int(above + foot)
    var canvas = SpriteCanvas(width: width, height: height)
    let seed = stage.seed(1200 + index)
    let light = stage.light
    // A meadow that is called green is green as grass is.
    let isGrassy = ["green", "dark green", "emerald"].contains(
      stage.shot.element(.meadow)?.colour?.name ?? "")
    let own = stage.colour(.meadow).map { isGrassy ? $0.mixed(RGB(0.34, 0.50, 0.14), 0.72) : $0 }
    let green = own ?? RGB(0.36, 0.47, 0.18)
    let lit = green * (light.ambient * 0.7 + light.key * 0.75)
    let dark = (lit * 0.5).mixed(light.near, 0.25 + 0.3 * rank)
    func level(_ x: Float) -> Float {
      above + Noise.line(x / (frame.width * 0.6), octaves: 2, seed: seed) * blade * 0.3
    }
    var line: [SIMD2<Float>] = [SIMD2(-2, Float(height) + 2)]
    for step in 0...30 {
      line.append(SIMD2(Float(step) / 30 * Float(width), level(Float(step) / 30 * Float(width))))
    }
    line.append(SIMD2(Float(width) + 2, Float(height) + 2))
    canvas.fill(line) { x, y in
      dark.mixed(lit, clamp(1 - (y - above) / (foot * 0.8), 0, 1) * 0.6)
    }
    let count = Int(Float(width) / max(1.2, blade * 0.011))
    for stalk in 0..<count {
      let x = hash(stalk, seed, 1) * Float(width)
      let tall = blade * (0.4 + 0.75 * hash(stalk, seed, 2))
      let lean = (hash(stalk, seed, 3) - 0.42) * tall * 0.6
      let y = level(x) + blade * 0.5 * hash(stalk, seed, 4)
      let shade = dark.mixed(lit, 0.25 + 0.75 * hash(stalk, seed, 5))
      let points = (0...5).map { step -> SIMD2<Float> in
        let t = Float(step) / 5
        return SIMD2(x + lean * t * t, y - tall * t + abs(lean) * 0.3 * t * t)
      }
      canvas.stroke(points, blade * 0.028 + 0.6, 0.4, shade)
    }
    if stage.has(.flowers) {
      flowers(&canvas, width: Float(width), blade: blade, seed: seed, rank: rank, level: level, stem: dark)
    }
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (base - above).rounded(),
      nearness: mix(0.4, 1, rank), light: RGB(1),
      haze: light.haze, hazeTop: mix(0.4, 0, power(rank, 0.5)), hazeFoot: mix(0.25, 0, rank),
      ground: index == 3 ? dark : nil,
      sway: blade * (0.06 + 0.16 * stage.energy), swayRate: 0.19, swayOffset: rank * 0.37)
  }

  private func flowers(
    _ canvas: inout SpriteCanvas, width: Float, blade: Float, seed: Int, rank: Float, level: (Float) -> Float,
    stem: RGB
  ) {
    let element = stage.shot.element(.flowers)
    let palette =
      stage.colour(.flowers).map { [$0, $0.mixed(RGB(1), 0.25), $0 * 0.85] }
      ?? [RGB(hex: 0xE23D3D), RGB(hex: 0xF5B83D), RGB(hex: 0xF27BB0), RGB(hex: 0xF7F3E8), RGB(hex: 0x8A5BD6)]
    let light = stage.light.ambient * 0.55 + stage.light.key * 0.6
    let size = blade * 0.11 * Float(element?.size ?? 1)
    let count = Int(Float(element?.count ?? 26) * mix(2.6, 0.8, rank))
    for flower in 0..<count {
      let x = hash(flower, seed, 21) * width
      let top = SIMD2(
        x + blade * 0.1 * (hash(flower, seed, 22) - 0.5),
        level(x) - blade * (0.35 + 0.85 * hash(flower, seed, 23)))
      canvas.stroke(SIMD2(x, level(x) + 4), top, blade * 0.02 + 0.5, blade * 0.012 + 0.4, stem)
      let colour = palette[Int(hash(flower, seed, 24) * Float(palette.count)) % palette.count] * light
      let turn = hash(flower, seed, 25)
      let petals = 6
      for petal in 0..<petals {
        let angle = turn + Float(petal) / Float(petals)
        let way = SIMD2(cosine(turns: angle), sine(turns: angle) * 0.62)
        canvas.ellipse(
          top + way * size * 0.6, SIMD2(size * 0.5, size * 0.32), turns: arcTurns(way.y, way.x),
          colour * (0.82 + 0.3 * hash(flower, petal, 26)))
      }
      canvas.ellipse(top, SIMD2(size * 0.26, size * 0.2), RGB(0.95, 0.75, 0.2) * light)
    }
  }
}
