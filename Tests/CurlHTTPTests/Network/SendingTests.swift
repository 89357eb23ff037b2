import GatewayTesting
import CurlHTTP
import Synchronization
import Testing

@Suite("Sending", .timeLimit(.minutes(1)))
struct SendingTests {
  @Test("method, target, headers, token and body come over as given, and nothing is waited for")
  func exactRequest() async throws {
    try await withServer(answering { _, connection in connection.respond(200) }) { server, http in
      let request = HTTPRequest(
        .post, server.url + "/run_sse?a=b", headers: ["Accept": "text/event-stream", "X-Empty": ""],
        originHeaders: ["X-Skill-Source": "t"], bearer: Secret("tok"),
        body: .bytes(Array("{\"a\":\"é\"}".utf8), contentType: "application/json"))
      _ = try await http.send(request).body.collect(upTo: 0)
      let seen = try #require(server.requests.first)
      #expect(seen.method == "POST")
      #expect(seen.target == "/run_sse?a=b")
      #expect(seen.bodyText == "{\"a\":\"é\"}")
      #expect(seen.headers["Authorization"] == "Bearer tok")
      #expect(seen.headers["Content-Type"] == "application/json")
      #expect(seen.headers["Accept"] == "text/event-stream")
      #expect(seen.headers["X-Empty"] == "")
      #expect(seen.headers["X-Skill-Source"] == "t")
      #expect(seen.headers["User-Agent"] == "test/1")
      #expect(seen.headers["Expect"] == nil)
      #expect(seen.headers.values(of: "Content-Length") == ["10"])
    }
  }

  @Test(
    "each method goes out as itself, with or without a body",
    arguments: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], [false, true])
  func methods(_ name: String, _ hasBody: Bool) async throws {
    try await withServer(
      answering { request, connection in
        connection.send(
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + (request.method == "HEAD" ? "" : "ok"))
      }
    ) { server, http in
      guard !(hasBody && name == "HEAD") else { return }
      let body: HTTPRequestBody = hasBody ? .bytes([1, 2, 3], contentType: "x/y") : .none
      let response = try await http.send(HTTPRequest(HTTPMethod(name), server.url, body: body))
      #expect(try await response.body.collect(upTo: 2).count == (name == "HEAD" ? 0 : 2))
      let seen = try #require(server.requests.first)
      #expect(seen.method == name)
      #expect(seen.body == (hasBody ? [1, 2, 3] : []))
      #expect(seen.headers["Content-Type"] == (hasBody ? "x/y" : nil))
    }
  }

  @Test(
    "what would write a second header is refused before anything is sent",
    arguments: [
      HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X": "a\r\nY: b"]),
      HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X Y": "a"]),
      HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["": "a"]),
      HTTPRequest(.get, "http://127.0.0.1:1/", bearer: Secret("a\nb")),
      HTTPRequest(HTTPMethod("GET /"), "http://127.0.0.1:1/"),
    ])
  func injection(_ request: HTTPRequest) async throws {
    let error = await #expect(throws: HTTPError.self) { try await HTTPClient().send(request) }
    #expect(error?.code == .badRequest)
    #expect(error?.mayHaveReachedServer == false)
  }

  @Test(
    "a file is streamed into a form, byte for byte, with its name and type, and progress is told to the end")
  func multipart() async throws {
    try await withTemporaryFolder { folder in
      let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
      try write(content, to: folder + "/clip.bin")
      let progress = Mutex<[HTTPProgress]>([])
      try await withServer(answering { _, connection in connection.respond(200) }) { server, http in
        let request = HTTPRequest(
          .post, server.url,
          body: .multipart([
            MultipartPart(
              name: "files", content: .file(path: folder + "/clip.bin"), fileName: "日 \"落\".mp4",
              contentType: "video/mp4"),
            MultipartPart(name: "note", content: .bytes(Array("hi".utf8))),
            MultipartPart(name: "none", content: .bytes([])),
          ]), onUploadProgress: { step in progress.withLock { $0.append(step) } })
        let response = try await http.send(request)
        #expect(response.status == 200)

        let seen = try #require(server.requests.first)
        let type = try #require(seen.headers["Content-Type"])
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        let boundary = "--" + type.split(separator: "=")[1]
        let expected =
          Array(
            """
            \(boundary)\r
            Content-Disposition: form-data; name="files"; filename="日 %22落%22.mp4"\r
            Content-Type: video/mp4\r
            \r

            """.utf8) + content
          + Array(
            """
            \r
            \(boundary)\r
            Content-Disposition: form-data; name="note"\r
            \r
            hi\r
            \(boundary)\r
            Content-Disposition: form-data; name="none"\r
            \r
            \r
            \(boundary)--\r

            """.utf8)
        #expect(seen.body == expected)

        let steps = progress.withLock { $0 }
        #expect(steps.last == HTTPProgress(sent: Int64(expected.count), total: Int64(expected.count)))
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.sent <= $1.sent })
      }
    }
  }

  @Test("a file that cannot be sent is an error before anything is sent")
  func missingFile() async throws {
    try await withTemporaryFolder { folder in
      try await withServer(answering { _, connection in connection.respond(200) }) { server, http in
        for path in [folder + "/none.mp4", folder] {
          let request = HTTPRequest(
            .post, server.url, body: .multipart([MultipartPart(name: "files", content: .file(path: path))]))
          let error = await #expect(throws: HTTPError.self) { try await http.send(request) }
          #expect(error?.message.contains(path) == true)
          #expect(error?.mayHaveReachedServer == false)
          guard case .file(path, _)? = error?.code else {
            Issue.record("\(String(describing: error))")
            return
          }
        }
        #expect(server.connectionCount == 0)
      }
    }
  }

  @Test("a POST goes over a connection of its own, a GET over a kept one")
  func connections() async throws {
    try await withServer(answering { _, connection in connection.respond(200, body: "ok") }) { server, http in
      for method in [HTTPMethod.get, .get, .post, .get] {
        _ = try await http.send(HTTPRequest(method, server.url)).body.collect(upTo: 2)
      }
      let numbers = server.requests.map(\.connection)
      #expect(numbers[0] == 0 && numbers[1] == 0)
      #expect(numbers[2] == 1)
      #expect(server.connectionCount == 2)
    }
  }

  @Test("a message is never sent twice, even when the server closes a kept connection on it")
  func atMostOnce() async throws {
    try await withServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.respond(200)
      // Reads the next request and goes without a word.
      _ = connection.readRequest()
    } _: { server, http in
      _ = try await http.send(HTTPRequest(.get, server.url)).body.collect(upTo: 0)
      let body = HTTPRequestBody.bytes([1], contentType: "a/b")
      let first = try await http.send(HTTPRequest(.post, server.url, body: body))
      #expect(first.status == 200)
      #expect(server.requests.filter { $0.method == "POST" }.count == 1)
    }
  }

  @Test("a read is sent again by itself when its kept connection dies")
  func repeatable() async throws {
    try await withServer { connection in
      guard connection.readRequest() != nil else { return }
      connection.respond(200)
      if connection.number == 0 { _ = connection.readRequest() } else { connection.waitForClose() }
    } _: { server, http in
      _ = try await http.send(HTTPRequest(.get, server.url)).body.collect(upTo: 0)
      let second = try await http.send(HTTPRequest(.get, server.url))
      #expect(second.status == 200)
      #expect(server.requests.map(\.connection) == [0, 0, 1])
    }
  }
}
