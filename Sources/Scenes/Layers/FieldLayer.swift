import CKernels
import Directing

/// Abstract pictures that are one moving field of values, coloured by a table: flow, plasma, kaleidoscope.
struct FieldLayer: SceneLayer {
  private let stage: Stage
  private let kind: SceneElement.Kind
  private let tables: [[Float]]

  init(stage: Stage, kind: SceneElement.Kind) {
    self.stage = stage
    self.kind = kind
    tables = Self.palette(stage: stage, kind: kind)
  }

  /// 257 entries a channel of a smooth ring of colours.
  private static func palette(stage: Stage, kind: SceneElement.Kind) -> [[Float]] {
    let families: [[UInt32]] = [
      [0x07102E, 0x18306E, 0x2F6FB5, 0x5CC4D6, 0xF3E6C0, 0xF28F6B, 0xA83A6E, 0x3A1553],
      [0x0D0221, 0x2B0F54, 0x7A1C7C, 0xD9376E, 0xFF8A5B, 0xFFE3A1, 0x8E4FBF, 0x1E1B5C],
      [0x04181C, 0x0B4250, 0x1D8A8A, 0x86D9B0, 0xF6F3D2, 0xE5B067, 0x9C4A3C, 0x231426],
      [0x0A0A23, 0x1F2A6B, 0x4B4FCB, 0x9D7BEA, 0xF2C6F0, 0xFFC9A8, 0xE0617F, 0x4A1B5A],
    ]
    var stops: [RGB]
    let colours = stage.colours(kind)
    if colours.count > 1 {
      // Each goes through its own dark: two that are mixed in the light make a third that nobody asked for.
      stops = colours.flatMap { colour in
        let base = colour.withLuma(clamp(colour.luma, 0.16, 0.6))
        return [base.deepened(0.14), base.deepened(0.6), base, base.mixed(RGB(1), 0.5), base.deepened(0.8)]
      }
    } else if let own = colours.first ?? stage.shot.tint.map({ RGB($0) }) {
      let base = own.luma > 0.64 ? own.deepened(0.64 / own.luma) : own.withLuma(max(own.luma, 0.18))
      // A neighbour of the colour, toward red where it is warm and toward violet where it is cold.
      let turned = RGB(base.red * 0.92 + 0.06, base.green * 0.62, base.blue * 0.9 + 0.05)
      stops = [
        base.deepened(0.12), base.deepened(0.4), base, base.mixed(RGB(1), 0.55), base.mixed(turned, 0.55),
        turned * 0.55,
        base.deepened(0.3),
      ]
    } else {
      let index = Int(hash(stage.seed(0xF1E)) * Float(families.count)) % families.count
      stops = families[index].map { RGB(hex: $0) }
    }
    func channel(_ get: (RGB) -> Float) -> [Float] {
      (0...256).map { entry in
        let place = Float(entry) / 256 * Float(stops.count)
        let lower = Int(place) % stops.count
        let t = place - place.rounded(.down)
        return mix(get(stops[lower]), get(stops[(lower + 1) % stops.count]), t * t * (3 - 2 * t))
      }
    }
    return [channel(\.red), channel(\.green), channel(\.blue)]
  }

  func painter(at moment: Moment) -> (any RowPainter)? { Painter(self, moment) }

  private final class Painter: RowPainter {
    private let layer: FieldLayer
    private let moment: Moment
    private let quarter: Int
    /// Two quarter rows of colour, even and odd, and their numbers.
    private let kept: [[RowStore]]
    private var indices = [Int.min, Int.min]
    private let field: RowStore
    private let sheen: RowStore
    private let third: RowStore
    private let us: RowStore
    private let vs: RowStore
    private let speed: Float

    init(_ layer: FieldLayer, _ moment: Moment) {
      self.layer = layer
      self.moment = moment
      let quarter = layer.stage.quarterWidth
      self.quarter = quarter
      kept = (0..<2).map { _ in (0..<3).map { _ in RowStore(width: quarter) } }
      field = RowStore(width: quarter)
      sheen = RowStore(width: quarter)
      third = RowStore(width: quarter)
      us = RowStore(width: quarter)
      vs = RowStore(width: quarter)
      speed = Float(layer.stage.shot.element(layer.kind)?.speed ?? 1) * (0.6 + 0.9 * layer.stage.energy)
    }

    var hidesRows: Bool { true }
    func hidesBackground(row: Int) -> Bool { true }

    func paint(_ row: PixelRow) {
      let place = (Float(row.index) + 0.5) / 4 - 0.5
      let upper = Int(place.rounded(.down))
      let first = quarterRow(upper)
      let second = quarterRow(upper + 1)
      for (channel, target) in [row.red, row.green, row.blue].enumerated() {
        t2v_upsample_row(
          target, first[channel].start, second[channel].start, place - Float(upper), Int32(quarter))
      }
    }

    /// The colours of a quarter row: the field is as soft as a sky, and so are they.
    private func quarterRow(_ index: Int) -> [RowStore] {
      let slot = index & 1
      guard indices[slot] != index else { return kept[slot] }
      indices[slot] = index
      let (value, light) = (field.start, sheen.start)
      let frame = layer.stage.composition
      let size = Float(layer.stage.shot.element(layer.kind)?.size ?? 1)
      let y = ((Float(index) + 0.5) * 4 - frame.height / 2) / frame.unit / size
      let left = -frame.width / 2 / frame.unit / size
      let step = 4 / frame.unit / size
      switch layer.kind {
      case .kaleidoscope: kaleidoscope(value, light, y: y, left: left, step: step)
      case .plasma: plasma(value, light, y: y, left: left, step: step)
      default: flow(value, light, y: y, left: left, step: step)
      }
      colour(kept[slot])
      return kept[slot]
    }

    /// Colours a row of the field, which goes round its ring of colours, and lights it by its sheen.
    private func colour(_ row: [RowStore]) {
      for index in 0..<quarter { field.start[index] -= field.start[index].rounded(.down) }
      layer.tables[0].withUnsafeBufferPointer { red in
        layer.tables[1].withUnsafeBufferPointer { green in
          layer.tables[2].withUnsafeBufferPointer { blue in
            t2v_table_row(
              row[0].start, row[1].start, row[2].start, Int32(quarter), field.start, red.baseAddress,
              green.baseAddress, blue.baseAddress, 256)
          }
        }
      }
      t2v_scale_row(row[0].start, row[1].start, row[2].start, Int32(quarter), sheen.start)
      for channel in row { channel.extendEnds(width: quarter) }
    }

    /// Silk: a field warped twice by itself, with a sheen along its folds.
    private func flow(
      _ value: UnsafeMutablePointer<Float>, _ light: UnsafeMutablePointer<Float>, y: Float, left: Float,
      step: Float
    ) {
      let salt = Float(layer.stage.seed(0xF10) & 255)
      let a = moment.drift(speed: 7 * speed)
      let b = moment.drift(speed: -5 * speed)
      let zoom = 1 - 0.35 * moment.camera.zoom
      for column in 0..<quarter {
        us.start[column] = (left + Float(column) * step) * 0.046 * zoom + salt + a
        vs.start[column] = y * 0.046 * zoom + 40 + b
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: value, count: quarter)
      for column in 0..<quarter {
        us.start[column] += 31 + 26 * value[column] - a * 1.7
        vs.start[column] += 19 - 30 * value[column] + a * 0.6
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: light, count: quarter)
      for column in 0..<quarter {
        us.start[column] = us.start[column] * 0.7 + 34 * light[column]
        vs.start[column] = vs.start[column] * 0.7 - 22 * light[column] + 12 * value[column]
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: third.start, count: quarter)
      for column in 0..<quarter {
        let third = third.start[column]
        let fold = light[column]
        value[column] = 0.44 + third * 0.42 + fold * 0.24 + value[column] * 0.12
        light[column] = clamp(0.86 + 0.5 * (third - fold) + 0.3 * fold * fold, 0.3, 1.35)
      }
    }

    private func plasma(
      _ value: UnsafeMutablePointer<Float>, _ light: UnsafeMutablePointer<Float>, y: Float, left: Float,
      step: Float
    ) {
      let t1 = moment.turns(rate: 0.1 * speed)
      let t2 = moment.turns(rate: 0.2 * speed)
      for column in 0..<quarter {
        let x = left + Float(column) * step
        let a = sine(turns: x / 760 + t1 + 0.22 * sine(turns: y / 900 - t2))
        let b = sine(turns: y / 620 - t1 + 0.2 * sine(turns: x / 700 + t1))
        let cx = x - 240 * sine(turns: t1)
        let cy = y - 360 * cosine(turns: t1)
        let c = sine(turns: (cx * cx + cy * cy + 900).squareRoot() / 680 - t2)
        value[column] = 0.5 + (a + b + c) * 0.2 + t1
        light[column] = 0.86 + 0.22 * c * a
      }
    }

    private func kaleidoscope(
      _ value: UnsafeMutablePointer<Float>, _ light: UnsafeMutablePointer<Float>, y: Float, left: Float,
      step: Float
    ) {
      let turn = moment.turns(rate: 0.03 * speed)
      let a = moment.drift(speed: 8 * speed)
      for column in 0..<quarter {
        let x = left + Float(column) * step
        let distance = (x * x + y * y).squareRoot()
        // Eight mirrors: fold the angle into one wedge.
        var angle = fract((arcTurns(y, x) + turn) * 8)
        angle = abs(angle - 0.5) / 8
        let bend = distance * 0.00018
        us.start[column] = cosine(turns: angle + bend) * distance * 0.085 + a
        vs.start[column] = sine(turns: angle + bend) * distance * 0.16 - a * 0.6 + 80
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: value, count: quarter)
      for column in 0..<quarter {
        us.start[column] += 30 * value[column]
        vs.start[column] += 40 - 20 * value[column]
      }
      SharedTiles.smooth.scatter(
        u: us.start, v: vs.start, gain: 1, adding: false, into: light, count: quarter)
      for column in 0..<quarter {
        let x = left + Float(column) * step
        let distance = (x * x + y * y).squareRoot()
        let fold = light[column]
        value[column] = 0.5 + fold * 0.7 + value[column] * 0.5 + distance * 0.0004 - moment.turns(rate: 0.1)
        light[column] = clamp(0.9 + 0.5 * fold, 0.35, 1.3)
      }
    }
  }
}
