import CKernels
import Directing

/// A canyon seen along its floor: far table mountains in the haze, walls of layered rock at both sides in several
/// depths, lit from the sun's side, and a river that winds between them.
struct CanyonPlan {
  let stage: Stage
  /// Whether the scene has water of its own from side to side, so that the rock ends there.
  let hasWater: Bool
  typealias P = SIMD2<Float>

  /// How many walls stand behind one another at each side.
  private static let depth = 5

  /// Whether the canyon's own river is all the water that is asked for.
  static func ownsRiver(_ stage: Stage) -> Bool {
    stage.has(.canyon) && !stage.has(.bridge)
      && stage.shot.elements.allSatisfy { $0.kind == .river || !Stage.water.contains($0.kind) }
  }

  var frame: Composition { stage.composition }
  var sunRight: Bool { (frame.source?.x ?? frame.width) > frame.width / 2 }
  var rock: RGB { stage.colour(.canyon) ?? RGB(0.80, 0.43, 0.25) }
  /// On rock that looks at the sun, and on rock that looks away from it.
  var sunlight: RGB { stage.light.ambient * 0.42 + stage.light.key * 0.80 }
  var shade: RGB { stage.light.ambient * 0.62 + stage.light.key * 0.10 }

  /// What distance turns into: the dust of the rock is in it.
  var air: RGB { stage.light.haze.mixed((rock * sunlight).mixed(RGB(1), 0.25), 0.4) }

  var layers: [any SceneLayer] {
    let walls = inParallel(Self.depth * 2) { wall(rank: $0 / 2, side: $0 % 2 == 0 ? -1 : 1) }
    var layers: [any SceneLayer] = [mesas]
    if !hasWater { layers += [ground, glitter] }
    for rank in 0..<Self.depth {
      layers += [walls[rank * 2], walls[rank * 2 + 1]]
      if rank == 1 || rank == 2 {
        // Dust and air between the walls.
        let foot = self.foot(rank)
        layers.append(
          SoftGroup(
            slow: [
              FogLayer(
                stage: stage, centre: foot - frame.height * 0.02,
                spread: frame.height * (rank == 1 ? 0.12 : 0.09),
                density: rank == 1 ? 0.28 : 0.13, colour: air, salt: 70 + rank)
            ], isOpaque: false, stage: stage))
      }
    }
    return layers
  }

  /// The height at which a wall meets the floor.
  private func foot(_ rank: Int) -> Float {
    let below = frame.height - frame.horizon
    return frame.horizon + below * [0.02, 0.10, 0.26, 0.56, 1.2][rank] * (hasWater ? 0.4 : 1)
  }

  // MARK: Far away

  /// Table mountains on the horizon.
  private var mesas: any SceneLayer {
    let frame = frame
    let margin = SpriteBand.margin(frame.width)
    let seed = stage.seed(0xCA1)
    let tall = frame.height * 0.13
    var canvas = SpriteCanvas(width: Int(frame.width + margin * 2), height: Int(tall) + 4)
    let width = frame.width + margin * 2
    let tone = (rock * sunlight).mixed(stage.light.haze, 0.5)
    let dim = (rock * shade).mixed(stage.light.haze, 0.5)
    for row in 0..<2 {
      var x = -width * 0.1 * hash(row, seed)
      var number = 0
      while x < width {
        let broad = width * mix(0.10, 0.34, hash(number, seed, row + 1))
        let top =
          tall
          * (row == 0 ? mix(0.06, 0.5, hash(number, seed, row + 4)) : mix(0.5, 0.8, hash(number, seed, 9)))
        let skirt = broad * 0.16
        let cliff = top + (tall - top) * 0.42
        let ragged = (0...8).map { P(x + broad * Float($0) / 8, top + tall * 0.025 * hash($0, seed, number)) }
        canvas.fill(
          [P(x - skirt, tall + 4), P(x - skirt * 0.1, cliff)] + ragged
            + [P(x + broad + skirt * 0.1, cliff), P(x + broad + skirt, tall + 4)]
        ) { px, py in
          let crack = SharedTiles.billow.sample(px * 0.9 / frame.unit, py * 0.06 / frame.unit)
          let layer = 0.5 + 0.5 * sine(turns: py / (15 * frame.unit) + crack * 0.3)
          let across = clamp((px - x) / broad, 0, 1)
          let lit = clamp((sunRight ? across : 1 - across) * 1.3 + (crack - 0.55) * 0.8, 0, 1)
          return dim.mixed(tone, lit) * (0.86 + 0.14 * layer)
        }
        x += broad * mix(0.9, 1.7, hash(number, seed, row + 7))
        number += 1
      }
    }
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: -margin, top: (frame.horizon - tall + 4).rounded(),
      nearness: 0.08,
      light: RGB(1), haze: air, hazeTop: 0.34, hazeFoot: 0.66, ground: nil)
  }

  // MARK: Walls

  /// Tones of the layers from the rim down, harder and softer ones by turns.
  private func strata(_ level: Float) -> RGB {
    let tones = [
      rock.mixed(RGB(0.98, 0.86, 0.68), 0.62), rock, rock.mixed(RGB(0.45, 0.17, 0.12), 0.42),
      rock.mixed(RGB(0.96, 0.74, 0.50), 0.42), rock.mixed(RGB(0.62, 0.26, 0.16), 0.5),
      rock.mixed(RGB(0.90, 0.62, 0.42), 0.3),
    ]
    let place = level * 11
    let number = Int(place.rounded(.down))
    func tone(_ number: Int) -> RGB { tones[Int(hash(number, 0x57A7) * 6) % 6] }
    return tone(number).mixed(tone(number + 1), smoothstep(0.72, 1, place - Float(number)))
  }

  /// How far the rock stands out at a level: ledges with hollows below them.
  private func ledge(_ level: Float) -> Float {
    let place = level * 11
    let number = Int(place.rounded(.down))
    let way = place - Float(number)
    return (hash(number, 0x1ED) - 0.5) * (1 - way * 0.6) + 0.5
      * Noise.line(level * 30, octaves: 3, seed: 0x1EE)
  }

  private func wall(rank: Int, side: Float) -> any SceneLayer {
    let frame = frame
    let near = Float(rank) / Float(Self.depth - 1)
    let seed = stage.seed(0xCA0 + rank * 2 + (side > 0 ? 1 : 0))
    let shift = (hash(seed, 1) - 0.5) * 0.07
    let top = frame.height * ([0.42, 0.35, 0.27, 0.18, 0.07][rank] + shift) * mix(1, 0.8, frame.breadth)
    let foot = self.foot(rank)
    let tall = foot - top
    let scale = mix(0.34, 1.15, near) * frame.unit
    let margin = SpriteBand.margin(frame.width)
    // From the border of the picture to where the wall ends on the floor.
    let reach =
      frame.width
      * (0.5 - [0.012, 0.075, 0.17, 0.30, 0.425][rank] * mix(1, 0.94, frame.breadth) + (hash(seed, 2) - 0.5)
        * 0.05)
    let wide = reach + margin + 40 * scale
    // The foot runs from its end on the floor toward the viewer.
    let sink = ((rank + 1 < Self.depth ? self.foot(rank + 1) : frame.height * 1.1) - foot) * 0.7 + 6
    var canvas = SpriteCanvas(width: Int(wide), height: Int(min(tall + sink, frame.height * 1.08 - top)))
    // Drawn as the left wall; the right one is its mirror.
    var edge: [P] = []
    var talus: [P] = []
    let rim = wide - 40 * scale - tall * (0.16 + 0.05 * hash(seed, 3))
    let steps = 5
    var x = rim
    var y: Float = 0
    let rubble = tall * 0.86
    // The rim is flat with notches: towers that came loose.
    var crest: [P] = [P(-4, tall * 0.02)]
    let teeth = 9
    for tooth in 0..<teeth {
      let left = rim * Float(tooth) / Float(teeth)
      let height = tall * 0.055 * hash(seed, tooth, 7)
      crest.append(P(left + 2, height))
      crest.append(P(left + rim / Float(teeth) * (0.55 + 0.4 * hash(seed, tooth, 8)), height + tall * 0.004))
    }
    y = crest[crest.count - 1].y + tall * 0.006
    for step in 0..<steps {
      let drop = rubble / Float(steps) * (0.8 + 0.4 * hash(seed, step, 4))
      let shelf = (wide - 40 * scale - rim) * 0.72 / Float(steps) * (0.3 + 1.4 * hash(seed, step, 5))
      edge.append(P(x, y))
      for part in 1...9 {
        let t = Float(part) / 9
        edge.append(
          P(
            x + shelf * 0.3 * t + Noise.line((y + drop * t) / (34 * scale), octaves: 4, seed: seed) * 15
              * scale
              * sine(turns: min(0.25, t)),
            min(rubble, y + drop * t)))
      }
      y += drop
      x += shelf
    }
    let end = edge[edge.count - 1]
    let toe = mix(end.x, wide - 8 * scale, 0.62)
    for part in 0...10 {
      let t = Float(part) / 10
      talus.append(
        P(
          mix(end.x, toe, power(t, 1.25)) + Noise.line(t * 5, octaves: 2, seed: seed + 9) * 5 * scale,
          mix(min(rubble, end.y), tall + 2, t)))
    }
    let lit = (side < 0) == sunRight
    let (bright, dark) = (sunlight, shade)
    // The sun is at the right of a mirrored left wall when it is at the left of the picture.
    let toward: Float = (side < 0) == sunRight ? 1 : -1
    let offset = hash(seed, 10) * 400
    let sand = self.sand
    canvas.fill(crest + edge + talus + [P(-4, tall + sink)]) { px, py in
      let u = px / scale + offset
      let v = py / scale
      let wave = SharedTiles.cloud.sample(u * 0.16, v * 0.1)
      // Pillars and gullies that run down the wall, wider ones with finer ones on them.
      func relief(_ at: Float) -> Float {
        SharedTiles.billow.sample(at * 0.34 + wave * 9, v * 0.035)
          + 0.55 * SharedTiles.billow.sample(at * 1.05 + 90, v * 0.10 + wave * 4)
      }
      let here = relief(u)
      let slope = (here - relief(u + toward * 5)) * 4.2
      let level = (py + top * 0.25) / tall * 0.9 + wave * 0.018 + Float(seed & 7) * 0.05
      let tone = strata(level)
      let step = ledge(level) - ledge(level - 0.006)
      let down = smoothstep(rubble * 0.93, rubble * 1.06, py + wave * 14 * scale)
      let facing = clamp((lit ? 0.80 : 0.20) + slope * (lit ? 0.62 : 0.34) + step * 0.5 * (1 - down), 0, 1)
      // The lower rock lies in the shadow of the other side.
      let shadow = lit ? 0.62 * smoothstep(0.50, 0.86, py / tall + (px / wide - 0.5) * 0.24 + wave * 0.03) : 0
      let light = dark.mixed(bright, facing * (1 - shadow))
      let hollow = clamp(0.50 + 0.52 * here, 0.4, 1.16)
      let grit = 0.92 + 0.16 * SharedTiles.cloud.sample(u * 2.4, v * 2.4)
      let face = tone * light * (hollow * grit * (1 + 0.3 * step))
      // Rubble below: all tones in one, in soft fans.
      let fan = 0.74 + 0.34 * SharedTiles.billow.sample(u * 0.7 + v * 0.2, v * 0.5)
      let heap = rock.mixed(RGB(0.70, 0.50, 0.36), 0.35) * light * fan * grit
      // Where it meets the floor it is covered with its sand.
      let base = mix(tall + 2, tall + sink, clamp(1 - px / toe, 0, 1))
      let settled = smoothstep(base - 90 * scale, base, py + wave * 26 * scale)
      return face.mixed(heap, down * 0.85).mixed(sand * light * (0.92 + 0.1 * grit), settled * 0.9)
    }
    canvas.fade { px, py in
      guard py > rubble else { return 1 }
      let base = mix(tall + 2, tall + sink, clamp(1 - px / toe, 0, 1))
      let ragged = 30 * SharedTiles.cloud.sample(px / scale * 0.9, py / scale * 0.9)
      let tip = smoothstep(toe + 8 * scale, toe - 90 * scale, px)
      return smoothstep(base, base - 46 * scale, py + (ragged - 12 + 30 * (1 - tip)) * scale)
    }
    if frame.sun != nil, rank > 0 {
      canvas.addRim(
        stage.light.glow, toward: P(toward, -0.6), width: max(1, Int(2.4 * scale)),
        strength: 0.4 * stage.light.glowAmount)
    }
    let sprite = side < 0 ? canvas.sprite(openFoot: true) : canvas.sprite(openFoot: true).mirrored()
    let haze = [0.55, 0.36, 0.19, 0.06, 0][rank] as Float
    return SpriteBand(
      sprite: sprite, left: side < 0 ? -margin : frame.width + margin - Float(sprite.width),
      top: top.rounded(), nearness: [0.14, 0.24, 0.40, 0.62, 0.95][rank], light: RGB(1),
      haze: air,
      hazeTop: haze * 0.8, hazeFoot: min(0.8, haze * 1.25), ground: nil)
  }
}
