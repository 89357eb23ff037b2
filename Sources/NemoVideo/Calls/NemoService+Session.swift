import CurlHTTP
import RawJSON

/// A session at the service: a conversation with its timeline.
public struct ServiceSession: Sendable, Equatable {
  /// The session's id.
  public let id: String
  /// The task that the session belongs to; the claim link needs it.
  public let taskID: String?
  /// The account that owns it.
  public let userID: String?

  /// Makes a session of its parts.
  public init(id: String, taskID: String? = nil, userID: String? = nil) {
    self.id = id
    self.taskID = taskID
    self.userID = userID
  }
}

extension NemoService {
  /// Makes a session.
  ///
  /// - Parameter language: An ISO 639 code such as `en`, or nil.
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func createSession(language: String?) async throws -> ServiceSession {
    var body = JSONWriter()
    body.add("task_name", "project")
    if let language { body.add("language", language) }
    let answer = try await answer(
      request(.post, "/api/tasks/me/with-session/nemo_agent", json: body), isRead: false)
    let data = answer["data"]?["session_id"] != nil ? answer["data"] ?? answer : answer
    // Ids go into URLs and files: what holds a token is none.
    func text(_ key: String) -> String? {
      data[key]?.stringOrNumberText.flatMap { credentials.censor.isClean($0) ? $0 : nil }
    }
    guard let id = text("session_id"), !id.isEmpty else { throw ServiceError(code: nil, status: 200) }
    return ServiceSession(id: id, taskID: text("task_id"), userID: text("user_id"))
  }

  /// What the account can spend.
  ///
  /// - Parameter limit: The most time for it, where nobody asked for it and it must not hold up anything; it is not
  ///   asked again then.
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func credits(within limit: Duration? = nil) async throws -> CreditBalance {
    let limits = limit.map { HTTPLimits(total: $0) } ?? HTTPLimits()
    let request = request(.get, "/api/credits/balance/simple", limits: limits)
    let answer = try await answer(request, isRead: limit == nil)
    guard let balance = CreditBalance(answer["data"] ?? answer) else {
      throw ServiceError(code: nil, status: 200)
    }
    return balance
  }

  /// What a session holds now.
  ///
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func state(of session: String) async throws -> SessionState {
    let path = "/api/state/nemo_agent/me/\(session.asPathComponent)/latest"
    return SessionState(try await answer(request(.get, path), isRead: true))
  }

  /// A link by which a browser opens the session; it lives for a week and holds no token of the account.
  ///
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func claimLink(of session: ServiceSession) async throws -> String {
    var body = JSONWriter()
    if let taskID = session.taskID { body.add("task_id", taskID) }
    body.add("session_id", session.id)
    let answer = try await answer(request(.post, "/api/auth/claim-token", json: body), isRead: false)
    guard let claim = (answer["data"] ?? answer)["claim_token"]?.string, !claim.isEmpty,
      credentials.censor.isClean(claim)
    else {
      throw ServiceError(code: nil, status: 200)
    }
    return "\(webURL)/workspace/claim?ct=\(claim.asPathComponent)"
  }
}

extension String {
  /// The text with its percent escapes read; what is no escape stays.
  var decodingPercents: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with everything but unreserved characters percent-encoded (RFC 3986, 2.3).
  package var asPathComponent: String {
    var encoded = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
