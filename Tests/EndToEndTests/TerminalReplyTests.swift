import Foundation
import TerminalTesting
import Testing

/// What a person sees of a reply while it comes in, against a service that waits for the test.
@Suite("A reply at a terminal", .serialized)
struct TerminalReplyTests {
  private func start(
    _ sandbox: Sandbox, _ service: ScriptedService, _ arguments: [String] = [], columns: Int = 80,
    rows: Int = 30,
    environment: [String: String] = [:], identity: TerminalIdentity? = nil
  ) async throws -> PseudoTerminal {
    let variables = sandbox.environment(service.environment.merging(environment) { $1 })
    let terminal = try PseudoTerminal(
      Sandbox.client, arguments, environment: variables, columns: columns, rows: rows, identity: identity,
      directory: sandbox.work)
    try await terminal.wait("the greeting") { $0.text.filter { !$0.isWhitespace }.contains("thenexport") }
    return terminal
  }

  @Test(
    "a line that is neither yes nor no answers no question: nothing is removed that nobody asked to remove")
  func neitherYesNorNo() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["Here it is."], addsMusic: true)
    defer { service.stop() }
    let terminal = try await start(sandbox, service)
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
    let terminal = try await start(sandbox, service, columns: columns)
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
    let terminal = try await start(
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
    let terminal = try await start(sandbox, service)
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
    let terminal = try await start(sandbox, service)
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

  @Test("a download has a bar of its own, redrawn in place, with percent, and the title shows it")
  func progress() async throws {
    let sandbox = try Sandbox()
    let film = try await Media.film()
    let service = try ScriptedService(reply: ["Done.\n"], film: film)
    defer { service.stop() }
    let terminal = try await start(sandbox, service, environment: ["WT_SESSION": "x"])
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
    let terminal = try await start(
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
    let terminal = try await start(
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
    let terminal = try await start(
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
    let terminal = try await start(sandbox, service, environment: ["LANG": "C", "COLORTERM": "truecolor"])
    try await terminal.type("夜\r")
    service.release(2)
    let screen = try await terminal.waitForText("Timeline (1 track)")
    #expect(screen.text.contains("- 夜晚\n\n----"))
    #expect(screen.text.unicodeScalars.allSatisfy { $0.isASCII || "夜晚".unicodeScalars.contains($0) })
  }

  @Test("the next step stands in grey at an empty prompt, and goes when something is typed")
  func hints() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["Done.\n"])
    defer { service.stop() }
    let terminal = try await start(sandbox, service)
    try await terminal.type("a sunset\r")
    service.release(2)
    try await terminal.wait("the hint") { $0.lines[$0.cursor.row] == "t2v> add music · add a title · export" }
    try await terminal.type("/exp")
    try await terminal.wait("the command's hint") {
      $0.lines[$0.cursor.row] == "t2v> /export [FORMAT] [FILE]"
    }
    try await terminal.type("\u{1B}[C")
    try await terminal.wait("the command") { $0.cursor.column == 13 }
  }

  @Test("Tab completes commands, formats, sessions and files, with blanks and Chinese in their names")
  func completion() async throws {
    let sandbox = try Sandbox()
    for name in ["Movies", "Movies/我的 电影.mp4", "Movies/it's.mov"] {
      if name == "Movies" {
        try FileManager.default.createDirectory(
          atPath: sandbox.folder + "/Movies", withIntermediateDirectories: true)
      } else {
        try #require(FileManager.default.createFile(atPath: sandbox.folder + "/" + name, contents: Data()))
      }
    }
    let service = try ScriptedService(reply: ["Done.\n"])
    defer { service.stop() }
    let terminal = try await start(sandbox, service)
    func expect(_ keys: String, _ line: String) async throws {
      try await terminal.type("\u{15}" + keys)
      try await terminal.wait(line) { $0.lines[$0.cursor.row] == line }
    }
    try await expect("/upl\t~/Mov\t", "t2v> /upload ~/Movies/")
    try await expect("/upload ~/Movies/我\t", "t2v> /upload ~/Movies/我的\\ 电影.mp4")
    try await expect("/upload \"~/Movies/我\t", "t2v> /upload \"~/Movies/我的 电影.mp4\"")
    try await expect("/upload ~/Movies/it\t", "t2v> /upload ~/Movies/it\\'s.mov")
    try await expect("~/Movies/it\t", "t2v> ~/Movies/it\\'s.mov")
    try await expect("/export web\t", "t2v> /export web")
    try await terminal.waitForText("webm")
    try await expect("/export 72\t", "t2v> /export 720p")
    try await terminal.type("\u{15}a sunset\r")
    service.release(2)
    try await terminal.waitForText("Timeline (1 track)")
    try await expect("/resume sun\t", "t2v> /resume sess_1")
  }

  @Test(
    "within tmux, after the window changed its size in the midst of a reply, one prompt stands and no row is left over",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")))
  func tmux() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: (1...60).map { "Sentence \($0) of the reply. " })
    defer { service.stop() }
    let socket = sandbox.folder + "/tmux"
    let variables = service.environment
    // On a terminal of its own: the server that tmux leaves behind must not inherit the test's pipes.
    func tmux(_ arguments: [String]) async throws {
      let terminal = try PseudoTerminal(
        "/usr/bin/tmux", ["-S", socket, "-f", "/dev/null"] + arguments,
        environment: sandbox.environment(variables))
      #expect(try await terminal.waitForExit() == .exited(0), "\(arguments)")
    }
    @Sendable func screen(until isReached: @Sendable (String) -> Bool) async throws -> String {
      let deadline = ContinuousClock.now + .seconds(30)
      while true {
        let text = try await Run.program(
          "/usr/bin/tmux", ["-S", socket, "capture-pane", "-p", "-S", "-"], in: sandbox
        ).output
        if isReached(text) || ContinuousClock.now > deadline { return text }
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    try await tmux(["new-session", "-d", "-x", "80", "-y", "24", Sandbox.client])
    try await tmux(["set", "-g", "window-size", "manual"])
    _ = try await screen { $0.contains("then export") }
    try await tmux(["send-keys", "go", "Enter"])
    let typed = "typed 中文 while it streams, long enough to be wrapped at forty columns"
    try await tmux(["send-keys", typed])
    for (last, width) in [(20, 60), (40, 40), (59, 100)] {
      service.release(last == 20 ? 20 : last == 40 ? 20 : 19)
      // The last sentence is held until something follows it, so the one before is waited for.
      _ = try await screen { $0.replacing("\n", with: " ").contains("Sentence \(last - 1) of") }
      try await tmux(["resize-window", "-x", "\(width)"])
    }
    service.release(10)
    let end = try await screen { $0.contains("Timeline") && !$0.contains("Thinking") }
    try await tmux(["kill-server"])
    #expect(end.ranges(of: "t2v> typed").count == 1, "\(end)")
    #expect(!end.contains("Thinking…"), "\(end)")
    for number in 1...60 {
      #expect(end.replacing("\n", with: " ").contains("Sentence \(number) of"), "\(number) in \(end)")
    }
  }

  @Test(
    "/help fits 24 rows of 80 columns with all commands, ? shows the keys, a slip is told the near command")
  func help() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: [])
    defer { service.stop() }
    let terminal = try await start(sandbox, service, rows: 24)
    try await terminal.type("/help\r")
    let screen = try await terminal.wait("all of the help on the screen") { screen in
      screen.lines.contains { $0.contains("/help") && $0.contains("show this") }
        && screen.lines.contains { $0.contains("/quit") } && screen.lines[screen.cursor.row] == "t2v>"
    }
    for command in [
      "help", "export", "upload", "credits", "status", "new", "sessions", "resume", "open", "queue", "cancel",
      "save", "quit",
    ] {
      #expect(screen.lines.contains { $0.hasPrefix("  /\(command)") }, "\(command)")
    }
    try await terminal.type("?")
    try await terminal.wait("the keys") { screen in
      screen.lines.contains { $0.contains("Ctrl-R") } && screen.lines[screen.cursor.row] == "t2v>"
    }
    try await terminal.type("/exprot\r")
    try await terminal.waitForText("Did you mean /export?")
  }
}
