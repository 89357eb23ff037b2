import Directing

/// Where the large things stand on a canvas, in pixels, before the camera moves.
struct Composition: Sendable {
  let width: Float
  let height: Float
  /// 1 on a 1080×1920 canvas: what a length drawn for that canvas is multiplied by.
  let unit: Float
  /// The line where sky meets water or land.
  let horizon: Float
  /// A light in the sky: its middle and radius.
  struct Disc: Sendable {
    var x: Float
    var y: Float
    var radius: Float
  }
  /// The sun at the start of the shot, if one is drawn.
  let sun: Disc?
  /// Pixels by which the sun sinks (or, at dawn, rises: negative) during the shot.
  let sunFall: Float
  let moon: Disc?

  /// 0 for an upright canvas of 9:16, 1 for 16:9 and wider.
  let breadth: Float

  init(shot: Shot, canvas: Canvas, light: Light) {
    width = Float(canvas.width)
    height = Float(canvas.height)
    unit = (width * height).squareRoot() / 1440
    breadth = smoothstep(0.5, 1.7, width / height)
    let kinds = Set(shot.elements.map(\.kind))
    let place: Float
    if !kinds.isDisjoint(with: [.city, .forest, .road, .train, .car, .truck, .rooftops, .bamboo, .neonSigns])
    {
      place = kinds.isDisjoint(with: Stage.water) ? mix(0.74, 0.78, breadth) : mix(0.6, 0.64, breadth)
    } else if !kinds.isDisjoint(with: [.meadow, .flowers, .house, .campfire, .wheat, .sunflowers, .vineyard])
    {
      place = mix(0.6, 0.62, breadth)
    } else if !kinds.isDisjoint(with: [.mountains, .hills, .dunes, .canyon, .volcano]) {
      place = kinds.isDisjoint(with: Stage.water) ? mix(0.62, 0.66, breadth) : mix(0.56, 0.6, breadth)
    } else if !kinds.isDisjoint(with: Stage.water) {
      place = mix(0.5, 0.56, breadth)
    } else if !kinds.isDisjoint(with: [.palms, .fireflies, .butterflies, .waterfall]) {
      place = mix(0.6, 0.64, breadth)
    } else {
      // Nothing but sky: the land is a low rim.
      place = 0.84
    }
    horizon = (height * place).rounded()

    var random = SeededGenerator(seed: shot.seed ^ 0x50_4E)
    let sunElement = shot.element(.sun)
    // Vaporwave has its sun at any time.
    let impliesSun =
      [.dawn, .goldenHour, .sunset].contains(shot.timeOfDay)
      || shot.style == .vaporwave && shot.timeOfDay != .overcast
    if sunElement != nil || (impliesSun && kinds.isDisjoint(with: [.moon])) {
      // A little off the middle looks seen rather than set; a named place is kept.
      let chance = Float(random.number(in: -0.16...0.16))
      let side = Float(sunElement?.place ?? 0)
      let x = width * (0.5 + (side == 0 ? chance : side * 0.36))
      let size = Float(sunElement?.size ?? 1)
      let rise =
        kinds.isDisjoint(with: [.mountains, .hills, .forest, .city])
        ? light.sunHeight : max(0.34, light.sunHeight)
      sun = Disc(x: x, y: horizon * (1 - rise), radius: 56 * unit * size * mix(1, 0.85, breadth))
      let seconds = Float(shot.durationMS) / 1000
      let speed = Float(sunElement?.speed ?? 1)
      let fall = min(0.09, 0.0042 * seconds) * height * speed
      switch shot.timeOfDay {
      case _ where shot.loops: sunFall = 0
      case .sunset, .goldenHour, .dusk: sunFall = fall
      case .dawn: sunFall = -fall
      case .day, .night, .overcast: sunFall = 0
      }
    } else {
      sun = nil
      sunFall = 0
    }
    if let element = shot.element(.moon) {
      let side = element.place == 0 ? Float(random.number(in: -0.3...0.3)) : Float(element.place) * 0.6
      moon = Disc(
        x: width * (0.5 + side * 0.6), y: height * mix(0.2, 0.24, breadth),
        radius: 74 * unit * Float(element.size) * mix(1, 0.85, breadth))
    } else {
      moon = nil
    }
  }

  /// The light that shines on the scene: the sun, else the moon.
  var source: Disc? { sun ?? moon }
}
