import Directing
import Foundation
import Studio
import Testing

@Suite("What outlives the process")
struct ContinuityTests {
  private func folder() -> DataFolder {
    DataFolder(root: FileManager.default.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
  }

  @Test("a stopped studio leaves its renders to the next one, which makes them")
  func restart() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder.root) }
    let first = try await StudioHouse(folder)
    let session = try await first.session()
    _ = try await first.say("a sunset over ocean waves", session: session)
    let draft = try await first.draft(session)
    first.rendering.hold(true)
    _ = try await first.submit("render_1", session: session, draft: draft)
    _ = try await first.submit("render_2", session: session, draft: draft)
    await first.rendering.untilRunning()
    await first.server.stop()

    let second = try await StudioHouse(folder)
    #expect(second.server.token == first.server.token)
    await second.server.finishRenders()
    for id in ["render_1", "render_2"] {
      let status = try await second.call("GET", "/api/render/proxy/lambda/\(id)")
      #expect(status.data["status"] as? String == "completed")
    }
    #expect(try await second.draft(session) == draft)
    _ = try await second.say("undo", session: session)
    #expect(try await second.draft(session).contains("\"t\":[]"))
    await second.server.stop()
  }

  @Test("after a kill, renders wait again, half files are gone, and what a dead turn had reserved is free")
  func kill() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder.root) }
    try folder.prepare()
    do {
      let store = try StudioStore(folder)
      try await store.setOwnerToken("secret")
      let owner = try #require(try await store.user(token: "secret"))
      let session = try await store.makeSession(user: owner.id, name: "project", language: "en")
      try await store.beginTurn("turn", session: session.id, message: "a film")
      try await store.reserve(100, for: "turn", of: owner)
      #expect(try await store.balance(of: owner).frozen == 100)
      let draft = try FilmCoding.encode(Film())
      _ = try await store.addRender(
        id: "render_1", user: owner.id, session: session.id, draft: draft, output: "{}", extension: "mp4")
      #expect(try await store.takeRender()?.status == .processing)
      try Data("half".utf8).write(to: folder.newUnfinishedFile())
      // The process ends here: nothing is closed in order.
    }
    try folder.prepare()
    let store = try StudioStore(folder)
    try await store.recover()
    let owner = try #require(try await store.user(token: "secret"))
    let balance = try await store.balance(of: owner)
    #expect(balance.available == 100_000)
    #expect(balance.frozen == 0)
    #expect(try await store.render("render_1", user: owner.id)?.status == .pending)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.unfinished.path).isEmpty)
    try store.close()
  }

  @Test("a second studio on the same folder is refused and names the first")
  func lock() async throws {
    try await StudioHouse.visit { house in
      let busy = await #expect(throws: DataFolderBusy.self) { _ = try await StudioHouse(house.folder) }
      let text = busy.map { "\($0)" } ?? ""
      #expect(text.contains(house.server.url))
      #expect(text.contains("\(getpid())"))
    }
  }

  @Test("serve.json tells where the studio answers, and goes when it stops")
  func descriptor() async throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(at: folder.root) }
    let house = try await StudioHouse(folder)
    let found = try JSONDecoder().decode(RunningStudio.self, from: Data(contentsOf: folder.descriptor))
    #expect(found == RunningStudio(url: house.server.url, processID: Int(getpid())))
    #expect(try String(contentsOf: folder.token, encoding: .utf8) == house.server.token)
    await house.server.stop()
    #expect(!FileManager.default.fileExists(atPath: folder.descriptor.path))
  }

  @Test("a port that is taken is told in a sentence")
  func port() async throws {
    try await StudioHouse.visit { house in
      let other = folder()
      defer { try? FileManager.default.removeItem(at: other.root) }
      let failure = await #expect(throws: PortUnavailable.self) {
        _ = try await StudioHouse(other) { $0.port = house.port }
      }
      #expect(failure.map { "\($0)" }?.contains("--port") == true)
    }
  }

  @Test("a studio is idle when nothing is asked and nothing waits to be rendered")
  func idle() async throws {
    try await StudioHouse.visit { house in
      _ = try await house.session()
      house.clock.advance(days: 1)
      #expect(await house.server.idleSeconds() == 86_400)
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      house.rendering.hold(true)
      _ = try await house.submit("render_1", session: session, draft: try await house.draft(session))
      await house.rendering.untilRunning()
      house.clock.advance(days: 1)
      #expect(await house.server.idleSeconds() == 0)
      _ = try await house.call("POST", "/api/render/proxy/lambda/render_1/cancel")
      await house.server.finishRenders()
      house.clock.advance(days: 1)
      #expect(await house.server.idleSeconds() == 86_400)
    }
  }
}
