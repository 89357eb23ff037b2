import ArgumentParser

/// Which session a command works on.
struct SessionOption: ParsableArguments {
  @Option(help: "The session, by its id or the start of it; else the one used last.")
  var session: String?

  /// The choice for a connector.
  var choice: SessionConnector.Choice { session.map { .id($0) } ?? .latest }
}
