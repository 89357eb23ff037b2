import CKernels
import Directing

/// Benches, seen from behind, and who sits on them and looks into the picture.
struct BenchPlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  /// The most who sit on one bench.
  private static let most = 5
  /// Pixels from one to the next who sit.
  private static let apart: Float = 98

  /// Whether people sit on the bench of a shot.
  static func seats(_ element: SceneElement, in stage: Stage) -> Bool {
    stage.has(.bench) && element.posture == .sitting && [.people, .couple].contains(element.kind)
      && !stage.has(.window)
  }

  var layers: [any SceneLayer] {
    let figures = FigurePlan(stage: stage)
    guard let bench = stage.shot.element(.bench) else { return [] }
    guard let sitter = stage.shot.elements.first(where: { Self.seats($0, in: stage) }) else {
      let scale = 400 * Float(bench.size) / 330
      return [
        LandmarkPlan(stage: stage).near(
          .bench, drawing(width: 330), anchor: 170, height: scale * 180 / Float(bench.size), tall: 180,
          place: 0.12)
      ]
    }
    let cast = Array(
      (sitter.kind == .couple ? [.man, .woman] : figures.cast(of: sitter, usual: 1)).prefix(Self.most))
    let builds = cast.enumerated().map { Human.Build($1, number: $0) }
    let sprites = builds.enumerated().flatMap { number, build in
      Human.sprites(
        .sitOnSeat, figures.tones(of: sitter, own: nil, number: number), rim: figures.rim,
        lightRight: figures.lightRight, build: build)
    }
    let frame = stage.composition
    let seed = stage.seed(0xBE7C)
    let ground = GroundLine(stage)
    let rank: Float = 0.55
    let width = max(300, Self.apart * Float(cast.count) + 110)
    let own = frame.unit * 400 / 330 * Float(sitter.size) * ground.scale(rank)
    let scale = min(own, frame.width * 0.86 / width)
    let home = frame.width * (0.5 + (sitter.place == 0 ? 0 : Float(sitter.place) * 0.3))
    let haze = t2v_tone(haze: stage.light.haze, amount: 0.06)
    // Two who belong together sit close.
    let apart = sitter.kind == .couple ? 78 : Self.apart
    @Sendable func spot(_ moment: Moment) -> (x: Float, y: Float, scale: Float) {
      let spot = moment.project(x: home, y: ground.y(rank), nearness: ground.near(rank))
      return (spot.x, spot.y, scale * spot.scale)
    }
    let sitters = PropLayer(sprites: sprites, anchor: Human.ground) { moment in
      let middle = spot(moment)
      return builds.indices.map { index in
        let phase = fract(moment.turns(rate: 0.2) + hash(index, seed))
        // Feet of whom the seat is too high for do not reach the ground.
        let lift = Human.seatHeight * (1 - builds[index].tall) * middle.scale
        return PropLayer.Pose(
          x: middle.x + (Float(index) - Float(builds.count - 1) / 2) * apart * middle.scale,
          y: middle.y - lift, scale: middle.scale * builds[index].tall, tone: haze,
          sprite: index * Human.phases + min(Human.phases - 1, Int(phase * Float(Human.phases))))
      }
    }
    let seat = PropLayer(sprites: [drawing(width: width)], anchor: 170) { moment in
      let middle = spot(moment)
      return [PropLayer.Pose(x: middle.x, y: middle.y, scale: middle.scale, tone: haze)]
    }
    return [sitters, seat]
  }

  /// A bench in the pixels of people.
  private func drawing(width: Float) -> Sprite {
    let landmarks = LandmarkPlan(stage: stage)
    var canvas = SpriteCanvas(width: Int(width), height: 180)
    let wood = landmarks.tone(.bench, RGB(0.46, 0.30, 0.18))
    let iron = landmarks.tone(.bench, RGB(0.13, 0.13, 0.14))
    let foot: Float = 170
    for side in [-1, 1] as [Float] {
      let x = width / 2 + side * (width / 2 - 34)
      canvas.stroke(P(x, foot), P(x, foot - 156), 9, 7, iron)
      canvas.stroke(P(x - side * 14, foot - 6), P(x - side * 12, foot - Human.seatHeight), 8, 7, iron)
      canvas.stroke(P(x, foot - 112), P(x - side * 4, foot - Human.seatHeight), 6, 6, iron)
    }
    canvas.rectangle(8, foot - Human.seatHeight - 4, width - 16, 10, wood * 0.72)
    canvas.rectangle(8, foot - Human.seatHeight + 6, width - 16, 4, wood * 0.5)
    for slat in 0..<3 {
      canvas.rectangle(6, foot - 156 + Float(slat) * 21, width - 12, 15, wood * (1.06 - 0.07 * Float(slat)))
      canvas.rectangle(6, foot - 156 + Float(slat) * 21, width - 12, 3, wood * 1.3)
    }
    return canvas.sprite()
  }
}
