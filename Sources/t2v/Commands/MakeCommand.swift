import ArgumentParser
import Conversation

/// One prompt, one file.
struct MakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make one video of one prompt, without asking anything.")

  @Argument(help: "What to show, such as 'a sunset over ocean waves'.")
  var prompt: [String]

  @OptionGroup var output: OutputOptions
  @OptionGroup var engine: EngineArguments

  func validate() throws {
    guard prompt.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("The prompt is empty. Say what to show, such as 'a sunset over ocean waves'.")
    }
  }

  func run() async throws {
    let message = prompt.joined(separator: " ")
    try await OneShot.run(
      engine.options, session: .new, isAutomatic: true, firstMessage: message, pathsOnly: true
    ) {
      [output] shot in
      // Before credits are spent on it.
      guard
        await shot.session.canExport(
          format: output.format, resolution: output.resolution, path: output.output),
        await shot.session.converse(message, exportFollows: true)
      else { return false }
      return await shot.session.export(
        format: output.format, resolution: output.resolution, path: output.output)
    }
  }
}
