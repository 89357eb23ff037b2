import CKernels
import Directing

/// What lives in the air or drifts on it.
extension AircraftLayers {
  var bees: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.bees)
    let yellow = tone(.bees, RGB(0.98, 0.76, 0.14), dark: 0.1)
    let sprites = (0..<4).map { index -> Sprite in
      var canvas = SpriteCanvas(width: 90, height: 70)
      canvas.ellipse(P(44, 44), P(24, 14), yellow)
      for stripe in 0..<3 { canvas.rectangle(30 + Float(stripe) * 11, 31, 5, 26, RGB(0.1, 0.07, 0.03)) }
      canvas.ellipse(P(70, 42), P(9, 9), RGB(0.1, 0.07, 0.03))
      let turn = -0.12 + 0.07 * Float(index)
      canvas.ellipse(P(40, 24), P(9, 20), turns: turn, RGB(0.95, 0.97, 1), opacity: 0.7)
      canvas.ellipse(P(52, 24), P(8, 17), turns: turn + 0.06, RGB(0.95, 0.97, 1), opacity: 0.6)
      return canvas.sprite()
    }
    let count = min(80, element?.count ?? 9)
    let seed = stage.seed(0xBEE)
    return PropLayer(sprites: sprites, anchor: 44) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 1 : hash(index, seed, 1)
        let scale = frame.unit * mix(0.45, 1.25, near) * Float(element?.size ?? 1)
        let wide = 150 * frame.unit * (0.5 + near)
        let x =
          frame.width * mix(0.08, 0.92, hash(index, seed, 2)) + wide
          * (moment.swing(rate: 0.13, offset: hash(index, seed, 3)) + 0.3
            * moment.swing(rate: 0.7, offset: hash(index, seed, 4)))
        let y =
          frame.height * mix(0.5, 0.84, hash(index, seed, 5)) + wide * 0.5
          * (moment.swing(rate: 0.17, offset: hash(index, seed, 6)) + 0.35
            * moment.swing(rate: 0.9, offset: hash(index, seed, 7)))
        let right = moment.swing(rate: 0.13, offset: hash(index, seed, 3) + 0.25) > 0
        return PropLayer.Pose(
          x: x, y: y, scale: scale, flipped: !right,
          sprite: Int(fract(moment.turns(rate: 9) + hash(index, seed, 8)) * 4) % 4)
      }
    }
  }

  var kite: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.kite)
    let own = stage.colour(.kite) ?? RGB(0.92, 0.24, 0.18)
    let cloth = tone(.kite, own, dark: 0.05)
    var canvas = SpriteCanvas(width: 200, height: 250)
    canvas.fill([P(100, 8), P(188, 92), P(100, 92)], cloth)
    canvas.fill([P(100, 8), P(12, 92), P(100, 92)], cloth.mixed(RGB(1, 0.85, 0.2) * daylight, 0.7))
    canvas.fill([P(100, 242), P(188, 92), P(100, 92)], cloth.mixed(RGB(0.2, 0.45, 0.85) * daylight, 0.6))
    canvas.fill([P(100, 242), P(12, 92), P(100, 92)], cloth * 0.8)
    let sprite = canvas.sprite()
    let count = min(9, element?.count ?? 1)
    let seed = stage.seed(0x417E)
    let size = Float(element?.size ?? 1)
    let ground = GroundLine(stage)
    @Sendable func spot(_ index: Int, _ moment: Moment) -> P {
      let home =
        count == 1
        ? 0.58 + Float(element?.place ?? 0) * 0.3 : 0.12 + 0.76 * (Float(index) + 0.5) / Float(count)
      return P(
        home * frame.width + 60 * frame.unit * moment.swing(rate: 0.09, offset: hash(index, seed))
          + moment.camera.turn,
        frame.height * (0.25 + 0.12 * hash(index, seed, 2)) + 40 * frame.unit
          * moment.swing(rate: 0.13, offset: hash(index, seed, 3)) + moment.camera.tilt)
    }
    let dark = stage.light.near
    let holder = FigurePlan(stage: stage).hand
    let line = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let kite = spot(index, moment)
        let free = P(frame.width * (0.2 + 0.1 * hash(index, seed, 4)), ground.y(0.5) - 130 * frame.unit)
        let hand = index == 0 ? holder?(moment) ?? free : free
        var marks: [Marks.Mark] = []
        var last = kite
        for step in 1...14 {
          let t = Float(step) / 14
          let sag = 4 * t * (1 - t) * 90 * frame.unit
          let next = kite + (hand - kite) * t + P(0, sag)
          marks.append(
            Marks.Mark(
              x: last.x, y: last.y, dx: next.x - last.x, dy: next.y - last.y, radius: 0.7 * frame.unit,
              softness: 1, colour: dark, opacity: 0.55))
          last = next
        }
        var tail = kite + P(0, 120 * frame.unit * size)
        for bow in 0..<12 {
          let next =
            tail + P(26 * sine(turns: Float(bow) * 0.13 - moment.turns(rate: 0.5)) + 8, 25) * frame.unit
            * size
          marks.append(
            Marks.Mark(
              x: tail.x, y: tail.y, dx: next.x - tail.x, dy: next.y - tail.y,
              radius: (bow % 3 == 1 ? 7 : 1.4) * frame.unit * size, softness: 1, colour: cloth, opacity: 0.95)
          )
          tail = next
        }
        return marks
      }
    }
    let kites = PropLayer(sprites: [sprite], anchor: 120) { moment in
      (0..<count).map { index in
        let place = spot(index, moment)
        return PropLayer.Pose(
          x: place.x, y: place.y, scale: frame.unit * size * 1.0,
          lean: 16 * frame.unit * moment.swing(rate: 0.21, offset: hash(index, seed, 5)))
      }
    }
    return [line, kites]
  }

  var owl: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.owl)
    let feather = tone(.owl, RGB(0.46, 0.34, 0.24), dark: 0.2)
    let bark = stage.light.near.mixed(RGB(0.16, 0.11, 0.08), 0.5)
    let sprites = [0, 1].map { blink -> Sprite in
      var canvas = SpriteCanvas(width: 620, height: 420)
      canvas.stroke([P(6, 336), P(180, 322), P(380, 330), P(612, 306)], 34, 16, bark)
      canvas.stroke([P(470, 322), P(540, 270), P(590, 262)], 11, 3, bark)
      canvas.ellipse(P(280, 236), P(84, 106), feather)
      canvas.fill([P(206, 150), P(204, 84), P(250, 122)], feather)
      canvas.fill([P(354, 150), P(356, 84), P(310, 122)], feather)
      canvas.ellipse(P(280, 166), P(82, 64), feather * 1.12)
      for row in 0..<6 {
        for column in 0..<7 {
          let y = 226 + Float(row) * 18
          canvas.ellipse(
            P(226 + Float(column) * 18 + (row % 2 == 0 ? 0 : 9), y), P(7, 5),
            feather * (row % 2 == 0 ? 1.4 : 0.7), opacity: 0.7)
        }
      }
      canvas.fill([P(200, 200), P(182, 300), P(222, 330), P(226, 220)], feather * 0.7)
      canvas.fill([P(360, 200), P(378, 300), P(338, 330), P(334, 220)], feather * 0.7)
      for eye in [246, 314] as [Float] {
        canvas.ellipse(P(eye, 164), P(34, 34), feather * 1.45)
        if blink == 0 {
          canvas.ellipse(P(eye, 164), P(23, 23), RGB(1, 0.76, 0.16))
          canvas.ellipse(P(eye, 164), P(12, 12), RGB(0.02))
          canvas.ellipse(P(eye - 5, 158), P(4, 4), RGB(1))
        } else {
          canvas.stroke(P(eye - 22, 166), P(eye + 22, 166), 5, 5, feather * 0.5)
        }
      }
      canvas.fill([P(270, 178), P(290, 178), P(280, 206)], RGB(0.75, 0.6, 0.3))
      return canvas.sprite()
    }
    let seed = stage.seed(0x0E1)
    let place = Float(element?.place ?? 0)
    return PropLayer(sprites: sprites, anchor: 336) { moment in
      let scale = frame.unit * 1.15 * Float(element?.size ?? 1)
      let spot = moment.project(
        x: frame.width * (place == 0 ? 0.36 : 0.5 + place * 0.28), y: frame.height * 0.62, nearness: 0.9)
      let phase = fract(moment.turns(rate: 0.27) + hash(seed))
      return [PropLayer.Pose(x: spot.x, y: spot.y, scale: scale * spot.scale, sprite: phase < 0.05 ? 1 : 0)]
    }
  }

  var dandelion: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.dandelion)
    let white = (stage.colour(.dandelion) ?? RGB(1)) * (daylight + RGB(0.2))
    let sprites = (0..<3).map { number -> Sprite in
      var canvas = SpriteCanvas(width: 130, height: 150)
      let centre = P(65, 62)
      for hair in 0..<26 {
        let turn = Float(hair) / 26 + hash(hair, number) * 0.02
        let end =
          centre + P(cosine(turns: turn), sine(turns: turn) * 0.7 - 0.2) * (44 + 10 * hash(hair, number, 2))
        canvas.stroke(centre, end, 1.6, 0.9, white, opacity: 0.85)
        canvas.ellipse(end, P(2, 2), white)
      }
      canvas.stroke(centre, P(68, 128), 2, 1.6, white * 0.7)
      canvas.ellipse(P(68, 134), P(3, 9), RGB(0.45, 0.33, 0.2) * daylight)
      return canvas.sprite()
    }
    let seed = stage.seed(0xDA2)
    let speed = Float(element?.speed ?? 1) * (0.4 + stage.energy)
    let things = Drifters(
      .dandelion, in: stage, most: 200, usual: 44, seed: seed, depth: 1.6, sizes: 0.4...1.6)
    return PropLayer(sprites: sprites, anchor: 75) { moment in
      things.map(at: moment) { number, index, near, scale in
        let course = frame.width * 1.4
        let way = moment.place(
          of: number, among: things.count, rate: mix(24, 90, near) * frame.unit * speed / course,
          offset: hash(index, seed, 2))
        let rise =
          moment.swing(rate: 0.06 + 0.05 * hash(index, seed, 3), offset: hash(index, seed, 4)) * 90
          * frame.unit
        return PropLayer.Pose(
          x: way * course - frame.width * 0.2,
          y: frame.height
            * (0.92 - 0.75 * hash(index, seed, 5) + 0.2 * moment.wander(at: way, offset: hash(index, seed, 8)))
            - rise - way * frame.height * 0.1,
          scale: scale, tone: t2v_tone(opacity: mix(0.6, 1, near)),
          lean: moment.swing(rate: 0.2, offset: hash(index, seed, 6)) * 26 * scale, sprite: index % 3)
      }
    }
  }

  var leaves: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.leaves)
    let base = stage.colour(.leaves) ?? RGB(0.92, 0.44, 0.10)
    let colours = [base, base.mixed(RGB(0.96, 0.74, 0.18), 0.6), base.mixed(RGB(0.62, 0.14, 0.08), 0.55)]
    let poses = 10
    let daylight = daylight
    let sprites = inParallel(colours.count * poses) { number -> Sprite in
      var canvas = SpriteCanvas(width: 90, height: 90)
      let turn = Float(number % poses) / Float(poses)
      let flat = 0.35 + 0.65 * abs(cosine(turns: turn * 0.5 + 0.1))
      let (c, s) = (cosine(turns: turn), sine(turns: turn))
      func place(_ x: Float, _ y: Float) -> P { P(45, 45) + P(x * c - y * flat * s, x * s + y * flat * c) }
      let colour = colours[number / poses] * (daylight * 0.9 + RGB(0.14))
      canvas.fill(
        [
          place(-32, 0), place(-18, -14), place(-4, -19), place(6, -11), place(20, -13), place(36, 0),
          place(20, 13), place(6, 11), place(-4, 19), place(-18, 14),
        ], colour)
      canvas.stroke(place(-42, 0), place(34, 0), 2.4, 1, colour * 0.6)
      return canvas.sprite()
    }
    let seed = stage.seed(0x1EAF)
    let speed = Float(element?.speed ?? 1)
    let energy = stage.energy
    let things = Drifters(.leaves, in: stage, most: 300, usual: 46, seed: seed, depth: 1.7, sizes: 0.3...1.25)
    return PropLayer(sprites: sprites, anchor: 45) { moment in
      things.map(at: moment) { number, index, near, scale in
        let reach = frame.height * 1.2
        let fall = moment.place(
          of: number, among: things.count, rate: mix(60, 170, near) * frame.unit * speed / reach,
          offset: hash(index, seed, 2))
        let swing = moment.swing(rate: 0.22 + 0.16 * hash(index, seed, 3), offset: hash(index, seed, 4))
        let x =
          frame.width
          * (1.3 * hash(index, seed, 5) - 0.15 + 0.3 * moment.wander(at: fall, offset: hash(index, seed, 8)))
          + swing * 60 * frame.unit + (fall - 0.5) * 340
          * frame.unit * (energy - 0.1)
        let turn = fract(
          moment.turns(rate: 0.25 + 0.3 * hash(index, seed, 6)) + swing * 0.12 + hash(index, seed, 7))
        return PropLayer.Pose(
          x: x, y: fall * reach - frame.height * 0.1, scale: scale,
          sprite: index % 3 * poses + Int(turn * Float(poses)) % poses)
      }.sorted { $0.scale < $1.scale }
    }
  }
}
