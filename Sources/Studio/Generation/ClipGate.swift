/// Lets so many clips be made at once; the others wait in the order of their coming.
actor ClipGate {
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
