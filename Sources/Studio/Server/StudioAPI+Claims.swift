import Directing
import FlyingFox
import Foundation

extension StudioAPI {
  /// `POST /api/auth/claim-token`.
  func makeClaim(_ call: Call, user: UserRecord) async throws -> HTTPResponse {
    struct Question: Decodable {
      var session: String

      enum CodingKeys: String, CodingKey { case session = "session_id" }
    }
    struct Answer: Encodable {
      var claim: String
      var lifetime: Int

      enum CodingKeys: String, CodingKey {
        case claim = "claim_token"
        case lifetime = "expires_in"
      }
    }
    let question = try await JSONBody.read(Question.self, of: call)
    let session = try await session(question.session, user: user)
    let claim = try await store.makeClaim(session: session.id, user: user.id)
    return .json(Envelope(Answer(claim: claim, lifetime: StudioStore.claimLifetime)))
  }

  /// `GET /workspace/claim?ct=…`: a page with the film of one session. It moves the claim from the address
  /// into a cookie, so that the address bar, the history and the page's links do not keep it.
  func claimPage(_ call: Call) async throws -> HTTPResponse {
    if let claim = call.request.query.first(where: { $0.name == "ct" })?.value {
      guard try await store.session(claim: claim) != nil else {
        return page(ClaimPage.expired, status: 404)
      }
      // A browser that comes from another site would not show a strict cookie after a redirect.
      let isFromElsewhere = call.headers[HTTPHeader("Sec-Fetch-Site")] == "cross-site"
      var response = isFromElsewhere ? page(ClaimPage.entrance) : page("", status: 303)
      if !isFromElsewhere { response.headers[.location] = "/workspace/claim" }
      response.headers[.setCookie] =
        "\(Self.claimCookieName)=\(claim); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(StudioStore.claimLifetime)"
        + (door.isSecure ? "; Secure" : "")
      return response
    }
    guard case .guest(let session)? = try? await reader(of: call) else {
      return page(ClaimPage.expired, status: 404)
    }
    let version = try await store.currentVersion(of: session.id)
    let film = version.flatMap { try? JSONDecoder().decode(Film.self, from: $0.draft) } ?? Film()
    let claim = ClaimPage(
      session: session, film: film, version: version?.id, versions: try await store.versions(of: session.id),
      renders: try await store.finishedRenders(of: session.id))
    return page(claim.html)
  }

  /// `GET /workspace/style.css`.
  func style() -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [
        .contentType: "text/css; charset=utf-8", .cacheControl: "private, max-age=300",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: Data(ClaimPage.style.utf8))
  }

  private func page(_ html: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      statusCode: .of(status),
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        HTTPHeader("Content-Security-Policy"):
          "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        HTTPHeader("Referrer-Policy"): "no-referrer", HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: Data(html.utf8))
  }
}
