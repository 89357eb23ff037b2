import ArgumentParser

/// The built-in studio: the service's own calls, on this machine.
@main
struct T2VStudio: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "t2v-studio",
    abstract: "Makes videos from text on this machine, behind the same calls as the service.",
    subcommands: [Serve.self, Render.self, Join.self, Frame.self])
}
