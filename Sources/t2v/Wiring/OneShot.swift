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

/// Which session a command works on.
struct SessionOption: ParsableArguments {
  @Option(help: "The session, by its id or the start of it; else the one used last.")
  var session: String?

  /// The choice for a connector.
  var choice: SessionConnector.Choice { session.map { .id($0) } ?? .latest }
}

/// What an export command asks for.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "The file to write; it is replaced. Without it a name is made from the prompt."
  )
  var output: String?

  @Option(help: "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a or aac.")
  var format: String?

  @Option(help: "480p 720p 1080p 1440p or 4k.")
  var resolution: String?

  func validate() throws {
    do {
      try ExportRequest.check(format: format, resolution: resolution, path: output)
    } catch {
      throw ValidationError("\(error.message) \(error.hint)")
    }
  }
}
