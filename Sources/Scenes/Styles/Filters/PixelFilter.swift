import Directing

/// A coarse grid of few colours with an ordered dither, twelve pictures a second.
struct PixelFilter: StyleFilter {
  private let grid: StyleGrid
  private let colours: ColourSet
  private static let rate = 12
  /// Thresholds of a 4 × 4 ordered dither, -0.5 to 0.5.
  private static let dither: [Float] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map {
    (Float($0) + 0.5) / 16 - 0.5
  }

  init(_ setting: StyleSetting) {
    grid = setting.grid
    colours = ColourSet(
      setting.samples, count: 26, seed: setting.stage.shot.seed ^ 0x91E1, adjust: Self.vivid)
  }

  /// More contrast and colour than the scene has: few colours need it.
  private static func vivid(_ colour: SIMD3<Float>) -> SIMD3<Float> {
    let x = clamp((colour.x - 16) / 219, 0, 1)
    let curve = x * x * (3 - 2 * x)
    return SIMD3(16 + 219 * (x * 0.5 + curve * 0.5), colour.y * 1.35, colour.z * 1.35)
  }

  func heldFrame(_ frame: Int) -> Int { frame - frame % max(1, grid.canvas.framesPerSecond / Self.rate) }

  func draw(_ scratch: StyleScratch, at moment: StyleMoment, into out: inout FrameBuffer) {
    let scene = scratch.scene
    let (small, tall) = (scene.width / 2, scene.height / 2)
    let block = 2 * grid.step
    let (width, height) = (grid.canvas.width, grid.canvas.height)
    let index = scratch.bytes("index", small * tall)
    let luma = scene.lumaCount
    scene.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<tall {
        for column in 0..<small {
          let at = row * 2 * scene.width + column * 2
          let four = SIMD4<Float>(
            Float(bytes[at]), Float(bytes[at + 1]), Float(bytes[at + scene.width]),
            Float(bytes[at + scene.width + 1]))
          // Small lights and small darks would drown in a mean.
          let mean = four.sum() / 4
          let (most, least) = (four.max(), four.min())
          let value = mean + (most - mean > mean - least ? most - mean : least - mean) * 0.5
          let chroma = luma + row * small + column
          let noise = Self.dither[(row & 3) * 4 + (column & 3)]
          let colour = Self.vivid(
            SIMD3(value, Float(bytes[chroma]) - 128, Float(bytes[chroma + luma / 4]) - 128))
          let y = clamp(colour.x + noise * 17, 0, 255)
          let u = clamp(colour.y + 128 + noise * 7, 0, 255)
          let v = clamp(colour.z + 128 - noise * 7, 0, 255)
          index[row * small + column] =
            colours.table[
              (Int(y) >> 3) << 10 | (Int(u) >> 3) << 5 | Int(v) >> 3]
        }
      }
    }
    let palette = colours.colours.map { colour in
      (
        y: UInt8(clamp(colour.x + 0.5, 16, 235)), u: UInt8(clamp(colour.y + 128.5, 16, 240)),
        v: UInt8(clamp(colour.z + 128.5, 16, 240))
      )
    }
    out.withPlanes { y, u, v in
      guard let y = y.baseAddress, let u = u.baseAddress, let v = v.baseAddress else { return }
      for row in 0..<height {
        let target = y + row * width
        if row % block != 0 {
          target.update(from: target - width, count: width)
          continue
        }
        let line = index + min(tall - 1, row / block) * small
        for column in 0..<min(small, (width + block - 1) / block) {
          let from = column * block
          (target + from).update(repeating: palette[Int(line[column])].y, count: min(block, width - from))
        }
      }
      let half = width / 2
      for row in 0..<(height / 2) {
        let start = row * half
        if row % (block / 2) != 0 {
          (u + start).update(from: u + start - half, count: half)
          (v + start).update(from: v + start - half, count: half)
          continue
        }
        let line = index + min(tall - 1, row / (block / 2)) * small
        for column in 0..<min(small, (half + block / 2 - 1) / (block / 2)) {
          let from = column * block / 2
          let count = min(block / 2, half - from)
          (u + start + from).update(repeating: palette[Int(line[column])].u, count: count)
          (v + start + from).update(repeating: palette[Int(line[column])].v, count: count)
        }
      }
    }
  }
}
