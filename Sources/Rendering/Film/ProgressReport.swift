import Synchronization

/// Tells how far a render is: only ever upwards, from 0 to 1, at most once a permille.
final class ProgressReport: Sendable {
  private let last = Mutex(-1)
  private let tell: @Sendable (Double) -> Void

  init(_ tell: @escaping @Sendable (Double) -> Void) { self.tell = tell }

  /// Takes a fraction and passes it on if it is news.
  func reached(_ fraction: Double) {
    let permille = Int(min(1, max(0, fraction)) * 1000)
    let isNews = last.withLock { last in
      guard permille > last else { return false }
      last = permille
      return true
    }
    if isNews { tell(Double(permille) / 1000) }
  }
}
