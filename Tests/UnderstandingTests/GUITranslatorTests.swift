import Testing
import Understanding

@Suite("What a user sees of a reply")
struct GUITranslatorTests {
  private func joined(_ outputs: [GUITranslator.Output]) -> (text: String, actions: [GUIAction]) {
    var text = ""
    var actions: [GUIAction] = []
    for output in outputs {
      switch output {
      case .text(let piece): text += piece
      case .action(let action): actions.append(action)
      }
    }
    return (text, actions)
  }

  @Test("GUI talk goes, content stays and the actions are right in 97% of the labelled replies")
  func accuracy() throws {
    let cases =
      try CaseFile.translations("translations.json") + CaseFile.translations("translations-held-out.json")
    var texts = 0
    var actions = 0
    for example in cases {
      let translated = GUITranslator.translate(example.reply)
      let rightText = translated.text.trimmingNewlines() == example.text
      let rightActions = translated.actions.map(\.description) == example.actions
      if rightText { texts += 1 }
      if rightActions { actions += 1 }
      if !rightText || !rightActions { print("missed: \(example.reply)\n → \(translated)") }
    }
    print("\(texts) texts and \(actions) action lists right of \(cases.count)")
    #expect(cases.count >= 150)
    #expect(Double(texts) >= 0.97 * Double(cases.count))
    #expect(Double(actions) >= 0.95 * Double(cases.count))
  }

  @Test("However a reply is cut into two pieces, the same comes out")
  func everySplit() throws {
    let cases = try CaseFile.translations("translations.json")
    for example in cases {
      let whole = GUITranslator.translate(example.reply)
      var rest = example.reply.unicodeScalars[...]
      // A translator is a value: one that has been fed the first piece is tried with the second, and goes on.
      var started = GUITranslator()
      var before: [GUITranslator.Output] = []
      while let scalar = rest.popFirst() {
        before += started.feed(String(scalar))
        var translator = started
        let streamed = joined(before + translator.feed(String(rest)) + translator.finish())
        let same = streamed.text.unicodeScalars.elementsEqual(whole.text.unicodeScalars)
        #expect(same && streamed.actions == whole.actions)
      }
    }
  }

  @Test("Fed scalar by scalar, a reply comes out as when it is fed whole")
  func scalarByScalar() throws {
    var random = SeededRandom(seed: 5)
    var replies = try CaseFile.translations("translations.json").map(\.reply)
    for _ in 0..<500 { replies.append(random.oddText()) }
    for reply in replies {
      let whole = GUITranslator.translate(reply)
      var translator = GUITranslator()
      var outputs: [GUITranslator.Output] = []
      for scalar in reply.unicodeScalars { outputs += translator.feed(String(scalar)) }
      let streamed = joined(outputs + translator.finish())
      #expect(
        Array(streamed.text.unicodeScalars) == Array(whole.text.unicodeScalars)
          && streamed.actions == whole.actions)
    }
  }

  @Test("A sentence is shown as soon as it has ended")
  func promptness() {
    var translator = GUITranslator()
    #expect(translator.feed("I've added the title.").isEmpty)
    #expect(translator.feed(" Click Ex") == [.text("I've added the title.")])
    #expect(translator.feed("port to download it. ") == [.action(.export)])
    #expect(translator.feed("The music fades out.\n") == [.text(" The music fades out.\n")])
    #expect(translator.finish().isEmpty)
  }

  @Test("A translator that has finished is ready for the next reply")
  func reuse() {
    var translator = GUITranslator()
    _ = translator.feed("```\nopen code")
    _ = translator.finish()
    #expect(joined(translator.feed("Click Export. Done.") + translator.finish()).text == "Done.")
  }

  @Test(
    "Text without GUI talk is not touched",
    arguments: [
      "", "\n\n", "Hello.\n\n\nThree blank lines.\n", "* one\n* two\n  * three\n",
      "1) a\n2) b\n\n> quoted\n> lines\n", "a | b\n",
      "```swift\nlet x = \"click the Export button\"\n```\n", "| a | b |\n|---|---|\n| 1 | 2 |\n",
      "Ends in a colon:", "Ends in a colon:\n",
      "    indented code\n", "# Title\n", "# Title\n\nText.", "  \nspaces only\n  \n", "-\n- item\n",
      "Mixed 中文 and English。还有\r\n",
      "He said: \"Open the panel.\" Then he left.\n",
    ])
  func untouched(reply: String) {
    let translated = GUITranslator.translate(reply)
    #expect(Array(translated.text.unicodeScalars) == Array(reply.unicodeScalars))
    #expect(translated.actions.isEmpty)
  }

  @Test("2,000 odd replies are read without a trap")
  func oddReplies() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 { _ = GUITranslator.translate(random.oddText()) }
  }

  @Test("A megabyte without a full stop passes", .timeLimit(.minutes(1)))
  func hugeReply() {
    let words = String(repeating: "click the export button, or (drag it ", count: 28_000)
    _ = GUITranslator.translate(words)
    let lines = String(repeating: "1. Click Export.\n", count: 4_000)
    #expect(GUITranslator.translate(lines) == ("", [.export]))
  }
}

extension String {
  /// The text without blank lines around it.
  fileprivate func trimmingNewlines() -> String {
    var view = self[...]
    while view.last?.isWhitespace == true { view = view.dropLast() }
    while view.first?.isNewline == true { view = view.dropFirst() }
    return String(view)
  }
}
