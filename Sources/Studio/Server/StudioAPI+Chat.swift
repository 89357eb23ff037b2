import FlyingFox
import Foundation

extension StudioAPI {
  /// `POST /run_sse`.
  func chat(_ call: Call, user: UserRecord) async throws -> HTTPResponse {
    struct Question: Decodable {
      struct Message: Decodable {
        struct Part: Decodable { var text: String? }
        var parts: [Part]
      }
      var session: String
      var message: Message

      enum CodingKeys: String, CodingKey {
        case session = "session_id"
        case message = "new_message"
      }
    }
    let question = try await JSONBody.read(Question.self, of: call)
    let session = try await session(question.session, user: user)
    let message = question.message.parts.compactMap(\.text).joined(separator: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !message.isEmpty else {
      throw APIError.badRequest("The message is empty. Describe what you would like to see.")
    }
    guard message.utf8.count <= 64 * 1024 else { throw APIError(413, "The message is longer than 64 KiB.") }

    let (blocks, feed) = AsyncStream.makeStream(of: [UInt8].self)
    let id = UUID().uuidString.lowercased()
    let stream = ChatStream(feed, turn: id, pacing: configuration.pacing, now: configuration.now)
    var turn = ChatTurn(
      id: id, session: session, user: user, message: message, store: store, rendering: rendering,
      workshop: workshop, posters: posters, stream: stream, now: configuration.now, log: configuration.log,
      origin: origin(of: call))
    let token = activity.begin()
    // Footage takes minutes: who wants it no more must not have to wait for it.
    if GenerationChoice(message) == .cancel, await workshop.isWorking(for: session.id) {
      turn.hasCancelled = await workshop.cancel(session: session.id)
    }
    let (order, heartbeat) = (order, configuration.heartbeat)
    Task { [turn] in
      let heart = Task {
        while (try? await Task.sleep(for: heartbeat)) != nil { stream.beat() }
      }
      // The turn itself throws nothing; an error would be one of the order's, which has none.
      try? await order.run(on: session.id) { await turn.run() }
      heart.cancel()
      stream.finish()
      withExtendedLifetime(token) {}
    }
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
      body: HTTPBodySequence(from: EventStreamBytes(blocks: blocks)))
  }
}
