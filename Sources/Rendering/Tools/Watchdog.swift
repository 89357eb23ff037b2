import Synchronization

/// Watches that a program goes on, and ends one that does not: a graph that waits for itself, or a file made to keep its
/// reader waiting. What burns processor time is ended by ``ResourceLimits``.
///
/// Only the time in which we do nothing but wait for the program counts.
final class Watchdog: Sendable {
  private struct State {
    var events = 0
    /// What we are doing ourselves: drawing a frame, using a picture.
    var ours = 0
    var report: [Substring: Substring] = [:]
    var hasBarked = false
  }

  private let patience: Patience
  private let state = Mutex(State())

  /// For a program that may be silent for so long.
  init(patience: Patience) { self.patience = patience }

  /// Whether the program has been ended.
  var hasBarked: Bool { state.withLock(\.hasBarked) }

  /// How long the program may be silent, in seconds.
  var seconds: Int { Int(patience.duration.components.seconds) }

  /// Bytes came from the program, or went to it.
  func sawBytes() { state.withLock { $0.events += 1 } }

  /// A line of FFmpeg's report came; it reports in a standstill too.
  func saw(_ line: String) {
    let parts = line.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, ["frame", "out_time_us", "total_size"].contains(parts[0]) else { return }
    state.withLock { state in
      guard state.report.updateValue(parts[1], forKey: parts[0]) != parts[1] else { return }
      state.events += 1
    }
  }

  /// We begin to work, and the program may wait for us.
  func beginOurs() { state.withLock { $0.ours += 1 } }

  /// We wait for the program again.
  func endOurs() {
    state.withLock { state in
      state.ours -= 1
      state.events += 1
    }
  }

  /// Watches until the task is cancelled; calls `stop` if the program stands still.
  func watch(_ stop: () async -> Void) async {
    let step = patience.duration / 8
    var (seen, silence) = (-1, Duration.zero)
    while (try? await patience.clock.sleep(for: step)) != nil {
      let (events, ours) = state.withLock { ($0.events, $0.ours) }
      guard events == seen, ours == 0 else {
        (seen, silence) = (events, .zero)
        continue
      }
      silence += step
      guard silence >= patience.duration else { continue }
      state.withLock { $0.hasBarked = true }
      return await stop()
    }
  }
}
