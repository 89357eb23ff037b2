import CKernels
import Directing

/// Trees on both sides of a road through a forest, which pass by as the camera goes along it.
struct AvenuePlan {
  let stage: Stage

  /// Whether a shot has a road among trees.
  static func isNeeded(_ stage: Stage) -> Bool {
    stage.hasAny(.forest, .autumnTree, .pine) && stage.hasAny(.road, .car, .truck) && !stage.has(.city)
      && !stage.shot.elements.contains { Stage.water.contains($0.kind) } && !stage.has(.bridge)
  }

  /// How deep the road is seen, in heights of the viewer's eye; the road's own pattern comes round after as much.
  private static let depth: Float = 512 / 26
  private static let looks = 6

  var layers: [any SceneLayer] {
    let frame = stage.composition
    let seed = stage.seed(0xA7E)
    let sprites = sprites(seed)
    let speed = RoadLayer.speed(stage)
    let count = 44
    let spread = RoadLayer.spread(frame) * (stage.shot.element(.road)?.colour != nil ? 0.5 : 1)
    let haze = stage.light.haze
    let foggy: Float = stage.has(.fog) ? 2 : 1
    return [
      PropLayer(sprites: sprites, anchor: 612) { moment in
        let run = moment.travel(speed: 26 * speed, period: 512) / 26
        return (0..<count).map { index -> (depth: Float, pose: PropLayer.Pose) in
          let side: Float = index % 2 == 0 ? -1 : 1
          let start = (Float(index / 2) + 0.7 * hash(index, seed, 1)) / Float(count / 2) * Self.depth
          var away = start - run
          away -= (away / Self.depth).rounded(.down) * Self.depth
          let depth = away + 0.42
          let near = 1 / depth
          let lane = spread + 0.16 + 0.55 * hash(index, seed, 2)
          let tall = frame.height * (0.62 + 0.4 * hash(index, seed, 3)) * near
          return (
            depth,
            PropLayer.Pose(
              x: frame.width / 2 + moment.camera.turn + side * lane * near * frame.width,
              y: moment.horizon + near * (frame.height - frame.horizon), scale: tall / 600,
              flipped: hash(index, seed, 4) < 0.5,
              tone: t2v_tone(
                // What comes out of the distance comes out of the haze.
                opacity: smoothstep(Self.depth + 0.42, Self.depth * 0.8, depth), haze: haze,
                amount: clamp(1 - exponential(-(depth - 0.5) * 0.11 * foggy), 0, 0.9)),
              sprite: Int(hash(index, seed, 5) * Float(Self.looks)) % Self.looks)
          )
        }.sorted { $0.depth > $1.depth }.map(\.pose)
      }
    ]
  }

  private func sprites(_ seed: Int) -> [Sprite] {
    let light = stage.light
    let isAutumn = stage.hasAny(.autumnTree, .leaves)
    let isLush = stage.has(.palms) && !stage.has(.snow)
    let leafy = (hash(stage.seed(77)) > 0.72 || isLush || isAutumn) && !stage.hasAny(.snow, .pine)
    let own = stage.colour(.forest).map { $0 * 0.7 }
    let green = own ?? (isLush ? RGB(0.17, 0.38, 0.14) : RGB(0.17, 0.27, 0.14))
    let dark = (green * (light.ambient * 0.8 + light.key * 0.3)).mixed(light.near, 0.3)
    let autumn = [RGB(0.80, 0.36, 0.12), RGB(0.86, 0.56, 0.16), RGB(0.66, 0.22, 0.12)].map {
      ($0 * (light.ambient * 0.6 + light.key * 0.45)).mixed(light.near, 0.12)
    }
    let sunRight = (frame.source?.x ?? 0) > frame.width / 2
    return inParallel(Self.looks) { index in
      var canvas = SpriteCanvas(width: 480, height: 630)
      let foot = SIMD2<Float>(240, 612)
      canvas.ellipse(foot, SIMD2(90, 8), RGB(0), opacity: 0.25)
      let shade = dark * (0.85 + 0.3 * hash(index, seed, 6))
      if leafy {
        TreeBrush.deciduous(
          &canvas, at: foot, height: 600, seed: seed + index * 41,
          colour: isAutumn ? RGB(0.24, 0.17, 0.13) * (light.ambient + RGB(0.1)) : shade,
          leaves: isAutumn ? autumn[index % 3] : nil)
      } else {
        TreeBrush.conifer(
          &canvas, at: foot, height: 600, seed: seed + index * 41, colour: shade,
          snow: stage.has(.snow) ? RGB(0.9, 0.94, 1) * light.ambient.mixed(light.key, 0.5) : nil)
      }
      canvas.addRim(
        light.glow, toward: SIMD2(sunRight ? 0.6 : -0.6, -0.8), width: 3, strength: 0.22 * light.glowAmount)
      return canvas.sprite()
    }
  }

  private var frame: Composition { stage.composition }
}
