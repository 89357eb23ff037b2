import Glibc
import TerminalTesting
import Testing

/// Keys that end or stop, and how the terminal is left.
@Suite struct TerminalCareTests {
  @Test("Ctrl-C clears the line, and says so; at an empty line it is only told")
  func interrupt() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("abc")
    try await terminal.wait { $0.cursor == (0, 8) }
    try await terminal.type("\u{03}")
    try await terminal.waitForText("t2v> abc^C\n[interrupt cleared]\nt2v>")
    try await terminal.type("\u{03}")
    try await terminal.waitForText("[interrupt]")
    try await terminal.type("ok\r")
    try await terminal.waitForText("[line \"ok\"]")
  }

  @Test("Ctrl-C within a search and behind keys of the same moment")
  func interruptInSearch() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("abc\u{03}")
    try await terminal.waitForText("[interrupt cleared]")
    try await terminal.type("\u{12}x")
    try await terminal.wait { $0.text.hasSuffix("x") }
    try await terminal.type("\u{03}")
    try await terminal.wait { $0.text.components("[interrupt cleared]") == 2 }
    try await terminal.type("ok\r")
    try await terminal.waitForText("[line \"ok\"]")
  }

  @Test("SIGINT is told like Ctrl-C")
  func interruptSignal() async throws {
    let terminal = try await ProbeRun.start()
    terminal.signal(SIGINT)
    try await terminal.waitForText("[interrupt]")
  }

  @Test("Ctrl-D deletes in a line and ends at an empty one, and the terminal is as it was found")
  func endOfFile() async throws {
    let terminal = try await ProbeRun.start()
    let raw = await terminal.modes
    #expect(!raw.echoes && !raw.isCanonical)
    try await terminal.type("ab\u{01}\u{04}\r")
    try await terminal.waitForText("[line \"b\"]")
    try await terminal.type("\u{04}")
    #expect(try await terminal.waitForExit() == .exited(0))
    let screen = await terminal.screen
    #expect(screen.text.hasSuffix("[end]\n[closed]"))
    try await expectRestored(terminal)
  }

  @Test(
    "fatal signals restore the terminal and keep their exit status", arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func fatalSignals(signal: Int32) async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("typed")
    try await terminal.waitForText("typed")
    terminal.signal(signal)
    #expect(try await terminal.waitForExit() == .signalled(signal))
    try await expectRestored(terminal)
  }

  @Test(
    "a crash in another thread, abort and exit restore the terminal",
    arguments: [":crash", ":abort", ":exit 7"])
  func crash(command: String) async throws {
    let terminal = try await ProbeRun.start(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try await terminal.type(command + "\r")
    let status = try await terminal.waitForExit()
    switch command {
    case ":abort": #expect(status == .signalled(SIGABRT))
    case ":exit 7": #expect(status == .exited(7))
    default: #expect(status == .signalled(SIGILL) || status == .signalled(SIGTRAP))
    }
    try await expectRestored(terminal)
  }

  @Test("what is printed after the editor's end still comes out")
  func printAfterClose() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":close\r")
    try await terminal.waitForText("printed after the end")
    #expect(try await terminal.waitForExit() == .exited(0))
    try await expectRestored(terminal)
  }

  @Test("a terminal that goes away is the end of input")
  func hangUp() async throws {
    // SIGHUP is ignored, as under nohup: only reading tells.
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "trap '' HUP; exec \"$0\"", ProbeRun.path])
    try await terminal.waitForText("t2v>")
    await terminal.hangUp()
    #expect(try await terminal.waitForExit() == .exited(0))
  }

  @Test("Ctrl-Z gives the shell its terminal, and fg brings the line back", arguments: ["\u{1A}", "signal"])
  func stopAndContinue(how: String) async throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: ["PS1": "sh$ "])
    try await terminal.waitForText("sh$")
    let shell = await terminal.modes
    try await terminal.type("\(ProbeRun.path)\r")
    try await terminal.wait("the prompt of the probe") { $0.text.hasSuffix("t2v>") }
    try await terminal.type("half")
    try await terminal.wait { $0.text.hasSuffix("t2v> half") }
    if how == "signal" {
      try await terminal.type("\u{15}:stop\r")
    } else {
      try await terminal.type(how)
    }
    try await terminal.waitForText("Stopped")
    try await terminal.wait("the shell's prompt") { $0.text.hasSuffix("sh$") }
    #expect(await terminal.modes == shell)
    #expect(await terminal.screen.modes.isDisjoint(with: [1004, 2004]))
    try await terminal.type("fg\r")
    try await terminal.wait("the line again") { $0.lines[$0.cursor.row].hasPrefix("t2v>") }
    #expect(await terminal.screen.modes.isSuperset(of: [1004, 2004]))
    try await terminal.type(" and half\r")
    try await terminal.waitForText(how == "signal" ? "[line \" and half\"]" : "[line \"half and half\"]")
  }

  @Test("input that is no terminal is refused with words a person understands")
  func noTerminal() async throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo hi | \"$0\"", ProbeRun.path])
    try await terminal.waitForText("error: Standard input is not a terminal")
    #expect(try await terminal.waitForExit() == .exited(3))
  }

  private func expectRestored(_ terminal: PseudoTerminal) async throws {
    let modes = await terminal.modes
    #expect(modes.echoes && modes.isCanonical && modes.makesSignals)
    let screen = await terminal.screen
    #expect(screen.modes.isDisjoint(with: [1004, 2004, 2026]))
    #expect(screen.modes.isSuperset(of: [7, 25]))
    #expect(screen.cursor.column == 0)
  }
}
