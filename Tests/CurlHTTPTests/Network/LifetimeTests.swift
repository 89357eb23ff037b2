import GatewayTesting
import CurlHTTP
import Glibc
import Testing

@Suite("Cancelling and ending", .timeLimit(.minutes(1)))
struct LifetimeTests {
  private static let openHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nmore\r\n"

  @Test("cancelling before the answer closes the connection")
  func cancelBeforeAnswer() async throws {
    let (asked, closed) = (Gate(), Gate())
    try await withServer { connection in
      _ = connection.readRequest()
      asked.open()
      connection.waitForClose()
      closed.open()
    } _: { server, http in
      let task = Task { try await http.send(HTTPRequest(.post, server.url)) }
      await asked.wait()
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      await closed.wait()
    }
  }

  @Test("cancelling while reading closes the connection")
  func cancelWhileReading() async throws {
    let (reading, closed) = (Gate(), Gate())
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.openHead)
      connection.waitForClose()
      closed.open()
    } _: { server, http in
      let task = Task {
        for try await _ in try await http.send(HTTPRequest(.get, server.url)).body { reading.open() }
      }
      await reading.wait()
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      await closed.wait()
    }
  }

  @Test("a task cancelled before it sends, sends nothing")
  func cancelledBefore() async throws {
    try await withServer(answering { _, connection in connection.respond(200) }) { server, http in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await http.send(HTTPRequest(.post, server.url))
      }
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(server.connectionCount == 0)
    }
  }

  @Test("letting go of a response closes the connection")
  func dropping() async throws {
    let closed = Gate()
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.openHead)
      connection.waitForClose()
      closed.open()
    } _: { server, http in
      _ = try await http.send(HTTPRequest(.get, server.url))
      await closed.wait()
    }
  }

  @Test("a body outlives the last mention of its client")
  func bodyKeepsClient() async throws {
    try await withServer(answering { _, connection in connection.respond(200, body: "still here") }) {
      server, _ in
      let body = try await HTTPClient().send(HTTPRequest(.get, server.url)).body
      #expect(try await body.collect(upTo: 99) == Array("still here".utf8))
    }
  }

  @Test("shutting down ends what runs, refuses what comes, and leaves no handle")
  func shutdown() async throws {
    let asked = Gate()
    try await withServer { connection in
      _ = connection.readRequest()
      asked.open()
      connection.waitForClose()
    } _: { server, http in
      let task = Task { try await http.send(HTTPRequest(.get, server.url)) }
      await asked.wait()
      await http.shutdown()
      let running = await #expect(throws: HTTPError.self) { try await task.value }
      #expect(running?.code == .clientClosed)
      #expect(running?.mayHaveReachedServer == true)
      let late = await #expect(throws: HTTPError.self) { try await http.send(HTTPRequest(.get, server.url)) }
      #expect(late?.code == .clientClosed)
      #expect(late?.mayHaveReachedServer == false)
      #expect(http.openExchangeCount == 0)
    }
  }

  @Test("a client that sent nothing ends without ever having begun")
  func idleShutdown() async {
    let http = HTTPClient()
    await http.shutdown()
    await http.shutdown()
    #expect(http.openExchangeCount == 0)
  }

  @Test("a program started meanwhile does not inherit the connection")
  func closeOnExec() async throws {
    try await withServer { connection in
      _ = connection.readRequest()
      connection.send(Self.openHead)
      connection.waitForClose()
    } _: { server, http in
      let response = try await http.send(HTTPRequest(.get, server.url))
      let flags = descriptorFlags(connectedTo: server.port)
      #expect(flags.count == 1)
      #expect(flags.allSatisfy { $0 & FD_CLOEXEC != 0 })
      response.body.cancel()
    }
  }

  @Test("a hundred exchanges at once all come to their own end")
  func concurrency() async throws {
    try await withServer(
      answering { request, connection in
        connection.respond(200, body: String(repeating: request.target, count: 1000))
      }
    ) { server, http in
      let rights = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<100 {
          group.addTask {
            let method: HTTPMethod = number.isMultiple(of: 3) ? .post : .get
            let response = try await http.send(HTTPRequest(method, server.url + "/\(number)"))
            let body = try await response.body.collect(upTo: 1 << 20)
            return body == Array(String(repeating: "/\(number)", count: 1000).utf8)
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(rights == 100)
      #expect(server.requests.count == 100)
      await http.shutdown()
      #expect(http.openExchangeCount == 0)
    }
  }
}

/// The descriptor flags of this process's sockets that are connected to a port.
private func descriptorFlags(connectedTo port: UInt16) -> [Int32] {
  (0..<4096).compactMap { (descriptor: Int32) -> Int32? in
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &length) == 0 }
    }
    guard isConnected, UInt16(bigEndian: address.sin_port) == port else { return nil }
    return fcntl(descriptor, F_GETFD)
  }
}
