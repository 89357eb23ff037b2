import CKernels
import Directing

/// Lightning: a forked bolt that flickers, and the flash it throws over the sky.
struct LightningLayer: SceneLayer {
  let stage: Stage

  /// When a stroke falls: its number and the seconds since.
  private func stroke(_ moment: Moment) -> (number: Int, age: Float) {
    let element = stage.shot.element(.lightning)
    let cycle = 2.7 / max(0.3, Float(element?.speed ?? 1)) / (0.7 + 0.6 * stage.energy)
    let shifted = moment.time + cycle * 0.55
    let number = Int(shifted / cycle)
    let start = Float(number) * cycle + (hash(number, stage.seed(1)) - 0.5) * cycle * 0.4
    return (number, shifted - start - cycle * 0.3)
  }

  func painter(at moment: Moment) -> (any RowPainter)? {
    let (number, age) = stroke(moment)
    guard age > 0, age < 0.7 else { return nil }
    // Two or three pulses in quick succession.
    let pulse =
      exponential(-age * 9) + 0.7 * exponential(-power(abs(age - 0.16) * 22, 2)) + 0.4
      * exponential(-power(abs(age - 0.3) * 18, 2))
    return Painter(stage, number: number, strength: min(1, pulse), moment: moment)
  }

  private final class Painter: RowPainter {
    private let bolt: Marks
    private let strength: Float
    private let centre: Float
    private let horizon: Float
    private let width: Float
    private let colour: RGB

    init(_ stage: Stage, number: Int, strength: Float, moment: Moment) {
      let frame = stage.composition
      let seed = stage.seed(0x11A) &+ number &* 77
      self.strength = strength
      horizon = moment.horizon
      width = frame.width
      let centre = frame.width * (0.2 + 0.6 * hash(seed, 1))
      let colour = stage.colour(.lightning) ?? RGB(0.80, 0.86, 1)
      self.centre = centre
      self.colour = colour
      var marks: [Marks.Mark] = []
      func branch(
        _ x: Float, _ y: Float, _ reach: Float, _ lean: Float, _ thick: Float, _ level: Int, _ salt: Int
      ) {
        let steps = max(3, Int(reach / (26 * frame.unit)))
        var at = SIMD2(x, y)
        for step in 0..<min(90, steps) {
          let next =
            at
            + SIMD2(
              (hash(salt, step, level) - 0.5) * 46 * frame.unit + lean * 20 * frame.unit, reach / Float(steps)
            )
          marks.append(
            Marks.Mark(
              x: at.x, y: at.y, dx: next.x - at.x, dy: next.y - at.y, radius: thick,
              softness: thick * 1.6 + 0.8,
              colour: RGB(1).mixed(colour, 0.35), opacity: strength * (level == 0 ? 1 : 0.7), isLight: true,
              halo: level == 0 ? 70 * frame.unit : 0, haloStrength: 0.09 * strength))
          if level < 2, hash(salt, step, 20 + level) < 0.16 {
            branch(
              next.x, next.y, reach * (0.22 + 0.25 * hash(salt, step, 30)),
              hash(salt, step, 31) < 0.5 ? -0.9 : 0.9, thick * 0.5,
              level + 1, salt &* 13 &+ step)
          }
          at = next
        }
      }
      branch(centre, -10, moment.horizon + 10, (hash(seed, 2) - 0.5) * 0.4, 1.8 * frame.unit, 0, seed)
      bolt = Marks(marks, height: stage.canvas.height)
    }

    func paint(_ row: PixelRow) {
      let above = clamp((horizon - row.y) / horizon, 0, 1)
      let lift = strength * 0.34 * (0.35 + 0.65 * above)
      for column in 0..<row.count {
        let off = (Float(column) - centre) / width
        let light = lift / (1 + off * off * 7)
        row.red[column] += colour.red * light * (0.5 + row.red[column])
        row.green[column] += colour.green * light * (0.5 + row.green[column])
        row.blue[column] += colour.blue * light * (0.5 + row.blue[column])
      }
      if row.y < horizon { bolt.paint(row) }
    }
  }
}
