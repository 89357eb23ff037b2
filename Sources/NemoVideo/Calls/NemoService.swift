import CurlHTTP
import FoundationEssentials
import RawJSON

/// The NemoVideo service, or a studio that speaks its wire: one method a call of WIRE.md.
///
/// Each call follows the table "Errors" of WIRE.md by itself as far as that needs no conversation: a refused anonymous
/// token is replaced and the call repeated once, a limited rate is waited out once, a missing client id is added once.
/// Reads that did not get through are tried again; a chat message never is, once its bytes may have arrived.
public struct NemoService: Sendable {
  /// Where the calls go.
  public let address: ServiceAddress
  /// The web site for people, such as `https://nemovideo.com`.
  public let webURL: String
  /// The token of the calls.
  public let credentials: Credentials

  let http: HTTPClient
  let attribution: Attribution
  let pacing: ServicePacing
  let statusWait: Int?
  let clock: any Clock<Duration>
  let onNotice: @Sendable (ServiceNotice) async -> Void
  let onExchange: @Sendable (ServiceExchange) -> Void

  /// Sets up the calls of one service; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - http: Carries the calls.
  ///   - address: The service's origin.
  ///   - webURL: Its web site, for links.
  ///   - attribution: The three headers of every call.
  ///   - pacing: The waits inside calls.
  ///   - statusWait: For how many seconds the answer to a question after a render may be held back until it is done
  ///     (`Prefer: wait`, RFC 7240), at a studio that does so.
  ///   - clock: Measures the waits.
  ///   - makeCredentials: Gets the function that asks for an anonymous token.
  ///   - onNotice: Told of waits inside calls, in the order of what else is told.
  ///   - onExchange: Told of each exchange, for a log.
  public init(
    http: HTTPClient, address: ServiceAddress, webURL: String, attribution: Attribution,
    pacing: ServicePacing = ServicePacing(), statusWait: Int? = nil,
    clock: any Clock<Duration> = ContinuousClock(),
    onNotice: @escaping @Sendable (ServiceNotice) async -> Void = { _ in },
    onExchange: @escaping @Sendable (ServiceExchange) -> Void = { _ in },
    credentials makeCredentials:
      (_ request: @escaping @Sendable (String) async throws -> AccessToken) -> Credentials
  ) {
    self.http = http
    self.address = address
    self.webURL = webURL
    self.attribution = attribution
    self.pacing = pacing
    self.statusWait = statusWait
    self.clock = clock
    self.onNotice = onNotice
    self.onExchange = onExchange
    let anonymous = AnonymousTokenCall(
      http: http, address: address, attribution: attribution, pacing: pacing, clock: clock, onNotice: onNotice
    )
    credentials = makeCredentials { clientID in try await anonymous.token(clientID: clientID) }
  }

  /// A request with the headers of every call.
  func request(
    _ method: HTTPMethod, _ path: String, body: HTTPRequestBody = .none, limits: HTTPLimits = HTTPLimits()
  ) -> HTTPRequest {
    HTTPRequest(
      method, address.url(path), originHeaders: HTTPFields(attribution.headers), body: body, limits: limits,
      redirects: .sameOrigin)
  }

  /// A request with a JSON body.
  func request(_ method: HTTPMethod, _ path: String, json: JSONWriter) -> HTTPRequest {
    request(method, path, body: .bytes(json.bytes, contentType: "application/json"))
  }

  /// Sends a call and takes its answer apart, by the rules of the type's description.
  ///
  /// - Parameter isRead: Whether the call changes nothing, so that it may be tried again after a broken exchange.
  func answer(_ request: HTTPRequest, isRead: Bool) async throws -> JSONValue {
    try await perform(request, isRead: isRead) { response in try await Envelope.open(response) }
  }

  /// Sends a call, by the rules of the type's description, and lets `read` make sense of the answer.
  func perform<Result>(
    _ request: HTTPRequest, isRead: Bool,
    read: (HTTPResponse) async throws -> Result
  ) async throws -> Result {
    var request = request
    var waits = (isRead ? pacing.readRetryWaits : [])[...]
    var repeated: [ServiceError.Kind] = []
    while true {
      let token = try await credentials.current()
      request.bearer = token.secret
      do {
        return try await read(send(request))
      } catch let error as ServiceError {
        if !repeated.contains(error.kind), try await prepareRepeat(of: &request, after: error, token: token) {
          repeated.append(error.kind)
        } else if isRead, let status = error.status, status >= 500, let wait = waits.popFirst() {
          try await clock.sleep(for: wait)
        } else {
          throw error
        }
      } catch let error as HTTPError {
        guard error.isPassing, let wait = waits.popFirst() else { throw error }
        try await clock.sleep(for: wait)
      }
    }
  }

  /// Sends a request and tells how that went.
  private func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let start = ContinuousClock.now
    func tell(_ status: Int?, _ failure: String?) {
      let path = request.url.dropFirst(address.origin.count).prefix { $0 != "?" }
      onExchange(
        ServiceExchange(
          method: "\(request.method)", path: String(path), status: status, failure: failure,
          time: start.duration(to: .now)))
    }
    do {
      let response = try await http.send(request)
      tell(response.status, nil)
      return response
    } catch {
      tell(nil, "\(error)")
      throw error
    }
  }

  /// Does what an error's row says before a call is repeated; false if it says not to repeat it.
  private func prepareRepeat(
    of request: inout HTTPRequest, after error: ServiceError, token: AccessToken
  ) async throws -> Bool {
    switch error.kind {
    case .tokenInvalid:
      guard token.source == .anonymous else { return false }
      _ = try await credentials.replacement(for: token)
      await onNotice(.tokenRenewed)
    case .rateLimited:
      let wait = error.retryAfter.map { Duration.seconds($0) } ?? pacing.rateLimitWait
      await onNotice(.waitingForRateLimit(seconds: Int(wait.inSeconds.rounded(.up))))
      try await clock.sleep(for: wait)
    case .clientIDMissing:
      request.originHeaders["X-Client-Id"] = try await credentials.clientID()
    default: return false
    }
    return true
  }
}

extension HTTPError {
  /// Whether another attempt may go better: the network's troubles, not a bad address or certificate.
  public var isPassing: Bool {
    switch code {
    case .couldNotResolve, .couldNotConnect, .timedOut, .stalled, .connectionBroken, .bodyTruncated,
      .badResponse,
      .other:
      true
    default: false
    }
  }
}

extension Duration {
  /// The duration in seconds.
  public var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
