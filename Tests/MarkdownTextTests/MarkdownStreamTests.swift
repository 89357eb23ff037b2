import MarkdownText
import Testing

/// Markdown as it is drawn while it comes in.
@Suite struct MarkdownStreamTests {
  /// A drawing as text: a row each, with marks for styles (`*` bold, `/` italic, `` ` `` code, `#` heading, `<url>` links).
  private func picture(_ elements: [MarkdownElement]) -> String {
    var merged: [MarkdownElement] = []
    for element in elements {
      // Runs of one style that came in pieces are one run.
      if case .text(let run, let style) = element, case .text(let before, style)? = merged.last {
        merged[merged.count - 1] = .text(before + run, style)
      } else {
        merged.append(element)
      }
    }
    var text = ""
    var hasLine = false
    for element in merged {
      switch element {
      case .line(let lead):
        if hasLine { text += "\n" }
        hasLine = true
        text += lead.first + (lead.isRule ? "-----" : "")
      case .text(let run, let style):
        var run = run
        if style.isCode { run = "`\(run)`" }
        if style.isItalic { run = "/\(run)/" }
        if style.isBold { run = "*\(run)*" }
        if style.heading > 0 { run = "#\(style.heading) \(run)#" }
        if let link = style.link { run = "\(run)<\(link)>" }
        text += run
      }
    }
    return text
  }

  private func draw(_ source: String, showsURLs: Bool = false) -> String {
    var stream = MarkdownStream(showsURLs: showsURLs)
    return picture(stream.feed(source) + stream.finish())
  }

  private func drawn(_ pieces: [String]) -> (now: [String], end: String) {
    var stream = MarkdownStream()
    var all: [MarkdownElement] = []
    var now: [String] = []
    for piece in pieces {
      all += stream.feed(piece)
      now.append(picture(all))
    }
    return (now, picture(all + stream.finish()))
  }

  @Test(
    "each kind of block and span is drawn",
    arguments: [
      ("# Big\n## Small\ntext", "#1 Big#\n#2 Small#\ntext"),
      ("one **bold** and *italic* `code` here", "one *bold* and /italic/ `code` here"),
      ("- a\n- b\n  - c\n    - d\n- e", "• a\n• b\n  ◦ c\n    ▪ d\n• e"),
      ("3. three\n4. four\n\n   more", "3. three\n4. four\n\n   more"),
      ("1) a\n2) b", "1) a\n2) b"),
      ("> quoted\n> again\n\nout", "│ quoted\n│ again\n\nout"),
      ("> - in a quote\n>   1. deep", "│ • in a quote\n│   1. deep"),
      ("```swift\nlet a = *b*\n\n  c\n```\nafter", "  `let a = *b*`\n\n  `  c`\nafter"),
      ("above\n\n---\n\nbelow", "above\n\n-----\n\nbelow"),
      ("| a | b |\n|---|---|\n| **1** | 2 |", "| a | b |\n|---|---|\n| *1* | 2 |"),
      ("see [the page](https://example.com/a?b=c)", "see the page<https://example.com/a?b=c>"),
      ("<https://example.com>", "https://example.com<https://example.com>"),
      ("line one\nline two", "line one\nline two"), ("a \\* b &amp; c", "a * b & c"),
      ("**标题**：你好，*世界*。", "*标题*：你好，/世界/。"),
    ]) func kinds(source: String, expected: String)
  {
    let expected = expected.replacing("\n\n  `  c`", with: "\n  \n  `  c`")
    #expect(draw(source) == expected)
  }

  @Test(
    "what is not drawn as CommonMark has it stays readable text",
    arguments: [
      ("Title\n===", "Title\n==="), ("para\n---\nnext", "para\n-----\nnext"),
      ("[a]: https://x.example", "[a]: https://x.example"),
      ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
      ("a < b && c > d", "a < b && c > d"),
      ("AT&T *unclosed", "AT&T *unclosed"), ("`open", "`open"), ("<b>tag</b>", "<b>tag</b>"),
    ]) func talk(source: String, expected: String)
  {
    #expect(draw(source) == expected)
  }

  private static let reply = """
    # A film in three parts

    Here is **what I made**, with *some care*: a `16:9` clip. It has [a page](https://example.com/x_y) and 2 * 3 parts!

    1. First, the _sea_
       - waves **rise**
       - and fall
    2. Then the `sky`

    > Quoted: **yes**
    > no

    ```sh
    t2v make "a sunset"   # comment
    ls *.mp4
    ```

    | track | from |
    |-------|------|
    | video | 0 s  |

    夜晚的**城市**下雪。完成！
    """

  @Test("however a reply is cut, the end is the same", arguments: 1...40)
  func cuts(seed: Int) {
    var generator = SystemRandomNumberGenerator()
    var pieces: [String] = []
    var rest = Self.reply[...]
    while !rest.isEmpty {
      let piece = rest.prefix(seed == 1 ? 1 : Int.random(in: 1...(seed * 2), using: &generator))
      pieces.append(String(piece))
      rest = rest.dropFirst(piece.count)
    }
    let (now, end) = drawn(pieces)
    #expect(end == draw(Self.reply), "\(pieces)")
    for (index, picture) in now.enumerated() {
      #expect(plain(end).hasPrefix(plain(picture)), "after \(pieces[...index].joined().suffix(60))")
    }
  }

  private func plain(_ text: String) -> String { String(text.filter { !"*/`#<>".contains($0) }) }

  @Test("the words of a paragraph appear as they come, up to a mark that is still open")
  func progress() {
    let (now, end) = drawn([
      "The sun ", "sets. ", "It is **very", " red** there.", " And `quiet", "` now.\n", "Next",
    ])
    #expect(now[0] == "The sun" && now[1] == "The sun sets." && now[2] == "The sun sets. It is ")
    #expect(now[3] == "The sun sets. It is *very red* there.")
    #expect(now[4] == "The sun sets. It is *very red* there. And ")
    #expect(now[5].hasSuffix("And `quiet` now.") && now[6].hasSuffix("\nNext") && end == now[6])
  }

  @Test("a sentence that ends in emphasis is not held back")
  func closedEmphasis() {
    #expect(drawn(["All is **done.**"]).now == ["All is *done.*"])
    #expect(
      drawn(["Done!", " Look: `x`", " and [y](https://z.example)"]).now.last?.hasSuffix(
        "y<https://z.example>") == true)
  }

  @Test("a line that may become a list, a heading or a fence waits for one more character")
  func undecidedLines() {
    #expect(drawn(["text\n", "-", " item"]).now == ["text", "text", "text\n• item"])
    #expect(drawn(["1", ". one"]).now == ["", "1. one"])
    #expect(drawn(["`", "``\nlet", " a\n```\n"]).now == ["", "  `let`", "  `let a`"])
  }

  @Test("a code block of thousands of lines streams in time that grows with its length alone")
  func longCode() {
    var stream = MarkdownStream()
    var lines = 0
    let start = ContinuousClock.now
    func count(_ elements: [MarkdownElement]) { for case .line in elements { lines += 1 } }
    count(stream.feed("```\n"))
    for index in 0..<20_000 { count(stream.feed("line \(index)\n")) }
    count(stream.feed("```\n"))
    count(stream.finish())
    #expect(lines == 20_000)
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test("a paragraph without an end, lists nested without end and marks without end stay in bounds")
  func hostile() {
    for source in [
      String(repeating: "word ", count: 60_000), String(repeating: "> ", count: 20_000) + "x",
      String(repeating: "*a **b ", count: 10_000), String(repeating: "[", count: 30_000),
      (0..<400).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
    ] {
      var stream = MarkdownStream()
      var length = 0
      for start in stride(from: 0, to: source.utf8.count, by: 4096) {
        let piece = String(decoding: source.utf8.dropFirst(start).prefix(4096), as: UTF8.self)
        length += stream.feed(piece).count
      }
      #expect(length + stream.finish().count > 0)
    }
  }

  @Test(
    "nothing that a terminal would obey comes out, though the parser makes it of entities",
    arguments: [
      "a&#27;[2Jb", "`c\u{9B}2J`", "[x](https://e.example/&#27;]0;t&#7;)", "&#x202E;reversed",
      "&#x200F;turned", "&#x61C;turned", "&#x206A;x&#xFFF9;", "<a&#27;b>",
      "```\n\u{1B}[31m\n```",
      "| &#27;[2J |", "<https://e.example/\u{202E}>",
    ])
  func control(source: String) {
    var stream = MarkdownStream(showsURLs: true)
    for element in stream.feed(source) + stream.finish() {
      guard case .text(let text, let style) = element else { continue }
      for part in [text, style.link ?? ""] {
        let isSafe = part.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && !(0x202A...0x202E).contains($0.value)
            && ![0x61C, 0x200F, 0x206A, 0xFFF9].contains($0.value)
        }
        #expect(isSafe, "\(part.debugDescription)")
      }
    }
  }

  @Test("links lead to http, https and mailto alone; others show where they lead")
  func links() {
    #expect(draw("[x](javascript:alert(1))") == "x (javascript:alert(1))")
    #expect(draw("[x](file:///etc/passwd)") == "x (file:///etc/passwd)")
    #expect(draw("[x](mailto:a@b.example)") == "x<mailto:a@b.example>")
    #expect(
      draw("[x](https://b.example/ä b)").contains("x") && !draw("[x](<https://b.example/ä b>)").contains("ä<")
    )
    #expect(draw("[x](<https://b.example/ä b>)") == "x<https://b.example/%C3%A4%20b>")
    #expect(draw("[x](https://b.example)", showsURLs: true) == "x<https://b.example> (https://b.example)")
    #expect(draw("<https://b.example>", showsURLs: true) == "https://b.example<https://b.example>")
  }
}
