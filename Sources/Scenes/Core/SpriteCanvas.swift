import CKernels

/// A drawing that becomes a sprite: polygons with exact edges, laid over one another.
struct SpriteCanvas {
  let width: Int
  let height: Int
  /// Premultiplied red, green, blue and coverage.
  var pixels: [SIMD4<Float>]
  /// Coverage of the polygon that is filled, as large as the largest so far.
  private var cover: [Float] = []

  init(width: Int, height: Int) {
    self.width = max(4, width)
    self.height = max(4, height)
    let count = self.width * self.height
    pixels = Array(unsafeUninitializedCapacity: count) { pixels, made in
      preferLargePages(UnsafeMutableRawBufferPointer(pixels))
      pixels.initialize(repeating: .zero)
      made = count
    }
  }

  typealias Point = SIMD2<Float>

  /// Fills a closed polygon with one colour.
  mutating func fill(_ points: [Point], _ colour: RGB, opacity: Float = 1) {
    fill(points, opacity: opacity) { _, _ in colour }
  }

  /// Fills a closed polygon; `colour` is asked for each pixel.
  ///
  /// Coverage is the signed area of the edges, summed along each row, so that edges are exact at any slope.
  mutating func fill(_ points: [Point], opacity: Float = 1, _ colour: (_ x: Float, _ y: Float) -> RGB) {
    guard points.count > 2 else { return }
    var low = points[0]
    var high = points[0]
    for point in points {
      guard point.x.isFinite, point.y.isFinite else { return }
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    let top = max(0, Int(clamp(low.y, 0, Float(height))))
    let bottom = min(height, Int(clamp(high.y, 0, Float(height)).rounded(.up)))
    let left = max(0, Int(clamp(low.x, 0, Float(width))))
    let right = min(width, Int(clamp(high.x, 0, Float(width)).rounded(.up)) + 1)
    guard top < bottom, left < right else { return }
    let span = right - left + 2
    let room = (bottom - top) * span
    if cover.count < room {
      cover = Array(repeating: 0, count: room)
    } else {
      cover.withUnsafeMutableBufferPointer { $0[..<room].update(repeating: 0) }
    }
    for index in points.indices {
      let next = index + 1 == points.count ? 0 : index + 1
      edge(points[index], points[next], top: top, bottom: bottom, left: left, right: right, span: span)
    }
    let width = width
    cover.withUnsafeBufferPointer { cover in
      pixels.withUnsafeMutableBufferPointer { pixels in
        for row in top..<bottom {
          var sum: Float = 0
          let base = (row - top) * span
          for column in left..<right {
            sum += cover[base + column - left]
            let alpha = min(1, abs(sum)) * opacity
            guard alpha > 0.003 else { continue }
            let paint = colour(Float(column) + 0.5, Float(row) + 0.5)
            let place = row * width + column
            pixels[place] = pixels[place] * (1 - alpha) + SIMD4(paint.red, paint.green, paint.blue, 1) * alpha
          }
        }
      }
    }
  }

  private mutating func edge(
    _ from: Point, _ to: Point, top: Int, bottom: Int, left: Int, right: Int, span: Int
  ) {
    guard from.y != to.y else { return }
    let sign: Float = from.y < to.y ? 1 : -1
    let (a, b) = from.y < to.y ? (from, to) : (to, from)
    let slope = (b.x - a.x) / (b.y - a.y)
    let first = max(top, Int(clamp(a.y, 0, Float(height))))
    let last = min(bottom, Int(clamp(b.y, 0, Float(height)).rounded(.up)))
    guard first < last else { return }
    let limit = Float(right - left)
    for row in first..<last {
      let y0 = max(a.y, Float(row))
      let y1 = min(b.y, Float(row + 1))
      guard y1 > y0 else { continue }
      let height = (y1 - y0) * sign
      let x0 = clamp(a.x + (y0 - a.y) * slope - Float(left), 0, limit)
      let x1 = clamp(a.x + (y1 - a.y) * slope - Float(left), 0, limit)
      let (near, far) = x0 < x1 ? (x0, x1) : (x1, x0)
      let start = Int(near)
      let end = Int(far)
      let base = (row - top) * span
      if start == end {
        let share = height * (1 - ((near + far) / 2 - Float(start)))
        cover[base + start] += share
        cover[base + start + 1] += height - share
      } else {
        let width = far - near
        var x = near
        for column in start...min(end, span - 2) {
          let next = min(far, Float(column + 1))
          let part = height * (next - x) / width
          let share = part * (1 - ((x + next) / 2 - Float(column)))
          cover[base + column] += share
          cover[base + column + 1] += part - share
          x = next
        }
      }
    }
  }

  /// A line that may taper.
  mutating func stroke(
    _ from: Point, _ to: Point, _ startWidth: Float, _ endWidth: Float, _ colour: RGB, opacity: Float = 1
  ) {
    let way = to - from
    let length = (way.x * way.x + way.y * way.y).squareRoot()
    guard length > 0 else { return }
    let side = Point(-way.y, way.x) / length
    fill(
      [
        from + side * (startWidth / 2), to + side * (endWidth / 2), to - side * (endWidth / 2),
        from - side * (startWidth / 2),
      ],
      colour, opacity: opacity)
  }

  /// A line through points that tapers from the first to the last.
  mutating func stroke(_ points: [Point], _ startWidth: Float, _ endWidth: Float, _ colour: RGB) {
    guard points.count > 1 else { return }
    var left: [Point] = []
    var right: [Point] = []
    for index in points.indices {
      let before = points[max(0, index - 1)]
      let after = points[min(points.count - 1, index + 1)]
      let way = after - before
      let length = max(0.001, (way.x * way.x + way.y * way.y).squareRoot())
      let half = mix(startWidth, endWidth, Float(index) / Float(points.count - 1)) / 2
      let side = Point(-way.y, way.x) / length * half
      left.append(points[index] + side)
      right.append(points[index] - side)
    }
    fill(left + right.reversed(), colour)
  }

  /// An ellipse, turned by `turns`.
  mutating func ellipse(
    _ centre: Point, _ radii: Point, turns: Float = 0, _ colour: RGB, opacity: Float = 1
  ) {
    fill(Self.ellipse(centre, radii, turns: turns), colour, opacity: opacity)
  }

  static func ellipse(_ centre: Point, _ radii: Point, turns: Float = 0) -> [Point] {
    let count = clamp(Int(max(radii.x, radii.y)), 8, 48)
    let (c, s) = (cosine(turns: turns), sine(turns: turns))
    return (0..<count).map { step in
      let along = Float(step) / Float(count)
      let x = cosine(turns: along) * radii.x
      let y = sine(turns: along) * radii.y
      return centre + Point(x * c - y * s, x * s + y * c)
    }
  }

  /// An upright rectangle.
  mutating func rectangle(
    _ x: Float, _ y: Float, _ width: Float, _ height: Float, _ colour: RGB, opacity: Float = 1
  ) {
    fill(
      [Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height)], colour,
      opacity: opacity)
  }

  /// Sets one pixel, premultiplied by its coverage.
  mutating func set(_ column: Int, _ row: Int, _ colour: RGB, _ alpha: Float) {
    pixels[row * width + column] = SIMD4(colour.red * alpha, colour.green * alpha, colour.blue * alpha, alpha)
  }

  /// The drawing as a sprite; its outermost pixels are cleared on top and at the sides, and at the foot when asked.
  func sprite(openFoot: Bool = false) -> Sprite {
    var packed = [UInt32](unsafeUninitializedCapacity: width * height) { packed, made in
      preferLargePages(UnsafeMutableRawBufferPointer(packed))
      packed.initialize(repeating: 0)
      made = width * height
    }
    pixels.withUnsafeBytes { source in
      packed.withUnsafeMutableBytes { target in
        guard let from = source.bindMemory(to: Float.self).baseAddress,
          let to = target.bindMemory(to: UInt8.self).baseAddress
        else { return }
        for row in 1..<(openFoot ? height : height - 1) {
          let place = (row * width + 1) * 4
          t2v_pack_sprite_row(to + place, from + place, Int32(width - 2))
        }
      }
    }
    return Sprite(width: width, height: height, pixels: packed)
  }
}
