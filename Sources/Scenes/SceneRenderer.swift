import CKernels
import Directing

/// Draws one shot: prepared once, then any frame in any order from any thread.
///
/// Each row is composed from back to front in one float row that stays in the nearest cache, then developed and packed
/// as yuv420p. The same shot, canvas and frame give the same bytes, however the rows are split.
public final class SceneRenderer: Sendable {
  /// The shot as it was given.
  public let shot: Shot
  /// The size and rate of the picture.
  public let canvas: Canvas
  private let stage: Stage
  private let layers: [any SceneLayer]
  private let finish: Finish

  /// Prepares a shot: sprites, ridges, textures.
  public init(shot: Shot, canvas: Canvas) {
    self.shot = shot
    self.canvas = canvas
    SharedTiles.prepare()
    stage = Stage(shot: shot, canvas: canvas)
    layers = LayerPlan(stage).layers
    finish = Finish(stage: stage)
  }

  /// How many frames the shot has, at least 1.
  public var frameCount: Int {
    max(1, Int((Double(shot.durationMS) * Double(canvas.framesPerSecond) / 1000).rounded()))
  }

  /// Draws a whole frame.
  ///
  /// - Parameters:
  ///   - frame: any number; those outside the shot continue its movement.
  ///   - buffer: takes the frame; one of another size is replaced.
  public func render(frame: Int, into buffer: inout FrameBuffer) {
    render(frame: frame, into: &buffer, rows: 0..<canvas.height)
  }

  /// Draws only some rows of a frame, widened to pairs.
  public func render(frame: Int, into buffer: inout FrameBuffer, rows: Range<Int>) {
    if buffer.width != canvas.width || buffer.height != canvas.height { buffer = FrameBuffer(canvas: canvas) }
    let moment = stage.moment(frame: frame, of: frameCount)
    let painters = layers.compactMap { $0.painter(at: moment) }
    let upper = RowCanvas(width: canvas.width)
    let lower = RowCanvas(width: canvas.width)
    let first = max(0, rows.lowerBound / 2)
    let last = min(canvas.height / 2, (rows.upperBound + 1) / 2)
    guard first < last else { return }
    buffer.withPlanes { y, u, v in
      for pair in first..<last {
        let top = upper.paint(pair * 2, painters)
        let bottom = lower.paint(pair * 2 + 1, painters)
        finish.pack(top, bottom, pair: pair, frame: frame, y: y, u: u, v: v)
      }
    }
  }

  /// The middle of the sun in a frame, in pixels from the top left; nil when the shot shows none.
  public func sunPosition(frame: Int) -> (x: Double, y: Double)? {
    stage.moment(frame: frame, of: frameCount).sun.map { (Double($0.x), Double($0.y)) }
  }
}
