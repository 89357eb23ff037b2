import CurlHTTP
import Foundation
import Synchronization

/// A strict service that plays the exchanges of a ``WireCase`` and notes everything that is not as WIRE.md says.
///
/// Of every request it checks by itself the attribution headers, the token, the literal user `me` in paths, and that
/// a chat message comes once. It listens on two ports, so that answers can lead to another origin.
package final class Gateway: Sendable {
  private struct State {
    var exchanges: [WireExchange]
    var problems: [String] = []
    var messages: [String] = []
    var played = 0
  }

  private let state: Mutex<State>
  private let rendersOnDisk: @Sendable () -> Int
  private let servers = Mutex<[ScriptedServer]>([])

  /// Starts the gateway.
  ///
  /// - Parameter rendersOnDisk: Counts the unfinished renders that the client has stored.
  package init(_ exchanges: [WireExchange], rendersOnDisk: @escaping @Sendable () -> Int = { 0 }) throws {
    state = Mutex(State(exchanges: exchanges))
    self.rendersOnDisk = rendersOnDisk
    let own = try ScriptedServer(
      answering { [self] request, connection in play(request, connection, isElsewhere: false) })
    let other = try ScriptedServer(
      answering { [self] request, connection in play(request, connection, isElsewhere: true) })
    servers.withLock { $0 = [own, other] }
  }

  /// The address of the service.
  package var url: String { servers.withLock { $0[0].url } }
  /// The address of another machine, for downloads.
  package var otherURL: String { servers.withLock { $0[1].url } }

  /// Everything that was not as it should be.
  package var problems: [String] {
    state.withLock { state in
      let missing = state.exchanges.dropFirst(state.played).map { "never asked: \($0.request)" }
      return state.problems + missing
    }
  }

  /// Ends all connections.
  package func stop() {
    for server in servers.withLock({ $0 }) { server.stop() }
  }

  /// Fills in the addresses that an answer or expectation names.
  package func filled(_ text: String) -> String {
    text.replacingOccurrences(of: "{origin}", with: url).replacingOccurrences(of: "{other}", with: otherURL)
  }

  // MARK: Playing

  private func play(_ request: RecordedRequest, _ connection: ServerConnection, isElsewhere: Bool) {
    let line = "\(request.method) \(request.target)"
    let next = state.withLock { state -> WireExchange? in
      guard state.played < state.exchanges.count else { return nil }
      defer { state.played += 1 }
      return state.exchanges[state.played]
    }
    guard let exchange = next else {
      complain("not expected: \(line) \(request.bodyText.prefix(200))")
      connection.respond(500, body: #"{"code":5000,"message":"the script has ended"}"#)
      return
    }
    check(request, against: exchange, isElsewhere: isElsewhere)
    send(exchange.answer, to: connection)
  }

  private func complain(_ problem: String) { state.withLock { $0.problems.append(problem) } }

  private func check(_ request: RecordedRequest, against exchange: WireExchange, isElsewhere: Bool) {
    let line = "\(request.method) \(request.target)"
    if !matches(line, exchange.request) || isElsewhere != exchange.isElsewhere {
      complain("expected \(exchange.request), came \(line)")
    }
    checkByRule(request, line, isElsewhere: isElsewhere, mayComeAgain: exchange.answer.refuses ?? false)
    for (name, wanted) in exchange.headers {
      let wanted = wanted.replacingText(filled)
      if !wanted.isMet(by: request.headers[name].map { .string($0) }) {
        complain("\(line): \(name) is \(request.headers[name] ?? "absent"), not \(wanted.text)")
      }
    }
    if let json = exchange.json?.replacingText(filled), !json.isMet(by: JSONTree(request.bodyText)) {
      complain("\(line): the body is \(request.bodyText.prefix(500)), not \(json.text)")
    }
    for part in exchange.contains where !request.bodyText.contains(part) {
      complain("\(line): the body lacks \(part): \(request.bodyText.prefix(800))")
    }
    if let count = exchange.rendersOnDisk, rendersOnDisk() != count {
      complain("\(line): \(rendersOnDisk()) renders are on disk, not \(count)")
    }
  }

  /// What holds of every request, by WIRE.md.
  private func checkByRule(_ request: RecordedRequest, _ line: String, isElsewhere: Bool, mayComeAgain: Bool)
  {
    let attribution = [
      "X-Skill-Source": "text-to-video-kaiber", "X-Skill-Version": "9.9.9", "X-Skill-Platform": "unknown",
    ]
    for (name, value) in attribution where request.headers[name] != (isElsewhere ? nil : value) {
      complain("\(line): \(name) is \(request.headers[name] ?? "absent")")
    }
    let isToken = request.target.hasSuffix("/anonymous-token")
    let bearer = request.headers["Authorization"]
    if isElsewhere || isToken {
      if bearer != nil { complain("\(line): carries a token") }
    } else if bearer?.hasPrefix("Bearer ") != true || (bearer?.count ?? 0) < 10 {
      complain("\(line): carries no token")
    }
    for place in ["/api/upload-video/nemo_agent/", "/api/state/nemo_agent/"]
    where request.target.hasPrefix(place) {
      if !request.target.dropFirst(place.count).hasPrefix("me/") { complain("\(line): the user is not “me”") }
    }
    guard request.target == "/run_sse", let body = JSONTree(request.bodyText),
      case .array(let parts)? = body["new_message"]?["parts"], let message = parts.first?["text"]?.string
    else { return }
    if state.withLock({ $0.messages.contains(message) }) { complain("sent twice: \(message)") }
    if !mayComeAgain { state.withLock { $0.messages.append(message) } }
    let keys = JSONTree.object([
      "app_name": .string("nemo_agent"), "user_id": .string("me"), "session_id": .string("*"),
    ])
    if !keys.isMet(by: body) { complain("\(line): the body is \(body.text)") }
    if request.headers["Accept"] != "text/event-stream" {
      complain("\(line): does not accept an event stream")
    }
  }

  private func matches(_ line: String, _ wanted: String) -> Bool {
    guard let star = wanted.firstIndex(of: "*") else { return line == wanted }
    let tail = wanted[wanted.index(after: star)...]
    return line.hasPrefix(wanted[..<star]) && line.hasSuffix(tail) && line.count >= wanted.count - 1
  }

  // MARK: Answering

  private func send(_ answer: WireAnswer, to connection: ServerConnection) {
    let end = answer.end ?? .complete
    if answer.status != 0 {
      if let stream = answer.stream {
        send(stream, of: answer, end, to: connection)
      } else {
        sendBody(of: answer, end, to: connection)
      }
    }
    switch end {
    case .complete: break
    case .cut: connection.finish()
    case .reset: connection.reset()
    case .hang: connection.waitForClose()
    }
  }

  private func sendBody(of answer: WireAnswer, _ end: WireAnswer.End, to connection: ServerConnection) {
    var status = answer.status ?? 200
    var type = "application/json"
    var range = ""
    var body: [UInt8] = []
    if let format = answer.media {
      type = "application/octet-stream"
      let file = MediaBytes.file(format, size: answer.size ?? 5000)
      body = file
      if let from = answer.from {
        status = answer.status ?? 206
        body = Array(file[from...])
        range = "Content-Range: bytes \(from)-\(file.count - 1)/\(file.count)\r\n"
      }
    } else if let text = answer.text {
      type = "text/html"
      body = Array(filled(text).utf8)
    } else if let json = answer.json {
      body = Array(json.replacingText(filled).text.utf8)
    }
    var fields = (answer.headers ?? [:]).mapValues(filled)
    fields["Content-Type"] = fields["Content-Type"] ?? type
    let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
    connection.send("HTTP/1.1 \(status) Status\r\n\(lines)\(range)Content-Length: \(body.count)\r\n\r\n")
    connection.send(answer.sent.map { Array(body.prefix($0)) } ?? body)
  }

  private func send(
    _ stream: [JSONTree], of answer: WireAnswer, _ end: WireAnswer.End, to connection: ServerConnection
  ) {
    connection.send(
      "HTTP/1.1 \(answer.status ?? 200) Status\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    for piece in stream {
      let text = piece.string.map(filled) ?? "data: \(piece.replacingText(filled).text)\n\n"
      let bytes = Array(text.utf8)
      connection.send("\(String(bytes.count, radix: 16))\r\n")
      connection.send(bytes + Array("\r\n".utf8))
    }
    if end == .complete { connection.send("0\r\n\r\n") }
  }
}
