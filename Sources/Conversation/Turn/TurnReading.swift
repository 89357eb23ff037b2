import Synchronization

/// The reading of a turn's reply, which any thread may end.
final class TurnReading: Sendable {
  private struct State {
    var task: Task<TurnMachine.Event, Never>?
    var isCancelled = false
  }

  private let state = Mutex(State())

  /// Notes who reads the reply.
  func start(_ task: Task<TurnMachine.Event, Never>) {
    let isCancelled = state.withLock { state in
      state.task = task
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }

  /// Lets go of the stream; the reader then ends.
  func cancel() {
    let task = state.withLock { state in
      state.isCancelled = true
      return state.task
    }
    task?.cancel()
  }
}
