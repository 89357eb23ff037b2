import ArgumentParser
import Conversation
import Glibc

/// Many prompts, a file each.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Make a video of each line, or of each paragraph, of a file.")

  @Argument(help: "The file of prompts; - for standard input.", completion: .file())
  var file: String

  @Option(name: .shortAndLong, help: "The folder for the videos.", completion: .directory)
  var output: String?

  @OptionGroup var engine: EngineOptions

  func run() async throws {
    let text =
      file == "-" ? String(decoding: StandardInput.allBytes(), as: UTF8.self) : ProgramEnvironment.read(file)
    guard let text else {
      throw ValidationError("There is no readable file \(file).")
    }
    let prompts = PromptList.prompts(in: text)
    guard !prompts.isEmpty else { throw ValidationError("\(file) holds no prompt.") }
    var options = engine
    options.outputDirectory = output ?? options.outputDirectory
    // What can't be made is told by the check of the folder, before any prompt is sent.
    if let output { mkdir(output, 0o777) }
    try await OneShot.run(
      options, session: .new, isAutomatic: true, firstMessage: prompts[0], pathsOnly: true
    ) { shot in
      guard await shot.session.canExport(format: nil, resolution: nil, path: nil) else { return false }
      var failed: [Int] = []
      for (index, prompt) in prompts.enumerated() {
        guard !Task.isCancelled else { return false }
        let isMade =
          await shot.session.converse(prompt, exportFollows: true)
          ? await shot.session.export(format: nil, resolution: nil, path: nil) : false
        if !isMade { failed.append(index + 1) }
      }
      let made = prompts.count - failed.count
      let rest = failed.isEmpty ? "" : "; these failed: \(failed.map(String.init).joined(separator: ", "))"
      await shot.sink.take(.notice("\(made) of \(prompts.count) videos made\(rest)."))
      return failed.isEmpty
    }
  }
}
