import Directing
import Scenes
import Synchronization

/// A shot that is prepared when its first frame is asked for, and let go after its last: a long film never holds
/// more scenes than are being drawn.
final class LazyScene: Sendable {
  private let shot: Shot
  private let canvas: Canvas
  private let pulse: Pulse?
  private let renderer = Mutex<SceneRenderer?>(nil)

  init(shot: Shot, canvas: Canvas, pulse: Pulse? = nil) {
    self.shot = shot
    self.canvas = canvas
    self.pulse = pulse
  }

  /// Draws a frame of the shot, counted from its start.
  func render(frame: Int, into buffer: inout FrameBuffer) {
    // Whoever comes second waits for the one who prepares.
    let ready = renderer.withLock { renderer in
      let scene = renderer ?? SceneRenderer(shot: shot, canvas: canvas, pulse: pulse)
      renderer = scene
      return scene
    }
    ready.render(frame: frame, into: &buffer)
  }

  /// Frees what was prepared.
  func release() { renderer.withLock { $0 = nil } }
}
