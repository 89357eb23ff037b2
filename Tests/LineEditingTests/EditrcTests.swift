import Foundation
import TerminalTesting
import Testing

/// Key maps, `~/.editrc` and the editor of one's choice.
@Suite struct EditrcTests {
  private func withHome(_ editrc: String, _ body: (PseudoTerminal) async throws -> Void) async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      try editrc.write(toFile: folder + "/.editrc", atomically: true, encoding: .utf8)
      try await body(try await ProbeRun.start(environment: ["HOME": folder]))
    }
  }

  @Test("vi keys work when ~/.editrc asks for them, cursor keys and Escape alike")
  func vi() async throws {
    try await withHome("bind -v\n") { terminal in
      try await terminal.type("abc def\u{1B}")
      try await terminal.wait("command mode") { $0.cursor == (0, 11) }
      try await terminal.type("0dwix\u{1B}[Cy\r")
      try await terminal.waitForText("[line \"xdyef\"]")
      try await terminal.type("two\u{1B}")
      try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> two" && $0.cursor.column == 7 }
      try await terminal.type("k\r")
      try await terminal.wait { $0.text.components("[line \"xdyef\"]") == 2 }
      try await terminal.paste("pasted\ntext")
      try await terminal.wait { $0.lines[$0.cursor.row] == "... text" }
      try await terminal.type("\r")
      try await terminal.waitForText(#"[line "pasted\ntext"]"#)
    }
  }

  @Test("a binding of ~/.editrc wins over ours, also one for this program only")
  func binding() async throws {
    try await withHome(
      "bind ^[[A ed-search-prev-history\nt2v:bind ^O ed-move-to-beg\nother:bind ^O ed-kill-line\n"
    ) { terminal in
      for line in ["apple", "banana"] {
        try await terminal.type(line + "\r")
        try await terminal.waitForText("[line \"\(line)\"]")
      }
      try await terminal.type("ap\u{1B}[A")
      try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> apple" }
      try await terminal.type("\u{0F}X\r")
      try await terminal.waitForText("[line \"Xapple\"]")
    }
  }

  @Test("emacs keys: kill, yank, words, transpose")
  func emacs() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("one two three\u{17}\u{1B}b\u{0B}\u{01}\u{19}\r")
    try await terminal.waitForText("[line \"two one \"]")
    try await terminal.type("ab\u{14}\u{1B}[1;5Dc\r")
    try await terminal.waitForText("[line \"cba\"]")
  }

  @Test("Ctrl-X Ctrl-E hands the line to EDITOR and takes back what it leaves")
  func editor() async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      let script = folder + "/edit"
      try
        "#!/bin/sh\nstty -a < /dev/tty | grep -q ' icanon' && echo 'the terminal is normal'\nsed -i s/cat/dog/ \"$2\"\necho 'and more' >> \"$2\"\n"
        .write(toFile: script, atomically: true, encoding: .utf8)
      let terminal = try await ProbeRun.start(environment: [
        "EDITOR": "sh \(script) --option", "TMPDIR": folder,
      ])
      try await terminal.type("a cat\u{18}\u{05}")
      try await terminal.wait("the edited line") { $0.text.hasSuffix("t2v> a dog\n... and more") }
      #expect(await terminal.screen.text.contains("the terminal is normal"))
      try await terminal.type("\r")
      try await terminal.waitForText(#"[line "a dog\nand more"]"#)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["edit"],
        "nothing is left behind")
    }
  }

  @Test("an editor that fails leaves the line as it was, and says so")
  func failingEditor() async throws {
    let terminal = try await ProbeRun.start(environment: ["EDITOR": "/nonexistent/editor"])
    try await terminal.type("a cat\u{18}\u{05}")
    try await terminal.waitForText("The editor could not be run")
    try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> a cat" }
    try await terminal.type("\r")
    try await terminal.waitForText("[line \"a cat\"]")
  }
}
