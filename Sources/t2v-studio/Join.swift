import ArgumentParser
import Foundation
import MediaFormats
import Rendering
import Studio

/// `t2v-studio join`.
struct Join: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the parts of a film that were rendered with --lossless.",
    discussion: "The file holds, frame for frame, what a render in one piece would.")

  @Option(help: "The draft that the parts were rendered from.", completion: .file(extensions: ["json"]))
  var draft: String

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  @Option(help: "The format, as for the parts; by default by the file's name.")
  var format: MediaFormat?

  @Option(help: "The shorter side in pixels, as for the parts.")
  var resolution: Resolution?

  @Option(help: "The data folder whose uploads the draft may name.", completion: .directory)
  var data: String?

  @Argument(help: "The parts, in the order of the film.", completion: .file(extensions: ["avi"]))
  var parts: [String]

  func run() async throws {
    let export = try DraftExport(
      json: try DraftExport.read(draft), file: URL(fileURLWithPath: output), format: format,
      resolution: resolution?.shorterSide, range: nil, media: DataFolder(argument: data).media(of: "owner"))
    let files = parts.map { URL(fileURLWithPath: $0).path }
    let code = try await Interruptible.run {
      try await export.join(files, progress: ProgressLine.standardError.show)
    }
    ProgressLine.standardError.clear()
    guard code == 0 else { throw ExitCode(code) }
    StandardStreams.printLine(export.file.relativePath)
  }
}
