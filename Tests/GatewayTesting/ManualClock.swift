import Synchronization

/// A clock that stands still until a test moves it on.
package final class ManualClock: Clock {
  package typealias Instant = ScriptClock.Instant

  private struct State {
    var now = Duration.zero
    var sleepers: [(deadline: Duration, wait: Cancellable)] = []
    var watchers: [(deadline: Duration, gate: Gate)] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var now: Instant { Instant(offset: state.withLock { $0.now }) }
  package var minimumResolution: Duration { .nanoseconds(1) }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let wait = Cancellable()
    let gates = state.withLock { state -> [Gate]? in
      guard deadline.offset > state.now else { return nil }
      state.sleepers.append((deadline.offset, wait))
      let gates = state.watchers.filter { $0.deadline == deadline.offset }.map(\.gate)
      state.watchers.removeAll { $0.deadline == deadline.offset }
      return gates
    }
    guard let gates else { return }
    for gate in gates { gate.open() }
    defer { state.withLock { $0.sleepers.removeAll { $0.wait === wait } } }
    try await wait.wait()
  }

  /// Waits until somebody sleeps to that time since the clock began.
  package func waitForSleeper(until deadline: Duration) async {
    let gate = Gate()
    let isThere = state.withLock { state in
      if state.sleepers.contains(where: { $0.deadline == deadline }) { return true }
      state.watchers.append((deadline, gate))
      return false
    }
    if !isThere { await gate.wait() }
  }

  /// Moves the clock on and wakes whoever is due.
  package func advance(to time: Duration) {
    let due = state.withLock { state in
      state.now = max(state.now, time)
      return state.sleepers.filter { $0.deadline <= state.now }.map(\.wait)
    }
    for wait in due { wait.end() }
  }
}
