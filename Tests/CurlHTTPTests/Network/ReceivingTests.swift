import GatewayTesting
import CurlHTTP
import Testing

@Suite("Receiving", .timeLimit(.minutes(1)))
struct ReceivingTests {
  private static let chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  @Test("the header is there before the body, and each piece of the body before the next is sent")
  func streaming() async throws {
    let (headSeen, firstSeen) = (DoorToThread(), DoorToThread())
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.chunkedHead)
      headSeen.wait()
      connection.send("5\r\nfirst\r\n")
      firstSeen.wait()
      connection.send("6\r\nsecond\r\n0\r\n\r\n")
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      #expect(response.status == 200)
      headSeen.open()
      var pieces: [String] = []
      for try await chunk in response.body {
        pieces.append(String(decoding: chunk, as: UTF8.self))
        firstSeen.open()
      }
      #expect(pieces == ["first", "second"])
    }
  }

  @Test("header names are found in any case, interim answers are passed over, trailers do no harm")
  func headers() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
      connection.send(
        "HTTP/1.1 200 OK\r\nx-REQUEST-id: 7\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n")
      connection.send("2\r\nok\r\n0\r\nX-End: yes\r\n\r\n")
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url + "/p?q#f"))
      #expect(response.headers["X-Request-Id"] == "7")
      #expect(response.headers["Link"] == nil)
      #expect(try await response.body.collect(upTo: 10) == Array("ok".utf8))
      #expect(server.requests.first?.target == "/p?q")
      #expect(response.url == server.url + "/p?q#f")
    }
  }

  @Test("an answer of 4xx or 5xx is an answer, with its body", arguments: [400, 401, 404, 429, 500, 503])
  func statuses(_ status: Int) async throws {
    try await withServer(answering { _, connection in connection.respond(status, body: "{\"code\":1}") }) {
      server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      #expect(response.status == status)
      #expect(!response.isSuccess)
      let error = try await response.statusError()
      #expect(error.body == Array("{\"code\":1}".utf8))
      #expect(error.description.contains("\(status)"))
    }
  }

  @Test("the body of an error is kept up to 64 KiB, even when it breaks off")
  func longError() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 500 Bad\r\nContent-Length: 900000\r\n\r\n")
      connection.send([UInt8](repeating: 65, count: 100_000))
    } _: { server, http in
      let error = try await http.send(HTTPRequest(.get, server.url)).statusError()
      #expect(error.body == [UInt8](repeating: 65, count: 64 << 10))
    }
  }

  @Test("a body cut short of its length throws after what came")
  func shortContentLength() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
    } _: { server, http in
      try await expectBreak(.bodyTruncated, server, http, got: "half")
    }
  }

  @Test("a chunked body without its last chunk throws after what came")
  func truncatedChunks() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.chunkedHead + "4\r\nhalf\r\n")
    } _: { server, http in
      try await expectBreak(.bodyTruncated, server, http, got: "half")
    }
  }

  @Test("a reset in the middle of a body throws")
  func resetInBody() async throws {
    let seen = DoorToThread()
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.chunkedHead + "4\r\nhalf\r\n")
      seen.wait()
      connection.reset()
    } _: { server, http in
      try await expectBreak(.connectionBroken, server, http, got: "half") { seen.open() }
    }
  }

  private func expectBreak(
    _ code: HTTPError.Code, _ server: ScriptedServer, _ http: HTTPClient, got: String,
    onChunk: () -> Void = {}
  ) async throws {
    let response = try await http.send(HTTPRequest(.get, server.url))
    var text = ""
    let error = await #expect(throws: HTTPError.self) {
      for try await chunk in response.body {
        text += String(decoding: chunk, as: UTF8.self)
        onChunk()
      }
    }
    #expect(error?.code == code)
    #expect(error?.mayHaveReachedServer == true)
    #expect(error?.host == "127.0.0.1")
    #expect(text == got)
  }

  @Test("a body longer than the caller takes is an error, and its connection is closed")
  func tooLarge() async throws {
    let closed = Gate()
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.chunkedHead + "4\r\nmore\r\n")
      connection.waitForClose()
      closed.open()
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      let error = await #expect(throws: HTTPError.self) { try await response.body.collect(upTo: 3) }
      #expect(error?.code == .tooLarge(limit: 3))
      await closed.wait()
    }
  }

  @Test("a compressed body is unpacked")
  func compression() async throws {
    let packed: [UInt8] = [
      0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0, 0x86, 0xa6, 0x10, 0x36, 5, 0,
      0, 0,
    ]
    try await withServer(
      answering { request, connection in
        #expect(request.headers["Accept-Encoding"]?.contains("gzip") == true)
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
        connection.send(packed)
      }
    ) { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      #expect(try await response.body.collect(upTo: 10) == Array("hello".utf8))
    }
  }

  @Test("a slow reader of 64 MB holds the server back instead of filling memory, and gets every byte")
  func backPressure() async throws {
    let block = (0..<(1 << 16)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let blocks = 1024
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(block.count * blocks)\r\n\r\n")
      for _ in 0..<blocks { connection.send(block) }
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      var received = 0
      var isRight = true
      for try await chunk in response.body {
        for index in stride(from: 0, to: chunk.count, by: 997) {
          isRight = isRight && chunk[index] == block[(received + index) % block.count]
        }
        received += chunk.count
        if received % 64 == 0 { await Task.yield() }
      }
      #expect(received == block.count * blocks)
      #expect(isRight)
      #expect(response.body.peakWaitingBytes <= (1 << 20) + (64 << 10))
    }
  }

  @Test("a reader that does not read makes the transfer pause, and reading makes it go on")
  func pauseAndResume() async throws {
    let total = 32 << 20
    let finished = Gate()
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
      connection.send([UInt8](repeating: 1, count: total))
      finished.open()
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      while response.body.peakWaitingBytes < 1 << 20 { await Task.yield() }
      #expect(response.body.peakWaitingBytes <= (1 << 20) + (64 << 10))
      var received = 0
      for try await chunk in response.body { received += chunk.count }
      #expect(received == total)
      await finished.wait()
    }
  }

  @Test("two tasks cannot wait for one body")
  func twoReaders() async throws {
    let go = DoorToThread()
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.chunkedHead)
      go.wait()
      connection.send("2\r\nok\r\n0\r\n\r\n")
    } _: { server, http in
      let body = try await http.send(HTTPRequest(.get, server.url)).body
      let results = await withTaskGroup(of: Result<[UInt8], any Error>.self) { group in
        for _ in 0..<2 {
          group.addTask {
            do { return .success(try await body.collect(upTo: 10)) } catch { return .failure(error) }
          }
        }
        var results: [Result<[UInt8], any Error>] = []
        for await result in group {
          results.append(result)
          go.open()
        }
        return results
      }
      guard case .failure(let error) = results[0] else {
        Issue.record("the first to end is not the refused one")
        return
      }
      #expect((error as? HTTPError)?.code == .bodyAlreadyBeingRead)
      #expect(try results[1].get() == Array("ok".utf8))
    }
  }
}
