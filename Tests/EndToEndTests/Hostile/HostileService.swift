import CurlHTTP
import Foundation
import GatewayTesting
import Synchronization
import TerminalTesting

/// A service that puts one text into every place where a service can put one: replies, tools, errors, drafts, files,
/// links, headers. It listens on a second port, too: another origin.
final class HostileService: Sendable {
  private struct State {
    var hasReplied = false
    var renders = 0
    var requests: [RecordedRequest] = []
    var elsewhere: [RecordedRequest] = []
  }

  /// The text; `{token}` in it stands for the token that the request at hand has brought.
  private let mark: String
  private let state = Mutex(State())
  private let servers = Mutex<[ScriptedServer]>([])

  /// Starts the service.
  init(mark: String) throws {
    self.mark = mark
    let own = try ScriptedServer(answering { [self] request, connection in answer(request, connection) })
    let other = try ScriptedServer(
      answering { [self] request, connection in
        state.withLock { $0.elsewhere.append(request) }
        connection.respond(200, body: "no film")
      })
    servers.withLock { $0 = [own, other] }
  }

  /// Ends all connections.
  func stop() { for server in servers.withLock({ $0 }) { server.stop() } }

  /// Where the service is.
  var url: String { servers.withLock { $0[0].url } }
  private var other: String { servers.withLock { $0[1].url } }
  /// All that was asked here.
  var requests: [RecordedRequest] { state.withLock { $0.requests } }
  /// All that was asked at the other origin.
  var elsewhere: [RecordedRequest] { state.withLock { $0.elsewhere } }

  /// What a user says to visit all places.
  static let words = [
    "say it", "say it typed", "say an error", "say it is refused", "say it costs", "credits", "status",
    "upload clip.mp4",
    "export", "export", "export", "export", "/open", "/sessions", "/save talk.md",
  ]

  /// Says them at a terminal, one after another.
  static func sayAll(at terminal: PseudoTerminal) async throws {
    try await terminal.wait("the greeting", within: .seconds(60)) {
      $0.text.filter { !$0.isWhitespace }.contains("thenexport")
    }
    // The prompt is the last row; above it the same word may stand already. Enter comes when the word is seen, or the two
    // would be taken for a paste. A hint may follow it.
    @Sendable func isTyped(_ word: String, _ screen: TerminalScreen) -> Bool {
      let row = screen.lines.last { !$0.isEmpty } ?? ""
      return row.contains("> \(word)") || row.contains("] \(word)")
    }
    for word in words {
      try await terminal.type(word)
      try await terminal.wait("“\(word)” in the prompt") { isTyped(word, $0) }
      try await terminal.type("\r")
      // A question of the client takes the prompt's place: this is no answer to it, and goes on as a message.
      try await terminal.wait("an empty prompt") { !isTyped(word, $0) }
    }
    try await leave(terminal)
  }

  /// Waits until the conversation is saved, the last thing that was typed, and leaves.
  static func leave(_ terminal: PseudoTerminal) async throws {
    // The client may ask something on the way, and waits for the answer.
    @Sendable func isAsked(_ screen: TerminalScreen) -> Bool {
      // A hint may follow it.
      (screen.lines.last { !$0.isEmpty } ?? "").lowercased().contains("[y/n]")
    }
    while true {
      let screen = try await terminal.wait("the last word", within: .seconds(90)) {
        $0.text.contains("Saved the conversation") || isAsked($0)
      }
      guard isAsked(screen) else { break }
      try await terminal.type("y\r")
      try await terminal.wait("the question's end") { !isAsked($0) }
    }
    try await terminal.type("/quit\r")
    _ = try await terminal.waitForExit()
  }

  // MARK: Answers

  private func answer(_ request: RecordedRequest, _ connection: ServerConnection) {
    state.withLock { $0.requests.append(request) }
    let token =
      request.headers["Authorization"].map { String($0.dropFirst("Bearer ".count)) }
      ?? "nmv_usr_hostile_token"
    let mark = mark.replacing("{token}", with: token)
    switch (request.method, request.target) {
    case ("POST", "/api/auth/anonymous-token"):
      ok(
        ["token": "nmv_usr_hostile_token", "user_id": "anon_\(mark)", "credits": 100, "expires_at": mark],
        mark, connection)
    case ("POST", "/api/tasks/me/with-session/nemo_agent"):
      ok(["task_id": "task_1", "session_id": "sess_1", "user_id": "anon_\(mark)"], mark, connection)
    case ("GET", "/api/credits/balance/simple"):
      fail(403, ["code": 4030, "message": "credits \(mark)"], mark, connection)
    case ("POST", "/run_sse"): chat(request, mark, connection)
    case ("GET", let path) where path.hasPrefix("/api/state/"): ok(["state": draft(mark)], mark, connection)
    case ("POST", let path) where path.hasPrefix("/api/upload-video/"):
      ok(
        [
          "files": [
            ["filename": "file \(mark)", "file_type": mark, "cdn_url": "\(other)/\(mark)", "hash": mark]
          ]
        ], mark,
        connection)
    case ("POST", "/api/render/proxy/lambda"): submit(mark, connection)
    case ("GET", let path) where path.hasPrefix("/api/render/proxy/lambda/"): status(mark, connection)
    case ("GET", let path) where path.hasPrefix("/files/"): film(path, mark, connection)
    case ("GET", let path) where path.hasSuffix("/download"): send(mark, connection)
    case ("POST", "/api/auth/claim-token"): ok(["claim_token": "clm_\(mark)"], mark, connection)
    default: fail(404, ["code": 404, "message": mark], mark, connection)
    }
  }

  private func ok(_ data: [String: Any], _ mark: String, _ connection: ServerConnection) {
    fail(200, ["code": 0, "data": data, "message": mark], mark, connection)
  }

  private func fail(_ status: Int, _ body: [String: Any], _ mark: String, _ connection: ServerConnection) {
    let text = Self.json(body)
    connection.send(
      "HTTP/1.1 \(status) \(Self.header(mark))\r\nContent-Type: application/json\r\nX-Mark: \(Self.header(mark))\r\n"
        + "Retry-After: \(Self.header(mark))\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
  }

  private func draft(_ mark: String) -> [String: Any] {
    guard state.withLock({ $0.hasReplied }) else { return [:] }
    let tracks: [[String: Any]] = [
      ["tt": 0, "m": ["title": mark], "sg": [["d": 2000, "m": ["name": "clip \(mark)", "title": mark]]]],
      ["tt": 7, "sg": [["d": 2000, "m": ["text": "title \(mark)"]]]],
      ["tt": 1, "m": ["name": mark], "sg": [["d": 2000, "m": ["name": "music \(mark)"]]]],
    ]
    return [
      "draft": ["t": tracks, "poster_url": "/files/poster?\(mark)"],
      "canvas_config": ["width": 108, "height": 192],
      "video_infos": [mark], "generated_media": [["name": mark]],
    ]
  }

  private func chat(_ request: RecordedRequest, _ mark: String, _ connection: ServerConnection) {
    state.withLock { $0.hasReplied = true }
    let text = request.bodyText
    if text.contains("refused") {
      return fail(400, ["code": 400, "message": "refused \(mark)"], mark, connection)
    }
    if text.contains("costs") {
      return fail(
        200, ["code": 2001, "message": mark, "registration_url": "https://example.com/\(mark)"], mark,
        connection)
    }
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
    func event(_ object: [String: Any]) {
      connection.send("event: \(Self.header(mark))\nid: \(Self.header(mark))\ndata: \(Self.json(object))\n\n")
    }
    func part(_ part: [String: Any]) -> [String: Any] { ["content": ["role": "model", "parts": [part]]] }
    if text.contains("typed") {
      event(["type": "tool_call", "name": mark, "args": ["a": mark]])
      event(["type": "tool_result", "name": mark, "result": mark])
      event(["type": "text", "content": "Typed \(mark) words.\n"])
    } else if text.contains("error") {
      event(["errorCode": mark, "errorMessage": "trouble \(mark)"])
      event(["type": "error", "code": 5001, "message": "more trouble \(mark)"])
    } else {
      event(part(["functionCall": ["name": mark, "args": ["a": mark], "id": mark]]))
      event(part(["functionResponse": ["name": mark, "response": ["error": mark], "id": mark]]))
      // In the middle of words, alone on its line, in Markdown, and in pieces.
      for piece in [
        "Here \(mark) it is.\n", "\(mark)\n\n",
        "**\(mark)** and `\(mark)` [\(mark)](https://example.com/\(mark))\n\n",
      ] {
        event(part(["text": piece]))
      }
      for scalar in mark.unicodeScalars {
        event(part(["text": String(scalar)]).merging(["partial": true]) { $1 })
      }
      event(part(["text": "\n"]))
    }
    connection.finish()
  }

  // MARK: Renders

  /// Four exports: refused, failed, from another origin by a URL or by a redirect, and a film at last.
  private func submit(_ mark: String, _ connection: ServerConnection) {
    let number = state.withLock { state in
      state.renders += 1
      return state.renders
    }
    guard number > 1 else {
      return fail(422, ["code": 4220, "message": "refused \(mark)"], mark, connection)
    }
    fail(
      200, ["success": true, "data": ["id": "render_\(number)", "status": "pending", "progress": 0]], mark,
      connection)
  }

  private func status(_ mark: String, _ connection: ServerConnection) {
    let number = state.withLock { $0.renders }
    let data: [String: Any] =
      switch number {
      case 2, 3: ["id": "render_\(number)", "status": "failed", "error": "broken \(mark)"]
      case 4: ["id": "render_4", "status": "completed", "outputUrl": "\(other)/film.mp4?t=\(mark)"]
      default: ["id": "render_\(number)", "status": "completed", "outputUrl": "/files/film.mp4?t=\(mark)"]
      }
    fail(200, ["success": true, "data": data], mark, connection)
  }

  private func film(_ path: String, _ mark: String, _ connection: ServerConnection) {
    connection.send(
      "HTTP/1.1 302 Found\r\nLocation: \(other)/redirected.mp4?t=\(Self.header(mark))\r\nContent-Length: 0\r\n\r\n"
    )
  }

  private func send(_ mark: String, _ connection: ServerConnection) {
    let bytes = MediaBytes.file("mp4", size: 3000)
    connection.send(
      "HTTP/1.1 200 OK\r\nETag: \"\(Self.header(mark))\"\r\nLast-Modified: \(Self.header(mark))\r\n"
        + "Content-Disposition: attachment; filename=\"\(Self.header(mark))\"\r\nContent-Length: \(bytes.count)\r\n\r\n"
    )
    connection.send(bytes)
  }

  /// What of a text a header can carry.
  private static func header(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { ![0, 10, 13].contains($0.value) }))
  }

  private static func json(_ object: [String: Any]) -> String {
    (try? JSONSerialization.data(withJSONObject: object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
