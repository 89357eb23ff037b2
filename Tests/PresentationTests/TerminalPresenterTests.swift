import Conversation
import LineEditing
import MediaFormats
import NemoVideo
import Presentation
import Synchronization
import Testing
import TimelineDraft

@Suite struct TerminalPresenterTests {
  /// A terminal that keeps what it is given.
  private final class Surface: TerminalSurface {
    let columns: Int
    let redrawsStatus: Bool
    let printed = Mutex("")
    let rows = Mutex<[String?]>([])

    let followsLinks: Bool
    let isFocused: Bool?
    let notified = Mutex<[String]>([])
    let titles = Mutex<[TitleProgress]>([])

    init(columns: Int, redrawsStatus: Bool = true, followsLinks: Bool = true, isFocused: Bool? = nil) {
      self.columns = columns
      self.redrawsStatus = redrawsStatus
      self.followsLinks = followsLinks
      self.isFocused = isFocused
    }

    func setTitleProgress(_ progress: TitleProgress) { titles.withLock { $0.append(progress) } }
    func notify(_ text: String) { notified.withLock { $0.append(text) } }

    func print(_ text: String) { printed.withLock { $0 += text } }
    func endOpenLine() { printed.withLock { if !$0.isEmpty, !$0.hasSuffix("\n") { $0 += "\n" } } }
    func width(of character: Character) -> Int {
      character.unicodeScalars.contains { $0.value > 0x2E80 } ? 2 : 1
    }
    func setStatus(_ row: String?) { rows.withLock { $0.append(row) } }

    var text: String { printed.withLock { $0 } }
    var status: String? { rows.withLock { $0.last ?? nil } }
  }

  private func presenter(_ surface: Surface) -> TerminalPresenter {
    TerminalPresenter(surface: surface, style: Style(hasColour: false))
  }

  @Test("a bar fits its row and shows percent and time", arguments: [80, 30, 12])
  func bar(columns: Int) async throws {
    let surface = Surface(columns: columns)
    let presenter = presenter(surface)
    await presenter.present(.progress(Progress(.render, 0.47)))
    let row = try #require(surface.status)
    #expect(row.contains("Rendering") && row.contains("47%"))
    #expect(row.count <= max(columns, "Rendering 47%".count))
    if columns == 80 { #expect(row.contains("0:00") && row.contains("█")) }
  }

  @Test("a turn shows what is done in plain words, and clears its row at the end")
  func turn() async {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.activity("Generating video"))
    #expect(surface.status == "Generating video… 0:00")
    await presenter.present(.tool(name: "generate_video_clip", phase: .start))
    await presenter.present(.text("Here it "))
    await presenter.present(.text("is."))
    await presenter.present(.endOfText)
    await presenter.present(.turn(.done, elapsed: 1))
    #expect(surface.text == "Here it is.\n")
    #expect(surface.status == nil)
  }

  @Test("a wait is counted down in the status row")
  func countDown() async throws {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.waiting(reason: "Looking at the timeline again", seconds: 59))
    let row = try #require(surface.status)
    #expect(["Looking at the timeline again in 0:59", "Looking at the timeline again in 0:58"].contains(row))
    #expect(surface.text.contains("Ctrl-C"))
    await presenter.present(.activity("Thinking"))
    #expect(surface.status == "Thinking… 0:00" || surface.status == "Thinking… 0:01")
  }

  @Test("a line of its own never begins in the middle of another")
  func ownLines() async {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.text("Half"))
    await presenter.present(.notice("Mind this."))
    await presenter.present(.failure(Failure(.network, "It broke.", hint: "Try again.")))
    #expect(surface.text == "Half\nMind this.\nIt broke.\nTry again.\n")
  }

  @Test("the queue is listed, and a held one says how to go on")
  func queue() async {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.queue(["one"], isHeld: false))
    await presenter.present(.queue(["one", "two\u{1B}[2J"], isHeld: false))
    #expect(surface.text == "queued 1: one\nqueued 2: two\n")
    #expect(surface.status == "2 queued")
    await presenter.present(.queue(["one"], isHeld: true))
    #expect(surface.text.contains("held 1: one\n/queue go"))
  }

  @Test("running text is broken between words, a link is not broken at all", arguments: [80, 30])
  func wrapping(columns: Int) async {
    let surface = Surface(columns: columns)
    let presenter = presenter(surface)
    let link = "https://web.example/workspace/claim?ct=clm_0123456789abcdef0123456789"
    let words = String(repeating: "The sun goes down over the ocean. ", count: 6)
    await presenter.present(.text(words))
    await presenter.present(.endOfText)
    await presenter.present(.notice("In a browser: \(link)"))
    let lines = surface.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains(link) })
    #expect(lines.allSatisfy { $0.count <= columns || $0 == link })
    #expect(
      lines.dropLast(2).joined(separator: " ").split(separator: " ").starts(with: [
        "The", "sun", "goes", "down",
      ]))
    #expect(!surface.text.contains(" \n"))
  }

  @Test("Chinese text is broken at the width, never before its punctuation", arguments: [80, 30])
  func wide(columns: Int) async {
    let surface = Surface(columns: columns)
    let presenter = presenter(surface)
    await presenter.present(.text(String(repeating: "太阳落在海面上，天空变红。", count: 8)))
    let lines = surface.text.split(separator: "\n")
    #expect(lines.count > 1)
    #expect(
      lines.allSatisfy { line in line.count * 2 <= columns + 2 && line.first != "，" && line.first != "。" })
  }

  @Test("a terminal that cannot redraw gets a line at every tenth of a transfer")
  func dumb() async {
    let surface = Surface(columns: 80, redrawsStatus: false)
    let presenter = presenter(surface)
    for step in 0...100 { await presenter.present(.progress(Progress(.download, Double(step) / 100))) }
    #expect(surface.text == (0...10).map { "Downloading \($0 * 10)%\n" }.joined())
  }

  @Test("each transfer has a row of its own, with its rate once that is known, and the title shows the last")
  func severalBars() async throws {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.progress(Progress(.render, 1)))
    await presenter.present(.progress(Progress(.download, 0.25, total: 400_000_000)))
    try await Task.sleep(for: .milliseconds(600))
    await presenter.present(.progress(Progress(.download, 0.5, total: 400_000_000)))
    let rows = try #require(surface.status).split(separator: "\n")
    #expect(rows.count == 2 && rows[0].hasPrefix("Rendering") && rows[0].contains("100%"))
    #expect(rows[1].contains("50%") && rows[1].contains("MB/s"), "\(rows)")
    #expect(surface.titles.withLock { $0.last } == .percent(50))
    await presenter.present(.exported(ExportResult(path: "a.mp4", bytes: 1, format: .mp4, render: "r")))
    #expect(surface.status == nil && surface.titles.withLock { $0.last } == TitleProgress.none)
  }

  @Test("Markdown is drawn, wrapped with its indents, in the width of the terminal", arguments: [80, 30])
  func markdown(columns: Int) async {
    let surface = Surface(columns: columns)
    let presenter = TerminalPresenter(surface: surface, style: Style(hasColour: true))
    await presenter.present(.text("# Plan\n\n- **first** of all "))
    await presenter.present(
      .text("the sea rises slowly and 慢慢地，太阳落在海面上，天空变红。\n- see [it](https://x.example/a)"))
    await presenter.present(.endOfText)
    let text = surface.text
    #expect(text.contains("\u{1B}[1;35mPlan\u{1B}[0m\n\n\u{1B}[2m• \u{1B}[0m\u{1B}[1mfirst\u{1B}[0m of all"))
    #expect(text.contains("\u{1B}]8;;https://x.example/a\u{1B}\\\u{1B}[4mit\u{1B}[0m\u{1B}]8;;\u{1B}\\"))
    let rows = Self.rows(of: text)
    #expect(rows.allSatisfy { row in row.reduce(0) { $0 + surface.width(of: $1) } <= columns }, "\(rows)")
    #expect(rows.dropFirst(2).allSatisfy { $0.hasPrefix("• ") || $0.hasPrefix("  ") || $0.isEmpty })
  }

  @Test("without links the address stands behind the text, in plain style all text stays as it is")
  func withoutLinks() async {
    let surface = Surface(columns: 80, followsLinks: false)
    let presenter = TerminalPresenter(surface: surface, style: Style(hasColour: false))
    await presenter.present(.text("see [it](https://x.example/a) **now**\n"))
    await presenter.present(.endOfText)
    #expect(surface.text == "see it (https://x.example/a) now\n")
    let plain = Surface(columns: 80)
    let reader = TerminalPresenter(surface: plain, style: Style(hasColour: true, isPlain: true))
    await reader.present(.text("# Plan\n- see [it](https://x.example/a) **now**\n"))
    await reader.present(.endOfText)
    #expect(plain.text == "# Plan\n- see [it](https://x.example/a) **now**\n")
  }

  @Test("a notice in the middle of a list item leaves the item's rest its indent")
  func interruption() async {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    await presenter.present(.text("- one\n- two and"))
    await presenter.present(.queue(["typed"], isHeld: false))
    await presenter.present(.text(" more\n- three"))
    await presenter.present(.endOfText)
    #expect(surface.text == "• one\n• two and\nqueued 1: typed\n   more\n• three\n")
  }

  @Test(
    "a turn of over 20 s is announced once, to a person who looks elsewhere",
    arguments: [(21.0, false, 1), (19.0, false, 0), (21.0, true, 0), (21.0, nil, 0)] as [(Double, Bool?, Int)]
  )
  func announcement(elapsed: Double, isFocused: Bool?, count: Int) async {
    let surface = Surface(columns: 80, isFocused: isFocused)
    let presenter = presenter(surface)
    await presenter.present(.route(RoutedInput(intent: "message", text: "x")))
    await presenter.present(.turn(.done, elapsed: elapsed))
    #expect(surface.notified.withLock { $0.count } == count)
  }

  @Test("the words of a sentence are shown at once: nothing is paced")
  func noPace() async {
    let surface = Surface(columns: 80)
    let presenter = presenter(surface)
    let start = ContinuousClock.now
    await presenter.present(.text(String(repeating: "word ", count: 2000)))
    #expect(start.duration(to: .now) < .milliseconds(300))
    #expect(surface.text.split(whereSeparator: \.isWhitespace).count == 2000)
  }

  /// The rows without their escape sequences.
  private static func rows(of text: String) -> [String] {
    var rows = [""]
    for piece in StyledScanner(text) {
      switch piece {
      case .character(let character, _): rows[rows.count - 1].append(character)
      case .newline: rows.append("")
      default: break
      }
    }
    return rows
  }

  @Test("colours come only where they are wanted")
  func colours() async {
    for hasColour in [true, false] {
      let surface = Surface(columns: 80)
      let presenter = TerminalPresenter(surface: surface, style: Style(hasColour: hasColour))
      await presenter.present(.exported(ExportResult(path: "a.mp4", bytes: 1, format: .mp4, render: "r")))
      #expect(surface.text.contains("\u{1B}[") == hasColour)
    }
  }
}
