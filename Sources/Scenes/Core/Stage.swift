import Directing

/// What all layers of a shot know: the shot itself, where things stand, and the light.
struct Stage: Sendable {
  let shot: Shot
  let canvas: Canvas
  let composition: Composition
  let light: Light
  /// The beat of the music.
  let pulse: Pulse

  /// Kinds that bring a water surface with them.
  static let water: Set<SceneElement.Kind> = [
    .ocean, .lake, .river, .boat, .island, .lighthouse, .beach, .iceberg, .ship,
    .whale, .dolphin, .shark, .swan, .lotus, .cliffs,
  ]

  /// What the picture is of, when it is of one thing.
  let subject: Subject?

  init(shot given: Shot, canvas: Canvas, pulse: Pulse = .resting) {
    subject = Subject(of: given)
    let shot = subject?.enlarged(given) ?? given
    self.shot = shot
    self.canvas = canvas
    self.pulse = pulse
    light = shot.style == .anime ? Light(shot.timeOfDay).vivid(shot.timeOfDay) : Light(shot.timeOfDay)
    composition = Composition(shot: shot, canvas: canvas, light: light)
  }

  var energy: Float { Float(shot.energy) }
  var unit: Float { composition.unit }
  var width: Float { composition.width }
  var height: Float { composition.height }
  /// The canvas's width in whole quarter samples.
  var quarterWidth: Int { (canvas.width + 3) / 4 }

  func has(_ kind: SceneElement.Kind) -> Bool { shot.element(kind) != nil }

  func hasAny(_ kinds: SceneElement.Kind...) -> Bool { shot.elements.contains { kinds.contains($0.kind) } }

  /// The colour that the prompt gives an element.
  func colour(_ kind: SceneElement.Kind) -> RGB? { shot.element(kind)?.colour.map { RGB($0) } }

  /// The colours that the prompt gives elements of a kind, in its order.
  func colours(_ kind: SceneElement.Kind) -> [RGB] {
    shot.elements.filter { $0.kind == kind }.compactMap { $0.colour.map { RGB($0) } }
  }

  /// Random numbers of the shot that no other layer draws from.
  func random(_ salt: UInt64) -> SeededGenerator {
    SeededGenerator(seed: shot.seed &+ salt &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A whole number of the shot for noise functions.
  func seed(_ salt: Int) -> Int { Int(truncatingIfNeeded: shot.seed &* 31 &+ UInt64(salt)) & 0xFFFF }

  /// The way that the subject goes: what the prompt says, else by chance.
  var subjectHeading: Float {
    guard let subject, let element = shot.element(subject.kind) else { return 1 }
    switch element.heading {
    case .left: return -1
    case .right: return 1
    case .any: return hash(seed(0xF16 + subject.kind.hashSeed)) < 0.5 ? -1 : 1
    }
  }

  /// The moment of a frame.
  func moment(frame: Int, of count: Int) -> Moment {
    let duration = Float(count) / Float(canvas.framesPerSecond)
    let time = Float(frame) / Float(canvas.framesPerSecond)
    let rest = Moment(
      frame: frame, frameCount: count, time: time, duration: duration, loops: shot.loops,
      composition: composition, camera: CameraPose())
    var camera = CameraPose(shot.camera, moment: rest, energy: energy)
    if let pace = subject?.pace { camera.track = -pace * unit * subjectHeading * time }
    return Moment(
      frame: frame, frameCount: count, time: time, duration: duration, loops: shot.loops,
      composition: composition, camera: camera)
  }
}

extension Moment {
  /// The horizon as the camera sees it.
  var horizon: Float { composition.horizon + camera.tilt }

  /// The sun as the camera sees it.
  var sun: Composition.Disc? {
    composition.sun.map {
      Composition.Disc(
        x: $0.x + camera.turn, y: $0.y + composition.sunFall * progress + camera.tilt, radius: $0.radius)
    }
  }

  /// The moon as the camera sees it; it climbs by a hair.
  var moon: Composition.Disc? {
    composition.moon.map {
      let climb = loops ? 0 : composition.height * 0.012 * progress
      return Composition.Disc(x: $0.x + camera.turn, y: $0.y - climb + camera.tilt, radius: $0.radius)
    }
  }

  /// The light that shines on the scene.
  var source: Composition.Disc? { sun ?? moon }

  /// Where a point of the resting picture is seen, and how much larger, at a nearness of 0 (sky) to 1 (at hand).
  func project(x: Float, y: Float, nearness: Float) -> (x: Float, y: Float, scale: Float) {
    let scale = 1 + camera.zoom * nearness
    let middle = composition.width / 2
    return (
      middle + (x - middle) * scale + camera.truck * nearness + camera.turn + camera.tracked(nearness),
      horizon + (y - composition.horizon) * scale, scale
    )
  }
}
