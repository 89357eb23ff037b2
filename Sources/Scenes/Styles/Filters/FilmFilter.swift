import CKernels
import Directing

/// 16 mm film in a projector: grain, faded colour, light that bleeds red, a leak at the side, dust, a rounded gate.
struct FilmFilter: StyleFilter {
  private let grid: StyleGrid
  private let gate: FloatPlane
  private let seed: Int

  init(_ setting: StyleSetting) {
    grid = setting.grid
    seed = setting.stage.seed(861)
    let (width, height) = (grid.canvas.width / 4 + 2, grid.canvas.height / 4 + 2)
    let side = Float(min(width, height))
    let seed = seed
    gate = FloatPlane(width: width, height: height) { column, row in
      let (x, y) = (Float(column), Float(row))
      let inset = side * 0.022
      let radius = side * 0.07
      // The distance to a rounded frame, a little uneven as filed metal is.
      let dx = abs(x - Float(width - 2) / 2) - (Float(width - 2) / 2 - inset - radius)
      let dy = abs(y - Float(height - 2) / 2) - (Float(height - 2) / 2 - inset - radius)
      let corner = (max(dx, 0) * max(dx, 0) + max(dy, 0) * max(dy, 0)).squareRoot()
      let distance = corner + min(0, max(dx, dy)) - radius
      let uneven = Noise.gradient(x / side * 22, y / side * 22, period: 64, seed: seed) * 0.8
      let frame = smoothstep(1.3, -1.3, distance + uneven)
      let (u, v) = (x / Float(width) * 2 - 1, y / Float(height) * 2 - 1)
      return frame * (1 - 0.34 * smoothstep(0.5, 1.5, (u * u + v * v).squareRoot()))
    }
  }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let glow = Glow.soft(scratch, from: 188, rounds: 1)
    addLeak(to: glow, moment)
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let large = Enlarger(step: 4)
    let small = Enlarger(step: 2)
    let halo = scratch.row(.glow, width)
    let light = scratch.row(.light, width)
    let held = moment.frame * 16 / grid.canvas.framesPerSecond
    // The film never stands quite still in the gate.
    let weave = (Int(hash(held, seed, 1) * 3) - 1) * Int(grid.unit.rounded(.up))
    GradedFrame.make(of: scratch.scene, into: &out) { frame in
      let count = width * height
      frame.u.update(from: frame.source.u, count: count / 4)
      frame.v.update(from: frame.source.v, count: count / 4)
      for row in 0..<height {
        let source = frame.source.y + clamp(row + weave, 0, height - 1) * width
        large.row(glow, row, into: halo, count: width)
        large.row(gate, row, into: light, count: width)
        t2v_grade_film(
          frame.y + row * width, source, Int32(width), halo, light, 1, frame.grain(row: row, frame: held),
          20.0 / 127)
        if row % 2 == 0 {
          let chroma = row / 2 * (width / 2)
          small.row(glow, row / 2, into: halo, count: width / 2)
          t2v_grade_split(
            frame.u + chroma, frame.v + chroma, frame.y + row * width, Int32(width / 2), halo, 0.74, -5, 8,
            -15, 7, -22, 34)
        }
      }
      dust(frame.y, width, height, held)
    }
  }

  /// Light from a loose lid wanders at one side.
  private func addLeak(to glow: FloatPlane, _ moment: StyleMoment) {
    let swell = clamp(0.35 + 0.65 * moment.scene.swing(rate: 0.13, offset: hash(seed)), 0, 1)
    guard swell > 0.01 else { return }
    let right = seed & 1 == 0
    let reach = Float(glow.width) * (0.28 + 0.1 * moment.scene.swing(rate: 0.31))
    let middle = Float(glow.height) * (0.45 + 0.25 * moment.scene.swing(rate: 0.09, offset: 0.3))
    let columns = (0..<glow.width).map { column -> Float in
      let x = Float(right ? glow.width - 1 - column : column) / reach
      return exponential(-x * x * 3)
    }
    for row in 0..<glow.height {
      let far = (Float(row) - middle) / (Float(glow.height) * 0.38)
      let weight = exponential(-far * far) * swell * 1.5
      let line = glow.row(row)
      for column in 0..<glow.width { line[column] += columns[column] * weight }
    }
    glow.extend()
  }

  /// Specks, now and then a hair, and a scratch that stays for a while.
  private func dust(_ y: UnsafeMutablePointer<UInt8>, _ width: Int, _ height: Int, _ held: Int) {
    func spot(_ x: Float, _ top: Float, _ radius: Float, _ level: Float) {
      for row in span(top - radius - 1, top + radius + 1, height) {
        for column in span(x - radius - 1, x + radius + 1, width) {
          let (dx, dy) = (Float(column) - x, Float(row) - top)
          let cover = clamp(radius + 0.5 - (dx * dx + dy * dy).squareRoot(), 0, 1) * 0.8
          y[row * width + column] = UInt8(mix(Float(y[row * width + column]), level, cover))
        }
      }
    }
    let unit = max(0.4, grid.unit)
    for speck in 0..<3 where hash(held, seed, speck + 40) > 0.62 {
      spot(
        hash(held, seed, speck + 50) * Float(width), hash(held, seed, speck + 60) * Float(height),
        (1.4 + 3 * hash(held, seed, speck + 70)) * unit, hash(held, seed, speck + 80) > 0.35 ? 30 : 205)
    }
    if hash(held, seed, 90) > 0.93 {
      var place = SIMD2(hash(held, seed, 91) * Float(width), hash(held, seed, 92) * Float(height))
      var turn = hash(held, seed, 93)
      for step in 0..<40 {
        spot(place.x, place.y, 1.1 * unit, 34)
        turn += (hash(held, seed, 100 + step / 4) - 0.5) * 0.06
        place += SIMD2(cosine(turns: turn), sine(turns: turn)) * 2.2 * unit
      }
    }
    let spell = held / 9
    if hash(spell, seed, 95) > 0.6 {
      let column = Int(hash(spell, seed, 96) * Float(width - 8)) + 4 + Int(hash(held, seed, 97) * 2)
      for row in 0..<height where hash(row / 24, spell, 98) > 0.25 {
        let at = row * width + column
        y[at] = UInt8(min(235, Int(y[at]) + 26))
      }
    }
  }
}
