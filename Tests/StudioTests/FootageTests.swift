import Directing
import Foundation
import GatewayTesting
import Generation
import Studio
import Testing
import VideosTesting

@Suite("Films of a video model")
struct FootageTests {
  @Test(
    "a prompt becomes clips of the model, joined on the timeline, with music; the reply says who made them")
  func newFilm() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      let reply = try await house.say(
        "a sunset over ocean waves, 8 seconds, watercolour style", session: session)
      #expect(reply.said.contains("made by Wan2.2-T2V-A14B on 127.0.0.1"))
      #expect(!reply.said.contains("procedural"))
      let film = try await house.film(session)
      let clips = try #require(film.tracks.first).segments
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
    try await StudioHouse.visitFootage { house, server in
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
    try await StudioHouse.visitFootage(variables: ["T2V_GENERATOR_PARALLEL": "2"]) { house, server in
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
      #expect(try await house.film(session).durationMS == 16_000)
    }
  }

  @Test(
    "a prompt that is longer than the model takes is told in several clips, each of its words once, in order")
  func longPrompt() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      let sentences = (1...40).map {
        "A ship numbered \($0 + 1000) sails over the quiet sea under white clouds."
      }
      _ = try await house.say(sentences.joined(separator: " "), session: session)
      let prompts = server.jobs.compactMap { $0.fields["prompt"] }
      #expect(prompts.count >= 3)
      #expect(prompts.allSatisfy { $0.count <= 1200 && $0.contains("Camera: ") && $0.contains("Light: ") })
      let numbers = prompts.map { $0.matches(of: /numbered (1[0-9]{3})/).compactMap { Int($0.1) } }
      // Clips are sent at once, so their order at the server says nothing.
      let told = numbers.sorted { ($0.first ?? 0) < ($1.first ?? 0) }.flatMap { $0 }
      #expect(told == (1...40).map { $0 + 1000 }, "\(prompts)")
      #expect(try await house.film(session).tracks.first?.segments.count == prompts.count)
      #expect(server.refusals.isEmpty)
    }
  }

  @Test("a long prompt in Chinese is divided sooner: its signs are more to a model than letters are")
  func longChinesePrompt() async throws {
    try await StudioHouse.visitFootage { house, server in
      let session = try await house.session()
      let sentences = (1...40).map { "第\($0 + 1000)只帆船在平静的大海上慢慢航行，天上有白云。" }
      _ = try await house.say(sentences.joined(), session: session)
      let prompts = server.jobs.compactMap { $0.fields["prompt"] }
      #expect(prompts.count >= 2 && prompts.allSatisfy { $0.count <= 600 }, "\(prompts.map(\.count))")
      let told = prompts.flatMap { $0.matches(of: /1[0-9]{3}/).compactMap { Int($0.0) } }
      #expect(told.sorted() == (1...40).map { $0 + 1000 }, "\(prompts)")
    }
  }

  @Test("footage is cut, slowed down, titled and exported as an upload is")
  func edits() async throws {
    try await StudioHouse.visitFootage { house, server in
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
      #expect(house.rendering.films.first?.tracks.first?.segments.allSatisfy { $0.media != nil } == true)
    }
  }

  @Test(
    "a change of light, style or camera has the clip made again, told what it was and what it is to be; undo brings the old one back"
  )
  func scene() async throws {
    try await StudioHouse.visitFootage { house, server in
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
    try await StudioHouse.visitFootage { house, server in
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
      #expect(try await house.call("GET", "/api/generator", token: other).status == 404)
      let asked = try await house.call("GET", "/api/generator")
      #expect(asked.data["engine"] as? String == "ltx on 127.0.0.1" && asked.data["problem"] == nil)
      #expect(try await house.call("GET", "/api/health").data["generator"] as? Bool == true)
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
      let asked = try await house.call("GET", "/api/generator")
      #expect(asked.data["engine"] as? String == "procedural animation" && asked.data["problem"] == nil)
      #expect(try await house.call("GET", "/api/health").data["generator"] as? Bool == false)
    }
  }
}
