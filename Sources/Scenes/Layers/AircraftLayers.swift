import CKernels
import Directing

/// What flies that is no bird: aeroplanes, helicopters, paper planes, kites, saucers, satellites; and cranes, bees, owls.
struct AircraftLayers {
  let stage: Stage
  typealias P = SIMD2<Float>

  var frame: Composition { stage.composition }
  var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }

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

  func tone(_ kind: SceneElement.Kind, _ own: RGB, dark: Float = 0.3) -> RGB {
    let night = stage.light.stars
    return ((stage.colour(kind) ?? own) * daylight).mixed(stage.light.near, dark + 0.3 * night)
  }

  /// Things that cross the sky, side by side or in a loose line.
  func crossing(
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
    let isSubject = count == 1 && stage.subject != nil
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.8 : hash(index, seed, 1)
        let scale = frame.unit * height / tall * size * mix(0.6, 1.1, near)
        let course = frame.width + long * scale * 1.3
        let speed = pace * frame.unit * Float(element?.speed ?? 1) * mix(0.8, 1.1, near)
        let travelled =
          moment.loops
          ? moment.turns(rate: speed == 0 ? 0 : max(speed / course, 1 / moment.duration)) * course
          : isSubject || count < 5
            ? min(speed * moment.duration, frame.width * 0.42) * (moment.progress - 0.5)
            : speed * (moment.time - moment.duration / 2)
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
}
