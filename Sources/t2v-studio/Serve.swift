import ArgumentParser
import Foundation
import Studio

/// `t2v-studio serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve on 127.0.0.1 until a signal comes.",
    discussion: """
      Prints one line, {"url":…,"token":…}, when it accepts connections. Everything is kept in the data folder; \
      killed at any moment, the studio goes on where it was.
      """)

  @Option(help: "The port; 0 lets the system choose.")
  var port: UInt16 = 0

  @Option(help: "The owner's token; without it, the one in the data folder, or a new one.")
  var token: String?

  @Option(help: "The data folder; by default $XDG_DATA_HOME/t2v/studio.", completion: .directory)
  var data: String?

  @Option(help: "How many renders are made at the same time.")
  var renderWorkers = 1

  @Flag(help: "Give no anonymous tokens.")
  var noAnonymous = false

  @Flag(help: "Fetch uploads by address from this machine and private networks too.")
  var allowPrivate = false

  @Flag(help: .hidden)
  var detach = false

  @Flag(help: .hidden)
  var parentDeath = false

  @Option(help: .hidden)
  var idleExit: Double?

  func validate() throws {
    guard (1...64).contains(renderWorkers) else { throw ValidationError("--render-workers is 1 to 64.") }
    if let token, token.isEmpty || token.contains(where: { $0.isWhitespace || $0.isNewline }) {
      throw ValidationError("--token is one word.")
    }
    if let idleExit, !(idleExit > 0) { throw ValidationError("--idle-exit is more than 0 seconds.") }
  }

  func run() async throws {
    var configuration = StudioConfiguration(folder: DataFolder(argument: data))
    configuration.port = port
    configuration.token = token
    configuration.renderWorkers = renderWorkers
    configuration.allowsAnonymous = !noAnonymous
    configuration.allowsPrivateAddresses = allowPrivate
    var options = ServeOptions()
    options.detaches = detach
    options.endsWithParent = parentDeath
    options.idleExit = idleExit
    throw ExitCode(try await ServeProcess(configuration, options).run())
  }
}
