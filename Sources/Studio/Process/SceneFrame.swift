import Directing
import Foundation
import Rendering
import Scenes

/// `t2v-studio frame`: one frame of a prompt's scene as a PNG.
public struct SceneFrame: Sendable {
  /// The shot that is seen at the moment.
  public var shot: Shot
  /// The size of the picture.
  public var canvas: Canvas
  /// The moment, in milliseconds from the start of the shot.
  public var momentMS: Int

  /// Directs a prompt and finds the shot at a moment.
  /// - Parameters:
  ///   - prompt: what is to be seen.
  ///   - moment: milliseconds from the start of the film.
  ///   - canvas: the size; nil: what the prompt asks for.
  ///   - seed: decides every random choice; nil: it follows from the prompt.
  /// - Returns: nil if the film is over by then.
  public init?(prompt: String, moment: Int, canvas: Canvas?, seed: UInt64?) {
    let storyboard = Director(drawable: SceneRenderer.drawable).storyboard(for: prompt, seed: seed)
    var start = 0
    for shot in storyboard.shots {
      if moment < start + shot.durationMS {
        self.shot = shot
        self.canvas = canvas ?? storyboard.canvas
        momentMS = moment - start
        return
      }
      start += shot.durationMS
    }
    return nil
  }

  /// Draws the frame.
  /// - Throws: `RenderError`.
  public func draw(to file: URL) async throws {
    let renderer = FilmRenderer(tools: try MediaTools.find())
    try await renderer.frame(of: shot, canvas: canvas, atMS: momentMS, to: file.path)
  }
}
