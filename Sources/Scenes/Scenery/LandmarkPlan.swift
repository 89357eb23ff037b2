import CKernels
import Directing

/// Single things that stand in a landscape, far off or at hand: castles, mills, trees, tents, lamps.
struct LandmarkPlan {
  let stage: Stage
  typealias P = SIMD2<Float>

  var frame: Composition { stage.composition }
  var daylight: RGB { stage.light.ambient * 0.55 + stage.light.key * 0.45 }
  var dusk: Float {
    switch stage.shot.timeOfDay {
    case .day, .overcast: 0.12
    case .goldenHour, .dawn: 0.36
    case .sunset, .dusk: 0.6
    case .night: 0.66
    }
  }
  var hasWaterBelow: Bool { stage.shot.elements.contains { Stage.water.contains($0.kind) } }
  var sunRight: Bool { (frame.source?.x ?? frame.width) > frame.width / 2 }
  var glass: RGB {
    RGB(1, 0.80, 0.45).mixed(stage.light.sky.colour(at: 0.4), 1 - max(0.3, stage.light.lamps))
  }

  func tone(_ kind: SceneElement.Kind, _ own: RGB) -> RGB {
    ((stage.colour(kind) ?? own) * daylight).mixed(
      stage.light.near, stage.colour(kind) == nil ? dusk : dusk * 0.5)
  }

  /// Copies of a sprite side by side at a distance.
  func far(
    _ kind: SceneElement.Kind, _ sprites: [Sprite], anchor: Float, height: Float, tall: Float, drop: Float,
    nearness: Float, haze: Float, turning: Float = 0
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let count = min(9, element?.count ?? 1)
    let seed = stage.seed(0xFA0 + kind.hashSeed)
    let size = Float(element?.size ?? 1)
    let hasWater = stage.shot.elements.contains { Stage.water.contains($0.kind) }
    let foot = hasWater ? frame.horizon + 2 : frame.horizon + frame.height * drop
    let hazeColour = stage.light.haze
    let speed = Float(element?.speed ?? 1) * (0.5 + stage.energy)
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let side = Float(element?.place ?? 0)
        let home =
          count == 1
          ? 0.5 + (side == 0 ? (hash(seed) < 0.5 ? -0.14 : 0.14) : side * 0.34)
          : 0.1 + 0.8 * (Float(index) + 0.5 + (hash(index, seed, 2) - 0.5) * 0.5) / Float(count)
        let scale = frame.unit * height / tall * size * (count == 1 ? 1 : 0.55 + 0.45 * hash(index, seed, 3))
        let spot = moment.project(x: home * frame.width, y: foot, nearness: nearness)
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, tone: t2v_tone(haze: hazeColour, amount: haze),
          sprite: turning == 0
            ? 0
            : Int(fract(moment.turns(rate: turning * speed) + hash(index, seed, 4)) * Float(sprites.count))
              % sprites.count)
      }
    }
  }

  /// What stands at hand, where people would.
  func near(
    _ kind: SceneElement.Kind, _ sprite: Sprite, anchor: Float, height: Float, tall: Float,
    count usual: Int = 1,
    place: Float = 0.28, sway: Float = 0
  ) -> any SceneLayer {
    let element = stage.shot.element(kind)
    let frame = frame
    let count = min(24, element?.count ?? usual)
    let seed = stage.seed(0xEA0 + kind.hashSeed)
    let ground = GroundLine(stage)
    let size = Float(element?.size ?? 1)
    let energy = stage.energy
    let haze = stage.light.haze
    return PropLayer(sprites: [sprite], anchor: anchor) { moment in
      (0..<count).map { index in
        let rank = count == 1 ? 0.55 : hash(index, seed, 1)
        let side = Float(element?.place ?? 0)
        let home =
          count == 1
          ? 0.5 + (side == 0 ? (hash(seed) < 0.5 ? -place : place) : side * 0.36)
          : 0.06 + 0.88 * (Float(index) + 0.5 + (hash(index, seed, 2) - 0.5) * 0.6) / Float(count)
        let scale =
          frame.unit * height / tall * size * ground.scale(rank)
          * (count == 1 ? 1 : 0.7 + 0.5 * hash(index, seed, 3))
        // The whole of one is in the picture, with room for the camera's way.
        let half = Float(sprite.width) / 2 * scale * 1.2
        let x =
          count == 1 && side == 0 && 2 * half < frame.width
          ? clamp(home * frame.width, half, frame.width - half) : home * frame.width
        let spot = moment.project(x: x, y: ground.y(rank), nearness: ground.near(rank))
        return PropLayer.Pose(
          x: spot.x, y: spot.y, scale: scale * spot.scale, flipped: hash(index, seed, 5) < 0.5,
          tone: t2v_tone(haze: haze, amount: 0.12 * (1 - rank)),
          lean: sway * scale * (0.3 + energy) * moment.swing(rate: 0.16, offset: hash(index, seed, 4)))
      }.sorted { $0.y < $1.y }
    }
  }
}
