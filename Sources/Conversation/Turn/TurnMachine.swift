import NemoVideo
import TimelineDraft

/// The course of one turn, as a value: it takes what happens and returns what to do.
///
/// Its states and transitions are drawn in Docs/Architecture.md. Times are measured from the start of the turn.
package struct TurnMachine: Sendable {
  /// Where a turn is.
  package enum Phase: Sendable, Equatable {
    /// The message is on its way; nothing has been answered.
    case connecting
    /// Words or tool calls come.
    case streaming
    /// Nothing but heartbeats for a while.
    case waiting
    /// The stream broke; the state is read after each wait. `attempt` counts from 0.
    case recovering(attempt: Int)
    /// The stream has ended; the state is read once to see what changed.
    case settling
    /// Over.
    case done(TurnStatus)
  }

  /// What happens.
  package enum Event: Sendable, Equatable {
    /// The service has taken the message.
    case opened
    /// The stream says something.
    case reply([ReplyPart])
    /// The stream has ended as it should.
    case closed
    /// The exchange broke. A message that certainly did not arrive needs no recovery.
    case broke(Failure, mayHaveArrived: Bool)
    /// The service refused the message, at once or in the first words of its stream.
    case refused(Failure)
    /// The state was read; `isChanged` against the one before the turn.
    case stateRead(isChanged: Bool)
    /// The state could not be read.
    case stateUnreadable(Failure)
    /// The service no longer knows the session, so its state will never tell.
    case sessionLost(Failure)
    /// A deadline may have passed.
    case tick
    /// The user no longer waits.
    case cancelled
  }

  /// What to do.
  package enum Action: Sendable, Equatable {
    case say(String)
    case tool(name: String, phase: ToolPhase, hasFailed: Bool = false)
    case heartbeat(elapsed: Int)
    case report(Failure)
    /// Do what an error's row says for what comes after this turn: a token or session that has ended is replaced.
    case mend(ServiceError)
    /// Let go of the stream.
    case stopReading
    /// Tell that the stream broke and that the state will tell more.
    case announceRecovery(Failure)
    /// Wait, then read the state.
    case readState(after: Duration)
    /// Tell what the state says: the reply had words or not, or came from recovery.
    case tellChanges(hadText: Bool)
    case finish(TurnStatus)
  }

  /// Where the turn is.
  package private(set) var phase = Phase.connecting
  /// Whether the reply has had words.
  package private(set) var hasText = false

  /// Whose account the failures of the stream are worded for.
  package var account = AccountFacts()

  private let timings: Timings
  private var hasFailed = false
  private var isRecovery = false
  private var notUnderstood = 0
  private var lastVisible = Duration.zero
  private var lastWord = Duration.zero

  /// Starts a turn.
  package init(timings: Timings) { self.timings = timings }

  /// Whether words or tools have shown that the message is being worked on.
  var hasBegun: Bool { hasText || lastWord > .zero || phase == .streaming }

  /// When ``Event/tick`` should come next, from the start of the turn; nil when no wait is bounded.
  package var nextDeadline: Duration? {
    switch phase {
    case .connecting, .streaming, .waiting:
      // A heartbeat of zero means none: it would never stop beating.
      min(
        timings.streamLimit, lastWord + timings.silenceLimit,
        timings.heartbeat > .zero ? lastVisible + timings.heartbeat : timings.streamLimit)
    case .recovering, .settling, .done: nil
    }
  }

  /// Takes an event at a time since the start of the turn.
  package mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    switch (phase, event) {
    case (.done, _): return []
    case (_, .cancelled):
      return end(.interrupted, [.stopReading])
    case (.connecting, .opened):
      phase = .waiting
      return []
    case (.connecting, .refused(let failure)), (.streaming, .refused(let failure)),
      (.waiting, .refused(let failure)):
      return end(.failed, [.report(failure)])
    case (.connecting, .reply(let parts)), (.streaming, .reply(let parts)), (.waiting, .reply(let parts)):
      return read(parts, at: now)
    case (.connecting, .tick), (.streaming, .tick), (.waiting, .tick):
      return checkDeadlines(at: now)
    case (.connecting, .closed), (.streaming, .closed), (.waiting, .closed):
      if hasFailed { return end(.failed) }
      phase = .settling
      return [.readState(after: .zero)]
    case (.connecting, .broke(let failure, let mayHaveArrived)),
      (.streaming, .broke(let failure, let mayHaveArrived)),
      (.waiting, .broke(let failure, let mayHaveArrived)):
      guard mayHaveArrived else { return end(.failed, [.report(failure)]) }
      if hasFailed { return end(.failed) }
      return recover(from: failure)
    case (.settling, .stateRead(isChanged: false)) where notUnderstood > 0 && !hasText:
      // Something came, and none of it was an answer.
      return end(.failed, [.report(Failure(ServiceError(code: nil, status: nil), account: account))])
    case (.settling, .sessionLost(let failure)), (.recovering, .sessionLost(let failure)):
      return end(.failed, [.report(failure)])
    case (.settling, .stateRead):
      return end(.done, [.tellChanges(hadText: hasText)])
    case (.settling, .stateUnreadable(let failure)):
      // The answer stands; only the look at the timeline is missing.
      return hasText ? end(.done) : end(.failed, [.report(failure)])
    case (.recovering, .stateRead(isChanged: true)):
      return end(.recovered, [.tellChanges(hadText: false)])
    case (.recovering(let attempt), .stateRead(isChanged: false)),
      (.recovering(let attempt), .stateUnreadable):
      return nextAttempt(after: attempt)
    default: return []
    }
  }

  // MARK: Inside

  private mutating func read(_ parts: [ReplyPart], at now: Duration) -> [Action] {
    var actions: [Action] = []
    for part in parts {
      switch part {
      case .text(let text):
        hasText = hasText || text.contains { !$0.isWhitespace }
        actions.append(.say(text))
        noteWord(at: now)
      case .toolStarted(let name):
        actions.append(.tool(name: name, phase: .start))
        noteWord(at: now)
      case .toolEnded(let name, let hasFailed):
        actions.append(.tool(name: name, phase: .end, hasFailed: hasFailed))
        noteWord(at: now)
      case .failed(let error):
        // A server may report one trouble in several forms.
        guard !hasFailed else { break }
        hasFailed = true
        let failure =
          hasBegun ? Failure.inMidReply(error, account: account) : Failure(error, account: account)
        actions.append(.report(failure))
        if hasBegun { actions.append(.mend(error)) }
      case .serviceTrouble(let text):
        guard !hasFailed else { break }
        hasFailed = true
        actions.append(.report(.serviceTrouble(text, hasBegun: hasBegun)))
      case .keepAlive: break
      case .notUnderstood: notUnderstood += 1
      }
    }
    return actions
  }

  private mutating func noteWord(at now: Duration) {
    phase = .streaming
    lastWord = now
    lastVisible = now
  }

  private mutating func checkDeadlines(at now: Duration) -> [Action] {
    if now >= timings.streamLimit {
      return [.stopReading]
        + recover(from: .limit("The turn took longer than \(timings.streamLimit.inWholeSeconds) s."))
    }
    if now >= lastWord + timings.silenceLimit {
      return [.stopReading]
        + recover(from: .limit("The service said nothing for \(timings.silenceLimit.inWholeSeconds) s."))
    }
    guard timings.heartbeat > .zero, now >= lastVisible + timings.heartbeat else { return [] }
    lastVisible = now
    phase = .waiting
    return [.heartbeat(elapsed: now.inWholeSeconds)]
  }

  private mutating func recover(from failure: Failure) -> [Action] {
    guard let first = timings.recovery.first else { return end(.failed, [.report(failure)]) }
    phase = .recovering(attempt: 0)
    return [.announceRecovery(failure), .readState(after: first)]
  }

  private mutating func nextAttempt(after attempt: Int) -> [Action] {
    guard attempt + 1 < timings.recovery.count else { return end(.failed, [.report(.notRecovered)]) }
    phase = .recovering(attempt: attempt + 1)
    return [.readState(after: timings.recovery[attempt + 1])]
  }

  private mutating func end(_ status: TurnStatus, _ actions: [Action] = []) -> [Action] {
    phase = .done(status)
    return actions + [.finish(status)]
  }
}

extension Failure {
  /// The service words its own trouble instead of an answer.
  ///
  /// - Parameter hasBegun: Whether tools show that the message was being worked on.
  static func serviceTrouble(_ text: String, hasBegun: Bool) -> Failure {
    Failure(
      .service, "The service had a trouble of its own: \(TextSanitiser.singleLine(text))",
      hint: hasBegun
        ? "It had begun to work on your message: type status to see what came of it."
        : "Your message was not worked on. Try again in a minute.")
  }

  /// A limit of time ran out.
  static func limit(_ message: String) -> Failure {
    Failure(.timeout, message, hint: "Type status to see how far it came.")
  }

  /// The state stayed as it was until the last look.
  static let notRecovered = Failure(
    .network,
    "The connection broke, and the timeline has not changed since. Your message was not sent again.",
    hint:
      "Type status for another look. If nothing came of it, send the message again."
  )
}

extension Duration {
  /// The duration in whole seconds, cut.
  var inWholeSeconds: Int { Int(clamping: components.seconds) }
}
