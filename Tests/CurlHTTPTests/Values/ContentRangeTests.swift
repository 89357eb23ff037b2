import CurlHTTP
import Testing

@Suite("Content-Range")
struct ContentRangeTests {
  @Test("ranges with and without a total, and the refusal")
  func good() {
    #expect(ContentRange("bytes 5-9/10")?.range == 5...9)
    #expect(ContentRange("bytes 5-9/10")?.total == 10)
    #expect(ContentRange("Bytes 0-0/*")?.total == nil)
    #expect(ContentRange("Bytes 0-0/*")?.range == 0...0)
    #expect(ContentRange("bytes */10")?.range == nil)
    #expect(ContentRange("bytes */10")?.total == 10)
  }

  @Test(
    "anything else is no range",
    arguments: [
      "", "bytes", "bytes 1-2", "bytes 2-1/5", "bytes 0-5/5", "lines 0-1/2", "bytes -1-2/5", "bytes 1-/5",
      "bytes */*",
      "bytes 1-2/+5", "bytes 99999999999999999999-2/5", "bytes 0-1/2/3",
    ])
  func bad(_ text: String) {
    #expect(ContentRange(text) == nil)
  }
}
