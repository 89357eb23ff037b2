import Directing
import Foundation
import Testing

@Suite("The director")
struct DirectorTests {
  @Test("the same prompt and seed give the same storyboard; another seed another") func repeats() {
    let director = Director()
    let prompt = "three birds over a stormy sea, then a city at night"
    #expect(director.storyboard(for: prompt, seed: 7) == director.storyboard(for: prompt, seed: 7))
    #expect(director.storyboard(for: prompt) == director.storyboard(for: prompt))
    #expect(director.storyboard(for: prompt, seed: 7) != director.storyboard(for: prompt, seed: 8))
  }

  @Test("a prompt's own seed is the same on every machine") func stableSeed() {
    // FNV-1a of the UTF-8, then one step of SplitMix64, worked out apart from this code.
    #expect(Director.seed(for: "a sunset over ocean waves") == 0x8BAF4975A739B94D)
    #expect(Director.seed(for: "日落") != Director.seed(for: "日出"))
  }

  @Test("what the scenes can't draw is named, and the nearest they can draw stands in") func drawable() {
    let director = Director(drawable: [.ocean, .clouds, .hills, .stars])
    let board = director.storyboard(for: "an aurora over a lake")
    #expect(
      board.shots.allSatisfy {
        $0.elements.allSatisfy { [.ocean, .clouds, .hills, .stars].contains($0.kind) }
      })
    #expect(board.substitutions.contains(Substitution(word: "aurora", drawnInstead: "stars")))
    #expect(board.substitutions.contains(Substitution(word: "lake", drawnInstead: "ocean")))
  }

  @Test("many shots share the length, two seconds at least, twelve at most") func shotLengths() {
    let prompt = (1...30).map { "\($0). a forest at night" }.joined(separator: "\n")
    let board = Director().storyboard(for: prompt)
    #expect(board.shots.count == 12)
    #expect(board.shots.allSatisfy { $0.durationMS >= 2000 })
    let three = Director().storyboard(for: "a forest, then a lake, then a city, 20 seconds")
    #expect(three.durationMS == 20_000)
    #expect(three.shots.count == 3)
  }

  @Test("names stay within 60 characters and are never empty") func names() {
    let long =
      "a very long walk through " + String(repeating: "endless forests and mountains and ", count: 20)
      + "lakes"
    let board = Director().storyboard(for: long)
    #expect(board.name.count <= 60)
    #expect(!board.name.isEmpty)
    let chinese = Director().storyboard(for: String(repeating: "一望无际的大海和雪山", count: 20))
    #expect(chinese.name.count <= 60)
    #expect(!chinese.name.isEmpty)
  }

  @Test("a thousand odd prompts each give a film") func oddPrompts() {
    let pieces = [
      "day", "night", "no", "without", "then", "\n", "\n\n", "1.", "2)", "“", "”", "\"", "'", "《", "titled",
      "标题是", "16:9", "999999999999999999999",
      "s", "%", "🌊", "👩‍👩‍👧‍👦", "\u{0}", "\u{202E}", "مرحبا بالعالم", "שלום", "e\u{301}\u{301}\u{301}",
      "一二三四五六七八九十", "百", "半", "第", "镜头",
      "birds", "鸟", "red", "and", "or", "in", "music", "bpm", "minor", "-", "—", ":", ";", ",", "，", "。", "0",
      "0:00", "x", "the", "的", "不要", "fps",
      "𠮷", "ﷺ", "\u{FEFF}", "\r\n", "\u{2028}", "call it", "make it", "remove", "去掉", "把", "第二个镜头", "to",
      "with", "length", "longer", "percent",
    ]
    var generator = SeededGenerator(seed: 42)
    let parser = EditParser(director: Director())
    let editor = FilmEditor()
    let base = Film(Director().storyboard(for: "a sunset over ocean waves"))
    for _ in 0..<1000 {
      let count = Int(generator.next() % 14)
      let prompt = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
        .joined(separator: generator.next() % 3 == 0 ? "" : " ")
      let board = Director().storyboard(for: prompt)
      #expect(!board.shots.isEmpty && board.shots.count <= 12)
      #expect(board.shots.allSatisfy { !$0.elements.isEmpty && !$0.name.isEmpty })
      #expect(board.name.count <= 60 && !board.name.isEmpty)
      #expect(board.durationMS >= 1000 && board.durationMS <= 600_000)
      var film = base
      for request in parser.requests(in: prompt, film: base) { film = editor.apply(request, to: film).0 }
      #expect(film.durationMS > 0 && film.durationMS <= 600_000)
    }
  }

  @Test("a prompt of 100 KB is read, in either language, without a wait that grows with its square")
  func longPrompts() {
    for part in [
      "three birds over a stormy purple sea and unknown things, ", "一轮巨大的红色月亮升起在雪山上，", "“", "a ", "1. ", "🌊",
      "titled ", "no ",
    ] {
      let isWall = part.count < 10
      let text = String(repeating: part, count: (isWall ? 20_000 : 100_000) / part.utf8.count)
      let clock = ContinuousClock()
      let time = clock.measure { _ = Director().storyboard(for: text) }
      // Generous: it takes a small part of this; a quadratic reader takes minutes.
      #expect(time < .seconds(20), "\(part)")
    }
  }
}
