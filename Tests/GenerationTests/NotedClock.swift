import Synchronization

/// A clock whose sleeps are noted and end at once.
final class NotedClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Duration.zero
    var sleeps: [Duration] = []
    var onSleep: @Sendable () throws -> Void = {}
  }

  private let state = Mutex(State())

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { .nanoseconds(1) }
  /// The sleeps so far.
  var sleeps: [Duration] { state.withLock { $0.sleeps } }
  /// What happens at each sleep; an error ends it.
  var onSleep: @Sendable () throws -> Void {
    get { state.withLock { $0.onSleep } }
    set { state.withLock { $0.onSleep = newValue } }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let hook = state.withLock { state in
      state.sleeps.append(deadline.offset - state.now)
      state.now = max(state.now, deadline.offset)
      return state.onSleep
    }
    try hook()
    // Whoever else is to do something meanwhile gets to it.
    await Task.yield()
  }
}
