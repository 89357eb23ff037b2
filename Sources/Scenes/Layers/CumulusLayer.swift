import CKernels
import Directing

/// Heaped clouds as they are drawn by hand: round heads in three flat tones, a flat foot that dissolves.
enum CumulusLayer {
  private typealias P = SIMD2<Float>

  /// Whether the sky of a shot has such clouds: a stormy or closed one has none, nor one of stars alone.
  static func isNeeded(_ stage: Stage) -> Bool {
    stage.shot.style == .anime && stage.shot.timeOfDay != .overcast && !stage.hasAny(.rain, .lightning, .fog)
  }

  /// The tones of a cloud, brightest first.
  private static func tones(_ stage: Stage) -> [RGB] {
    let light = stage.light
    if let own = stage.colour(.clouds) {
      return [own.mixed(RGB(1), 0.55), own.mixed(RGB(1), 0.15), own * 0.62]
    }
    switch stage.shot.timeOfDay {
    case .day: return [RGB(1), RGB(0.84, 0.92, 1), RGB(0.58, 0.74, 0.96)]
    case .goldenHour: return [RGB(1, 0.97, 0.84), RGB(1, 0.86, 0.68), RGB(0.78, 0.66, 0.78)]
    case .sunset: return [RGB(1, 0.88, 0.62), RGB(1, 0.62, 0.50), RGB(0.66, 0.36, 0.62)]
    case .dawn: return [RGB(1, 0.93, 0.84), RGB(1, 0.78, 0.76), RGB(0.66, 0.58, 0.82)]
    case .dusk: return [RGB(1, 0.62, 0.58), RGB(0.74, 0.36, 0.60), RGB(0.34, 0.24, 0.56)]
    case .night: return [RGB(0.44, 0.54, 0.86), RGB(0.24, 0.32, 0.64), RGB(0.11, 0.16, 0.42)]
    case .overcast: return [light.cloudLit, light.cloudLit.mixed(light.cloudShade, 0.5), light.cloudShade]
    }
  }

  /// One cloud: its middle and foot on the resting picture, its size, and how far it is, 0 for the farthest.
  private struct Place {
    var x, foot, wide, tall: Float
    var nearness: Float
  }

  /// A bank far off, some between, and one or two that tower.
  private static func places(_ stage: Stage) -> [Place] {
    let frame = stage.composition
    let (wide, sky) = (frame.width, frame.horizon)
    let side = min(frame.width, frame.height)
    let seed = stage.seed(0xC7A0)
    let amount = Float(stage.shot.element(.clouds)?.size ?? 1)
    var places: [Place] = []
    let across = max(1, Int((wide / side).rounded()))
    for index in 0..<(4 * across) {
      let chance = { (salt: Int) in hash(index, seed, salt) }
      places.append(
        Place(
          x: wide * (Float(index) + 0.2 + 0.6 * chance(1)) / Float(4 * across),
          foot: sky * (0.955 - 0.05 * chance(2)), wide: side * (0.20 + 0.16 * chance(3)),
          tall: side * (0.05 + 0.05 * chance(4)), nearness: 0))
    }
    // The tower stands on the side where the sun is not.
    let sun = frame.source?.x ?? wide * (hash(seed, 1) < 0.5 ? 0.2 : 0.8)
    let tower: Float = sun > wide / 2 ? 0.2 : 0.8
    places.append(
      Place(
        x: wide * (tower + 0.08 * (hash(seed, 2) - 0.5)), foot: sky * 0.93,
        wide: side * (0.62 + 0.12 * hash(seed, 3)), tall: min(side * 0.62, sky * 0.46) * amount, nearness: 0.5
      ))
    places.append(
      Place(
        x: wide * (1 - tower + 0.2 * (hash(seed, 4) - 0.5)), foot: sky * (0.66 + 0.08 * hash(seed, 5)),
        wide: side * (0.40 + 0.10 * hash(seed, 6)), tall: side * 0.15 * amount, nearness: 0.7))
    places.append(
      Place(
        x: wide * (0.35 + 0.4 * hash(seed, 7)), foot: sky * (0.26 + 0.08 * hash(seed, 8)),
        wide: side * (0.46 + 0.14 * hash(seed, 9)), tall: side * 0.14 * amount, nearness: 1))
    return places
  }

  static func make(_ stage: Stage) -> PropLayer {
    let places = places(stage)
    let frame = stage.composition
    let tones = tones(stage)
    let seed = stage.seed(0xC7A1)
    let sprites = inParallel(places.count) { index -> Sprite in
      let place = places[index]
      let x = (frame.source?.x ?? frame.width * 0.2) - place.x
      let y = (frame.source?.y ?? 0) - (place.foot - place.tall)
      let length = max(1, (x * x + y * y).squareRoot())
      // A low sun still lights a cloud from above more than from the side.
      return cloud(
        place, toLight: P(x / length * 0.75, min(-0.55, y / length)), tones: tones, seed: seed + index * 17)
    }
    let speed = (1.6 + 4 * stage.energy) * Float(stage.shot.element(.clouds)?.speed ?? 1)
    let haze = stage.light.haze
    var layer = PropLayer(sprites: sprites, anchor: 0) { moment in
      places.enumerated().map { index, place in
        let way = moment.drift(speed: speed * frame.unit * (0.5 + 2 * place.nearness))
        let course = frame.width + place.wide * 1.3
        var x = place.x + way + moment.camera.turn + place.wide * 0.65
        x -= (x / course).rounded(.down) * course
        return PropLayer.Pose(
          x: x - place.wide * 0.65, y: place.foot - place.tall - 4 + moment.camera.tilt,
          tone: t2v_tone(haze: haze, amount: 0.34 * (1 - place.nearness) * (1 - place.nearness)),
          sprite: index)
      }
    }
    layer.isContoured = false
    return layer
  }

  /// Heads upon heads in three rows, those in front lower, each lit from one side.
  private static func cloud(_ place: Place, toLight: P, tones: [RGB], seed: Int) -> Sprite {
    let (wide, tall) = (place.wide, place.tall)
    var canvas = SpriteCanvas(width: Int(wide) + 8, height: Int(tall) + 8)
    let foot = tall + 4
    let middle = Float(canvas.width) / 2
    // Where it is highest, and how steeply it falls from there.
    let peak = 0.38 + 0.24 * hash(seed, 1)
    for row in 0..<3 {
      let share = [1, 0.66, 0.36][row]
      let size = min(tall * 0.26, wide * 0.115) * [1, 0.92, 0.8][row]
      let count = max(3, Int(wide * (row == 0 ? 0.8 : 0.92) / (size * 1.05)))
      var heads: [(at: P, radius: Float, level: Int)] = []
      for index in 0..<count {
        let chance = { (salt: Int) in hash(index + row * 40, seed, salt) }
        let along = (Float(index) + 0.5 + 0.5 * (chance(1) - 0.5)) / Float(count)
        let off = along < peak ? (peak - along) / peak : (along - peak) / (1 - peak)
        let rise = max(0, 1 - off * off) * (0.72 + 0.28 * chance(2)) * Float(share)
        let radius = size * (0.55 + 0.75 * chance(3)) * (0.55 + 0.45 * max(0, 1 - off * off))
        let reach = (wide - 2.2 * size) * (row == 0 ? 0.86 : 1)
        var y = max(foot - tall + radius, foot - rise * tall + radius)
        var level = 0
        var broad = radius
        repeat {
          // Each stands a little beside the one above it, or they would make columns.
          let aside = level == 0 ? 0 : (hash(index * 31 + level, seed + row, 5) - 0.5) * broad * 0.9
          let at = P(middle + (along - 0.5) * reach + aside, min(y, foot - broad * 0.5))
          heads.append((at, broad, level))
          // Smaller heads around its crown.
          for bump in 0..<5 where level < 2 {
            let turn = hash(index * 7 + bump, seed + row, 11 + level)
            let angle = -0.25 + (Float(bump) - 2) * 0.1 + (turn - 0.5) * 0.06
            let way = P(cosine(turns: angle), sine(turns: angle))
            let small = broad * (0.30 + 0.22 * turn)
            heads.append((at + way * (broad * 1.02 - small * 0.45), small, level))
          }
          y += broad * (0.7 + 0.3 * hash(index * 31 + level, seed + row, 6))
          broad = min(size * 1.25, broad * (0.9 + 0.3 * hash(index * 31 + level, seed + row, 7)))
          level += 1
        } while y < foot - broad * 0.4
      }
      for (tone, shrink, shift, most) in [
        (2, 1, 0, 99), (1, 0.86, 0.22, 2), (0, 0.70, 0.36, 1),
      ] as [(Int, Float, Float, Int)] {
        // Rows behind are a little darker where those before them lie in the light.
        let colour = tones[tone].mixed(tones[min(2, tone + 1)], row == 0 ? 0.12 : 0)
        for head in heads where head.level < most {
          canvas.ellipse(
            head.at + toLight * (head.radius * shift), P(head.radius, head.radius) * shrink, colour)
        }
      }
    }
    let sway = hash(seed, 9)
    canvas.fade { x, y in
      let wave = 0.05 * sine(turns: x / wide * 3 + sway) + 0.03 * sine(turns: x / wide * 7 + sway * 3)
      return smoothstep(1.0, 0.74, y / foot + wave)
    }
    return canvas.sprite()
  }
}
