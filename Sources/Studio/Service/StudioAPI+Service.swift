import FlyingFox
import Foundation

extension StudioAPI {
  /// `GET /healthz`: whether the studio does its work, for whoever watches over it. It needs no token and tells nothing
  /// else.
  func healthz() async -> HTTPResponse {
    let isHealthy = await store.isHealthy()
    return Self.plain(isHealthy ? "ok\n" : "the database does not answer\n", status: isHealthy ? 200 : 503)
  }

  /// `GET /metrics`, in Prometheus's text format. Only the owner's token reads it: how much a studio is used is nobody
  /// else's business.
  func metrics(user: UserRecord) async throws -> HTTPResponse {
    guard user.kind == .owner else { throw APIError.unknownRoute }
    let counts = try await store.counts()
    let clips = await workshop.counts
    var metrics = MetricsText()
    func add(_ name: String, _ help: String, _ list: [String: Int], _ states: [String]) {
      metrics.add(
        name, .gauge, help, states.map { ([("status", $0)], Double(list[$0] ?? 0)) })
    }
    metrics.add("t2v_up", .gauge, "Whether the studio answers.", 1)
    metrics.add(
      "t2v_requests_total", .counter, "Calls that were answered, by the class of their status.",
      tally.byClass.map { ([("status", $0.name)], Double($0.count)) })
    metrics.add("t2v_sessions", .gauge, "Sessions in the database.", Double(counts.sessions))
    metrics.add("t2v_users", .gauge, "Users in the database.", Double(counts.users))
    metrics.add(
      "t2v_media_files", .gauge, "Uploads and generated files in the database.", Double(counts.mediaFiles))
    add(
      "t2v_turns", "Turns of conversations, by how they ended.", counts.turns, ["running", "done", "failed"])
    add(
      "t2v_renders", "Renders, by how they stand.", counts.renders,
      ["pending", "processing", "completed", "failed", "cancelled", "expired"])
    add(
      "t2v_generations", "Films whose footage a video model makes, by how they stand.", counts.generations,
      ["running", "asking", "done", "drawn", "dropped"])
    metrics.add(
      "t2v_clips_total", .counter, "Clips that video models were asked for since the start.",
      [
        ([("result", "made")], Double(clips.made)), ([("result", "failed")], Double(clips.failed)),
        ([("result", "cancelled")], Double(clips.cancelled)),
      ])
    metrics.add(
      "t2v_media_bytes", .gauge, "Bytes of media, renders and previews on the disk.",
      Double(store.mediaBytes()))
    var response = Self.plain(metrics.text, status: 200)
    response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
    return response
  }

  private static func plain(_ text: String, status: Int) -> HTTPResponse {
    HTTPResponse(
      statusCode: .of(status),
      headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: Data(text.utf8))
  }
}
