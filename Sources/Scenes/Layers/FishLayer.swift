import CKernels
import Directing

/// Fish in schools that beat their tails, far ones pale and small.
enum FishLayer {
  static func make(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.fish)
    let own = stage.colour(.fish)
    let colours =
      own.map { [$0, $0.mixed(RGB(1), 0.3)] } ?? [RGB(hex: 0xF58A2E), RGB(hex: 0xF4C542), RGB(hex: 0x6FA8D6)]
    let phases = 8
    let sprites = inParallel(colours.count * phases) {
      draw(colours[$0 / phases], phase: Float($0 % phases) / Float(phases))
    }
    let count = min(200, element?.count ?? 26)
    let seed = stage.seed(0xF15)
    let speed = Float(element?.speed ?? 1)
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    // From above the surface they are seen through it, flat and dim.
    let isBelow =
      !stage.has(.underwater) && (stage.shot.elements.contains { Stage.water.contains($0.kind) })
    // A few stay in the picture; of many some leave while others come.
    let isFew = count > 1 && count < 7 && !stage.shot.loops
    let isSubject = count == 1 && stage.subject != nil && !(stage.shot.loops)
    return PropLayer(sprites: sprites, anchor: 40) { moment in
      (0..<count).map { index in
        let rank = Float(index + 1) / Float(count)
        let near = isFew ? mix(0.6, 1, rank) : power(rank, 2)
        let school = index % 3
        let way: Float =
          switch element?.heading ?? .any {
          case .left: -1
          case .right: 1
          case .any: !isFew && school == 1 ? -1 : 1
          }
        let scale =
          frame.unit * mix(0.28, 1.15, near) * Float(element?.size ?? 1)
          * (isFew ? 1.5 : 1)
        let course = frame.width * 1.5
        let pace = (44 + 40 * near + 12 * hash(index, seed, 1)) * frame.unit * speed
        let place = fract(
          moment.turns(rate: moment.loops ? max(pace / course, 1 / moment.duration) : pace / course)
            + hash(school, seed, 2) + 0.34 * hash(index, seed, 3))
        var x = (way > 0 ? place : 1 - place) * course - frame.width * 0.25
        if isSubject {
          x = frame.width * (0.5 + 0.3 * Float(element?.place ?? 0) + way * 0.5 * (moment.progress - 0.5))
        }
        if isFew {
          let order = (Float(index) + 0.5) / Float(count) - 0.5 + 0.1 * (hash(index, seed, 3) - 0.5)
          x =
            frame.width
            * (0.5 + 0.3 * Float(element?.place ?? 0) + 0.6 * order + way * 0.3 * (moment.progress - 0.5))
        }
        let level =
          isSubject
          ? frame.height * 0.46
          : frame.height * (0.3 + 0.18 * Float(school) + 0.16 * (hash(index, seed, 4) - 0.5))
        let y = level + moment.swing(rate: 0.13, offset: hash(index, seed, 5)) * 22 * frame.unit
        let beat = fract(moment.turns(rate: 1.3 + hash(index, seed, 6)) + hash(index, seed, 7))
        let kind = hash(index, seed, 8) < 0.75 ? school % colours.count : index % colours.count
        let sprite = kind * phases + min(phases - 1, Int(beat * Float(phases)))
        if isBelow {
          let across = fract(place + 0.618 * Float(index))
          let depth = frame.height - frame.horizon
          let at = mix(0.34, 0.92, fract(0.37 * Float(school) + 0.5 * hash(index, seed, 4) + 0.2 * rank))
          let away = mix(0.4, 1.1, at) * frame.unit * Float(element?.size ?? 1)
          return PropLayer.Pose(
            x: (way > 0 ? across : 1 - across) * frame.width * 1.3 - frame.width * 0.15,
            y: moment.horizon + depth * at + (y - level) * 0.4, scale: away * 0.62, stretch: 1.7,
            flipped: way < 0,
            tone: t2v_tone(opacity: 0.78, haze: stage.light.deep, amount: mix(0.5, 0.2, at)),
            sprite: sprite)
        }
        return PropLayer.Pose(
          x: x, y: y, scale: scale, flipped: way < 0, tone: t2v_tone(haze: water, amount: 0.72 * (1 - near)),
          sprite: sprite)
      }
    }
  }

  private static func draw(_ colour: RGB, phase: Float) -> Sprite {
    var canvas = SpriteCanvas(width: 150, height: 84)
    typealias P = SIMD2<Float>
    func bend(_ x: Float) -> Float {
      // The tail swings more than the head.
      let far = clamp((118 - x) / 100, 0, 1)
      return sine(turns: phase - far * 0.3) * 7 * far * far
    }
    var upper: [P] = []
    var lower: [P] = []
    for step in 0...24 {
      let t = Float(step) / 24
      let x = 132 - t * 96
      let half = 23 * power(sine(turns: power(t, 0.72) / 2), 0.8) + 3.2 * t
      upper.append(P(x, 42 - half + bend(x)))
      lower.append(P(x, 42 + half * 0.9 + bend(x)))
    }
    let shade: (Float, Float) -> RGB = { x, y in colour * clamp(1.16 - (y - 22) / 62, 0.45, 1.25) }
    let tail = 42 + bend(18)
    canvas.fill([P(40, 42 + bend(40)), P(10, tail - 24), P(19, tail), P(10, tail + 24)], colour * 0.82)
    canvas.fill([P(98, 24), P(66, 8 + bend(66)), P(58, 26 + bend(58))], colour * 0.75)
    canvas.fill([P(86, 58), P(68, 74 + bend(68)), P(64, 58 + bend(64))], colour * 0.7)
    canvas.fill(upper + lower.reversed(), shade)
    canvas.ellipse(P(118, 37), P(3.6, 3.6), RGB(0.95))
    canvas.ellipse(P(119, 37), P(2.1, 2.1), RGB(0.04))
    return canvas.sprite()
  }
}
