import Conversation
import CurlHTTP
import NemoVideo
import Testing

@Suite("Failures in words")
struct FailureTests {
  @Test("the built-in studio's words about an upload are told; a service's own are the formats that it takes")
  func unreadableUpload() {
    let error = ServiceError(
      code: 4001, status: 415,
      message: "huge.png begins like a file of the format png, but can’t be read as one.")
    let studio = Failure(error, account: AccountFacts(tokenSource: .studio))
    #expect(studio.message.contains("can’t be read as one. Nothing was added to the video."))
    let cloud = Failure(error, account: AccountFacts())
    #expect(cloud.message.contains("does not accept this type of file"))
    #expect(studio.code == cloud.code)
  }

  @Test(
    "an answer that is too long is the service's trouble, and says what is kept and what to do",
    arguments: [HTTPError.Code.headerTooLarge, .tooLarge(limit: 67_108_864)])
  func tooLong(_ code: HTTPError.Code) {
    let failure = Failure(HTTPError(code, host: "example.com", mayHaveReachedServer: true))
    #expect(failure.code == .service)
    #expect(failure.message.contains("example.com"))
    #expect(failure.hint.contains("What was made so far is kept"))
  }
}
