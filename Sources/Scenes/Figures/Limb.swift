/// A leg or an arm of two bones.
enum Limb {
  typealias Point = SIMD2<Float>

  /// Where the joint between hip and foot is; `bend` says to which side it bends: 1 forward (right), -1 back.
  static func joint(from hip: Point, to foot: Point, upper: Float, lower: Float, bend: Float) -> Point {
    let way = foot - hip
    let length = clamp((way * way).sum().squareRoot(), 0.001, upper + lower - 0.01)
    let along = (upper * upper - lower * lower + length * length) / (2 * length)
    let off = max(0, upper * upper - along * along).squareRoot()
    let unit = way / max(0.001, (way * way).sum().squareRoot())
    return hip + unit * along + Point(unit.y, -unit.x) * off * bend
  }

  /// Where a foot is in a stride: on the ground for `stance` of it, moving back; then lifted and brought forward.
  static func step(_ phase: Float, stride: Float, lift: Float, stance: Float = 0.6) -> Point {
    let phase = fract(phase)
    if phase < stance { return Point(stride * (0.5 - phase / stance), 0) }
    let way = (phase - stance) / (1 - stance)
    return Point(stride * (smoothstep(0, 1, way) - 0.5), -lift * sine(turns: way / 2))
  }
}

extension SpriteCanvas {
  /// A limb of two tapering bones with round joints.
  mutating func limb(_ points: [Point], _ widths: [Float], _ colour: RGB) {
    for index in 1..<points.count {
      stroke(points[index - 1], points[index], widths[index - 1], widths[index], colour)
      ellipse(points[index], Point(widths[index], widths[index]) / 2, colour)
    }
    ellipse(points[0], Point(widths[0], widths[0]) / 2, colour)
  }

  /// More discs between discs, so that no corner shows.
  private static func smooth(_ discs: [(Point, Float)]) -> [(Point, Float)] {
    guard discs.count > 2 else { return discs }
    var result: [(Point, Float)] = []
    for index in 0..<(discs.count - 1) {
      let (a, b) = (discs[max(0, index - 1)], discs[index])
      let (c, d) = (discs[index + 1], discs[min(discs.count - 1, index + 2)])
      for step in 0..<10 {
        let t = Float(step) / 10
        func between(_ a: Float, _ b: Float, _ c: Float, _ d: Float) -> Float {
          0.5
            * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
        }
        result.append(
          (
            Point(between(a.0.x, b.0.x, c.0.x, d.0.x), between(a.0.y, b.0.y, c.0.y, d.0.y)),
            between(a.1, b.1, c.1, d.1)
          ))
      }
    }
    return result + [discs[discs.count - 1]]
  }

  /// Points of a smooth line through points.
  static func spline(_ points: [Point]) -> [Point] { smooth(points.map { ($0, 1) }).map(\.0) }

  /// Lightens what looks up and darkens what lies below it, as the sky lights things that are round.
  ///
  /// How deep a place lies is taken together with its neighbours in the row: a head would draw a stripe down the back.
  mutating func addRoundness(reach: Float) {
    let blur = max(1, Int(reach / 4))
    var depth = [Float](repeating: 0, count: width)
    var sum = [Float](repeating: 0, count: width + 1)
    var drawn = [Float](repeating: 0, count: width + 1)
    shadeRows { isDrawn, factor in
      for x in isDrawn.indices {
        depth[x] = isDrawn[x] ? depth[x] + 1 : 0
        sum[x + 1] = sum[x] + min(depth[x], reach)
        drawn[x + 1] = drawn[x] + (isDrawn[x] ? 1 : 0)
      }
      for x in isDrawn.indices {
        guard isDrawn[x] else {
          factor[x] = 1.24
          continue
        }
        let (low, high) = (max(0, x - blur), min(isDrawn.count, x + blur + 1))
        let count = max(1, drawn[high] - drawn[low])
        factor[x] = mix(1.24, 0.80, smoothstep(0, reach, (sum[high] - sum[low]) / count))
      }
    }
  }

  /// A smooth body through discs: each a middle and a radius.
  mutating func body(_ discs: [(Point, Float)], _ colour: RGB) {
    let discs = Self.smooth(discs)
    for index in discs.indices {
      ellipse(discs[index].0, Point(discs[index].1, discs[index].1), colour)
      if index > 0 {
        stroke(discs[index - 1].0, discs[index].0, discs[index - 1].1 * 2, discs[index].1 * 2, colour)
      }
    }
  }
}
