import Synchronization

/// Where the engine's thread and the tasks that wait for one exchange meet.
final class TransferChannel: Sendable {
  private struct State {
    var head: Result<ResponseHead, any Error>?
    var headWaiter: CheckedContinuation<ResponseHead, any Error>?
    var body = BodyQueue()
    var bodyWaiter: CheckedContinuation<[UInt8]?, any Error>?
  }

  /// The exchange's number in its engine.
  let id: UInt64
  private let host: String
  private let state = Mutex(State())

  init(id: UInt64, host: String) {
    self.id = id
    self.host = host
  }

  /// The most bytes that ever waited for the reader.
  var peakWaiting: Int { state.withLock { $0.body.peak } }

  /// Whether the transfer waits for the reader.
  var isPaused: Bool { state.withLock { $0.body.isPaused } }

  // MARK: - The engine's side

  /// The final answer's head is in.
  func deliver(_ head: ResponseHead) {
    let waiter = state.withLock { state -> CheckedContinuation<ResponseHead, any Error>? in
      guard state.head == nil else { return nil }
      state.head = .success(head)
      return state.headWaiter.take()
    }
    waiter?.resume(returning: head)
  }

  /// Body bytes are in; `false` if the reader is too far behind.
  func offer(_ bytes: UnsafeRawBufferPointer) -> Bool { state.withLock { $0.body.offer(bytes) } }

  /// Hands waiting bytes to a waiting reader. Called once after each round of the engine, not at each piece: many
  /// small pieces of one round then cost one wake-up.
  func wakeReader() {
    // Taking one chunk of a full queue never brings it below its low water, so there is nothing to resume here.
    let woken = state.withLock { state -> (CheckedContinuation<[UInt8]?, any Error>, [UInt8])? in
      guard state.bodyWaiter != nil, case .chunk(let chunk, _) = state.body.take() else { return nil }
      return state.bodyWaiter.take().map { ($0, chunk) }
    }
    if let (waiter, chunk) = woken { waiter.resume(returning: chunk) }
  }

  /// The exchange has ended, well or (with an error) not.
  func finish(_ error: (any Error)?) {
    end(error) { $0.finish(error) }
  }

  // MARK: - The tasks' side

  /// Ends the waiting at once, whatever the engine still does.
  ///
  /// - Returns: whether the exchange had not ended, so that the engine must be told.
  func abandon(_ error: any Error) -> Bool {
    var wasRunning = false
    end(error) { wasRunning = $0.abandon(error) }
    return wasRunning
  }

  /// Waits for the head.
  func head() async throws -> ResponseHead {
    try await withCheckedThrowingContinuation { continuation in
      let known = state.withLock { state -> Result<ResponseHead, any Error>? in
        if state.head == nil { state.headWaiter = continuation }
        return state.head
      }
      if let known { continuation.resume(with: known) }
    }
  }

  /// Waits for the next bytes; `nil` at the end.
  ///
  /// - Parameter onResume: called if the transfer must be told to go on.
  func next(onResume: () -> Void) async throws -> [UInt8]? {
    try await withCheckedThrowingContinuation { continuation in
      let taken = state.withLock { state -> BodyQueue.Taken in
        guard state.bodyWaiter == nil else {
          return .end(HTTPError(.bodyAlreadyBeingRead, host: host, mayHaveReachedServer: true))
        }
        let taken = state.body.take()
        if case .nothing = taken { state.bodyWaiter = continuation }
        return taken
      }
      switch taken {
      case .nothing: break
      case .chunk(let chunk, let resumes):
        if resumes { onResume() }
        continuation.resume(returning: chunk)
      case .end(let error?): continuation.resume(throwing: error)
      case .end(nil): continuation.resume(returning: nil)
      }
    }
  }

  private func end(_ error: (any Error)?, _ change: (inout BodyQueue) -> Void) {
    var headWaiter: CheckedContinuation<ResponseHead, any Error>?
    var bodyWaiter: CheckedContinuation<[UInt8]?, any Error>?
    var chunk: [UInt8]?
    var failure = error
    let noHead = error ?? HTTPError(.badResponse, host: host, mayHaveReachedServer: true)
    state.withLock { state in
      if state.head == nil {
        state.head = .failure(noHead)
        headWaiter = state.headWaiter.take()
      }
      change(&state.body)
      guard state.bodyWaiter != nil else { return }
      switch state.body.take() {
      case .chunk(let bytes, _): chunk = bytes
      case .end(let error): failure = error
      case .nothing: return
      }
      bodyWaiter = state.bodyWaiter.take()
    }
    headWaiter?.resume(throwing: noHead)
    if let chunk {
      bodyWaiter?.resume(returning: chunk)
    } else if let failure {
      bodyWaiter?.resume(throwing: failure)
    } else {
      bodyWaiter?.resume(returning: nil)
    }
  }
}
