import Directing
import Foundation
import Rendering
import Studio
import Testing

@Suite("Editing uploads by chat", .serialized)
struct TimelineChatTests {
  private func film(_ house: StudioHouse, _ session: String) async throws -> Film {
    try FilmCoding.decode(Data(try await house.draft(session).utf8))
  }

  @Test(
    "an upload is cut, made faster, given music and a logo by name, and each change can be undone to the byte"
  )
  func edits() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.upload([("beach.mp4", Samples.mp4)], session: session)
      _ = try await house.upload([("logo.png", Samples.png), ("song.mp3", Samples.mp3)], session: session)
      var drafts = [try await house.draft(session)]
      for (message, words) in [
        ("cut the first second", "Length: 4 s → 3 s"), ("speed up 2x", "Speed: 1× → 2×"),
        ("put my logo in the top right, small", "top right, 12% wide"),
        ("use my song as the music", "song.mp3 (80%)"),
        ("黑白", "黑白：关 → 开"),
      ] {
        let reply = try await house.say(message, session: session)
        #expect(reply.said.contains(words), "\(reply.said)")
        drafts.append(try await house.draft(session))
      }
      let film = try await film(house, session)
      #expect(film.tracks.map(\.kind) == [.video, .video, .audio])
      #expect(film.tracks[0].segments.first?.clip == ClipPlan(inMS: 1000, speed: 2))
      for draft in drafts.dropLast().reversed() {
        _ = try await house.say("undo", session: session)
        #expect(try await house.draft(session) == draft)
      }
    }
  }

  @Test("what cannot be done costs nothing and leaves the draft as it was, to the byte")
  func refusal() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.upload([("beach.mp4", Samples.mp4)], session: session)
      let before = try await house.draft(session)
      let credits = try await house.credits()
      let reply = try await house.say("delete the fifth clip", session: session)
      #expect(reply.said.contains("no clip 5"))
      #expect(try await house.draft(session) == before)
      #expect(try await house.credits() == credits)
    }
  }

  @Test("a text is read aloud on a track of its own")
  func voice() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.upload([("beach.mp4", Samples.mp4)], session: session)
      let reply = try await house.say("read it aloud: Welcome to the beach.", session: session)
      #expect(reply.said.contains("Welcome to the beach."))
      let voice = try #require(try await film(house, session).tracks.last?.segments.first)
      #expect(voice.sound?.role == .voice && voice.media != nil)
    }
  }

  @Test("the poster of a session is for its user alone, and is made once for a version")
  func poster() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let path = "/api/poster/nemo_agent/me/\(session)?width=480"
      #expect(try await house.call("GET", path).status == 404)
      _ = try await house.say("a sunset over ocean waves", session: session)
      let first = try await house.call("GET", path)
      #expect(first.status == 200 && first.headers["content-type"] == "image/png")
      let tag = try #require(first.headers["etag"])
      #expect(try await house.call("GET", path, headers: ["If-None-Match": tag]).status == 304)
      _ = try await house.say("make it 15 seconds", session: session)
      #expect(try await house.call("GET", path).headers["etag"] != tag)
      #expect(try await house.call("GET", path, token: nil).status == 401)
      #expect(try await house.call("GET", path, token: try await house.anonymous()).status == 404)
    }
  }

  @Test(
    "a studio that is killed between clip and finish has the whole film at its next start, and the turn is paid"
  )
  func killedBetweenStages() async throws {
    let folder = DataFolder(
      root: FileManager.default.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
    defer { try? FileManager.default.removeItem(at: folder.root) }
    try folder.prepare()
    let whole = Data(#"{"t":[1]}"#.utf8)
    let id: String
    do {
      let store = try StudioStore(folder)
      try await store.setOwnerToken("secret")
      let owner = try #require(try await store.user(token: "secret"))
      let session = try await store.makeSession(user: owner.id, name: "p", language: "en")
      id = session.id
      try await store.beginTurn("turn", session: id, message: "a film")
      try await store.reserve(100, for: "turn", of: owner)
      try await store.setDraft(Data("{}".utf8), prompt: "a film", of: id, turn: "turn", finished: whole)
      // The process ends here.
    }
    let store = try StudioStore(folder)
    try await store.recover()
    #expect(try await store.currentVersion(of: id)?.draft == whole)
    let owner = try #require(try await store.user(token: "secret"))
    #expect(try await store.balance(of: owner).frozen == 0)
    #expect(try await store.balance(of: owner).available == 99_900)
    try store.close()
  }

  @Test("old renders and unused uploads go, what a film names stays")
  func collection() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.upload([("used.mp4", Samples.mp4)], session: session)
      _ = try await house.upload([("unused.png", Samples.png)], session: session)
      let draft = try await house.draft(session)
      _ = try await house.submit("one", session: session, draft: draft)
      _ = try await house.submit("two", session: session, draft: draft)
      await house.server.finishRenders()
      let none = try await house.server.store.collectMedia(limit: 1 << 40, lifetime: 86_400 * 30)
      #expect(none.files == 0)
      // Too large: the older render goes, the newest of the session and what has just come stay.
      #expect(try await house.server.store.collectMedia(limit: 1, lifetime: 86_400 * 30).files == 1)
      let first = try await house.call("GET", "/api/render/proxy/lambda/one")
      #expect((first.data["status"] as? String) == "expired")
      #expect(try await house.call("GET", "/api/render/proxy/two/download").status == 200)
      house.clock.advance(days: 31)
      _ = try await house.server.store.collectMedia(limit: 1 << 40, lifetime: 86_400 * 30)
      #expect(
        try await house.call("GET", "/api/render/proxy/lambda/two").data["status"] as? String == "expired")
      let media = house.folder.media(of: "owner")
      let film = try FilmCoding.decode(Data(draft.utf8))
      let kept = try FileManager.default.contentsOfDirectory(atPath: media.path)
      #expect(kept == film.tracks.flatMap(\.segments).compactMap(\.media))
    }
  }
}

@Suite("Uploads by address", .serialized)
struct URLUploadTests {
  private func fetch(_ house: StudioHouse, _ session: String, _ addresses: [String]) async throws -> Reply {
    try await house.post(
      "/api/upload-video/nemo_agent/me/\(session)", ["urls": addresses, "source_type": "url"])
  }

  @Test("addresses of this machine and of private networks are refused, in every spelling")
  func refused() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for address in [
        "http://127.0.0.1/x.mp4", "http://localhost:8080/x.mp4", "http://[::1]/x.mp4",
        "http://10.1.2.3/x.mp4",
        "http://2130706433/x.mp4", "http://169.254.169.254/latest", "http://0x7f.1/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://192.168.0.1/x.mp4",
      ] {
        #expect(try await fetch(house, session, [address]).status == 403, "\(address)")
      }
    }
  }

  @Test("what is no http address is told, and nothing is left on the disk")
  func odd() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for address in ["file:///etc/passwd", "ftp://example.com/x.mp4", "not an address", ""] {
        #expect(try await fetch(house, session, [address]).status == 400)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
    }
  }

  @Test(
    "a file is fetched where it is allowed, by its content and not its name; a redirect is followed and checked"
  )
  func fetched() async throws {
    // A studio serves the file to another one.
    try await StudioHouse.visit { source in
      let sourceSession = try await source.session()
      let reply = try await source.upload([("film.mp4", Samples.mp4)], session: sourceSession)
      let address = try #require((reply.data["files"] as? [[String: Any]])?.first?["cdn_url"] as? String)
      try await StudioHouse.visit({ $0.allowsPrivateAddresses = true }) { house in
        let session = try await house.session()
        // The other studio wants a token, so it answers 401, which is told.
        let refused = try await fetch(house, session, [address])
        #expect(refused.status == 502 && refused.text.contains("401"))
        let page = try await fetch(house, session, [source.server.url + "/api/health"])
        #expect(page.status == 415 && page.code == 4001)
      }
    }
  }

  @Test("several steps back are taken at once and told once, to the beginning if asked")
  func severalSteps() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let empty = try await house.draft(session)
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      let first = try await house.draft(session)
      _ = try await house.say("make it 7 seconds", session: session)
      _ = try await house.say("make it square", session: session)
      let reply = try await house.say("undo the last two changes", session: session)
      #expect(reply.tools == ["undo", "undo"])
      #expect(reply.said.components(separatedBy: "Undone").count == 2)
      #expect(try await house.draft(session) == first)
      _ = try await house.say("redo", session: session)
      _ = try await house.say("undo everything", session: session)
      #expect(try await house.draft(session) == empty)
    }
  }
}
