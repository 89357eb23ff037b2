import Foundation
import TerminalTesting
import Testing

/// How a terminal's abilities show: bars, pictures, colours, marks, and doing without them.
@Suite("The look at a terminal", .serialized)
struct TerminalLookTests {
  @Test("a download has a bar of its own, redrawn in place, with percent, and the title shows it")
  func progress() async throws {
    let sandbox = try Sandbox()
    let film = try await Media.film()
    let service = try ScriptedService(reply: ["Done.\n"], film: film)
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service, environment: ["WT_SESSION": "x"])
    try await terminal.type("a sunset\r")
    service.release(2)
    try await terminal.waitForText("Timeline (1 track)")
    try await terminal.type("export\r")
    let half = try await terminal.wait("half of the download") { screen in
      screen.lines.contains { $0.hasPrefix("Downloading") && $0.contains("50%") && $0.contains("█") }
    }
    #expect(half.lines.contains { $0.hasPrefix("Rendering") && $0.contains("100%") })
    try await terminal.wait("the rate") { $0.lines.contains { $0.contains("B/s") } }
    #expect(await terminal.screen.strings.contains("]9;4;1;50"))
    service.release()
    let end = try await terminal.waitForText("Saved ./sunset.mp4")
    #expect(!end.text.contains("50%"), "redrawn in place")
    try await terminal.wait("the title") { $0.strings.last { $0.hasPrefix("]9;4") } == "]9;4;0;0" }
  }

  @Test(
    "a poster follows the turn and a strip the export, in the way that the terminal answered for; the prompt never waits",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chafa")))
  func pictures() async throws {
    let sandbox = try Sandbox()
    let film = try await Media.film()
    let service = try ScriptedService(reply: ["Done.\n"], film: film, poster: try await Media.poster())
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(
      sandbox, service, identity: TerminalIdentity(name: "kitty(0.32.2)", drawsKitty: true))
    try await terminal.type("a sunset\r")
    service.release(2)
    try await terminal.wait("the poster") { $0.strings.filter { $0.hasPrefix("_Ga=T") }.count == 1 }
    try await terminal.type("export\r")
    service.release()
    try await terminal.wait("the strip") { $0.strings.filter { $0.hasPrefix("_Ga=T") }.count == 2 }
    let screen = try await terminal.wait("the prompt below") { $0.lines[$0.cursor.row].hasPrefix("t2v> ") }
    #expect(screen.text.contains("Saved ./sunset.mp4"))
    try await terminal.type("\u{4}")
    #expect(try await terminal.waitForExit() == .exited(0))
  }

  @Test(
    "no picture comes with --no-images, with NO_COLOR, or in a narrow window",
    arguments: ["--no-images", "NO_COLOR", "narrow"])
  func noPictures(how: String) async throws {
    let sandbox = try Sandbox()
    let film = try await Media.film()
    let service = try ScriptedService(reply: ["Done.\n"], film: film, poster: try await Media.poster())
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(
      sandbox, service, how == "--no-images" ? [how] : [], columns: how == "narrow" ? 18 : 80,
      environment: how == "NO_COLOR" ? ["NO_COLOR": "1"] : [:],
      identity: TerminalIdentity(name: "kitty(0.32.2)", drawsKitty: true))
    try await terminal.type("a sunset\r")
    service.release(2)
    try await terminal.wait("the timeline") { $0.text.contains("Timeline") }
    try await terminal.type("export\r")
    service.release()
    try await terminal.wait("the file") { $0.text.contains("Saved") }
    try await terminal.type("\u{4}")
    try await terminal.waitForExit()
    let screen = await terminal.screen
    #expect(!screen.strings.contains { $0.hasPrefix("_Ga=T") } && !screen.text.contains("▀"))
    if how == "NO_COLOR" { #expect(!String(decoding: await terminal.output, as: UTF8.self).contains("[38;")) }
  }

  @Test(
    "plain means plain: no sequences, nothing beyond ASCII, the reply as it came",
    arguments: ["--plain", "TERM=dumb"])
  func plain(how: String) async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["# Plan\n\n- **bold** and [x](https://example.com)\n"])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(
      sandbox, service, how == "--plain" ? [how] : [], environment: how == "--plain" ? [:] : ["TERM": "dumb"])
    try await terminal.type("a sunset\r")
    service.release(2)
    let screen = try await terminal.waitForText("Timeline (1 track)")
    #expect(screen.text.contains("# Plan\n\n- **bold** and [x](https://example.com)\n"))
    try await terminal.type("?")
    try await terminal.waitForText("Ctrl-R")
    try await terminal.type("/help\r")
    try await terminal.waitForText("/quit")
    try await terminal.type("\u{4}")
    try await terminal.waitForExit()
    let output = await terminal.output
    #expect(!output.contains(0x1B))
    #expect(output.allSatisfy { $0 < 0x80 })
  }

  @Test("without a UTF-8 locale our own marks are ASCII, and the user's text is not")
  func noUTF8() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["- 夜晚\n\n---\n"])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(
      sandbox, service, environment: ["LANG": "C", "COLORTERM": "truecolor"])
    try await terminal.type("夜\r")
    service.release(2)
    let screen = try await terminal.waitForText("Timeline (1 track)")
    #expect(screen.text.contains("- 夜晚\n\n----"))
    #expect(screen.text.unicodeScalars.allSatisfy { $0.isASCII || "夜晚".unicodeScalars.contains($0) })
  }
}
