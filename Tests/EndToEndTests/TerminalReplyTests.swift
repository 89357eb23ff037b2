import Foundation
import TerminalTesting
import Testing

/// What a person sees of a reply while it comes in, against a service that waits for the test.
@Suite("A reply at a terminal", .serialized)
struct TerminalReplyTests {
  @Test(
    "a line that is neither yes nor no answers no question: nothing is removed that nobody asked to remove")
  func neitherYesNorNo() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["Here it is."], addsMusic: true)
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service)
    try await terminal.type("a sunset\r")
    service.release(10)
    try await terminal.waitForText("Keep the music")
    try await terminal.type("status\r")
    try await terminal.wait("the timeline, once more") { screen in
      screen.allRows.count { $0.hasPrefix("Timeline (2 tracks)") } == 2
    }
    #expect(service.messages.count == 1)
  }

  private static let reply = [
    "# Your film\n\nHere is **what I made**. ",
    "It has *waves* and a `16:9` frame.\n\n- the sea\n  1. calm\n- ",
    "the **sky**\n\n> a quote\n\n```\nlet a = **b**\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "See [the page](https://example.com/x).",
  ]

  @Test(
    "Markdown is drawn as it streams, above what is being typed, and nothing is drawn twice",
    arguments: [80, 30])
  func markdown(columns: Int) async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: Self.reply)
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service, columns: columns)
    try await terminal.type("a sunset\r")
    service.release()
    try await terminal.wait("the first sentence, while the second has not come") { screen in
      screen.lines.contains("Your film") && screen.text.contains("what I made.")
    }
    let typed = "typed 中文 meanwhile, long enough for two rows at thirty"
    try await terminal.type(typed)
    @Sendable func ends(_ screen: TerminalScreen) -> Bool {
      screen.text.filter { $0 != "\n" }.hasSuffix(typed)
    }
    try await terminal.wait("the typed line") { ends($0) }
    service.release(10)
    let screen = try await terminal.wait("the end of the turn") {
      $0.text.contains("Timeline (1") && ends($0)
    }
    let text = screen.text
    for line in [
      "Your film", "• the sea", "  1. calm", "• the sky", "│ a quote", "  let a = **b**", "| a | b |",
    ] {
      #expect(screen.allRows.filter { $0 == line }.count == 1, "\(line) in \(text)")
    }
    #expect(!text.contains("# Your") && !text.contains("**what") && !text.contains("```"))
    #expect(text.replacing("\n", with: " ").contains("the page (https://example.com/x)"))
    #expect(screen.fullErasures == 0)
    // Blank lines stand where the reply has them.
    #expect(text.contains("\nYour film\n\nHere is what"))
  }

  @Test("links lead somewhere where the terminal follows them, and only to where links may lead")
  func links() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: [
      "See [the page](https://example.com/x). And [this](javascript:x). Or &#27;]8;;https://evil.example&#7;evil.\n"
    ])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(
      sandbox, service, identity: TerminalIdentity(name: "WezTerm 20240203-110809"))
    try await terminal.type("a sunset\r")
    service.release(3)
    let screen = try await terminal.waitForText("Timeline (1 track)")
    #expect(screen.strings.filter { $0.hasPrefix("]8;;") } == ["]8;;https://example.com/x", "]8;;"])
    #expect(screen.text.contains("See the page. And this (javascript:x)."))
  }

  @Test(
    "Ctrl-C during a turn stops waiting and says what goes on; twice leaves, and the terminal is as it was")
  func interrupt() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["One. ", "Two. "])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service)
    let found = TerminalFound(await terminal.modes)
    try await terminal.type("a sunset\r")
    service.release()
    try await terminal.waitForText("\nOne")
    try await terminal.type("next one\r")
    try await terminal.waitForText("queued 1: next one")
    try await terminal.wait("the status row") { $0.lines.contains { $0.contains("1 queued") } }
    try await terminal.type("\u{3}")
    try await terminal.waitForText("What was sent goes on at the service")
    try await terminal.waitForText("/queue go sends them")
    #expect(service.messages.count == 1, "nothing in the queue is sent unseen")
    try await Task.sleep(for: .milliseconds(1100))
    try await terminal.type("\u{3}")
    try await terminal.waitForText("Ctrl-C again within a second")
    try await terminal.type("\u{3}")
    #expect(try await terminal.waitForExit() == .exited(130))
    let modes = await terminal.modes
    #expect(found.raw && modes.isCanonical)
    #expect(await terminal.screen.modes == [7, 25])
  }

  /// Whether the prompt had the terminal.
  private struct TerminalFound {
    let raw: Bool
    init(_ flags: TerminalFlags) { raw = !flags.isCanonical && !flags.echoes }
  }

  @Test(
    "a signal or a crash in the middle of a reply leaves the terminal as it was found",
    arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func signals(signal: Int32) async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["One. ", "Two. "])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service)
    try await terminal.type("a sunset\r")
    service.release()
    try await terminal.waitForText("\nOne")
    try await terminal.type("typed")
    try await terminal.wait("the typed line") { $0.text.hasSuffix("typed") }
    terminal.signal(signal)
    #expect(try await terminal.waitForExit() == .signalled(signal))
    let modes = await terminal.modes
    #expect(modes.isCanonical && modes.echoes && modes.makesSignals)
    #expect(await terminal.screen.modes == [7, 25])
  }
}
