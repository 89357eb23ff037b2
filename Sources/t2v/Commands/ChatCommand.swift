import ArgumentParser
import Conversation
import Glibc
import LineEditing
import NemoVideo
import Presentation

/// The conversation: at a terminal, or through a pipe.
struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk about a video until it is right (the default).")

  @OptionGroup var engine: EngineOptions

  @Flag(help: "Go on with the session used last.")
  var resume = false

  @Option(help: "Go on with a session, by its id or the start of it.")
  var session: String?

  @Flag(help: "Do what a reply asks for without asking.")
  var auto = false

  @Flag(help: "Show the version.")
  var version = false

  func validate() throws {
    guard !resume || session == nil else {
      throw ValidationError("--resume and --session exclude each other.")
    }
  }

  func run() async throws {
    let environment = try ProgramEnvironment()
    if version {
      OutputDescriptor.standardOutput.write("t2v \(try environment.skillDocument().version)\n")
      return
    }
    let choice: SessionConnector.Choice = session.map { .id($0) } ?? (resume ? .latest : .new)
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !engine.json
    let code: Int32
    if isInteractive {
      code = try await InteractiveChat(
        environment: environment, options: engine, choice: choice, isAutomatic: auto
      )
      .run()
    } else {
      code = try await PipedChat(environment: environment, options: engine, choice: choice, isAutomatic: auto)
        .run()
    }
    if code != 0 { throw ExitCode(code) }
  }
}
