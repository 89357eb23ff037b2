import FlyingFox
import Foundation
import Generation

extension StudioAPI {
  /// `POST /api/chat/nemo_agent/me/<sid>/cancel`: ends the footage that is being made for a session, here and at the
  /// server of the model. What has been drawn is not undone.
  func cancelTurn(_ id: String, user: UserRecord) async throws -> HTTPResponse {
    struct Answer: Encodable { var cancelled: Bool }
    let session = try await session(id, user: user)
    return .json(Envelope(Answer(cancelled: await workshop.cancel(session: session.id))))
  }

  /// `POST /api/generator`: which server of video models makes the clips from here on. The body holds the variables as
  /// a client has them; without an address the studio draws. Only the owner may, and only of a studio that a client has
  /// started: one that was started by hand has settings of its own.
  func setGenerator(_ call: Call, user: UserRecord) async throws -> HTTPResponse {
    struct Answer: Encodable { var engine: String }
    guard user.kind == .owner else { throw APIError.unknownRoute }
    guard configuration.takesGenerator else {
      throw APIError(409, "This studio was started by hand; set its generator where it was started.")
    }
    let values = try await JSONBody.read([String: String].self, of: call)
    let settings: GeneratorSettings?
    do {
      settings = try GeneratorSettings.read(values)
    } catch {
      throw APIError.badRequest(error.description)
    }
    await workshop.use(settings)
    return .json(Envelope(Answer(engine: await workshop.engine.text)))
  }

  /// `GET /api/generator`: which engine makes the clips, and what keeps it from doing so now. The owner alone is told.
  func generator(user: UserRecord) async throws -> HTTPResponse {
    struct Answer: Encodable {
      var engine: String
      var problem: String?
    }
    guard user.kind == .owner else { throw APIError.unknownRoute }
    let (engine, problem) = await workshop.check()
    return .json(Envelope(Answer(engine: engine.text, problem: problem?.description)))
  }

  /// A turn that goes on with a generation, with nobody to listen.
  func turn(_ generation: GenerationRecord, session: SessionRecord, user: UserRecord) -> ChatTurn {
    let (_, feed) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(1))
    let stream = ChatStream(feed, turn: generation.turn, pacing: .zero, now: configuration.now)
    return ChatTurn(
      id: generation.turn, session: session, user: user, message: generation.message, store: store,
      rendering: rendering, workshop: workshop, posters: posters, stream: stream, now: configuration.now,
      log: configuration.log, origin: "http://127.0.0.1:\(port)")
  }
}
