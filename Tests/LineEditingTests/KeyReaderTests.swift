import LineEditing
import Testing

/// What bytes mean, with the time given.
@Suite struct KeyReaderTests {
  private func read(_ parts: [(String, Int)], vi: Bool = false) -> [Keystroke] {
    var reader = KeyReader()
    reader.translatesCursorKeys = vi
    var strokes: [Keystroke] = []
    for (text, milliseconds) in parts {
      let time = Duration.milliseconds(milliseconds)
      while let deadline = reader.deadline, deadline <= time { strokes += reader.expire(at: deadline) }
      strokes += reader.receive(Array(text.utf8), at: time)
    }
    while let deadline = reader.deadline { strokes += reader.expire(at: deadline) }
    return strokes
  }

  private func keys(_ text: String) -> [Keystroke] { text.unicodeScalars.map { .scalar($0) } }

  @Test("bracketed text is one paste, wherever the reads are cut")
  func cutAnywhere() {
    let text = "a\u{1B}[200~x\r\ny\rz\n中\u{1B}[201~b\r"
    let bytes = Array(text.utf8)
    let expected = keys("a") + [.paste("x\ny\nz\n中")] + keys("b\r")
    for cut in 0...bytes.count {
      var reader = KeyReader()
      var strokes = reader.receive(bytes[..<cut], at: .zero)
      strokes += reader.receive(bytes[cut...], at: .milliseconds(1))
      while let deadline = reader.deadline { strokes += reader.expire(at: deadline) }
      #expect(strokes == expected, "cut at \(cut)")
    }
  }

  @Test("the three kinds of Enter are one")
  func enters() {
    for enter in ["\r", "\n", "\r\n"] { #expect(read([("ab" + enter, 0)]) == keys("ab\r")) }
  }

  @Test("typing, however fast a person is, is no burst")
  func typing() {
    let parts = "hello world".enumerated().map { (String($1), $0 * 20) } + [("\r", 230), ("x", 400)]
    #expect(read(parts) == keys("hello world\rx"))
  }

  @Test("several lines at once are a paste without brackets")
  func burst() {
    #expect(read([("first line\rsecond\r", 0)]) == [.paste("first line\nsecond\n")])
    #expect(
      read([("first line\r", 0), ("second line\rthird", 3)]) == keys("first line") + [
        .paste("\nsecond line\nthird")
      ])
  }

  @Test("a burst's tabs are text, and a control key ends it")
  func burstControls() {
    #expect(read([("if true:\r\treturn 1\u{03}", 0)]) == [.paste("if true:\n\treturn 1"), .interrupt])
  }

  @Test("a line sent by a script counts, after the moment in which more could have come")
  func script() {
    var reader = KeyReader()
    #expect(reader.receive(Array("export it\r".utf8), at: .zero) == keys("export it"))
    #expect(reader.deadline == KeyReader.burstGap)
    #expect(reader.expire(at: KeyReader.burstGap) == keys("\r"))
    #expect(reader.deadline == nil)
  }

  @Test("two lines of a script are two lines if a moment lies between them")
  func twoScriptLines() {
    #expect(read([("first line\r", 0), ("second line\r", 20)]) == keys("first line\rsecond line\r"))
  }

  @Test("once the terminal has bracketed a paste, nothing is guessed")
  func noGuessing() {
    #expect(
      read([("\u{1B}[200~p\u{1B}[201~", 0), ("first line\rsecond\r", 1)]) == [.paste("p")]
        + keys("first line\rsecond\r"))
  }

  @Test("a paste whose end is lost ends by itself")
  func lostEnd() {
    #expect(read([("\u{1B}[200~abc\rdef", 0), ("x", 5000)]) == [.paste("abc\ndef")] + keys("x"))
  }

  @Test("Alt-Enter is a line break")
  func altEnter() {
    #expect(read([("a\u{1B}\rb\u{1B}\n", 0)]) == keys("a") + [.lineBreak] + keys("b") + [.lineBreak])
  }

  @Test("vi keys: cursor keys are told from Escape, also when their bytes come apart")
  func viCursorKeys() {
    #expect(
      read([("\u{1B}[A\u{1B}OD\u{1B}[3~\u{1B}[15~", 0)], vi: true) == [
        .cursor(.up), .cursor(.left), .cursor(.delete),
      ])
    #expect(read([("\u{1B}", 0), ("[A", 10)], vi: true) == [.cursor(.up)])
    #expect(read([("\u{1B}", 0), ("k", 200)], vi: true) == keys("\u{1B}k"))
    #expect(read([("\u{1B}k", 0)], vi: true) == keys("\u{1B}k"))
  }

  @Test("emacs keys get sequences as they came")
  func emacsSequences() {
    #expect(read([("\u{1B}[A\u{1B}b", 0)]) == keys("\u{1B}[A\u{1B}b"))
  }

  @Test(
    "bytes that are not UTF-8 become U+FFFD, one for each bad part",
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xE4, 0xBD, 0x61], "\u{FFFD}a"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x9F, 0x91, 0x8D], "👍"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)]) func decoding(bytes: [UInt8], text: String)
  {
    var decoder = ScalarDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == Array(text.unicodeScalars))
    #expect(String(decoding: bytes, as: UTF8.self) == text, "as the standard library has it")
  }

  @Test("a terminal's answers are told from keys, wherever the reads are cut, and only while they may come")
  func answers() {
    let text =
      "a\u{1B}P>|WezTerm 1\u{1B}\\\u{1B}[6;20;10t\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4cb\u{1B}[I\u{1B}[O"
    let bytes = Array(text.utf8)
    let expected: [Keystroke] =
      keys("a") + [
        .answer(.name("WezTerm 1")), .answer(.cell(width: 10, height: 20)), .answer(.kittyPictures),
        .answer(.attributes([62, 4])),
      ] + keys("b") + [.focus(true), .focus(false)]
    for cut in 0...bytes.count {
      var reader = KeyReader()
      reader.expectsAnswers = true
      var strokes = reader.receive(bytes[..<cut], at: .zero)
      // A slow network: the rest of a sequence comes late, but not as late as another key.
      strokes += reader.receive(bytes[cut...], at: .milliseconds(30))
      while let deadline = reader.deadline { strokes += reader.expire(at: deadline) }
      #expect(strokes == expected, "cut at \(cut)")
    }
    var reader = KeyReader()
    #expect(reader.receive(Array("\u{1B}P>".utf8), at: .zero) == keys("\u{1B}P>"), "Alt-P")
  }

  @Test("Enter goes on after one backslash, not after two")
  func backslashes() {
    func asks(_ text: String) -> Bool { Continuation.asksForMore(text.unicodeScalars.map(\.value)) }
    #expect(asks("a\\") && asks("\\") && asks("a\\\\\\"))
    #expect(!asks("a\\\\") && !asks("a") && !asks(""))
  }
}
