import Rendering
import Testing

@Suite("Title layout")
struct TitleLayoutTests {
  private func layout(_ text: String, width: Double = 900) -> TitleLayout {
    TitleLayout(text: text, fontSize: 100, width: width, height: 1200)
  }

  @Test("a short title stays on one line at its size")
  func short() {
    #expect(layout("Urban Dreams").lines == ["Urban Dreams"])
    #expect(layout("Urban Dreams").fontSize == 100)
  }

  @Test("a longer one breaks at a space into lines of about the same length")
  func balanced() {
    let lines = layout("The sea remembers everything we said", width: 1100).lines
    #expect(lines.joined(separator: " ") == "The sea remembers everything we said")
    #expect(lines.count == 2)
    let lengths = lines.map(\.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) < 4)
  }

  @Test("Chinese breaks between characters, never before a closing mark")
  func chinese() {
    let lines = layout("城市的夜晚，霓虹与雨，还有你的梦。再见").lines
    #expect(lines.count >= 2)
    #expect(lines.joined() == "城市的夜晚，霓虹与雨，还有你的梦。再见")
    #expect(!lines.contains { $0.hasPrefix("，") || $0.hasPrefix("。") })
  }

  @Test("the user's own line breaks are kept, in any spelling")
  func lineBreaks() {
    #expect(layout("one\r\ntwo\rthree\u{2028}four").lines == ["one", "two", "three", "four"])
  }

  @Test("control characters and direction overrides are dropped")
  func hostile() {
    #expect(layout("a\u{1B}[31mb\u{202E}c\u{0}").lines == ["a[31mbc"])
  }

  @Test("a text too long for a title ends in an ellipsis, in a size that fits")
  func long() {
    let layout = layout(String(repeating: "word ", count: 500))
    #expect(layout.lines.last?.hasSuffix("…") ?? false)
    #expect(Double(layout.lines.count) * layout.fontSize * 1.2 <= 1200)
  }

  @Test("Korean breaks at spaces, a row of emoji between any two")
  func koreanAndEmoji() {
    let korean = TitleLayout(text: "안녕하세요 아름다운 세상", fontSize: 100, width: 750, height: 1000)
    #expect(korean.lines.joined(separator: " ") == "안녕하세요 아름다운 세상")
    #expect(korean.lines.count > 1)
    let emoji = TitleLayout(
      text: String(repeating: "🎉", count: 14), fontSize: 100, width: 800, height: 1000)
    #expect(emoji.lines.count == 2)
    #expect(emoji.fontSize == 100)
  }

  @Test(
    "a long text in Thai, Lao, Burmese or Khmer keeps its size and breaks where a word or a syllable begins")
  func withoutSpaces() async throws {
    let tools = try MediaTools.find()
    for (text, starts) in [
      // Each line begins with one of these, never with a mark or a vowel that belongs to the letter before it.
      ("สุขสันต์วันเกิดขอให้มีความสุขตลอดไปและเดินทางปลอดภัย", 0x0E01...0x0E2E),
      ("ຍິນດີຕ້ອນຮັບສູ່ປະເທດລາວແລະເດີນທາງປອດໄພ", 0x0E81...0x0EAE),
      ("မြန်မာနိုင်ငံမှကြိုဆိုပါတယ်ပျော်ရွှင်ပါစေ", 0x1000...0x102A),
      ("សូមស្វាគមន៍មកកាន់ប្រទេសកម្ពុជាដ៏ស្រស់ស្អាត", 0x1780...0x17B3),
    ] as [(String, ClosedRange<UInt32>)] {
      let marked = try await WordBreaker(tools: tools, segmenter: nil).marked(text)
      let layout = layout(marked)
      #expect(layout.lines.count > 1 && layout.lines.count < 5, "\(layout.lines)")
      #expect(layout.lines.joined() == text)
      #expect(layout.fontSize == 100, "\(layout.lines)")
      for line in layout.lines {
        let first = try #require(line.unicodeScalars.first?.value)
        #expect(starts.contains(first) || [0x0E40...0x0E44, 0x0EC0...0x0EC4].contains { $0.contains(first) })
      }
    }
  }

  @Test(
    "Thai words stay whole where Pango knows them",
    .enabled(if: MediaTools.program("pango-segmentation") != nil))
  func thaiWords() async throws {
    let breaker = WordBreaker(
      tools: try MediaTools.find(), segmenter: MediaTools.program("pango-segmentation"))
    let marked = try await breaker.marked("Hello สุขสันต์วันเกิด|ขอให้มีความสุข 123 ภาษาไทย")
    #expect(marked.replacing("\u{200B}", with: "") == "Hello สุขสันต์วันเกิด|ขอให้มีความสุข 123 ภาษาไทย")
    let words = marked.split { " \u{200B}|".contains($0) }.map(String.init)
    for word in ["สุข", "วัน", "เกิด", "ให้", "ความ", "ภาษา", "ไทย"] { #expect(words.contains(word), "\(words)") }
  }
}
