import ArgumentParser
import Conversation
import Presentation

/// A conversation without a terminal: one message a line, each answered before the next is taken.
struct PipedChat {
  private let connector: SessionConnector
  private let sink: Sink
  private let log: ProgramLog
  private let messages = PipedMessages()

  /// How long the first message may take to tell the language of the session, where the locale does not.
  private static let firstMessageWait: Int32 = 100

  /// Checks everything that can be checked before connecting.
  init(
    environment: ProgramEnvironment, options: EngineOptions, choice: SessionConnector.Choice,
    isAutomatic: Bool
  ) throws {
    let log = ProgramLog(environment: environment, isOn: options.verbose)
    self.log = log
    let sink = Sink(presenter: Sink.presenter(options, log: log), transcript: Transcript())
    self.sink = sink
    connector = try SessionConnector(
      environment: environment, options: options, log: log, session: choice, isAutomatic: isAutomatic,
      firstMessage: { [messages] in await messages.first(within: Self.firstMessageWait) },
      emit: { await sink.take($0) })
  }

  /// Answers all messages, then finishes what an earlier start left.
  ///
  /// - Returns: The exit code.
  func run() async -> Int32 {
    let loop = ConversationLoop(
      transcript: sink.transcript, logPlace: log.description,
      connect: { [connector] in await connector.connect() },
      emit: { [sink] in await sink.take($0) })
    let work = Task { [messages] in
      await loop.open()
      await loop.waitUntilIdle()
      guard let session = await loop.currentSession else { return false }
      let pending = await session.pendingRenders
      while let message = await messages.next() {
        await loop.submit(message)
        await loop.waitUntilIdle()
        if await loop.isLeaving || Task.isCancelled { break }
      }
      if Task.isCancelled { return false }
      let isFinished = await session.finish(pending)
      return await loop.isAllWell && isFinished
    }
    let interrupt = InterruptSignal {
      work.cancel()
      Task { await loop.interrupt() }
    }
    let isDone = await work.value
    withExtendedLifetime(interrupt) {}
    await connector.close()
    return work.isCancelled ? 130 : (isDone ? 0 : 1)
  }
}
