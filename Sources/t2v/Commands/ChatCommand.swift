import ArgumentParser

/// The conversation: at a terminal, or through a pipe.
struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk about a video until it is right (the default).")

  @OptionGroup var engine: EngineArguments

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
    if version { return try Program.showVersion() }
    let code = try await Chat(
      options: engine.options, choice: session.map { .id($0) } ?? (resume ? .latest : .new), isAutomatic: auto
    )
    .run()
    if code != 0 { throw ExitCode(code) }
  }
}
