import Glibc
import Testing
import Understanding

@Suite("Replies made of the sentences of all cases, in any order")
struct MixedReplyTests {
  private static let replySets =
    ["translations.json", "translations-held-out.json"]
  private static let routeSets = ["routes.tsv", "routes-held-out.tsv"]

  /// Sentences, words and utterances of the case files.
  private static func material() throws -> [String] {
    var pieces: [String] = []
    var replies = try replySets.flatMap { try CaseFile.translations($0).map(\.reply) }
    replies += try CaseFile.blindReplySets.flatMap { try CaseFile.replies($0).map(\.reply) }
    for reply in replies {
      pieces += reply.split { ".!?。！？\n".contains($0) }.map(String.init)
      pieces += reply.split(separator: " ").map(String.init)
    }
    pieces += try (routeSets + CaseFile.blindRouteSets).flatMap { try CaseFile.routes($0).map(\.text) }
    return pieces
  }

  private static let links = [" ", " ", ". ", "", "\n", ", ", "! ", "。", " and ", "\n- ", "; "]

  private static func reply(of material: [String], _ random: inout SeededRandom) -> String {
    var reply = ""
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let piece = material.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<5, using: &random) == 0 {
        // With something odd in the middle.
        let scalars = piece.unicodeScalars
        let cut = Int.random(in: 0...scalars.count, using: &random)
        reply += String(scalars.prefix(cut)) + random.oddText() + String(scalars.dropFirst(cut))
      } else {
        reply += piece
      }
      reply += links.randomElement(using: &random) ?? " "
    }
    return reply
  }

  private struct Shown: Equatable {
    var scalars: [UnicodeScalar] = []
    var actions: [GUIAction] = []

    mutating func take(_ outputs: [GUITranslator.Output]) {
      for output in outputs {
        switch output {
        case .text(let text): scalars += text.unicodeScalars
        case .action(let action): actions.append(action)
        }
      }
    }
  }

  private static func translate(_ pieces: [String], readsEverySentence: Bool = false) -> Shown {
    var translator = GUITranslator(readsEverySentence: readsEverySentence)
    var shown = Shown()
    for piece in pieces { shown.take(translator.feed(piece)) }
    shown.take(translator.finish())
    return shown
  }

  private static func cut(_ text: String, _ random: inout SeededRandom) -> [String] {
    var pieces: [String] = []
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let length = Int.random(in: 1...40, using: &random)
      pieces.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  @Test("Passing over sentences without a word of instructions changes nothing, nor does any cut")
  func sameAnyWay() throws {
    let material = try Self.material()
    var random = SeededRandom(seed: 11)
    for _ in 0..<10_000 {
      let reply = Self.reply(of: material, &random)
      let read = Self.translate([reply], readsEverySentence: true)
      #expect(Self.translate([reply]) == read, "\(reply.debugDescription)")
      #expect(Self.translate(Self.cut(reply, &random)) == read, "\(reply.debugDescription)")
    }
  }

  @Test("Every sentence of the cases alone comes out the same read or passed over")
  func sentencesAlone() throws {
    for piece in try Self.material() {
      #expect(Self.translate([piece]) == Self.translate([piece], readsEverySentence: true), "\(piece)")
    }
  }

  @Test("Prose comes out at many times the speed of reading every sentence")
  func speed() {
    let prose = String(
      repeating: "The camera drifts past a lighthouse and settles on a fisherman mending his nets. "
        + "A soft piano carries the mood until the sun breaks through. 海浪拍打着礁石，钟声响了两下。\n", count: 300)
    func seconds(_ work: () -> Void) -> Double {
      func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
      }
      return (0..<3).map { _ in
        let start = now()
        work()
        return now() - start
      }.min() ?? 0
    }
    let fast = seconds { _ = Self.translate([prose]) }
    let slow = seconds { _ = Self.translate([prose], readsEverySentence: true) }
    print(
      "prose at \(Double(prose.utf8.count) / fast / 1e6) MB/s, \(slow / fast) times as fast as read in full")
    #expect(fast * 2 < slow)
  }
}
