import CKernels
import Directing

/// A blossoming branch across the upper corner, and petals that tumble down the wind.
enum BlossomLayer {
  static func make(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.blossom)
    let pink = stage.colour(.blossom) ?? RGB(1.0, 0.74, 0.82)
    let lit = pink * (stage.light.ambient * 0.5 + stage.light.key * 0.55)
    let seed = stage.seed(0xB10)
    let right = hash(seed, 1) < 0.5
    var canvas = SpriteCanvas(width: 1240, height: 860)
    typealias P = SIMD2<Float>
    let bark = stage.light.near.mixed(RGB(0.25, 0.15, 0.12), 0.5)
    func twig(_ from: P, _ angle: Float, _ reach: Float, _ thick: Float, _ level: Int, _ salt: Int) {
      var at = from
      var turn = angle
      var points = [at]
      let steps = 7
      for step in 0..<steps {
        turn += (hash(salt, step, 2) - 0.5) * 0.07 + 0.006
        at += P(cosine(turns: turn), sine(turns: turn)) * reach / Float(steps)
        points.append(at)
        if level < 3, step > 0, hash(salt, step, 3) < 0.8 {
          twig(
            at, turn + (hash(salt, step, 4) < 0.5 ? -0.11 : 0.1), reach * (0.36 + 0.2 * hash(salt, step, 5)),
            thick * 0.55, level + 1, salt &* 7 &+ step)
        }
      }
      canvas.stroke(points, thick, thick * 0.4, bark)
      guard level > 0 else { return }
      for (index, point) in points.enumerated() where hash(salt, index, 6) < 0.85 {
        for flower in 0..<2 {
          let centre =
            point + P(hash(salt, index * 3 + flower, 7) - 0.5, hash(salt, index * 3 + flower, 8) - 0.5) * 34
          let size = 9 + 8 * hash(salt, index * 3 + flower, 9)
          let tone = lit * (0.86 + 0.24 * hash(salt, index * 3 + flower, 10))
          let turn = hash(salt, index, 11)
          for petal in 0..<5 {
            let way = turn + Float(petal) / 5
            let offset = P(cosine(turns: way), sine(turns: way)) * size * 0.55
            canvas.ellipse(
              centre + offset, P(size * 0.52, size * 0.4), turns: way,
              tone.mixed(RGB(1), 0.1 * hash(petal, salt, 12)))
          }
          canvas.ellipse(centre, P(size * 0.2, size * 0.2), RGB(0.85, 0.35, 0.42) * stage.light.key)
        }
      }
    }
    twig(P(-10, 90), 0.03, 760, 22, 0, seed)
    twig(P(-10, 30), 0.085, 560, 15, 1, seed + 5)
    let branch = PropLayer(sprites: [canvas.sprite()], anchor: 10) { moment in
      let scale = frame.unit * 0.95 * Float(element?.size ?? 1)
      let sway = moment.swing(rate: 0.11) * (4 + 12 * stage.energy) * frame.unit
      return [
        PropLayer.Pose(
          x: (right ? frame.width - 600 * scale : 600 * scale) + moment.camera.turn + moment.camera.truck
            + sway * 0.3, y: 10 * scale - 20 * frame.unit + moment.camera.tilt,
          scale: scale * (1 + moment.camera.zoom), flipped: right, lean: -sway)
      ]
    }
    return [branch, petals(stage, colour: lit, seed: seed, count: element?.count ?? 60)]
  }

  private static func petals(_ stage: Stage, colour: RGB, seed: Int, count: Int) -> any SceneLayer {
    let frame = stage.composition
    let speed = Float(stage.shot.element(.blossom)?.speed ?? 1)
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { number in
        let index = moment.kin(of: number)
        let near = power(hash(index, seed, 31), 2)
        let reach = frame.height * 1.15
        let fall = mix(60, 170, near) * frame.unit * speed
        let place = moment.place(of: number, among: count, rate: fall / reach, offset: hash(index, seed, 32))
        let y = place * reach - frame.height * 0.07
        let wind = (0.2 + 0.6 * stage.energy) * place * frame.height * 0.5
        let sway =
          moment.swing(rate: 0.2 + 0.2 * hash(index, seed, 33), offset: hash(index, seed, 34))
          * mix(20, 60, near) * frame.unit
          + 0.3 * frame.width * moment.wander(at: place, offset: hash(index, seed, 39))
        let x =
          fract(hash(index, seed, 35) + (wind + sway) / (frame.width * 1.2)) * frame.width * 1.2 - frame.width
          * 0.1
        let tumble = moment.turns(rate: 0.4 + 0.6 * hash(index, seed, 36)) + hash(index, seed, 37)
        let long = mix(3, 11, near) * frame.unit
        return Marks.Mark(
          x: x, y: y, dx: cosine(turns: tumble) * long, dy: sine(turns: tumble * 1.0) * long * 0.7,
          radius: mix(1.6, 5, near) * frame.unit * (0.5 + 0.5 * abs(sine(turns: tumble * 1.0))),
          softness: 1 + 3 * near, colour: colour * (0.9 + 0.2 * hash(index, seed, 38)), opacity: 0.9)
      }
    }
  }
}
