import Directing
import FlyingFox
import Foundation
import MediaFormats
import Rendering

extension StudioAPI {
  /// `GET /api/poster/nemo_agent/me/<sid>?width=640&at=SECONDS`: a PNG of the session's film as it is now, `width`
  /// pixels wide (160 to 1920, 640 otherwise), at a moment (a third of the film otherwise).
  ///
  /// - Throws: ``APIError`` 404 if the timeline is empty.
  func poster(_ id: String, _ call: Call) async throws -> HTTPResponse {
    let session = try await readable(id, call)
    let (version, film) = try await current(of: session)
    let query = Dictionary(
      call.request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let width = min(1920, max(160, query["width"].flatMap(Int.init) ?? 640))
    let moment = query["at"].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    let ms = moment.map { Int(min(86_400, max(0, $0)) * 1000) } ?? film.durationMS / 3
    let canvas = film.canvas
    let side = max(1, canvas.width <= canvas.height ? width : width * canvas.height / canvas.width)
    let (store, rendering) = (store, rendering)
    let name = "\(version)-\(side)-\(ms).png"
    let file = try await made(name) { place in
      try await rendering.poster(
        of: film, atMS: ms, shorterSide: side, media: store.folder.media(of: session.user), to: place)
    }
    return try FileDownload(file: file, mimeType: "image/png", tag: name, name: "poster.png")
      .response(to: call.request, activity: activity)
  }

  /// `GET /workspace/preview`: a small video of the film as it is now, for the claim's page.
  func preview(_ call: Call) async throws -> HTTPResponse {
    guard case .guest(let session) = try await reader(of: call) else { throw APIError.unknownFile }
    let (version, film) = try await current(of: session)
    let (store, rendering) = (store, rendering)
    let name = "\(version).mp4"
    let file = try await made(name) { place in
      try await rendering.render(
        film, output: RenderOutput(format: .mp4, quality: .low, resolution: 360),
        media: store.folder.media(of: session.user), to: place, progress: { _ in })
    }
    return try FileDownload(file: file, mimeType: "video/mp4", tag: name, name: "preview.mp4")
      .response(to: call.request, activity: activity)
  }

  private func readable(_ id: String, _ call: Call) async throws -> SessionRecord {
    switch try await reader(of: call) {
    case .user(let user): return try await session(id, user: user)
    case .guest(let session):
      guard session.id == id else { throw APIError.unknownSession }
      return session
    }
  }

  private func current(of session: SessionRecord) async throws -> (version: Int64, film: Film) {
    guard let version = try await store.currentVersion(of: session.id), let id = version.id else {
      throw APIError(404, "The timeline is empty: there is nothing to see yet.")
    }
    let film = try JSONDecoder().decode(Film.self, from: version.draft)
    guard film.tracks.contains(where: { $0.kind == .video && !$0.segments.isEmpty }) else {
      throw APIError(404, "The film has no pictures yet.")
    }
    return (id, film)
  }

  /// A file of the previews, made if it is not there. One is made at a time, so that a page with many pictures does
  /// not start as many programs.
  private func made(_ name: String, _ make: @escaping @Sendable (URL) async throws -> Void) async throws
    -> URL
  {
    let file = store.folder.previews.appendingPathComponent(name)
    if access(file.path, R_OK) == 0 { return file }
    let place = store.folder.newUnfinishedFile(extension: (name as NSString).pathExtension)
    do {
      try await order.run(on: "previews") {
        guard access(file.path, R_OK) != 0 else { return }
        defer { try? FileManager.default.removeItem(at: place) }
        try await make(place)
        guard rename(place.path, file.path) == 0 else { throw SystemFailure("keep a preview") }
      }
    } catch let error as RenderError {
      throw APIError(500, error.description)
    }
    return file
  }
}
