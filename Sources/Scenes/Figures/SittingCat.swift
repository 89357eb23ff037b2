import CKernels
import Directing

/// Cats that sit with their backs to the viewer and look at what is to be seen: on a roof, at a window.
struct SittingCat {
  let stage: Stage
  private typealias P = SIMD2<Float>
  private static let phases = 24

  /// Whether the cats of a shot sit.
  static func isNeeded(_ stage: Stage) -> Bool {
    guard let cat = stage.shot.element(.cat) else { return false }
    return stage.hasAny(.window, .rooftops) || cat.posture == .sitting || cat.posture == .lying
  }

  /// - Parameters:
  ///   - x: where the one in the middle sits, as a share of the width.
  ///   - y: the height of what they sit on, in pixels.
  ///   - scale: pixels of the picture for one of the drawing.
  func layer(x: Float, y: Float, scale: Float, nearness: Float) -> any SceneLayer {
    let figures = FigurePlan(stage: stage)
    let element = stage.shot.element(.cat)
    let tone =
      stage.has(.window)
      ? figures.shade(RGB(0.20, 0.16, 0.14), wished: stage.colour(.cat)).mixed(
        stage.light.near, stage.colour(.cat) == nil ? 0.45 : 0.15)
      : figures.tone(.cat, own: RGB(0.16, 0.14, 0.16))
    let rim = figures.rim
    let sprites = inParallel(Self.phases) { draw(Float($0) / Float(Self.phases), tone, rim) }
    let count = min(5, element?.count ?? 1)
    let seed = stage.seed(0x517)
    let frame = stage.composition
    let size = Float(element?.size ?? 1) * scale
    let place = Float(element?.place ?? 0)
    return PropLayer(sprites: sprites, anchor: 402) { moment in
      (0..<count).map { index in
        let spread = (Float(index) - Float(count - 1) / 2) * 210 * size
        let own = size * (index % 2 == 0 ? 1 : 0.9)
        let spot = moment.project(x: frame.width * (x + place * 0.25) + spread, y: y, nearness: nearness)
        let phase = fract(moment.turns(rate: 0.16 + 0.05 * hash(index, seed, 1)) + hash(index, seed, 2))
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: own * spot.scale, flipped: (index + (seed & 1)) % 2 == 1,
          lean: 3 * own * moment.swing(rate: 0.11, offset: hash(index, seed, 3)),
          sprite: min(Self.phases - 1, Int(phase * Float(Self.phases))))
      }
    }
  }

  private func draw(_ phase: Float, _ tone: RGB, _ rim: RGB?) -> Sprite {
    var canvas = SpriteCanvas(width: 320, height: 420)
    // The tail lies around the side, and its tip stirs.
    let stir = sine(turns: phase)
    let tail = SpriteCanvas.spline([
      P(196, 386), P(244, 392), P(280, 366), P(286 + 6 * stir, 322), P(270 + 16 * stir, 286 - 4 * stir),
    ])
    canvas.stroke(tail, 26, 15, tone)
    canvas.ellipse(tail[tail.count - 1], P(7.5, 7.5), tone)
    canvas.body([(P(146, 330), 74), (P(144, 262), 62), (P(142, 200), 48), (P(142, 164), 40)], tone)
    canvas.ellipse(P(104, 384), P(46, 20), tone)
    canvas.ellipse(P(190, 384), P(46, 20), tone)
    // The head looks up a little and to one side; an ear turns.
    let turn = 4 * sine(turns: phase + 0.3)
    let head = P(142 + turn, 122)
    canvas.ellipse(head, P(52, 45), tone)
    let twitch = power(max(0, sine(turns: phase * 2)), 12) * 7
    canvas.fill([head + P(-48, -14), head + P(-43, -68), head + P(-8, -40)], tone)
    canvas.fill([head + P(48, -14), head + P(45 + twitch, -68 + twitch * 0.5), head + P(8, -40)], tone)
    for side in [-1, 1] as [Float] {
      for whisker in 0..<2 {
        canvas.stroke(
          head + P(side * 44, 14 + Float(whisker) * 6), head + P(side * 80, 8 + Float(whisker) * 14), 1.6,
          0.8, tone,
          opacity: 0.7)
      }
    }
    canvas.addRoundness(reach: 150)
    if let rim {
      canvas.addRim(
        rim, toward: P((stage.composition.source?.x ?? 0) > stage.composition.width / 2 ? 0.7 : -0.7, -1),
        width: 3, strength: 0.6)
    }
    return canvas.sprite()
  }
}
