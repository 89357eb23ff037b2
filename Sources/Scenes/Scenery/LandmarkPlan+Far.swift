import CKernels
import Directing

/// What stands far off: castles, mills, a volcano.
extension LandmarkPlan {
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
}
