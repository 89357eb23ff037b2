import Directing
import Foundation
import Rendering

/// The real renderer. FFmpeg is looked for at each call, so a studio that was started before FFmpeg was installed
/// finds it without a restart.
public struct FFmpegRendering: FilmRendering {
  /// Makes a renderer.
  public init() {}

  /// Renders with a `FilmRenderer`.
  public func render(
    _ film: Film, output: RenderOutput, media: URL, to file: URL,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws {
    let renderer = FilmRenderer(tools: try MediaTools.find(), mediaFolder: media.path)
    try await withTaskExecutorPreference(DrawingExecutor.shared) {
      try await renderer.render(film, output: output, to: file.path, progress: progress)
    }
  }

  /// Draws with a `FilmRenderer`.
  public func poster(of film: Film, atMS: Int, shorterSide: Int?, media: URL, to file: URL) async throws {
    let renderer = FilmRenderer(tools: try MediaTools.find(), mediaFolder: media.path)
    try await withTaskExecutorPreference(DrawingExecutor.shared) {
      try await renderer.poster(of: film, atMS: atMS, shorterSide: shorterSide, to: file.path)
    }
  }

  /// Asks a `SpeechSynthesiser`.
  public func speak(_ text: String, language: Language, to file: URL) async throws -> Bool {
    try await SpeechSynthesiser(tools: try MediaTools.find()).speak(text, language: language, to: file.path)
  }

  /// Asks a `MediaProbe`.
  public func facts(of file: URL) async throws -> MediaFacts {
    try await MediaProbe(tools: try MediaTools.find()).facts(of: file.path)
  }
}
