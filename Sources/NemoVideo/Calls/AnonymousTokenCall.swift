import CurlHTTP
import FoundationEssentials
import RawJSON

/// `POST /api/auth/anonymous-token`: a token for a client id, with 100 credits and 7 days at the service.
struct AnonymousTokenCall: Sendable {
  let http: HTTPClient
  let address: ServiceAddress
  let attribution: Attribution
  let pacing: ServicePacing
  let clock: any Clock<Duration>
  let onNotice: @Sendable (ServiceNotice) async -> Void

  /// Asks for a token; a limited rate is waited out once.
  func token(clientID: String) async throws -> AccessToken {
    do {
      return try await send(clientID: clientID)
    } catch let error as ServiceError where error.kind == .rateLimited {
      let wait = error.retryAfter.map { Duration.seconds($0) } ?? pacing.rateLimitWait
      await onNotice(.waitingForRateLimit(seconds: Int(wait.inSeconds.rounded(.up))))
      try await clock.sleep(for: wait)
      return try await send(clientID: clientID)
    }
  }

  private func send(clientID: String) async throws -> AccessToken {
    var headers = HTTPFields(attribution.headers)
    headers["X-Client-Id"] = clientID
    let request = HTTPRequest(
      .post, address.url("/api/auth/anonymous-token"), originHeaders: headers,
      redirects: .sameOrigin)
    let response = try await http.send(request)
    let answer = try await Envelope.open(response)
    let data = answer["data"] ?? answer
    guard let text = data["token"]?.string, !text.isEmpty else {
      throw ServiceError(code: nil, status: response.status)
    }
    return AccessToken(
      secret: Secret(text), source: .anonymous, userID: data["user_id"]?.stringOrNumberText,
      expires: data["expires_at"]?.string.flatMap(Date.init(wireText:)))
  }
}
