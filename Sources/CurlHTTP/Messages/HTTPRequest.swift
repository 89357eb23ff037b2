/// A request as a value: nothing happens until it is handed to an ``HTTPClient``.
public struct HTTPRequest: Sendable {
  /// How often the bytes of a request may reach the server.
  public enum Delivery: Sendable, Hashable {
    /// Never twice: it goes over a fresh connection, since libcurl sends a request again by itself when a kept
    /// connection turns out to be dead, and then nobody knows whether the first copy was acted on.
    case atMostOnce
    /// It may use a kept connection, and may be sent again by itself if that is dead.
    case repeatable
  }

  /// Where redirects may lead.
  public enum Redirects: Sendable, Hashable {
    /// Anywhere, for files; token and origin headers stay behind.
    case anywhere
    /// Within the origin, for calls whose body concerns nobody else; another origin is an error.
    case sameOrigin
    /// Nowhere: the redirect is the answer.
    case none
  }

  /// The method.
  public var method: HTTPMethod
  /// The absolute `http` or `https` URL.
  public var url: String
  /// Header fields sent on every hop, whichever its host; `Authorization` and `Cookie` only to the origin of ``url``.
  public var headers: HTTPFields
  /// Header fields sent to the origin (scheme, host and port) of ``url`` alone, never to where it redirects.
  public var originHeaders: HTTPFields
  /// A token for `Authorization: Bearer`, sent to the origin of ``url`` alone.
  public var bearer: Secret?
  /// What it carries.
  public var body: HTTPRequestBody
  /// How long it may take.
  public var limits: HTTPLimits
  /// How often it may reach the server; by default once for methods that are not idempotent.
  public var delivery: Delivery
  /// Where redirects are followed to, at most ``maximumRedirects`` of them.
  public var redirects: Redirects
  /// Whether the answer may be compressed on its way; ``HTTPBody`` gives it unpacked.
  public var acceptsCompression: Bool
  /// Told how much of the body has been sent, from the client's own thread: return fast.
  public var onUploadProgress: (@Sendable (HTTPProgress) -> Void)?

  /// The most redirects followed for one request.
  public static let maximumRedirects = 10

  /// A request from its parts. `delivery` by default follows from the method.
  public init(
    _ method: HTTPMethod = .get, _ url: String, headers: HTTPFields = [:], originHeaders: HTTPFields = [:],
    bearer: Secret? = nil, body: HTTPRequestBody = .none, limits: HTTPLimits = HTTPLimits(),
    delivery: Delivery? = nil, redirects: Redirects = .anywhere, acceptsCompression: Bool = true,
    onUploadProgress: (@Sendable (HTTPProgress) -> Void)? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.originHeaders = originHeaders
    self.bearer = bearer
    self.body = body
    self.limits = limits
    self.delivery = delivery ?? (method.isIdempotent ? .repeatable : .atMostOnce)
    self.redirects = redirects
    self.acceptsCompression = acceptsCompression
    self.onUploadProgress = onUploadProgress
  }
}

extension HTTPRequest: CustomStringConvertible {
  /// Method, origin and path. The query stays out: signed links carry their key in it.
  public var description: String {
    guard let address = try? WebAddress(url) else { return "\(method) ‹bad URL›" }
    return "\(method) \(address.origin)\(address.path)"
  }
}
