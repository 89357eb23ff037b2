import Conversation
import Testing

@Suite struct TranscriptTests {
  @Test("a conversation is kept word for word")
  func short() {
    let transcript = Transcript()
    transcript.note(input: "a sea\nat night")
    transcript.note(.text("Here it is."))
    transcript.note(.endOfText)
    #expect(transcript.markdown == "# A conversation with t2v\n\n> a sea\n> at night\n\nHere it is.\n\n")
  }

  @Test("of a conversation without an end the last part is kept, from a whole line on, and that is said")
  func endless() {
    let transcript = Transcript()
    for number in 0..<200_000 { transcript.note(.text("This is line \(number) of a long talk 海.\n")) }
    let text = transcript.markdown
    #expect(text.utf8.count < 5 << 20)
    #expect(text.hasSuffix("This is line 199999 of a long talk 海.\n"))
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "*What came before was too long to keep.*")
    #expect(lines[2].hasPrefix("This is line "))
  }

  @Test("of a line without an end the last part is kept, from a whole character on")
  func endlessLine() {
    let transcript = Transcript()
    for _ in 0..<300_000 { transcript.note(.text("海浪慢慢地来。")) }
    let text = transcript.markdown
    #expect(text.utf8.count < 5 << 20 && text.utf8.count > 1 << 20)
    #expect(!text.contains("\u{FFFD}") && text.hasSuffix("海浪慢慢地来。"))
  }
}
