import CurlHTTP
import NemoVideo
import PrivateFiles
import ServerSentEvents
import TimelineDraft
import Understanding

extension ChatSession {
  /// Sends a message and tells what comes of it. The message is sent once (DESIGN.md, decision 2).
  ///
  /// - Parameters:
  ///   - message: What is sent, as it is.
  ///   - exportFollows: Whether the caller exports afterwards, so that a reply need not ask for it.
  /// - Returns: Whether the turn, and what its reply asked for, went well.
  public func converse(_ message: String, exportFollows: Bool = false) async -> Bool {
    guard await talk(message, exportFollows: exportFollows) else { return false }
    // One prompt, one file: the file is named after this prompt, whatever the session made before.
    if exportFollows { noteOrigin(message) }
    return true
  }

  /// Runs a turn and does what its reply asks for.
  func talk(_ message: String, exportFollows: Bool) async -> Bool {
    let turn = Turn(message: message, timings: settings.timings, clock: settings.clock)
    guard await complete(turn) else { return false }
    return await follow(turn, exportFollows: exportFollows)
  }

  /// Runs a turn to its end and tells how it ended.
  func complete(_ turn: Turn) async -> Bool {
    turn.machine.account = await account()
    let status = await withTaskCancellationHandler {
      await run(turn)
    } onCancel: { [reading = turn.reading] in
      reading.cancel()
    }
    await emit(.activity(nil))
    if status == .interrupted, turn.hasFootage { await endFootage() }
    // What a turn left behind that did not end well is not known: the next one looks before it begins.
    if status == .failed || status == .interrupted { lastState = nil }
    if status == .done || status == .recovered {
      record(turn)
      await tellCost()
    }
    await emit(.turn(status, elapsed: turn.elapsed().inSeconds))
    return status == .done || status == .recovered
  }

  /// Keeps a turn that ended well, to be shown when the session is taken up again.
  private func record(_ turn: Turn) {
    let censor = service.credentials.censor
    let said = RecordedTurn(
      message: censor.censored(turn.message), reply: censor.censored(turn.told.trimmed))
    let tracks = lastState?.timeline.tracks.count ?? 0
    changeRecord { record in
      record.add(said)
      record.tracks = tracks
    }
  }

  // MARK: The course of a turn

  private func run(_ turn: Turn) async -> TurnStatus {
    do {
      try await settleLanguage(by: turn.message)
      if lastState == nil { _ = try await readState() }
      turn.stateBefore = lastState
      // What comes from now on was asked for.
      isRaw = false
      try remember(prompt: turn.message)
    } catch {
      if Task.isCancelled { return .interrupted }
      await emit(.failure(await failure(error)))
      return .failed
    }
    await tellCostAhead()
    await emit(.activity("Thinking"))
    var event = await readReply(of: turn)
    while true {
      if Task.isCancelled { event = .cancelled }
      var next: TurnMachine.Event?
      for action in turn.machine.handle(event, at: turn.elapsed()) {
        if case .finish(let status) = action { return status }
        next = await perform(action, in: turn) ?? next
      }
      guard let next else { return .failed }
      event = next
    }
  }

  /// Reads the reply while the turn's deadlines are watched.
  ///
  /// - Returns: How the reading ended, or, when a limit of time ended it, what the state says after the first wait.
  private func readReply(of turn: Turn) async -> TurnMachine.Event {
    guard !Task.isCancelled else { return .cancelled }
    let timer = Task { await self.watchDeadlines(of: turn) }
    defer { timer.cancel() }
    let reader = Task { await self.read(turn) }
    turn.reading.start(reader)
    let event = await reader.value
    guard let wait = turn.pendingWait, !Task.isCancelled else { return event }
    return await look(at: turn, after: wait)
  }

  /// Sends the message and reads the reply to its end, telling it as it comes.
  ///
  /// - Returns: How it ended.
  private func read(_ turn: Turn) async -> TurnMachine.Event {
    do {
      do {
        try await readOnce(turn)
      } catch let refusal as StreamRefusal {
        // Refused in the stream's first words: nothing was done, so it is sent once more.
        turn.hasRepeated = true
        try await prepareRepeat(of: turn, after: refusal.error)
        turn.resetReply()
        try await readOnce(turn)
      }
      await handle(.reply(turn.assembler.finish()), in: turn)
      await endText(of: turn)
      return .closed
    } catch let refusal as Refusal {
      return .refused(await failure(refusal.error))
    } catch {
      await handle(.reply(turn.assembler.finish()), in: turn)
      await endText(of: turn)
      let mayHaveArrived = (error as? HTTPError)?.mayHaveReachedServer ?? true
      return .broke(await failure(error), mayHaveArrived: mayHaveArrived)
    }
  }

  private func readOnce(_ turn: Turn) async throws {
    let sessionBefore = record?.id
    let answer = try await openChat(turn)
    // The message went to another session than the one that was looked at before.
    if record?.id != sessionBefore { turn.stateBefore = lastState }
    await handle(.opened, in: turn)
    switch answer {
    case .single(let bytes):
      await handle(.reply(turn.assembler.read(bytes)), in: turn)
    case .stream(let body):
      for try await chunk in body {
        var parts: [ReplyPart] = []
        try turn.parser.parse(chunk) { _ in
          parts.append(.keepAlive)
        } onEvent: { event in
          parts.join(turn.assembler.read(event.data, event: event.event))
        }
        if let error = turn.refusal(in: parts) {
          body.cancel()
          throw StreamRefusal(error: error)
        }
        if !parts.isEmpty { await handle(.reply(parts), in: turn) }
      }
    }
  }

  /// Sends the message; a session that the service does not know is replaced and the message repeated once, since it
  /// was refused.
  private func openChat(_ turn: Turn) async throws -> ChatAnswer {
    do {
      return try await withSession { try await service.chat(turn.message, in: $0) }
    } catch let error as ServiceError where error.code == 504 {
      // A gateway tired of waiting says nothing of the service behind it, which may well be at work.
      throw error
    } catch let error as ServiceError {
      throw Refusal(error: error)
    } catch let error as HTTPError where error.code == .redirectRefused {
      // A server that sends elsewhere has not taken the message.
      throw Refusal(error: error)
    } catch let error as PrivateFileError {
      throw Refusal(error: error)
    }
  }

  /// Lets the machine take an event of the stream, and does what it says.
  @discardableResult
  private func handle(_ event: TurnMachine.Event, in turn: Turn) async -> TurnMachine.Event? {
    var next: TurnMachine.Event?
    for action in turn.machine.handle(event, at: turn.elapsed()) {
      next = await perform(action, in: turn) ?? next
    }
    return next
  }

  /// Does what the machine says.
  ///
  /// - Returns: What came of it, for the machine, when it waits for that.
  private func perform(_ action: TurnMachine.Action, in turn: Turn) async -> TurnMachine.Event? {
    switch action {
    case .say(let text):
      let clean = turn.sanitiser.clean(text)
      if let last = clean.unicodeScalars.last(where: { $0 != " " }) {
        turn.endsSentence = ".!?:…。！？：\n".unicodeScalars.contains(last)
      }
      turn.endsInSpace = clean.last?.isWhitespace ?? turn.endsInSpace
      await tell(turn.translator.feed(clean), in: turn)
    case .tool(let name, let phase, let hasFailed):
      // A tool can take minutes: what was said before it must not wait for what comes after.
      if turn.endsSentence { await endText(of: turn, isLast: false) }
      await tellTool(name, phase, hasFailed: hasFailed, in: turn)
    case .heartbeat(let elapsed):
      await emit(.heartbeat(elapsed: elapsed))
    case .report(let failure):
      await endText(of: turn)
      await emit(.failure(failure))
    case .mend(let error):
      await mend(error)
    case .stopReading:
      turn.reading.cancel()
    case .announceRecovery(let failure):
      for case .text(let text) in turn.assembler.finish() {
        await tell(turn.translator.feed(turn.sanitiser.clean(text)), in: turn)
      }
      await endText(of: turn)
      await emit(
        .notice("\(failure.message) Your message was not sent again; the service may still be working on it.")
      )
    case .readState(let wait):
      return await look(at: turn, after: wait)
    case .tellChanges(let hadText):
      await tellChanges(in: turn, hadText: hadText)
    case .finish: break
    }
    return nil
  }

  private func watchDeadlines(of turn: Turn) async {
    while !Task.isCancelled, let deadline = turn.machine.nextDeadline {
      let wait = deadline - turn.elapsed()
      if wait > .zero {
        guard (try? await settings.clock.sleep(for: wait)) != nil else { return }
      }
      await handleTick(turn)
    }
  }

  /// A tick can move the machine to recovery, whose first wait must not be done here: the reader goes on with it.
  private func handleTick(_ turn: Turn) async {
    for action in turn.machine.handle(.tick, at: turn.elapsed()) {
      if case .readState(let wait) = action {
        turn.pendingWait = wait
      } else {
        _ = await perform(action, in: turn)
      }
    }
  }
}

/// The stream's first words refuse the message, for a reason that a repeat can mend.
private struct StreamRefusal: Error {
  let error: ServiceError
}
