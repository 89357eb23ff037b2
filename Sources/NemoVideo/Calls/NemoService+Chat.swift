import CurlHTTP
import RawJSON

/// What `/run_sse` answered.
public enum ChatAnswer: Sendable {
  /// An event stream, still on its way.
  case stream(HTTPBody)
  /// One JSON object in place of a stream.
  case single([UInt8])
}

extension NemoService {
  /// Sends a message to a session. It is sent once: what goes wrong after its bytes may have arrived is thrown.
  ///
  /// - Throws: ``ServiceError`` when the service refuses the message, `HTTPError` when the exchange breaks; its
  ///   `mayHaveReachedServer` says whether the message may have arrived.
  public func chat(_ text: String, in session: String) async throws -> ChatAnswer {
    var part = JSONWriter()
    part.add("text", text)
    var message = JSONWriter()
    message.add("parts", [part])
    var body = JSONWriter()
    body.add("app_name", "nemo_agent")
    body.add("user_id", "me")
    body.add("session_id", session)
    body.add("new_message", message)
    var request = request(.post, "/run_sse", json: body)
    request.headers["Accept"] = "text/event-stream"
    request.limits = .eventStream
    request.delivery = .atMostOnce
    return try await perform(request, isRead: false) { response in
      let type = response.headers["Content-Type"]?.lowercased() ?? ""
      guard response.isSuccess else { throw try await Self.refusal(response) }
      if type.contains("text/event-stream") || type.isEmpty { return .stream(response.body) }
      if type.contains("json") {
        let bytes = try await response.body.collect(upTo: Envelope.largestAnswer)
        _ = try Envelope.open(bytes, status: response.status)
        return .single(bytes)
      }
      response.body.cancel()
      throw ServiceError(code: nil, status: response.status)
    }
  }

  /// The error in an answer that is no success.
  private static func refusal(_ response: HTTPResponse) async throws -> any Error {
    do {
      _ = try await Envelope.open(response)
      return ServiceError(code: nil, status: response.status)
    } catch let error as ServiceError {
      return error
    }
  }
}
