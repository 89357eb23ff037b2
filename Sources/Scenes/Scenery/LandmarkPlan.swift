import CKernels
import Directing

/// Single things that stand in a landscape, far off or at hand: castles, mills, trees, tents, lamps.
struct LandmarkPlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  private var frame: Composition { stage.composition }
  private var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }
  private var dusk: Float {
    switch stage.shot.timeOfDay {
    case .day, .overcast: 0.12
    case .goldenHour, .dawn: 0.36
    case .sunset, .dusk: 0.6
    case .night: 0.66
    }
  }
  private var hasWaterBelow: Bool { stage.shot.elements.contains { Stage.water.contains($0.kind) } }
  private var sunRight: Bool { (frame.source?.x ?? frame.width) > frame.width / 2 }
  private var glass: RGB {
    RGB(1, 0.80, 0.45).mixed(stage.light.sky.colour(at: 0.4), 1 - max(0.3, stage.light.lamps))
  }

  private func tone(_ kind: SceneElement.Kind, _ own: RGB) -> RGB {
    ((stage.colour(kind) ?? own) * daylight).mixed(
      stage.light.near, stage.colour(kind) == nil ? dusk : dusk * 0.5)
  }

  /// Copies of a sprite side by side at a distance.
  private func far(
    _ kind: SceneElement.Kind, _ sprites: [Sprite], anchor: Float, height: Float, tall: Float, drop: Float,
    nearness: Float, haze: Float, turning: Float = 0
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let count = min(9, element?.count ?? 1)
    let seed = stage.seed(0xFA0 + kind.hashSeed)
    let size = Float(element?.size ?? 1)
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let foot = hasWater ? frame.horizon + 2 : frame.horizon + frame.height * drop
    let hazeColour = stage.light.haze
    let speed = Float(element?.speed ?? 1) * (0.5 + stage.energy)
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let side = Float(element?.place ?? 0)
        let home =
          count == 1
          ? 0.5 + (side == 0 ? (hash(seed) < 0.5 ? -0.14 : 0.14) : side * 0.34)
          : 0.1 + 0.8 * (Float(index) + 0.5 + (hash(index, seed, 2) - 0.5) * 0.5) / Float(count)
        let scale = frame.unit * height / tall * size * (count == 1 ? 1 : 0.55 + 0.45 * hash(index, seed, 3))
        let spot = moment.project(x: home * frame.width, y: foot, nearness: nearness)
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, tone: t2v_tone(haze: hazeColour, amount: haze),
          sprite: turning == 0
            ? 0
            : Int(fract(moment.turns(rate: turning * speed) + hash(index, seed, 4)) * Float(sprites.count))
              % sprites.count)
      }
    }
  }

  /// What stands at hand, where people would.
  private func near(
    _ kind: SceneElement.Kind, _ sprite: Sprite, anchor: Float, height: Float, tall: Float,
    count usual: Int = 1,
    place: Float = 0.28, sway: Float = 0
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let count = min(24, element?.count ?? usual)
    let seed = stage.seed(0xEA0 + kind.hashSeed)
    let ground = GroundLine(stage)
    let size = Float(element?.size ?? 1)
    let energy = stage.energy
    let haze = stage.light.haze
    return PropLayer(sprites: [sprite], anchor: anchor) { moment in
      (0..<count).map { index in
        let rank = count == 1 ? 0.55 : hash(index, seed, 1)
        let side = Float(element?.place ?? 0)
        let home =
          count == 1
          ? 0.5 + (side == 0 ? (hash(seed) < 0.5 ? -place : place) : side * 0.36)
          : 0.06 + 0.88 * (Float(index) + 0.5 + (hash(index, seed, 2) - 0.5) * 0.6) / Float(count)
        let scale =
          frame.unit * height / tall * size * ground.scale(rank)
          * (count == 1 ? 1 : 0.7 + 0.5 * hash(index, seed, 3))
        let spot = moment.project(x: home * frame.width, y: ground.y(rank), nearness: ground.near(rank))
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: hash(index, seed, 5) < 0.5,
          tone: t2v_tone(haze: haze, amount: 0.12 * (1 - rank)),
          lean: sway * scale * (0.3 + energy) * moment.swing(rate: 0.16, offset: hash(index, seed, 4)))
      }.sorted { $0.y < $1.y }
    }
  }

  // MARK: Far

  /// What stands behind the nearest land.
  var far: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.volcano) { layers += volcano }
    if stage.has(.castle) {
      layers.append(
        far(.castle, [castle], anchor: 470, height: 400, tall: 480, drop: 0.05, nearness: 0.3, haze: 0.16))
    }
    if stage.has(.pagoda) {
      layers.append(
        far(.pagoda, [pagoda], anchor: 470, height: 430, tall: 480, drop: 0.06, nearness: 0.34, haze: 0.12))
    }
    if stage.has(.windmill) {
      layers.append(
        far(
          .windmill, windmill, anchor: 470, height: 430, tall: 480, drop: 0.08, nearness: 0.4, haze: 0.08,
          turning: 0.14))
    }
    return layers
  }

  private var castle: Sprite {
    var canvas = SpriteCanvas(width: 560, height: 480)
    let stone = tone(.castle, RGB(0.66, 0.62, 0.58))
    let roof = tone(.castle, RGB(0.30, 0.34, 0.50)) * 0.8
    let glass = glass
    func tower(_ x: Float, _ top: Float, _ wide: Float, _ foot: Float, pointed: Bool) {
      canvas.fill([P(x - wide / 2, top), P(x + wide / 2, top), P(x + wide / 2, foot), P(x - wide / 2, foot)])
      { px, py in
        let side = (px - x) / wide * (sunRight ? 1 : -1)
        let course = hash(Int(px / 9), Int(py / 6)) * 0.07
        return stone * (0.86 + 0.5 * side + course)
      }
      for merlon in 0..<max(2, Int(wide / 12)) {
        canvas.rectangle(x - wide / 2 - 2 + Float(merlon) * 12, top - 9, 7, 10, stone)
      }
      if pointed {
        canvas.fill([P(x - wide * 0.62, top - 4), P(x, top - wide * 1.7), P(x + wide * 0.62, top - 4)]) {
          px, _ in
          roof * (1 + 0.4 * (px - x) / wide * (sunRight ? 1 : -1))
        }
        canvas.stroke(P(x, top - wide * 1.7), P(x, top - wide * 1.7 - 22), 2, 1.5, stone * 0.6)
        canvas.fill(
          [P(x, top - wide * 1.7 - 22), P(x + 18, top - wide * 1.7 - 16), P(x, top - wide * 1.7 - 10)],
          RGB(0.75, 0.16, 0.14) * daylight)
      }
      var y = top + 26
      while y < foot - 30 {
        canvas.rectangle(x - 3.5, y, 7, 15, glass)
        y += 46
      }
    }
    // The rock it stands on.
    canvas.fill([P(10, 478), P(70, 420), P(140, 392), P(280, 384), P(430, 394), P(500, 424), P(552, 478)]) {
      x, y in
      tone(.castle, RGB(0.36, 0.36, 0.32)) * (0.8 + 0.5 * SharedTiles.cloud.sample(x, y * 1.6))
    }
    canvas.fill([P(120, 300), P(440, 300), P(440, 410), P(120, 410)]) { x, y in
      stone * (0.82 + hash(Int(x / 10), Int(y / 7)) * 0.1)
    }
    for merlon in 0..<20 { canvas.rectangle(122 + Float(merlon) * 16, 290, 9, 11, stone * 0.9) }
    tower(280, 120, 74, 400, pointed: true)
    tower(204, 196, 50, 400, pointed: true)
    tower(356, 180, 52, 400, pointed: true)
    tower(128, 240, 56, 414, pointed: true)
    tower(436, 232, 58, 414, pointed: true)
    canvas.fill([P(262, 412), P(262, 366), P(280, 348), P(298, 366), P(298, 412)], stone * 0.25)
    if !hasWaterBelow { canvas.fadeFoot(from: 0.86) }
    return canvas.sprite()
  }

  private var pagoda: Sprite {
    var canvas = SpriteCanvas(width: 420, height: 480)
    let wood = tone(.pagoda, RGB(0.62, 0.22, 0.16))
    let tile = tone(.pagoda, RGB(0.26, 0.30, 0.30)) * 0.9
    let glass = glass
    for storey in 0..<5 {
      let t = Float(storey) / 4
      let foot = 440 - Float(storey) * 76
      let wall = mix(104, 52, t)
      let eave = mix(190, 104, t)
      canvas.rectangle(210 - wall, foot - 62, wall * 2, 64, wood)
      for pillar in 0...4 {
        canvas.rectangle(210 - wall + Float(pillar) * (wall * 2 - 7) / 4, foot - 62, 7, 64, wood * 0.6)
      }
      for pane in 0..<4 {
        canvas.rectangle(
          210 - wall + 14 + Float(pane) * (wall * 2 - 7) / 4, foot - 44, wall * 0.28, 26,
          glass.mixed(wood, 0.25))
      }
      // Eaves that sweep up at their ends.
      var lower: [P] = []
      var upper: [P] = []
      for step in 0...24 {
        let s = Float(step) / 12 - 1
        let lift = power(abs(s), 3) * 22
        lower.append(P(210 + s * eave, foot - 58 - lift))
        upper.append(P(210 + s * (eave * 0.94 - 8), foot - 66 - lift - (1 - power(abs(s), 1.4)) * 26))
      }
      canvas.fill(lower + upper.reversed()) { x, _ in
        tile * (1 + 0.35 * (x - 210) / eave * (sunRight ? 1 : -1))
      }
      canvas.stroke([P(210 - eave, foot - 80), P(210 - eave - 8, foot - 92)], 4, 2, tile)
      canvas.stroke([P(210 + eave, foot - 80), P(210 + eave + 8, foot - 92)], 4, 2, tile)
    }
    canvas.stroke(P(210, 72), P(210, 8), 7, 3, tile)
    for ring in 0..<5 { canvas.ellipse(P(210, 60 - Float(ring) * 9), P(11 - Float(ring) * 1.4, 3), tile) }
    canvas.rectangle(70, 438, 280, 34, tone(.pagoda, RGB(0.5, 0.48, 0.44)))
    return canvas.sprite()
  }

  private var windmill: [Sprite] {
    let wall = tone(.windmill, RGB(0.88, 0.84, 0.76))
    let dark = tone(.windmill, RGB(0.34, 0.22, 0.16))
    let cloth = tone(.windmill, RGB(0.92, 0.88, 0.78))
    let glass = glass
    let sunRight = sunRight
    return inParallel(24) { index in
      var canvas = SpriteCanvas(width: 480, height: 480)
      canvas.fill([P(186, 472), P(206, 210), P(274, 210), P(294, 472)]) { x, _ in
        wall * (1 - 0.45 * clamp((x - 240) / 50 * (sunRight ? -1 : 1) + 0.2, 0, 1))
      }
      canvas.fill([P(198, 214), P(214, 170), P(240, 150), P(266, 170), P(282, 214)], dark)
      canvas.rectangle(228, 424, 26, 48, dark * 0.8)
      for y in [262, 334] as [Float] { canvas.rectangle(232, y, 18, 26, glass) }
      let hub = P(240, 186)
      for blade in 0..<4 {
        let turn = Float(blade) / 4 + Float(index) / 24 / 4
        let way = P(cosine(turns: turn), sine(turns: turn))
        let side = P(-way.y, way.x)
        canvas.stroke(hub, hub + way * 176, 7, 4, dark)
        canvas.fill(
          [
            hub + way * 40 + side * 3, hub + way * 172 + side * 3, hub + way * 172 + side * 34,
            hub + way * 40 + side * 30,
          ], cloth, opacity: 0.9)
        for bar in 0..<6 {
          let at = hub + way * (44 + Float(bar) * 25)
          canvas.stroke(at, at + side * 33, 2, 2, dark)
        }
      }
      canvas.ellipse(hub, P(11, 11), dark)
      return canvas.sprite()
    }
  }

  private var volcano: [any SceneLayer] {
    let element = stage.shot.element(.volcano)
    let frame = frame
    let size = Float(element?.size ?? 1)
    let seed = stage.seed(0x701C)
    var canvas = SpriteCanvas(width: 900, height: 520)
    let rock = tone(.volcano, RGB(0.34, 0.28, 0.28))
    var outline: [P] = []
    for step in 0...80 {
      let t = Float(step) / 40 - 1
      let form = power(max(0, 1 - abs(t)), 1.55)
      let crater = abs(t) < 0.09 ? 0.022 * (1 - abs(t) / 0.09) : 0
      outline.append(
        P(450 + t * 440, 512 - (form - crater) * 455 + Noise.line(t * 9, octaves: 4, seed: seed) * 9))
    }
    canvas.fill([P(4, 518)] + outline + [P(896, 518)]) { x, y in
      let gully = SharedTiles.billow.sample((x - 450) * 260 / max(60, y - 20) + 200, y * 0.5)
      let side = clamp((x - 450) / 300 * (sunRight ? 1 : -1), -1, 1)
      return rock * (0.55 + 0.75 * gully + 0.3 * side)
    }
    let lava = RGB(1.25, 0.42, 0.08)
    let crater = P(450, 74)
    for stream in 0..<5 {
      var points = [crater + P((hash(stream, seed, 1) - 0.5) * 50, 0)]
      for _ in 0..<9 {
        let last = points[points.count - 1]
        let out = (last.x - 450) * 0.22 + (hash(points.count, seed, stream + 9) - 0.5) * 26
        points.append(last + P(out, 20 + 18 * hash(points.count, seed, stream)))
      }
      canvas.stroke(points, 13, 3, lava)
      canvas.stroke(points, 5, 1, RGB(1.3, 0.9, 0.4))
    }
    canvas.ellipse(crater, P(40, 9), RGB(1.3, 0.62, 0.16))
    if !hasWaterBelow { canvas.fadeFoot(from: 0.80) }
    let sprite = canvas.sprite()
    let x = frame.width * (0.5 + Float(element?.place ?? 0) * 0.3)
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let foot = hasWater ? frame.horizon + 3 : frame.horizon + frame.height * 0.13
    let scale = frame.unit * 1.1 * size
    let haze = stage.light.haze
    let cone = PropLayer(sprites: [sprite], anchor: 512) { moment in
      let spot = moment.project(x: x, y: foot, nearness: 0.2)
      return [
        PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, tone: t2v_tone(haze: haze, amount: 0.14))
      ]
    }
    let smoke = stage.light.haze.mixed(RGB(0.16, 0.13, 0.13), 0.62)
    let energy = stage.energy
    let plume = MarkLayer(height: stage.canvas.height) { moment in
      let top = moment.project(x: x, y: foot - 440 * scale, nearness: 0.2)
      var marks = (0..<70).map { puff -> Marks.Mark in
        let age = fract(moment.turns(rate: 0.045) + Float(puff) / 70)
        let wide = (26 + 190 * age) * scale
        let drift = age * age * (180 + 260 * energy) * scale
        let glow = 1 - smoothstep(0, 0.25, age)
        return Marks.Mark(
          x: top.x + drift + (hash(puff, seed, 21) - 0.5) * wide * 1.3,
          y: top.y - 620 * power(age, 0.8) * scale + (hash(puff, seed, 22) - 0.5) * wide,
          radius: wide * 0.32, softness: wide * 0.9, colour: smoke.mixed(RGB(1, 0.4, 0.12), glow * 0.7),
          opacity: 0.34 * (1 - age) * min(1, age * 10))
      }
      for spark in 0..<46 {
        let age = fract(moment.turns(rate: 0.42 + 0.2 * hash(spark, seed, 1)) + hash(spark, seed, 2))
        let way = (hash(spark, seed, 3) - 0.5) * 300
        marks.append(
          Marks.Mark(
            x: top.x + way * age * scale,
            y: top.y - (330 * (0.5 + hash(spark, seed, 4)) * age - 420 * age * age) * scale,
            radius: 2.6 * scale, softness: 2.4, colour: RGB(1, 0.56, 0.16), opacity: 1 - age, isLight: true,
            halo: 26 * scale, haloStrength: 0.5 * (1 - age)))
      }
      marks.append(
        Marks.Mark(
          x: top.x, y: top.y, radius: 1, softness: 1, colour: RGB(1, 0.36, 0.1), opacity: 0.01, isLight: true,
          halo: 330 * scale, haloStrength: 0.55 + 0.1 * moment.swing(rate: 0.7)))
      return marks
    }
    return [plume, cone]
  }

  // MARK: In the water

  /// What rises from the sea or a lake.
  var inWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.iceberg) { layers.append(iceberg) }
    if stage.has(.torii) { layers.append(torii) }
    if stage.has(.lotus) { layers += lotus }
    if stage.has(.ship) { layers.append(ship) }
    return layers
  }

  private var iceberg: any SceneLayer {
    let element = stage.shot.element(.iceberg)
    let frame = frame
    let own = stage.colour(.iceberg) ?? RGB(0.86, 0.94, 1)
    let (lit, shade) = (own * (daylight + RGB(0.1)), (own * RGB(0.45, 0.62, 0.80)) * daylight)
    let seed = stage.seed(0x1CE)
    let sprites = (0..<3).map { number -> Sprite in
      var canvas = SpriteCanvas(width: 520, height: 330)
      var top: [P] = []
      for step in 0...9 {
        let t = clamp((Float(step) + (hash(step, seed, number + 40) - 0.5) * 0.9) / 9, 0, 1)
        let peak = 0.45 + 0.55 * exponential(-power((t - 0.35 - 0.3 * hash(number, seed, 50)) * 3.4, 2))
        let form = power(sine(turns: t / 2), 0.4) * peak * (0.62 + 0.38 * hash(step, seed, number + 3))
        top.append(P(24 + 472 * t, 318 - 286 * form))
      }
      // Facets: each stretch between two crests falls to a foot of its own.
      for step in 0..<9 {
        let (a, b) = (top[step], top[step + 1])
        let foot = P((a.x + b.x) / 2 + (hash(step, seed, number + 11) - 0.5) * 40, 322)
        let turned = ((b.y - a.y) > 0) == sunRight
        canvas.fill([a, b, P(b.x, 324), foot, P(a.x, 324)]) { x, y in
          let melt = SharedTiles.cloud.sample(x * 0.7, y * 1.5)
          return (turned ? lit : shade.mixed(lit, 0.45)) * (0.92 + 0.14 * melt)
        }
        canvas.fill([a, foot, P(a.x, 324)], shade, opacity: 0.4)
      }
      canvas.rectangle(20, 312, 480, 8, RGB(0.35, 0.75, 0.85) * daylight, opacity: 0.8)
      return canvas.sprite()
    }
    let count = min(7, element?.count ?? 1)
    let haze = stage.light.haze
    let size = Float(element?.size ?? 1)
    return PropLayer(sprites: sprites, anchor: 318) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.28 : mix(0.02, 0.34, Float(index) / Float(count))
        let y = moment.horizon + (frame.height - frame.horizon) * mix(0.02, 0.4, near)
        let home =
          count == 1
          ? 0.5 + Float(element?.place ?? 0) * 0.3 : 0.12 + 0.76 * fract(Float(index) * 0.618 + hash(seed))
        let scale = frame.unit * mix(0.65, 1.8, near) * size
        return PropLayer.Pose(
          x: home * frame.width + moment.drift(speed: 3 * frame.unit) + moment.camera.turn + moment.camera
            .truck * near,
          y: y + moment.swing(rate: 0.07, offset: hash(index, seed)) * 3 * scale, scale: scale,
          tone: t2v_tone(haze: haze, amount: mix(0.3, 0.05, near)), reflection: 0.5,
          sprite: index % sprites.count)
      }.sorted { $0.y < $1.y }
    }
  }

  private var torii: any SceneLayer {
    let element = stage.shot.element(.torii)
    let frame = frame
    var canvas = SpriteCanvas(width: 420, height: 390)
    let red = tone(.torii, RGB(0.86, 0.22, 0.13))
    let dark = tone(.torii, RGB(0.16, 0.13, 0.13))
    for side in [-1, 1] as [Float] {
      canvas.fill([
        P(210 + side * 126 - 17, 384), P(210 + side * 112 - 14, 70), P(210 + side * 112 + 14, 70),
        P(210 + side * 126 + 17, 384),
      ]) { x, _ in
        red * (1 + 0.25 * sine(turns: (x - 210 - side * 120) / 120))
      }
      canvas.rectangle(210 + side * 126 - 21, 350, 42, 34, dark)
    }
    canvas.rectangle(70, 118, 280, 22, red * 0.9)
    canvas.rectangle(196, 72, 28, 48, red * 0.8)
    var (lower, upper): ([P], [P]) = ([], [])
    for step in 0...20 {
      let s = Float(step) / 10 - 1
      lower.append(P(210 + s * 194, 78 - 20 * s * s))
      upper.append(P(210 + s * 204, 36 - 26 * s * s))
    }
    canvas.fill(lower + upper.reversed(), red)
    canvas.fill(upper + upper.reversed().map { $0 - P(0, 14) }, dark)
    let sprite = canvas.sprite()
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let ground = GroundLine(stage)
    let size = Float(element?.size ?? 1)
    return PropLayer(sprites: [sprite], anchor: 384) { moment in
      let y = hasWater ? frame.horizon + (frame.height - frame.horizon) * 0.3 : ground.y(0.2)
      let spot = moment.project(
        x: frame.width * (0.5 + Float(element?.place ?? 0) * 0.3), y: y, nearness: 0.6)
      return [
        PropLayer.Pose(
          x: spot.x, y: spot.y, scale: frame.unit * 1.15 * size * spot.scale, reflection: hasWater ? 0.6 : 0)
      ]
    }
  }

  private var lotus: [any SceneLayer] {
    let element = stage.shot.element(.lotus)
    let frame = frame
    let pink = (stage.colour(.lotus) ?? RGB(0.96, 0.58, 0.72)) * (daylight + RGB(0.14))
    let green = RGB(0.20, 0.44, 0.26) * (daylight + RGB(0.06))
    var leaf = SpriteCanvas(width: 220, height: 84)
    leaf.fill(SpriteCanvas.ellipse(P(110, 42), P(104, 36))) { x, y in
      green * (0.8 + 0.35 * abs(sine(turns: arcTurns((y - 42) * 2.6, x - 110) * 7)) + (y < 34 ? 0.12 : 0))
    }
    leaf.fill([P(110, 42), P(204, 60), P(188, 74)], stage.light.deep)
    func flower(_ open: Float) -> Sprite {
      var canvas = SpriteCanvas(width: 200, height: 190)
      canvas.stroke([P(100, 120), P(104, 150), P(102, 186)], 7, 7, green * 0.8)
      for ring in 0..<3 {
        let petals = 7 - ring
        for petal in 0..<petals {
          let s = (Float(petal) / Float(petals - 1) - 0.5) * (2 - 0.5 * Float(ring)) * open
          let tip = P(100 + s * 86, 56 + abs(s) * 46 - Float(2 - ring) * 8)
          let base = P(100 + s * 10, 122)
          let mid = (tip + base) / 2
          let side = P(-(tip - base).y, (tip - base).x) * 0.2
          canvas.fill([base, mid + side, tip, mid - side]) { _, y in
            pink.mixed(RGB(1) * (daylight + RGB(0.14)), clamp((y - 50) / 90, 0, 1) * 0.7)
              * (0.84 + 0.08 * Float(ring))
          }
        }
      }
      canvas.ellipse(P(100, 112), P(12, 7), RGB(0.95, 0.82, 0.3) * daylight)
      return canvas.sprite()
    }
    let sprites = [leaf.sprite(), flower(1), flower(0.62)]
    let count = min(60, element?.count.map { $0 * 3 } ?? 36)
    let seed = stage.seed(0x107)
    @Sendable func pose(_ index: Int, _ moment: Moment, flower: Bool) -> PropLayer.Pose {
      let near = power(Float(index) / Float(count), 1.3)
      let y = moment.horizon + (frame.height - frame.horizon) * mix(0.1, 1.02, near)
      let x = frame.width * fract(Float(index) * 0.618 + 0.2 * hash(index, seed, 1))
      let scale = frame.unit * mix(0.24, 1.35, near) * Float(element?.size ?? 1)
      let sway = moment.swing(rate: 0.12, offset: hash(index, seed, 2))
      return PropLayer.Pose(
        x: x + moment.camera.turn + moment.camera.truck * near, y: y + sway * 2 * scale,
        scale: scale * (0.8 + 0.4 * hash(index, seed, 3)),
        lean: flower ? sway * 6 * scale : 0, reflection: flower ? 0.3 : 0,
        sprite: flower ? 1 + index % 2 : 0)
    }
    return [
      PropLayer(sprites: sprites, anchor: 42) { moment in (0..<count).map { pose($0, moment, flower: false) }
      },
      PropLayer(sprites: sprites, anchor: 186) { moment in
        (0..<count).filter { $0 % 3 == 1 }.map { pose($0, moment, flower: true) }
      },
    ]
  }

  private var ship: any SceneLayer {
    let element = stage.shot.element(.ship)
    let frame = frame
    let dark = tone(.ship, RGB(0.30, 0.20, 0.14))
    let cloth = tone(.ship, RGB(0.92, 0.86, 0.74))
    var canvas = SpriteCanvas(width: 460, height: 460)
    canvas.fill([
      P(30, 372), P(70, 366), P(90, 386), P(330, 388), P(370, 366), P(436, 352), P(390, 436), P(90, 440),
    ]) { _, y in
      dark * (1.15 - (y - 350) / 160)
    }
    for port in 0..<8 { canvas.rectangle(120 + Float(port) * 30, 404, 10, 9, dark * 0.4) }
    canvas.stroke(P(400, 366), P(458, 318), 6, 3, dark)
    for (mast, tall) in [(Float(130), Float(96)), (230, 24), (326, 74)] {
      canvas.stroke(P(mast, 390), P(mast, tall), 7, 3, dark)
      for sail in 0..<3 {
        let top = tall + 12 + Float(sail) * (350 - tall) / 3.4
        let high = (350 - tall) / 3.4 - 10
        let wide = 34 + Float(sail) * 11
        canvas.stroke(P(mast - wide, top), P(mast + wide, top), 3.4, 3.4, dark)
        // Full of wind.
        canvas.fill([
          P(mast - wide, top), P(mast + wide, top), P(mast + wide + 19, top + high * 0.55),
          P(mast + wide + 4, top + high),
          P(mast, top + high * 0.86), P(mast - wide + 4, top + high), P(mast - wide + 15, top + high * 0.5),
        ]) { x, _ in cloth * (0.78 + 0.3 * (x - mast + wide) / (2 * wide)) }
      }
    }
    canvas.fill([P(332, 90), P(452, 324), P(344, 340)], cloth * 0.85, opacity: 0.95)
    let sprite = canvas.sprite()
    let seed = stage.seed(0x541)
    let count = min(7, element?.count ?? 1)
    let haze = stage.light.haze
    let energy = stage.energy
    let way: Float = element?.heading == .left ? -1 : 1
    return PropLayer(sprites: [sprite], anchor: 428) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.3 : mix(0.08, 0.45, hash(index, seed, 1))
        let scale = frame.unit * mix(0.5, 1.35, near) * Float(element?.size ?? 1)
        let y = moment.horizon + (frame.height - frame.horizon) * mix(0.02, 0.45, near)
        let home = count == 1 ? 0.5 + Float(element?.place ?? 0) * 0.32 : (Float(index) + 0.5) / Float(count)
        let x =
          home * frame.width + way
          * (moment.drift(speed: 9 * frame.unit * Float(element?.speed ?? 1)) - 40 * frame.unit)
        return PropLayer.Pose(
          x: x + moment.camera.turn + moment.camera.truck * near,
          y: y + moment.swing(rate: 0.17, offset: hash(index, seed, 2)) * 6 * scale * (0.4 + energy),
          scale: scale,
          flipped: way < 0, tone: t2v_tone(haze: haze, amount: 0.24 * (1 - near)),
          lean: moment.swing(rate: 0.13, offset: hash(index, seed, 3)) * 14 * scale * (0.4 + energy),
          reflection: 0.45)
      }
    }
  }

  // MARK: At hand

  /// What stands where people would, before the people.
  var near: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.pine) { layers.append(near(.pine, pine, anchor: 590, height: 720, tall: 600, sway: 10)) }
    if stage.has(.autumnTree) {
      layers.append(near(.autumnTree, autumnTree, anchor: 590, height: 640, tall: 600, place: 0.2, sway: 7))
    }
    if stage.has(.cactus) {
      layers.append(near(.cactus, cactus, anchor: 392, height: 380, tall: 400, count: 3))
    }
    if stage.has(.streetLamp) { layers += streetLamp }
    if stage.has(.bench) {
      layers.append(near(.bench, bench, anchor: 136, height: 130, tall: 150, place: 0.12))
    }
    if stage.has(.tent) { layers += tent }
    return layers
  }

  private var pine: Sprite {
    var canvas = SpriteCanvas(width: 420, height: 600)
    let needle = tone(.pine, RGB(0.16, 0.32, 0.20))
    let seed = stage.seed(0x91E)
    canvas.stroke(P(210, 594), P(214, 60), 24, 4, tone(.pine, RGB(0.30, 0.20, 0.14)))
    for tier in 0..<15 {
      let t = Float(tier) / 14
      let y = 60 + 470 * t
      let reach = 22 + 165 * power(t, 0.85)
      for side in [-1, 1] as [Float] {
        for bough in 0..<3 {
          let far = reach * (0.75 + 0.4 * hash(tier, seed, bough)) * (bough == 2 ? 0.6 : 1)
          let tip = P(212 + side * far, y + 34 + 26 * t + Float(bough) * 7)
          let mid = P(212 + side * far * 0.5, y + 6 + Float(bough) * 9)
          canvas.fill(
            [P(212, y - 22), mid + P(0, -13), tip, mid + P(-side * 6, 22), P(212, y + 20)],
            needle * (0.7 + 0.5 * hash(tier, seed, bough + 7)))
        }
      }
    }
    return canvas.sprite()
  }

  private var autumnTree: Sprite {
    var canvas = SpriteCanvas(width: 620, height: 600)
    let bark = tone(.autumnTree, RGB(0.26, 0.18, 0.13))
    let seed = stage.seed(0xA07)
    var tips: [P] = []
    func branch(_ from: P, _ turn: Float, _ length: Float, _ width: Float, _ depth: Int) {
      let to = from + P(cosine(turns: turn), sine(turns: turn)) * length
      canvas.stroke(from, to, width, width * 0.62, bark)
      if depth == 0 {
        tips.append(to)
        return
      }
      for arm in 0..<3 {
        let spread = (Float(arm) - 1) * 0.085 + (hash(tips.count, seed, depth * 3 + arm) - 0.5) * 0.06
        branch(
          to, turn + spread, length * (0.66 + 0.16 * hash(depth, seed, arm + tips.count)), width * 0.6,
          depth - 1)
      }
    }
    branch(P(310, 594), -0.25, 178, 42, 4)
    let base = stage.colour(.autumnTree) ?? RGB(0.90, 0.42, 0.10)
    let colours = [base, base.mixed(RGB(0.95, 0.72, 0.16), 0.6), base.mixed(RGB(0.66, 0.16, 0.08), 0.5)].map {
      ($0 * (daylight + RGB(0.08))).mixed(stage.light.near, dusk * 0.6)
    }
    for index in 0..<4600 {
      let tip = tips[index % tips.count]
      let spread =
        P(
          hash(index, seed, 21) + hash(index, seed, 22) - 1, hash(index, seed, 23) + hash(index, seed, 24) - 1
        ) * 62
      let size = 4 + 6 * hash(index, seed, 25)
      let lightSide = clamp(
        0.8 - (spread.y / 62) * 0.3 + (sunRight ? 1 : -1) * spread.x / 62 * 0.22, 0.4, 1.3)
      canvas.ellipse(
        tip + spread, P(size, size * 0.7), turns: hash(index, seed, 26), colours[index % 3] * lightSide)
    }
    return canvas.sprite()
  }

  private var cactus: Sprite {
    var canvas = SpriteCanvas(width: 280, height: 400)
    let green = tone(.cactus, RGB(0.30, 0.44, 0.24))
    func arm(_ points: [P], _ width: Float) {
      canvas.stroke(points, width, width * 0.92, green)
      canvas.ellipse(points[points.count - 1], P(width, width) * 0.47, green)
      for rib in [-0.28, 0, 0.28] as [Float] {
        canvas.stroke(
          points.map { $0 + P(rib * width, 0) }, 2, 2, green * ((rib > 0) == sunRight ? 1.25 : 0.72))
      }
    }
    arm([P(140, 396), P(140, 60)], 54)
    arm([P(140, 266), P(84, 258), P(66, 232), P(64, 150)], 36)
    arm([P(140, 220), P(196, 214), P(214, 190), P(216, 96)], 34)
    return canvas.sprite()
  }

  private var streetLamp: [any SceneLayer] {
    var canvas = SpriteCanvas(width: 160, height: 600)
    let iron = tone(.streetLamp, RGB(0.14, 0.15, 0.16))
    let lamp = RGB(1, 0.84, 0.52)
    canvas.stroke(P(80, 594), P(80, 130), 13, 9, iron)
    canvas.rectangle(62, 570, 36, 24, iron)
    canvas.ellipse(P(80, 520), P(11, 7), iron)
    canvas.stroke(P(52, 150), P(108, 150), 5, 5, iron)
    canvas.fill(
      [P(56, 64), P(104, 64), P(94, 130), P(66, 130)],
      lamp.mixed(RGB(0.8) * daylight, 1 - max(0.2, stage.light.lamps)) * (1 + 0.3 * stage.light.lamps))
    canvas.fill([P(48, 66), P(80, 34), P(112, 66)], iron)
    canvas.stroke(P(80, 34), P(80, 20), 5, 3, iron)
    canvas.stroke(P(80, 64), P(80, 130), 3, 3, iron)
    let post = near(.streetLamp, canvas.sprite(), anchor: 594, height: 560, tall: 600, place: 0.26)
    guard stage.light.lamps > 0.2, let prop = post as? PropLayer else { return [post] }
    let glow = stage.light.lamps
    let light = MarkLayer(height: stage.canvas.height) { moment in
      prop.poses(moment).map { pose in
        Marks.Mark(
          x: pose.x, y: pose.y - 500 * pose.scale, radius: 16 * pose.scale, softness: 30 * pose.scale,
          colour: lamp,
          opacity: 0.7 * glow, isLight: true, halo: 420 * pose.scale, haloStrength: 0.5 * glow)
      }
    }
    return [post, light]
  }

  private var bench: Sprite {
    var canvas = SpriteCanvas(width: 320, height: 150)
    let wood = tone(.bench, RGB(0.46, 0.30, 0.18))
    let iron = tone(.bench, RGB(0.13, 0.13, 0.14))
    for x in [50, 262] as [Float] {
      canvas.stroke(P(x, 136), P(x - 4, 84), 9, 8, iron)
      canvas.stroke(P(x + 12, 136), P(x - 8, 20), 8, 7, iron)
      canvas.stroke(P(x - 10, 84), P(x - 26, 136), 8, 7, iron)
    }
    for slat in 0..<3 {
      canvas.rectangle(24, 26 + Float(slat) * 17, 272, 12, wood * (1 - 0.08 * Float(slat)))
    }
    for slat in 0..<2 { canvas.rectangle(20, 82 + Float(slat) * 9, 280, 7, wood * 0.9) }
    return canvas.sprite()
  }

  private var tent: [any SceneLayer] {
    var canvas = SpriteCanvas(width: 420, height: 250)
    let own = stage.colour(.tent) ?? RGB(0.92, 0.52, 0.18)
    let lamps = stage.light.lamps
    // Lit from within by night.
    let cloth = (own * daylight).mixed(own * 1.15, lamps * 0.75)
    canvas.fill([P(20, 240), P(170, 36), P(300, 240)]) { x, y in
      cloth * (0.8 + 0.4 * lamps * exponential(-power((x - 165) / 110, 2) - power((y - 200) / 110, 2)))
    }
    canvas.fill([P(170, 36), P(258, 30), P(404, 236), P(300, 240)], cloth * 0.66)
    canvas.fill([P(168, 70), P(206, 240), P(132, 240)], RGB(1, 0.86, 0.56).mixed(cloth * 0.35, 1 - lamps))
    canvas.stroke(P(170, 38), P(165, 240), 2.4, 2.4, cloth * 0.5)
    canvas.stroke(P(20, 240), P(4, 246), 2, 1, cloth * 0.5)
    let post = near(.tent, canvas.sprite(), anchor: 240, height: 250, tall: 250, place: 0.16)
    guard lamps > 0.2, let prop = post as? PropLayer else { return [post] }
    let light = MarkLayer(height: stage.canvas.height) { moment in
      prop.poses(moment).map { pose in
        Marks.Mark(
          x: pose.x - 40 * pose.scale, y: pose.y - 60 * pose.scale, radius: 1, softness: 1,
          colour: RGB(1, 0.66, 0.3),
          opacity: 0.01, isLight: true, halo: 380 * pose.scale, haloStrength: 0.34 * lamps)
      }
    }
    return [post, light]
  }
}
