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
    // The nearest drawn texel of each row, then of the rows around.
    let far = Float(pad + 2)
    var across = [Float](repeating: far, count: wide * tall)
    for row in 0..<tall {
      for columns in [Array(0..<wide), Array((0..<wide).reversed())] {
        var way = far
        for column in columns {
          way = drawn[row * wide + column] ? 0 : min(far, way + 1)
          across[row * wide + column] = min(across[row * wide + column], way)
        }
      }
    }
    let line = SIMD4<Float>(colour.red, colour.green, colour.blue, 1) * 255
    for row in 1..<(tall - 1) {
      let rows = max(0, row - pad - 1)...min(tall - 1, row + pad + 1)
      for column in 1..<(wide - 1) where !drawn[row * wide + column] {
        var nearest = far * far * 4
        for other in rows {
          let (x, y) = (across[other * wide + column], Float(other - row))
          if x < far { nearest = min(nearest, x * x + y * y) }
        }
        let cover = clamp(contour + 0.5 - nearest.squareRoot(), 0, 1)
        guard cover > 0.01 else { continue }
        let texel = pixels[row * wide + column]
        // Behind what the sprite itself has there.
        let free = cover * (1 - Float(texel >> 24) / 255)
        var mixed: UInt32 = 0
        for channel in 0..<4 {
          let value = Float((texel >> UInt32(8 * channel)) & 255) + line[channel] * free
          mixed |= UInt32(min(255, value + 0.5)) << UInt32(8 * channel)
        }
        pixels[row * wide + column] = mixed
      }
    }
    return Sprite(width: wide, height: tall, pixels: pixels)
  }

  /// Texels by which a contour makes a sprite larger at each side.
  static func grown(_ contour: Float) -> Int { Int(contour.rounded(.up)) + 2 }

  /// A colour in the nearest of a few tones; what is all but black stays.
  private static func flat(_ texel: UInt32) -> UInt32 {
    let alpha = texel >> 24
    guard alpha > 0 else { return texel }
    let channels = (0..<3).map { Float((texel >> UInt32(8 * $0)) & 255) }
    let luma = (channels[0] * 0.2126 + channels[1] * 0.7152 + channels[2] * 0.0722) / Float(alpha)
    guard luma > 0.015 else { return texel }
    let steps = luma.squareRoot() / toneStep
    let whole = steps.rounded(.down)
    let tone = (whole + smoothstep(0.42, 0.58, steps - whole)) * toneStep
    let factor = clamp(tone * tone / luma, 0.6, 1.6)
    var mixed = alpha << 24
    for channel in 0..<3 {
      mixed |= UInt32(min(Float(alpha), channels[channel] * factor + 0.5)) << UInt32(8 * channel)
    }
    return mixed
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
