import CKernels
import Directing

/// Butterflies that flutter on crooked ways; wings open and close by their width.
enum ButterflyLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.butterflies)
    let count = min(80, element?.count ?? 9)
    let palette =
      stage.colour(.butterflies).map { [$0, $0.mixed(RGB(1), 0.35)] } ?? [
        RGB(hex: 0xF28C28), RGB(hex: 0x4FA3E0), RGB(hex: 0xF7E36B), RGB(hex: 0xD667A8),
      ]
    let light = stage.light.ambient * 0.5 + stage.light.key * 0.6
    let sprites = palette.map { draw($0 * light) }
    let seed = stage.seed(0xB77)
    let speed = Float(element?.speed ?? 1)
    return PropLayer(sprites: sprites, anchor: 60) { moment in
      (0..<count).map { index in
        let near = Float(index + 1) / Float(count)
        let scale = frame.unit * mix(0.35, 1.15, near * near) * Float(element?.size ?? 1)
        let roam = frame.width * 0.26 * speed
        let x =
          frame.width * (0.12 + 0.76 * hash(index, seed, 1)) + roam
          * moment.swing(rate: 0.045 + 0.03 * hash(index, seed, 2), offset: hash(index, seed, 3))
          + 26 * scale * moment.swing(rate: 0.6, offset: hash(index, seed, 4))
        let y =
          frame.height * mix(0.38, 0.82, hash(index, seed, 5)) + roam * 0.5
          * moment.swing(rate: 0.06, offset: hash(index, seed, 6))
          + 34 * scale * moment.swing(rate: 0.9, offset: hash(index, seed, 7))
        let beat = abs(
          moment.swing(rate: (2.3 + hash(index, seed, 8)) * max(0.4, speed), offset: hash(index, seed, 9)))
        let going = moment.swing(rate: 0.05, offset: hash(index, seed, 3) + 0.25)
        return PropLayer.Pose(
          x: x + moment.camera.turn, y: y + moment.camera.tilt, scale: scale, stretch: 0.16 + 0.84 * beat,
          tone: t2v_tone(haze: stage.light.haze, amount: 0.3 * (1 - near)), lean: going * 18 * scale,
          sprite: index % sprites.count)
      }
    }
  }

  private static func draw(_ colour: RGB) -> Sprite {
    var canvas = SpriteCanvas(width: 140, height: 120)
    typealias P = SIMD2<Float>
    for way in [-1, 1] as [Float] {
      func at(_ x: Float, _ y: Float) -> P { P(70 + way * x, y) }
      let fore = [at(3, 56), at(18, 26), at(44, 8), at(62, 12), at(60, 36), at(46, 56), at(24, 64)]
      let hind = [at(3, 60), at(26, 64), at(46, 66), at(50, 84), at(38, 104), at(22, 100), at(8, 80)]
      canvas.fill(round(fore), colour * 0.16)
      canvas.fill(round(hind), colour * 0.16)
      for wing in [fore, hind] {
        var centre = P(0, 0)
        for point in wing { centre += point / Float(wing.count) }
        canvas.fill(round(wing.map { centre + ($0 - centre) * 0.78 })) { x, _ in
          colour * (0.75 + abs(x - 70) / 130)
        }
      }
      canvas.ellipse(at(52, 20), P(3.4, 3.4), RGB(0.95))
      canvas.ellipse(at(40, 92), P(3, 3), RGB(0.95))
      canvas.stroke(at(1, 42), at(13, 18), 1.6, 0.8, RGB(0.05))
    }
    canvas.ellipse(P(70, 66), P(4.2, 24), RGB(0.06))
    return canvas.sprite()
  }

  /// Corners cut twice, so that a wing has none.
  private static func round(_ points: [SIMD2<Float>]) -> [SIMD2<Float>] {
    var points = points
    for _ in 0..<2 {
      points = points.indices.flatMap { index in
        let (a, b) = (points[index], points[(index + 1) % points.count])
        return [a * 0.75 + b * 0.25, a * 0.25 + b * 0.75]
      }
    }
    return points
  }
}
