import Directing
import Foundation
import Rendering
import Studio
import Testing

@Suite("With FFmpeg")
struct RealRenderTests {
  @Test("a sentence becomes a video file, and a part of it comes back as an upload")
  func wholeWay() async throws {
    try await StudioHouse.visit(rendering: FFmpegRendering()) { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves, 1 second", session: session)
      var film = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
      film.canvas = Canvas(width: 144, height: 256, framesPerSecond: 10)
      let draft = String(decoding: try FilmCoding.encode(film), as: UTF8.self)
      _ = try await house.submit("render_1", session: session, draft: draft)
      await house.server.finishRenders()
      let movie = try await house.call("GET", "/api/render/proxy/render_1/download")
      #expect(movie.status == 200)

      let other = try await house.session()
      let reply = try await house.upload([("film.mp4", movie.body)], session: other)
      let file = try #require((reply.data["files"] as? [[String: Any]])?.first)
      #expect(file["width"] as? Int == 144)
      #expect(file["height"] as? Int == 256)
      #expect(abs((file["duration"] as? Double ?? 0) - 1) < 0.2)
      let placed = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(other).utf8))
      #expect(placed.canvas == Canvas(width: 144, height: 256, framesPerSecond: 10))
    }
  }
}
