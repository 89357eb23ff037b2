import CKernels
import Directing

/// Small lights that wander: fireflies, sky lanterns, floating particles.
enum GlowLayers {
  /// Fireflies low over the ground that light up and go out.
  static func fireflies(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.fireflies)
    let count = element?.count ?? 60
    let colour = stage.colour(.fireflies) ?? RGB(0.88, 1.0, 0.36)
    let seed = stage.seed(0xF1F)
    let speed = Float(element?.speed ?? 1)
    let size = Float(element?.size ?? 1)
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { index in
        let near = hash(index, seed, 1)
        let wander = 90 * frame.unit * speed
        let x =
          hash(index, seed, 2) * frame.width
          + wander * moment.swing(rate: 0.05 + 0.06 * hash(index, seed, 3), offset: hash(index, seed, 4))
          + wander * 0.4 * moment.swing(rate: 0.19, offset: hash(index, seed, 5))
        let y =
          frame.height * mix(0.52, 0.97, hash(index, seed, 6))
          + wander * 0.6
          * moment.swing(rate: 0.07 + 0.05 * hash(index, seed, 7), offset: hash(index, seed, 8))
        let pulse = smoothstep(
          0.1, 0.9,
          0.5 + 0.5 * moment.swing(rate: 0.22 + 0.2 * hash(index, seed, 9), offset: hash(index, seed, 10)))
        let scale = frame.unit * mix(0.5, 1.5, near * near) * size
        return Marks.Mark(
          x: x + moment.camera.turn, y: y + moment.camera.tilt, radius: 1.6 * scale, softness: 3 * scale,
          colour: colour, opacity: pulse, isLight: true,
          halo: 46 * scale, haloStrength: 0.55 * pulse)
      }
    }
  }

  /// Paper lanterns that rise into the night.
  static func lanterns(_ stage: Stage) -> [any SceneLayer] {
    let frame = stage.composition
    let element = stage.shot.element(.lanterns)
    let count = min(160, element?.count ?? 46)
    let colour = stage.colour(.lanterns) ?? RGB(1, 0.60, 0.22)
    let seed = stage.seed(0x1A7)
    let speed = Float(element?.speed ?? 1)
    var canvas = SpriteCanvas(width: 80, height: 110)
    typealias P = SIMD2<Float>
    canvas.fill([
      P(22, 10), P(40, 4), P(58, 10), P(70, 36), P(66, 78), P(58, 100), P(22, 100), P(14, 78), P(10, 36),
    ]) { x, y in
      // The flame is at the mouth; paper glows less toward the top and the edges.
      let up = clamp((100 - y) / 100, 0, 1)
      let side = abs(x - 40) / 30
      return (colour * 1.0).mixed(RGB(1, 0.93, 0.66), clamp(1.1 - up * 1.5 - side * 0.4, 0, 1))
        * (1.02 - 0.4 * up - 0.16 * side * side)
    }
    canvas.ellipse(P(40, 100), P(18, 3.5), RGB(1, 0.95, 0.75))
    let sprite = canvas.sprite()
    @Sendable func spot(_ number: Int, _ moment: Moment) -> (x: Float, y: Float, scale: Float, glow: Float) {
      if count == 1 {
        // One alone is in the middle of the picture at the middle of the shot.
        let rise =
          moment.loops ? 20 * moment.swing(rate: 0.1) : 30 * speed * (moment.time - moment.duration / 2)
        return (
          frame.width * (0.5 + 0.14 * (hash(0, seed, 2) - 0.5) + 0.3 * Float(element?.place ?? 0))
            + 26 * frame.unit * moment.swing(rate: 0.06, offset: hash(0, seed, 3)) + moment.camera.turn,
          frame.height * 0.44 - rise * frame.unit + moment.camera.tilt,
          frame.unit * Float(element?.size ?? 1), 0.85 + 0.15 * moment.swing(rate: 1.1)
        )
      }
      let index = moment.kin(of: number)
      // Kin are as near as the nearest of them.
      let near = power(Float(min(count, moment.loops ? index * 5 + 5 : number + 1)) / Float(count), 2.4)
      let scale = frame.unit * mix(0.10, 1.0, near) * Float(element?.size ?? 1)
      let reach = frame.height * 1.25
      let rise = mix(16, 52, near) * frame.unit * speed
      let place = moment.place(of: number, among: count, rate: rise / reach, offset: hash(index, seed, 1))
      let y = frame.height * 1.08 - place * reach
      let x =
        hash(index, seed, 2) * frame.width * 1.1 - frame.width * 0.05 + moment.swing(
          rate: 0.06, offset: hash(index, seed, 3)) * 34 * scale + place * frame.width * 0.08
        + 0.3 * frame.width * moment.wander(at: place, offset: hash(index, seed, 5))
      return (
        x + moment.camera.turn, y + moment.camera.tilt, scale,
        0.85 + 0.15 * moment.swing(rate: 1.1, offset: hash(index, seed, 4))
      )
    }
    let halos = MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { index in
        let lantern = spot(index, moment)
        return Marks.Mark(
          x: lantern.x, y: lantern.y + 14 * lantern.scale, radius: 0.5, softness: 0.5, colour: colour,
          opacity: 0.003, isLight: true,
          halo: 150 * lantern.scale, haloStrength: 0.30 * lantern.glow)
      }
    }
    let paper = PropLayer(sprites: [sprite], anchor: 60) { moment in
      (0..<count).map { index in
        let lantern = spot(index, moment)
        return PropLayer.Pose(
          x: lantern.x, y: lantern.y, scale: lantern.scale, tone: .init(light: RGB(0.9 + 0.14 * lantern.glow))
        )
      }
    }
    return [halos, paper]
  }

  /// Motes of light in depth, drifting upward with large soft discs before the lens.
  static func particles(_ stage: Stage) -> any SceneLayer {
    let frame = stage.composition
    let element = stage.shot.element(.particles)
    let count = element?.count ?? 210
    let own = stage.colour(.particles) ?? stage.shot.tint.map { RGB($0).mixed(RGB(1), 0.3) }
    let palette =
      own.map { [$0, $0.mixed(RGB(1), 0.4)] } ?? [RGB(1, 0.78, 0.42), RGB(1, 0.9, 0.7), RGB(0.6, 0.75, 1)]
    let seed = stage.seed(0x9A27)
    let speed = Float(element?.speed ?? 1) * (0.5 + stage.energy)
    let size = Float(element?.size ?? 1)
    return MarkLayer(height: stage.canvas.height) { moment in
      (0..<count).map { number in
        let index = moment.kin(of: number)
        let near = power(hash(index, seed, 1), 2.5)
        let reach = frame.height * 1.2
        let rise = mix(18, 110, near) * frame.unit * speed
        let place = moment.place(of: number, among: count, rate: rise / reach, offset: hash(index, seed, 2))
        let y = frame.height * 1.1 - place * reach
        let x =
          hash(index, seed, 3) * frame.width + moment.swing(
            rate: 0.08 + 0.08 * hash(index, seed, 4), offset: hash(index, seed, 5)) * mix(24, 110, near)
          * frame.unit + 0.3 * frame.width * moment.wander(at: place, offset: hash(index, seed, 8))
        let lens = near > 0.72
        let radius = (lens ? mix(16, 46, (near - 0.72) / 0.28) : mix(1.8, 7.5, near)) * frame.unit * size
        let pulse =
          0.7 + 0.3 * moment.swing(rate: 0.2 + 0.3 * hash(index, seed, 6), offset: hash(index, seed, 7))
        return Marks.Mark(
          x: x + moment.camera.turn, y: y, radius: radius, softness: lens ? radius * 0.25 : radius * 1.3,
          colour: palette[index % palette.count],
          opacity: (lens ? 0.26 : mix(0.65, 1, near)) * pulse, isLight: true, halo: lens ? 0 : radius * 9,
          haloStrength: 0.5 * pulse)
      }
    }
  }
}
