/// Lets so much be worked on at once; the rest waits in the order of its coming.
actor Gate {
  private var free: Int
  private var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
  private var count = 0

  init(limit: Int) { free = max(1, limit) }

  /// Waits for a place.
  /// - Throws: `CancellationError`; no place is taken then.
  func enter() async throws {
    try Task.checkCancellation()
    if free > 0 {
      free -= 1
      return
    }
    count += 1
    let number = count
    let isIn = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // The cancellation may have come before anybody waited.
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          waiting.append((number, continuation))
        }
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
    guard isIn else { throw CancellationError() }
  }

  /// Does something as soon as there is a place for it.
  /// - Throws: `CancellationError` before it has begun; what `body` throws.
  func pass<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    try await enter()
    do {
      let result = try await body()
      leave()
      return result
    } catch {
      leave()
      throw error
    }
  }

  /// Gives a place back.
  func leave() {
    guard !waiting.isEmpty else {
      free += 1
      return
    }
    waiting.removeFirst().continuation.resume(returning: true)
  }

  private func giveUp(_ number: Int) {
    guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
    waiting.remove(at: index).continuation.resume(returning: false)
  }
}
