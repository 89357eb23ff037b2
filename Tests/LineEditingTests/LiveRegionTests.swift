import LineEditing
import TerminalTesting
import Testing

/// The picture, drawn on an emulated terminal and compared with what it should be.
@Suite struct LiveRegionTests {
  /// What should be on the screen: printed text, then the rows below.
  private struct Model {
    var printed = ""
    var rows: [ScreenRow] = []

    var text: String {
      var lines = Self.plain(printed)
      if !lines.hasSuffix("\n") && !lines.isEmpty { lines += "\n" }
      lines += rows.map { Self.plain($0.text) }.joined(separator: "\n")
      return lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line)
      }.joined(separator: "\n")
    }

    private static func plain(_ text: String) -> String {
      var result = ""
      for piece in StyledScanner(text) {
        switch piece {
        case .character(let character, _): result.append(character)
        case .newline: result += "\n"
        default: break
        }
      }
      return result
    }
  }

  private static let style = InputLayout.Style(prompt: .init("t2v> "), usesColour: true)

  private func frame(_ text: String, cursor: Int, status: String?, width: Int, height: Int)
    -> LiveRegion.Frame
  {
    let elements = text.unicodeScalars.map(\.value)
    let layout = InputLayout(elements, cursor: min(cursor, elements.count), style: Self.style, width: width)
    var top = 0
    var frame = layout.window(height: height, top: &top)
    if let status {
      frame.rows.insert(StatusRow.cut(status, width: width, usesColour: true), at: 0)
      frame.cursorRow += 1
    }
    return frame
  }

  private static let pieces = [
    "word ", "a", "\n", "中文", "longer words that go on ", "\u{1B}[31mred\u{1B}[0m ", "👍", "e\u{301}", "🇨🇳",
    "one\ntwo\n", "x", "—", "👨‍👩‍👧",
    "123456789012345678901234567890",
  ]

  @Test(
    "two hundred and fifty random prints, keys and states leave exactly what was printed, and the input",
    arguments: 1...12)
  func random(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let width = [20, 21, 30, 80].randomElement(using: &generator) ?? 30
    let height = [6, 12, 24].randomElement(using: &generator) ?? 12
    var region = LiveRegion(width: width)
    var screen = TerminalScreen(columns: width, rows: height, widths: seed % 2 == 0 ? .clusters : .perScalar)
    var model = Model()
    var typed = ""
    var status: String?
    for step in 0..<250 {
      var printing = ""
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5: printing = Self.pieces.randomElement(using: &generator) ?? ""
      case 5: printing = (0..<4).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      case 6...7: typed += ["a", "中", " bc", "\n", "👍"].randomElement(using: &generator) ?? ""
      case 8: typed = String(typed.dropLast(Int.random(in: 0...20, using: &generator)))
      default: status = Bool.random(using: &generator) ? nil : "status \(step) 中"
      }
      if typed.count > 100 { typed = "" }
      let cursor = Int.random(in: 0...typed.unicodeScalars.count, using: &generator)
      let frame = frame(typed, cursor: cursor, status: status, width: width, height: height - 2)
      screen.feed(region.update(printing: printing, to: frame))
      model.printed += printing
      model.rows = frame.rows
      let wanted = trimmed(model.text)
      guard blankless(screen.text) == blankless(wanted) else {
        Issue.record(
          "seed \(seed), step \(step): \(screen.text.suffix(300)) instead of \(wanted.suffix(300))")
        return
      }
      #expect(screen.cursor.column == frame.cursorColumn)
      let bottom = screen.allRows.count
      #expect(screen.scrollback.count + screen.cursor.row < max(bottom, 1) + frame.rows.count)
    }
  }

  @Test("one more word in an open line sends little more than the word")
  func bytesOfAWord() {
    var region = LiveRegion(width: 80)
    let frame = frame("typed", cursor: 5, status: "running", width: 80, height: 10)
    _ = region.update(printing: "The sun ", to: frame)
    let output = region.update(printing: "rises ", to: frame)
    #expect(output.contains("rises ") && !output.contains("typed") && !output.contains("running"))
    #expect(output.utf8.count < 60)
  }

  @Test(
    "a character cut between two prints is drawn whole",
    arguments: [["e", "\u{301}"], ["👨\u{200D}", "👩"], ["🇨", "🇳"], ["❤", "\u{FE0F}"]])
  func cutCharacter(parts: [String]) {
    var region = LiveRegion(width: 40)
    var screen = TerminalScreen(columns: 40, rows: 5)
    let frame = frame("", cursor: 0, status: nil, width: 40, height: 3)
    screen.feed(region.update(printing: "a" + parts[0], to: frame))
    screen.feed(region.update(printing: parts[1] + "z\n", to: frame))
    #expect(screen.lines[0] == "a" + parts.joined() + "z")
  }

  @Test("a colour that is open goes on with the next print, and does not touch the rows below")
  func openColour() {
    var region = LiveRegion(width: 40)
    let frame = frame("typed", cursor: 5, status: nil, width: 40, height: 3)
    let first = region.update(printing: "\u{1B}[31mred", to: frame)
    #expect(first.contains("red\u{1B}[0m"))
    #expect(region.update(printing: "der", to: frame).contains("\u{1B}[31mder\u{1B}[0m"))
    #expect(
      region.update(printing: "\u{1B}[0m plain", to: frame).hasSuffix("plain\u{1B}[1B\u{1B}[11G\u{1B}[?2026l")
    )
  }

  @Test(
    "after a change of the width the region is found again",
    arguments: [(60, 25), (25, 60), (40, 20), (33, 32)])
  func resize(from: Int, to: Int) {
    for typed in [
      "", "short", String(repeating: "long ", count: 16), "中文" + String(repeating: "字", count: 40),
    ] {
      for open in ["", "an open line that is long enough for more than one row"] {
        var region = LiveRegion(width: from)
        var screen = TerminalScreen(columns: from, rows: 20)
        var model = Model(printed: "before\n" + open)
        let elements = typed.unicodeScalars.count
        screen.feed(
          region.update(
            printing: model.printed,
            to: frame(typed, cursor: elements / 2, status: "st", width: from, height: 8)))
        screen.resize(columns: to, rows: 20)
        region.resize(width: to)
        let frame = frame(typed, cursor: elements / 2, status: "st", width: to, height: 8)
        screen.feed(region.update(printing: "", to: frame))
        model.rows = frame.rows
        #expect(screen.text == trimmed(model.text))
      }
    }
  }

  @Test("several changes of the width before the next drawing are as good as one", arguments: 1...20)
  func resizes(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for typed in ["short", String(repeating: "long ", count: 30), "中文" + String(repeating: "字", count: 60)] {
      var region = LiveRegion(width: 80)
      var screen = TerminalScreen(columns: 80, rows: 30)
      let cursor = Int.random(in: 0...typed.unicodeScalars.count, using: &generator)
      let status = "a status that is longer than thirty columns, with a bar"
      screen.feed(
        region.update(
          printing: "before\nan open line, ",
          to: frame(typed, cursor: cursor, status: status, width: 80, height: 12)))
      var width = 80
      for _ in 0..<5 {
        width = Int.random(in: 25...120, using: &generator)
        screen.resize(columns: width, rows: 30)
        // A terminal within a terminal does not tell of every change.
        if Bool.random(using: &generator) { region.resize(width: width) }
      }
      region.resize(width: width)
      let last = frame(typed, cursor: cursor, status: status, width: width, height: 12)
      screen.feed(region.update(printing: "", to: last))
      let wanted = Model(printed: "before\nan open line, ", rows: last.rows).text
      #expect(screen.text == trimmed(wanted), "to \(width), cursor \(cursor)")
    }
  }

  /// Before a picture that might wrap within itself a row is filled with blanks; and a terminal that draws its parts one by one
  /// shows the first and hides, by what follows, the others.
  private func blankless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !" 👨👩👧\u{200D}".unicodeScalars.contains($0) }))
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == "\n" { text.removeLast() }
    return text
  }
}

/// Random numbers that are the same every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
