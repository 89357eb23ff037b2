import CurlHTTP
import RawJSON
import TimelineDraft

/// What an export asks for.
public struct RenderOptions: Sendable, Equatable, Codable {
  /// One of the 13 formats of SEED.md.
  public var format: String
  /// Lines of the shorter side as the wire writes them, such as `720p`; nil leaves it to the service.
  public var resolution: String?

  /// Makes options.
  public init(format: String = "mp4", resolution: String? = nil) {
    self.format = format
    self.resolution = resolution
  }
}

extension NemoService {
  /// Asks for a render. The id makes the call safe to repeat: a service that has it answers ``ServiceError/Kind/duplicate``.
  ///
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func submitRender(
    id: String, session: String, draft: DraftDocument, options: RenderOptions
  ) async throws -> RenderStatus {
    var output = JSONWriter()
    output.add("format", options.format)
    output.add("quality", "high")
    if let resolution = options.resolution { output.add("resolution", resolution) }
    var body = JSONWriter()
    body.add("id", id)
    body.add("sessionId", session)
    body.add("draft", raw: draft.bytes)
    body.add("output", output)
    var request = request(.post, "/api/render/proxy/lambda", json: body)
    request.delivery = .atMostOnce
    return try await perform(request, isRead: false) { response in
      let answer = try await Envelope.open(response)
      let retryAfter = Envelope.retryAfter(response.headers)
      return RenderStatus(answer, retryAfter: retryAfter)?.withoutTokens(by: credentials.censor)
        ?? RenderStatus(id: id, phase: .working, word: "pending", retryAfter: retryAfter)
    }
  }

  /// How far a render is.
  ///
  /// - Throws: ``ServiceError`` (``ServiceError/Kind/notFound`` if the service does not know the id), `HTTPError`.
  public func renderStatus(_ id: String) async throws -> RenderStatus {
    var request = request(.get, "/api/render/proxy/lambda/\(id.asPathComponent)")
    if let statusWait { request.originHeaders.append(name: "Prefer", value: "wait=\(statusWait)") }
    return try await perform(request, isRead: true) { response in
      let retryAfter = Envelope.retryAfter(response.headers)
      let body = try await response.body.collect(upTo: Envelope.largestAnswer)
      // A failed render may come as `"success":false`: it is an answer, not an error of the call.
      if response.isSuccess, let answer = JSONValue(body), answer["code"]?.int ?? 0 == 0,
        let status = RenderStatus(answer, retryAfter: retryAfter)
      {
        return status.withoutTokens(by: credentials.censor)
      }
      _ = try Envelope.open(body, status: response.status, retryAfter: retryAfter)
      throw ServiceError(code: nil, status: response.status)
    }
  }

  /// Stops a render.
  ///
  /// - Throws: ``ServiceError``, `HTTPError`.
  public func cancelRender(_ id: String) async throws {
    _ = try await answer(
      request(.post, "/api/render/proxy/lambda/\(id.asPathComponent)/cancel"), isRead: false)
  }

  /// Fetches a rendered file to `path`, going on where an earlier attempt stopped.
  ///
  /// The token and the attribution headers go along only to the service's own origin (WIRE.md, "Headers on every call").
  ///
  /// - Parameters:
  ///   - url: The URL of the render's status, absolute or a path of the service.
  ///   - path: The file to write; what an earlier attempt left there is gone on with.
  ///   - validator: What the earlier attempt learned of the file; nil starts afresh.
  ///   - progress: Told of the bytes as they come, from another thread.
  /// - Throws: `HTTPStatusError` when the answer is no success, `HTTPError`.
  public func fetch(
    _ url: String, to path: String, resuming validator: DownloadValidator?,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws -> DownloadResult {
    let absolute = url.hasPrefix("/") ? address.origin + url : url
    var request = HTTPRequest(.get, absolute, acceptsCompression: false)
    guard address.isOrigin(of: absolute) else {
      return try await http.download(request, to: path, resuming: validator, progress: progress)
    }
    request.originHeaders = HTTPFields(attribution.headers)
    let token = try await credentials.current()
    request.bearer = token.secret
    do {
      return try await http.download(request, to: path, resuming: validator, progress: progress)
    } catch let error as HTTPStatusError where error.status == 401 && token.source == .anonymous {
      // The token ended while the render went on (WIRE.md, code 1001).
      request.bearer = try await credentials.replacement(for: token).secret
      await onNotice(.tokenRenewed)
      return try await http.download(request, to: path, resuming: validator, progress: progress)
    }
  }

  /// The service's own download call of a render, for when its URL does not work.
  public func downloadURL(ofRender id: String) -> String {
    address.url("/api/render/proxy/\(id.asPathComponent)/download")
  }
}
