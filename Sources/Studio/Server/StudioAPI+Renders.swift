import Directing
import FlyingFox
import Foundation
import MediaFormats
import RawJSON
import Rendering

extension StudioAPI {
  /// `POST /api/render/proxy/lambda`.
  func submitRender(_ call: Call, user: UserRecord) async throws -> HTTPResponse {
    struct Question: Decodable {
      var id: String
      var sessionId: String?
      var draft: Film
      var output: RenderOutput?
    }
    for name in ["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"] {
      guard call.headers[HTTPHeader(name)]?.isEmpty == false else {
        throw APIError(402, "An export needs the attribution header \(name).")
      }
    }
    let body = try await JSONBody.bytes(of: call)
    let question = try JSONBody.decode(Question.self, from: body)
    guard question.id.wholeMatch(of: /[A-Za-z0-9._-]{1,128}/) != nil else {
      throw APIError.badRequest("A render id is 1 to 128 letters, digits, dots, hyphens and underscores.")
    }
    guard let sessionID = question.sessionId else {
      throw APIError.badRequest("The body is not the JSON that this call takes: sessionId is missing.")
    }
    let session = try await session(sessionID, user: user)
    guard question.draft.tracks.contains(where: { !$0.segments.isEmpty }) else {
      throw APIError.badRequest("The draft is empty: there is nothing to render. Describe a scene first.")
    }
    guard let draft = Self.member("draft", of: body) else {
      throw APIError.badRequest("The body is not the JSON that this call takes: draft cannot be read.")
    }
    let output = question.output ?? RenderOutput()
    let encoded = String(decoding: try JSONEncoder().encode(output), as: UTF8.self)
    let render = try await store.addRender(
      id: question.id, user: user.id, session: session.id, draft: draft, output: encoded,
      extension: output.format.fileExtension)
    guard let render else {
      throw APIError(409, "A render of this id exists already. Submit it again with a new id.")
    }
    await queue.wake()
    return answer(render, origin: origin(of: call))
  }

  /// `GET /api/render/proxy/lambda/<id>`; with `Prefer: wait=N` (RFC 7240) it is answered when the render is done, or after
  /// N seconds, at most ``longestWait``.
  func renderStatus(_ id: String, _ call: Call, user: UserRecord) async throws -> HTTPResponse {
    let wait = min(Self.longestWait, Self.wait(preferred: call.headers[HTTPHeader("Prefer")]))
    let end = ContinuousClock.now.advanced(by: wait)
    while true {
      guard let render = try await store.render(id, user: user.id) else { throw APIError.unknownRender }
      guard !render.status.isFinal, ContinuousClock.now < end else {
        var response = answer(render, origin: origin(of: call))
        guard wait > .zero else { return response }
        response.headers[HTTPHeader("Preference-Applied")] = "wait"
        // It has waited already.
        if !render.status.isFinal { response.headers[HTTPHeader("Retry-After")] = "0" }
        return response
      }
      try await Task.sleep(for: .milliseconds(25))
    }
  }

  private static let longestWait = Duration.seconds(5)

  /// How long an answer may take by a `Prefer` header.
  private static func wait(preferred: String?) -> Duration {
    guard let match = preferred?.firstMatch(of: /(?:^|[,;\s])wait\s*=\s*(\d{1,6})(?:$|[,;\s])/),
      let seconds = Int(match.1)
    else { return .zero }
    return .seconds(seconds)
  }

  /// `POST /api/render/proxy/lambda/<id>/cancel`.
  func cancelRender(_ id: String, user: UserRecord, origin: String) async throws -> HTTPResponse {
    guard let render = try await store.cancelRender(id, user: user.id) else { throw APIError.unknownRender }
    if let place = render.queue, render.status == .cancelled { await queue.cancel(place) }
    return answer(render, origin: origin)
  }

  /// `GET /api/render/proxy/<id>/download`.
  func download(_ id: String, _ call: Call) async throws -> HTTPResponse {
    let reader = try await reader(of: call)
    guard let render = try await store.render(id, user: reader.user), reader.mayRead(session: render.session)
    else {
      throw APIError.unknownRender
    }
    guard render.status == .completed else {
      throw APIError(409, "This render is \(render.status.rawValue); there is no file to download.")
    }
    let suffix = (render.file as NSString).pathExtension
    let download = FileDownload(
      file: store.folder.outputs.appendingPathComponent(render.file),
      mimeType: MediaFormat(word: suffix)?.mediaType ?? "application/octet-stream",
      tag: (render.file as NSString).deletingPathExtension, name: "\(render.id).\(suffix)")
    return try download.response(to: call.request, activity: activity)
  }

  private func answer(_ render: RenderRecord, origin: String) -> HTTPResponse {
    var response = HTTPResponse.json(RenderEnvelope(render, origin: origin))
    // The studio is on this machine: asking each second costs nothing.
    if !render.status.isFinal { response.headers[HTTPHeader("Retry-After")] = "1" }
    return response
  }

  /// The bytes of a member of an object, as they stand.
  private static func member(_ name: StaticString, of json: Data) -> Data? {
    Array(json).withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      var found: Data?
      guard scanner.enterObject() else { return nil }
      while scanner.nextKey() {
        let isWanted = scanner.keyIs(name)
        guard let range = scanner.skipValue() else { return nil }
        // Of a repeated key the last one counts, as for the decoder that checked the draft.
        if isWanted { found = Data(buffer[range]) }
      }
      return found
    }
  }
}
