import CKernels
import Directing

/// Hot-air balloons with gores of colour, near and far, rising on the wind.
enum BalloonLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let element = stage.shot.element(.balloon)
    let frame = stage.composition
    let light = stage.light
    let sets: [[RGB]] = [
      [RGB(hex: 0xE4572E), RGB(hex: 0xF3A712), RGB(hex: 0xF5E6CA)],
      [RGB(hex: 0x2E86AB), RGB(hex: 0xF6F5AE), RGB(hex: 0xF5F749)],
      [RGB(hex: 0xA23B72), RGB(hex: 0xF18F01), RGB(hex: 0xFFE5D4)],
      [RGB(hex: 0x3D5A80), RGB(hex: 0xEE6C4D), RGB(hex: 0xE0FBFC)],
    ]
    let own = stage.colour(.balloon)
    let sprites = inParallel(sets.count) { index in
      draw(
        own.map { [$0, $0.mixed(RGB(1), 0.6), $0 * 0.7] } ?? sets[index], light: light,
        sunRight: (frame.source?.x ?? 0) > frame.width / 2)
    }
    let count = min(40, element?.count ?? 5)
    let seed = stage.seed(0xBA1)
    let speed = Float(element?.speed ?? 1)
    return PropLayer(sprites: sprites, anchor: 150) { moment in
      (0..<count).map { index in
        // Far ones first.
        let near = Float(index + 1) / Float(count)
        let scale = frame.unit * mix(0.22, 1.05, power(near, 2)) * Float(element?.size ?? 1)
        let column = (Float(index) * 0.618 + hash(seed)).truncatingRemainder(dividingBy: 1)
        let home = count == 1 ? 0.5 + 0.3 * Float(element?.place ?? 0.4) : 0.1 + 0.8 * column
        let rise = moment.loops ? 14 * sine(turns: moment.progress) : 9 * moment.time * speed
        let y = frame.horizon * mix(0.72, 0.34, hash(index, seed, 2) * 0.7 + 0.3 * near) - rise * scale
        let drift = moment.swing(rate: 0.05, offset: hash(index, seed, 3)) * 26 * scale
        return PropLayer.Pose(
          x: home * frame.width + drift + moment.camera.turn + moment.camera.truck * near,
          y: y + moment.camera.tilt, scale: scale,
          tone: t2v_tone(haze: light.haze, amount: 0.5 * (1 - near)), sprite: index % sprites.count)
      }
    }
  }

  private static func draw(_ colours: [RGB], light: Light, sunRight: Bool) -> Sprite {
    var canvas = SpriteCanvas(width: 240, height: 340)
    typealias P = SIMD2<Float>
    func half(_ t: Float) -> Float {
      // The envelope from crown (0) to mouth (1).
      t < 0.45
        ? 106 * power(sine(turns: (t / 0.45) * 0.25), 0.75) : mix(106, 22, power((t - 0.45) / 0.55, 1.5))
    }
    let gores = 12
    for gore in 0..<gores {
      let a = sine(turns: (Float(gore) / Float(gores) - 0.5) / 2)
      let b = sine(turns: (Float(gore + 1) / Float(gores) - 0.5) / 2)
      var points: [P] = []
      for step in 0...24 { points.append(P(120 + a * half(Float(step) / 24), 10 + Float(step) / 24 * 236)) }
      for step in (0...24).reversed() {
        points.append(P(120 + b * half(Float(step) / 24), 10 + Float(step) / 24 * 236))
      }
      let base = colours[gore % colours.count]
      canvas.fill(points) { x, y in
        let side = clamp((x - 120) / 106, -1, 1) * (sunRight ? 1 : -1)
        let lit = clamp(0.55 + 0.45 * side - (y - 90) / 700, 0.1, 1)
        return base
          * (light.ambient * 0.75 + light.key * (0.6 * lit) + RGB(light.lamps * 0.2, light.lamps * 0.12, 0.02))
      }
    }
    let rope = light.near
    canvas.stroke(P(100, 246), P(108, 292), 1.6, 1.6, rope)
    canvas.stroke(P(140, 246), P(132, 292), 1.6, 1.6, rope)
    canvas.fill(
      [P(103, 290), P(137, 290), P(133, 322), P(107, 322)], RGB(0.32, 0.2, 0.12) * (light.ambient + RGB(0.2)))
    return canvas.sprite()
  }
}
