import Directing
import Foundation
import Testing

@Suite("Odd prompts")
struct OddPromptTests {
  private static let words = [
    "sunset", "ocean", "no", "not", "without", "three", "0", "-5", "1e9", "purple", "huge", "tiny", "then",
    "loop", "title",
    "'", "\"", "“", "”", "titled", "watercolour", "anime", "noir", "16mm", "music", "lofi", "silent", "10",
    "seconds", "4:5",
    "16:9", "fps", "999999", "bpm", "left", "right", "night", "day", "at", "on", "a", "the", "birds", "cat",
    "wizard",
    "unicycle", "Prague", "and", ",", ".", ";", "\n", "\n\n", "1.", "2.", "3)", "scene 2:", "日落", "水墨", "三只",
    "鸟", "然后",
    "不要", "音乐", "标题", "一个", "镜头", "秒", "🌊", "🐋", "👨‍👩‍👧‍👦", "🏳️‍🌈", "e\u{301}\u{301}\u{301}", "שקיעה", "غروب",
    "\u{202E}", "\u{0}", "\u{7F}",
    "\u{FEFF}", "\t", "        ", "%s%n", "{}", "{\\an8}", "<b>", "../../etc", "NaN", "∞", "½", "٣",
    "in C sharp minor",
    "make it", "remove", "undo", "export", "as mp4", "kaiber", "in the style of", "ink", "pixel",
  ]

  /// A thousand prompts from a seeded generator: words in any order, contradictions, half of marks, walls of one thing.
  private static func prompt(_ number: Int) -> String {
    var random = SeededGenerator(seed: UInt64(number) &* 0x9E37_79B9 &+ 17)
    func pick() -> String { words[Int(random.next() % UInt64(words.count))] }
    switch number % 10 {
    case 0: return String(repeating: pick(), count: 1 + Int(random.next() % 400))
    case 1: return (0..<(1 + Int(random.next() % 200))).map { _ in pick() }.joined()
    case 2:
      let thing = pick()
      return
        "\(thing) without \(thing), no \(thing), three \(thing) at night by day, 5 seconds 50 seconds, silent lofi music"
    case 3:
      var scalars = String.UnicodeScalarView()
      for _ in 0..<(1 + Int(random.next() % 120)) {
        if let scalar = Unicode.Scalar(UInt32(random.next() % 0x2FFFF)) { scalars.append(scalar) }
      }
      return String(scalars)
    default: return (0..<(1 + Int(random.next() % 40))).map { _ in pick() }.joined(separator: " ")
    }
  }

  @Test("a thousand odd prompts give films within their limits, the same each time")
  func thousand() {
    let director = Director()
    for number in 0..<1000 {
      let prompt = Self.prompt(number)
      let board = director.storyboard(for: prompt)
      #expect((1...Director.mostShots).contains(board.shots.count))
      #expect((200...Director.longestMS).contains(board.durationMS))
      #expect(board.shots.allSatisfy { !$0.name.isEmpty })
      #expect((16...4096).contains(board.canvas.width) && (16...4096).contains(board.canvas.height))
      if number % 50 == 0 { #expect(director.storyboard(for: prompt) == board) }
    }
  }

  @Test(
    "100 KB of anything is read within a moment", arguments: ["a ", "1. ", "“", "not ", "日", "🌊", "then "])
  func large(piece: String) {
    let prompt = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let start = ContinuousClock.now
    let board = Director().storyboard(for: prompt)
    #expect(!board.shots.isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("words that cannot be drawn are named, each with what is seen instead or that it is left out")
  func named() {
    let board = Director().storyboard(for: "a wizard riding a unicycle through Prague")
    #expect(board.substitutions.map(\.word).contains("wizard"))
    #expect(board.substitutions.map(\.word).contains("unicycle"))
    #expect(board.substitutions.map(\.word).contains("Prague"))
    // Typography carries them.
    #expect(board.title?.text.localizedCaseInsensitiveContains("wizard") == true)
    #expect((board.title?.durationMS ?? 0) >= board.durationMS - 1)
  }
}
