import CKernels
import Directing

/// A street seen along its middle: houses up both sides to the vanishing point, shops at their feet, and what a wet road
/// mirrors of all that.
struct StreetPlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  /// Whether a shot is of a street in a town.
  static func isNeeded(_ stage: Stage) -> Bool {
    stage.has(.city) && stage.hasAny(.road, .neonSigns) && !stage.hasAny(.rooftops, .window)
      && !stage.shot.elements.contains { Stage.water.contains($0.kind) } && !stage.has(.bridge)
  }

  /// How far from the middle the houses stand at the viewer's feet, as a share of the picture's width.
  static let reach: Float = 0.95
  private static let nearness: Float = 0.45

  private var frame: Composition { stage.composition }

  private struct House {
    /// How near its far and its near end are: 0 at the horizon, 1 at the foot of the picture.
    var far, near: Float
    /// Its height where the nearness is 1, in pixels.
    var tall: Float
    var number: Int
  }

  private func houses(_ side: Float) -> [House] {
    let seed = stage.seed(side < 0 ? 0x57E1 : 0x57E2)
    var houses: [House] = []
    var far: Float = 0.035
    var number = 0
    while far < 0.62 {
      let near = far * (1.26 + 0.3 * hash(number, seed, 1))
      houses.append(
        House(
          far: far, near: near, tall: frame.height * mix(0.72, 1.55, hash(number, seed, 2)), number: number))
      far = near * 1.004
      number += 1
    }
    return houses
  }

  var layers: [any SceneLayer] {
    let sides = inParallel(2) { wall($0 == 0 ? -1 : 1) }
    return [sheen] + sides
  }

  /// Where a place on the houses of a side is seen on the resting picture.
  private func place(_ near: Float, up: Float, side: Float) -> P {
    P(
      frame.width * (0.5 + side * near * Self.reach),
      frame.horizon + near * (frame.height - frame.horizon) - near * up)
  }

  private func wall(_ side: Float) -> any SceneLayer {
    let frame = frame
    let margin = SpriteBand.margin(frame.width)
    let width = Int(frame.width / 2 + margin)
    let foot = frame.horizon + 0.64 * (frame.height - frame.horizon)
    var canvas = SpriteCanvas(width: width, height: Int(foot) + 4)
    let seed = stage.seed(side < 0 ? 0x57E3 : 0x57E4)
    let light = stage.light
    let night = light.lamps
    let sunRight = (frame.source?.x ?? frame.width) > frame.width / 2
    let isLit = (side < 0) == sunRight
    let daylight = light.ambient * (isLit ? 0.5 : 0.66) + light.key * (isLit ? 0.56 : 0.1)
    let signs = [
      RGB(1, 0.16, 0.52), RGB(0.10, 0.90, 1), RGB(1, 0.72, 0.14), RGB(0.55, 0.30, 1), RGB(0.25, 1, 0.55),
    ]
    let isNeon = stage.has(.neonSigns)
    let isAsleep = stage.has(.streetLamp) && !stage.hasAny(.neonSigns, .car, .truck)
    var glows: [(SIMD2<Float>, RGB)] = []
    func at(_ near: Float, _ up: Float) -> P {
      place(near, up: up, side: side) - P(side < 0 ? -margin : frame.width / 2, 0)
    }
    for house in houses(side) {
      let chance = { (salt: Int) in hash(house.number, seed, salt) }
      let materials = CityPlan.materials
      let paint =
        materials[Int(chance(1) * Float(materials.count)) % materials.count] * (0.8 + 0.3 * chance(2))
      let haze = exponential(-house.near * 9) * 0.75
      let tone = (paint * daylight).mixed(light.near, 0.5 * night).mixed(
        light.haze, haze * (1 - 0.4 * night))
      // What a street's lamps throw up its walls.
      let warm = (isNeon ? signs[Int(chance(3) * 5) % 5] : RGB(1, 0.72, 0.42)) * 0.46
      let floorHeight = frame.height * (0.072 + 0.02 * chance(4))
      let outline = [
        at(house.far, 0), at(house.far, house.tall), at(house.near, house.tall), at(house.near, 0),
      ]
      let ground = at(house.near, 0).y
      let top = at(house.near, house.tall).y
      // The end that looks at the viewer, where the next house is lower.
      let corner = at(house.near, house.tall)
      let broad = side * house.near * frame.width * 0.7
      let front = (paint * (light.ambient * 0.5 + light.key * 0.34)).mixed(light.near, 0.70 * night).mixed(
        light.haze, haze * (1 - 0.4 * night))
      canvas.fill(
        [corner, corner + P(broad, 0), P(corner.x + broad, ground), P(corner.x, ground)], front * 0.86)
      let pitch = house.near * floorHeight
      for row in 0..<max(0, min(30, Int((ground - top) / pitch) - 1)) {
        for column in 0..<5 {
          let x = corner.x + broad * (0.10 + 0.18 * Float(column))
          let isOn =
            hash(house.number &* 57 &+ column, row, seed + 5) < (0.02 + 0.3 * night * chance(8))
            * (isAsleep ? 0.16 : 1)
          let shown = isOn ? front.mixed(RGB(1, 0.82, 0.52), 0.3 + 0.6 * night) : front * 0.62
          canvas.fill(
            [
              P(x, top + pitch * (Float(row) + 0.35)), P(x + broad * 0.09, top + pitch * (Float(row) + 0.35)),
              P(x + broad * 0.09, top + pitch * (Float(row) + 0.85)), P(x, top + pitch * (Float(row) + 0.85)),
            ], shown)
        }
      }
      canvas.fill(outline) { _, y in
        let up = clamp((ground - y) / max(1, ground - top), 0, 1)
        return (tone * (0.82 + 0.26 * up)) + warm * (night * exponential(-up * 5))
      }
      // An edge at the corner, and a ledge at the roof.
      canvas.stroke(at(house.near, 0), at(house.near, house.tall), 1.2, 2.4 * frame.unit, tone * 0.55)
      canvas.stroke(
        at(house.far, house.tall), at(house.near, house.tall), 3 * house.far * 8 * frame.unit,
        3 * house.near * 8 * frame.unit,
        tone.mixed(light.key, 0.25 * (1 - night)))
      let floor = floorHeight
      let shop = floor * 1.25
      let floors = min(22, Int((house.tall - shop) / floor))
      let columns = max(2, Int(logarithm(house.near / house.far) * 11))
      func along(_ t: Float) -> Float { house.far * power(house.near / house.far, t) }
      let lampColour =
        chance(5) < 0.6 ? RGB(1, 0.80, 0.48) : chance(5) < 0.8 ? RGB(1, 0.93, 0.78) : RGB(0.70, 0.87, 1)
      // Where a lamp is what one looks at, people sleep.
      let busy = (0.04 + night * (0.16 + 0.5 * chance(6))) * (isAsleep ? 0.16 : 1)
      let glass = (paint * daylight * 0.34).mixed(light.sky.colour(at: 0.35), 0.34 * (1 - night) + 0.05)
      for row in 0..<max(0, floors) {
        for column in 0..<columns {
          let (a, b) = (
            along((Float(column) + 0.2) / Float(columns)), along((Float(column) + 0.78) / Float(columns))
          )
          let low = shop + floor * (Float(row) + 0.24)
          let high = shop + floor * (Float(row) + 0.80)
          let isOn = hash(house.number &* 97 &+ column, row, seed) < busy
          let bright = 0.55 + 0.45 * hash(house.number &* 31 &+ column, row, seed + 1)
          let colour = isOn ? tone.mixed(lampColour, bright * (0.4 + 0.6 * night)) : tone.mixed(glass, 0.9)
          canvas.fill(
            [at(a, low), at(a, high), at(b, high), at(b, low)], colour.mixed(light.haze, haze * 0.6))
          if isOn {
            glows.append(
              ((at(a, low) + at(b, high)) / 2, lampColour * (bright * 26 * house.near * house.near)))
          }
        }
      }
      // Shops: lit glass under an awning or a bar of light.
      let bays = max(1, columns / 3)
      for bay in 0..<bays {
        let (a, b) = (along((Float(bay) + 0.06) / Float(bays)), along((Float(bay) + 0.94) / Float(bays)))
        let colour =
          isNeon || chance(bay + 40) > 0.6 ? signs[Int(chance(bay + 20) * 5) % 5] : RGB(1, 0.82, 0.55)
        let inside = RGB(1, 0.84, 0.58).mixed(colour, isNeon ? 0.4 : 0.15)
        let shown = (glass * 0.8).mixed(inside, 0.25 + 0.65 * night)
        canvas.fill([at(a, floor * 0.06), at(a, shop * 0.62), at(b, shop * 0.62), at(b, floor * 0.06)]) {
          _, y in
          shown * (0.78 + 0.3 * clamp((ground - y) / max(1, ground - top) * 9, 0, 1))
        }
        canvas.fill(
          [at(a, shop * 0.66), at(a, shop * 0.84), at(b, shop * 0.84), at(b, shop * 0.66)],
          (colour * daylight * 0.8).mixed(colour, 0.85 * night))
        glows.append(
          (
            (at(a, shop * 0.5) + at(b, shop * 0.5)) / 2,
            inside.mixed(colour, 0.5) * (120 * house.near * house.near)
          ))
      }
    }
    canvas.addBloom(glows, reach: 34 * frame.unit, strength: 0.7 * night)
    return SpriteBand(
      sprite: canvas.sprite(openFoot: true), left: side < 0 ? -margin : frame.width / 2, top: 0,
      nearness: Self.nearness,
      light: RGB(1), haze: light.haze, hazeTop: 0, hazeFoot: 0)
  }

  /// Light on the road below shops and signs: long streaks where it is wet.
  private var sheen: any SceneLayer {
    let frame = frame
    let seed = stage.seed(0x57E5)
    let wet: Float = stage.has(.rain) ? 1 : 0.34
    let strength = wet * (0.12 + 0.88 * stage.light.lamps)
    let isNeon = stage.has(.neonSigns)
    let signs = [
      RGB(1, 0.16, 0.52), RGB(0.10, 0.90, 1), RGB(1, 0.72, 0.14), RGB(0.55, 0.30, 1), RGB(0.25, 1, 0.55),
    ]
    let own = stage.colour(.neonSigns)
    let count = 34
    let depth = frame.height - frame.horizon
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).flatMap { index -> [Marks.Mark] in
        let near = power((Float(index) + hash(index, seed, 1)) / Float(count), 1.2) * 0.62 + 0.03
        let side: Float = index % 2 == 0 ? -1 : 1
        let off = side * near * StreetPlan.reach * mix(0.30, 0.92, power(hash(index, seed, 2), 0.7))
        let colour =
          own
          ?? (isNeon || hash(index, seed, 3) > 0.7
            ? signs[Int(hash(index, seed, 4) * 5) % 5] : RGB(1, 0.78, 0.50))
        let spot = moment.project(
          x: frame.width * (0.5 + off), y: frame.horizon + near * depth * 1.02, nearness: Self.nearness)
        let shake = moment.swing(rate: 0.5 + 0.4 * hash(index, seed, 5), offset: hash(index, seed, 6))
        let long = depth * near * mix(0.5, 1.1, hash(index, seed, 7))
        let wide = frame.unit * mix(3, 40, near)
        return (0..<3).map { part in
          let share = 1 - 0.3 * Float(part)
          return Marks.Mark(
            x: spot.x + shake * wide * 0.25, y: spot.y + wide * 0.5, dx: shake * wide * 0.3, dy: long * share,
            radius: wide * 0.25, softness: wide * 1.3, colour: colour,
            opacity: 0.13 * strength * (0.85 + 0.15 * shake),
            isLight: true)
        }
      }
    }
  }
}
