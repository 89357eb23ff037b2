import FlyingFox
import Foundation

extension StudioAPI {
  /// Refuses calls that have no business at the door by which they come; see ``Door/check(host:from:)``.
  func checkDoor(_ call: Call) throws {
    try door.check(host: call.headers[.host]?.lowercased(), from: call.request.remoteAddress)
  }

  /// The origin that the client used, for the addresses in an answer. The host was checked.
  func origin(of call: Call) -> String { door.origin(host: call.headers[.host]?.lowercased()) }

  /// The user of a request's bearer token.
  /// - Throws: ``APIError/badToken``.
  func user(of call: Call) async throws -> UserRecord {
    guard let token = Self.bearer(of: call), let user = try await store.user(token: token) else {
      throw APIError.badToken
    }
    return user
  }

  /// A user's session.
  /// - Throws: ``APIError/unknownSession``, for someone else's too.
  func session(_ id: String, user: UserRecord) async throws -> SessionRecord {
    guard let session = try await store.session(id, user: user.id) else { throw APIError.unknownSession }
    return session
  }

  /// Who may read files of a session: its user by the token, or a browser by the claim's cookie.
  func reader(of call: Call) async throws -> Reader {
    if Self.bearer(of: call) != nil { return .user(try await user(of: call)) }
    if let claim = Self.claimCookie(of: call), let session = try await store.session(claim: claim) {
      return .guest(session)
    }
    throw APIError.badToken
  }

  /// One who may read files.
  enum Reader {
    /// A user: all of the user's files.
    case user(UserRecord)
    /// A browser with a claim: the files of one session.
    case guest(SessionRecord)

    var user: String {
      switch self {
      case .user(let user): user.id
      case .guest(let session): session.user
      }
    }

    func mayRead(session: String) -> Bool {
      switch self {
      case .user: true
      case .guest(let own): own.id == session
      }
    }
  }

  static let claimCookieName = "t2v_claim"

  private static func bearer(of call: Call) -> String? {
    guard let value = call.headers[.authorization] else { return nil }
    let words = value.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return words[1].trimmingCharacters(in: .whitespaces)
  }

  private static func claimCookie(of call: Call) -> String? {
    for pair in call.headers[.cookie]?.split(separator: ";") ?? [] {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces) == claimCookieName {
        return String(halves[1])
      }
    }
    return nil
  }
}
