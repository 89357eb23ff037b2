import Directing
import Foundation
import GatewayTesting
import Generation
import Studio
import Testing
import VideosTesting

@Suite("Films of a video model that does not do what it should")
struct FootageTroubleTests {
  @Test("clips with one prompt whose answers were lost each find a job of their own")
  func lostAnswers() async throws {
    try await StudioHouse.visitFootage { house, server in
      // The studio's clock is not the server's here: it stands still, years apart.
      server.fail(.create, .lostAnswer, .lostAnswer)
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves, 8 seconds", session: session)
      #expect(server.calls(.create) == 2)
      let track = try #require(try await house.film(session).tracks.first)
      let media = track.segments.compactMap(\.media)
      #expect(Set(media).count == 2, "\(media)")
    }
  }

  @Test(
    "when the engine fails, nothing is drawn in its place: the user is asked, and the film stays as it was")
  func failure() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      let before = try await house.draft(session)
      server.course(.fails(code: "oom", message: "Out of memory"))
      let reply = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      #expect(reply.said.contains("Out of memory"))
      #expect(reply.said.contains("“retry”") && reply.said.contains("“draw it”"))
      #expect(reply.events.contains { $0["code"] as? Int == 502 })
      #expect(try await house.draft(session) == before)
      #expect(try await house.credits()["available"] == 100_000)
    }
  }

  @Test("“retry” asks the engine for what is missing alone, and keeps what is there")
  func retry() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      server.fail(.create, .status(400))
      let asked = try await house.say("a sunset over ocean waves, 8 seconds", session: session)
      #expect(asked.said.contains("1 of the clips are there and kept"), "\(asked.said)")
      #expect(server.jobs.count == 1)
      let reply = try await house.say("try again", session: session)
      #expect(reply.said.contains("made by Wan2.2-T2V-A14B"))
      #expect(server.jobs.count == 2)
      let track = try #require(try await house.film(session).tracks.first)
      #expect(track.segments.allSatisfy { $0.media != nil })
    }
  }

  @Test("“draw it” has the studio draw what the engine has not made, and says so")
  func draw() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      server.course(.fails(code: "", message: "no"))
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      let reply = try await house.say("draw it", session: session)
      #expect(reply.said.contains("procedural animation"))
      let segment = try #require(try await house.film(session).tracks.first?.segments.first)
      #expect(segment.shot != nil && segment.media == nil && segment.generated == nil)
      // What was drawn by choice stays drawn.
      _ = try await house.say("make it night", session: session)
      #expect(server.calls(.create) == 1)
      #expect(try await house.film(session).tracks.first?.segments.first?.shot?.timeOfDay == .night)
    }
  }

  @Test(
    "a job that never ends is asked about after the patience that is set; “wait” goes on with the same job")
  func wait() async throws {
    try await StudioHouse.visitFootage(variables: ["T2V_GENERATOR_PATIENCE": "60"]) { house, server in
      let session = try await house.session()
      server.course(.never)
      let asked = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      #expect(asked.said.contains("“wait”"), "\(asked.said)")
      #expect(asked.said.contains("60 s (40% done)"))
      #expect(server.deleted.isEmpty)
      server.change(0, to: .completes(after: 0))
      let reply = try await house.say("wait", session: session)
      #expect(reply.said.contains("made by"))
      #expect(server.jobs.count == 1 && server.calls(.create) == 1)
    }
  }

  @Test("another wish leaves what was asked about, and ends it at the server")
  func another() async throws {
    try await StudioHouse.visitFootage(variables: ["T2V_GENERATOR_PATIENCE": "60"]) { house, server in
      let session = try await house.session()
      server.course(.never)
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      server.course(.completes(after: 1))
      _ = try await house.say("a forest in fog, 4 seconds", session: session)
      #expect(server.deleted == ["video_0"])
      let reply = try await house.say("wait", session: session)
      #expect(reply.said.contains("nothing to wait for"))
    }
  }

  @Test("“cancel” while clips are made ends them here and at the server, and the film stays as it was")
  func cancel() async throws {
    // On this clock nobody loses patience before the test has said what it has to say.
    try await StudioHouse.visitFootage({ $0.clipClock = QuickClock(patience: .seconds(100)) }) {
      house, server in
      let session = try await house.session()
      let before = try await house.draft(session)
      server.course(.never)
      async let turn = house.say("a sunset over ocean waves, 4 seconds", session: session)
      while server.calls(.retrieve) == 0 { await Task.yield() }
      let reply = try await house.say("cancel", session: session)
      #expect(reply.said.contains("the film has not changed"))
      #expect(try await turn.said.contains("Cancelled"))
      #expect(server.deleted == ["video_0"])
      #expect(try await house.draft(session) == before)
    }
  }

  @Test("“cancel” while the server has a job and has not answered yet ends that job as well")
  func cancelUnanswered() async throws {
    try await StudioHouse.visitFootage({ $0.clipClock = QuickClock(patience: .seconds(100)) }) {
      house, server in
      let session = try await house.session()
      server.fail(.create, .noAnswer)
      async let turn = house.say("a sunset over ocean waves, 4 seconds", session: session)
      while server.jobs.isEmpty { await Task.yield() }
      _ = try await house.say("cancel", session: session)
      #expect(try await turn.said.contains("Cancelled"))
      #expect(server.deleted == ["video_0"])
    }
  }

  @Test("a client that stops a turn ends its clips at the server; somebody else cannot")
  func cancelCall() async throws {
    try await StudioHouse.visitFootage({ $0.clipClock = QuickClock(patience: .seconds(100)) }) {
      house, server in
      let session = try await house.session()
      server.course(.never)
      async let turn = house.say("a sunset over ocean waves, 4 seconds", session: session)
      while server.calls(.retrieve) == 0 { await Task.yield() }
      let path = "/api/chat/nemo_agent/me/\(session)/cancel"
      let other = try await house.anonymous()
      #expect(try await house.call("POST", path, token: other).status == 404)
      let reply = try await house.call("POST", path)
      #expect(reply.data["cancelled"] as? Bool == true)
      _ = try await turn
      #expect(server.deleted == ["video_0"])
      #expect(try await house.call("POST", path).data["cancelled"] as? Bool == false)
    }
  }

  @Test("a studio that ends while clips are made goes on with the same jobs at its next start")
  func resumption() async throws {
    let server = try VideosServer(key: "sk-secret")
    defer { server.stop() }
    let settings = try StudioHouse.generator(server)
    let folder = DataFolder(
      root: FileManager.default.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
    defer { try? FileManager.default.removeItem(at: folder.root) }
    server.course(.never)
    let first = try await StudioHouse(folder) {
      $0.generator = settings
      $0.clipClock = QuickClock(patience: .seconds(100))
    }
    let session = try await first.session()
    async let turn = first.say("a sunset over ocean waves, 8 seconds", session: session)
    while server.calls(.retrieve) < 2 || server.jobs.count < 2 { await Task.yield() }
    await first.server.stop()
    _ = try? await turn
    #expect(server.deleted.isEmpty)

    for job in server.jobs.indices { server.change(job, to: .completes(after: 0)) }
    let second = try await StudioHouse(folder) {
      $0.generator = settings
      $0.clipClock = QuickClock()
    }
    await second.server.finishFootage()
    #expect(
      server.calls(.create) == 2, "\(server.requests.map { "\($0.method) \($0.target)" }), \(server.jobs)")
    let clips = try #require(try await second.film(session).tracks.first).segments
    #expect(clips.count == 2 && clips.allSatisfy { $0.media != nil })
    #expect(try await second.credits()["available"] == 99_900)
    #expect(try await second.credits()["frozen"] == 0)
    await second.server.stop()
  }

  @Test("a studio that is killed while clips are made goes on with the same jobs, from what was on the disk")
  func killed() async throws {
    let server = try VideosServer(key: "sk-secret")
    defer { server.stop() }
    let settings = try StudioHouse.generator(server)
    let files = FileManager.default
    let folder = DataFolder(root: files.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
    let disk = DataFolder(root: files.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
    defer { for one in [folder, disk] { try? files.removeItem(at: one.root) } }
    server.course(.never)
    let first = try await StudioHouse(folder) {
      $0.generator = settings
      $0.clipClock = QuickClock(patience: .seconds(100))
    }
    let session = try await first.session()
    async let turn = first.say("a sunset over ocean waves, 8 seconds", session: session)
    // Both jobs are asked for again and again by then, and nothing more is written.
    while server.jobs.count < 2 || server.jobs.contains(where: { $0.looks < 4 }) { await Task.yield() }
    try files.copyItem(at: folder.root, to: disk.root)
    await first.server.stop()
    _ = try? await turn

    for job in server.jobs.indices { server.change(job, to: .completes(after: 0)) }
    let second = try await StudioHouse(disk) {
      $0.generator = settings
      $0.clipClock = QuickClock()
    }
    await second.server.finishFootage()
    #expect(server.calls(.create) == 2 && server.deleted.isEmpty)
    let clips = try #require(try await second.film(session).tracks.first).segments
    #expect(clips.count == 2 && clips.allSatisfy { $0.media != nil })
    #expect(try await second.credits()["available"] == 99_900)
    #expect(try await second.credits()["frozen"] == 0)
    await second.server.stop()
  }
}
