import Directing
import FlyingFox
import Foundation
import RawJSON

extension StudioAPI {
  /// `POST /api/tasks/me/with-session/nemo_agent`.
  func makeSession(_ call: Call, user: UserRecord) async throws -> HTTPResponse {
    struct Question: Decodable {
      var name: String?
      var language: String?

      enum CodingKeys: String, CodingKey {
        case language
        case name = "task_name"
      }
    }
    struct Answer: Encodable {
      var task: String
      var session: String
      var user: String

      enum CodingKeys: String, CodingKey {
        case task = "task_id"
        case session = "session_id"
        case user = "user_id"
      }
    }
    let question = try await JSONBody.read(Question.self, of: call)
    let session = try await store.makeSession(
      user: user.id, name: String((question.name ?? "project").prefix(200)),
      language: String((question.language ?? "en").prefix(35)))
    return .json(Envelope(Answer(task: session.task, session: session.id, user: user.id)))
  }

  /// `GET /api/state/nemo_agent/me/<sid>/latest`. The draft goes out as the bytes that are stored.
  func state(of id: String, user: UserRecord, origin: String) async throws -> HTTPResponse {
    let session = try await session(id, user: user)
    let version = try await store.currentVersion(of: session.id)
    let draft = try version?.draft ?? FilmCoding.encode(Film())
    let canvas = (try? JSONDecoder().decode(Film.self, from: draft).canvas) ?? .portrait
    let media = try await store.media(of: session.id)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func list(_ origin: MediaRecord.Origin, at base: String) throws -> Data {
      try encoder.encode(media.filter { $0.origin == origin }.map { MediaAnswer($0, origin: base) })
    }
    var size = JSONWriter()
    size.add("width", canvas.width)
    size.add("height", canvas.height)
    var state = JSONWriter()
    state.add("draft", raw: draft)
    state.add("video_infos", raw: try list(.upload, at: origin))
    state.add("canvas_config", size)
    state.add("generated_media", raw: try list(.generated, at: origin))
    var data = JSONWriter()
    data.add("state", state)
    var answer = JSONWriter()
    answer.add("code", 0)
    answer.add("data", data)
    return .json(body: Data(answer.bytes))
  }
}
