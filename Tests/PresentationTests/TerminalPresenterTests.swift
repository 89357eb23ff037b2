import Conversation
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

    init(columns: Int, redrawsStatus: Bool = true) {
      self.columns = columns
      self.redrawsStatus = redrawsStatus
    }

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

  @Test("a terminal that cannot redraw gets a line at the end of a transfer")
  func dumb() async {
    let surface = Surface(columns: 80, redrawsStatus: false)
    let presenter = presenter(surface)
    for step in 0...10 { await presenter.present(.progress(Progress(.download, Double(step) / 10))) }
    #expect(surface.text == "Downloading 100%\n")
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
