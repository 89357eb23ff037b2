import CurlHTTP
import Foundation
import GatewayTesting
import Synchronization

extension VideosServer {
  /// An answer that is not a job.
  struct Refusal: Error {
    var status: Int
    var message: String
    var parameter: String?
    var code: String?
  }

  func answer(_ request: RecordedRequest, _ connection: ServerConnection) {
    let target = request.target.split(separator: "?", maxSplits: 1)
    let path = target[0].split(separator: "/").map(String.init)
    do {
      guard key == nil || request.headers["Authorization"] == "Bearer \(key ?? "")" else {
        throw Refusal(status: 401, message: "Incorrect API key provided.", code: "invalid_api_key")
      }
      guard path.starts(with: ["v1", "videos"]) else { throw Refusal(status: 404, message: "Not Found") }
      switch (request.method, path.count) {
      case ("POST", 2):
        try meet(.create, request, connection) { try create(request) }
      case ("GET", 2):
        try meet(.list, request, connection) { try list(String(target.count > 1 ? target[1] : "")) }
      case ("GET", 3):
        try meet(.retrieve, request, connection) { try retrieve(path[2]) }
      case ("DELETE", 3):
        try meet(.delete, request, connection) { try delete(path[2]) }
      case ("GET", 4) where path[3] == "content":
        try content(of: path[2], request, connection)
      default: throw Refusal(status: 405, message: "Method Not Allowed")
      }
    } catch let refusal as Refusal {
      if refusal.status == 400 { state.withLock { $0.refusals.append(refusal.message) } }
      respond(refusal.status, Self.error(refusal), connection)
    } catch {
      connection.finish()
    }
  }

  /// Answers, unless a fault comes first.
  private func meet(
    _ kind: CallKind, _ request: RecordedRequest, _ connection: ServerConnection,
    _ body: () throws -> [String: Any]
  ) throws {
    switch takeFault(kind) {
    case .status(let status, let retryAfter):
      var headers: HTTPFields = ["Content-Type": "application/json"]
      if let retryAfter { headers["Retry-After"] = retryAfter }
      connection.respond(
        status, headers, body: Self.text(Self.error(Refusal(status: status, message: "Trouble \(status)."))))
    case .lostAnswer:
      _ = try body()
      connection.reset()
    case .noAnswer: _ = try body()
    case .troubleAfterwards(let status):
      _ = try body()
      respond(status, Self.error(Refusal(status: status, message: "Trouble \(status).")), connection)
    case .garbage: connection.respond(200, ["Content-Type": "text/html"], body: "<html>hello</html>")
    case .cut, nil: respond(200, try body(), connection)
    }
  }

  private func takeFault(_ kind: CallKind) -> Fault? {
    state.withLock { state in
      state.calls[kind, default: 0] += 1
      guard state.faults[kind]?.isEmpty == false else { return nil }
      return state.faults[kind]?.removeFirst()
    }
  }

  private func create(_ request: RecordedRequest) throws -> [String: Any] {
    let form = try VideosForm(request, dialect: dialect)
    return state.withLock { state in
      let number = state.jobs.count + state.deleted.count
      let job = Job(
        id: "video_\(number)", fields: form.fields, reference: form.reference,
        created: Int(Date().timeIntervalSince1970), course: state.course, content: state.content(number))
      state.jobs.append(job)
      state.running += 1
      state.mostRunning = max(state.mostRunning, state.running)
      return video(job)
    }
  }

  private func retrieve(_ id: String) throws -> [String: Any] {
    try state.withLock { state in
      guard let index = state.jobs.firstIndex(where: { $0.id == id }) else { throw Self.unknown(id) }
      let wasRunning = Self.status(of: state.jobs[index]).isRunning
      state.jobs[index].looks += 1
      if wasRunning, !Self.status(of: state.jobs[index]).isRunning { state.running -= 1 }
      return video(state.jobs[index])
    }
  }

  private func list(_ query: String) throws -> [String: Any] {
    let wish = try VideosQuery(query)
    var jobs = state.withLock { $0.jobs }
    if wish.isNewestFirst { jobs.reverse() }
    if let after = wish.after {
      guard let index = jobs.firstIndex(where: { $0.id == after }) else { throw Self.unknown(after) }
      jobs.removeSubrange(...index)
    }
    let page = jobs.prefix(wish.limit).map(video)
    return [
      "object": "list", "data": page, "first_id": page.first?["id"] ?? NSNull(),
      "last_id": page.last?["id"] ?? NSNull(), "has_more": page.count < jobs.count,
    ]
  }

  private func delete(_ id: String) throws -> [String: Any] {
    try state.withLock { state in
      guard let index = state.jobs.firstIndex(where: { $0.id == id }) else { throw Self.unknown(id) }
      if Self.status(of: state.jobs[index]).isRunning { state.running -= 1 }
      state.jobs.remove(at: index)
      state.deleted.append(id)
      return ["id": id, "deleted": true, "object": "video.deleted"]
    }
  }

  private func content(of id: String, _ request: RecordedRequest, _ connection: ServerConnection) throws {
    let fault = takeFault(.content)
    let (job, isExpired) = state.withLock { state in
      if let range = request.headers["Range"] { state.ranges.append(range) }
      return (state.jobs.first { $0.id == id }, state.isExpired)
    }
    guard let job else { throw Self.unknown(id) }
    guard Self.status(of: job).name == "completed" else {
      throw Refusal(status: 404, message: "Generation is still in-progress")
    }
    guard !isExpired else { throw Refusal(status: 410, message: "The video has expired.", code: "expired") }
    if case .status(let status, let retryAfter) = fault {
      connection.respond(status, retryAfter.map { ["Retry-After": $0] } ?? [:], body: "{}")
      return
    }
    let tag = "\"\(id)-1\""
    var start = 0
    if let range = request.headers["Range"], request.headers["If-Range"] == tag, range.hasPrefix("bytes="),
      let first = Int(range.dropFirst(6).prefix { $0 != "-" }), first < job.content.count
    {
      start = first
    }
    let body = Array(job.content[start...])
    let status = start > 0 ? "206 Partial Content" : "200 OK"
    var head =
      "HTTP/1.1 \(status)\r\nContent-Type: video/mp4\r\nETag: \(tag)\r\nContent-Length: \(body.count)\r\n"
    if start > 0 {
      head += "Content-Range: bytes \(start)-\(job.content.count - 1)/\(job.content.count)\r\n"
    }
    connection.send(head + "\r\n")
    if case .cut(let count) = fault {
      connection.send(Array(body.prefix(count)))
      connection.finish()
    } else {
      connection.send(body)
    }
  }

  // MARK: Objects

  private static func status(of job: Job) -> (name: String, progress: Int, isRunning: Bool) {
    switch job.course {
    case .completes(let after):
      if job.looks >= after { return ("completed", 100, false) }
      return job.looks == 0 ? ("queued", 0, true) : ("in_progress", job.looks * 100 / max(1, after), true)
    case .fails: return job.looks == 0 ? ("queued", 0, true) : ("failed", 0, false)
    case .never: return job.looks == 0 ? ("queued", 0, true) : ("in_progress", 40, true)
    }
  }

  private func video(_ job: Job) -> [String: Any] {
    let status = Self.status(of: job)
    var error: Any = NSNull()
    if case .fails(let code, let message) = job.course, !status.isRunning {
      error = ["code": code, "message": message]
    }
    return [
      "id": job.id, "object": "video", "model": job.fields["model"] ?? "sora-2", "status": status.name,
      "progress": status.progress, "created_at": job.created,
      "completed_at": status.name == "completed" ? job.created + 60 : NSNull(),
      "expires_at": status.name == "completed" ? job.created + 3600 : NSNull(), "error": error,
      "prompt": job.fields["prompt"] ?? "", "remixed_from_video_id": NSNull(),
      "seconds": job.fields["seconds"] ?? "4", "size": job.fields["size"] ?? "720x1280",
    ]
  }

  private static func unknown(_ id: String) -> Refusal {
    Refusal(status: 404, message: "Video with id '\(id)' not found.", code: "not_found")
  }

  static func error(_ refusal: Refusal) -> [String: Any] {
    [
      "error": [
        "message": refusal.message, "type": refusal.status < 500 ? "invalid_request_error" : "server_error",
        "param": refusal.parameter ?? NSNull() as Any, "code": refusal.code ?? NSNull() as Any,
      ]
    ]
  }

  static func text(_ object: [String: Any]) -> String {
    let json = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: json ?? Data("{}".utf8), as: UTF8.self)
  }

  private func respond(_ status: Int, _ object: [String: Any], _ connection: ServerConnection) {
    let writer = DateFormatter()
    writer.locale = Locale(identifier: "en_US_POSIX")
    writer.timeZone = TimeZone(identifier: "GMT")
    writer.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    connection.respond(
      status, ["Content-Type": "application/json", "Date": writer.string(from: Date())],
      body: Self.text(object))
  }
}
