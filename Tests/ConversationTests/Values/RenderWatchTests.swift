import Conversation
import NemoVideo
import Testing

@Suite struct RenderWatchTests {
  private func watch() -> RenderWatch { RenderWatch(stallLimit: .seconds(600), poll: .seconds(30)) }

  private func working(_ fraction: Double?, word: String = "processing", retryAfter: Double? = nil)
    -> RenderStatus
  {
    RenderStatus(phase: .working, word: word, fraction: fraction, retryAfter: retryAfter)
  }

  @Test("work in progress is waited for, as long as the service says")
  func waits() {
    var watch = watch()
    #expect(watch.step(working(0.1), at: .zero) == .wait(.seconds(30)))
    #expect(watch.step(working(0.2, retryAfter: 5), at: .seconds(30)) == .wait(.seconds(5)))
  }

  @Test("ends are told apart")
  func ends() {
    var watch = watch()
    #expect(
      watch.step(RenderStatus(phase: .completed(url: "u"), word: "completed"), at: .zero) == .fetch(url: "u"))
    guard
      case .giveUp(let failure, mayBeRepeated: true) = watch.step(
        RenderStatus(phase: .failed(reason: "GPU \u{1B}[31mlost"), word: "failed"), at: .zero)
    else {
      Issue.record("a failed render may be asked for once more")
      return
    }
    #expect(failure.message.contains("GPU lost"))
    for phase in [RenderStatus.Phase.expired, .cancelled] {
      guard
        case .giveUp(_, mayBeRepeated: false) = watch.step(RenderStatus(phase: phase, word: "x"), at: .zero)
      else {
        Issue.record("\(phase) is an end")
        continue
      }
    }
  }

  @Test("a render that stands still for ten minutes is left, one that moves is not")
  func stall() {
    var watch = watch()
    for second in stride(from: 0, to: 6000, by: 500) {
      #expect(watch.step(working(Double(second) / 6000), at: .seconds(second)) == .wait(.seconds(30)))
    }
    #expect(watch.step(working(0.99), at: .seconds(6000)) == .wait(.seconds(30)))
    #expect(watch.step(working(0.99), at: .seconds(6599)) == .wait(.seconds(30)))
    guard case .leave = watch.step(working(0.99), at: .seconds(6600)) else {
      Issue.record("it stands still")
      return
    }
  }

  @Test("another word at the same progress is a move")
  func words() {
    var watch = watch()
    _ = watch.step(working(nil, word: "pending"), at: .zero)
    #expect(watch.step(working(nil, word: "processing"), at: .seconds(700)) == .wait(.seconds(30)))
  }
}
