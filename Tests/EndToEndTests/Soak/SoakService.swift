import Foundation
import GatewayTesting
import Synchronization

/// A service that answers any number of messages, or one with a stream as long as asked for.
final class SoakService: Sendable {
  private let server = Mutex<ScriptedServer?>(nil)
  private let turns = Mutex(0)
  private let watched = Mutex<pid_t?>(nil)
  private let uses = Mutex<[Int: ProcessUse]>([:])
  private let length: Int

  /// Starts the service.
  ///
  /// - Parameter length: How many bytes a reply has at least.
  init(length: Int = 2000) throws {
    self.length = length
    let started = try ScriptedServer { [self] connection in
      while let request = connection.readRequest() { answer(request.method, request.target, connection) }
    }
    server.withLock { $0 = started }
  }

  /// Ends all connections.
  func stop() { server.withLock { $0 }?.stop() }

  /// Where it is.
  var url: String { server.withLock { $0?.url ?? "" } }
  /// How many messages came.
  var turnCount: Int { turns.withLock { $0 } }

  /// From now on a client is looked at whenever a message of its comes.
  func watch(_ process: pid_t) { watched.withLock { $0 = process } }
  /// What the client took when a message came, the first being 1; nil if it was not watched then.
  func use(atTurn turn: Int) -> ProcessUse? { uses.withLock { $0[turn] } }

  private func answer(_ method: String, _ path: String, _ connection: ServerConnection) {
    if path == "/run_sse" { return reply(connection) }
    let turn = turnCount
    let data =
      switch path {
      case "/api/tasks/me/with-session/nemo_agent": #"{"task_id":"t","session_id":"s","user_id":"u"}"#
      case "/api/credits/balance/simple": #"{"available":100,"frozen":0,"total":100}"#
      case let path where path.hasPrefix("/api/state/"):
        #"{"state":{"draft":{"t":[{"tt":0,"sg":[{"d":2000,"m":{"name":"clip \#(turn)"}}]}]}}}"#
      default: "{}"
      }
    connection.send(
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(data.utf8.count + 19)\r\n\r\n"
        + #"{"code":0, "data":\#(data)}"#)
  }

  private func reply(_ connection: ServerConnection) {
    let turn = turns.withLock { turns in
      turns += 1
      return turns
    }
    if let process = watched.withLock({ $0 }), let use = ProcessUse(of: process) {
      uses.withLock { $0[turn] = use }
    }
    connection.send(
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    func chunk(_ text: String) { connection.send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n") }
    func event(_ text: String, _ id: Int) -> String {
      #"data: {"content":{"role":"model","parts":[{"text":"\#(text)"}]},"partial":true,"id":"\#(turn)-\#(id)"}"#
        + "\n\n"
    }
    var sent = 0
    var number = 0
    while sent < length {
      // About 16 KB at once, as a fast service would.
      let words = (0..<min(60, max(1, length / 200))).map { line in
        event(
          "Wave \(number + line) rolls onto the beach, and *foam* glitters in the evening sun.\\n",
          number + line)
      }
      let tool =
        #"data: {"type":"tool_call","name":"draw_wave","args":{},"id":"w\#(turn)-\#(number)"}"# + "\n\n"
      let text = words.joined() + tool
      chunk(text)
      sent += text.utf8.count
      number += 60
    }
    connection.send("0\r\n\r\n")
  }
}
