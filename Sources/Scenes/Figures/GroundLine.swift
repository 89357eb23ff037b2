import Directing

/// Where things stand: the heights at which feet are, from a little way off to at hand.
struct GroundLine: Sendable {
  private let far: Float
  private let hand: Float
  private let farScale: Float
  /// Whether it is wet enough to mirror.
  let isWet: Bool

  init(_ stage: Stage) {
    let frame = stage.composition
    let height = frame.height
    isWet = stage.has(.rain) && stage.has(.road)
    if stage.has(.rooftops) {
      far = height * 0.868
      hand = far
      farScale = 1
    } else if Shore.isNeeded(stage) {
      far = height * 0.925
      hand = height * 0.955
      farScale = 0.85
    } else if stage.has(.beach) {
      far = height * 0.90
      hand = height * 0.955
      farScale = 0.7
    } else if stage.hasAny(.wheat, .sunflowers) {
      // Before the rows, which would hide them.
      far = mix(frame.horizon, height, 0.82)
      hand = mix(frame.horizon, height, 0.95)
      farScale = 0.85
    } else if stage.hasAny(.meadow, .flowers) {
      far = mix(frame.horizon, height, 0.32)
      hand = mix(frame.horizon, height, 0.62)
      farScale = 0.55
    } else if stage.hasAny(.road, .car) {
      far = mix(frame.horizon, height, 0.3)
      hand = mix(frame.horizon, height, 0.66)
      farScale = 0.5
    } else {
      far = height * 0.895
      hand = height * 0.945
      farScale = 0.72
    }
  }

  /// The height of the ground at a nearness of 0 to 1 within the range.
  func y(_ rank: Float) -> Float { mix(far, hand, rank) }
  /// How large things are there.
  func scale(_ rank: Float) -> Float { mix(farScale, 1, rank) }
  /// How far the camera's way moves them.
  func near(_ rank: Float) -> Float { mix(0.75, 1, rank) }
}

/// A strip of ground at the viewer's feet, for what stands where there is only water or roofs.
enum Shore {
  static func isNeeded(_ stage: Stage) -> Bool {
    guard
      stage.shot.elements.contains(where: {
        $0.kind.standsOnGround
          && !(StreetPlan.isNeeded(stage) && FigurePlan.isAlongRoad($0, in: stage))
      })
    else { return false }
    if stage.hasAny(.beach, .rooftops) { return false }
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) } || stage.has(.bridge)
    if hasWater { return true }
    return stage.hasAny(.city, .forest, .canyon, .waterfall, .vineyard, .bamboo)
      && !stage.hasAny(.road, .car, .meadow)
  }

  static func layers(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let isPaved = stage.has(.city)
    let colour: RGB? =
      stage.has(.snow)
      ? RGB(0.86, 0.90, 0.96)
      : isPaved ? RGB(0.30, 0.31, 0.35) : stage.hasAny(.dunes, .canyon) ? RGB(0.72, 0.5, 0.32) : nil
    let range = TerrainRange(
      cover: isPaved || colour != nil ? .sand : .grass, crest: frame.height * (isPaved ? 0.905 : 0.895),
      foot: frame.height * 1.1, frequency: isPaved ? 0.3 : 1.1, ruggedness: 0.04,
      relief: isPaved ? 0.03 : 0.24,
      nearness: 1, hazeTop: 0.02, hazeFoot: 0, seed: stage.seed(0x5404), fillsGround: true, colour: colour)
    return [range.band(stage: stage)]
  }
}
