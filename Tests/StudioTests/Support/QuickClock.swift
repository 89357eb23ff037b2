import Synchronization

/// A clock on which short waits end at once, one after another, and its time moves on with them; a long one ends when the
/// short ones have come so far.
final class QuickClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Duration.zero
    var sleepers: [(number: Int, deadline: Duration, continuation: CheckedContinuation<Void, any Error>)] = []
    var count = 0
  }

  private let state = Mutex(State())
  private let patience: Duration

  /// - Parameter patience: from which length on a wait is a long one, and the most by which short ones move the time.
  init(patience: Duration = .seconds(20)) { self.patience = patience }

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let start = state.withLock { $0.now }
    guard deadline.offset - start >= min(patience, .seconds(20)) else {
      // Whoever else is to do something gets to it before the time moves on.
      for _ in 0..<50 { await Task.yield() }
      let due = state.withLock { state in
        if patience <= .seconds(20) { state.now = max(state.now, deadline.offset) }
        let due = state.sleepers.filter { $0.deadline <= state.now }
        state.sleepers.removeAll { $0.deadline <= state.now }
        return due
      }
      for sleeper in due { sleeper.continuation.resume() }
      return
    }
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isLate = state.withLock { state in
          if Task.isCancelled { return true }
          state.sleepers.append((number, deadline.offset, continuation))
          return false
        }
        if isLate { continuation.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let found = state.sleepers.first { $0.number == number }
        state.sleepers.removeAll { $0.number == number }
        return found
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }
}
