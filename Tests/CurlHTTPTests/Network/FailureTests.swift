import GatewayTesting
import CurlHTTP
import Testing

@Suite("Failures", .timeLimit(.minutes(1)))
struct FailureTests {
  @Test("a refused connection has not reached the server")
  func refused() async throws {
    let port = try ReservedPort.untilTheEnd()
    let error = await #expect(throws: HTTPError.self) {
      try await HTTPClient().send(HTTPRequest(.post, "http://127.0.0.1:\(port)/", bearer: Secret("hidden")))
    }
    #expect(error?.code == .couldNotConnect)
    #expect(error?.mayHaveReachedServer == false)
    #expect(error?.curlCode == 7)
    #expect(error?.message.contains("127.0.0.1") == true)
  }

  @Test("a name without an address has not reached the server")
  func unresolved() async throws {
    // Longer than a name may be: refused without asking anybody.
    let name = String(repeating: "a", count: 64) + ".invalid"
    let error = await #expect(throws: HTTPError.self) {
      try await HTTPClient().send(HTTPRequest(.post, "http://\(name)/"))
    }
    #expect(error?.code == .couldNotResolve)
    #expect(error?.mayHaveReachedServer == false)
  }

  @Test("a server that does not speak TLS has not got the request")
  func noTLS() async throws {
    try await withServer { connection in
      connection.send("HTTP/1.1 400 Speak plainly\r\n\r\n")
      connection.waitForClose()
    } _: { server, http in
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.post, "https://127.0.0.1:\(server.port)/", bearer: Secret("hidden")))
      }
      #expect(error?.code == .tls)
      #expect(error?.mayHaveReachedServer == false)
    }
  }

  @Test("a reset after the request may have reached the server")
  func resetAfterRequest() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.reset()
    } _: { server, http in
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.post, server.url, body: .bytes([1], contentType: "a/b")))
      }
      #expect(error?.code == .connectionBroken)
      #expect(error?.mayHaveReachedServer == true)
      #expect(server.requests.count == 1)
    }
  }

  @Test("a server that hangs up without a word may have got the request")
  func emptyAnswer() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
    } _: { server, http in
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.post, server.url))
      }
      #expect(error?.code == .connectionBroken)
      #expect(error?.mayHaveReachedServer == true)
    }
  }

  @Test("what is not HTTP is a bad answer")
  func notHTTP() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("SSH-2.0-OpenSSH_9.2\r\n")
    } _: { server, http in
      let error = await #expect(throws: HTTPError.self) { try await http.send(HTTPRequest(.get, server.url)) }
      #expect(error?.code == .badResponse)
    }
  }

  /// Where a server can put a header without an end.
  enum LongHeader: CaseIterable {
    case line, lines, interim, redirects, trailer

    func send(on connection: ServerConnection) {
      let kilobyte = String(repeating: "x", count: 1000)
      switch self {
      case .line:
        connection.send(
          "HTTP/1.1 200 OK\r\nX-Long: \(String(repeating: "x", count: 200_000))\r\nContent-Length: 2\r\n\r\nok"
        )
      case .lines:
        connection.send("HTTP/1.1 200 OK\r\n")
        for number in 0..<20_000 {
          guard connection.send(Array("X-\(number): \(kilobyte)\r\n".utf8)) else { return }
        }
      case .interim:
        for _ in 0..<20_000 {
          guard connection.send(Array("HTTP/1.1 102 Wait\r\nX: \(kilobyte)\r\n\r\n".utf8)) else { return }
        }
      case .redirects:
        connection.send("HTTP/1.1 302 Found\r\nLocation: /\(String(repeating: "x", count: 200_000))\r\n\r\n")
      case .trailer:
        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2\r\nok\r\n0\r\n")
        for _ in 0..<20_000 {
          guard connection.send(Array("X: \(kilobyte)\r\n".utf8)) else { return }
        }
      }
    }
  }

  @Test(
    "a header without an end is not read on, and the error says what was sent", arguments: LongHeader.allCases
  )
  func longHeader(_ kind: LongHeader) async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      kind.send(on: connection)
      connection.waitForClose()
    } _: { server, http in
      let error = await #expect(throws: HTTPError.self) {
        _ = try await http.send(HTTPRequest(.post, server.url)).body.collect(upTo: 1 << 20)
      }
      #expect(error?.code == .headerTooLarge)
      #expect(error?.mayHaveReachedServer == true)
      #expect(error?.message.contains("header that is longer") == true)
    }
  }

  @Test("a long header below the limit is read")
  func allowedHeader() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      let fields = (0..<200).map { "X-\($0): \(String(repeating: "x", count: 1000))\r\n" }.joined()
      connection.send("HTTP/1.1 200 OK\r\n\(fields)Content-Length: 2\r\n\r\nok")
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      #expect(response.headers["X-199"]?.count == 1000)
      #expect(try await response.body.collect(upTo: 10).count == 2)
    }
  }

  @Test("the total limit ends an exchange that never answers")
  func totalLimit() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.waitForClose()
    } _: { server, http in
      let limits = HTTPLimits(total: .milliseconds(60))
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.get, server.url, limits: limits))
      }
      #expect(error?.code == .timedOut(.total))
      #expect(error?.mayHaveReachedServer == true)
    }
  }

  @Test("the stall limit ends a body that stops coming, and says so")
  func stallLimit() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
      connection.waitForClose()
    } _: { server, http in
      let limits = HTTPLimits(stall: .milliseconds(60))
      // On a slow machine even the header may be too late; a stall it is either way.
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.get, server.url, limits: limits)).body.collect(upTo: 10)
      }
      #expect(error?.code == .stalled)
    }
  }

  @Test("the connect limit ends a greeting that never comes, and nothing was sent")
  func connectLimit() async throws {
    try await withServer { connection in
      connection.waitForClose()
    } _: { server, http in
      let limits = HTTPLimits(connect: .milliseconds(60))
      let error = await #expect(throws: HTTPError.self) {
        try await http.send(HTTPRequest(.post, "https://127.0.0.1:\(server.port)/", limits: limits))
      }
      #expect(error?.code == .timedOut(.connect))
      #expect(error?.mayHaveReachedServer == false)
    }
  }

  @Test("every error has a sentence of its own for a person")
  func messages() {
    let codes: [HTTPError.Code] = [
      .badURL, .badRequest, .unsupportedScheme("ftp"), .couldNotResolve, .couldNotConnect, .tls,
      .timedOut(.connect),
      .timedOut(.total), .stalled, .connectionBroken, .bodyTruncated, .badResponse, .tooLarge(limit: 5),
      .tooManyRedirects, .redirectRefused, .file(path: "/a/b", errno: 28), .file(path: "/a/b", errno: 13),
      .bodyAlreadyBeingRead, .clientClosed, .other(99), .libraryMissing,
    ]
    let messages = codes.map {
      HTTPError($0, host: "h.example", curlText: "w", mayHaveReachedServer: true).message
    }
    #expect(Set(messages).count == messages.count)
    #expect(messages[15].contains("disk is full") && messages[15].contains("/a/b"))
    #expect(messages[16].contains("Permission denied"))
  }
}
