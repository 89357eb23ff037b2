import CKernels
import Directing

/// People on both sides of a road to the vanishing point: they walk along it, away or toward the viewer, as large as the
/// cars beside them let them be.
extension FigurePlan {
  /// Whether people walk along the road of a shot: where cars drive on it, and in a street, unless they are told to cross
  /// the picture or have an animal with them, which does.
  static func isAlongRoad(_ element: SceneElement, in stage: Stage) -> Bool {
    guard [.people, .couple, .umbrella, .runner].contains(element.kind),
      element.posture == nil || element.posture == .going,
      !stage.hasAny(.beach, .rooftops, .window)
    else { return false }
    let hasTraffic = stage.hasAny(.car, .truck)
    guard hasTraffic || StreetPlan.isNeeded(stage) else { return false }
    // Beside water the road ends at a shore.
    if hasTraffic {
      return !stage.shot.elements.contains { Stage.water.contains($0.kind) } && !stage.has(.bridge)
    }
    return element.heading == .any
      && stage.shot.elements.allSatisfy {
        $0.kind.isPeople || $0.kind == .streetLamp || !$0.kind.standsOnGround
      }
  }

  /// Whether somebody goes down an open road, and the camera behind them.
  static func isDownRoad(_ element: SceneElement, in stage: Stage) -> Bool {
    guard [.people, .couple, .umbrella, .runner, .cyclist].contains(element.kind), stage.has(.road),
      element.posture == nil || element.posture == .going, element.heading == .any,
      !stage.hasAny(.city, .car, .truck, .beach, .rooftops, .window, .bridge, .campfire, .bench),
      !stage.shot.elements.contains(where: { Stage.water.contains($0.kind) })
    else { return false }
    return (element.figures?.count ?? 0) < 5 && (element.count ?? 2) < 5
  }

  /// How fast the road passes below those who go down it, 1 for a car's way; nil where nobody does.
  static func paceDownRoad(_ stage: Stage) -> Float? {
    stage.shot.elements.first { isDownRoad($0, in: stage) }.map {
      Float($0.speed) * ($0.kind == .cyclist ? 0.9 : $0.kind == .runner ? 0.55 : 0.28)
    }
  }

  func downRoad(_ element: SceneElement, own: RGB?) -> any SceneLayer {
    let figures: [SceneElement.Figure] =
      element.kind == .couple ? [.man, .woman] : cast(of: element, usual: element.kind == .people ? 2 : 1)
    let builds = figures.enumerated().map { Human.Build($1, number: $0) }
    let sprites = builds.enumerated().flatMap { number, build in
      Human.sprites(
        element.kind == .cyclist ? .cycleAway : .away,
        tones(
          of: element, own: element.kind == .people ? nil : own.map { $0.varied(number) }, number: number),
        rim: rim, lightRight: lightRight, build: build, hasUmbrella: element.kind == .umbrella)
    }
    let frame = frame
    let isPath = stage.shot.element(.road)?.colour != nil
    let near: Float = 0.5
    let scale = 388 / 330 * frame.unit * near * Float(min(1.6, element.size))
    let rate: Float = element.kind == .runner ? 1.35 : element.kind == .cyclist ? 1.1 : 0.9
    let place = Float(element.place)
    let count = builds.count
    let isWet = GroundLine(stage).isWet
    return PropLayer(sprites: sprites, anchor: Human.ground) { moment in
      (0..<count).map { index in
        let turns = moment.turns(rate: rate * Float(max(0.3, element.speed))) + 0.37 * Float(index)
        let apart = (Float(index) - Float(count - 1) / 2) * (isPath ? 100 : 120) * scale
        return PropLayer.Pose(
          x: frame.width * (0.5 + 0.2 * place) + moment.camera.turn + apart
            + 5 * frame.unit * moment.swing(rate: 0.11, offset: 0.2 * Float(index)),
          y: moment.horizon + (near + 0.02 * moment.swing(rate: 0.05)) * (frame.height - frame.horizon),
          scale: scale * builds[index].tall, reflection: isWet ? 0.25 : 0,
          sprite: index * Human.phases + min(Human.phases - 1, Int(fract(turns) * Float(Human.phases))))
      }
    }
  }

  /// One who walks: which look, on which side, how far from the middle of the road, and from where.
  private struct Walker {
    var look: Int
    var lane: Float
    var isToward: Bool
    /// Share of the way from the far end to the near one at the start.
    var start: Float
    var size: Float
  }

  /// Metres a second, and metres from the viewer where things have the size of a road's near end.
  private static let pace: Float = 1.35
  private static let focus: Float = 4.5

  func alongRoad(_ element: SceneElement, own: RGB?) -> any SceneLayer {
    let seed = stage.seed(0xFA7E + element.kind.hashSeed)
    var figures =
      element.kind == .couple ? [.man, .woman] : cast(of: element, usual: element.kind == .people ? 24 : 1)
    figures = Array(figures.prefix(40))
    let builds = figures.enumerated().map { Human.Build($1, number: $0) }
    let isTogether = element.kind == .couple || element.figures != nil
    let spread = RoadLayer.spread(frame)
    let looks = min(4, builds.count)
    // Without cars a few, whom the picture is of, go in the street itself.
    let isInRoad = builds.count < 7 && !stage.hasAny(.car, .truck) && !stage.shot.loops
    let fills = mix(spread, StreetPlan.reach, 0.22)...mix(spread, StreetPlan.reach, 0.72)
    let walkers = builds.indices.map { index -> Walker in
      let number = isTogether ? 0 : index
      let side: Float = (hash(seed, 1) < 0.5) == (number % 2 == 0) ? -1 : 1
      var lane = mix(fills.lowerBound, fills.upperBound, hash(number, seed, 2))
      if isTogether {
        lane =
          mix(fills.lowerBound, fills.upperBound, 0.4) + (Float(index) - Float(builds.count - 1) / 2) * 0.12
      }
      if isInRoad {
        lane =
          isTogether || builds.count < 2
          ? 0.10 + (Float(index) - Float(builds.count - 1) / 2) * 0.13
          : mix(0.05, 0.3, (Float(index / 2) + hash(number, seed, 2)) / Float((builds.count + 1) / 2))
      }
      return Walker(
        look: index % looks, lane: side * lane, isToward: hash(number, seed, 3) < 0.5,
        start: isTogether || builds.count == 1
          ? 0.5 : fract((Float(number / 2) + 0.6 * hash(number, seed, 4)) / Float((builds.count + 1) / 2)),
        size: builds[index].tall)
    }
    let sprites = (0..<looks).flatMap { number in
      [false, true].flatMap { isToward in
        Human.sprites(
          isToward ? .toward : .away,
          tones(
            of: element, own: element.kind == .people ? nil : own.map { $0.varied(number) }, number: number),
          rim: rim, lightRight: lightRight, build: builds[number], hasUmbrella: element.kind == .umbrella)
      }
    }
    let frame = frame
    let speed = Float(element.speed) * (element.kind == .runner ? 2 : 1)
    let haze = stage.light.haze
    // A car is 1.8 m wide: so many pixels a metre of height where things have the size of the road's near end.
    let tall = 388 / 330 * frame.unit * Float(min(isInRoad ? 1.5 : 1.3, element.size))
    let isWet = GroundLine(stage).isWet
    return PropLayer(sprites: sprites, anchor: Human.ground) { moment in
      walkers.map { walker -> (near: Float, pose: PropLayer.Pose) in
        // They leave the picture at its side, and come out of the distance; a few stay whole in it, as through a longer lens.
        let focus = isInRoad ? 12 : Self.focus
        let close = isInRoad ? focus / 0.9 : focus * abs(walker.lane) / 0.60
        let long = moment.loops ? max(18, Self.pace * moment.duration) : 26
        let pace =
          isInRoad
          ? min(Self.pace * 0.45 * speed, 7 / moment.duration)
          : Self.pace * speed * (walkers.count < 4 ? 0.6 : 1)
        let way = moment.loops ? moment.progress * long : pace * moment.time
        // Few begin where they are seen.
        let start =
          isInRoad
          ? (walker.isToward ? pace * moment.duration / long : 0)
            + (isTogether ? 0.01 : 0.01 + 0.06 * walker.start)
          : walkers.count < 4 ? (walker.isToward ? 0.3 : 0.03) : walker.start
        let share = fract(start + (walker.isToward ? -1 : 1) * way / long)
        let near = focus / (close + share * long)
        // Who strolls takes short steps.
        let phase = fract(way / ((isInRoad ? 0.9 : 1.5) * walker.size) + walker.start * 7)
        let shown = smoothstep(1, 0.88, share)
        return (
          near,
          PropLayer.Pose(
            x: frame.width / 2 + moment.camera.turn + walker.lane * near * frame.width,
            y: moment.horizon + near * (frame.height - frame.horizon), scale: near * tall * walker.size,
            tone: t2v_tone(opacity: shown, haze: haze, amount: 0.6 * exponential(-near * 9)),
            reflection: isWet ? 0.25 : 0,
            sprite: (walker.look * 2 + (walker.isToward ? 1 : 0)) * Human.phases
              + min(Human.phases - 1, Int(phase * Float(Human.phases))))
        )
      }.sorted { $0.near < $1.near }.map(\.pose)
    }
  }
}
