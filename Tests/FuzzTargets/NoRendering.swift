import Directing
import Foundation
import Rendering
import Studio

/// Work that always fails, at once.
struct NoRendering: FilmRendering {
  func render(
    _ film: Film, output: RenderOutput, media: URL, to file: URL,
    progress: @escaping @Sendable (Double) -> Void
  ) async throws { throw RenderError.cancelled }

  func poster(of film: Film, atMS: Int, shorterSide: Int?, media: URL, to file: URL) async throws {
    throw RenderError.cancelled
  }

  func speak(_ text: String, language: Language, to file: URL) async throws -> Bool { false }

  func facts(of file: URL) async throws -> MediaFacts {
    throw RenderError.mediaUnreadable(file.path, detail: "not read")
  }
}
