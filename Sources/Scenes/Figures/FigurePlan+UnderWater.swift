import CKernels
import Directing

/// Who lives below.
extension FigurePlan {
  var underWater: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    let light = RGB(0.55, 0.75, 0.85)
    for element in stage.shot.elements {
      func own(_ colour: RGB) -> RGB { stage.colour(element.kind) ?? colour }
      switch element.kind {
      case .whale:
        layers.append(
          swimming(
            element, SeaLife.whale(own(RGB(0.20, 0.34, 0.46)) * light, belly: RGB(0.62, 0.74, 0.78) * light),
            anchor: 150, height: 470, tall: 300, pace: 40, rate: 0.22, depth: 0.4))
      case .shark:
        layers.append(
          swimming(
            element, SeaLife.shark(own(RGB(0.36, 0.46, 0.54)) * light, belly: RGB(0.78, 0.84, 0.86) * light),
            anchor: 110, height: 260, tall: 220, pace: 80, rate: 0.6, depth: 0.45))
      case .dolphin:
        layers.append(
          swimming(
            element,
            SeaLife.dolphin(
              own(RGB(0.42, 0.56, 0.66)) * light, belly: RGB(0.8, 0.88, 0.9) * light,
              turns: (0..<16).map { 0.03 * sine(turns: Float($0) / 16) }), anchor: 150, height: 330,
            tall: 300, pace: 110, rate: 0.7, depth: 0.38))
      case .turtle:
        layers.append(
          swimming(
            element, SeaLife.turtle(own(RGB(0.40, 0.42, 0.22)) * (light + RGB(0.15))), anchor: 120,
            height: 230, tall: 240, pace: 36, rate: 0.4, depth: 0.5))
      case .jellyfish: layers.append(drifting(element, own(RGB(0.95, 0.55, 0.80))))
      default: break
      }
    }
    return layers
  }

  private func swimming(
    _ element: SceneElement, _ sprites: [Sprite], anchor: Float, height: Float, tall: Float, pace: Float,
    rate: Float, depth: Float
  ) -> any SceneLayer {
    let frame = frame
    let count = min(24, element.count ?? 1)
    let seed = stage.seed(0x5E1 + element.kind.hashSeed)
    let heading = self.heading(of: element, seed: seed)
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    let long = Float(sprites[0].width) / tall * height
    let isSubject = count == 1 && stage.subject?.kind == element.kind
    return PropLayer(sprites: sprites, anchor: anchor) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.85 : hash(index, seed, 1)
        let scale = frame.unit * height / tall * mix(0.4, 1, near) * Float(element.size)
        let course = frame.width + long * frame.unit * Float(element.size) * 1.1
        let speed = pace * frame.unit * mix(0.6, 1, near) * Float(element.speed)
        let travelled =
          moment.loops
          ? moment.turns(rate: speed / course) * course
          : isSubject
            ? min(
              speed * moment.duration,
              max(0, min(frame.width * 0.26, frame.width * 0.94 - long * scale * tall / height)))
              * (moment.progress - 0.5)
            : speed * (moment.time - moment.duration / 2)
        var x =
          frame.width * (0.5 + Float(element.place) * 0.3 + (count == 1 ? 0 : hash(index, seed, 2) - 0.5))
          + heading * travelled
        let margin = (course - frame.width) / 2
        x -= ((x + margin) / course).rounded(.down) * course
        let y = frame.height * (depth + (count == 1 ? 0 : (hash(index, seed, 3) - 0.5) * 0.4))
        return PropLayer.Pose(
          x: x, y: y + moment.swing(rate: 0.09, offset: hash(index, seed, 4)) * 30 * frame.unit, scale: scale,
          flipped: heading < 0, tone: t2v_tone(haze: water, amount: mix(0.62, 0.12, near)),
          sprite: Int(
            fract(moment.turns(rate: rate * max(0.2, Float(element.speed))) + hash(index, seed, 5))
              * Float(sprites.count)) % sprites.count)
      }.sorted { $0.scale < $1.scale }
    }
  }

  private func drifting(_ element: SceneElement, _ colour: RGB) -> any SceneLayer {
    let frame = frame
    let sprites = SeaLife.jellyfish(colour)
    let count = min(60, element.count ?? 7)
    let seed = stage.seed(0x1E11)
    let water = stage.colour(.underwater) ?? RGB(0.08, 0.34, 0.46)
    return PropLayer(sprites: sprites, anchor: 120) { moment in
      (0..<count).map { index in
        let near = count == 1 ? 0.8 : power((Float(index) + 0.6) / Float(count), 1.4)
        let scale = frame.unit * mix(0.32, 1.15, near) * Float(element.size)
        let reach = frame.height * 1.5
        let beat = moment.turns(rate: 0.28 + 0.1 * hash(index, seed, 1)) + hash(index, seed, 2)
        let rise = fract(
          moment.turns(rate: 16 * Float(element.speed) * frame.unit * (0.6 + near) / reach)
            + (count == 1 ? 0.55 : fract(Float(index) * 0.7548777 + hash(seed, 3))))
        let x =
          frame.width
          * (count == 1
            ? 0.5 + Float(element.place) * 0.3 : 0.1 + 0.8 * fract(Float(index) * 0.618 + hash(seed)))
        return PropLayer.Pose(
          x: x + moment.swing(rate: 0.06, offset: hash(index, seed, 4)) * 40 * frame.unit,
          y: frame.height * 1.15 - rise * reach + sine(turns: beat) * 14 * scale, scale: scale,
          tone: t2v_tone(opacity: 0.92, light: RGB(1.05), haze: water, amount: mix(0.6, 0.05, near)),
          lean: moment.swing(rate: 0.11, offset: hash(index, seed, 5)) * 24 * scale,
          sprite: Int(fract(beat + 0.25) * Float(SeaLife.phases)) % SeaLife.phases)
      }
    }
  }
}

extension SceneElement.Kind {
  /// A number of the kind's own, for noise, the same on every machine.
  var hashSeed: Int { rawValue.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}
