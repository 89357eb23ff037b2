import CKernels
import Directing

/// Soap bubbles: a thin bright rim, a film that shimmers, mirrored windows, and what is behind them in the middle.
struct BubbleLayers {
  let stage: Stage

  /// Pixels of a sprite from its middle to the rim.
  private static let radius: Float = 172
  private static let side = 356

  /// Alone they drift before discs of light out of focus.
  var layers: [any SceneLayer] {
    let alone = stage.shot.elements.allSatisfy { [.bubbles, .particles, .heart].contains($0.kind) }
    return (alone ? [blur] : []) + [bubbles]
  }

  /// Lights far behind, out of focus.
  private var blur: any SceneLayer {
    let frame = stage.composition
    let seed = stage.seed(0xB0C)
    let colours = [RGB(0.55, 0.70, 1), RGB(1, 0.70, 0.85), RGB(0.70, 0.60, 1), RGB(1, 0.86, 0.66)]
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<34).map { index in
        let wide = mix(26, 96, hash(index, seed, 1)) * frame.unit
        let breath =
          0.5 + 0.5 * moment.swing(rate: 0.08 + 0.06 * hash(index, seed, 2), offset: hash(index, seed, 3))
        return Marks.Mark(
          x: frame.width * hash(index, seed, 4) + 30 * frame.unit
            * moment.swing(rate: 0.04, offset: hash(index, seed, 5)),
          y: frame.height * hash(index, seed, 6) + 40 * frame.unit
            * moment.swing(rate: 0.03, offset: hash(index, seed, 7)),
          radius: wide, softness: wide * 0.35, colour: colours[index % colours.count],
          opacity: (0.035 + 0.07 * hash(index, seed, 8)) * (0.4 + 0.6 * breath), isLight: true)
      }
    }
  }

  private var bubbles: any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.bubbles)
    let own = stage.colour(.bubbles)
    let films = 4
    let sprites = inParallel(films + 1) { $0 < films ? Self.film($0, colour: own) : Self.glass(own) }
    let count = min(200, element?.count ?? 22)
    let seed = stage.seed(0xB0B)
    let speed = Float(element?.speed ?? 1)
    let size = Float(element?.size ?? 1)
    return PropLayer(sprites: sprites, anchor: Float(Self.side) / 2) { moment in
      (0..<count).map { number -> (near: Float, poses: [PropLayer.Pose]) in
        let index = moment.kin(of: number)
        let near =
          count == 1 ? 0.9 : power((Float((index * 13) % count) + hash(index, seed, 1)) / Float(count), 2.2)
        let usual = frame.unit * mix(0.11, 1.25, near) * size
        let reach = frame.height + Self.radius * 3.6 * usual
        let rise = moment.place(
          of: number, among: count, rate: mix(34, 74, near) * frame.unit * speed / reach,
          offset: hash(index, seed, 2))
        let aside = moment.wander(at: rise, offset: hash(index, seed, 9))
        let scale = usual * (1 + 0.2 * aside)
        // It wobbles as it rises: what it loses in width it gains in height.
        let wobble =
          1 + 0.035
          * (moment.swing(rate: 0.43 + 0.2 * (1 - near), offset: hash(index, seed, 5)) + 0.5
            * moment.swing(rate: 0.9, offset: hash(index, seed, 6)))
        let column = count == 1 ? 0.5 : fract(Float(index) * 0.618034 + hash(seed))
        let turn =
          fract(moment.turns(rate: 0.11 + 0.05 * hash(index, seed, 7)) + hash(index, seed, 8)) * Float(films)
        let (first, way) = (Int(turn) % films, turn - turn.rounded(.down))
        func pose(_ sprite: Int, _ opacity: Float) -> PropLayer.Pose {
          PropLayer.Pose(
            x: frame.width * (0.02 + 0.96 * column + 0.3 * Float(element?.place ?? 0))
              + 0.3 * frame.width * aside
              + 70 * frame.unit * moment.swing(rate: 0.07, offset: hash(index, seed, 3))
              + 16 * frame.unit * moment.swing(rate: 0.21, offset: hash(index, seed, 4)),
            y: frame.height + Self.radius * 1.8 * usual - rise * reach, scale: scale * wobble,
            stretch: 1 / (wobble * wobble),
            tone: t2v_tone(opacity: opacity), sprite: sprite)
        }
        return (
          near,
          [
            pose(first, 1 - way * way * way),
            pose((first + 1) % films, 1 - (1 - way) * (1 - way) * (1 - way)),
            pose(films, 1),
          ]
        )
      }.sorted { $0.near < $1.near }.flatMap(\.poses)
    }
  }

  /// Draws what a bubble shows at a place of its disc: -1 to 1 across and down.
  private static func disc(_ paint: (_ x: Float, _ y: Float, _ r: Float) -> (RGB, Float)) -> Sprite {
    var canvas = SpriteCanvas(width: side, height: side)
    let middle = Float(side) / 2
    for row in 1..<(side - 1) {
      for column in 1..<(side - 1) {
        let (x, y) = ((Float(column) + 0.5 - middle) / radius, (Float(row) + 0.5 - middle) / radius)
        let r = (x * x + y * y).squareRoot()
        guard r < 1.015 else { continue }
        let (colour, alpha) = paint(x, y, r)
        let edge = clamp((1.004 - r) * radius * 0.7, 0, 1)
        canvas.set(column, row, colour, clamp(alpha * edge, 0, 1))
      }
    }
    return canvas.sprite()
  }

  /// The colours of thin films: light that both faces throw back, at three wavelengths.
  private static func interference(_ thickness: Float, slant: Float) -> RGB {
    let cosine = (1 - slant * slant / 1.77).squareRoot()
    func strength(_ wavelength: Float) -> Float {
      let wave = sine(turns: 1.33 * thickness * cosine / wavelength)
      return wave * wave
    }
    return RGB(strength(0.65), strength(0.53), strength(0.45))
  }

  private static func film(_ number: Int, colour own: RGB?) -> Sprite {
    let salt = Float(number) * 61
    return disc { x, y, r in
      let swirl = SharedTiles.smooth.sample(x * 26 + 100 + salt, y * 30 + 60 - salt)
      let fold = SharedTiles.smooth.sample(x * 40 + swirl * 22 + 30 - salt, y * 44 + swirl * 16 + 11 + salt)
      // Soap runs down: the film is thick at the foot.
      let thickness = 0.44 + 0.16 * y + 0.13 * swirl + 0.10 * fold + 0.05 * sine(turns: Float(number) / 4)
      var colour = interference(thickness, slant: min(1, r))
      if let own { colour = own.mixed(colour, 0.3) * (0.7 + 0.6 * colour.luma) }
      let face = 0.07 + 0.45 * power(r, 4.5)
      // Vivid: what all wavelengths share is taken away in part.
      let grey = min(colour.red, colour.green, colour.blue)
      let vivid = RGB(colour.red - grey * 0.55, colour.green - grey * 0.55, colour.blue - grey * 0.55)
      return (vivid * 1.25, face * (0.45 + 0.55 * clamp(colour.luma * 1.6, 0, 1)))
    }
  }

  /// The rim and what it mirrors: the light above, and the same upside down at the far wall.
  private static func glass(_ own: RGB?) -> Sprite {
    let tint = (own ?? RGB(0.86, 0.93, 1)).mixed(RGB(1), 0.45)
    return disc { x, y, r in
      let rim =
        exponential(-square((r - 0.984) / 0.013)) * 0.78 + exponential(-square((r - 0.93) / 0.06)) * 0.16
      let facing = 0.62 + 0.38 * clamp((-x - y) * 0.8, -1, 1)
      // A bent window at the upper left, its image at the lower right.
      func window(_ angle: Float, _ wide: Float, _ at: Float, _ deep: Float) -> Float {
        var off = abs(arcTurns(y, x) - angle)
        off = min(off, 1 - off)
        return smoothstep(wide, wide * 0.72, off) * smoothstep(deep, deep * 0.6, abs(r - at))
          * (0.75 + 0.25 * smoothstep(0, wide, off))
      }
      let high = window(-0.365, 0.085, 0.79, 0.085)
      let bar = 1 - 0.75 * smoothstep(0.011, 0.007, abs(arcTurns(y, x) + 0.365))
      let low = window(0.135, 0.06, 0.81, 0.045)
      let spark = exponential(-(square((x + 0.36) / 0.05) + square((y + 0.50) / 0.04)) * 1.2)
      let alpha = rim * facing + high * bar * 0.62 + low * 0.32 + spark * 0.5
      return (tint.mixed(RGB(1), clamp(high + spark + rim, 0, 1)) * 1.1, alpha)
    }
  }
}
