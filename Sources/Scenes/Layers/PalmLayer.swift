import CKernels
import Directing

/// Palms at the sides of the picture that lean in and sway.
enum PalmLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let element = stage.shot.element(.palms)
    let frame = stage.composition
    let dark =
      (stage.colour(.palms).map { $0 * 0.5 }
        ?? (stage.has(.forest) ? RGB(0.13, 0.27, 0.10) : RGB(0.10, 0.17, 0.10)))
      * (stage.light.ambient + RGB(0.15))
    let colour = dark.mixed(
      stage.light.near, stage.light.sunHeight < 0.4 || stage.light.stars > 0.5 ? 0.75 : 0.2)
    let count = min(9, element?.count ?? 3)
    let seed = stage.seed(0x9A1)
    let sprites = inParallel(3) { draw(seed: seed + $0, colour: colour, light: stage.light) }
    return PropLayer(sprites: sprites, anchor: 1090) { moment in
      (0..<count).map { index in
        let right = (index + seed) % 2 == 0
        let far = Float(index) / Float(max(1, count))
        let inset = 0.06 + 0.1 * Float(index / 2) + 0.05 * hash(index, seed, 1)
        let x = frame.width * (right ? 1 - inset : inset)
        let scale =
          frame.unit * mix(1.05, 0.6, far) * (0.9 + 0.2 * hash(index, seed, 2)) * Float(element?.size ?? 1)
          * mix(1, 0.86, frame.breadth)
        let spot = moment.project(x: x, y: frame.height * mix(1.02, 0.97, far), nearness: mix(1, 0.6, far))
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: right,
          tone: t2v_tone(haze: stage.light.haze, amount: 0.14 * far),
          lean: moment.swing(rate: 0.12, offset: hash(index, seed, 3)) * (8 + 26 * stage.energy) * scale,
          sprite: index % 3)
      }
    }
  }

  /// A palm that leans to the right.
  private static func draw(seed: Int, colour: RGB, light: Light) -> Sprite {
    var canvas = SpriteCanvas(width: 860, height: 1100)
    typealias P = SIMD2<Float>
    let bend = 130 + 90 * hash(seed, 1)
    let crown = P(430 + bend, 330 + 60 * hash(seed, 2))
    let foot = P(400, 1096)
    let trunk = (0...16).map { step -> P in
      let t = Float(step) / 16
      return P(mix(foot.x, crown.x, t * t * (1.6 - 0.6 * t)), mix(foot.y, crown.y, t))
    }
    canvas.stroke(trunk, 34, 17, colour)
    let fronds = 13
    for frond in 0..<fronds {
      let angle = -0.5 + (Float(frond) + 0.2 + 0.5 * hash(seed, frond, 3)) / Float(fronds) + 0.25
      let reach = 250 + 110 * hash(seed, frond, 4)
      let direction = P(cosine(turns: angle), sine(turns: angle) * 0.72 - 0.16)
      var spine: [P] = []
      for step in 0...18 {
        let t = Float(step) / 18
        spine.append(crown + direction * reach * t + P(0, reach * 0.62 * t * t))
      }
      canvas.stroke(spine, 7, 1.5, colour)
      // Leaflets hang from both sides of the rib.
      for step in 2..<18 {
        let along = spine[step + 1] - spine[step - 1]
        let length = max(0.01, (along.x * along.x + along.y * along.y).squareRoot())
        let forward = along / length
        let side = P(-forward.y, forward.x)
        let leaf =
          reach * 0.26 * sine(turns: Float(step) / 36) * (0.8 + 0.4 * hash(seed, frond * 31 + step, 5))
        for way in [-1, 1] as [Float] {
          let tip = spine[step] + side * way * leaf * 0.72 + forward * leaf * 0.55 + P(0, leaf * 0.5)
          canvas.fill([spine[step] - forward * 5, spine[step] + forward * 5, tip], colour)
        }
      }
    }
    for nut in 0..<4 {
      canvas.ellipse(crown + P(-14 + Float(nut) * 10, 14 + Float(nut % 2) * 8), P(11, 12), colour)
    }
    canvas.addRim(light.glow, toward: P(-0.5, -0.8), width: 3, strength: 0.3 * light.glowAmount)
    return canvas.sprite(openFoot: true)
  }
}
