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
}
