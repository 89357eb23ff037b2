import CKernels
import Directing

/// A room with a fireplace: the fire in its opening, bricks around it, a shelf above, boards before it.
struct HearthPlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  private var frame: Composition { stage.composition }
  private var unit: Float { frame.unit * Float(min(1.3, stage.shot.element(.fireplace)?.size ?? 1)) }
  private var middle: Float {
    frame.width * (0.5 + 0.2 * Float(stage.shot.element(.fireplace)?.place ?? 0))
  }
  /// Where the wall meets the floor.
  private var floor: Float { frame.height * 0.82 }

  var layers: [any SceneLayer] {
    let (unit, middle, floor) = (unit, middle, floor)
    let own = stage.colour(.fireplace)
    let fire = FlameLayers.flame(
      stage, x: middle, y: floor - 62 * unit, width: 112 * unit, height: 330 * unit, colour: nil, tongues: 64,
      glow: 300 * unit, sparks: 20)
    // What the fire throws into the room.
    let glow = MarkLayer(height: stage.canvas.height) { moment in
      let spot = moment.project(x: middle, y: floor - 150 * unit, nearness: 0.5)
      let flicker = 0.85 + 0.09 * moment.swing(rate: 2.3) + 0.06 * moment.swing(rate: 5.1, offset: 0.3)
      return [
        Marks.Mark(
          x: spot.x, y: spot.y, radius: 1, softness: 1, colour: RGB(1, 0.48, 0.16), opacity: 0.01,
          isLight: true, halo: 900 * unit, haloStrength: 0.34 * flicker)
      ]
    }
    return [back, fire, logs, front(own), glow]
  }

  private func band(_ draw: (inout SpriteCanvas, _ left: Float, _ top: Float) -> Void) -> any SceneLayer {
    let margin = SpriteBand.margin(frame.width)
    let above = frame.height * 1.12
    return BuiltPlan(stage: stage).band(foot: frame.height * 1.06, above: above, nearness: 0.5, haze: 0) {
      canvas, _, _ in draw(&canvas, margin, above - frame.height * 1.06)
    }
  }

  /// How much of the fire's light falls on a place of the wall or the floor, about 0 to 1.
  private func light(_ x: Float, _ y: Float) -> Float {
    let (dx, dy) = ((x - middle) / (560 * unit), (y - floor + 120 * unit) / (620 * unit))
    return exponential(-(dx * dx + dy * dy))
  }

  /// The inside of the opening.
  private var back: any SceneLayer {
    let (unit, middle, floor) = (unit, middle, floor)
    return band { canvas, left, top in
      canvas.fill([
        P(middle - 300 * unit + left, floor - 520 * unit + top),
        P(middle + 300 * unit + left, floor - 520 * unit + top),
        P(middle + 300 * unit + left, floor + 20 * unit + top),
        P(middle - 300 * unit + left, floor + 20 * unit + top),
      ]) { x, y in
        let (dx, dy) = ((x - left - middle) / (210 * unit), (y - top - floor + 60 * unit) / (330 * unit))
        return RGB(0.03, 0.02, 0.02) + RGB(0.34, 0.12, 0.04) * exponential(-(dx * dx + dy * dy))
      }
    }
  }

  private var logs: any SceneLayer {
    var canvas = SpriteCanvas(width: 360, height: 110)
    let wood = RGB(0.12, 0.07, 0.05)
    for (from, to) in [(P(36, 86), P(312, 62)), (P(326, 88), P(64, 58)), (P(100, 92), P(262, 74))] {
      canvas.stroke(from, to, 32, 26, wood)
      canvas.stroke(from + P(0, -10), to + P(0, -9), 5, 4, RGB(0.72, 0.30, 0.10), opacity: 0.8)
    }
    let (unit, middle, floor) = (unit, middle, floor)
    return PropLayer(sprites: [canvas.sprite()], anchor: 104) { moment in
      let spot = moment.project(x: middle, y: floor + 2 * unit, nearness: 0.5)
      return [PropLayer.Pose(x: spot.x, y: spot.y, scale: unit * spot.scale)]
    }
  }

  /// The wall with the opening, the bricks, the shelf and the floor.
  private func front(_ own: RGB?) -> any SceneLayer {
    let (frame, unit, middle, floor) = (frame, unit, middle, floor)
    let seed = stage.seed(0x4EA2)
    let paint = RGB(0.46, 0.36, 0.28)
    let brick = own ?? RGB(0.50, 0.25, 0.18)
    let wood = RGB(0.42, 0.26, 0.15)
    func lit(_ colour: RGB, _ x: Float, _ y: Float) -> RGB {
      colour * (RGB(0.10, 0.10, 0.13) + RGB(1.05, 0.74, 0.48) * light(x, y))
    }
    return band { canvas, left, top in
      func box(_ x: Float, _ y: Float, _ wide: Float, _ tall: Float, _ colour: RGB) {
        let corner = P(middle + x * unit + left, floor + y * unit + top)
        let size = P(wide, tall) * unit
        canvas.fill([corner, corner + P(size.x, 0), corner + size, corner + P(0, size.y)]) { px, py in
          lit(colour, px - left, py - top)
        }
      }
      // The opening is 420 wide and 400 tall; the wall is drawn around it.
      let far = (frame.width + 2 * left) / unit
      let high = (floor + top) / unit
      box(-far, -high, 2 * far, high - 400, paint)
      box(-far, -400, far - 210, 400, paint)
      box(210, -400, far - 210, 400, paint)
      // The chimney stands out from the wall.
      box(-370, -high, 740, high - 540, paint * 1.16)
      box(-374, -high, 4, high - 540, paint * 0.5)
      box(370, -high, 4, high - 540, paint * 0.5)
      // Bricks, row upon row, half a brick aside by turns.
      for row in 0..<13 {
        let y = -Float(row + 1) * 40
        for column in -5..<6 {
          let from = Float(column) * 76 + (row % 2 == 0 ? 0 : 38) - 38
          let (first, last) = (max(-330, from), min(330, from + 72))
          let tone = brick * (0.78 + 0.4 * hash(row, seed, column + 9))
          for (a, b) in row < 10 ? [(first, min(last, -210)), (max(first, 210), last)] : [(first, last)]
          where b - a > 3 {
            box(a, y, b - a, 36, tone)
          }
        }
      }
      // The shelf, and what stands on it.
      box(-400, -566, 800, 44, wood * 1.25)
      box(-370, -522, 740, 12, wood * 0.5)
      box(-190, -900, 380, 270, wood * 0.8)
      box(-170, -880, 340, 230, RGB(0.62, 0.60, 0.52))
      box(-170, -760, 340, 110, RGB(0.34, 0.42, 0.30))
      for (x, tall) in [(-330, 120), (-284, 84), (300, 104)] as [(Float, Float)] {
        box(x, -566 - tall, 30, tall, RGB(0.86, 0.80, 0.68))
      }
      // A stone before the fire, and boards.
      for board in 0..<14 {
        let y = power(Float(board) / 14, 1.3) * (frame.height * 1.06 - floor) / unit
        let next = power(Float(board + 1) / 14, 1.3) * (frame.height * 1.06 - floor) / unit
        box(-far, y, 2 * far, next - y + 1, wood * (0.75 + 0.3 * hash(board, seed, 3)))
        box(-far, y, 2 * far, 2, wood * 0.4)
      }
      box(-390, 0, 780, 34, RGB(0.44, 0.42, 0.40))
      box(-390, 34, 780, 10, RGB(0.22, 0.20, 0.19))
    }
  }
}
