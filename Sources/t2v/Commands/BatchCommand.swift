import ArgumentParser
import Conversation
import Glibc
import PrivateFiles

/// Many prompts, a file each.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Make a video of each line, or of each paragraph, of a file.")

  @Argument(help: "The file of prompts; - for standard input.", completion: .file())
  var file: String

  @Option(name: .shortAndLong, help: "The folder for the videos.", completion: .directory)
  var output: String?

  @OptionGroup var engine: EngineArguments

  func run() async throws {
    let text =
      file == "-" ? String(decoding: StandardInput.allBytes(), as: UTF8.self) : ProgramEnvironment.read(file)
    guard let text else {
      throw ValidationError("There is no readable file \(file).")
    }
    let prompts = PromptList.prompts(in: text)
    guard !prompts.isEmpty else { throw ValidationError("\(file) holds no prompt.") }
    var options = engine.options
    options.outputDirectory = output ?? options.outputDirectory
    // What can't be made is told by the check of the folder, before any prompt is sent.
    if let output { mkdir(output, 0o777) }
    try await OneShot.run(
      options, session: .new, isAutomatic: true, firstMessage: prompts[0], pathsOnly: true
    ) { shot in
      guard await shot.session.canExport(format: nil, resolution: nil, path: nil) else { return false }
      return await make(prompts, by: shot)
    }
  }

  /// Makes a file of each prompt that has none yet, goes on after a failure, and reports at the end.
  private func make(_ prompts: [String], by shot: OneShot) async -> Bool {
    var record = BatchRecord(
      state: shot.environment.folders.state, prompts: prompts, folder: shot.session.outputFolder)
    var failed: [Int] = []
    for (index, prompt) in prompts.enumerated() {
      guard !Task.isCancelled else { return false }
      if let path = record.path(of: index) {
        await shot.sink.take(.notice("Prompt \(index + 1) was made by an earlier run: \(path)"))
        continue
      }
      guard await shot.session.makeFilm(of: prompt),
        await shot.session.export(format: nil, resolution: nil, path: nil),
        let file = await shot.session.lastExport
      else {
        failed.append(index + 1)
        continue
      }
      do {
        try record.note(file.path, of: index)
      } catch {
        await shot.sink.take(
          .notice("What was made can't be noted, so a next run would make it again: \(error)"))
      }
    }
    if Task.isCancelled { return false }
    if failed.isEmpty { try? record.end() }
    let made = prompts.count - failed.count
    let rest =
      failed.isEmpty
      ? "" : "; these failed: \(failed.map(String.init).joined(separator: ", ")). Run it again to make them"
    await shot.sink.take(.notice("\(made) of \(prompts.count) videos made\(rest)."))
    return failed.isEmpty
  }
}
