import ArgumentParser

/// What can be typed behind `t2v`.
struct T2V: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "t2v",
    abstract: "Text to video in a terminal: describe it, change it in plain words, export it.",
    usage: """
      t2v [chat] [--studio auto|local|cloud] [--resume | --session ID] [--json] …
      t2v make PROMPT [-o FILE] [--format F] [--resolution R] [--json]
      t2v batch FILE [-o DIR] [--json]
      t2v export|upload|credits|status|sessions|doctor|config …
      """,
    subcommands: [
      ChatCommand.self, MakeCommand.self, BatchCommand.self, ExportCommand.self, UploadCommand.self,
      CreditsCommand.self, StatusCommand.self, SessionsCommand.self, DoctorCommand.self, ConfigCommand.self,
      InspectCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)
}
