import ArgumentParser
import Foundation
import Rendering
import Studio

/// `t2v-studio render`.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Render a draft into a media file.")

  @Option(
    help: "The draft, or a whole state answer; - reads standard input.",
    completion: .file(extensions: ["json"]))
  var draft: String

  @Option(name: .shortAndLong, help: "The file; by default one named after the film.", completion: .file())
  var output: String?

  @Option(
    help:
      "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a or aac; by default by the file's name.")
  var format: MediaFormat?

  @Option(help: "The shorter side in pixels, such as 1080p, 720 or 4k.")
  var resolution: Resolution?

  @Option(help: "The part of the film, in seconds: 2:5.5, :3 or 4:.")
  var range: TimeRange?

  @Option(help: "The data folder whose uploads the draft may name.", completion: .directory)
  var data: String?

  func run() async throws {
    let json = try DraftExport.read(draft)
    let export = try DraftExport(
      json: json, file: output.map { URL(fileURLWithPath: $0) }, format: format,
      resolution: resolution?.shorterSide,
      range: range?.milliseconds, media: DataFolder(argument: data).media(of: "owner"))
    let code = try await Interruptible.run {
      try await export.run(progress: ProgressLine.standardError.show)
    }
    ProgressLine.standardError.clear()
    guard code == 0 else { throw ExitCode(code) }
    StandardStreams.printLine(export.file.relativePath)
  }
}
