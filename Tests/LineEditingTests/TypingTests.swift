import Foundation
import TerminalTesting
import Testing

/// What a person sees and gets who types at the prompt.
@Suite struct TypingTests {
  @Test(
    "Chinese and emoji arrive as typed, with the cursor behind them",
    arguments: [
      ("hello", 5), ("你好世界", 8), ("a👍b", 4), ("e\u{301}te\u{301}", 3), ("👨‍👩‍👧x", 3), ("🇨🇳🇫🇷", 4), ("❤️!", 3),
      ("한국어", 6), ("👍🏽 ok", 5),
    ]) func scripts(text: String, columns: Int) async throws
  {
    let terminal = try await ProbeRun.start()
    try await terminal.type(text)
    let screen = try await terminal.wait("the text and the cursor") { $0.cursor == (0, 5 + columns) }
    #expect(screen.lines[0] == "t2v> \(text)")
    try await terminal.type("\r")
    try await terminal.waitForText("[line \"\(text)\"]")
  }

  @Test("on a terminal that draws emoji part by part, later text still stands where the cursor is")
  func perScalarTerminal() async throws {
    let terminal = try await ProbeRun.start(widths: .perScalar)
    try await terminal.type("a👨‍👩‍👧bc")
    let screen = try await terminal.wait("the cursor") { $0.cursor == (0, 10) }
    #expect(screen.lines[0].hasSuffix("bc"))
    try await terminal.type("\u{1B}[D\u{1B}[D\u{7F}\r")
    try await terminal.waitForText("[line \"abc\"]")
  }

  @Test(
    "Backspace takes away one character as a person sees it", arguments: ["e\u{301}", "👨‍👩‍👧", "🇨🇳", "字", "👍🏽"])
  func backspace(character: String) async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("x\(character)y\u{1B}[D\u{7F}\r")
    try await terminal.waitForText("[line \"xy\"]")
  }

  @Test("a typed line wraps at the width, and the cursor goes with it", arguments: [30, 80])
  func wrapping(width: Int) async throws {
    let terminal = try await ProbeRun.start(columns: width)
    let text = String((0..<(width + 10)).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    try await terminal.type(text)
    let screen = try await terminal.wait("the cursor in the next row") { $0.cursor == (1, 15) }
    #expect(screen.lines[0] + screen.lines[1] == "t2v> " + text)
    try await terminal.type("\u{01}")
    try await terminal.wait("the cursor at home") { $0.cursor == (0, 5) }
    try await terminal.type("X\u{05}Y\r")
    try await terminal.wait("the whole line") { $0.text.contains("[line \"X\(text)Y\"]") }
  }

  @Test("a line that just fills the row puts the cursor in the next one")
  func fullRow() async throws {
    let terminal = try await ProbeRun.start(columns: 30)
    try await terminal.type(String(repeating: "a", count: 25))
    try await terminal.wait("the cursor") { $0.cursor == (1, 0) }
    try await terminal.type("\u{7F}")
    try await terminal.wait("the cursor") { $0.cursor == (0, 29) }
  }

  @Test("a wide character that does not fit moves to the next row as a whole")
  func wideAtTheEdge() async throws {
    let terminal = try await ProbeRun.start(columns: 30)
    try await terminal.type(String(repeating: "a", count: 24) + "中")
    let screen = try await terminal.wait("the cursor") { $0.cursor == (1, 2) }
    #expect(screen.lines[1] == "中")
  }

  @Test(
    "a backslash at the end, or Alt-Enter, goes on in a second line of one message",
    arguments: ["\\\r", "\u{1B}\r"])
  func continuation(keys: String) async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("first" + keys)
    try await terminal.wait("the second row") { $0.cursor == (1, 4) }
    try await terminal.type("second\r")
    try await terminal.waitForText(#"[line "first\nsecond"]"#)
  }

  @Test("Up goes to the row above in a message of two lines, and only then to the history")
  func upWithinMessage() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("old\r")
    try await terminal.waitForText("[line \"old\"]")
    try await terminal.type("abc\u{1B}\rdef")
    try await terminal.wait { $0.lines[$0.cursor.row] == "... def" }
    try await terminal.type("\u{1B}[AX")
    try await terminal.wait {
      $0.lines[$0.cursor.row] == "t2v> abXc" || $0.lines[$0.cursor.row] == "t2v> abcX"
    }
    try await terminal.type("\u{1B}[A")
    try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> old" }
    try await terminal.type("\u{1B}[B\r")
    try await terminal.wait { $0.text.contains(#"\ndef"]"#) }
  }

  @Test("Tab completes what is unambiguous and lists what is not")
  func completion() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("/h\t")
    try await terminal.wait { $0.lines[0] == "t2v> /help" && $0.cursor.column == 11 }
    try await terminal.type("\u{15}电\t")
    let screen = try await terminal.wait { $0.lines[1] == "t2v> 电" }
    #expect(screen.lines[0].contains("电影") && screen.lines[0].contains("电视"))
    try await terminal.type("影\t\r")
    try await terminal.waitForText("[line \"电影 \"]")
  }

  @Test("a hint stands in grey behind the cursor and is taken by the right arrow")
  func hint() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("exp")
    let screen = try await terminal.wait { $0.lines[0] == "t2v> export now" }
    #expect(screen.cursor == (0, 8))
    try await terminal.type("\u{1B}[C\r")
    try await terminal.waitForText("[line \"export now\"]")
  }

  @Test("a hint that was not taken is no part of the message")
  func hintNotTaken() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("exp")
    try await terminal.waitForText("export now")
    try await terminal.type("\r")
    let screen = try await terminal.waitForText("[line \"exp\"]")
    #expect(screen.lines[0] == "t2v> exp")
  }

  @Test("Ctrl-R finds an earlier line by a part of it")
  func search() async throws {
    let terminal = try await ProbeRun.start()
    for line in ["a sunset over the sea", "a cat on a roof"] {
      try await terminal.type(line + "\r")
      try await terminal.waitForText("[line \"\(line)\"]")
    }
    try await terminal.type("\u{12}suns")
    let screen = try await terminal.wait { $0.lines[$0.cursor.row] == "“suns”: a sunset over the sea" }
    #expect(screen.cursor.column == 8 + 2, "the cursor stands where the match begins")
    #expect(!screen.text.contains("bck"))
    try await terminal.type("\r")
    try await terminal.wait { $0.text.components("[line \"a sunset over the sea\"]") == 2 }
  }

  @Test("a search goes to older lines with Ctrl-R, back with Ctrl-S, and Ctrl-G leaves the line as it was")
  func searchOnward() async throws {
    let terminal = try await ProbeRun.start()
    for line in ["Rain on a roof", "a cat on a roof", "snow"] {
      try await terminal.type(line + "\r")
      try await terminal.waitForText("[line \"\(line)\"]")
    }
    try await terminal.type("typed\u{12}")
    try await terminal.wait { $0.lines[$0.cursor.row] == "search:" }
    try await terminal.type("roof")
    try await terminal.wait { $0.lines[$0.cursor.row] == "“roof”: a cat on a roof" }
    try await terminal.type("\u{12}")
    try await terminal.wait { $0.lines[$0.cursor.row] == "“roof”: Rain on a roof" }
    try await terminal.type("\u{13}")
    try await terminal.wait { $0.lines[$0.cursor.row] == "“roof”: a cat on a roof" }
    try await terminal.type("x")
    try await terminal.wait { $0.lines[$0.cursor.row] == "no “roofx”: a cat on a roof" }
    try await terminal.type("\u{7F}\u{7}")
    try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> typed" }
    // A cursor key takes what was found, and does its own work.
    try await terminal.type("\u{12}rain\u{1B}[D!\r")
    try await terminal.waitForText("[line \"Rain on a roo!f\"]")
  }

  @Test(
    "Escape takes what was found into the line, in both key maps, and Chinese is found",
    arguments: ["", "bind -v\n"])
  func searchEscape(editrc: String) async throws {
    try await ProbeRun.inTemporaryFolder { folder in
      try Array(editrc.utf8).withUnsafeBytes { bytes in
        try #require(FileManager.default.createFile(atPath: folder + "/.editrc", contents: Data(bytes)))
      }
      let terminal = try await ProbeRun.start(environment: ["HOME": folder])
      try await terminal.type("夜晚的城市下雪\r")
      try await terminal.waitForText("[line \"夜晚的城市下雪\"]")
      try await terminal.type("\u{12}城市")
      try await terminal.wait { $0.lines[$0.cursor.row].hasSuffix("夜晚的城市下雪") }
      try await terminal.type("\u{1B}")
      try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> 夜晚的城市下雪" }
      try await terminal.type("!\r")
      try await terminal.waitForText("[line \"夜晚的城市下雪!\"]")
    }
  }

  @Test("? at an empty prompt shows the keys; anywhere else it is a question mark")
  func keys() async throws {
    let terminal = try await ProbeRun.start(rows: 40)
    try await terminal.type("?")
    let screen = try await terminal.waitForText("Ctrl-R: search earlier lines")
    #expect(screen.lines[screen.cursor.row] == "t2v>")
    try await terminal.type("why?")
    try await terminal.wait { $0.lines[$0.cursor.row] == "t2v> why?" }
    try await terminal.type("\u{15}? at once\r")
    try await terminal.waitForText("[line \"? at once\"]")
  }

  @Test("function keys and other sequences that mean nothing leave nothing in the line")
  func unknownKeys() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type("a\u{1B}[15~\u{1B}[1;5A\u{1B}[5~\u{1B}OPb\r")
    try await terminal.waitForText("[line \"ab\"]")
  }

  @Test("in the C locale, and without one, characters are still UTF-8", arguments: ["", "C", "POSIX"])
  func locale(name: String) async throws {
    let terminal = try await ProbeRun.start(environment: ["LANG": name])
    try await terminal.type("日本👍")
    try await terminal.wait { $0.cursor == (0, 11) }
    try await terminal.type("\r")
    try await terminal.waitForText("[line \"日本👍\"]")
  }
}

extension String {
  /// How often `part` occurs.
  func components(_ part: String) -> Int { ranges(of: part).count }
}
