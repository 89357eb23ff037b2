import ServerSentEvents
import Testing

@Suite("Event stream")
struct EventStreamParserTests {
  @Test(
    "a stream gives the same events whole, byte by byte and split in two anywhere", arguments: StreamCase.all)
  func cases(_ stream: StreamCase) throws {
    let bytes = stream.bytes
    #expect(try Reading.ofParser([bytes[...]]).matches(stream.expected), "whole")
    let single = bytes.indices.map { bytes[$0...$0] }
    #expect(try Reading.ofParser(single).matches(stream.expected), "byte by byte")
    for cut in bytes.indices {
      #expect(
        try Reading.ofParser([bytes[..<cut], [], bytes[cut...]]).matches(stream.expected), "cut at \(cut)")
    }
  }

  @Test("the standard's algorithm, written naively, agrees with every case", arguments: StreamCase.all)
  func reference(_ stream: StreamCase) {
    #expect(NaiveEventStream.read(stream.bytes).matches(stream.expected))
  }

  @Test("random streams in random pieces read as the standard's algorithm reads them", arguments: 0..<40)
  func random(_ seed: Int) throws {
    var generator = SeededBits(seed: UInt64(seed))
    let words: [[UInt8]] =
      [
        "data", "data:", "data: ", "event: ", "id:", "id: 1", "retry:", "retry: 12", ":", ": c", " ", "x",
        "日",
        "\r", "\n", "\r\n", "\n\n", "\r\r", "\0", "\u{FEFF}", "7",
      ].map { Array($0.utf8) } + [[0xEF], [0xBB], [0xFF], [0xE6, 0x97]]
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).flatMap { _ in
        words[Int.random(in: 0..<words.count, using: &generator)]
      }
      var chunks: [ArraySlice<UInt8>] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let length = Int.random(in: 0...min(6, rest.count), using: &generator)
        chunks.append(rest.prefix(length))
        rest = rest.dropFirst(length)
      }
      var expected = NaiveEventStream.read(bytes)
      var seen = try Reading.ofParser(chunks)
      // Whether half a byte order mark at the very end is unfinished text or nothing is a matter of taste.
      if bytes.count < 3 { (expected.isUnfinished, seen.isUnfinished) = (false, false) }
      #expect(seen == expected, "\(bytes)")
    }
  }

  @Test("a chunk with a thousand lines of CR alone is read in one pass")
  func carriageReturns() throws {
    let bytes = Array(String(repeating: "data: a\r\r", count: 1000).utf8)
    #expect(try Reading.ofParser([bytes[...]]).events.count == 1000)
  }

  @Test("an event is told as soon as its blank line is there, before an LF that may belong to it")
  func promptness() throws {
    var parser = EventStreamParser()
    var count = 0
    try parser.parse(Array("data: a\r\n\r".utf8)) { _ in count += 1 }
    #expect(count == 1)
    try parser.parse(Array("\n".utf8)) { _ in count += 1 }
    #expect(count == 1)
    #expect(!parser.hasUnfinishedEvent)
  }

  @Test("the bytes of data come as they were, valid or not")
  func rawBytes() throws {
    var parser = EventStreamParser()
    var data: [UInt8] = []
    try parser.parse(Array("data: ".utf8) + [0xFF, 0x00, 0xC3] + Array("\n\n".utf8)) { data = $0.data }
    #expect(data == [0xFF, 0x00, 0xC3])
  }

  @Test("the last id and the reconnection time are there for a reconnect")
  func reconnection() throws {
    var parser = EventStreamParser()
    try parser.parse(Array("id: 4\nretry: 250\n\nid: 5\n".utf8)) { _ in Issue.record("no data, no event") }
    #expect(parser.lastEventID == "4")
    #expect(parser.reconnectionTime == 250)
  }

  @Test("a line past the limit is an error, in one piece and in many")
  func longLine() {
    let bytes = Array("data: 0123456789\n\n".utf8)
    let expected = EventStreamError(code: .lineTooLong, limit: 15)
    #expect(throws: expected) { try Reading.ofParser([bytes[...]], lengthLimit: 15) }
    #expect(throws: expected) { try Reading.ofParser(bytes.indices.map { bytes[$0...$0] }, lengthLimit: 15) }
    #expect(throws: Never.self) { try Reading.ofParser([bytes[...]], lengthLimit: 16) }
  }

  @Test("data past the limit is an error, however short its lines")
  func longEvent() {
    let bytes = Array((String(repeating: "data: 123\n", count: 6) + "\n").utf8)
    let expected = EventStreamError(code: .eventTooLong, limit: 20)
    #expect(throws: expected) { try Reading.ofParser([bytes[...]], lengthLimit: 20) }
    #expect(throws: Never.self) { try Reading.ofParser([bytes[...]], lengthLimit: 24) }
    #expect(expected.description.contains("20 bytes"))
  }

  @Test("an error thrown by the caller ends the reading")
  func thrownByCaller() {
    struct Stop: Error {}
    var parser = EventStreamParser()
    var count = 0
    #expect(throws: Stop.self) {
      try parser.parse(Array("data: 1\n\ndata: 2\n\n".utf8)) { _ in
        count += 1
        throw Stop()
      }
    }
    #expect(count == 1)
  }

  @Test("the case files are there")
  func caseFiles() {
    #expect(StreamCase.all.count > 40)
  }
}

/// SplitMix64, so that a failing seed fails again.
private struct SeededBits: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
