import Directing
import Foundation
import MediaFormats
import PrivateFiles
import Rendering

/// `t2v-studio render`: a draft into a media file, without a server.
public struct DraftExport: Sendable {
  /// The film.
  public var film: Film
  /// What it is to become.
  public var output: RenderOutput
  /// Where it goes.
  public var file: URL
  /// The part of the film, in milliseconds; nil: all of it.
  public var range: Range<Int>?
  /// The folder of the uploads that the draft may name.
  public var media: URL

  /// Reads a draft, or a whole state answer with one, and decides what it becomes.
  /// - Parameters:
  ///   - json: the bytes of the draft.
  ///   - file: where it goes; nil: a file here, named after the film, that does not exist yet.
  ///   - format: the format; nil: by the extension of `file`, else MP4.
  ///   - resolution: the shorter side in pixels; nil: that of the canvas.
  ///   - range: the part of the film, in milliseconds; nil: all of it.
  ///   - media: the folder of the uploads that the draft may name.
  /// - Throws: ``DraftUnreadable``.
  public init(
    json: Data, file: URL?, format: MediaFormat?, resolution: Int?, range: Range<Int>?, media: URL
  ) throws {
    do {
      film = try FilmCoding.decode(json)
    } catch {
      throw DraftUnreadable()
    }
    let chosen = format ?? file.flatMap { MediaFormat(word: $0.pathExtension) } ?? .mp4
    output = RenderOutput(format: chosen, resolution: resolution)
    let name = film.tracks.first { $0.kind == .video }?.segments.first?.metadata.name ?? "film"
    self.file = file ?? Self.freeName(for: name, extension: chosen.fileExtension)
    self.range = range
    self.media = media
  }

  /// The bytes of a draft's file; `-` is standard input.
  /// - Throws: ``SystemFailure`` if the file cannot be read.
  public static func read(_ path: String) throws -> Data {
    if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    guard access(path, R_OK) == 0 else { throw SystemFailure("read the draft \(path)") }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Renders. Half a file never stands under the final name.
  /// - Throws: `RenderError`.
  public func run(progress: @escaping @Sendable (Double) -> Void = { _ in }) async throws {
    // What a killed render left behind; TargetFile does the same beside the file.
    TemporaryFolder.sweep()
    let renderer = FilmRenderer(tools: try MediaTools.find(), mediaFolder: media.path)
    try await renderer.render(film, output: output, to: file.path, range: range, progress: progress)
  }

  /// Makes the film's file from parts that were rendered elsewhere.
  /// - Throws: `RenderError`.
  public func join(_ parts: [String], progress: @escaping @Sendable (Double) -> Void = { _ in }) async throws
  {
    let renderer = FilmRenderer(tools: try MediaTools.find(), mediaFolder: media.path)
    try await renderer.join(parts, of: film, output: output, to: file.path, progress: progress)
  }

  /// `sunset-over-ocean.mp4`, or `…-2.mp4` and so on if there is one.
  private static func freeName(for name: String, extension suffix: String) -> URL {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    let slug = String(words.joined(separator: "-").prefix(60))
    let base = slug.isEmpty ? "film" : slug
    var file = URL(fileURLWithPath: "\(base).\(suffix)")
    var number = 2
    while FileManager.default.fileExists(atPath: file.path) {
      file = URL(fileURLWithPath: "\(base)-\(number).\(suffix)")
      number += 1
    }
    return file
  }
}
