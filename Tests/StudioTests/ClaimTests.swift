import Directing
import Foundation
import Studio
import Testing

@Suite("The browser link")
struct ClaimTests {
  @Test("a claim opens one session's page by a cookie, plays its render, and nothing else")
  func claim() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      let draft = try await house.draft(session)
      _ = try await house.submit("mine", session: session, draft: draft)
      let other = try await house.session()
      _ = try await house.submit("other", session: other, draft: draft)
      await house.server.finishRenders()

      let reply = try await house.post("/api/auth/claim-token", ["task_id": "t", "session_id": session])
      #expect(reply.data["expires_in"] as? Int == 604_800)
      let claim = try #require(reply.data["claim_token"] as? String)
      #expect(claim.hasPrefix("clm_"))
      let redirect = try await house.call("GET", "/workspace/claim?ct=\(claim)", token: nil)
      #expect(redirect.status == 303)
      #expect(redirect.headers["set-cookie"]?.contains("HttpOnly; SameSite=Strict") == true)
      #expect(redirect.headers["location"] == "/workspace/claim")
      let entrance = try await house.call(
        "GET", "/workspace/claim?ct=\(claim)", token: nil, headers: ["Sec-Fetch-Site": "cross-site"])
      #expect(
        entrance.status == 200 && entrance.text.contains("url=/workspace/claim")
          && !entrance.text.contains(claim))
      let cookie = try #require(redirect.headers["set-cookie"]?.split(separator: ";").first)
      let headers = ["Cookie": String(cookie)]
      let page = try await house.call("GET", "/workspace/claim", token: nil, headers: headers)
      #expect(page.text.contains("/api/render/proxy/mine/download"))
      #expect(!page.text.contains(claim))
      for words in ["Timeline", "Versions", "Downloads", "MP4", "<svg", "Sunset Over Ocean Waves", "0–3 s"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(!page.text.contains("style=") && !page.text.contains("<script"))
      #expect(page.headers["content-security-policy"]?.contains("unsafe") == false)
      let poster = try await house.call(
        "GET", "/api/poster/nemo_agent/me/\(session)?width=320", token: nil, headers: headers)
      #expect(poster.status == 200 && poster.headers["content-type"] == "image/png")
      let foreignPoster = try await house.call(
        "GET", "/api/poster/nemo_agent/me/\(other)", token: nil, headers: headers)
      #expect(foreignPoster.status == 404)
      #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
      let movie = try await house.call("GET", "/api/render/proxy/mine/download", token: nil, headers: headers)
      #expect(movie.body == FakeRendering.movie)
      let foreign = try await house.call(
        "GET", "/api/render/proxy/other/download", token: nil, headers: headers)
      #expect(foreign.status == 404)
      let state = try await house.call(
        "GET", "/api/state/nemo_agent/me/\(session)/latest", token: nil, headers: headers)
      #expect(state.status == 401)

      house.clock.advance(days: 8)
      #expect(try await house.call("GET", "/workspace/claim?ct=\(claim)", token: nil).status == 404)
    }
  }

  /// The header with which a browser shows a claim's page.
  private func cookie(_ house: StudioHouse, _ session: String) async throws -> [String: String] {
    let reply = try await house.post("/api/auth/claim-token", ["task_id": "t", "session_id": session])
    let claim = try #require(reply.data["claim_token"] as? String)
    let redirect = try await house.call("GET", "/workspace/claim?ct=\(claim)", token: nil)
    return ["Cookie": String(try #require(redirect.headers["set-cookie"]?.split(separator: ";").first))]
  }

  @Test("the preview of a long film comes whole, however long it takes to make")
  func latePreview() async throws {
    try await StudioHouse.visit({ $0.patience = .milliseconds(1) }) { house in
      let session = try await house.session()
      var headers = try await cookie(house, session)
      headers["Range"] = "bytes=0-"
      _ = try await house.say("a sunset over ocean waves", session: session)
      house.rendering.hold(true)
      let socket = try OpenSocket(port: house.port)
      try await socket.send(house.request("GET", "/workspace/preview", token: nil, headers: headers))
      var answer = await socket.read(until: "\r\n\r\n")
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 200"))
      house.rendering.hold(false)
      answer += await socket.read(until: "0\r\n\r\n")
      let reply = try #require(Reply(answer))
      #expect(reply.headers["content-type"] == "video/mp4" && reply.body.count == FakeRendering.movie.count)
    }
  }

  @Test(
    "the preview is a small video of the film as it is, made once a version, for the claim's cookie alone")
  func preview() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let headers = try await cookie(house, session)
      let empty = try await house.call("GET", "/workspace/preview", token: nil, headers: headers)
      #expect(empty.status == 404)
      let page = try await house.call("GET", "/workspace/claim", token: nil, headers: headers)
      #expect(page.text.contains("The timeline is empty") && !page.text.contains("<video"))

      _ = try await house.say("a sunset over ocean waves", session: session)
      let shown = try await house.call("GET", "/workspace/claim", token: nil, headers: headers)
      #expect(
        shown.text.contains("src=\"/workspace/preview\"")
          && shown.text.contains("Nothing has been exported yet"))
      for _ in 0..<2 {
        let preview = try await house.call("GET", "/workspace/preview", token: nil, headers: headers)
        #expect(preview.status == 200 && preview.headers["content-type"] == "video/mp4")
        #expect(preview.body == FakeRendering.movie)
      }
      #expect(house.rendering.films.count == 1)
      var part = headers
      part["Range"] = "bytes=10-19"
      let range = try await house.call("GET", "/workspace/preview", token: nil, headers: part)
      #expect(range.status == 206 && range.body == FakeRendering.movie[10...19])

      _ = try await house.say("make it 5 seconds", session: session)
      _ = try await house.call("GET", "/workspace/preview", token: nil, headers: headers)
      #expect(house.rendering.films.map(\.durationMS).last == 5000)
      for (token, headers) in [(nil, [:]), ("", [:]), (nil, ["Cookie": "t2v_claim=clm_guess"])]
        as [(String?, [String: String])]
      {
        let refused = try await house.call("GET", "/workspace/preview", token: token, headers: headers)
        #expect([401, 404].contains(refused.status))
      }
    }
  }

  @Test("the page lists the versions, newest first, with what each holds, and marks the one that stands")
  func versions() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let headers = try await cookie(house, session)
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      _ = try await house.say("make it 7 seconds", session: session)
      _ = try await house.say("make it square", session: session)
      func rows() async throws -> [String] {
        let page = try await house.call("GET", "/workspace/claim", token: nil, headers: headers).text
        let table = try #require(page.components(separatedBy: "<h2>Versions</h2>").last)
        return Array(table.components(separatedBy: "<tr")[1...])
      }
      let list = try await rows()
      #expect(list.count == 3)
      #expect(list.first?.hasPrefix(" class=\"now\"><td>3</td><td>7 s, 1 clip, 1080×1080</td>") == true)
      #expect(list.last?.contains("<td>1</td><td>4 s, 1 clip, 1080×1920</td>") == true)
      _ = try await house.say("undo", session: session)
      let undone = try await rows()
      #expect(undone.filter { $0.hasPrefix(" class=\"now\"") }.count == 1)
      #expect(undone.first { $0.hasPrefix(" class=\"now\"") }?.contains("7 s, 1 clip, 1080×1920") == true)
      // A name with markup in it is text.
      _ = try await house.say("set the title to '<script>alert(1)</script>'", session: session)
      #expect(
        try await !house.call("GET", "/workspace/claim", token: nil, headers: headers).text.contains(
          "<script"))
    }
  }
}
