import Foundation
import Studio
import Testing

@Suite("Who may call, and what")
struct AccessTests {
  @Test("a call without a token, or with a wrong one, is answered 401 and 1001")
  func tokens() async throws {
    try await StudioHouse.visit { house in
      for token in [nil, "wrong", house.server.token + "x"] {
        let reply = try await house.call("GET", "/api/credits/balance/simple", token: token)
        #expect(reply.status == 401)
        #expect(reply.code == 1001)
      }
      #expect(try await house.call("GET", "/api/credits/balance/simple").status == 200)
    }
  }

  @Test(
    "a request for another host is refused, so that no web page can reach the studio by a name of its own")
  func hosts() async throws {
    try await StudioHouse.visit { house in
      for host in ["evil.example", "evil.example:\(house.port)", "127.0.0.1", "127.0.0.1:1", ""] {
        let reply = try await house.call("GET", "/api/health", headers: ["Host": host])
        #expect(reply.status == 421, "\(host)")
      }
      #expect(
        try await house.call("GET", "/api/health", headers: ["Host": "localhost:\(house.port)"]).status == 200
      )
    }
  }

  @Test("health needs no token and names the process")
  func health() async throws {
    try await StudioHouse.visit { house in
      let reply = try await house.call("GET", "/api/health", token: nil)
      #expect(reply.data["pid"] as? Int == Int(getpid()))
    }
  }

  @Test("an unknown call is 404, a known one with another method 405")
  func routes() async throws {
    try await StudioHouse.visit { house in
      #expect(try await house.call("GET", "/nothing").status == 404)
      #expect(try await house.call("GET", "/api/media/../token").status == 404)
      let reply = try await house.call("GET", "/run_sse")
      #expect(reply.status == 405)
      #expect(reply.headers["allow"] == "POST")
    }
  }

  @Test("headers over 16 KiB are 431, a body of JSON over 8 MiB is 413")
  func limits() async throws {
    try await StudioHouse.visit { house in
      let long = String(repeating: "x", count: 17_000)
      let reply = try await house.call("GET", "/api/health", headers: ["X-Long": long])
      #expect(reply.status == 431)
      let body = Data(repeating: 0x20, count: 8 * 1024 * 1024 + 1)
      #expect(try await house.call("POST", "/run_sse", body: body).status == 413)
    }
  }

  @Test(
    "a header without end is cut off, and the studio answers others meanwhile and after",
    .timeLimit(.minutes(3)))
  func endlessHeader() async throws {
    try await StudioHouse.visit { house in
      let piece = String(repeating: "x", count: 1 << 16)
      let flood =
        Data("GET /api/health HTTP/1.1\r\nX-Long: ".utf8) + Data(String(repeating: piece, count: 4096).utf8)
      let port = house.port
      let flooding = Task { try await PlainSocket.exchange(flood, port: port) }
      #expect(try await house.call("GET", "/api/health").status == 200)
      // 256 MB were never taken: the connection ended without an answer.
      let answer = try await flooding.value
      #expect(answer.isEmpty)
      #expect(try await house.call("GET", "/api/health").status == 200)
    }
  }

  @Test(
    "of too many connections those that say nothing are closed, and who asks is answered",
    .timeLimit(.minutes(1)))
  func connections() async throws {
    try await StudioHouse.visit({ $0.connectionLimit = 10 }) { house in
      let crowd = try (0..<40).map { _ in try OpenSocket(port: house.port) }
      for _ in 0..<20 { #expect(try await house.call("GET", "/api/health").status == 200) }
      let (ends, feed) = AsyncStream.makeStream(of: Bool.self)
      for socket in crowd { Task { feed.yield(await socket.hasEnded()) } }
      var ended = 0
      for await hasEnded in ends where hasEnded {
        ended += 1
        if ended == 30 { break }
      }
      #expect(try await house.call("GET", "/api/health").status == 200)
    }
  }

  @Test("a body that is no JSON, or lacks something, is 400 and says what")
  func badBodies() async throws {
    try await StudioHouse.visit { house in
      let broken = try await house.call("POST", "/run_sse", body: Data("{".utf8))
      #expect(broken.status == 400)
      let partial = try await house.post("/run_sse", ["session_id": "x"])
      #expect((partial.json["message"] as? String)?.contains("new_message is missing") == true)
    }
  }

  @Test("an answer to HEAD has the headers of GET and no body")
  func head() async throws {
    try await StudioHouse.visit { house in
      let get = try await house.call("GET", "/api/credits/balance/simple")
      let head = try await house.call("HEAD", "/api/credits/balance/simple")
      #expect(head.headers["content-length"] == "\(get.body.count)")
      #expect(head.body.isEmpty)
    }
  }
}
