import Foundation
import GatewayTesting
import Studio
import Testing

@Suite("The studio as a service")
struct ServiceTests {
  @Test("whoever watches over the studio asks for its health without a token, by whatever name")
  func health() async throws {
    try await StudioHouse.visit { house in
      let reply = try await house.call("GET", "/healthz", token: nil, headers: ["Host": "10.0.0.7"])
      #expect(reply.status == 200 && reply.text == "ok\n")
      #expect(try await house.call("POST", "/healthz", token: nil).status == 404)
    }
  }

  @Test("metrics are in Prometheus's text format, for the owner alone")
  func metrics() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      #expect(try await house.call("GET", "/metrics", token: nil).status == 401)
      #expect(try await house.call("GET", "/metrics", token: try await house.anonymous()).status == 404)
      let reply = try await house.call("GET", "/metrics")
      #expect(reply.status == 200)
      #expect(reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      let lines = reply.text.split(separator: "\n").map(String.init)
      #expect(lines.contains("t2v_up 1"))
      #expect(lines.contains("t2v_sessions 1"))
      #expect(lines.contains("t2v_turns{status=\"done\"} 1"))
      #expect(lines.contains { $0.hasPrefix("t2v_requests_total{status=\"4xx\"} ") && !$0.hasSuffix(" 0") })
      // Every line is a remark or a name, labels and a number; every metric says what it is before its values.
      var described: Set<String> = []
      for line in lines {
        if let match = line.wholeMatch(of: /# TYPE ([a-z0-9_]+) (counter|gauge)/) {
          described.insert(String(match.1))
        } else if !line.hasPrefix("# HELP ") {
          let match = try #require(
            line.wholeMatch(of: /([a-z0-9_]+)(\{[a-z]+="[^"]*"\})? -?[0-9.e+]+/), "\(line)")
          #expect(described.contains(String(match.1)), "\(line)")
        }
      }
      #expect(!reply.text.contains("sunset"))
    }
  }

  private func access(_ addresses: Set<String>, port: UInt16) -> PublicAccess {
    PublicAccess(
      address: "127.0.0.1", port: port, name: "Studio.example.org", protection: .proxy(addresses: addresses))
  }

  private func ask(_ path: String, port: UInt16, host: String, token: String? = nil) async throws -> Reply {
    let field = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    let request = "GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(field)Connection: close\r\n\r\n"
    return try #require(Reply(try await PlainSocket.exchange(Data(request.utf8), port: port)))
  }

  @Test("behind its proxy the studio answers to its public name, and gives out addresses of that name")
  func proxy() async throws {
    let port = try ReservedPort.untilTheEnd()
    try await StudioHouse.visit({ $0.access = access(["127.0.0.1"], port: port) }) { house in
      let session = try await house.session()
      _ = try await house.upload([("clip.mp4", Samples.mp4)], session: session)
      let path = "/api/state/nemo_agent/me/\(session)/latest"
      let reply = try await ask(path, port: port, host: "studio.example.org", token: house.server.token)
      #expect(reply.status == 200)
      #expect(reply.text.contains("https://studio.example.org/api/media/"))
      #expect(!reply.text.contains("http://127.0.0.1"))
      #expect(try await ask(path, port: port, host: "evil.example", token: house.server.token).status == 421)
      // This machine's own door is as it was.
      #expect(try await house.draft(session).contains("media"))
    }
  }

  @Test(
    "a studio told to end does not wait for its way to other machines; that stays open until then")
  func cancelledWait() async throws {
    let port = try ReservedPort.untilTheEnd()
    try await StudioHouse.visit({ $0.access = access(["127.0.0.1"], port: port) }) { house in
      let waiting = Task { try await house.server.waitOutside() }
      waiting.cancel()
      try await waiting.value
      #expect(
        try await ask("/metrics", port: port, host: "studio.example.org", token: house.server.token).status
          == 200)
    }
  }

  @Test("whoever is not the proxy is turned away, whatever the token")
  func notTheProxy() async throws {
    let port = try ReservedPort.untilTheEnd()
    try await StudioHouse.visit({ $0.access = access(["192.0.2.7"], port: port) }) { house in
      let reply = try await ask(
        "/metrics", port: port, host: "studio.example.org", token: house.server.token)
      #expect(reply.status == 403)
    }
  }

  @Test("a token file is taken when it is the user's alone and holds one long word")
  func tokenFile() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-token-\(UUID())").path
    defer { unlink(file) }
    func write(_ text: String, _ mode: mode_t) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      chmod(file, mode)
    }
    #expect(throws: TokenFile.Failure.unreadable(file)) { try TokenFile.read(file) }
    try write("0123456789abcdef0123\n", 0o600)
    #expect(try TokenFile.read(file) == "0123456789abcdef0123")
    try write("0123456789abcdef0123\n", 0o640)
    #expect(throws: TokenFile.Failure.open(file)) { try TokenFile.read(file) }
    for text in ["short", "two words are not one", "", "0123456789abcdef\u{7}0123"] {
      try write(text, 0o400)
      #expect(throws: TokenFile.Failure.noToken(file)) { try TokenFile.read(file) }
    }
  }
}
