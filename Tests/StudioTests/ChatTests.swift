import Directing
import Foundation
import Rendering
import Studio
import Testing

@Suite("The conversation")
struct ChatTests {
  @Test("a prompt makes a film in two stages: the clip, then music and title")
  func generation() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let reply = try await house.say("a sunset over ocean waves", session: session)
      #expect(reply.headers["content-type"]?.hasPrefix("text/event-stream") == true)
      #expect(reply.tools == ["generate_video", "add_music", "add_title"])
      #expect(reply.said.contains("procedural animation"))
      let film = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
      #expect(film.tracks.map(\.kind) == [.video, .audio, .text])
      let state = try await house.call("GET", "/api/state/nemo_agent/me/\(session)/latest")
      let content = try #require(state.data["state"] as? [String: Any])
      #expect(content["canvas_config"] as? [String: Int] == ["width": 1080, "height": 1920])
      let poster = try #require((content["generated_media"] as? [[String: Any]])?.first)
      let path = try #require(URL(string: poster["cdn_url"] as? String ?? "")?.path)
      let picture = try await house.call("GET", path)
      #expect(picture.headers["content-type"] == "image/png")
      #expect(picture.body.starts(with: Samples.png))
    }
  }

  @Test("the pieces of each text come before its aggregate and together are the aggregate")
  func pieces() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for text in ["a sunset over ocean waves", "海上日落"] {
        let reply = try await house.say(text, session: session)
        var pieces: [String] = []
        var groups = 0
        for (isPiece, part) in reply.parts {
          guard let text = part["text"] as? String else { continue }
          if isPiece {
            pieces.append(text)
          } else {
            #expect(pieces.count > 1)
            #expect(pieces.joined() == text)
            pieces = []
            groups += 1
          }
        }
        #expect(groups >= 2)
        #expect(pieces.isEmpty)
      }
    }
  }

  @Test("each tool call is followed by a result of the same id")
  func toolResults() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let reply = try await house.say("a sunset over ocean waves", session: session)
      let calls = reply.parts.compactMap { ($0.part["functionCall"] as? [String: Any])?["id"] as? String }
      let results = reply.parts.compactMap {
        ($0.part["functionResponse"] as? [String: Any])?["id"] as? String
      }
      #expect(!calls.isEmpty)
      #expect(calls == results)
    }
  }

  @Test("an edit is told before and after, in the language of the message")
  func edits() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      #expect(try await house.say("make it 15 seconds", session: session).said.contains("10 s → 15 s"))
      #expect(try await house.say("改成20秒", session: session).said.contains("15 秒 → 20 秒"))
    }
  }

  @Test("undo and redo walk through the versions, to the byte, back to the empty timeline")
  func history() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let empty = try await house.draft(session)
      _ = try await house.say("a sunset over ocean waves", session: session)
      let first = try await house.draft(session)
      _ = try await house.say("make it night", session: session)
      let second = try await house.draft(session)
      #expect(second != first)
      _ = try await house.say("undo", session: session)
      #expect(try await house.draft(session) == first)
      _ = try await house.say("undo", session: session)
      #expect(try await house.draft(session) == empty)
      #expect(try await house.say("undo", session: session).said.contains("nothing to undo"))
      _ = try await house.say("redo", session: session)
      _ = try await house.say("redo", session: session)
      #expect(try await house.draft(session) == second)
      _ = try await house.say("start over", session: session)
      #expect(try await house.draft(session).contains("\"t\":[]"))
      _ = try await house.say("撤销", session: session)
      #expect(try await house.draft(session) == second)
    }
  }

  @Test("another take is another film of the same scene")
  func anotherTake() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      let first = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
      _ = try await house.say("another take", session: session)
      let second = try JSONDecoder().decode(Film.self, from: Data(try await house.draft(session).utf8))
      let shots = [first, second].compactMap { $0.tracks.first?.segments.first?.shot }
      #expect(shots.count == 2)
      #expect(shots.first?.seed != shots.last?.seed)
      #expect(shots.first?.elements.map(\.kind) == shots.last?.elements.map(\.kind))
    }
  }

  @Test("an empty message is refused with 400")
  func emptyMessage() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      for text in ["", "  \n "] { #expect(try await house.say(text, session: session).status == 400) }
    }
  }

  @Test("an unknown session is 1002")
  func unknownSession() async throws {
    try await StudioHouse.visit { house in
      let reply = try await house.say("hello", session: "nobody")
      #expect(reply.status == 404)
      #expect(reply.code == 1002)
    }
  }

  @Test("when a film cannot be drawn, the turn says so, costs nothing, and the film is as it was")
  func failingPoster() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      _ = try await house.say("a sunset over ocean waves", session: session)
      let draft = try await house.draft(session)
      house.rendering.failPosters(with: .toolMissing(name: "FFmpeg"))
      let reply = try await house.say("a forest in the rain", session: session)
      #expect((reply.events.last?["message"] as? String)?.contains("apt install ffmpeg") == true)
      #expect(try await house.draft(session) == draft)
      #expect(try await house.credits() == ["available": 99_900, "frozen": 0, "total": 99_900])
    }
  }

  @Test("a client that leaves in mid-turn finds the finished film in the state")
  func leaving() async throws {
    try await StudioHouse.visit { house in
      let session = try await house.session()
      let body = try JSONSerialization.data(
        withJSONObject: house.message("a sunset over ocean waves", session: session))
      let request = house.request("POST", "/run_sse", body: body)
      _ = try await PlainSocket.exchange(request, port: house.port, limit: 1)
      // Turns of one session wait for each other: after this one the other has ended.
      _ = try await house.say("what can you do?", session: session)
      #expect(try await house.draft(session).contains("\"tt\":0"))
      let said = try await house.server.store.messages(of: session)
      #expect(said.map(\.role) == [.user, .model, .user, .model])
    }
  }

  @Test("a text is cut at its white space, Chinese by twos, and nothing is lost")
  func textPieces() {
    #expect(TextPieces.of("Two  words.\n\nMore") == ["Two  ", "words.\n\n", "More"])
    #expect(TextPieces.of("海上日落了") == ["海上", "日落", "了"])
    #expect(TextPieces.of("").isEmpty)
  }
}
