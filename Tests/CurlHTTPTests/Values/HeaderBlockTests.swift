import CurlHTTP
import Testing

@Suite("Header block")
struct HeaderBlockTests {
  private func read(_ text: String) -> [ResponseHead] {
    var block = HeaderBlock()
    var line: [UInt8] = []
    var heads: [ResponseHead] = []
    for byte in text.utf8 {
      line.append(byte)
      guard byte == 0x0A else { continue }
      if let head = line.withUnsafeBytes({ block.read($0) }) { heads.append(head) }
      line = []
    }
    return heads
  }

  @Test("status and fields of an answer, in order, values without white space around")
  func plain() {
    let heads = read("HTTP/1.1 404 Not Found\r\nA: 1\r\nb:\t two words \r\nEmpty:\r\nA: 3\r\n\r\n")
    #expect(
      heads == [
        ResponseHead(
          status: 404, headers: HTTPFields([("A", "1"), ("b", "two words"), ("Empty", ""), ("A", "3")]))
      ])
  }

  @Test("HTTP/2 has no reason, and LF alone ends lines too")
  func variants() {
    #expect(read("HTTP/2 200\r\n\r\n") == [ResponseHead(status: 200, headers: [:])])
    #expect(read("HTTP/1.0 200 OK\nA: 1\n\n") == [ResponseHead(status: 200, headers: ["A": "1"])])
  }

  @Test("interim answers pass unseen and leave nothing behind")
  func interim() {
    let heads = read(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nA: 1\r\n\r\n"
    )
    #expect(heads == [ResponseHead(status: 200, headers: ["A": "1"])])
  }

  @Test("trailer fields are not taken for another answer")
  func trailers() {
    #expect(read("HTTP/1.1 200 OK\r\n\r\nExpires: never\r\n\r\n").count == 1)
  }

  @Test("a folded value is one value, a line without a colon is passed over")
  func oddLines() {
    let heads = read("HTTP/1.1 200 OK\r\nA: one\r\n  two\r\nnonsense\r\nB: é日\r\n\r\n")
    #expect(heads == [ResponseHead(status: 200, headers: HTTPFields([("A", "one two"), ("B", "é日")]))])
  }
}
