import CKernels
import Directing

/// A dark mouth of rock around the view.
struct CaveLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage, moment) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let moment: Moment
    private let roof: [Float]
    private let scratch = RowStore(width: 514)
    private let grain: RowStore

    init(_ stage: Stage, _ moment: Moment) {
      self.stage = stage
      self.moment = moment
      grain = RowStore(width: stage.canvas.width)
      let frame = stage.composition
      let seed = stage.seed(0xCA4E)
      // Hanging rock along the roof.
      roof = (0..<stage.canvas.width).map { column in
        let x = (Float(column) - moment.camera.truck - moment.camera.turn) / frame.width
        let arch = power(abs(x - 0.5) * 2, 2.2) * 0.30
        let hang = power(max(0, Noise.line(x * 15, octaves: 2, seed: seed)), 2) * 0.16
        return frame.height * (0.10 + arch + hang + 0.02 * Noise.line(x * 40, octaves: 2, seed: seed + 1))
      }
    }

    func paint(_ row: PixelRow) {
      let frame = stage.composition
      let seed = stage.seed(0xCA4E)
      let v = row.y / frame.height
      let zoom = 1 + moment.camera.zoom
      let wall = frame.width * 0.5 * (1 - (0.72 + 0.12 * sine(turns: v * 0.5)) * zoom)
      let left =
        wall + frame.width
        * (0.06 * Noise.line(v * 7, octaves: 4, seed: seed + 2) + 0.05
          * Noise.line(v * 2, octaves: 2, seed: seed + 3))
      let right =
        frame.width - wall + frame.width
        * (0.06 * Noise.line(v * 7 + 40, octaves: 4, seed: seed + 4) + 0.05
          * Noise.line(v * 2 + 9, octaves: 2, seed: seed + 5))
      let floor = frame.height * (0.93 + 0.015 * Noise.line(3, octaves: 2, seed: seed + 6))
      let light = stage.light
      SharedTiles.billow.run(
        v: row.y * 0.5 / frame.unit, u: 30, du: 0.5 / frame.unit, gain: 1, adding: false, into: grain.start,
        count: row.count, scratch: scratch.start)
      let rock = RGB(0.10, 0.09, 0.10).mixed(light.near, 0.4)
      let rim = light.key * 0.42 + light.ambient * 0.1
      let soft = 2.5 * frame.unit
      for column in 0..<row.count {
        let x = Float(column)
        // How deep in the rock.
        let depth = max(
          max(left - x, x - right),
          max(roof[column] - row.y, (row.y - floor) * (1.2 + 0.5 * grain.start[column])))
        guard depth > -soft else { continue }
        let cover = clamp(depth / soft + 1, 0, 1)
        let near = exponential(-max(0, depth) / (70 * frame.unit))
        let tone =
          rock * (0.45 + 0.75 * grain.start[column]) + rim * (near * 0.42 * (0.3 + grain.start[column]))
        row.red[column] += (tone.red - row.red[column]) * cover
        row.green[column] += (tone.green - row.green[column]) * cover
        row.blue[column] += (tone.blue - row.blue[column]) * cover
      }
    }
  }
}

/// A room around the view: wall, a window with its bars, a sill; rain runs down the glass when it rains.
struct WindowPlan {
  let stage: Stage
  private typealias P = SIMD2<Float>

  var layers: [any SceneLayer] {
    let frame = stage.composition
    var layers: [any SceneLayer] = []
    if stage.has(.rain) { layers.append(drops) }
    layers.append(WallLayer(stage: stage))
    // A plant and a cup on the sill.
    let dark = stage.light.near.mixed(RGB(0.30, 0.24, 0.20) * stage.light.ambient, 0.55)
    var canvas = SpriteCanvas(width: 260, height: 330)
    canvas.fill(
      [P(82, 230), P(178, 230), P(164, 322), P(96, 322)],
      dark.mixed(RGB(0.62, 0.32, 0.2) * (stage.light.ambient + RGB(0.1)), 0.6))
    canvas.rectangle(76, 222, 108, 16, dark.mixed(RGB(0.62, 0.32, 0.2), 0.35))
    let green = dark.mixed(RGB(0.18, 0.42, 0.20) * (stage.light.ambient + RGB(0.15)), 0.75)
    for leaf in 0..<15 {
      let turn = -0.25 + (Float(leaf) / 14 - 0.5) * 0.42
      let long = 120 + 80 * hash(leaf, 31)
      let way = P(cosine(turns: turn), sine(turns: turn)) * long
      let side = P(-way.y, way.x) * 0.13
      canvas.fill(
        [
          P(130, 226), P(130, 226) + way * 0.5 + side, P(130, 226) + way + P(0, long * 0.12),
          P(130, 226) + way * 0.5 - side,
        ], green * (0.7 + 0.5 * hash(leaf, 32)))
    }
    let plant = canvas.sprite()
    let view = WindowFrame(frame)
    if stage.has(.cat), !stage.has(.rooftops) {
      layers.append(
        SittingCat(stage: stage).layer(
          x: (view.left + 0.62 * (view.right - view.left)) / frame.width, y: view.bottom + 22 * frame.unit,
          scale: frame.unit * 0.95, nearness: 0))
    }
    layers.append(
      PropLayer(sprites: [plant], anchor: 322) { moment in
        [
          PropLayer.Pose(
            x: view.left + 0.16 * (view.right - view.left), y: view.bottom + 20 * frame.unit,
            scale: frame.unit * 1.1, lean: 3 * frame.unit * moment.swing(rate: 0.1))
        ]
      })
    return layers
  }

  /// Drops that cling to the glass, and some that run.
  private var drops: any SceneLayer {
    let frame = stage.composition
    let view = WindowFrame(frame)
    let seed = stage.seed(0xD20)
    let light = stage.light.sky.colour(at: 0.2).mixed(RGB(1), 0.55)
    let energy = stage.energy
    return MarkLayer(height: stage.canvas.height) { moment in
      var marks: [Marks.Mark] = []
      for drop in 0..<260 {
        let x = mix(view.left, view.right, hash(drop, seed, 1))
        let y = mix(view.top, view.bottom, hash(drop, seed, 2))
        let size = (1.6 + 4.6 * power(hash(drop, seed, 3), 3)) * frame.unit
        marks.append(
          Marks.Mark(
            x: x, y: y, dy: size * 0.5, radius: size, softness: 1.2, colour: light * 0.45, opacity: 0.34))
        marks.append(
          Marks.Mark(
            x: x - size * 0.3, y: y - size * 0.3, radius: size * 0.34, softness: 1, colour: light,
            opacity: 0.7))
      }
      for run in 0..<Int(16 + 26 * energy) {
        let t = fract(moment.turns(rate: 0.10 + 0.16 * hash(run, seed, 11)) + hash(run, seed, 12))
        // It waits, then slides.
        let way = smoothstep(0.25, 1, t)
        let x =
          mix(view.left, view.right, hash(run, seed, 13)) + 5 * frame.unit
          * sine(turns: way * 3 + hash(run, seed, 14))
        let y = mix(view.top, view.bottom, way)
        marks.append(
          Marks.Mark(
            x: x, y: y - 90 * frame.unit * way, dy: 90 * frame.unit * way, radius: 2 * frame.unit,
            softness: 2.4, colour: light, opacity: 0.22))
        marks.append(
          Marks.Mark(
            x: x, y: y, dy: 5 * frame.unit, radius: 5 * frame.unit, softness: 1.4, colour: light * 0.7,
            opacity: 0.6))
        marks.append(
          Marks.Mark(
            x: x - 1.6 * frame.unit, y: y, radius: 1.6 * frame.unit, softness: 1, colour: RGB(1), opacity: 0.8
          ))
      }
      return marks
    }
  }
}

/// Where the glass of a window is.
struct WindowFrame: Sendable {
  let left, right, top, bottom: Float

  init(_ frame: Composition) {
    left = frame.width * mix(0.11, 0.16, frame.breadth)
    right = frame.width - left
    top = frame.height * 0.09
    bottom = frame.height * mix(0.80, 0.78, frame.breadth)
  }
}

/// The wall, the frame with its bars and the sill of a window.
private struct WallLayer: SceneLayer {
  let stage: Stage

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(stage) }

  private final class Painter: RowPainter {
    private let stage: Stage
    private let view: WindowFrame
    private let wall: RGB
    private let wood: RGB

    init(_ stage: Stage) {
      self.stage = stage
      view = WindowFrame(stage.composition)
      let light = stage.light
      wall =
        (stage.colour(.window) ?? RGB(0.46, 0.40, 0.36))
        * (light.ambient * 0.5 + RGB(0.36, 0.22, 0.12) * light.lamps)
      wood = RGB(0.62, 0.56, 0.50) * (light.ambient * 0.42 + RGB(0.26, 0.17, 0.10) * light.lamps)
    }

    private func span(_ row: PixelRow, _ from: Float, _ to: Float, _ colour: RGB) {
      let first = clamp(Int(from.rounded()), 0, row.count)
      let last = clamp(Int(to.rounded()), 0, row.count)
      guard first < last else { return }
      t2v_fill_row(
        row.red + first, row.green + first, row.blue + first, Int32(last - first), colour.red, colour.green,
        colour.blue)
    }

    func paint(_ row: PixelRow) {
      let unit = stage.unit
      let broad = 26 * unit
      let (y, width) = (row.y, Float(row.count))
      // The lamp in the room warms the lower wall.
      let tone = wall * (0.7 + 0.5 * y / stage.height)
      if y < view.top - broad || y > view.bottom + broad {
        let isSill = y > view.bottom + broad && y < view.bottom + broad + 46 * unit
        span(row, 0, width, tone)
        if isSill {
          span(
            row, view.left - 70 * unit, view.right + 70 * unit,
            wood * (y < view.bottom + broad + 12 * unit ? 1.5 : 0.8))
        }
        return
      }
      span(row, 0, view.left - broad, tone)
      span(row, view.right + broad, width, tone)
      if y < view.top || y > view.bottom {
        span(row, view.left - broad, view.right + broad, wood)
        return
      }
      span(row, view.left - broad, view.left, wood * 0.86)
      span(row, view.right, view.right + broad, wood * 0.86)
      let middle = (view.left + view.right) / 2
      span(row, middle - 9 * unit, middle + 9 * unit, wood * 0.8)
      let bar = mix(view.top, view.bottom, 0.36)
      if abs(y - bar) < 8 * unit { span(row, view.left, view.right, wood * 0.9) }
    }
  }
}
