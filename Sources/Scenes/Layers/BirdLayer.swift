import CKernels
import Directing

/// A flock of birds that beat and glide, drawn as silhouettes in twelve phases of the wing.
struct BirdLayer: SceneLayer {
  private static let phases = 12
  private static let side = 96
  private let stage: Stage
  private let sprites: [Sprite]
  private let count: Int
  private let tone: RGB

  init(stage: Stage) {
    self.stage = stage
    let element = stage.shot.element(.birds)
    count = min(160, element?.count ?? 9)
    tone = stage.colour(.birds) ?? stage.light.near
    sprites = (0..<Self.phases).map { Self.bird(Float($0) / Float(Self.phases)) }
  }

  private static func bird(_ phase: Float) -> Sprite {
    var canvas = SpriteCanvas(width: side, height: side)
    let middle = SIMD2<Float>(Float(side) / 2, Float(side) / 2)
    let lift = sine(turns: phase)
    // The hand trails the arm by an eighth of a beat.
    let tip = sine(turns: phase - 0.12)
    for way in [-1, 1] as [Float] {
      let shoulder = middle + SIMD2(way * 2, -1)
      let elbow = middle + SIMD2(way * 17, -5 - 12 * lift)
      let end = middle + SIMD2(way * (38 - 5 * abs(tip)), 3 - 21 * tip)
      var upper: [SIMD2<Float>] = []
      var lower: [SIMD2<Float>] = []
      for step in 0...12 {
        let t = Float(step) / 12
        let point = shoulder * ((1 - t) * (1 - t)) + elbow * (2 * t * (1 - t)) + end * (t * t)
        let chord = 5.2 * power(1 - t, 0.6) * (0.7 + 0.5 * sine(turns: t * 0.45))
        upper.append(point - SIMD2(0, chord * 0.3))
        lower.append(point + SIMD2(way * -1.5 * t, chord * 0.8))
      }
      canvas.fill(upper + lower.reversed(), RGB(1))
    }
    canvas.ellipse(middle + SIMD2(0, 0.6), SIMD2(4.4, 3.2), RGB(1))
    canvas.fill(
      [middle + SIMD2(-2.4, 1), middle + SIMD2(2.4, 1), middle + SIMD2(3.2, 6.5), middle + SIMD2(-3.2, 6.5)],
      RGB(1))
    return canvas.sprite()
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private struct Bird {
      var x, y, scale: Float
      var phase: Int
      var haze: Float
    }
    private let birds: [Bird]
    private let layer: BirdLayer

    init(_ layer: BirdLayer, _ moment: Moment) {
      self.layer = layer
      let stage = layer.stage
      let frame = stage.composition
      let element = stage.shot.element(.birds)
      let seed = stage.seed(0xB12D)
      let speed = Float(element?.speed ?? 1)
      let way: Float =
        switch element?.heading ?? .any {
        case .left: -1
        case .right: 1
        case .any: hash(seed) < 0.5 ? -1 : 1
        }
      let spread = frame.unit * (170 + 26 * Float(layer.count).squareRoot() * 3)
      let course = frame.width + spread * 2
      let base = Float(element?.place ?? 0)
      let travelled =
        moment.loops
        ? moment.travel(speed: 62 * frame.unit * speed, period: course)
        : 62 * frame.unit * speed * moment.time
      let startX = frame.width * (0.5 + base * 0.3) - way * frame.width * 0.22
      let level = mix(0.30, 0.26, frame.breadth) * frame.height
      // Few birds are near ones: three specks would not be seen.
      let nearness = clamp(2.4 - 0.16 * Float(layer.count), 0.8, 2.1)
      birds = (0..<layer.count).map { index in
        // A loose wedge with stragglers.
        let rank = Float((index + 1) / 2)
        let arm: Float = index % 2 == 0 ? 1 : -1
        let near = 0.72 + 0.5 * hash(index, seed, 1)
        let dx = -way * rank * spread / (1 + Float(layer.count) * 0.32) * (0.7 + 0.6 * hash(index, seed, 2))
        let dy =
          arm * rank * spread * 0.36 / (1 + Float(layer.count) * 0.32) + (hash(index, seed, 3) - 0.5) * spread
          * 0.34
        let bob =
          moment.swing(rate: 0.35 + 0.2 * hash(index, seed, 4), offset: hash(index, seed, 5)) * 7 * frame.unit
        var x = startX + dx + way * travelled * (0.96 + 0.08 * hash(index, seed, 6))
        x -= ((x + spread) / course).rounded(.down) * course
        let rate = (1.7 + 0.7 * hash(index, seed, 7)) * max(0.3, speed)
        // Beats come in bursts between glides.
        let glide = moment.swing(rate: 0.17, offset: hash(index, seed, 8)) > 0.45
        let beat = glide ? 0.93 : fract(moment.turns(rate: rate) + hash(index, seed, 9))
        return Bird(
          x: x + moment.camera.turn, y: level + dy + bob + moment.camera.tilt,
          scale: frame.unit * near * Float(element?.size ?? 1) * nearness,
          phase: min(BirdLayer.phases - 1, Int(beat * Float(BirdLayer.phases))), haze: 0.3 * (1.2 - near))
      }
    }

    func paint(_ row: PixelRow) {
      let half = Float(BirdLayer.side) / 2
      for bird in birds where abs(row.y - bird.y) < half * bird.scale {
        layer.sprites[bird.phase].paint(
          row, left: bird.x - half * bird.scale, top: bird.y - half * bird.scale, scale: bird.scale,
          tone: t2v_tone(light: layer.tone, haze: layer.stage.light.haze, amount: max(0, bird.haze)))
      }
    }
  }
}
