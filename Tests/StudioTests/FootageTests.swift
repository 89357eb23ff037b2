// Longer than 300 lines: its tests tell one course, and share a studio in front of a test server.

import Directing
import Foundation
import GatewayTesting
import Generation
import Studio
import Testing
import VideosTesting

@Suite("Films of a video model")
struct FootageTests {
  /// A studio whose clips come from a test server.
  private func visit(
    _ change: @escaping (inout StudioConfiguration) -> Void = { _ in }, variables: [String: String] = [:],
    _ body: (StudioHouse, VideosServer) async throws -> Void
  ) async throws {
    let server = try VideosServer(key: "sk-secret")
    defer { server.stop() }
    let settings = try Self.settings(server, variables)
    try await StudioHouse.visit({ configuration in
      configuration.generator = settings
      configuration.clipClock = QuickClock()
      change(&configuration)
    }) { try await body($0, server) }
  }

  static func settings(_ server: VideosServer, _ more: [String: String] = [:]) throws -> GeneratorSettings {
    let values = [
      "T2V_GENERATOR_URL": server.base, "T2V_GENERATOR_KEY": "sk-secret",
      "T2V_GENERATOR_MODEL": "Wan2.2-T2V-A14B",
    ].merging(more) { $1 }
    return try #require(try GeneratorSettings.read(values))
  }

  private func film(_ house: StudioHouse, _ session: String) async throws -> Film {
    try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
  }

  @Test(
    "a prompt becomes clips of the model, joined on the timeline, with music; the reply says who made them")
  func newFilm() async throws {
    try await visit { house, server in
      let session = try await house.session()
      let reply = try await house.say(
        "a sunset over ocean waves, 8 seconds, watercolour style", session: session)
      #expect(reply.said.contains("made by Wan2.2-T2V-A14B on 127.0.0.1"))
      #expect(!reply.said.contains("procedural"))
      let film = try await film(house, session)
      let clips = film.tracks[0].segments
      #expect(clips.count == 2)
      #expect(clips.allSatisfy { $0.media != nil && $0.shot == nil && $0.source?.kind == .video })
      #expect(film.durationMS == 8000)
      #expect(film.tracks.contains { $0.segments.contains { $0.music != nil } })
      let prompt = try #require(server.jobs.first?.fields["prompt"])
      #expect(prompt.hasPrefix("a sunset over ocean waves"))
      #expect(
        prompt.contains("Style: watercolour") && prompt.contains("Light: ") && prompt.contains("Camera: "))
      #expect(!prompt.contains("8 seconds"))
      #expect(Set(server.jobs.compactMap { $0.fields["seed"] }).count == 2)
      #expect(server.refusals.isEmpty)
      #expect(reply.tools.filter { $0 == "generate_clip" }.count == 2)
    }
  }

  @Test("the key is in no answer, no draft and no file of the data folder")
  func secrecy() async throws {
    try await visit { house, server in
      server.fail(.create, .status(500))
      let session = try await house.session()
      let reply = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      #expect(!reply.text.contains("sk-secret"))
      let draft = try await house.draft(session)
      #expect(!draft.contains("sk-secret"))
      let files = try FileManager.default.subpathsOfDirectory(atPath: house.folder.root.path)
      for file in files {
        let bytes = (try? Data(contentsOf: house.folder.root.appendingPathComponent(file))) ?? Data()
        #expect(bytes.range(of: Data("sk-secret".utf8)) == nil, "\(file)")
      }
    }
  }

  @Test("scenes told one after another are clips of their own, made at once, never more than is set")
  func parallel() async throws {
    try await visit(variables: ["T2V_GENERATOR_PARALLEL": "2"]) { house, server in
      server.course(.completes(after: 6))
      let session = try await house.session()
      _ = try await house.say(
        "a sunset over the ocean, then a forest in fog, then a city at night, then mountains at dawn, 16 seconds",
        session: session)
      #expect(server.jobs.count == 4)
      #expect(server.mostRunning == 2)
      let prompts = server.jobs.compactMap { $0.fields["prompt"] }
      for words in ["a sunset over the ocean", "a forest in fog", "a city at night", "mountains at dawn"] {
        #expect(prompts.filter { $0.hasPrefix(words) }.count == 1, "\(prompts)")
      }
      #expect(try await film(house, session).durationMS == 16_000)
    }
  }

  @Test("footage is cut, slowed down, titled and exported as an upload is")
  func edits() async throws {
    try await visit { house, server in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      for edit in [
        "add the title “Evening”", "cut the first second", "slow it down to half speed",
        "make it black and white",
      ] {
        let before = try await house.draft(session)
        _ = try await house.say(edit, session: session)
        #expect(try await house.draft(session) != before, "\(edit)")
      }
      #expect(server.jobs.count == 1)
      _ = try await house.submit("render_1", session: session, draft: try await house.draft(session))
      await house.server.finishRenders()
      #expect(house.rendering.films.count == 1)
      #expect(house.rendering.films.first?.tracks[0].segments.allSatisfy { $0.media != nil } == true)
    }
  }

  @Test(
    "a change of light, style or camera has the clip made again, told what it was and what it is to be; undo brings the old one back"
  )
  func scene() async throws {
    try await visit { house, server in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      let before = try await house.draft(session)
      let reply = try await house.say("make it night", session: session)
      #expect(server.jobs.count == 2, "\(reply.said)")
      let night = try #require(server.jobs.last?.fields["prompt"])
      #expect(night.hasPrefix("a sunset over ocean waves") && night.contains("Light: night"))
      let between = try await house.draft(session)
      #expect(between != before)
      _ = try await house.say("make it watercolour", session: session)
      let painted = try #require(server.jobs.last?.fields["prompt"])
      #expect(painted.contains("Light: night") && painted.contains("Style: watercolour"))
      _ = try await house.say("undo", session: session)
      #expect(try await house.draft(session) == between)
      _ = try await house.say("undo", session: session)
      #expect(try await house.draft(session) == before)
    }
  }

  @Test("a picture of the user's comes to life when that is asked for, and only then")
  func reference() async throws {
    try await visit { house, server in
      let session = try await house.session()
      let photo = Samples.png + Data("a photo".utf8)
      _ = try await house.upload([("me.png", photo)], session: session)
      _ = try await house.say("animate my photo: the waves roll in", session: session)
      #expect(server.jobs.first?.reference == Array(photo))
      #expect(server.jobs.first?.fields["prompt"]?.hasPrefix("the waves roll in") == true)
      #expect(server.jobs.first?.fields["size"] == "960x720")
      _ = try await house.say("a forest in fog, 4 seconds", session: session)
      #expect(server.jobs.last?.reference == nil)
      #expect(server.refusals.isEmpty)
    }
  }

  @Test(
    "when the engine fails, nothing is drawn in its place: the user is asked, and the film stays as it was")
  func failure() async throws {
    try await visit { house, server in
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
    try await visit { house, server in
      let session = try await house.session()
      server.fail(.create, .status(400))
      let asked = try await house.say("a sunset over ocean waves, 8 seconds", session: session)
      #expect(asked.said.contains("1 of the clips are there and kept"), "\(asked.said)")
      #expect(server.jobs.count == 1)
      let reply = try await house.say("try again", session: session)
      #expect(reply.said.contains("made by Wan2.2-T2V-A14B"))
      #expect(server.jobs.count == 2)
      #expect(try await film(house, session).tracks[0].segments.allSatisfy { $0.media != nil })
    }
  }

  @Test("“draw it” has the studio draw what the engine has not made, and says so")
  func draw() async throws {
    try await visit { house, server in
      let session = try await house.session()
      server.course(.fails(code: "", message: "no"))
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      let reply = try await house.say("draw it", session: session)
      #expect(reply.said.contains("procedural animation"))
      let segment = try #require(try await film(house, session).tracks.first?.segments.first)
      #expect(segment.shot != nil && segment.media == nil && segment.generated == nil)
      // What was drawn by choice stays drawn.
      _ = try await house.say("make it night", session: session)
      #expect(server.calls(.create) == 1)
      #expect(try await film(house, session).tracks[0].segments.first?.shot?.timeOfDay == .night)
    }
  }

  @Test(
    "a job that never ends is asked about after the patience that is set; “wait” goes on with the same job")
  func wait() async throws {
    try await visit(variables: ["T2V_GENERATOR_PATIENCE": "60"]) { house, server in
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
    try await visit(variables: ["T2V_GENERATOR_PATIENCE": "60"]) { house, server in
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
    try await visit({ $0.clipClock = QuickClock(patience: .seconds(100)) }) { house, server in
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

  @Test("a client that stops a turn ends its clips at the server; somebody else cannot")
  func cancelCall() async throws {
    try await visit({ $0.clipClock = QuickClock(patience: .seconds(100)) }) { house, server in
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
    let settings = try Self.settings(server)
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
    try #require(
      server.calls(.create) == 2, "\(server.requests.map { "\($0.method) \($0.target)" }), \(server.jobs)")
    let clips = try #require(try await film(second, session).tracks.first).segments
    #expect(clips.count == 2 && clips.allSatisfy { $0.media != nil })
    #expect(try await second.credits()["available"] == 99_900)
    #expect(try await second.credits()["frozen"] == 0)
    await second.server.stop()
  }

  @Test("a client sets the generator of a studio that it has started, and the owner alone")
  func handOver() async throws {
    let server = try VideosServer()
    defer { server.stop() }
    try await StudioHouse.visit({ $0.takesGenerator = true }) { house in
      let other = try await house.anonymous()
      let values = ["T2V_GENERATOR_URL": server.base, "T2V_GENERATOR_MODEL": "ltx"]
      #expect(try await house.post("/api/generator", values, token: other).status == 404)
      let reply = try await house.post("/api/generator", values)
      #expect(reply.data["engine"] as? String == "ltx on 127.0.0.1")
      let bad = try await house.post("/api/generator", ["T2V_GENERATOR_URL": "nowhere"])
      #expect(bad.status == 400)
      let session = try await house.session()
      server.course(.completes(after: 0))
      _ = try await house.say("a sunset over ocean waves, 4 seconds", session: session)
      #expect(server.jobs.count == 1)
      #expect(try await house.post("/api/generator", [:]).data["engine"] as? String == "procedural animation")
      _ = try await house.say("a forest in fog", session: session)
      #expect(server.jobs.count == 1)
    }
    try await StudioHouse.visit { house in
      let reply = try await house.post("/api/generator", [:])
      #expect(reply.status == 409)
    }
  }
}
