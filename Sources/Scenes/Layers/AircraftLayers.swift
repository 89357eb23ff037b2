import CKernels
import Directing

/// What flies that is no bird: aeroplanes, helicopters, paper planes, kites, saucers, satellites; and cranes, bees, owls.
struct AircraftLayers {
  let stage: Stage
  private typealias P = SIMD2<Float>

  private var frame: Composition { stage.composition }
  private var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

  var layers: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.airplane) { layers += airplane }
    if stage.has(.helicopter) {
      layers.append(
        crossing(.helicopter, helicopter, anchor: 100, height: 230, tall: 200, pace: 60, rate: 7, level: 0.26)
      )
    }
    if stage.has(.paperPlanes) {
      layers.append(
        crossing(
          .paperPlanes, [paperPlane], anchor: 60, height: 120, tall: 120, pace: 95, rate: 0, level: 0.36,
          count: 4))
    }
    if stage.has(.crane) {
      layers.append(
        crossing(
          .crane, cranes, anchor: 110, height: 210, tall: 220, pace: 58, rate: 0.75, level: 0.3, count: 4))
    }
    if stage.has(.bees) { layers.append(bees) }
    if stage.has(.kite) { layers += kite }
    if stage.has(.ufo) { layers += ufo }
    if stage.has(.satellite) { layers.append(satellite) }
    if stage.has(.owl) { layers.append(owl) }
    if stage.has(.dandelion) { layers.append(dandelion) }
    if stage.has(.leaves) { layers.append(leaves) }
    return layers
  }

  private func tone(_ kind: SceneElement.Kind, _ own: RGB, dark: Float = 0.3) -> RGB {
    let night = stage.light.stars
    return ((stage.colour(kind) ?? own) * daylight).mixed(stage.light.near, dark + 0.3 * night)
  }

  /// Things that cross the sky, side by side or in a loose line.
  private func crossing(
    _ kind: SceneElement.Kind, _ sprites: [Sprite], anchor: Float, height: Float, tall: Float, pace: Float,
    rate: Float,
    level: Float, count usual: Int = 1
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let seed = stage.seed(0xA1C + kind.hashSeed)
    let count = min(40, element?.count ?? usual)
    let heading: Float =
      element?.heading == .left ? -1 : element?.heading == .right ? 1 : hash(seed) < 0.5 ? -1 : 1
    let size = Float(element?.size ?? 1) * min(1, 2 / Float(count).squareRoot() + 0.2)
    let haze = stage.light.haze
    let long = Float(sprites[0].width)
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.8 : hash(index, seed, 1)
        let scale = frame.unit * height / tall * size * mix(0.6, 1.1, near)
        let course = frame.width + long * scale * 1.3
        let speed = pace * frame.unit * Float(element?.speed ?? 1) * mix(0.8, 1.1, near)
        let travelled =
          moment.loops
          ? moment.turns(rate: speed / course) * course : speed * (moment.time - moment.duration / 2)
        let spread = count == 1 ? 0 : (Float(index) + 0.5) / Float(count) - 0.5
        var x = frame.width * (0.5 + Float(element?.place ?? 0) * 0.3 + spread * 0.8) + heading * travelled
        x -= ((x + long * scale * 0.65) / course).rounded(.down) * course
        let y = frame.height * (level + (count == 1 ? 0 : (hash(index, seed, 2) - 0.5) * 0.22))
        let bob = moment.swing(rate: 0.13 + 0.07 * hash(index, seed, 3), offset: hash(index, seed, 4))
        return PropLayer.Pose(
          x: x + moment.camera.turn, y: y + bob * 14 * frame.unit + moment.camera.tilt, scale: scale,
          flipped: heading < 0,
          tone: t2v_tone(haze: haze, amount: 0.3 * (1 - near)), lean: bob * 6 * scale,
          sprite: sprites.count == 1
            ? 0
            : Int(fract(moment.turns(rate: rate) + hash(index, seed, 5)) * Float(sprites.count))
              % sprites.count)
      }
    }
  }

  private var airplane: [any SceneLayer] {
    var canvas = SpriteCanvas(width: 420, height: 170)
    let white = tone(.airplane, RGB(0.95), dark: 0.12)
    let shade = white * 0.66
    let stripe = (stage.colour(.airplane) ?? RGB(0.16, 0.34, 0.66)) * daylight
    canvas.fill([P(150, 82), P(96, 40), P(120, 38), P(206, 82)], shade)
    canvas.fill([P(16, 18), P(50, 18), P(84, 78), P(36, 82)], stripe)
    canvas.fill([
      P(22, 84), P(60, 74), P(330, 70), P(380, 80), P(402, 94), P(378, 104), P(320, 110), P(90, 108),
      P(34, 94),
    ]) { _, y in
      white * (1.08 - (y - 70) / 110)
    }
    canvas.fill([P(30, 92), P(400, 92), P(396, 97), P(36, 97)], stripe)
    for window in 0..<20 {
      canvas.ellipse(P(100 + Float(window) * 12.5, 85), P(2.5, 3), RGB(0.12, 0.16, 0.24))
    }
    canvas.fill([P(366, 80), P(384, 83), P(380, 89), P(362, 87)], RGB(0.1, 0.14, 0.2))
    canvas.fill([P(226, 100), P(178, 98), P(102, 156), P(132, 156)], shade)
    canvas.ellipse(P(180, 124), P(24, 9), shade * 0.8)
    canvas.fill([P(40, 88), P(4, 70), P(0, 74), P(30, 92)], shade)
    let plane = crossing(
      .airplane, [canvas.sprite()], anchor: 92, height: 150, tall: 170, pace: 66, rate: 0, level: 0.24)
    guard let prop = plane as? PropLayer else { return [plane] }
    let white2 = RGB(1).mixed(stage.light.glow, 0.4) * mix(1, 0.45, stage.light.stars)
    let night = stage.light.lamps
    let trails = MarkLayer(height: stage.canvas.height) { moment in
      prop.poses(moment).flatMap { pose -> [Marks.Mark] in
        let way: Float = pose.flipped ? 1 : -1
        var marks = (0..<9).map { part -> Marks.Mark in
          let far = Float(part) * 80
          return Marks.Mark(
            x: pose.x + way * (120 + far) * pose.scale, y: pose.y + 4 * pose.scale, dx: way * 82 * pose.scale,
            dy: 0,
            radius: (3 + far * 0.016) * pose.scale, softness: (7 + far * 0.03) * pose.scale, colour: white2,
            opacity: 0.42 * (1 - Float(part) / 9))
        }
        if night > 0.3 {
          let blink = power(0.5 + 0.5 * moment.swing(rate: 0.9), 6)
          marks.append(
            Marks.Mark(
              x: pose.x + way * 90 * pose.scale, y: pose.y + 62 * pose.scale, radius: 3 * pose.scale,
              softness: 3, colour: RGB(1, 0.2, 0.15), opacity: blink, isLight: true, halo: 60 * pose.scale,
              haloStrength: 0.7 * blink))
        }
        return marks
      }
    }
    return [trails, plane]
  }

  private var helicopter: [Sprite] {
    let paint = tone(.helicopter, RGB(0.70, 0.16, 0.14))
    let dark = RGB(0.08)
    return (0..<6).map { index in
      var canvas = SpriteCanvas(width: 380, height: 200)
      canvas.fill([P(150, 74), P(30, 70), P(10, 40), P(26, 42), P(44, 74), P(150, 104)], paint * 0.9)
      canvas.ellipse(P(220, 106), P(92, 48), paint)
      canvas.fill([P(246, 64), P(296, 82), P(310, 110), P(262, 110)], RGB(0.45, 0.62, 0.74) * daylight)
      canvas.rectangle(206, 44, 14, 26, dark)
      let wide = 150 * abs(cosine(turns: Float(index) / 6 * 0.5)) + 20
      canvas.stroke(P(213 - wide, 44), P(213 + wide, 44), 5, 4, dark, opacity: 0.8)
      let turn = Float(index) / 6
      canvas.stroke(
        P(18, 46) - P(cosine(turns: turn), sine(turns: turn)) * 24,
        P(18, 46) + P(cosine(turns: turn), sine(turns: turn)) * 24, 4, 4, dark)
      canvas.stroke(P(168, 166), P(286, 166), 6, 5, dark)
      for x in [190, 256] as [Float] { canvas.stroke(P(x, 146), P(x, 166), 5, 5, dark) }
      return canvas.sprite()
    }
  }

  private var paperPlane: Sprite {
    var canvas = SpriteCanvas(width: 220, height: 120)
    let paper = tone(.paperPlanes, RGB(1), dark: 0.04)
    canvas.fill([P(8, 30), P(212, 40), P(70, 74)], paper)
    canvas.fill([P(212, 40), P(70, 74), P(82, 104)], paper * 0.62)
    canvas.fill([P(212, 40), P(54, 60), P(70, 74)], paper * 0.86)
    return canvas.sprite()
  }

  private var cranes: [Sprite] {
    let white = tone(.crane, RGB(0.97), dark: stage.shot.timeOfDay == .sunset ? 0.55 : 0.08)
    let black = white.mixed(RGB(0.05), 0.8)
    return inParallel(12) { index in
      let phase = Float(index) / 12
      var canvas = SpriteCanvas(width: 360, height: 220)
      let lift = sine(turns: phase)
      let tip = sine(turns: phase - 0.13)
      func wing(_ shift: Float, _ tone: RGB) {
        let shoulder = P(196 + shift, 112)
        let elbow = shoulder + P(-14 - shift, -52 * lift - 8)
        let end = elbow + P(-46, -62 * tip - 2)
        canvas.fill(
          [shoulder + P(26, 0), elbow + P(18, -5), end, elbow + P(-30, 16), shoulder + P(-44, 8)], tone)
        canvas.fill([elbow + P(-6, 2), end, end + P(-12, 22), elbow + P(-34, 20)], black)
      }
      wing(14, white * 0.82)
      canvas.stroke([P(176, 116), P(84, 122), P(20, 128)], 4, 3, black)
      canvas.body([(P(170, 114), 14), (P(206, 112), 17)], white)
      canvas.stroke([P(214, 110), P(262, 100), P(312, 96)], 14, 7, white)
      canvas.stroke([P(280, 98), P(322, 95)], 8, 7, black)
      canvas.ellipse(P(322, 94), P(8, 6), white)
      canvas.ellipse(P(321, 89), P(5, 3), RGB(0.85, 0.12, 0.1))
      canvas.fill([P(328, 92), P(356, 97), P(328, 98)], black)
      wing(0, white)
      return canvas.sprite()
    }
  }

  private var bees: any SceneLayer {
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

  private var kite: [any SceneLayer] {
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
    let line = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let kite = spot(index, moment)
        let hand = P(frame.width * (0.2 + 0.1 * hash(index, seed, 4)), ground.y(0.5) - 130 * frame.unit)
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

  private var ufo: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.ufo)
    let count = min(7, element?.count ?? 1)
    let seed = stage.seed(0x0F0)
    let light = stage.colour(.ufo) ?? RGB(0.55, 1, 0.75)
    let metal = RGB(0.55, 0.58, 0.64) * (daylight + RGB(0.18))
    var canvas = SpriteCanvas(width: 380, height: 150)
    canvas.ellipse(P(190, 58), P(74, 50), light * 0.75, opacity: 0.75)
    canvas.ellipse(P(172, 42), P(22, 14), turns: -0.08, RGB(1), opacity: 0.6)
    canvas.fill(SpriteCanvas.ellipse(P(190, 88), P(182, 36))) { x, y in
      metal * (1.3 - (y - 52) / 62) * (0.9 + 0.25 * (x - 190) / 182)
    }
    canvas.ellipse(P(190, 96), P(120, 18), metal * 0.4)
    for lamp in 0..<9 {
      let t = Float(lamp) / 8 * 2 - 1
      canvas.ellipse(P(190 + t * 150, 92 + 17 * (1 - t * t)), P(8, 5), RGB(1, 0.92, 0.6))
    }
    let sprite = canvas.sprite()
    @Sendable func spot(_ index: Int, _ moment: Moment) -> (P, Float) {
      let near = count == 1 ? 1 : mix(0.45, 1, hash(index, seed, 1))
      let home =
        count == 1 ? 0.5 + Float(element?.place ?? 0) * 0.3 : 0.15 + 0.7 * (Float(index) + 0.5) / Float(count)
      return (
        P(
          frame.width * home + 90 * frame.unit * moment.swing(rate: 0.06, offset: hash(index, seed, 2))
            + moment.camera.turn,
          frame.height * (0.3 + (count == 1 ? 0 : 0.14 * (hash(index, seed, 3) - 0.5))) + 22 * frame.unit
            * moment.swing(rate: 0.16, offset: hash(index, seed, 4)) + moment.camera.tilt),
        frame.unit * near * Float(element?.size ?? 1)
      )
    }
    let ground = frame.height * 0.9
    let beam = SoftGroup(
      layers: [
        ConeLayer(colour: light) { moment in
          let (place, scale) = spot(0, moment)
          return (
            place.x, place.y + 30 * scale, ground, 46 * scale, 190 * scale,
            0.36 + 0.06 * moment.swing(rate: 0.5)
          )
        }
      ], isOpaque: false)
    let lamps = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let (place, scale) = spot(index, moment)
        return (0..<9).map { lamp in
          let t = Float(lamp) / 8 * 2 - 1
          let on = power(0.5 + 0.5 * moment.swing(rate: 0.8, offset: Float(lamp) / 9), 3)
          return Marks.Mark(
            x: place.x + t * 150 * scale, y: place.y + (17 + 17 * (1 - t * t)) * scale, radius: 5 * scale,
            softness: 4, colour: light, opacity: on, isLight: true, halo: 60 * scale, haloStrength: 0.6 * on)
        }
      }
    }
    let hull = PropLayer(sprites: [sprite], anchor: 75) { moment in
      (0..<count).map { index in
        let (place, scale) = spot(index, moment)
        return PropLayer.Pose(
          x: place.x, y: place.y, scale: scale, lean: 8 * scale * moment.swing(rate: 0.12))
      }
    }
    return [beam, hull, lamps]
  }

  private var satellite: any SceneLayer {
    var canvas = SpriteCanvas(width: 460, height: 200)
    let metal = RGB(0.82, 0.80, 0.74)
    let cell = stage.colour(.satellite) ?? RGB(0.10, 0.22, 0.48)
    for side in [-1, 1] as [Float] {
      canvas.stroke(P(230, 100), P(230 + side * 70, 100), 6, 6, metal * 0.6)
      for panel in 0..<3 {
        let left = 230 + side * (64 + Float(panel) * 52) - (side < 0 ? 48 : 0)
        canvas.rectangle(left, 62, 48, 76, metal)
        for row in 0..<4 {
          for column in 0..<3 {
            canvas.rectangle(
              left + 2 + Float(column) * 15.3, 64 + Float(row) * 18.4, 13.6, 16.4,
              cell * (0.8 + 0.5 * hash(row, column, panel)))
          }
        }
      }
    }
    canvas.fill([P(196, 66), P(264, 66), P(264, 136), P(196, 136)]) { x, _ in
      RGB(0.88, 0.70, 0.34) * (0.6 + 0.55 * (x - 196) / 68)
    }
    canvas.ellipse(P(230, 40), P(44, 15), metal)
    canvas.ellipse(P(230, 36), P(36, 10), metal * 0.6)
    canvas.stroke(P(230, 40), P(230, 12), 3, 2, metal)
    return crossing(
      .satellite, [canvas.sprite()], anchor: 100, height: 190, tall: 200, pace: 14, rate: 0, level: 0.4)
  }

  private var owl: any SceneLayer {
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

  private var dandelion: any SceneLayer {
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
    let count = min(200, element?.count ?? 44)
    let seed = stage.seed(0xDA2)
    let speed = Float(element?.speed ?? 1) * (0.4 + stage.energy)
    return PropLayer(sprites: sprites, anchor: 75) { moment in
      (0..<count).map { index in
        let near = power(hash(index, seed, 1), 1.6)
        let scale = frame.unit * mix(0.4, 1.6, near) * Float(element?.size ?? 1)
        let course = frame.width * 1.4
        let way = fract(
          moment.turns(rate: mix(24, 90, near) * frame.unit * speed / course) + hash(index, seed, 2))
        let rise =
          moment.swing(rate: 0.06 + 0.05 * hash(index, seed, 3), offset: hash(index, seed, 4)) * 90
          * frame.unit
        return PropLayer.Pose(
          x: way * course - frame.width * 0.2,
          y: frame.height * (0.92 - 0.75 * hash(index, seed, 5)) - rise - way * frame.height * 0.1,
          scale: scale, tone: t2v_tone(opacity: mix(0.6, 1, near)),
          lean: moment.swing(rate: 0.2, offset: hash(index, seed, 6)) * 26 * scale, sprite: index % 3)
      }
    }
  }

  private var leaves: any SceneLayer {
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
    let count = min(300, element?.count ?? 46)
    let seed = stage.seed(0x1EAF)
    let speed = Float(element?.speed ?? 1)
    let energy = stage.energy
    return PropLayer(sprites: sprites, anchor: 45) { moment in
      (0..<count).map { index in
        let near = power(hash(index, seed, 1), 1.7)
        let scale = frame.unit * mix(0.3, 1.25, near) * Float(element?.size ?? 1)
        let reach = frame.height * 1.2
        let fall = fract(
          moment.turns(rate: mix(60, 170, near) * frame.unit * speed / reach) + hash(index, seed, 2))
        let swing = moment.swing(rate: 0.22 + 0.16 * hash(index, seed, 3), offset: hash(index, seed, 4))
        let x =
          frame.width * (1.3 * hash(index, seed, 5) - 0.15) + swing * 60 * frame.unit + (fall - 0.5) * 340
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

/// A cone of soft light from a point downward (a veil).
struct ConeLayer: SceneLayer {
  let colour: RGB
  /// Middle, top, foot, half width at both, strength; in canvas pixels.
  let form: @Sendable (Moment) -> (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float)

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(colour, form(moment)) }

  private final class Painter: RowPainter {
    private let colour: RGB
    private let form: (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float)

    init(_ colour: RGB, _ form: (x: Float, top: Float, foot: Float, from: Float, to: Float, strength: Float))
    {
      self.colour = colour
      self.form = form
    }

    var extent: ClosedRange<Float> { min(form.top, form.foot)...max(form.top, form.foot) }

    func paint(_ row: PixelRow) {
      let share = (row.y - form.top) / max(1, form.foot - form.top)
      guard share > 0, share < 1 else { return }
      let half = mix(form.from, form.to, share)
      let fade = form.strength * (1 - 0.7 * share) * smoothstep(0, 0.03, share) * smoothstep(1, 0.9, share)
      for column in 0..<row.count {
        let off = ((Float(column) + 0.5) * row.step - form.x) / half
        let light = smoothstep(1, 0.5, abs(off)) * fade
        guard light > 0 else { continue }
        row.red[column] += colour.red * light
        row.green[column] += colour.green * light
        row.blue[column] += colour.blue * light
      }
    }
  }
}
