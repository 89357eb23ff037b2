import Synchronization

/// A number that several threads add to.
final class Counter: Sendable {
  private let number = Mutex(0)

  /// The sum so far.
  var value: Int { number.withLock { $0 } }

  /// Adds to it.
  func add(_ count: Int) { number.withLock { $0 += count } }
}
