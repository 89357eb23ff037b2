import Directing
import Foundation
import Rendering

/// The work that needs FFmpeg: films into files, pictures of films, facts of uploads. Tests bring a fast one.
public protocol FilmRendering: Sendable {
  /// Renders a film into a file.
  /// - Parameters:
  ///   - film: the film.
  ///   - output: format and size.
  ///   - media: the folder of the user's uploads.
  ///   - file: the file to write.
  ///   - progress: hears how much is done, 0 to 1, from any thread.
  /// - Throws: `RenderError`; `.cancelled` when the task is cancelled. No file is left behind then.
  func render(
    _ film: Film, output: RenderOutput, media: URL, to file: URL,
    progress: @escaping @Sendable (Double) -> Void) async throws

  /// Draws one picture of a film, as a PNG.
  func poster(of film: Film, atMS: Int, shorterSide: Int?, media: URL, to file: URL) async throws

  /// Reads a text aloud into a WAV file.
  /// - Returns: false if there is no voice for the language on this machine; no file is made then.
  func speak(_ text: String, language: Language, to file: URL) async throws -> Bool

  /// What a media file holds.
  func facts(of file: URL) async throws -> MediaFacts
}
