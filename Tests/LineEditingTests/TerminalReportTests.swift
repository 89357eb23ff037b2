import Glibc
import LineEditing
import TerminalTesting
import Testing

/// What the terminal tells, and what is told to it besides text.
@Suite struct TerminalReportTests {
  private static let kitty = TerminalIdentity(name: "kitty(0.32.2)", drawsKitty: true, drawsSixel: true)

  @Test("the terminal's answers are understood and never land in the line")
  func answers() async throws {
    let terminal = try await ProbeRun.start(environment: ["PROBE_ASKS": "1"], identity: Self.kitty)
    try await terminal.type("ab")
    try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> ab" }
    try await terminal.type("\u{15}:answers\r")
    try await terminal.waitForText("[name kitty(0.32.2), kitty true, sixel true, cell 10x20]")
  }

  @Test("a terminal that answers nothing keeps nobody waiting: keys are keys, Alt-P among them")
  func silence() async throws {
    let terminal = try await ProbeRun.start(environment: ["PROBE_ASKS": "1"])
    try await terminal.type("ab\u{1B}Pcd")
    try await terminal.wait("the letters behind Alt-P") { $0.lines[$0.cursor.row].hasSuffix("cd") }
    try await terminal.type("\u{15}:answers\r")
    try await terminal.waitForText("[name none, kitty false, sixel false, cell none]")
  }

  @Test("answers that come late, behind keys, stay out of the line")
  func lateAnswers() async throws {
    let terminal = try await ProbeRun.start(environment: ["PROBE_ASKS": "1"])
    try await terminal.type(
      "x\u{1B}P>|WezTerm 2024\u{1B}\\\u{1B}[6;20;10t\u{1B}_Gi=31;ENOENT\u{1B}\\\u{1B}[?62;4cy\r")
    try await terminal.waitForText("[line \"xy\"]")
    try await terminal.type(":answers\r")
    try await terminal.waitForText("[name WezTerm 2024, kitty false, sixel true, cell 10x20]")
  }

  @Test("answers that are still to come when the program ends do not land in the shell")
  func lastAnswers() async throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "sh$ ", "PROBE_ASKS": "1"])
    try await terminal.waitForText("sh$")
    try await terminal.type("\(ProbeRun.path)\r")
    try await terminal.wait("the prompt") { $0.text.hasSuffix("t2v>") }
    // The network was slow: the answer comes behind the key that ends.
    try await terminal.type("\u{4}\u{1B}P>|xterm(380)\u{1B}\\\u{1B}[?64;4c")
    try await terminal.wait("the shell") { $0.text.hasSuffix("[closed]\nsh$") }
    try await terminal.type("echo done\r")
    let screen = try await terminal.waitForText("\ndone")
    #expect(!screen.text.contains("64;4"))
  }

  @Test("the focus is known once the terminal tells it")
  func focus() async throws {
    let terminal = try await ProbeRun.start()
    #expect(await terminal.screen.modes.contains(1004))
    try await terminal.type(":focus\r")
    try await terminal.waitForText("[focus unknown]")
    try await terminal.type("\u{1B}[O:focus\r")
    try await terminal.waitForText("[focus false]")
    try await terminal.type("\u{1B}[I:focus\r")
    try await terminal.waitForText("[focus true]")
  }

  @Test("a notification comes with a bell, once, without what could end its sequence")
  func notification() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":notify it is\\e]0;x there\r")
    let screen = try await terminal.wait("the bell") { $0.bells == 1 }
    #expect(screen.strings.filter { $0.hasPrefix("]9;") } == ["]9;it is]0x there"])
  }

  @Test(
    "whatever a notification says, in each of the three ways it is one sequence and ends where it should",
    arguments: ["notify", "notify99", "notify777"])
  func hostileNotification(_ command: String) async throws {
    let terminal = try await ProbeRun.start()
    let attacks = [
      "a\\e]52;c;EVILb", "a\\e\\\\b;p=close;e=1:x", "a\\e[31337m;;b", "a\u{9C}\u{9B}31337mb",
      "a\u{202E}b\u{2066}",
      "4;3;0", "long " + String(repeating: "x", count: 1500),
    ]
    for (number, attack) in attacks.enumerated() {
      try await terminal.type(":\(command) \(attack)\r")
      try await terminal.wait("bell \(number)") { $0.bells == number + 1 }
    }
    try await terminal.type(":title 99999\r")
    try await terminal.wait("the title") { $0.strings.last == "]9;4;1;100" }
    try await terminal.type("\u{4}")
    try await terminal.waitForExit()
    let screen = await terminal.screen
    let sent = SentBytes(await terminal.output, columns: screen.columns, rows: screen.rows)
    #expect(sent.problems.isEmpty, "\(sent.problems)")
    #expect(sent.strings.count { $0.hasPrefix("]9;4;") == false } == attacks.count, "\(sent.strings)")
  }

  @Test(
    "progress in the title is set, changes, and is taken away at the end, by a signal too",
    arguments: [true, false])
  func title(ends: Bool) async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":title 30\r")
    try await terminal.wait { $0.strings.last == "]9;4;1;30" }
    try await terminal.type(":title unknown\r")
    try await terminal.wait { $0.strings.last == "]9;4;3;0" }
    if ends { try await terminal.type("\u{4}") } else { terminal.signal(SIGTERM) }
    try await terminal.waitForExit()
    #expect(await terminal.screen.strings.last == "]9;4;0;0")
  }

  @Test("status of several rows stands above the prompt, a row each, and goes")
  func rows() async throws {
    let terminal = try await ProbeRun.start(columns: 30)
    try await terminal.type(":status one\\ntwo is longer than thirty columns\r")
    try await terminal.wait { $0.text.hasSuffix("\none\ntwo is longer than thirty col…\nt2v>") }
    try await terminal.type(":status\r")
    try await terminal.wait { $0.text.hasSuffix("col…\nt2v> :status\nt2v>") || !$0.text.contains("\none\n") }
  }
}

/// A terminal for a screen reader.
@Suite struct PlainTerminalTests {
  @Test("in plain mode no sequence is sent, and a typed line is not drawn twice")
  func plain() async throws {
    let terminal = try await ProbeRun.start(
      environment: ["PROBE_PLAIN": "1", "PROBE_ASKS": "1"], identity: nil)
    for character in "hello 你好" { try await terminal.type(String(character)) }
    try await terminal.wait { $0.lines[0] == "t2v> hello 你好" }
    let typed = String(decoding: await terminal.output, as: UTF8.self)
    #expect(typed.components("t2v> h") == 1, "letters are added, not drawn anew")
    try await terminal.type("\u{7F}\u{7F}x\r")
    try await terminal.waitForText("[line \"hello x\"]")
    let output = String(decoding: await terminal.output, as: UTF8.self)
    #expect(!output.contains("\u{1B}"))
    #expect(output.components("t2v> hello x") <= 2, "once while typed, once when it was accepted")
  }
}
