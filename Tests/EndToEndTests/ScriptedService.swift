import Foundation
import GatewayTesting
import Synchronization

/// A service whose replies come when the test says so: for what a person sees while something is under way.
final class ScriptedService: Sendable {
  /// A file that a render gives, sent in parts that the test releases; nil: renders are not expected.
  let film: [UInt8]?
  /// A still picture that the draft names, at this origin.
  let poster: [UInt8]?
  /// Whether the service adds music to the clip by itself.
  let addsMusic: Bool

  private let pieces: [String]
  private let next = DispatchSemaphore(value: 0)
  private let hasReplied = Mutex(false)
  private let server = Mutex<ScriptedServer?>(nil)
  private let sent = Mutex<[String]>([])

  /// Starts the service.
  ///
  /// - Parameter pieces: The parts of its reply; each waits for ``release(_:)``.
  init(reply pieces: [String], film: [UInt8]? = nil, poster: [UInt8]? = nil, addsMusic: Bool = false)
    throws
  {
    self.pieces = pieces
    self.addsMusic = addsMusic
    self.film = film
    self.poster = poster
    let started = try ScriptedServer(answering { [self] request, connection in answer(request, connection) })
    server.withLock { $0 = started }
  }

  deinit { server.withLock { $0 }?.stop() }

  /// Lets so many parts go out.
  func release(_ count: Int = 1) { for _ in 0..<count { next.signal() } }

  /// Ends all connections.
  func stop() {
    release(100)
    server.withLock { $0 }?.stop()
  }

  /// What leads the client here.
  var environment: [String: String] {
    ["NEMO_API_URL": server.withLock { $0?.url ?? "" }, "NEMO_TOKEN": "nmv_usr_secret", "T2V_POLL": "1"]
  }

  /// The messages that came.
  var messages: [String] { sent.withLock { $0 } }

  // MARK: Answers

  private func answer(_ request: RecordedRequest, _ connection: ServerConnection) {
    switch (request.method, request.target) {
    case (_, "/api/tasks/me/with-session/nemo_agent"):
      ok(["task_id": "task_1", "session_id": "sess_1", "user_id": "user_1"], connection)
    case (_, "/api/credits/balance/simple"):
      ok(["available": 100, "frozen": 0, "total": 100], connection)
    case (_, "/api/state/nemo_agent/me/sess_1/latest"): ok(["state": state], connection)
    case (_, "/run_sse"):
      sent.withLock { $0.append(request.bodyText) }
      reply(connection)
    case ("POST", "/api/render/proxy/lambda"): render("pending", 0, connection)
    case ("GET", let target) where target.hasPrefix("/api/render/proxy/lambda/"):
      render("completed", 100, connection)
    case ("GET", "/files/out.mp4"): send(film ?? [], connection)
    case ("GET", "/files/poster.png"):
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(poster?.count ?? 0)\r\n\r\n")
      connection.send(poster ?? [])
    case (_, "/api/auth/claim-token"): ok(["claim_token": "clm_1"], connection)
    default: connection.respond(200, body: #"{"code":0,"data":{}}"#)
    }
  }

  private var state: [String: Any] {
    guard hasReplied.withLock({ $0 }) else { return [:] }
    var tracks: [[String: Any]] = [["tt": 0, "sg": [["d": 2000, "m": ["name": "sunset"]]]]]
    if addsMusic { tracks.append(["tt": 1, "sg": [["d": 2000, "m": ["name": "Lo-fi"]]]]) }
    var draft: [String: Any] = ["t": tracks]
    if poster != nil { draft["poster_url"] = "/files/poster.png" }
    return ["draft": draft, "canvas_config": ["width": 108, "height": 192]]
  }

  private func ok(_ data: [String: Any], _ connection: ServerConnection) {
    connection.respond(200, body: text(["code": 0, "data": data]))
  }

  private func render(_ status: String, _ progress: Int, _ connection: ServerConnection) {
    let url = (server.withLock { $0?.url } ?? "") + "/files/out.mp4"
    connection.respond(
      200,
      body: text([
        "success": true,
        "data": ["id": "render_x", "status": status, "progress": progress, "outputUrl": url],
      ]))
  }

  private func reply(_ connection: ServerConnection) {
    connection.send(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    for piece in pieces {
      next.wait()
      let event = text(["content": ["role": "model", "parts": [["text": piece]]], "partial": true])
      let bytes = Array("data: \(event)\n\n".utf8)
      connection.send("\(String(bytes.count, radix: 16))\r\n")
      connection.send(bytes + Array("\r\n".utf8))
    }
    hasReplied.withLock { $0 = true }
    next.wait()
    connection.send("0\r\n\r\n")
  }

  /// Half of the file, and the rest when the test says so.
  private func send(_ bytes: [UInt8], _ connection: ServerConnection) {
    connection.send(
      "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: \(bytes.count)\r\nETag: \"1\"\r\n\r\n")
    connection.send(Array(bytes.prefix(bytes.count / 2)))
    next.wait()
    connection.send(Array(bytes.dropFirst(bytes.count / 2)))
  }

  private func text(_ object: [String: Any]) -> String {
    (try? JSONSerialization.data(withJSONObject: object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
