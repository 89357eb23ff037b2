import ArgumentParser
import Foundation
import MediaFormats
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

  @Flag(help: "Write pictures and sound without loss, in AVI: a part that is to be joined with others.")
  var lossless = false

  @Option(help: "Render nothing; write a plan of N parts for N machines as JSON.")
  var printPlan: Int?

  func validate() throws {
    guard let printPlan else { return }
    guard (1...10_000).contains(printPlan) else { throw ValidationError("--print-plan is 1 to 10000.") }
    guard draft != "-" else {
      throw ValidationError("--print-plan needs a draft in a file: every part reads it.")
    }
    guard range == nil, !lossless else {
      throw ValidationError("--print-plan chooses --range and --lossless itself.")
    }
  }

  func run() async throws {
    let json = try DraftExport.read(draft)
    var export = try DraftExport(
      json: json, file: output.map { URL(fileURLWithPath: $0) }, format: format,
      resolution: resolution?.shorterSide,
      range: range?.milliseconds, media: DataFolder(argument: data).media(of: "owner"))
    if let printPlan {
      let plan = try RenderPlan(
        export, parts: printPlan, program: CommandLine.arguments.first ?? "t2v-studio", draft: draft,
        shared: shared)
      return StandardStreams.printLine(try plan.json())
    }
    export.output.isPart = lossless
    let whole = export
    let code = try await Interruptible.run {
      try await whole.run(progress: ProgressLine.standardError.show)
    }
    ProgressLine.standardError.clear()
    guard code == 0 else { throw ExitCode(code) }
    StandardStreams.printLine(whole.file.relativePath)
  }

  /// What the command of every part, and of the join, says as this one does.
  private var shared: [String] {
    var words: [String] = []
    if let format { words += ["--format", format.rawValue] }
    if let resolution { words += ["--resolution", String(resolution.shorterSide)] }
    if let data { words += ["--data", data] }
    return words
  }
}
