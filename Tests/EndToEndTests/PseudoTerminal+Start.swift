import TerminalTesting

extension PseudoTerminal {
  /// The client at a terminal, in a conversation with a scripted service, as soon as it has greeted.
  static func start(
    _ sandbox: Sandbox, _ service: ScriptedService, _ arguments: [String] = [], columns: Int = 80,
    rows: Int = 30,
    environment: [String: String] = [:], identity: TerminalIdentity? = nil
  ) async throws -> PseudoTerminal {
    let variables = sandbox.environment(service.environment.merging(environment) { $1 })
    let terminal = try PseudoTerminal(
      Sandbox.client, arguments, environment: variables, columns: columns, rows: rows, identity: identity,
      directory: sandbox.work)
    try await terminal.wait("the greeting") { $0.text.filter { !$0.isWhitespace }.contains("thenexport") }
    return terminal
  }
}
