import ArgumentParser
import Conversation
import NemoVideo
import Presentation
import PrivateFiles

/// Saves the video of a session.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Render the video of a session and save it.")

  @OptionGroup var session: SessionOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var engine: EngineArguments

  func run() async throws {
    try await OneShot.run(engine.options, session: session.choice) { [output] shot in
      await shot.session.export(format: output.format, resolution: output.resolution, path: output.output)
    }
  }
}

/// Adds files to a session.
struct UploadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upload", abstract: "Add files or media URLs to a session.")

  @Argument(help: "Files or URLs.", completion: .file())
  var paths: [String]

  @OptionGroup var session: SessionOption
  @OptionGroup var engine: EngineArguments

  func run() async throws {
    try await OneShot.run(engine.options, session: session.choice) { [paths] shot in
      await shot.session.upload(paths, then: "")
    }
  }
}

/// Tells the credits.
struct CreditsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits", abstract: "Show what you can spend.")

  @OptionGroup var engine: EngineArguments

  func run() async throws {
    try await OneShot.run(engine.options, session: .none) { shot in await shot.session.showCredits() }
  }
}

/// Tells the timeline.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show the timeline of a session.")

  @OptionGroup var session: SessionOption
  @OptionGroup var engine: EngineArguments

  func run() async throws {
    try await OneShot.run(engine.options, session: session.choice) { shot in await shot.session.showStatus() }
  }
}
