import CurlHTTP
import Testing

@Suite("What to do with the answer to a download")
struct ResumePlanTests {
  private let part: (length: Int64, validator: DownloadValidator) = (5, DownloadValidator(etag: "\"a\""))

  private func plan(_ status: Int, _ headers: HTTPFields, resuming: Bool) -> ResumePlan {
    ResumePlan(head: ResponseHead(status: status, headers: headers), existing: resuming ? part : nil)
  }

  @Test("the rest of the same file is appended")
  func rest() {
    #expect(plan(206, ["Content-Range": "bytes 5-9/10"], resuming: true) == .append(total: 10))
    #expect(
      plan(206, ["Content-Range": "bytes 5-9/*", "ETag": "\"a\""], resuming: true) == .append(total: nil))
  }

  @Test("a range from elsewhere, of another file or without its place means to ask for the whole")
  func wrongRange() {
    #expect(plan(206, ["Content-Range": "bytes 4-9/10"], resuming: true) == .askForWhole)
    #expect(plan(206, ["Content-Range": "bytes 5-9/10", "ETag": "\"b\""], resuming: true) == .askForWhole)
    #expect(plan(206, [:], resuming: true) == .askForWhole)
    #expect(plan(206, ["Content-Range": "bytes 5-9/10"], resuming: false) == .bad)
  }

  @Test("the whole file starts over")
  func whole() {
    #expect(plan(200, ["Content-Length": "10"], resuming: true) == .restart(total: 10))
    #expect(plan(200, [:], resuming: false) == .restart(total: nil))
    #expect(
      plan(200, ["Content-Length": "3", "Content-Encoding": "br"], resuming: false) == .restart(total: nil))
  }

  @Test("a range past the end means that all is here, or that what is here is something else")
  func pastTheEnd() {
    #expect(plan(416, ["Content-Range": "bytes */5"], resuming: true) == .complete)
    #expect(plan(416, ["Content-Range": "bytes */4"], resuming: true) == .askForWhole)
    #expect(plan(416, ["Content-Range": "bytes */5", "ETag": "\"b\""], resuming: true) == .askForWhole)
    #expect(plan(416, [:], resuming: true) == .askForWhole)
    #expect(plan(416, [:], resuming: false) == .refuse)
  }

  @Test("any other status brings no file", arguments: [301, 401, 404, 429, 500])
  func others(_ status: Int) {
    #expect(plan(status, [:], resuming: true) == .refuse)
    #expect(plan(status, ["Content-Length": "9"], resuming: false) == .refuse)
  }
}
