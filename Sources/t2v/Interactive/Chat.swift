import Glibc

/// A conversation: at a terminal, or through a pipe.
struct Chat {
  var options = EngineOptions()
  var choice = SessionConnector.Choice.new
  /// Whether what a reply asks for is done without asking.
  var isAutomatic = false

  /// Converses until the user leaves.
  ///
  /// - Returns: The exit code.
  func run() async throws -> Int32 {
    let environment = try ProgramEnvironment()
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !options.json
    if isInteractive {
      return try await InteractiveChat(
        environment: environment, options: options, choice: choice, isAutomatic: isAutomatic
      )
      .run()
    }
    return try await PipedChat(
      environment: environment, options: options, choice: choice, isAutomatic: isAutomatic
    )
    .run()
  }
}
