import FlyingFox
import Foundation

extension StudioAPI {
  /// `POST /api/auth/anonymous-token`.
  func anonymousToken(_ call: Call) async throws -> HTTPResponse {
    struct Answer: Encodable {
      var token: String
      var userID: String
      var credits: Int
      var expires: String

      enum CodingKeys: String, CodingKey {
        case token, credits
        case userID = "user_id"
        case expires = "expires_at"
      }
    }
    guard configuration.allowsAnonymous else {
      throw APIError(403, "This studio gives no anonymous tokens (it was started with --no-anonymous).")
    }
    guard let text = call.headers[HTTPHeader("X-Client-Id")], let client = UUID(uuidString: text) else {
      throw APIError.badRequest("The header X-Client-Id is missing or is no UUID.")
    }
    let user = try await store.anonymousUser(clientID: client.uuidString.lowercased(), key: anonymousKey)
    return .json(
      Envelope(
        Answer(
          token: user.token, userID: user.user, credits: user.credits,
          expires: user.expires.formatted(.iso8601))))
  }

  /// `GET /api/credits/balance/simple`.
  func balance(of user: UserRecord) async throws -> HTTPResponse {
    .json(Envelope(try await store.balance(of: user)))
  }
}
