import CKernels

extension Sprite {
  /// The sprite as drawn on a cel: flat tones with hard edges between them, in a contour of even width.
  ///
  /// - Parameters:
  ///   - contour: width of the line around it, in its own pixels; the sprite grows by `grown` of it at each side.
  ///   - colour: the line's.
  func cel(contour: Float, colour: RGB) -> Sprite {
    let pad = Self.grown(contour)
    let (wide, tall) = (width + 2 * pad, height + 2 * pad)
    var pixels = [UInt32](repeating: 0, count: wide * tall)
    var drawn = [Bool](repeating: false, count: wide * tall)
    forEachTexel { column, row, texel in
      let at = (row + pad) * wide + column + pad
      pixels[at] = Self.flat(texel)
      drawn[at] = texel >> 24 > 127
    }
    let reach = Float(pad + 2)
    let line = SIMD4<Float>(colour.red, colour.green, colour.blue, 1) * 255
    let distances = Self.distances(to: drawn, width: wide, height: tall, limit: reach)
    for row in 1..<(tall - 1) {
      for column in 1..<(wide - 1) {
        let at = row * wide + column
        guard distances[at] > 0, distances[at] < contour + 0.5 else { continue }
        // Behind what the sprite itself has there.
        let texel = pixels[at]
        let free = clamp(contour + 0.5 - distances[at], 0, 1) * (1 - Float(texel >> 24) / 255)
        guard free > 0.01 else { continue }
        pixels[at] = Self.pack(Self.unpack(texel) + line * free)
      }
    }
    return Sprite(width: wide, height: tall, pixels: pixels)
  }

  /// How far each texel is from a drawn one, to about a twentieth, in two sweeps; `limit` where it is farther.
  private static func distances(to drawn: [Bool], width: Int, height: Int, limit: Float) -> [Float] {
    var distances = drawn.map { $0 ? 0 : limit }
    let aslant: Float = 1.3507
    let straight: Float = 0.9619
    distances.withUnsafeMutableBufferPointer { far in
      for row in 1..<height {
        for column in 1..<(width - 1) {
          let at = row * width + column
          guard far[at] > 0 else { continue }
          let above = min(far[at - width] + straight, min(far[at - width - 1], far[at - width + 1]) + aslant)
          far[at] = min(far[at], min(above, far[at - 1] + straight))
        }
      }
      for row in stride(from: height - 2, through: 0, by: -1) {
        for column in stride(from: width - 2, to: 0, by: -1) {
          let at = row * width + column
          guard far[at] > 0 else { continue }
          let below = min(far[at + width] + straight, min(far[at + width - 1], far[at + width + 1]) + aslant)
          far[at] = min(far[at], min(below, far[at + 1] + straight))
        }
      }
    }
    return distances
  }

  /// Texels by which a contour makes a sprite larger at each side.
  static func grown(_ contour: Float) -> Int { Int(contour.rounded(.up)) + 2 }

  /// A colour in the nearest of a few tones; what is all but black stays.
  private static func flat(_ texel: UInt32) -> UInt32 {
    guard texel >> 24 > 0 else { return texel }
    let colour = unpack(texel)
    let luma = (colour.x * 0.2126 + colour.y * 0.7152 + colour.z * 0.0722) / colour.w
    guard luma > 0.015 else { return texel }
    let steps = luma.squareRoot() / toneStep
    let whole = steps.rounded(.down)
    let tone = (whole + smoothstep(0.42, 0.58, steps - whole)) * toneStep
    let factor = clamp(tone * tone / luma, 0.6, 1.6)
    let toned = pointwiseMin(colour * SIMD4(factor, factor, factor, 1), SIMD4(repeating: colour.w))
    return pack(toned)
  }

  private static func unpack(_ texel: UInt32) -> SIMD4<Float> {
    SIMD4(
      Float(texel & 255), Float((texel >> 8) & 255), Float((texel >> 16) & 255), Float(texel >> 24))
  }

  private static func pack(_ colour: SIMD4<Float>) -> UInt32 {
    let whole = SIMD4<UInt32>(
      truncatingIfNeeded: SIMD4<Int32>(
        pointwiseMin(colour + 0.5, SIMD4(repeating: 255)), rounding: .towardZero))
    return whole.x | whole.y << 8 | whole.z << 16 | whole.w << 24
  }

  /// From one tone to the next, in square roots of brightness.
  private static let toneStep: Float = 0.17
}

extension PropLayer {
  /// The layer as drawn on cels.
  ///
  /// - Parameters:
  ///   - contour: width of the lines, in pixels of the picture.
  ///   - moment: one at which they have about the size that they are seen at.
  func cel(contour: Float, colour: RGB, at moment: Moment) -> PropLayer {
    guard isContoured, let scale = poses(moment).map({ $0.scale * max(1, $0.stretch) }).max(), scale > 0
    else {
      return self
    }
    let own = clamp(contour / scale, 0.7, 14)
    let grown = Float(Sprite.grown(own))
    let drawn = inParallel(sprites.count) { sprites[$0].cel(contour: own, colour: colour) }
    return PropLayer(sprites: drawn, anchor: anchor + grown, poses: poses)
  }
}
