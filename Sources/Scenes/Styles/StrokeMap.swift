import CKernels
import Directing

/// Brush strokes laid over a picture once: for each place the stroke on top of it, as the way to where its colour is
/// taken from, and how the paint stands out there. They stay where they are while their colours change, so nothing
/// boils.
struct StrokeMap: Sendable {
  /// Light on the paint, about -1 to 1.
  let relief: FloatPlane
  private let across: [Int8]
  private let down: [Int8]

  private struct Stroke {
    var x: Float
    var y: Float
    var turn: Float
    var length: Float
    var width: Float
    var number: Int
  }

  init(_ setting: StyleSetting) {
    let sample = setting.samples[setting.samples.count / 2]
    let (width, height) = (sample.width, sample.height)
    let scale = Float(min(width, height)) / 540
    let seed = setting.stage.seed(831)
    let slope = Slopes(sample)
    var strokes: [Stroke] = []
    func lay(spacing: Float, length: Float, width breadth: Float, detail: ClosedRange<Float>, salt: Int) {
      let step = max(3, spacing * scale)
      let (columns, rows) = (Int(Float(width) / step) + 2, Int(Float(height) / step) + 2)
      for row in 0..<rows {
        for column in 0..<columns {
          let number = row * columns + column
          let x = (Float(column) + hash(number, salt, 1) - 0.5) * step
          let y = (Float(row) + hash(number, salt, 2) - 0.5) * step
          let here = slope.at(x, y)
          guard detail.contains(here.strength) else { continue }
          // Along what is there; where there is nothing, along a slow current.
          let current =
            Noise.gradient(
              x / Float(width) * 3, y / Float(width) * 3, period: 64, seed: seed) * 0.35 + 0.06
          let turn = here.strength > 1.2 ? here.turn : current
          strokes.append(
            Stroke(
              x: x, y: y, turn: turn + (hash(number, salt, 3) - 0.5) * 0.09,
              length: max(5, length * scale * (0.7 + 0.6 * hash(number, salt, 4))),
              width: max(2.5, breadth * scale * (0.75 + 0.5 * hash(number, salt, 5))),
              number: number &* 7 &+ salt))
        }
      }
    }
    lay(spacing: 11, length: 62, width: 19, detail: 0...1e6, salt: 1)
    let coarse = strokes.count
    lay(spacing: 7, length: 26, width: 9, detail: 3...1e6, salt: 2)
    // Laid in no order that could be seen, the small ones last.
    let order =
      (0..<coarse).sorted { hash(strokes[$0].number, 17) < hash(strokes[$1].number, 17) }
      + (coarse..<strokes.count).sorted { hash(strokes[$0].number, 17) < hash(strokes[$1].number, 17) }
    var across = [Int8](repeating: 0, count: width * height)
    var down = across
    relief = FloatPlane(width: width, height: height)
    for index in order { Self.paint(strokes[index], width, height, &across, &down, relief) }
    relief.extend()
    self.across = across
    self.down = down
  }

  private static func paint(
    _ stroke: Stroke, _ width: Int, _ height: Int, _ across: inout [Int8], _ down: inout [Int8],
    _ relief: FloatPlane
  ) {
    let (c, s) = (cosine(turns: stroke.turn), sine(turns: stroke.turn))
    let (half, breadth) = (stroke.length / 2, stroke.width / 2)
    let reachX = abs(c) * half + abs(s) * breadth + 1
    let reachY = abs(s) * half + abs(c) * breadth + 1
    let columns = span(stroke.x - reachX, stroke.x + reachX, width)
    let rows = span(stroke.y - reachY, stroke.y + reachY, height)
    // The light falls from the upper left.
    let facing = (-s * -0.6 + c * -0.8)
    let bristles = 3.2 / max(1.2, breadth / 3)
    for row in rows {
      let line = relief.row(row)
      for column in columns {
        let (px, py) = (Float(column) + 0.5 - stroke.x, Float(row) + 0.5 - stroke.y)
        let along = px * c + py * s
        let side = -px * s + py * c
        let end = abs(along) / half
        // Blunt at the start, worn at the end.
        let fray = along > 0 ? (hash(Int(side * bristles * 2 + 40), stroke.number) - 0.5) * 0.35 : 0
        guard end < 1 - max(0, fray) else { continue }
        let shape = (1 - end * end * 0.5).squareRoot()
        let place = side / (breadth * shape)
        guard abs(place) < 1 else { continue }
        let index = row * width + column
        // One colour across a stroke, slowly changing along it.
        let toX = -side * -s - along * 0.55 * c
        let toY = -side * c - along * 0.55 * s
        across[index] = Int8(clamp(toX, -120, 120))
        down[index] = Int8(clamp(toY, -120, 120))
        let bristle =
          hash(Int((side * bristles + 60).rounded(.down)), stroke.number, 3) - 0.5
        let ridge = place * place * place * facing
        line[column] = bristle * 0.75 + ridge * 1.1 + (end > 0.8 ? (end - 0.8) * -1.2 : 0)
      }
    }
  }

  /// The picture as its strokes see it.
  func gather(_ picture: StylePicture, in scratch: StyleScratch) -> StylePicture {
    let painted = StylePicture(
      y: scratch.plane("stroke y", like: picture.y), u: scratch.plane("stroke u", like: picture.u),
      v: scratch.plane("stroke v", like: picture.v))
    across.withUnsafeBufferPointer { across in
      down.withUnsafeBufferPointer { down in
        for (target, source, shift) in [
          (painted.y, picture.y, 0), (painted.u, picture.u, 1), (painted.v, picture.v, 1),
        ] {
          withUnsafePointer(to: target.view) { target in
            withUnsafePointer(to: source.view) { source in
              t2v_plane_gather(target, source, across.baseAddress, down.baseAddress, Int32(shift))
            }
          }
        }
      }
    }
    PlaneWork.settle(painted.y, picture.y, low: 26, high: 60)
    PlaneWork.settle(painted.u, picture.u, low: 12, high: 26)
    PlaneWork.settle(painted.v, picture.v, low: 12, high: 26)
    return painted
  }
}

/// The directions of what is in a picture, for strokes to follow.
struct Slopes {
  private let plane: FloatPlane
  private static let factor = 4

  init(_ frame: FrameBuffer) {
    let small = FloatPlane(width: frame.width / Self.factor, height: frame.height / Self.factor)
    frame.bytes.withUnsafeBufferPointer { bytes in
      guard let bytes = bytes.baseAddress else { return }
      withUnsafePointer(to: small.view) {
        t2v_plane_shrink_bytes($0, bytes, Int32(frame.width), Int32(Self.factor))
      }
    }
    plane = FloatPlane(width: small.width, height: small.height)
    PlaneWork.blur(small, into: plane)
  }

  /// The direction along the edge at a place of the frame, and how steep it is in levels a quarter pixel.
  func at(_ x: Float, _ y: Float) -> (turn: Float, strength: Float) {
    let column = clamp(Int(x) / Self.factor, 1, plane.width - 2)
    let row = clamp(Int(y) / Self.factor, 1, plane.height - 2)
    let dx = (plane.row(row)[column + 1] - plane.row(row)[column - 1]) / 2
    let dy = (plane.row(row + 1)[column] - plane.row(row - 1)[column]) / 2
    return (arcTurns(dx, -dy), (dx * dx + dy * dy).squareRoot())
  }
}
