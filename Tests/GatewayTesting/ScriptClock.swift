import Synchronization

/// A clock on which short sleeps return at once, noted and with its time moved on, and long ones last until cancelled.
///
/// So a test sees which waits there were, and the deadlines of a turn never fire by accident.
package final class ScriptClock: Clock {
  /// A time since the clock began.
  package struct Instant: InstantProtocol {
    package var offset: Duration

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Duration.zero
    var sleeps: [Duration] = []
  }

  private let threshold: Duration
  private let state = Mutex(State())

  /// Makes a clock; sleeps of `threshold` and more last until they are cancelled.
  package init(threshold: Duration = .seconds(100)) { self.threshold = threshold }

  package var now: Instant { Instant(offset: state.withLock { $0.now }) }
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// The short sleeps so far.
  package var sleeps: [Duration] { state.withLock { $0.sleeps } }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let isShort = state.withLock { state in
      let wait = deadline.offset - state.now
      guard wait < threshold else { return false }
      state.sleeps.append(wait)
      state.now = max(state.now, deadline.offset)
      return true
    }
    guard !isShort else { return }
    let forever = Cancellable()
    try await forever.wait()
  }
}
