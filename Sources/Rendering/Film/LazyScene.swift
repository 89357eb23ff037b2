import Directing
import Scenes
import Synchronization

/// A shot that is prepared when its first frame is asked for, and let go after its last: a long film never holds
/// more scenes than are being drawn.
final class LazyScene: Sendable {
  private let shot: Shot
  private let canvas: Canvas
  private let pulse: Pulse?
  private let plan: ClipPlan
  private let frameCount: Int
  private let renderer = Mutex<SceneRenderer?>(nil)

  /// - Parameters:
  ///   - pulse: the beat of the music that is heard meanwhile, for styles that breathe with it.
  ///   - plan: which part of the shot is seen, and how fast; nil: the shot as it is.
  ///   - frameCount: frames of the segment.
  init(shot: Shot, canvas: Canvas, pulse: Pulse? = nil, plan: ClipPlan? = nil, frameCount: Int) {
    self.shot = shot
    self.canvas = canvas
    self.pulse = pulse
    self.plan = plan ?? ClipPlan()
    self.frameCount = frameCount
  }

  /// The frame of the shot that is seen at a frame of the segment.
  private func source(of frame: Int) -> Int {
    let start = FrameClock(framesPerSecond: canvas.framesPerSecond).frame(atMS: plan.start)
    if plan.isFrozen == true { return start }
    let frame = plan.isReversed == true ? max(0, frameCount - 1 - frame) : frame
    return start + Int(Double(frame) * plan.rate)
  }

  /// Draws a frame of the segment, counted from its start.
  func render(frame: Int, into buffer: inout FrameBuffer) {
    ready().render(frame: source(of: frame), into: &buffer)
  }

  /// Prepares the shot, before its first frame is asked for.
  func prepare() { _ = ready() }

  /// The prepared shot. Whoever comes second waits for the one who prepares.
  private func ready() -> SceneRenderer {
    renderer.withLock { renderer in
      let scene = renderer ?? SceneRenderer(shot: shot, canvas: canvas, pulse: pulse)
      renderer = scene
      return scene
    }
  }

  /// Frees what was prepared.
  func release() { renderer.withLock { $0 = nil } }
}
