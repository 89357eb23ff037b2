import ArgumentParser
import Conversation
import Presentation

/// One connected session for a command that does one thing and ends.
struct OneShot {
  let session: ChatSession
  let sink: Sink
  let environment: ProgramEnvironment

  /// Connects, does the work, and ends the program by how it went: 0, 1, or 130 after an interrupt.
  ///
  /// - Parameters:
  ///   - firstMessage: The first prompt, where there is one.
  ///   - pathsOnly: Whether standard output gets the paths of finished files alone.
  static func run(
    _ options: EngineOptions, session choice: SessionConnector.Choice, isAutomatic: Bool = false,
    firstMessage: String? = nil, pathsOnly: Bool = false,
    _ work: @escaping @Sendable (OneShot) async -> Bool
  ) async throws {
    let environment = try ProgramEnvironment()
    let log = ProgramLog(environment: environment, isOn: options.verbose)
    let sink = Sink(
      presenter: Sink.presenter(options, log: log, pathsOnly: pathsOnly), transcript: Transcript())
    let connector = try SessionConnector(
      environment: environment, options: options, log: log, session: choice, recalls: false,
      isAutomatic: isAutomatic,
      firstMessage: { firstMessage }, emit: { await sink.take($0) })
    let task = Task {
      guard let session = await connector.connect() else { return false }
      return await work(OneShot(session: session, sink: sink, environment: environment))
    }
    let interrupt = InterruptSignal { task.cancel() }
    let isDone = await task.value
    withExtendedLifetime(interrupt) {}
    await connector.close()
    if task.isCancelled { throw ExitCode(130) }
    guard isDone else { throw ExitCode(1) }
  }
}
