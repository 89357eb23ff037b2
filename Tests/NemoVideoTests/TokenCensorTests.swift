import CurlHTTP
import NemoVideo
import Testing

@Suite("Tokens in texts")
struct TokenCensorTests {
  @Test(
    "a token is never shown, wherever it stands",
    arguments: [
      ("the token s3cret-token!", "the token ‹token›!"), ("s3cret-token", "‹token›"),
      ("s3cret-tokens3cret-token", "‹token›‹token›"), ("中s3cret-token文", "中‹token›文"),
      // A mark that combines with the last letter makes another character of it, not another token.
      ("s3cret-token\u{301} is it", "‹token›\u{301} is it"), ("s3cret-toke s3cret", "s3cret-toke s3cret"),
      ("Bearer nmv_usr_abc.DEF-1=, please", "Bearer ‹token›, please"), ("nmv_usr_", "‹token›"),
      ("nmv_usr_é", "‹token›é"), ("n nm nmv nmv_usr", "n nm nmv nmv_usr"), ("", ""),
    ])
  func hides(text: String, shown: String) {
    let censor = TokenCensor()
    censor.add(Secret("s3cret-token"))
    #expect(censor.censored(text) == shown)
  }

  @Test("a word too short for a token stays in the prose")
  func shortWords() {
    let censor = TokenCensor()
    censor.add(Secret("sunset"))
    #expect(censor.censored("a sunset") == "a sunset")
  }
}
