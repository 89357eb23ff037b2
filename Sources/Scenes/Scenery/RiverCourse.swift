import Directing

/// How a river winds from the horizon to the viewer.
struct RiverCourse {
  private let frame: Composition
  private let phase: Float
  private let turn: Float

  init(_ stage: Stage) {
    frame = stage.composition
    phase = hash(stage.seed(0x21B)) * 0.3
    turn = hash(stage.seed(0x21C)) < 0.5 ? 1 : -1
  }

  /// Its middle on the resting picture and half of its width in pixels, at a share of the way from the horizon (0) to the
  /// foot of the picture (1).
  func at(_ t: Float) -> (x: Float, half: Float) {
    let t = max(0, t)
    let bend = sine(turns: phase + 1.15 * power(t, 0.45)) * 0.15 * power(t, 0.6) * turn
    return (frame.width * (0.5 + bend), frame.width * (0.014 + 0.33 * power(t, 1.2)))
  }
}
