import Conversation
import GatewayTesting
import Testing

@Suite struct TextSanitiserTests {
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let range: Range<UInt32> =
        [
          0..<0x20, 0x20..<0x7F, 0x20..<0x7F, 0x7F..<0xA0, 0x1B..<0x1C, 0x40..<0x60, 0x2000..<0x2070,
          0x0618..<0x0620,
          0x4E00..<0x4F00,
          0x1F300..<0x1F400, 0xFEFF..<0xFF00, 0xFFF0..<0xFFFF,
        ].randomElement(using: &random) ?? 0..<1
      text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? " ")
    }
    return text
  }

  @Test(
    "nothing that moves, colours, turns or hides is left, at any split, and splits change nothing",
    arguments: 0..<10)
  func anySplit(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<500 {
      let text = Self.text(&random)
      let whole = TextSanitiser.clean(text)
      #expect(!whole.unicodeScalars.contains(where: Self.isForbidden))
      var sanitiser = TextSanitiser()
      var pieces = String.UnicodeScalarView()
      var rest = text.unicodeScalars[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...5, using: &random))
        rest = rest[piece.endIndex...]
        pieces.append(contentsOf: sanitiser.clean(String(piece)).unicodeScalars)
      }
      #expect(Array(pieces) == Array(whole.unicodeScalars))
    }
  }

  @Test(
    "each row of the table",
    arguments: [
      ("a\u{1B}[31;1mb\u{1B}[0m", "ab"), ("a\u{1B}cb", "ab"), ("a\u{1B}(Bb", "ab"),
      ("a\u{1B}]0;title\u{07}b", "ab"),
      ("a\u{1B}]8;;http://x\u{1B}\\b", "ab"), ("a\u{9B}31mb", "ab"), ("a\u{9D}x\u{9C}b", "ab"),
      ("a\u{1B}P1$r\u{1B}\\b", "ab"),
      ("a\r\nb\rc", "a\nb\nc"), ("a\u{2028}b", "a\nb"), ("a\u{202E}b\u{2066}c", "abc"),
      ("a\u{07}\u{08}b\u{7F}", "ab"),
      ("a\u{200F}b\u{61C}c\u{200E}", "abc"), ("a\u{200B}b\u{2060}c\u{206A}d\u{FFF9}", "abcd"),
      ("a\tb\n", "a\tb\n"), ("日本 👨‍👩‍👧 é", "日本 👨‍👩‍👧 é"), ("a\u{1B}]0;never ends\nb", "a\nb"),
    ])
  func table(input: String, output: String) {
    #expect(TextSanitiser.clean(input) == output)
  }

  @Test("a string without an end swallows no more than 4,096 characters")
  func endless() {
    let text = "\u{1B}]0;" + String(repeating: "x", count: 10_000) + "end"
    #expect(TextSanitiser.clean(text).hasSuffix("end"))
  }

  @Test("a name is one line")
  func singleLine() { #expect(TextSanitiser.singleLine(" a\r\n\tb \u{1B}[2Jc ") == "a b c") }

  @Test(
    "tags that nobody sees go, but for those that make a flag",
    arguments: [
      ("a\u{E0065}\u{E0076}b", "ab"),
      ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}"),
      ("\u{1F3F4}a\u{E0067}", "\u{1F3F4}a"),
      (
        "\u{1F3F4}" + String(repeating: "\u{E0061}", count: 99),
        "\u{1F3F4}" + String(repeating: "\u{E0061}", count: 7)
      ),
    ])
  func tags(input: String, output: String) {
    #expect(TextSanitiser.clean(input).unicodeScalars.elementsEqual(output.unicodeScalars))
    var sanitiser = TextSanitiser()
    let pieces = input.unicodeScalars.map { sanitiser.clean(String($0)) }.joined()
    #expect(pieces.unicodeScalars.elementsEqual(output.unicodeScalars))
  }

  @Test(
    "lookalikes in a name are spelt out, names of one script stay",
    arguments: [
      ("pa\u{443}pal.mp4", "pa<U+0443>pal.mp4"), ("clip.m\u{440}4", "clip.m<U+0440>4"),
      ("a\u{2044}b\u{FF0F}c\u{2024}mp4", "a<U+2044>b<U+FF0F>c<U+2024>mp4"), ("\u{3BF}k.png", "<U+03BF>k.png"),
      ("море.mp4", "море.mp4"), ("видео final.mp4", "видео final.mp4"), ("naïve café.mp4", "naïve café.mp4"),
      ("片段（1）HD版.mp4", "片段（1）HD版.mp4"), ("plain-name_1.mp4", "plain-name_1.mp4"),
      ("a\u{1B}]2;x\u{7}\u{202E}b", "ab"),
    ])
  func lookalikes(name: String, shown: String) { #expect(TextSanitiser.name(name) == shown) }
}
