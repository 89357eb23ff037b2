import CKernels
import Directing

/// Somebody in a space suit, who floats in space or stands on what ground there is.
struct Astronaut {
  let stage: Stage
  private typealias P = SIMD2<Float>
  private static let width = 460
  private static let height = 580
  private static let phases = 32

  var layers: [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.astronaut)
    let isOnGround = stage.has(.beach) || LayerPlan.hasGround(stage) && !stage.hasAny(.ocean, .lake)
    let daylight = stage.light.ambient * 0.5 + stage.light.key * 0.6
    let suit =
      (stage.colour(.astronaut)?.mixed(RGB(1), 0.35) ?? RGB(0.93, 0.94, 0.96))
      * (isOnGround ? daylight : RGB(1))
    let sprites = inParallel(Self.phases) { draw(Float($0) / Float(Self.phases), suit) }
    let count = min(12, element?.count ?? 1)
    let seed = stage.seed(0xA57)
    let size = Float(element?.size ?? 1) * min(1, 1.6 / Float(count).squareRoot() + 0.1)
    let place = Float(element?.place ?? 0)
    let speed = Float(element?.speed ?? 1)
    let ground = GroundLine(stage)
    return [
      PropLayer(sprites: sprites, anchor: isOnGround ? 552 : 290) { moment in
        (0..<count).map { index in
          let spread = count == 1 ? 0 : (Float(index) + 0.5) / Float(count) - 0.5
          let phase = fract(moment.turns(rate: 0.11 * max(0.2, speed)) + hash(index, seed, 1))
          let sprite = min(Self.phases - 1, Int(phase * Float(Self.phases)))
          let x = frame.width * (0.5 + place * 0.3 + spread * 0.8)
          if isOnGround {
            let scale = frame.unit * 0.78 * size
            let spot = moment.project(x: x, y: ground.y(0.8), nearness: ground.near(0.8))
            return PropLayer.Pose(
              x: spot.x, y: spot.y, scale: scale, flipped: hash(index, seed, 2) < 0.4, sprite: sprite)
          }
          // Afloat: it drifts, and turns a little this way and that.
          let scale = frame.unit * mix(0.62, 0.95, count == 1 ? 1 : hash(index, seed, 3)) * size
          return PropLayer.Pose(
            x: x + frame.width * 0.05 * moment.swing(rate: 0.045 * speed, offset: hash(index, seed, 4))
              + moment.camera.turn,
            y: frame.height * (0.47 + 0.3 * spread * (index % 2 == 0 ? 1 : -1))
              + frame.height * 0.018 * moment.swing(rate: 0.07 * speed, offset: hash(index, seed, 5))
              + moment.camera.tilt,
            scale: scale, flipped: hash(index, seed, 2) < 0.4,
            lean: 46 * scale * moment.swing(rate: 0.05 * speed, offset: hash(index, seed, 6)), sprite: sprite)
        }.sorted { $0.scale < $1.scale }
      }
    ]
  }

  private func draw(_ phase: Float, _ suit: RGB) -> Sprite {
    var canvas = SpriteCanvas(width: Self.width, height: Self.height)
    let wave = sine(turns: phase)
    let slow = cosine(turns: phase)
    let grey = suit * 0.62
    let seam = suit * 0.46
    func limb(_ points: [P], _ widths: [Float]) {
      canvas.limb(points, widths, suit)
      // Rings at the joints.
      let way = points[2] - points[1]
      let long = max(1, (way * way).sum().squareRoot())
      let side = P(-way.y, way.x) / long
      for t in [0.12, 0.82] as [Float] {
        let at = points[1] + way * t
        let half = mix(widths[1], widths[2], t) / 2
        canvas.stroke(at - side * half, at + side * half, 5, 5, t > 0.5 ? grey : seam)
      }
    }
    // The life support on the back.
    canvas.body([(P(152, 214), 34), (P(152, 320), 34)], grey)
    canvas.body([(P(308, 214), 34), (P(308, 320), 34)], grey)
    canvas.rectangle(150, 178, 160, 176, grey)
    // Legs, a little bent.
    limb([P(200, 362), P(178, 446 + 4 * slow), P(164 - 8 * wave, 522)], [70, 58, 50])
    limb([P(262, 362), P(290, 438 - 5 * slow), P(300 + 8 * wave, 514)], [70, 58, 50])
    for boot in [P(156 - 8 * wave, 534), P(308 + 8 * wave, 526)] {
      canvas.body([(boot + P(-6, -4), 26), (boot + P(8, 4), 24)], suit * 0.86)
      canvas.stroke(boot + P(-32, 22), boot + P(32, 22), 9, 9, seam)
    }
    canvas.body([(P(230, 226), 72), (P(230, 296), 66), (P(230, 352), 62)], suit)
    canvas.stroke([P(170, 322), P(230, 332), P(290, 322)], 5, 5, seam)
    // One arm waves, the other hangs free.
    let (elbow, hand) = (P(96 - 6 * wave, 196 + 10 * slow), P(74 + 20 * wave, 106 + 4 * slow))
    limb([P(170, 214), elbow, hand], [58, 50, 42])
    canvas.body([(hand + P(0, -12), 21), (hand + P(4 + 4 * wave, -34), 15)], grey)
    canvas.stroke(hand + P(10, -12), hand + P(27, -25), 13, 10, grey)
    let (other, free) = (P(352 + 4 * slow, 274 + 6 * wave), P(382 + 6 * slow, 346 - 8 * wave))
    limb([P(290, 214), other, free], [58, 50, 42])
    canvas.body([(free + P(4, 14), 21), (free + P(8, 34), 15)], grey)
    // The pack on the chest, its lamps, a patch on the arm, a hose.
    canvas.rectangle(190, 246, 80, 54, grey * 1.15)
    canvas.rectangle(197, 253, 34, 22, RGB(0.10, 0.16, 0.22))
    canvas.ellipse(P(247, 262), P(6, 6), RGB(0.95, 0.30, 0.22))
    canvas.ellipse(P(247, 284), P(6, 6), RGB(0.30, 0.75, 0.95))
    canvas.rectangle(200, 282, 28, 7, RGB(0.95, 0.75, 0.25))
    canvas.stroke(SpriteCanvas.spline([P(190, 290), P(166, 318), P(160, 286), P(172, 248)]), 8, 8, seam)
    canvas.rectangle(308, 226, 26, 18, RGB(0.16, 0.32, 0.66))
    canvas.rectangle(308, 235, 26, 5, RGB(0.92, 0.30, 0.26))
    // Sunlight from the upper left; the other side is in the dark of space.
    canvas.addRoundness(reach: 120)
    canvas.shade { x, y, _ in
      mix(1.06, 0.40, smoothstep(0.42, 1.0, (Float(x) + Float(y) * 0.22) / 500))
    }
    // The helmet and what its visor mirrors.
    let head = P(230, 134)
    canvas.fill(SpriteCanvas.ellipse(head, P(82, 80))) { x, y in
      suit * mix(1.06, 0.42, smoothstep(-0.5, 1.1, ((x - head.x) + (y - head.y) * 0.6) / 82))
    }
    canvas.ellipse(head + P(6, 6), P(66, 58), seam)
    canvas.fill(SpriteCanvas.ellipse(head + P(7, 7), P(60, 52))) { x, y in
      let (u, v) = ((x - head.x - 7) / 60, (y - head.y - 7) / 52)
      let gold = RGB(0.10, 0.07, 0.06).mixed(RGB(0.98, 0.66, 0.20), clamp(0.62 - v * 0.55 - u * 0.28, 0, 1))
      // A blue world below, thin air along its edge, and the sun.
      let world = square(u + 0.1) + square(v - 1.25)
      let blue = RGB(0.10, 0.30, 0.62).mixed(RGB(0.75, 0.88, 1), smoothstep(0.55, 0.85, world))
      let colour = gold.mixed(blue, smoothstep(0.92, 0.84, world) * 0.85)
      let sun = exponential(-(square((u + 0.42) / 0.16) + square((v + 0.42) / 0.13)))
      return colour.mixed(RGB(1, 0.98, 0.92), clamp(sun * 1.2, 0, 1))
        * (1 - 0.35 * smoothstep(0.6, 1, (u * u + v * v)))
    }
    canvas.stroke(
      (0...14).map { step in
        let turn = 0.56 + 0.20 * Float(step) / 14
        return head + P(7, 7) + P(cosine(turns: turn) * 50, sine(turns: turn) * 42)
      }, 4, 1.5, RGB(1, 0.95, 0.85))
    canvas.ellipse(head + P(-80, 10), P(12, 22), grey)
    canvas.ellipse(head + P(80, 10), P(12, 22), grey * 0.6)
    canvas.addRim(RGB(0.45, 0.62, 1), toward: P(1, 0.35), width: 4, strength: 0.55)
    return canvas.sprite()
  }
}
