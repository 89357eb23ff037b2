/// Lets the work on one session happen one after another, in the order of its asking; sessions do not wait for each
/// other. The work goes on when the one who asked is cancelled.
actor SessionOrder {
  private var lasts: [String: (number: Int, task: Task<Void, Never>)] = [:]
  private var count = 0

  /// Does something on a session when all earlier work on it has ended.
  func run<Result: Sendable>(
    on session: String, _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let before = lasts[session]?.task
    let work = Task {
      await before?.value
      return try await body()
    }
    count += 1
    let number = count
    lasts[session] = (number, Task { _ = await work.result })
    defer { if lasts[session]?.number == number { lasts[session] = nil } }
    return try await work.value
  }
}
