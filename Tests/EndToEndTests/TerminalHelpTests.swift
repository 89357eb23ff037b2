import Foundation
import TerminalTesting
import Testing

/// What helps a person to type: hints, completion, help, and the same in tmux.
@Suite("Help at a terminal", .serialized)
struct TerminalHelpTests {
  @Test("the next step stands in grey at an empty prompt, and goes when something is typed")
  func hints() async throws {
    let sandbox = try Sandbox()
    let service = try ScriptedService(reply: ["Done.\n"])
    defer { service.stop() }
    let terminal = try await PseudoTerminal.start(sandbox, service)
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
    let terminal = try await PseudoTerminal.start(sandbox, service)
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
    let terminal = try await PseudoTerminal.start(sandbox, service, rows: 24)
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
