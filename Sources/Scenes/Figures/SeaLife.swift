/// What swims: whale, dolphin, shark, turtle, jellyfish, in phases of their stroke, heading right.
enum SeaLife {
  typealias Point = SIMD2<Float>
  static let phases = 16

  /// A body between two outlines that bends along its length.
  private static func hull(
    _ canvas: inout SpriteCanvas, length: Float, from left: Float, middle: Float, back: (Float) -> Float,
    belly: (Float) -> Float, bend: (Float) -> Float, _ top: RGB, _ under: RGB
  ) {
    var (upper, lower): ([Point], [Point]) = ([], [])
    for step in 0...40 {
      let t = Float(step) / 40
      let x = left + length * t
      upper.append(Point(x, middle + bend(t) - back(t)))
      lower.append(Point(x, middle + bend(t) + belly(t)))
    }
    canvas.fill(upper + lower.reversed()) { _, y in
      top.mixed(under, smoothstep(middle - 4, middle + 34, y))
    }
  }

  /// How far a stroke bends a body at a share of its length from the tail: most at its end, not at all from `reach` on, and
  /// later the further back.
  private static func stroke(_ phase: Float, at t: Float, reach: Float, lag: Float, swing: Float) -> Float {
    let far = clamp(1 - t / reach, 0, 1)
    return sine(turns: phase - far * lag) * swing * far * far
  }

  static func whale(_ colour: RGB, belly under: RGB) -> [Sprite] {
    inParallel(phases) { index in
      let phase = Float(index) / Float(phases)
      var canvas = SpriteCanvas(width: 620, height: 300)
      // The tail beats up and down.
      func bend(_ t: Float) -> Float { stroke(phase, at: t, reach: 0.75, lag: 0.25, swing: 26) }
      let tail = Point(58, 140 + bend(0.02))
      let tilt = cosine(turns: phase) * 12
      canvas.fill(
        [
          tail + Point(26, -5), tail + Point(-6, -30 + tilt), tail + Point(-52, -36 + tilt),
          tail + Point(-26, 2 + tilt * 0.5),
          tail + Point(-50, 26 + tilt), tail + Point(-4, 22 + tilt), tail + Point(26, 7),
        ], colour * 0.92)
      hull(
        &canvas, length: 520, from: 60, middle: 140,
        back: { t in 66 * power(sine(turns: power(t, 1.25) * 0.47), 0.75) + 4 },
        belly: { t in 54 * power(sine(turns: power(t, 1.6) * 0.48), 0.8) + 4 }, bend: bend, colour, under)
      // Throat grooves, eye, fin, hump.
      for groove in 0..<6 {
        let y = 160 + Float(groove) * 7
        canvas.stroke(
          [Point(560 - Float(groove) * 12, y), Point(470, y + 8), Point(400, y + 6)], 2, 1, under * 0.7)
      }
      canvas.ellipse(Point(498, 138), Point(5, 4), RGB(0.03))
      canvas.stroke([Point(574, 128), Point(530, 146), Point(490, 152)], 2.4, 1.4, colour * 0.5)
      let beat = sine(turns: phase + 0.2) * 16
      canvas.fill(
        [
          Point(440, 170), Point(404, 176), Point(336, 246 + beat), Point(318, 268 + beat),
          Point(366, 254 + beat), Point(424, 206),
        ],
        colour * 0.8)
      canvas.fill(
        [Point(250, 84 + bend(0.36)), Point(214, 58 + bend(0.3)), Point(204, 92 + bend(0.28))], colour * 0.9)
      return canvas.sprite()
    }
  }

  static func dolphin(_ colour: RGB, belly under: RGB, turns angles: [Float]) -> [Sprite] {
    inParallel(angles.count) { index in
      var canvas = SpriteCanvas(width: 300, height: 300)
      let (c, s) = (cosine(turns: angles[index]), sine(turns: angles[index]))
      let centre = Point(150, 150)
      func place(_ x: Float, _ y: Float) -> Point { centre + Point(x * c - y * s, x * s + y * c) }
      // Bowed as it leaps.
      func bow(_ x: Float) -> Float { x * x / 520 }
      var (upper, lower): ([Point], [Point]) = ([], [])
      for step in 0...30 {
        let t = Float(step) / 30
        let x = -100 + 190 * t
        upper.append(place(x, bow(x) - 29 * power(sine(turns: power(t, 0.9) * 0.49), 0.8) - 1))
        lower.append(place(x, bow(x) + 24 * power(sine(turns: power(t, 0.95) * 0.49), 0.85) + 1))
      }
      canvas.fill(upper + lower.reversed(), colour)
      canvas.fill(
        (4...26).map { step in
          let x = -100 + 190 * Float(step) / 30
          return place(x, bow(x) + 23 * power(sine(turns: Float(step) / 30 * 0.49), 0.85))
        }
          + (4...26).reversed().map { step in
            let x = -100 + 190 * Float(step) / 30
            return place(x, bow(x) + 8)
          }, under, opacity: 0.7)
      canvas.fill(
        [
          place(80, bow(80) - 6), place(120, bow(110) - 2), place(122, bow(110) + 5), place(78, bow(80) + 12),
        ], colour)
      canvas.fill([place(-4, -24), place(-34, -62), place(-40, -26)], colour * 0.9)
      canvas.fill([place(34, 18), place(8, 56), place(2, 50), place(12, 20)], colour * 0.8)
      canvas.fill(
        [
          place(-92, bow(-92) - 2), place(-132, bow(-120) - 24), place(-122, bow(-120)),
          place(-138, bow(-120) + 24), place(-92, bow(-92) + 5),
        ],
        colour * 0.9)
      canvas.ellipse(place(72, bow(72) - 5), Point(3, 3), RGB(0.03))
      return canvas.sprite()
    }
  }

  static func shark(_ colour: RGB, belly under: RGB) -> [Sprite] {
    inParallel(phases) { index in
      let phase = Float(index) / Float(phases)
      var canvas = SpriteCanvas(width: 460, height: 220)
      func bend(_ t: Float) -> Float { stroke(phase, at: t, reach: 0.6, lag: 0.2, swing: 7) }
      let tail = Point(52, 110 + bend(0))
      canvas.fill(
        [
          tail + Point(14, -5), tail + Point(-34, -66), tail + Point(-20, -8), tail + Point(-28, 38),
          tail + Point(14, 6),
        ], colour)
      hull(
        &canvas, length: 366, from: 56, middle: 110,
        back: { t in 36 * power(sine(turns: power(t, 1.05) * 0.495), 0.9) + 2 },
        belly: { t in 30 * power(sine(turns: power(t, 1.05) * 0.49), 0.9) + 2 }, bend: bend, colour, under)
      canvas.fill([Point(264, 78), Point(224, 16), Point(212, 20), Point(206, 78)], colour)
      canvas.fill([Point(290, 128), Point(238, 194), Point(226, 192), Point(246, 126)], colour * 0.85)
      for gill in 0..<4 {
        let x = 320 - Float(gill) * 10
        canvas.stroke(Point(x, 94), Point(x - 4, 122), 2, 1, colour * 0.5)
      }
      canvas.ellipse(Point(378, 100), Point(4, 4), RGB(0.02))
      return canvas.sprite()
    }
  }

  static func turtle(_ colour: RGB) -> [Sprite] {
    inParallel(phases) { index in
      let phase = Float(index) / Float(phases)
      var canvas = SpriteCanvas(width: 300, height: 240)
      let skin = colour.mixed(RGB(0.55, 0.6, 0.42), 0.5)
      let beat = sine(turns: phase)
      canvas.fill(
        [Point(84, 132), Point(40, 150 - beat * 16), Point(34, 162 - beat * 18), Point(92, 148)], skin * 0.8)
      canvas.fill(
        [Point(196, 118), Point(182, 58 - beat * 40), Point(160, 34 - beat * 46), Point(166, 112)], skin * 0.7
      )
      canvas.body([(Point(216, 122), 18), (Point(250, 112), 20), (Point(264, 116), 13)], skin)
      canvas.ellipse(Point(258, 106), Point(3, 3), RGB(0.02))
      var shell: [Point] = []
      for step in 0...30 {
        let t = Float(step) / 30
        shell.append(Point(66 + 164 * t, 138 - 62 * power(sine(turns: t / 2), 0.7)))
      }
      shell += [Point(214, 152), Point(150, 162), Point(88, 152)]
      canvas.fill(shell) { x, y in
        let plate = abs(sine(turns: x / 44 + y / 70) * sine(turns: y / 40 - x / 110))
        return colour * (0.75 + 0.45 * plate)
      }
      canvas.fill(
        [
          Point(200, 142), Point(196, 196 + beat * 34), Point(168, 226 + beat * 30),
          Point(164, 204 + beat * 26), Point(170, 146),
        ], skin)
      return canvas.sprite()
    }
  }

  static func jellyfish(_ colour: RGB) -> [Sprite] {
    inParallel(phases) { index in
      let phase = Float(index) / Float(phases)
      var canvas = SpriteCanvas(width: 220, height: 420)
      let squeeze = 0.5 + 0.5 * sine(turns: phase)
      let (wide, tall) = (mix(92, 70, squeeze), mix(74, 96, squeeze))
      let rim: Float = 120
      for arm in 0..<11 {
        let t = Float(arm) / 10 * 2 - 1
        let root = Point(110 + t * wide * 0.85, rim + 4)
        let points = (0...9).map { step -> Point in
          let down = Float(step) / 9
          let wave = sine(turns: down * 1.2 - phase + t * 0.3) * 16 * down
          return root + Point(wave - t * wide * 0.3 * down, down * (150 + 110 * hash(arm, 5)))
        }
        canvas.stroke(points, 3.4, 0.8, colour.mixed(RGB(1), 0.2))
      }
      for frill in 0..<4 {
        let points = (0...9).map { step -> Point in
          let down = Float(step) / 9
          return Point(
            92 + Float(frill) * 12 + sine(turns: down * 2 - phase + Float(frill) * 0.3) * 12,
            rim - 10 + down * 150)
        }
        canvas.stroke(points, 13, 2, colour.mixed(RGB(1), 0.35))
      }
      var bell: [Point] = []
      for step in 0...30 {
        let t = Float(step) / 30
        bell.append(Point(110 - wide * cosine(turns: t / 2), rim - tall * power(sine(turns: t / 2), 0.75)))
      }
      for scallop in stride(from: 8, through: 0, by: -1) {
        let t = Float(scallop) / 8
        bell.append(Point(110 - wide + 2 * wide * t, rim + (scallop % 2 == 0 ? 2 : 12)))
      }
      canvas.fill(bell, opacity: 0.86) { x, y in
        let off = abs(x - 110) / wide
        return colour.mixed(RGB(1), 0.15 + 0.5 * off * off) * (0.7 + 0.5 * (rim - y) / tall)
      }
      canvas.ellipse(
        Point(110, rim - tall * 0.45), Point(wide * 0.45, tall * 0.28), colour.mixed(RGB(1), 0.5),
        opacity: 0.5)
      return canvas.sprite()
    }
  }

  static func swan(_ colour: RGB) -> Sprite {
    var canvas = SpriteCanvas(width: 300, height: 240)
    canvas.fill(
      [
        Point(40, 196), Point(24, 164), Point(46, 168), Point(78, 136), Point(130, 124), Point(178, 140),
        Point(214, 168),
        Point(216, 196), Point(180, 212), Point(90, 214),
      ]) { _, y in colour * (1.06 - (y - 124) / 240) }
    canvas.fill(
      [Point(56, 172), Point(96, 128), Point(150, 120), Point(186, 152), Point(140, 176), Point(84, 186)],
      colour * 0.93)
    canvas.stroke(
      [Point(204, 186), Point(232, 152), Point(222, 110), Point(206, 76), Point(218, 48), Point(240, 44)], 26,
      17, colour)
    canvas.ellipse(Point(242, 48), Point(14, 12), colour)
    canvas.fill([Point(250, 44), Point(276, 56), Point(250, 58)], RGB(0.9, 0.45, 0.14))
    canvas.fill([Point(246, 40), Point(258, 46), Point(248, 50)], RGB(0.05))
    return canvas.sprite()
  }
}
