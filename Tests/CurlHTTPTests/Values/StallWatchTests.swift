import CurlHTTP
import Testing

@Suite("Stall watch")
struct StallWatchTests {
  private let start = ContinuousClock.now

  private func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

  @Test("silence for the limit is a stall, one byte starts it anew")
  func silence() {
    var watch = StallWatch(limit: .seconds(10))
    #expect(watch.see(5, at(0)) == .fine(until: at(10)))
    #expect(watch.see(5, at(9)) == .fine(until: at(10)))
    #expect(watch.see(6, at(9)) == .fine(until: at(19)))
    #expect(watch.see(6, at(18)) == .fine(until: at(19)))
    #expect(watch.see(6, at(19)) == .stalled)
  }

  @Test("connecting is no stall, and neither is a reader that does not read")
  func exempt() {
    var watch = StallWatch(limit: .seconds(10))
    #expect(watch.see(0, at(0)) == .fine(until: at(10)))
    #expect(watch.see(0, at(50)) == .fine(until: at(60)))
    #expect(watch.see(7, at(51)) == .fine(until: at(61)))
    #expect(watch.see(7, at(99), isPaused: true) == .fine(until: at(109)))
    #expect(watch.see(7, at(108)) == .fine(until: at(109)))
    #expect(watch.see(7, at(109)) == .stalled)
  }
}

extension StallWatch {
  fileprivate mutating func see(
    _ moved: Int64, _ now: ContinuousClock.Instant, isPaused: Bool = false
  ) -> Verdict { look(moved: moved, isPaused: isPaused, now: now) }
}
