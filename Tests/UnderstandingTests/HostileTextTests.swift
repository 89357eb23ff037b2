import Glibc
import Testing
import Understanding

@Suite("Texts made to break a reader")
struct HostileTextTests {
  /// Short texts that are repeated to any length.
  private static let patterns: [String] = [
    "a", " ", "\"", "“", "「", "'", " 'a", "(", ")", "(()", "[", "](", "`", "*", "|", "#", ">", "-", "→", ",",
    ";", ".", "?",
    "\n", "\r\n", "\t", "/", "=/", "~/a.", "file://x,", "http://a,", "C:\\", "\\", "\\ ", "e\u{301}",
    "\u{202E}abc", "\u{200D}",
    "\u{FEFF}", "\u{0}", "\u{FFFD}", "\u{10FFFF}", "👩‍👩‍👧‍👦", "🇨🇳", "مرحبا ", "שלום ", "点", "点击“", "拖动，", "导出",
    "上传/",
    "export ", "can you ", "and then ", "click (click ", "drag the clip to 5s, ", "a 'b \"c “d 「e (f ", "1. ",
    "- Click ",
    "| click ", "**Tip:** ", "A → B → ", "10 x ", "four k ", "/tmp/a.mp4和",
  ]

  private static func repeated(_ pattern: String, bytes: Int) -> String {
    String(repeating: pattern, count: max(1, bytes / pattern.utf8.count))
  }

  @Test("A text of one thing over and over, as long as a request may be, is routed without a trap")
  func routesOfOneThing() {
    let router = IntentRouter(home: "/home/me")
    for pattern in Self.patterns {
      _ = router.route(Self.repeated(pattern, bytes: 2_000))
      _ = router.route("upload " + Self.repeated(pattern, bytes: 2_000) + " /tmp/a.mov")
      #expect(router.route(Self.repeated(pattern, bytes: 100_000)).intent == .message)
    }
  }

  @Test("A reply of one thing over and over comes out the same whole and in small pieces")
  func repliesOfOneThing() {
    for pattern in Self.patterns {
      let reply = Self.repeated(pattern, bytes: 3_000)
      let whole = GUITranslator.translate(reply)
      var translator = GUITranslator()
      var shown = ""
      var actions: [GUIAction] = []
      func take(_ outputs: [GUITranslator.Output]) {
        for output in outputs {
          switch output {
          case .text(let piece): shown += piece
          case .action(let action): actions.append(action)
          }
        }
      }
      for scalar in reply.unicodeScalars { take(translator.feed(String(scalar))) }
      take(translator.finish())
      #expect(shown.unicodeScalars.elementsEqual(whole.text.unicodeScalars), "\(pattern.debugDescription)")
      #expect(actions == whole.actions)
    }
  }

  @Test("Quotes in quotes in quotes are neither followed nor lost")
  func nestedQuotes() {
    let deep = String(repeating: "“", count: 3_000) + "export" + String(repeating: "”", count: 3_000)
    #expect(IntentRouter().route(String(deep.prefix(2_000))).intent == .message)
    #expect(GUITranslator.translate(deep).text == deep)
    let brackets = String(repeating: "(", count: 5_000) + "click here" + String(repeating: ")", count: 5_000)
    _ = GUITranslator.translate(brackets)
  }

  @Test("A line without an end is shown while it comes, and nothing of it is lost")
  func endlessLine() {
    let line = String(repeating: "waves ", count: 20_000)
    var translator = GUITranslator()
    var shown = ""
    for output in translator.feed(line) { if case .text(let piece) = output { shown += piece } }
    #expect(shown.utf8.count > line.utf8.count - 4_000)
    for output in translator.finish() { if case .text(let piece) = output { shown += piece } }
    #expect(shown == line)
  }

  // MARK: Speed

  /// The processor time of this thread that a piece of work takes at best: other processes don't count.
  private func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<5).map { _ in
      let start = now()
      work()
      return now() - start
    }.min() ?? 0
  }

  private func translate(_ reply: [String]) {
    var translator = GUITranslator()
    for piece in reply { _ = translator.feed(piece) }
    _ = translator.finish()
  }

  private func pieces(_ text: String) -> [String] {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: 7).map {
      String(characters[$0..<min($0 + 7, characters.count)])
    }
  }

  /// Four times the text must take about four times as long; a quadratic reader takes sixteen times.
  private static let limit = 9.0

  @Test(
    "A reply four times as long takes about four times as long, whole or in small pieces",
    arguments: [
      "Your clip is ready. Click the Export button, or tell me what to change. ",
      "点击右上角的导出按钮，或者告诉我要改什么。", "Drag clip \u{1} to 5s. ", "waves and ", "(", "“a", "'b ",
      "- Click **Export**\n", "| a | click Export |\n",
      "# Heading ", "\n",
    ])
  func linearReplies(_ pattern: String) {
    let short = Self.repeated(pattern, bytes: 15_000)
    let long = Self.repeated(pattern, bytes: 60_000)
    let whole =
      seconds { _ = GUITranslator.translate(long) }
      / max(seconds { _ = GUITranslator.translate(short) }, 0.000_5)
    #expect(whole < Self.limit, "whole \(whole)")
    let shortPieces = pieces(short)
    let longPieces = pieces(long)
    let cut = seconds { translate(longPieces) } / max(seconds { translate(shortPieces) }, 0.000_5)
    #expect(cut < Self.limit, "pieces \(cut)")
  }

  @Test("A thousand different edits in one reply are each told once, in time that grows with their number")
  func manyActions() {
    func reply(_ count: Int) -> String {
      (0..<count).map { "Drag the clip to \($0)s on the timeline. " }.joined()
    }
    #expect(GUITranslator.translate(reply(1_000)).actions.count == 1_000)
    let short = reply(500)
    let long = reply(2_000)
    let ratio =
      seconds { _ = GUITranslator.translate(long) }
      / max(seconds { _ = GUITranslator.translate(short) }, 0.000_5)
    #expect(ratio < Self.limit, "\(ratio)")
  }

  @Test(
    "A request four times as long takes about four times as long",
    arguments: [
      "export ", "=/", "“", " 'a", "file://x,", "can you export it ", "a/b.mp4,", "上传/", "「『“", "10 x ",
      "\"a b\" ",
    ])
  func linearRequests(_ pattern: String) {
    let router = IntentRouter(home: "/home/me")
    let short = Self.repeated(pattern, bytes: 4_000)
    let long = Self.repeated(pattern, bytes: 16_000)
    let ratio = seconds { _ = router.route(long) } / max(seconds { _ = router.route(short) }, 0.000_5)
    #expect(ratio < Self.limit, "\(ratio)")
  }
}
