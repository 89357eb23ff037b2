/// What the service answered instead of success, by the table "Errors" of WIRE.md.
public struct ServiceError: Error, Sendable, Equatable {
  /// The rows of the table, and what lies outside it.
  public enum Kind: Sendable, Equatable {
    /// 1001 or HTTP 401: the token is invalid or has expired.
    case tokenInvalid
    /// 1002: the session is unknown.
    case sessionUnknown
    /// 2001: out of credits.
    case outOfCredits
    /// 4001: the file type is not accepted.
    case fileType
    /// 4002: the file is too large.
    case fileTooLarge
    /// 400: the client id is missing; the service may mean something else by it, which its message then says.
    case clientIDMissing
    /// 402: the plan does not include this export.
    case notInPlan
    /// 429: too many requests.
    case rateLimited
    /// 409: a render with this id exists.
    case duplicate
    /// HTTP 404 without a code of its own.
    case notFound
    /// Anything else the service says.
    case other
    /// An answer that cannot be understood: HTML, empty, cut short.
    case unreadable
  }

  /// Which row of the table it is.
  public let kind: Kind
  /// The number of the envelope, or else the HTTP status; 0 for an answer of success that reports an error by words.
  public let code: Int
  /// The HTTP status of the answer; nil for an error inside a stream.
  public let status: Int?
  /// The service's own words, unsanitised; nil when it gave none.
  public let message: String?
  /// Where an anonymous user registers, when the answer says so.
  public let registrationURL: String?
  /// How many seconds the service asks to wait (`Retry-After`).
  public let retryAfter: Double?

  /// Makes an error of an envelope's code, or of an HTTP status when there is none.
  ///
  /// No code and a status of 2xx, or neither, means an answer that cannot be understood.
  public init(
    code: Int?, status: Int?, message: String? = nil, registrationURL: String? = nil,
    retryAfter: Double? = nil
  ) {
    let isSuccess = status.map((200..<300).contains) ?? false
    self.code = code ?? (isSuccess ? 0 : status) ?? 0
    self.status = status
    self.message = message.flatMap { $0.isEmpty ? nil : $0 }
    self.registrationURL = registrationURL
    self.retryAfter = retryAfter
    let numbers = [code, status].compactMap(\.self)
    if let known = numbers.lazy.compactMap(Self.kind).first {
      kind = known
    } else if (code ?? status) == 400 {
      kind = .clientIDMissing
    } else if code == nil, self.message == nil, isSuccess || status == nil {
      kind = .unreadable
    } else {
      kind = .other
    }
  }

  private static func kind(of number: Int) -> Kind? {
    switch number {
    case 1001, 401: .tokenInvalid
    case 1002: .sessionUnknown
    case 2001: .outOfCredits
    case 4001, 415: .fileType
    case 4002, 413: .fileTooLarge
    case 402: .notInPlan
    case 404: .notFound
    case 409: .duplicate
    case 429: .rateLimited
    default: nil
    }
  }
}
