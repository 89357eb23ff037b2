import Directing
import Scenes

/// The titles of a film, or of a part of it, which are made one after another while the pictures below them are drawn.
final class FilmTitles: Sendable {
  private struct Title: Sendable {
    /// The frames of the film in which it is seen.
    let frames: Range<Int>
    /// Its layer in the making; nil when it has no ink.
    let layer: Task<Result<TitleLayer?, RenderError>, Never>
  }

  /// The titles, lowest first.
  private let titles: [Title]

  /// Begins to make the titles.
  ///
  /// - Parameters:
  ///   - film: the film.
  ///   - frames: the frames that will be asked for; titles that none of them shows are not made.
  ///   - canvas: the canvas of the output.
  ///   - tools: what they are made with.
  init(of film: Film, frames: Range<Int>, canvas: Canvas, tools: MediaTools) {
    let clock = FrameClock(framesPerSecond: canvas.framesPerSecond)
    let rasteriser = TitleRasteriser(tools: tools, canvas: canvas)
    var titles: [Title] = []
    for track in film.tracks where track.kind == .text {
      for (startMS, segment) in track.placedSegments {
        guard let plan = segment.title, !plan.isSubtitle else { continue }
        let start = clock.frame(atMS: startMS)
        let shown = start..<max(start, clock.frame(atMS: startMS + segment.durationMS))
        guard shown.overlaps(frames) else { continue }
        let before = titles.last?.layer
        let layer = Task<Result<TitleLayer?, RenderError>, Never> {
          _ = await before?.value
          do throws(RenderError) {
            if Task.isCancelled { throw .cancelled }
            return .success(try await rasteriser.layer(of: plan, frames: shown))
          } catch {
            return .failure(error)
          }
        }
        titles.append(Title(frames: shown, layer: layer))
      }
    }
    self.titles = titles
  }

  deinit {
    for title in titles { title.layer.cancel() }
  }

  /// Draws the titles that a frame shows, and waits for them if they are not there yet.
  func draw(frame: Int, into buffer: inout FrameBuffer) async throws(RenderError) {
    for title in titles where title.frames.contains(frame) {
      let layer = title.layer
      let made = await withTaskCancellationHandler {
        await layer.value
      } onCancel: {
        layer.cancel()
      }
      try made.get()?.draw(frame: frame, into: &buffer)
    }
  }
}
