import CurlHTTP
import Foundation
import GatewayTesting
import Studio
import Testing

@Suite("Uploads by address", .timeLimit(.minutes(2)))
struct FetchTests {
  /// A web site with a film, redirects, and what no studio should swallow.
  private static let site = answering { request, connection in
    switch request.target {
    case "/films/my%20film.mp4", "/again": connection.send(plain(Samples.mp4))
    case "/moved": connection.respond(301, ["Location": "/films/my%20film.mp4"])
    case "/inside": connection.respond(302, ["Location": "http://127.0.0.2:9/film.mp4"])
    case "/file": connection.respond(302, ["Location": "file:///etc/passwd"])
    case "/round": connection.respond(302, ["Location": "/round"])
    case "/page.mp4": connection.respond(200, ["Content-Type": "video/mp4"], body: "<html>no film</html>")
    case "/declared":
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 209715201\r\n\r\n")
      connection.waitForClose()
    case "/endless":
      connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
      connection.send([UInt8](Samples.mp4))
      let piece = [UInt8](repeating: 0, count: 1 << 20)
      for _ in 0...200 { connection.send(piece) }
      connection.finish()
    case "/half":
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
      connection.finish()
    default: connection.respond(404, body: "not here")
    }
  }

  private static func plain(_ bytes: Data) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: \(bytes.count)\r\n\r\n".utf8)
      + bytes
  }

  /// A studio that may reach this machine, and a site on it.
  private func visit(_ body: (StudioHouse, ScriptedServer, String) async throws -> Void) async throws {
    let server = try ScriptedServer(Self.site)
    defer { server.stop() }
    try await StudioHouse.visit({ $0.allowsPrivateAddresses = true }) { house in
      try await body(house, server, try await house.session())
    }
  }

  private func fetch(_ house: StudioHouse, _ session: String, _ addresses: String...) async throws -> Reply {
    try await house.post("/api/upload-video/nemo_agent/me/\(session)", ["urls": addresses])
  }

  @Test(
    "a film is fetched and placed; its type is by its content, its name by its address, redirects are followed"
  )
  func success() async throws {
    try await visit { house, server, session in
      let reply = try await fetch(house, session, server.url + "/moved", server.url + "/films/my%20film.mp4")
      #expect(reply.status == 200)
      let files = try #require(reply.data["files"] as? [[String: Any]])
      #expect(files.count == 2)
      #expect(files.last?["filename"] as? String == "my film.mp4")
      #expect(files.compactMap { $0["file_type"] as? String } == ["video", "video"])
      #expect(reply.data["session_state_applied"] as? Bool == true)
      // The same bytes are kept once.
      let media = house.folder.media(of: "owner")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: media.path) == [SHA256.hexadecimal(Samples.mp4)])
      #expect(server.requests.allSatisfy { $0.headers["Authorization"] == nil })
    }
  }

  @Test("what is no media by its content is 4001, a broken or missing file is told, and nothing is kept")
  func failures() async throws {
    try await visit { house, server, session in
      let page = try await fetch(house, session, server.url + "/page.mp4")
      #expect(page.status == 415 && page.code == 4001)
      let missing = try await fetch(house, session, server.url + "/none.mp4")
      #expect(missing.status == 502 && missing.text.contains("answered 404"))
      for path in ["/half", "/file", "/round"] {
        #expect(try await fetch(house, session, server.url + path).status == 502, "\(path)")
      }
      let second = try await fetch(house, session, server.url + "/again", server.url + "/none.mp4")
      #expect(second.status == 502)
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
      #expect(try await house.draft(session).contains("\"t\":[]"))
    }
  }

  @Test("more than 200 MB is 4002, whether the other side says so before or goes on for ever")
  func tooLarge() async throws {
    try await visit { house, server, session in
      for path in ["/declared", "/endless"] {
        let reply = try await fetch(house, session, server.url + path)
        #expect(reply.status == 413 && reply.code == 4002, "\(path)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
    }
  }

  @Test("what is no address is 400, and so is an empty list")
  func addresses() async throws {
    try await visit { house, _, session in
      for address in [
        "ftp://example.com/a.mp4", "file:///etc/passwd", "no address", "http://", "javascript:1",
      ] {
        let reply = try await fetch(house, session, address)
        #expect(reply.status == 400, "\(address)")
      }
      let none: [String] = []
      let empty = try await house.post("/api/upload-video/nemo_agent/me/\(session)", ["urls": none])
      #expect(empty.status == 400)
    }
  }

  @Test("without --allow-private no spelling of this machine is reached, nor by a redirect from outside")
  func privateAddresses() async throws {
    let server = try ScriptedServer(Self.site)
    defer { server.stop() }
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for host in [
        "127.0.0.1", "localhost", "0.0.0.0", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]",
      ] {
        let reply = try await fetch(house, session, "http://\(host):\(server.port)/again")
        #expect(reply.status == 403, "\(host)")
      }
      #expect(server.connectionCount == 0)
    }
    // A site that may be reached sends on to one that may not.
    let fetcher = URLFetcher(limit: 1000, allowsAddress: { $0 == "127.0.0.1" })
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("t2v-fetch-\(UUID())")
    defer { try? FileManager.default.removeItem(at: place) }
    await #expect(throws: URLFetcher.Failure.privateAddress) {
      _ = try await fetcher.fetch(server.url + "/inside", to: place)
    }
    #expect(try await fetcher.fetch(server.url + "/moved", to: place).name == "moved")
  }
}
