import NemoVideo

/// What a turn does about errors, and after a stream that was cut: mends what has ended and looks at the state.
extension ChatSession {
  /// Does what an error's row says before the message is sent once more.
  func prepareRepeat(of turn: Turn, after error: ServiceError) async throws {
    switch error.kind {
    case .tokenInvalid:
      let token = try await service.credentials.current()
      guard token.source == .anonymous else { throw Refusal(error: error) }
      _ = try await service.credentials.replacement(for: token)
      await emit(SessionEvent(.tokenRenewed))
    case .sessionUnknown:
      try await replaceSession()
      turn.stateBefore = lastState
    case .rateLimited:
      let wait = error.retryAfter.map { Duration.seconds($0) } ?? settings.timings.rateLimitWait
      await emit(SessionEvent(.waitingForRateLimit(seconds: Int(wait.inSeconds.rounded(.up)))))
      try await settings.clock.sleep(for: wait)
    default: throw Refusal(error: error)
    }
  }

  /// Replaces a token or a session that has ended, for what comes after this turn. The message is not repeated: it was
  /// being worked on.
  func mend(_ error: ServiceError) async {
    switch error.kind {
    case .tokenInvalid:
      guard let token = await service.credentials.known, token.source == .anonymous else { return }
      _ = await telling {
        _ = try await service.credentials.replacement(for: token)
        await emit(SessionEvent(.tokenRenewed))
      }
    case .sessionUnknown:
      _ = await telling { try await replaceSession() }
    default: break
    }
  }

  func look(at turn: Turn, after wait: Duration) async -> TurnMachine.Event {
    do {
      if wait > .zero {
        await emit(.waiting(reason: "Looking at the timeline again", seconds: wait.inWholeSeconds))
        try await settings.clock.sleep(for: wait)
      }
      let before = turn.stateBefore
      // Not by way of ``withSession(_:)``: an empty new session would look like a change.
      let state = try await service.state(of: try currentRecord().id)
      lastState = state
      return .stateRead(isChanged: state.differs(from: before))
    } catch is CancellationError {
      return .cancelled
    } catch let error as ServiceError where error.kind == .sessionUnknown {
      let lost = await failure(error)
      await mend(error)
      return .sessionLost(lost)
    } catch {
      return .stateUnreadable(await failure(error))
    }
  }
}

/// The service refused a message before it worked on it.
struct Refusal: Error {
  let error: any Error
}
