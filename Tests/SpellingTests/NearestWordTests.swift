import Spelling
import Testing

@Suite struct NearestWordTests {
  static let known = ["export", "upload", "credits", "status", "output_dir", "heartbeat"]

  @Test(
    "a mistyped word finds the one that was meant",
    arguments: [
      ("exprot", "export"), ("expor", "export"), ("uplaod", "upload"), ("cred", "credits"),
      ("outputdir", "output_dir"), ("hearbeat", "heartbeat"), ("statsu", "status"),
    ])
  func near(word: String, meant: String) { #expect(NearestWord.of(word, among: Self.known) == meant) }

  @Test("a typing error is only taken for one where the first letter is right and one word alone is meant")
  func mistyped() {
    let words = ["brightness", "darker", "dark", "lower", "slower"]
    #expect(NearestWord.mistyped("brigthness", among: words, errors: 2) == "brightness")
    #expect(NearestWord.mistyped("rbightness", among: words, errors: 1) == "brightness")
    #expect(NearestWord.mistyped("flower", among: words, errors: 1) == nil)
    #expect(NearestWord.mistyped("darke", among: words, errors: 1) == nil)
    #expect(NearestWord.mistyped("", among: words, errors: 1) == nil)
  }

  @Test("a word that is near to none is not guessed at", arguments: ["", "x", "zebra", "timeline", "日落"])
  func far(word: String) { #expect(NearestWord.of(word, among: Self.known) == nil) }
}
