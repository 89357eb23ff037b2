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

  @Test("a word that is near to none is not guessed at", arguments: ["", "x", "zebra", "timeline", "日落"])
  func far(word: String) { #expect(NearestWord.of(word, among: Self.known) == nil) }
}
