import CurlHTTP
import RawJSON

extension NemoService {
  /// Tells the built-in studio that nobody wants the footage any more that it has a video server make for a session. The
  /// service has no such call.
  ///
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func cancelFootage(in session: String) async throws {
    var request = request(
      .post, "/api/chat/nemo_agent/me/\(session.asPathComponent)/cancel", json: JSONWriter())
    request.limits = HTTPLimits(connect: .seconds(1), stall: .seconds(2), total: .seconds(2))
    request.delivery = .repeatable
    return try await perform(request, isRead: true) { response in _ = try await Envelope.open(response) }
  }
}
