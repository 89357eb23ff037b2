import Directing
import Foundation
import Rendering
import Studio
import Testing

@Suite("Renders and downloads")
struct RenderTests {
  /// A studio with a session that has a film.
  private func withFilm(_ body: (StudioHouse, _ session: String, _ draft: String) async throws -> Void)
    async throws
  {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      try await body(house, session, try await house.draft(session))
    }
  }

  @Test("a render is accepted, made and downloaded, for free")
  func wholeWay() async throws {
    try await withFilm { house, session, draft in
      let accepted = try await house.submit("render_1", session: session, draft: draft)
      #expect(accepted.status == 200)
      #expect(accepted.json["success"] as? Bool == true)
      #expect(accepted.data["status"] as? String == "pending")
      #expect(accepted.headers["retry-after"] == "1")
      await house.server.finishRenders()
      let status = try await house.call("GET", "/api/render/proxy/lambda/render_1")
      #expect(status.data["status"] as? String == "completed")
      #expect(status.data["progress"] as? Int == 100)
      #expect(status.headers["retry-after"] == nil)
      let url = try #require(status.data["outputUrl"] as? String)
      #expect(url == "\(house.server.url)/api/render/proxy/render_1/download")
      let file = try await house.call("GET", "/api/render/proxy/render_1/download")
      #expect(file.headers["content-type"] == "video/mp4")
      #expect(file.body == FakeRendering.movie)
      #expect(try await house.credits()["available"] == 99_900)
      #expect(try await house.call("GET", "/api/render/proxy/render_1/download", token: nil).status == 401)
    }
  }

  @Test("who would rather wait for an answer gets it when the render ends, who would not gets it at once")
  func preferredWait() async throws {
    try await withFilm { house, session, draft in
      house.rendering.hold(true)
      _ = try await house.submit("render_1", session: session, draft: draft)
      await house.rendering.untilRunning()
      let path = "/api/render/proxy/lambda/render_1"
      for preference in ["wait=0", "respond-async", "wait=soon"] {
        let now = try await house.call("GET", path, headers: ["Prefer": preference])
        #expect(now.data["status"] as? String == "processing")
        #expect(now.headers["retry-after"] == "1")
      }
      async let later = house.call("GET", path, headers: ["Prefer": "respond-async, wait=5"])
      _ = try await house.call("POST", path + "/cancel")
      let answer = try await later
      #expect(answer.data["status"] as? String == "cancelled")
      #expect(answer.headers["preference-applied"] == "wait")
      #expect(answer.headers["retry-after"] == nil)
    }
  }

  @Test("what is rendered is the draft of the request, not the one in the session")
  func draftOfRequest() async throws {
    try await withFilm { house, session, draft in
      let other = draft.replacing("\"volume\":0.35", with: "\"volume\":0.2")
      #expect(other != draft)
      _ = try await house.submit("render_1", session: session, draft: other)
      await house.server.finishRenders()
      #expect(try JSONDecoder().decode(Film.self, from: Data(other.utf8)) == house.rendering.films.last)
    }
  }

  @Test("an export without an attribution header is 402", arguments: StudioHouse.attribution.keys.sorted())
  func attribution(missing: String) async throws {
    try await withFilm { house, session, draft in
      let headers = StudioHouse.attribution.filter { $0.key != missing }
      let reply = try await house.submit("render_1", session: session, draft: draft, headers: headers)
      #expect(reply.status == 402)
      #expect(reply.code == 402)
      #expect(try await house.call("GET", "/api/render/proxy/lambda/render_1").status == 404)
    }
  }

  @Test("a render id that was used is 409, and the first render stands")
  func duplicates() async throws {
    try await withFilm { house, session, draft in
      _ = try await house.submit("render_1", session: session, draft: draft)
      #expect(try await house.submit("render_1", session: session, draft: draft).status == 409)
      await house.server.finishRenders()
      #expect(house.rendering.films.count == 1)
    }
  }

  @Test(
    "an empty or unreadable draft, an unknown format and a bad id are 400",
    arguments: [
      ("render_1", #"{"canvas":{"w":64,"h":64,"fps":30},"t":[]}"#, "mp4"), ("render_1", "7", "mp4"),
      ("render_1", String(repeating: "[", count: 60_000) + String(repeating: "]", count: 60_000), "mp4"),
      ("../../etc/passwd", "", "mp4"), ("render_1", "", "exe"),
    ])
  func badRequests(id: String, text: String, format: String) async throws {
    try await withFilm { house, session, draft in
      let reply = try await house.submit(
        id, session: session, draft: text.isEmpty ? draft : text, format: format)
      #expect(reply.status == 400)
      #expect(reply.code == 400)
    }
  }

  @Test("a render that fails says why and what to do")
  func failure() async throws {
    try await withFilm { house, session, draft in
      house.rendering.failRenders(with: .diskFull("/data"))
      _ = try await house.submit("render_1", session: session, draft: draft)
      await house.server.finishRenders()
      let status = try await house.call("GET", "/api/render/proxy/lambda/render_1")
      #expect(status.data["status"] as? String == "failed")
      #expect((status.data["error"] as? String)?.contains("disk") == true)
      #expect(try await house.call("GET", "/api/render/proxy/render_1/download").status == 409)
    }
  }

  @Test("a cancelled render stops, leaves no file, and lets the next one go")
  func cancel() async throws {
    try await withFilm { house, session, draft in
      house.rendering.hold(true)
      _ = try await house.submit("render_1", session: session, draft: draft)
      await house.rendering.untilRunning()
      let cancelled = try await house.call("POST", "/api/render/proxy/lambda/render_1/cancel")
      #expect(cancelled.json["success"] as? Bool == true)
      house.rendering.hold(false)
      _ = try await house.submit("render_2", session: session, draft: draft)
      await house.server.finishRenders()
      let first = try await house.call("GET", "/api/render/proxy/lambda/render_1")
      #expect(first.data["status"] as? String == "cancelled")
      let second = try await house.call("GET", "/api/render/proxy/lambda/render_2")
      #expect(second.data["status"] as? String == "completed")
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.outputs.path).count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: house.folder.unfinished.path).isEmpty)
      #expect(try await house.call("POST", "/api/render/proxy/lambda/nothing/cancel").status == 404)
    }
  }

  @Test("a download can be resumed, by ranges of every form")
  func ranges() async throws {
    try await withFilm { house, session, draft in
      _ = try await house.submit("render_1", session: session, draft: draft)
      await house.server.finishRenders()
      let path = "/api/render/proxy/render_1/download"
      let movie = FakeRendering.movie
      let whole = try await house.call("GET", path)
      let tag = try #require(whole.headers["etag"])
      #expect(whole.headers["accept-ranges"] == "bytes")

      let cases: [(String, Range<Int>)] = [
        ("bytes=0-99", 0..<100), ("bytes=9000-", 9000..<10_000), ("bytes=-10", 9990..<10_000),
        ("bytes=9990-99999", 9990..<10_000), ("bytes=-99999", 0..<10_000),
      ]
      for (header, range) in cases {
        let part = try await house.call("GET", path, headers: ["Range": header])
        #expect(part.status == 206, "\(header)")
        #expect(part.body == movie[range], "\(header)")
        #expect(part.headers["content-range"] == "bytes \(range.lowerBound)-\(range.upperBound - 1)/10000")
      }
      let past = try await house.call("GET", path, headers: ["Range": "bytes=10000-"])
      #expect(past.status == 416)
      #expect(past.headers["content-range"] == "bytes */10000")

      let same = try await house.call("GET", path, headers: ["Range": "bytes=5-", "If-Range": tag])
      #expect(same.status == 206)
      let changed = try await house.call(
        "GET", path, headers: ["Range": "bytes=5-", "If-Range": "\"other\""])
      #expect(changed.status == 200)
      #expect(changed.body == movie)
      #expect(try await house.call("GET", path, headers: ["If-None-Match": tag]).status == 304)
      let head = try await house.call("HEAD", path)
      #expect(head.headers["content-length"] == "10000")
      #expect(head.body.isEmpty)
    }
  }

  @Test(
    "a Range header is read by RFC 9110",
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=5-4", .whole),
      ("bytes=-0", .unsatisfiable),
      ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole),
      ("bytes=a-b", .whole), ("bytes=-", .whole), ("bytes=+1-2", .whole),
    ] as [(String?, ByteRange)])
  func byteRanges(header: String?, range: ByteRange) { #expect(ByteRange(header, size: 100) == range) }
}
