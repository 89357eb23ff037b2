import CKernels
import Directing

/// A heart, bars of sound, smoke, soap bubbles: before any background, or before a dark one alone.
struct EmblemLayers {
  let stage: Stage

  private var frame: Composition { stage.composition }

  var layers: [any SceneLayer] {
    var layers: [any SceneLayer] = []
    if stage.has(.smoke) { layers.append(smoke) }
    if stage.has(.bars) { layers.append(SoundBarLayer(stage: stage)) }
    if stage.has(.heart) { layers += heart }
    if stage.has(.bubbles) { layers += BubbleLayers(stage: stage).layers }
    return layers
  }

  private var heart: [any SceneLayer] {
    let frame = frame
    let element = stage.shot.element(.heart)
    let own = stage.colour(.heart) ?? RGB(0.95, 0.16, 0.28)
    typealias P = SIMD2<Float>
    var canvas = SpriteCanvas(width: 420, height: 400)
    var outline: [P] = []
    for step in 0..<90 {
      let t = Float(step) / 90
      let s = sine(turns: t)
      let y =
        13 * cosine(turns: t) - 5 * cosine(turns: 2 * t) - 2 * cosine(turns: 3 * t) - cosine(turns: 4 * t)
      outline.append(P(210 + 16 * s * s * s * 11.5, 178 - y * 11.5))
    }
    canvas.fill(outline) { x, y in
      let (dx, dy) = ((x - 150) / 200, (y - 110) / 220)
      return own.mixed(RGB(1, 0.86, 0.86), 0.55 * exponential(-(dx * dx + dy * dy) * 6))
        * (1.08 - 0.45 * clamp((y - 60) / 320, 0, 1))
    }
    canvas.ellipse(P(138, 112), P(34, 20), turns: -0.1, RGB(1), opacity: 0.4)
    let sprite = canvas.sprite()
    let count = min(60, element?.count ?? 1)
    let seed = stage.seed(0x4EA)
    let pulse = stage.pulse
    let size = Float(element?.size ?? 1)
    @Sendable func beat(_ moment: Moment) -> Float { pulse.strength(at: moment.time) }
    let glow = MarkLayer(height: stage.canvas.height) { moment in
      var marks = [
        Marks.Mark(
          x: frame.width * (0.5 + Float(element?.place ?? 0) * 0.3), y: frame.height * 0.46, radius: 1,
          softness: 1, colour: own,
          opacity: 0.01, isLight: true, halo: 560 * frame.unit * size,
          haloStrength: count == 1 ? 0.26 + 0.3 * beat(moment) : 0)
      ]
      marks += (0..<50).map { index in
        let age = fract(moment.turns(rate: 0.06 + 0.06 * hash(index, seed, 1)) + hash(index, seed, 2))
        return Marks.Mark(
          x: frame.width * hash(index, seed, 3) + 40 * frame.unit
            * moment.swing(rate: 0.1, offset: hash(index, seed, 4)),
          y: frame.height * (1.05 - 1.1 * age), radius: (1.5 + 3 * hash(index, seed, 5)) * frame.unit,
          softness: 4 * frame.unit,
          colour: own.mixed(RGB(1), 0.4), opacity: 0.7 * sine(turns: age / 2), isLight: true,
          halo: 30 * frame.unit, haloStrength: 0.3)
      }
      return marks
    }
    let hearts = PropLayer(sprites: [sprite], anchor: 200) { moment in
      (0..<count).map { index in
        if count == 1 {
          return PropLayer.Pose(
            x: frame.width * (0.5 + Float(element?.place ?? 0) * 0.3), y: frame.height * 0.47,
            scale: frame.unit * 1.45 * size * (1 + 0.09 * beat(moment)))
        }
        let near = hash(index, seed, 11)
        let age = fract(moment.turns(rate: 0.05 + 0.04 * near) + hash(index, seed, 12))
        return PropLayer.Pose(
          x: frame.width * (0.08 + 0.84 * hash(index, seed, 13)) + 50 * frame.unit
            * moment.swing(rate: 0.12, offset: near),
          y: frame.height * (1.15 - 1.3 * age),
          scale: frame.unit * mix(0.2, 0.7, near) * size * (1 + 0.08 * beat(moment)),
          lean: 14 * frame.unit * moment.swing(rate: 0.2, offset: near))
      }
    }
    return [glow, hearts]
  }

  private var smoke: any SceneLayer {
    let frame = frame
    let element = stage.shot.element(.smoke)
    let own = stage.colour(.smoke) ?? RGB(0.78, 0.80, 0.86)
    let alone = stage.shot.elements.allSatisfy {
      [.smoke, .particles, .heart, .bars, .bubbles].contains($0.kind)
    }
    let colour = alone ? own : own * (stage.light.ambient * 0.5 + stage.light.key * 0.5)
    let seed = stage.seed(0x530E)
    let speed = Float(element?.speed ?? 1)
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      for wisp in 0..<3 {
        let home = frame.width * (0.5 + Float(element?.place ?? 0) * 0.3 + (Float(wisp) - 1) * 0.08)
        for puff in 0..<80 {
          let age = fract(moment.turns(rate: 0.055 * speed) + Float(puff) / 80)
          let curl = sine(
            turns: age * (1.4 + 0.3 * Float(wisp)) - moment.turns(rate: 0.12) + Float(wisp) * 0.37)
          let wander = sine(turns: age * 3.1 - moment.turns(rate: 0.17) + hash(wisp, seed)) * 26
          let spread = (40 + 190 * age) * age
          let wide = (22 + 170 * age) * frame.unit
          marks.append(
            Marks.Mark(
              x: home + (curl * spread + wander * age + (hash(puff, seed, wisp) - 0.5) * (14 + 90 * age))
                * frame.unit,
              y: frame.height * (0.98 - 0.92 * age), radius: wide * 0.16, softness: wide, colour: colour,
              opacity: 0.2 * power(1 - age, 0.9) * min(1, age * 14)))
        }
      }
      return marks
    }
  }
}

/// Bars that rise with the beat of the music, mirrored at their foot.
struct SoundBarLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage, moment) }

  private final class Painter: RowPainter {
    private struct Bar {
      var left, right, height: Float
      var colour: RGB
    }
    private let bars: [Bar]
    private let middle: Float

    init(_ stage: Stage, _ moment: Moment) {
      let frame = stage.composition
      let element = stage.shot.element(.bars)
      let own = stage.colour(.bars) ?? stage.shot.tint.map { RGB($0) }
      let count = clamp(Int(frame.width / (46 * frame.unit)), 9, 64)
      let seed = stage.seed(0xBA2)
      let beat = stage.pulse.strength(at: moment.time)
      let half = stage.pulse.strength(at: moment.time * 2)
      let tall = frame.height * 0.19 * Float(element?.size ?? 1)
      middle = frame.height * 0.56
      let pitch = frame.width * 0.86 / Float(count)
      bars = (0..<count).map { index in
        let place = Float(index) / Float(count - 1)
        let low = exponential(-power(place * 3, 2))
        let high = exponential(-power((1 - place) * 2.4, 2))
        let mid = 1 - abs(place - 0.5) * 1.3
        let quick =
          0.5 + 0.5 * moment.swing(rate: 1.1 + 1.7 * hash(index, seed, 1), offset: hash(index, seed, 2))
        let slow =
          0.5 + 0.5 * moment.swing(rate: 0.3 + 0.3 * hash(index, seed, 3), offset: hash(index, seed, 4))
        let level =
          0.16 + 1.0 * low * beat + 0.42 * high * half + mid * (0.46 * quick + 0.5 * slow)
          * (0.55 + 0.6 * beat)
        let left = frame.width * 0.07 + pitch * (Float(index) + 0.16)
        let colour =
          own.map { $0.mixed(RGB(1), 0.25 * place) } ?? RGB(0.16, 0.85, 1).mixed(RGB(1, 0.22, 0.66), place)
        return Bar(
          left: left, right: left + pitch * 0.68, height: tall * min(1.25, level),
          colour: colour * (0.9 + 0.3 * beat))
      }
    }

    func paint(_ row: PixelRow) {
      let off = middle - row.y
      for bar in bars {
        let reach = off > 0 ? bar.height : bar.height * 0.55
        let over = reach - abs(off)
        guard over > -1, abs(off) > 1.5 else { continue }
        let cover = clamp(over, 0, 1) * (off > 0 ? 1 : 0.34 * (1 - abs(off) / max(1, reach)))
        let tone = bar.colour * (off > 0 ? 0.7 + 0.5 * abs(off) / max(1, bar.height) : 0.8)
        for column in max(0, Int(bar.left))..<max(max(0, Int(bar.left)), min(row.count, Int(bar.right))) {
          row.red[column] += (tone.red - row.red[column]) * cover
          row.green[column] += (tone.green - row.green[column]) * cover
          row.blue[column] += (tone.blue - row.blue[column]) * cover
        }
      }
    }
  }
}
