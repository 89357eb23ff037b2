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
  /// The emoji of the subtitles, which stand below the titles; nil if there are none.
  private let emoji: Task<Result<[TitleLayer], RenderError>, Never>?

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
    let subtitles = Self.subtitles(of: film, clock: clock)
    let hasEmoji = subtitles.contains { EmojiText.pieces(of: $0.text).contains(where: \.isEmoji) }
    let emoji = hasEmoji ? Self.emoji(of: subtitles, frames: frames, rasteriser: rasteriser) : nil
    self.emoji = emoji
    for track in film.tracks where track.kind == .text {
      for (startMS, segment) in track.placedSegments {
        guard let plan = segment.title, !plan.isSubtitle else { continue }
        let start = clock.frame(atMS: startMS)
        let shown = start..<max(start, clock.frame(atMS: startMS + segment.durationMS))
        guard shown.overlaps(frames) else { continue }
        let before = titles.last?.layer
        let layer = Task<Result<TitleLayer?, RenderError>, Never> {
          _ = await emoji?.value
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
    emoji?.cancel()
    for title in titles { title.layer.cancel() }
  }

  private static func subtitles(of film: Film, clock: FrameClock) -> [(frames: Range<Int>, text: String)] {
    film.tracks.filter { $0.kind == .text }.flatMap(\.placedSegments).compactMap { placed in
      guard let plan = placed.segment.title, plan.isSubtitle else { return nil }
      let start = max(0, clock.frame(atMS: placed.startMS))
      let end = clock.frame(atMS: placed.startMS + placed.segment.durationMS)
      return end > start ? (start..<end, plan.text) : nil
    }
  }

  private static func emoji(
    of subtitles: [(frames: Range<Int>, text: String)], frames: Range<Int>, rasteriser: TitleRasteriser
  ) -> Task<Result<[TitleLayer], RenderError>, Never> {
    Task {
      do throws(RenderError) {
        return .success(try await rasteriser.emoji(ofSubtitles: subtitles, frames: frames))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Draws the titles that a frame shows, and waits for them if they are not there yet.
  func draw(frame: Int, into buffer: inout FrameBuffer) async throws(RenderError) {
    for layer in try await emojiLayers() where layer.frames.contains(frame) {
      layer.draw(frame: frame, into: &buffer)
    }
    for title in titles where title.frames.contains(frame) {
      try await made(title.layer).get()?.draw(frame: frame, into: &buffer)
    }
  }

  /// All titles that are seen in some frames, lowest first; waits until they are there.
  func layers(in frames: Range<Int>) async throws(RenderError) -> [TitleLayer] {
    var layers = try await emojiLayers().filter { $0.frames.overlaps(frames) }
    for title in titles where title.frames.overlaps(frames) {
      if let layer = try await made(title.layer).get() { layers.append(layer) }
    }
    return layers
  }

  private func emojiLayers() async throws(RenderError) -> [TitleLayer] {
    guard let emoji else { return [] }
    return try await made(emoji).get()
  }

  /// What a task has made; it ends with the one that waits for it.
  private func made<Made: Sendable>(_ task: Task<Made, Never>) async -> Made {
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
