import Directing
import Testing

/// What people type for cards, quotes and loops.
@Suite("Quotes, greetings, decades and who does what")
struct SayingsTests {
  private func board(_ prompt: String) -> Storyboard { Director().storyboard(for: prompt) }

  private func length(_ prompt: String) -> Int { board(prompt).shots.map(\.durationMS).reduce(0, +) }

  @Test(
    "a quotation beside a scene is the title, whole, and nothing of it is drawn",
    arguments: [
      ("\"Stay hungry, stay foolish\" quote over a mountain sunrise", "Stay hungry, stay foolish"),
      ("lyric clip: 'I walk a lonely road' empty road at dusk", "I walk a lonely road"),
      ("\"人生若只如初见\" 樱花飘落", "人生若只如初见"),
      ("春节快乐，红灯笼，烟花", "春节快乐"),
    ])
  func quotation(_ prompt: String, _ title: String) {
    let board = board(prompt)
    #expect(board.title?.text == title)
    #expect(board.substitutions.isEmpty)
    #expect(board.shots[0].element(.people) == nil)
  }

  @Test("a prompt that is all in quotation marks is a scene, not a title")
  func quotedPrompt() {
    #expect(board("\"a sunset over the sea\"").shots[0].element(.ocean) != nil)
    #expect(board("a boat with \"Titanic\" on it").title?.text != "Titanic")
  }

  @Test("a decade is no length, and a length in front of a film is one")
  func decades() {
    #expect(length("a flying saucer over a field, 90s vhs") == 10_000)
    #expect(board("a flying saucer over a field, 90s vhs").shots[0].style == .film)
    #expect(length("a 60s clip of rain") == 60_000)
    #expect(length("rain, 90s") == 90_000)
  }

  @Test(
    "somebody who does something is drawn doing it, once",
    arguments: [
      ("a woman dancing in the rain", SceneElement.Kind.dancer, 1),
      ("a girl running on the beach", .runner, 1),
      ("一个骑自行车的女孩", .cyclist, 1), ("a man holding an umbrella in the city", .umbrella, 1),
      ("孤独的人走在雪地里", .people, 1), ("an elephant family in the savanna", .elephant, 4),
    ])
  func doing(_ prompt: String, _ kind: SceneElement.Kind, _ count: Int) {
    let shot = board(prompt).shots[0]
    #expect((shot.element(kind)?.count ?? 1) == count)
    if kind != .people { #expect(shot.element(.people) == nil) }
  }

  @Test("a colour behind “on” is the backdrop and leaves the thing its own")
  func backdrop() {
    #expect(board("gold particles on black").shots[0].element(.particles)?.colour?.name == "gold")
    #expect(board("a red heart on white").shots[0].element(.heart)?.colour?.name == "red")
    #expect(board("iPhone 17 product reveal on black background").shots[0].tint?.name == "black")
  }

  @Test("neon brings its signs, and before a colour it is that colour")
  func neon() {
    #expect(board("neon Tokyo street in the rain").shots[0].element(.neonSigns) != nil)
    let bars = board("audio reactive bars in neon green").shots[0]
    #expect(bars.element(.city) == nil)
    #expect(bars.element(.bars)?.colour != nil)
  }

  @Test("the moon has the phase that is asked for")
  func phases() throws {
    let crescent = try #require(board("a crescent moon over mountains").shots[0].element(.moon)?.lit)
    let half = try #require(board("a half moon").shots[0].element(.moon)?.lit)
    #expect(crescent < half)
    #expect(board("a full moon").shots[0].element(.moon)?.lit == nil)
  }

  @Test("a title keeps how a name is written, and no cut leaves a word hanging")
  func titles() {
    #expect(board("iPhone 17 product reveal").title?.text.hasPrefix("iPhone") == true)
    let title = board("an elephant walking across the wide golden savanna at dusk").title?.text ?? ""
    #expect(!title.hasSuffix("The") && !title.hasSuffix("Across"))
  }
}
