import Directing

/// What stands at hand, where people would.
extension LandmarkPlan {
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
    if stage.has(.bench) { layers += BenchPlan(stage: stage).layers }
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
    // In the snow, when lamps are lit, it is a Christmas tree.
    if stage.has(.snow), stage.light.lamps > 0.5 {
      let colours = [
        RGB(1, 0.82, 0.42), RGB(1, 0.30, 0.24), RGB(0.40, 0.72, 1), RGB(0.45, 0.95, 0.5), RGB(1, 0.55, 0.85),
      ]
      var lights: [(at: P, colour: RGB)] = []
      for lamp in 0..<110 {
        let t = power((Float(lamp) + 0.5) / 110, 0.62)
        let reach = 16 + 150 * power(t, 0.85)
        let at = P(212 + (hash(lamp, seed, 41) - 0.5) * 2 * reach, 84 + 470 * t)
        let colour = colours[Int(hash(lamp, seed, 42) * 5) % 5]
        canvas.ellipse(at, P(4.6, 4.6), colour)
        canvas.ellipse(at, P(2, 2), RGB(1))
        lights.append((at, colour))
      }
      canvas.addBloom(lights, reach: 22, strength: 0.9)
      let star = P(213, 50)
      canvas.fill(
        (0..<10).map {
          star + P(sine(turns: Float($0) / 10), -cosine(turns: Float($0) / 10)) * ($0 % 2 == 0 ? 30 : 12)
        },
        RGB(1, 0.88, 0.45))
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
    let sprite = canvas.sprite()
    let post =
      stage.has(.road)
      ? besideRoad(.streetLamp, sprite, anchor: 594, tall: 600)
      : near(.streetLamp, sprite, anchor: 594, height: 560, tall: 600, place: 0.26)
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
    // A pool of light at its foot, broad and flat, as the ground is seen.
    let pool = MarkLayer(height: stage.canvas.height) { moment in
      prop.poses(moment).flatMap { pose in
        (0..<10).map { part in
          let off = Float(part % 5 - 2) / 3
          let wide = (part < 5 ? 230 : 110) * (1 - off * off).squareRoot() * pose.scale
          return Marks.Mark(
            x: pose.x - wide, y: pose.y + 66 * off * pose.scale, dx: 2 * wide, radius: 12 * pose.scale,
            softness: 74 * pose.scale, colour: lamp, opacity: 0.2 * glow, isLight: true)
        }
      }
    }
    return [pool, post, light]
  }

  /// Posts beside a road, on both sides by turns, as far from each other as the picture allows.
  private func besideRoad(
    _ kind: SceneElement.Kind, _ sprite: Sprite, anchor: Float, tall: Float
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let count = min(12, element?.count ?? 1)
    let first: Float =
      (element?.place ?? 0) == 0
      ? (hash(stage.seed(0xEA1)) < 0.5 ? -1 : 1) : (element?.place ?? 0) < 0 ? -1 : 1
    let lane = RoadLayer.spread(frame) * 1.12
    // Four metres against the people of a road.
    let scale = 388 * frame.unit * (4.2 / 1.7) / tall * Float(element?.size ?? 1)
    return PropLayer(sprites: [sprite], anchor: anchor) { moment in
      (0..<count).map { index in
        // The nearest is whole in the picture.
        let near = min(0.54, 0.44 / lane) / (1 + 0.75 * Float(index / 2) + (index % 2 == 0 ? 0 : 0.3))
        return PropLayer.Pose(
          x: frame.width * (0.5 + (index % 2 == 0 ? first : -first) * lane * near) + moment.camera.turn,
          y: moment.horizon + near * (frame.height - frame.horizon), scale: scale * near)
      }.sorted { $0.y < $1.y }
    }
  }

  private var tent: [any SceneLayer] {
    var canvas = SpriteCanvas(width: 420, height: 250)
    let own = stage.colour(.tent) ?? RGB(0.92, 0.52, 0.18)
    let lamps = stage.light.lamps
    // Lit from within by night.
    let cloth = (own * daylight).mixed(own * 1.15, lamps * 0.75)
    canvas.fill([P(20, 240), P(170, 36), P(300, 240)]) { x, y in
      cloth * (0.8 + 0.4 * lamps * exponential(-square((x - 165) / 110) - square((y - 200) / 110)))
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
