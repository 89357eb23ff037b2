import Conversation
import GatewayTesting
import RawJSON
import Testing

@Suite struct ReplyAssemblerTests {
  private static func event(_ text: String, isPartial: Bool) -> [UInt8] {
    var part = JSONWriter()
    part.add("text", text)
    var content = JSONWriter()
    content.add("role", "model")
    content.add("parts", [part])
    var object = JSONWriter()
    object.add("content", content)
    if isPartial { object.add("partial", true) }
    return object.bytes
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    let words = [
      "In", "it", "is", "I", "encountered", "film", "日落", "é", "🎬", "👨‍👩‍👧", "\n", ".", "i enc", "a", "the ",
    ]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  private static func split(_ text: String, _ random: inout SeededGenerator) -> [String] {
    var pieces: [String] = [""]
    for scalar in text.unicodeScalars {
      if Int.random(in: 0..<4, using: &random) == 0 { pieces.append("") }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
    }
    return pieces.filter { !$0.isEmpty }
  }

  @Test("a reply without an end takes no more memory, and its whole is still told once")
  func endless() {
    var assembler = ReplyAssembler()
    let piece = String(repeating: "waves and foam ", count: 4000)
    var shown = 0
    for _ in 0..<120 {
      for case .text(let text) in assembler.read(Self.event(piece, isPartial: true)) {
        shown += text.utf8.count
      }
    }
    #expect(shown == 120 * piece.utf8.count)
    #expect(assembler.keptLength < 3 << 20)
    let whole = String(repeating: piece, count: 120)
    #expect(assembler.read(Self.event(whole + "The end.", isPartial: false)) == [.text("The end.")])
    #expect(assembler.keptLength == 0)
    #expect(assembler.read(Self.event("More.", isPartial: false)) == [.text("More.")])
  }

  @Test("random groups in random pieces are shown once, word for word", arguments: 0..<10)
  func groups(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      var assembler = ReplyAssembler()
      var parts: [ReplyPart] = []
      var wanted = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let text = Self.words(&random)
        wanted += text
        if Bool.random(using: &random) {
          for piece in Self.split(text, &random) {
            parts += assembler.read(Self.event(piece, isPartial: true))
          }
        }
        parts += assembler.read(Self.event(text, isPartial: false))
      }
      parts += assembler.finish()
      let shown = parts.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
      #expect(Array(shown.unicodeScalars) == Array(wanted.unicodeScalars))
    }
  }

  @Test("the noise is found however it is cut, and what was said before it stays", arguments: 0..<10)
  func noise(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      var assembler = ReplyAssembler()
      var parts: [ReplyPart] = []
      let text = "Your film is in. I Encountered a temporary issue, sorry."
      for piece in Self.split(text, &random) { parts += assembler.read(Self.event(piece, isPartial: true)) }
      parts += assembler.read(Self.event(text, isPartial: false)) + assembler.finish()
      let shown = parts.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
      #expect(shown == "Your film is in. ")
      #expect(!parts.contains { if case .serviceTrouble = $0 { true } else { false } })
    }
  }

  @Test("a reply of a megabyte with an i in every word is read in its length's time", .timeLimit(.minutes(1)))
  func long() {
    var assembler = ReplyAssembler()
    let text = String(repeating: "idiomatic is it ", count: 65_536)
    let parts = assembler.read(Self.event(text, isPartial: false)) + assembler.finish()
    #expect(
      parts.reduce(into: 0) { if case .text(let text) = $1 { $0 += text.utf8.count } } == text.utf8.count)
  }

  @Test("bytes by chance never trap", arguments: 0..<4)
  func chance(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var assembler = ReplyAssembler()
    for _ in 0..<2000 {
      var bytes = Self.event("x", isPartial: Bool.random(using: &random))
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = assembler.read(bytes)
    }
    _ = assembler.finish()
  }
}
