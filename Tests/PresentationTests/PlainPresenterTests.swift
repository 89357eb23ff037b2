import Conversation
import MediaFormats
import NemoVideo
import Presentation
import Synchronization
import Testing
import TimelineDraft

@Suite struct PlainPresenterTests {
  private final class Streams: Sendable {
    let output = Mutex("")
    let diagnostics = Mutex("")

    func presenter() -> PlainPresenter {
      PlainPresenter(
        output: { text in self.output.withLock { $0 += text } },
        diagnostics: { text in self.diagnostics.withLock { $0 += text } })
    }

    var both: (String, String) { (output.withLock { $0 }, diagnostics.withLock { $0 }) }
  }

  @Test("replies and results go to standard output, everything else to standard error")
  func split() async {
    let streams = Streams()
    let presenter = streams.presenter()
    let events: [SessionEvent] = [
      .connecting, .ready(studio: .local, session: "secret-id", credits: 100),
      .route(RoutedInput(intent: "message", text: "x")),
      .activity("Thinking"), .tool(name: "generate_video", phase: .start), .text("Hello "),
      .text("there.\nNext"), .endOfText,
      .heartbeat(elapsed: 125), .progress(Progress(.render, 0.42)), .notice("Mind this."),
      .waiting(reason: "Looking again", seconds: 30),
      .failure(Failure(.network, "It broke.", hint: "Try again.")),
      .credits(CreditBalance(available: 75, frozen: 25, total: 100)), .turn(.done, elapsed: 1),
      .exported(
        ExportResult(
          path: "a.mp4", bytes: 8_300_000, format: .mp4, render: "r", link: "https://x", width: 1080,
          height: 1920, durationMS: 10_000)),
    ]
    for event in events { await presenter.present(event) }
    let (output, diagnostics) = streams.both
    #expect(
      output
        == "Hello there.\nNext\n75 credits, and 25 reserved for work in progress (100 in all)\nSaved a.mp4 (1080×1920, 10.0 s, 8.3 MB)\n"
    )
    for word in [
      "Setting things up", "2:05", "Rendering 40%", "Mind this.", "30 s", "It broke. Try again.", "https://x",
    ] {
      #expect(diagnostics.contains(word), "\(word)")
    }
    #expect(!diagnostics.contains("generate_video") && !diagnostics.contains("secret-id"))
  }

  @Test("a line without an end is written in parts, each character once, and costs no more the longer it is")
  func endlessLine() async {
    let streams = Streams()
    let presenter = streams.presenter()
    let words = "the waves roll, 海浪 🌊, "
    // 20,000 pieces took minutes when each looked through all that came before.
    for _ in 0..<20_000 { await presenter.present(.text(words)) }
    #expect(streams.both.0.utf8.count > 20_000 * words.utf8.count - 5000)
    await presenter.present(.endOfText)
    #expect(streams.both.0 == String(repeating: words, count: 20_000) + "\n")
  }

  @Test("a line of a reply is written as soon as it ends, and no sooner")
  func lines() async {
    let streams = Streams()
    let presenter = streams.presenter()
    await presenter.present(.text("Half"))
    #expect(streams.both.0 == "")
    await presenter.present(.text(" a line\nand"))
    #expect(streams.both.0 == "Half a line\n")
    await presenter.present(.timeline(Timeline(tracks: [])))
    #expect(streams.both.0.hasPrefix("Half a line\nand\nTimeline (0 tracks)"))
  }

  @Test("progress is told once a tenth")
  func progress() async {
    let streams = Streams()
    let presenter = streams.presenter()
    for step in 0...1000 { await presenter.present(.progress(Progress(.download, Double(step) / 1000))) }
    #expect(streams.both.1.split(separator: "\n").count == 11)
  }
}
