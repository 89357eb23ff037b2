/// Tells when an exchange has moved no byte for too long. libcurl's own watch looks at the mean of the last seconds, in
/// whole bytes and whole seconds, which is neither exact nor soon.
package struct StallWatch: Sendable {
  /// What a look at an exchange says.
  package enum Verdict: Sendable, Hashable {
    /// Too long without a byte.
    case stalled
    /// Fine; look again then at the latest.
    case fine(until: ContinuousClock.Instant)
  }

  private let limit: Duration
  private var moved: Int64 = 0
  private var since: ContinuousClock.Instant?

  package init(limit: Duration) { self.limit = limit }

  /// Looks.
  ///
  /// - Parameters:
  ///   - moved: all bytes of the exchange so far, both ways; at 0 it is still connecting, which has a limit of its own.
  ///   - isPaused: whether it waits for its own reader.
  ///   - now: the time.
  package mutating func look(
    moved: Int64, isPaused: Bool, now: ContinuousClock.Instant
  ) -> Verdict {
    if moved == 0 || isPaused || moved != self.moved || since == nil { since = now }
    self.moved = moved
    let deadline = (since ?? now) + limit
    return deadline <= now ? .stalled : .fine(until: deadline)
  }
}
