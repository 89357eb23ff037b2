import ArgumentParser
import Conversation
import MediaFormats
import NemoVideo

/// What an export command asks for.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The file to write; it is replaced. Without it a name is made from the prompt.",
    completion: .file())
  var output: String?

  @Option(
    help: "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a or aac.",
    completion: .list(MediaFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(help: "480p 720p 1080p 1440p or 4k.", completion: .list(ExportRequest.usualResolutions))
  var resolution: String?

  func validate() throws {
    do {
      try ExportRequest.check(format: format, resolution: resolution, path: output)
    } catch {
      throw ValidationError("\(error.message) \(error.hint)")
    }
  }
}
