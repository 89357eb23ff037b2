import CurlHTTP
import Foundation
import Synchronization

/// A server on 127.0.0.1 that says what a test's script says, byte by byte, and keeps what it was asked.
///
/// Each connection runs the script on a thread of its own; it ends when the script returns.
package final class ScriptedServer: Sendable {
  package typealias Script = @Sendable (ServerConnection) -> Void

  private struct State {
    var requests: [RecordedRequest] = []
    var sockets: Set<Int32> = []
    var connections = 0
    var isStopped = false
  }

  /// Kept when the server has stopped, so that nobody else answers in its place.
  private let reserved: ReservedPort
  private let listener: Int32
  private let state = Mutex(State())

  package var port: UInt16 { reserved.number }
  package var url: String { "http://127.0.0.1:\(port)" }
  package var requests: [RecordedRequest] { state.withLock { $0.requests } }
  package var connectionCount: Int { state.withLock { $0.connections } }

  package init(_ script: @escaping Script) throws {
    reserved = try ReservedPort()
    listener = try reserved.listen(backlog: 256)
    Thread.detachNewThread { [self] in accept(script) }
  }

  /// Ends all connections and the listener.
  package func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      // Wakes the threads out of their blocking calls; each closes its own socket.
      for socket in state.sockets { shutdown(socket, Int32(SHUT_RDWR)) }
      shutdown(listener, Int32(SHUT_RDWR))
    }
  }

  private func accept(_ script: @escaping Script) {
    while true {
      let socket = Foundation.accept(listener, nil, nil)
      guard socket >= 0 else { break }
      let number = state.withLock { state -> Int? in
        guard !state.isStopped else { return nil }
        state.sockets.insert(socket)
        defer { state.connections += 1 }
        return state.connections
      }
      guard let number else {
        close(socket)
        break
      }
      Thread.detachNewThread { [self] in
        let connection = ServerConnection(socket: socket, number: number) { request in
          self.state.withLock { $0.requests.append(request) }
        }
        script(connection)
        state.withLock { _ = $0.sockets.remove(socket) }
        connection.finish()
      }
    }
    close(listener)
  }
}

/// Runs a test against a server and a client, and ends both.
package func withServer(
  _ script: @escaping ScriptedServer.Script, _ body: (ScriptedServer, HTTPClient) async throws -> Void
) async throws {
  let server = try ScriptedServer(script)
  let client = HTTPClient(configuration: .init(userAgent: "test/1"))
  defer { server.stop() }
  do {
    try await body(server, client)
    await client.shutdown()
  } catch {
    await client.shutdown()
    throw error
  }
}

/// A script that answers each request of a connection.
package func answering(_ answer: @escaping @Sendable (RecordedRequest, ServerConnection) -> Void)
  -> ScriptedServer.Script
{
  { connection in
    while let request = connection.readRequest() { answer(request, connection) }
  }
}
