import FlyingFox
import Foundation
import Generation

/// Answers the calls of the wire. Each concern's calls stand in an extension of their own.
struct StudioAPI: HTTPHandler {
  let store: StudioStore
  let queue: RenderQueue
  let rendering: any FilmRendering
  let workshop: ClipWorkshop
  let posters: Gate
  let order: SessionOrder
  let activity: Activity
  let configuration: StudioConfiguration
  let anonymousKey: [UInt8]
  /// The port on 127.0.0.1.
  let port: UInt16
  /// What keeps the connections of that way within limits.
  var connections: ConnectionGuard
  /// The way by which calls come in.
  var door: Door
  let tally: RequestTally

  /// More than any client sends.
  private static let headerLimit = 16 * 1024

  /// Answers one request; what may take long is answered late (``LateAnswer``).
  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let type: String
    switch try? Route.find(method: request.method.rawValue, path: request.target.path()) {
    case .upload: type = "application/json; charset=utf-8"
    case .preview where Self.isForAll(request): type = "video/mp4"
    case .poster where Self.isForAll(request): type = "image/png"
    default: return await answered(request)
    }
    return await LateAnswer.response(within: configuration.patience, type: type) {
      await answered(request)
    }
  }

  /// Whether a whole file is wanted, so that 200 is right.
  private static func isForAll(_ request: HTTPRequest) -> Bool {
    request.method == .GET && ["", "bytes=0-"].contains(request.headers[.range] ?? "")
  }

  /// Answers one request; errors become envelopes.
  private func answered(_ request: HTTPRequest) async -> HTTPResponse {
    let token = activity.begin()
    defer { withExtendedLifetime(token) {} }
    if case .ip4(_, let peer)? = request.remoteAddress { connections.begin(peer) }
    defer { if case .ip4(_, let peer)? = request.remoteAddress { connections.end(peer) } }
    let call = Call(request)
    var response: HTTPResponse
    do {
      response = try await answer(call)
    } catch let error as APIError {
      response = error.response
    } catch  where call.isBroken {
      response = await Self.brokenBody()
    } catch {
      configuration.log.note("\(request.method.rawValue) \(request.path) failed: \(error)")
      response = APIError(500, "The studio could not answer; its log says why. Try again.").response
    }
    await call.drain()
    if call.isBroken { response = await Self.brokenBody() }
    tally.count(response.statusCode.code)
    if request.method == .HEAD, response.headers[.contentLength] == nil {
      // The bodies of these are in memory.
      response.headers[.contentLength] = String((try? await response.bodyData.count) ?? 0)
      response = HTTPResponse(statusCode: response.statusCode, headers: response.headers)
    }
    return response
  }

  /// What a client is told whose body stops half way, or is cut into chunks that are none. Nothing behind it on the connection
  /// can be trusted.
  private static func brokenBody() async -> HTTPResponse {
    let error = APIError(
      400, "The body of the request is broken, or ended too early; nothing was done. Send it again.",
      headers: ["Connection": "close"]
    ).response
    let bytes = (try? await error.bodyData) ?? Data()
    return HTTPResponse(
      statusCode: error.statusCode, headers: error.headers,
      body: HTTPBodySequence(from: FinalBytes(bytes: bytes), count: bytes.count))
  }

  private func answer(_ call: Call) async throws -> HTTPResponse {
    // Who watches over a service asks by its address.
    if call.request.target.path() == "/healthz", ["GET", "HEAD"].contains(call.request.method.rawValue) {
      return await healthz()
    }
    try checkDoor(call)
    guard call.request.target.rawValue.utf8.count < 4096 else {
      throw APIError(414, "The address is too long.")
    }
    let size = call.headers.reduce(0) { $0 + $1.key.rawValue.utf8.count + $1.value.utf8.count }
    guard size <= Self.headerLimit else { throw APIError(431, "The headers are larger than 16 KiB.") }

    switch try Route.find(method: call.request.method.rawValue, path: call.request.target.path()) {
    case .health: return await health()
    case .anonymousToken: return try await anonymousToken(call)
    case .claimPage: return try await claimPage(call)
    case .download(let id): return try await download(id, call)
    case .media(let id): return try await media(id, call)
    case .poster(let session): return try await poster(session, call)
    case .style: return style()
    case .preview: return try await preview(call)
    case let route:
      let user = try await user(of: call)
      switch route {
      case .makeSession: return try await makeSession(call, user: user)
      case .chat: return try await chat(call, user: user)
      case .upload(let session): return try await upload(call, session: session, user: user)
      case .balance: return try await balance(of: user)
      case .state(let session): return try await state(of: session, user: user, origin: origin(of: call))
      case .submitRender: return try await submitRender(call, user: user)
      case .renderStatus(let id): return try await renderStatus(id, call, user: user)
      case .cancelRender(let id): return try await cancelRender(id, user: user, origin: origin(of: call))
      case .metrics: return try await metrics(user: user)
      case .makeClaim: return try await makeClaim(call, user: user)
      case .cancelTurn(let session): return try await cancelTurn(session, user: user)
      case .generator where call.request.method == .POST: return try await setGenerator(call, user: user)
      case .generator: return try await generator(user: user)
      default: throw APIError.unknownRoute
      }
    }
  }

  private func health() async -> HTTPResponse {
    struct Health: Encodable {
      var studio = "t2v-studio"
      var pid = Int(getpid())
      var generator: Bool
    }
    return .json(Envelope(Health(generator: await workshop.engine != .procedural)))
  }
}
