import Foundation
import Studio
import Testing

@Suite("Users, tokens and credits")
struct UserTests {
  @Test("the owner has 100,000 credits, and they are filled up the next day")
  func ownerCredits() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      #expect(try await house.credits() == ["available": 100_000, "frozen": 0, "total": 100_000])
      _ = try await house.say("a sunset over ocean waves", session: session)
      #expect(try await house.credits() == ["available": 99_900, "frozen": 0, "total": 99_900])
      _ = try await house.say("make it night", session: session)
      #expect(try await house.credits()["available"] == 99_850)
      house.clock.advance(days: 1)
      #expect(try await house.credits() == ["available": 100_000, "frozen": 0, "total": 100_000])
    }
  }

  @Test("questions, refusals, undo and redo cost nothing")
  func freeMessages() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      for text in [
        "what can you do?", "undo", "redo",
        "remove the title and add it again in 3D with real actors talking",
      ] {
        let before = try await house.draft(session)
        let reply = try await house.say(text, session: session)
        #expect(!reply.said.isEmpty)
        let after = try await house.draft(session)
        let spent = try await 99_900 - (house.credits()["available"] ?? 0)
        if before == after { #expect(spent == 0, "“\(text)” changed nothing and cost \(spent)") }
      }
    }
  }

  @Test("an anonymous user gets 100 credits and the same token again for seven days")
  func anonymousToken() async throws {
    try await StudioHouse.visit { house in
      let client = UUID()
      let headers = ["X-Client-Id": client.uuidString]
      let first = try await house.call("POST", "/api/auth/anonymous-token", token: nil, headers: headers)
      #expect(first.status == 200)
      #expect(first.data["credits"] as? Int == 100)
      #expect((first.data["user_id"] as? String)?.hasPrefix("anon_") == true)
      let token = try #require(first.data["token"] as? String)
      #expect(token.hasPrefix("nmv_usr_"))
      house.clock.advance(days: 6.9)
      #expect(try await house.anonymous(client) == token)
      let session = try await house.session(token: token)

      house.clock.advance(days: 0.2)
      let late = try await house.call("GET", "/api/credits/balance/simple", token: token)
      #expect(late.status == 401)
      #expect(late.code == 1001)
      let renewed = try await house.anonymous(client)
      #expect(renewed != token)
      #expect(try await house.credits(token: renewed)["available"] == 100)
      // The sessions are still the user's.
      #expect(try await house.draft(session, token: renewed).contains("\"t\":[]"))
    }
  }

  @Test("an anonymous user can make one film and is then out of credits, with the film untouched")
  func outOfCredits() async throws {
    try await StudioHouse.visit { house in
      let token = try await house.anonymous()
      let session = try await house.session(token: token)
      #expect(
        try await house.say("a sunset over ocean waves", session: session, token: token).tools.first
          == "generate_video")
      let draft = try await house.draft(session, token: token)
      let reply = try await house.say("make it night", session: session, token: token)
      #expect(reply.status == 200)
      #expect(reply.events.last?["code"] as? Int == 2001)
      #expect(try await house.draft(session, token: token) == draft)
      #expect(try await house.credits(token: token) == ["available": 0, "frozen": 0, "total": 0])
    }
  }

  @Test("a missing or bad client id is refused with 400, and --no-anonymous with 403")
  func refusedClients() async throws {
    try await StudioHouse.visit { house in
      for headers in [[:], ["X-Client-Id": "me"]] {
        let reply = try await house.call("POST", "/api/auth/anonymous-token", token: nil, headers: headers)
        #expect(reply.status == 400)
        #expect(reply.code == 400)
      }
    }
    try await StudioHouse.visit({ $0.allowsAnonymous = false }) { house in
      let reply = try await house.call(
        "POST", "/api/auth/anonymous-token", token: nil, headers: ["X-Client-Id": UUID().uuidString])
      #expect(reply.status == 403)
    }
  }

  @Test("users see nothing of each other")
  func walls() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      let draft = try await house.draft(session)
      _ = try await house.submit("render_a", session: session, draft: draft)
      await house.server.finishRenders()
      let uploaded = try await house.upload([("clip.mp4", Samples.mp4)], session: session)
      let file = try #require((uploaded.data["files"] as? [[String: Any]])?.first?["id"] as? String)

      let other = try await house.anonymous()
      let state = try await house.call("GET", "/api/state/nemo_agent/me/\(session)/latest", token: other)
      #expect(state.status == 404)
      #expect(state.code == 1002)
      #expect(try await house.say("undo", session: session, token: other).code == 1002)
      #expect(try await house.upload([("x.png", Samples.png)], session: session, token: other).code == 1002)
      #expect(try await house.call("GET", "/api/render/proxy/lambda/render_a", token: other).status == 404)
      #expect(try await house.call("GET", "/api/render/proxy/render_a/download", token: other).status == 404)
      #expect(
        try await house.call("POST", "/api/render/proxy/lambda/render_a/cancel", token: other).status == 404)
      #expect(try await house.call("GET", "/api/media/\(file)", token: other).status == 404)
      #expect(try await house.submit("render_b", session: session, draft: draft, token: other).code == 1002)
      // The same render id is free for another user.
      let own = try await house.session(token: other)
      #expect(try await house.submit("render_a", session: own, draft: draft, token: other).status == 200)
    }
  }

  @Test(
    "a link in the data folder is not followed: what it leads to is neither changed nor opened to anybody",
    arguments: ["lock", "studio.sqlite", "token", "key", "serve.json"])
  func links(_ name: String) async throws {
    let files = FileManager.default
    let root = files.temporaryDirectory.appendingPathComponent("t2v-\(UUID())")
    defer { try? files.removeItem(at: root) }
    let folder = DataFolder(root: root.appendingPathComponent("data"))
    try files.createDirectory(at: folder.root, withIntermediateDirectories: true)
    let victim = root.appendingPathComponent("victim").path
    #expect(
      files.createFile(
        atPath: victim, contents: Data("precious".utf8), attributes: [.posixPermissions: 0o644]))
    try files.createSymbolicLink(
      atPath: folder.root.appendingPathComponent(name).path, withDestinationPath: victim)
    // Some files are replaced, and the studio starts; in front of the others it stops.
    if let house = try? await StudioHouse(folder) { await house.server.stop() }
    #expect(files.contents(atPath: victim) == Data("precious".utf8))
    #expect(try files.attributesOfItem(atPath: victim)[.posixPermissions] as? Int == 0o644)
  }

  @Test("the token is kept as a hash alone, except in the owner's own file")
  func secrecy() async throws {
    try await StudioHouse.visit { house in
      let anonymous = try await house.anonymous()
      await house.server.stop()
      for name in try FileManager.default.contentsOfDirectory(atPath: house.folder.root.path) {
        let place = house.folder.root.appendingPathComponent(name)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
        #expect(mode == 0o600, "\(name) is open to others")
        let content = try Data(contentsOf: place)
        #expect(content.range(of: Data(anonymous.utf8)) == nil, "\(name) holds a token")
        if name != "token" {
          #expect(content.range(of: Data(house.server.token.utf8)) == nil, "\(name) holds the token")
        }
      }
    }
  }
}
