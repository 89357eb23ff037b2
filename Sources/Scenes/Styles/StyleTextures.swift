/// Surfaces that pictures are painted on, made once a process.
enum StyleTextures {
  /// The tooth of paper, about -1 to 1.
  static let paper = Texture { x, y in
    let tooth = Noise.fractal(x * 128, y * 128, octaves: 2, period: 128, seed: 301)
    let fibre = Noise.gradient(
      x * 32, y * 160 + Noise.gradient(x * 8, y * 8, period: 8, seed: 3) * 3, period: 32, seed: 302)
    let fleck = hash(Int(x * 512), Int(y * 512), 9) - 0.5
    return tooth * 0.7 + fibre * 0.2 + fleck * 0.5
  }

  /// The weave of a canvas under thick paint.
  static let weave = Texture { x, y in
    let over = sine(turns: x * 128) * sine(turns: y * 128)
    return over * 0.5 + Noise.gradient(x * 64, y * 64, period: 64, seed: 310) * 0.4
  }

  /// How pigment settled: slow blooms with a fine edge.
  static let blooms = Texture { x, y in
    let warp = Noise.gradient(x * 2, y * 2, period: 2, seed: 321) * 0.5
    return Noise.fractal(x * 2 + warp, y * 2 - warp, octaves: 5, period: 2, seed: 320)
  }

  /// Pencil strokes along a diagonal: -0.5 between them, 0.5 on them.
  static let hatches: [Texture] = [
    hatch(1, 1, count: 52, seed: 330), hatch(1, -1, count: 46, seed: 331), hatch(0, 1, count: 58, seed: 332),
  ]

  private static func hatch(_ across: Float, _ down: Float, count: Int, seed: Int) -> Texture {
    Texture { x, y in
      let bend = Noise.fractal(x * 4, y * 4, octaves: 2, period: 4, seed: seed) * 0.9
      let turns = (x * across + y * down) * Float(count) + bend
      // Strokes begin and end, and are not equally heavy.
      let press = Noise.gradient(x * 16, y * 16, period: 16, seed: seed + 7) * 0.35
      return cosine(turns: turns) * 0.42 + press
    }
  }
}
