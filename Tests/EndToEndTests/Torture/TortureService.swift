import CurlHTTP
import Foundation
import GatewayTesting
import Synchronization

/// A service with a memory: sessions, messages, renders. It notes everything that no client may do.
final class TortureService: Sendable {
  /// What becomes of the renders of a round.
  struct Temper: Sendable {
    /// What the status says, in this order; the last stays. Words of WIRE.md, `failed` among them.
    var statuses: [String] = ["pending", "processing", "completed"]
    /// How many renders fail before one succeeds.
    var failures = 0
    /// How many submits are answered with 409 although the id is new.
    var duplicates = 0
    /// Whether renders get an id of the service's own.
    var renames = false
    /// How many questions of each kind are answered with 503 before the right answer comes.
    var hiccups = 0
    /// How many bytes a film has.
    var size = 40_000
    /// How many 404 the film's URL gives first: storage lags.
    var lag = 0
  }

  private struct Render {
    var asked = 0
    var fails = false
    var lag = 0
  }

  private struct State {
    var sessions = 0
    var messages: [String: Int] = [:]
    var edits = 0
    var renders: [String: Render] = [:]
    var aliases: [String: String] = [:]
    var unknown: Set<String> = []
    var submits = 0
    var refused = 0
    var failed = 0
    var hiccups: [String: Int] = [:]
    var problems: [String] = []
  }

  private let temper: Temper
  private let state = Mutex(State())
  private let server = Mutex<ScriptedServer?>(nil)

  /// A token that no text, file or other origin may ever show.
  static let token = "nmv_usr_torture_0123456789abcdef"

  /// Starts the service.
  init(_ temper: Temper) throws {
    self.temper = temper
    let started = try ScriptedServer(answering { [self] request, connection in answer(request, connection) })
    server.withLock { $0 = started }
  }

  /// Ends all connections.
  func stop() { server.withLock { $0 }?.stop() }

  /// Where it listens.
  var port: UInt16 { server.withLock { $0?.port ?? 0 } }
  /// How often each message came, whole.
  var messages: [String: Int] { state.withLock { $0.messages } }
  /// What no client may do.
  var problems: [String] { state.withLock { $0.problems } }
  /// How many submits came that were taken, and how many of them allow another one: failed or refused.
  var submits: (taken: Int, repeatable: Int) { state.withLock { ($0.renders.count, $0.failed + $0.refused) } }

  /// The films that have to exist in the end: those of the renders that were taken and did not fail.
  var films: [String: [UInt8]] {
    guard temper.statuses.last == "completed" else { return [:] }
    let ids = state.withLock { state in state.renders.filter { !$0.value.fails }.keys }
    return Dictionary(uniqueKeysWithValues: ids.map { ($0, film($0)) })
  }

  /// The bytes of a render's film, which are those of no other.
  func film(_ id: String) -> [UInt8] {
    var random = SeededGenerator(seed: id.utf8.reduce(1469) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    return MediaBytes.file("mp4", size: 24)
      + (24..<temper.size).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  // MARK: Answers

  private func answer(_ request: RecordedRequest, _ connection: ServerConnection) {
    let path = request.target
    if request.method == "GET", hasHiccup(path) { return connection.respond(503, body: "<html>busy</html>") }
    switch (request.method, path) {
    case ("POST", "/api/auth/anonymous-token"):
      ok(
        #"{"token":"\#(Self.token)","user_id":"anon_1","credits":100,"expires_at":"2099-01-01T00:00:00Z"}"#,
        connection)
    case ("POST", "/api/tasks/me/with-session/nemo_agent"):
      let number = state.withLock { state in
        state.sessions += 1
        return state.sessions
      }
      ok(#"{"task_id":"task_\#(number)","session_id":"sess_\#(number)","user_id":"anon_1"}"#, connection)
    case ("GET", "/api/credits/balance/simple"):
      ok(#"{"available":80,"frozen":20,"total":100}"#, connection)
    case ("POST", "/run_sse"): chat(request, connection)
    case ("GET", let path) where path.hasPrefix("/api/state/"): ok(#"{"state":\#(draft)}"#, connection)
    case ("POST", "/api/render/proxy/lambda"): submit(request, connection)
    case ("GET", let path) where path.hasPrefix("/api/render/proxy/lambda/"):
      status(String(path.dropFirst("/api/render/proxy/lambda/".count)), connection)
    case ("GET", let path) where path.hasPrefix("/files/"):
      send(String(path.dropFirst("/files/".count)), request, connection)
    case ("GET", let path) where path.hasSuffix("/download"):
      send(path.split(separator: "/").dropLast().last.map(String.init) ?? "", request, connection)
    case ("POST", "/api/auth/claim-token"): ok(#"{"claim_token":"clm_1"}"#, connection)
    default: connection.respond(404, body: #"{"code":404,"message":"no such call"}"#)
    }
  }

  private func hasHiccup(_ path: String) -> Bool {
    state.withLock { state in
      guard state.hiccups[path, default: 0] < temper.hiccups else { return false }
      state.hiccups[path, default: 0] += 1
      return true
    }
  }

  private func ok(_ data: String, _ connection: ServerConnection) {
    connection.respond(200, ["Content-Type": "application/json"], body: #"{"code":0,"data":\#(data)}"#)
  }

  private var draft: String {
    let edits = state.withLock { $0.edits }
    guard edits > 0 else { return "{}" }
    return
      #"{"draft":{"t":[{"tt":0,"sg":[{"d":2000,"m":{"name":"film \#(edits)"}}]}]},"canvas_config":{"width":108,"height":192}}"#
  }

  private func chat(_ request: RecordedRequest, _ connection: ServerConnection) {
    let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let parts = (body?["new_message"] as? [String: Any])?["parts"] as? [[String: Any]]
    let text = parts?.first?["text"] as? String ?? "?"
    let words = ["Here is ", "your film, ", "as you wished", ".\n\nIt has ", "waves.\n"]
    state.withLock { state in
      state.messages[text, default: 0] += 1
      state.edits += 1
      if state.messages[text, default: 0] > 1 { state.problems.append("came twice: \(text)") }
    }
    connection.send(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    func event(_ data: String) {
      let bytes = "data: \(data)\n\n"
      connection.send("\(String(bytes.utf8.count, radix: 16))\r\n\(bytes)\r\n")
    }
    event(#"{"content":{"role":"model","parts":[{"functionCall":{"name":"make_clip","args":{},"id":"1"}}]}}"#)
    for word in words {
      event(
        #"{"content":{"role":"model","parts":[{"text":"\#(word.replacing("\n", with: "\\n"))"}]},"partial":true}"#
      )
    }
    event(#"{"type":"heartbeat"}"#)
    event(
      #"{"content":{"role":"model","parts":[{"text":"\#(words.joined().replacing("\n", with: "\\n"))"}]}}"#)
    connection.send("0\r\n\r\n")
  }

  // MARK: Renders

  private func submit(_ request: RecordedRequest, _ connection: ServerConnection) {
    let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let id = body?["id"] as? String ?? "?"
    let answer = state.withLock { state -> (status: Int, id: String) in
      state.submits += 1
      if state.renders[state.aliases[id] ?? id] != nil {
        // It was taken before. A client may ask again only after it was told that nobody knows the id.
        if !state.unknown.contains(id) { state.problems.append("submitted twice: \(id)") }
        return (409, id)
      }
      if state.refused < temper.duplicates {
        state.refused += 1
        return (409, id)
      }
      let own = temper.renames ? "own_\(state.submits)" : id
      state.aliases[id] = own
      let fails = state.failed < temper.failures
      if fails { state.failed += 1 }
      state.renders[own] = Render(fails: fails)
      return (200, own)
    }
    guard answer.status == 200 else {
      return connection.respond(409, body: #"{"code":409,"message":"duplicate id"}"#)
    }
    connection.respond(
      200, ["Retry-After": "0"],
      body: #"{"success":true,"data":{"id":"\#(answer.id)","status":"pending","progress":0}}"#)
  }

  private func status(_ id: String, _ connection: ServerConnection) {
    let found = state.withLock { state -> (word: String, step: Int, id: String)? in
      let known = state.aliases[id] ?? id
      guard var render = state.renders[known] else {
        state.unknown.insert(id)
        return nil
      }
      let step = min(render.asked, temper.statuses.count - 1)
      render.asked += 1
      state.renders[known] = render
      let isLast = step == temper.statuses.count - 1
      return (isLast && render.fails ? "failed" : temper.statuses[step], step, known)
    }
    guard let found else { return connection.respond(404, body: #"{"code":404,"message":"unknown render"}"#) }
    let url = found.word == "completed" ? #","outputUrl":"/files/\#(found.id)""# : ""
    let progress = found.word == "completed" ? 100 : found.step * 10 % 100
    connection.respond(
      200,
      body:
        #"{"success":true,"data":{"id":"\#(found.id)","status":"\#(found.word)","progress":\#(progress)\#(url)}}"#
    )
  }

  private func send(_ id: String, _ request: RecordedRequest, _ connection: ServerConnection) {
    let isThere = state.withLock { state -> Bool in
      guard var render = state.renders[id] else { return false }
      render.lag += 1
      state.renders[id] = render
      return render.lag > temper.lag
    }
    guard isThere else { return connection.respond(404, body: "{}") }
    let bytes = film(id)
    var head = "HTTP/1.1 200 OK\r\n"
    var from = 0
    if let range = request.headers["Range"], request.headers["If-Range"] == "\"\(id)\"",
      let start = Int(range.dropFirst("bytes=".count).dropLast()), start < bytes.count
    {
      from = start
      head = "HTTP/1.1 206 Partial\r\nContent-Range: bytes \(from)-\(bytes.count - 1)/\(bytes.count)\r\n"
    }
    connection.send("\(head)ETag: \"\(id)\"\r\nContent-Length: \(bytes.count - from)\r\n\r\n")
    for start in stride(from: from, to: bytes.count, by: 8000) {
      connection.send(Array(bytes[start..<min(start + 8000, bytes.count)]))
    }
  }
}
