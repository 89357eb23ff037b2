/// Waits that grow: each half as long again as the one before, up to the longest.
struct Backoff {
  private var next: Duration
  private let longest: Duration

  /// Starts over.
  init(first: Duration = .seconds(1), longest: Duration = .seconds(15)) {
    next = first
    self.longest = longest
  }

  /// The next wait; never shorter than the server asks for.
  mutating func wait(atLeast asked: Duration?) -> Duration {
    defer { next = min(longest, next * 3 / 2) }
    return max(next, asked ?? .zero)
  }
}
