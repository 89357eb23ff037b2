import Foundation
import Synchronization

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let moment = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  /// The moment.
  @Sendable func now() -> Date { moment.withLock { $0 } }

  /// Moves on.
  func advance(days: Double) { moment.withLock { $0 += days * 86_400 } }
}
