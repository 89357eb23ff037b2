import TerminalTesting
import Testing

/// Text printed while something is being typed.
@Suite struct LivePromptTests {
  /// Where the cursor is while text is printed.
  enum Place: String, CaseIterable, Sendable {
    case home = "\u{01}"
    case middle = "\u{01}\u{06}\u{06}\u{06}"
    case end = ""
  }

  @Test(
    "a reply streams above a long line without debris, wherever the cursor is", arguments: Place.allCases,
    [30, 80])
  func streaming(place: Place, width: Int) async throws {
    let terminal = try await ProbeRun.start(columns: width)
    let typed =
      "what is typed 你好 meanwhile is long enough to need more than one row even of eighty columns, yes"
    try await terminal.type(":stream 60\r")
    try await terminal.waitForText("\nword1 ")
    try await terminal.type(typed + place.rawValue)
    let screen = try await terminal.waitForText("[streamed]")
    try await terminal.wait("the status to go") { !$0.text.contains("streaming") && $0.text.hasSuffix("yes") }
    let words = (1...60).map { "word\($0)" + ($0 % 12 == 0 ? "\n" : " ") }.joined()
    #expect(screen.text.contains("t2v> :stream 60\n" + words + "[streamed]"), "\(screen.text)")
    #expect(screen.fullErasures == 0)
    try await terminal.type("\r")
    try await terminal.wait { $0.text.contains("[line \"\(typed)\"]") }
  }

  @Test("the scrollback keeps every printed line once")
  func scrollback() async throws {
    let terminal = try await ProbeRun.start(columns: 40, rows: 10)
    try await terminal.type(":stream 600\r")
    try await terminal.waitForText("\nword1 ")
    try await terminal.type("typed")
    let screen = try await terminal.wait { $0.text.contains("[streamed]") && $0.text.hasSuffix("t2v> typed") }
    let words = (1...600).map { "word\($0)" + ($0 % 12 == 0 ? "\n" : " ") }.joined()
    #expect(screen.text == "t2v> :stream 600\n" + words + "[streamed]\nt2v> typed")
    #expect(screen.scrollback.count > 50)
  }

  @Test("the status row stands right above the prompt, is cut to the width, and goes")
  func status() async throws {
    let terminal = try await ProbeRun.start(columns: 30)
    try await terminal.type(":status rendering a film of a cat on a roof 12 s\r")
    try await terminal.wait { $0.lines[2] == "rendering a film of a cat on …" && $0.lines[3] == "t2v>" }
    try await terminal.type("abc")
    try await terminal.wait { $0.cursor == (3, 8) }
    try await terminal.type("\u{15}:status\r")
    let screen = try await terminal.wait { $0.lines[3] == "t2v>" && $0.cursor == (3, 5) }
    #expect(!screen.text.contains("rendering a film of a cat on …"))
  }

  @Test("a line sent while a reply's line is open does not break into it")
  func echoWaits() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":print half a\r")
    try await terminal.wait { $0.lines[1] == "half a" && $0.lines[2] == "t2v>" }
    try await terminal.type(":print sentence\\nnext\\n\r")
    let screen = try await terminal.waitForText("\nnext\nt2v>")
    #expect(screen.text == "t2v> :print half a\nhalf asentence\nt2v> :print sentence\\nnext\\n\nnext\nt2v>")
  }

  @Test("an open line that is just full goes on in the next row as one line")
  func openLineAtTheEdge() async throws {
    let terminal = try await ProbeRun.start(columns: 20)
    try await terminal.type(":print 12345678901234567890\r")
    try await terminal.waitForText("12345678901234567890\nt2v>")
    try await terminal.type(":print abc\r")
    try await terminal.wait { $0.text.contains("12345678901234567890abc") }
  }

  @Test("printed colours neither take room nor stain the prompt")
  func colours() async throws {
    let terminal = try await ProbeRun.start(columns: 20)
    try await terminal.type(":print \\e[31mred 12345678901234\r")
    try await terminal.waitForText("red 12345678901234\nt2v>")
    try await terminal.type(":print xy\\e[0m\\n\r")
    try await terminal.wait { $0.text.contains("red 12345678901234xy\n") }
  }

  @Test(
    "after a change of the width nothing is left over and nothing is lost",
    arguments: [(80, 40), (40, 100), (80, 25)])
  func resize(from: Int, to: Int) async throws {
    let terminal = try await ProbeRun.start(columns: from)
    try await terminal.type(":print printed before\\n\r")
    try await terminal.waitForText("\nprinted before\nt2v>")
    let typed = "this is typed and long enough for two rows or more on the narrow screen"
    try await terminal.type(typed)
    try await terminal.waitForText("narrow")
    await terminal.resize(columns: to, rows: 24)
    let screen = try await terminal.wait("the new size in the status") {
      $0.text.contains("\n\(to) x 24\nt2v> this")
    }
    #expect(screen.text.contains("printed before\n\(to) x 24\n"))
    #expect(screen.text.components("t2v> this") == 1)
    try await terminal.type("\r")
    try await terminal.wait { $0.text.contains("[line \"\(typed)\"]") }
  }

  @Test("input higher than the screen shows the part around the cursor")
  func higherThanTheScreen() async throws {
    let terminal = try await ProbeRun.start(rows: 6)
    for index in 1...12 { try await terminal.type("row\(index)\u{1B}\r") }
    let screen = try await terminal.wait { $0.text.contains("row12") }
    #expect(screen.scrollback.allSatisfy { !$0.contains("row") }, "input must not leak into the scrollback")
    try await terminal.type("\r")
    try await terminal.wait { $0.text.contains(#"row11\nrow12"]"#) }
  }

  @Test("what the program puts into the input can be edited and sent")
  func setInput() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":input held back\r")
    try await terminal.wait { $0.lines[1] == "t2v> held back" && $0.cursor == (1, 14) }
    try await terminal.type("!\r")
    try await terminal.waitForText("[line \"held back!\"]")
  }

  @Test("updates are wrapped in synchronised output")
  func synchronised() async throws {
    let terminal = try await ProbeRun.start()
    try await terminal.type(":stream 12\r")
    try await terminal.waitForText("[streamed]")
    let output = String(decoding: await terminal.output, as: UTF8.self)
    #expect(output.components("\u{1B}[?2026h") >= 12)
    #expect(output.components("\u{1B}[?2026h") == output.components("\u{1B}[?2026l"))
    #expect(!output.contains("\u{1B}[?1049h") && !output.contains("\u{1B}[2J"))
  }

  @Test("a terminal without escape sequences gets none, and works")
  func dumb() async throws {
    let terminal = try await ProbeRun.start(environment: ["TERM": "dumb"])
    try await terminal.type("hello\u{7F}p\u{01}X\r")
    try await terminal.waitForText("[line \"Xhellp\"]")
    try await terminal.type(":print above\\n\r")
    try await terminal.wait { $0.lines.contains("above") && $0.lines[$0.cursor.row] == "t2v>" }
    #expect(await !terminal.output.contains(0x1B))
  }
}
