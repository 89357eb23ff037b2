import Synchronization

/// How many calls were answered, by the first digit of their status.
final class RequestTally: Sendable {
  private let counts = Mutex<[Int: Int]>([:])

  /// Counts an answer.
  func count(_ status: Int) { counts.withLock { $0[status / 100, default: 0] += 1 } }

  /// The counts by class, 2 to 5.
  var byClass: [(name: String, count: Int)] {
    counts.withLock { counts in (2...5).map { ("\($0)xx", counts[$0] ?? 0) } }
  }
}
