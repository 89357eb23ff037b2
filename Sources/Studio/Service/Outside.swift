import FlyingFox
import FlyingSocks
import Foundation

/// The way by which other machines reach the studio, while it is open.
final class Outside: Sendable {
  private let http: HTTPServer
  private let running: Task<Void, any Error>
  private let connections: ConnectionGuard
  private let gateway: Task<Void, any Error>?

  private init(
    http: HTTPServer, running: Task<Void, any Error>, connections: ConnectionGuard,
    gateway: Task<Void, any Error>?
  ) {
    self.http = http
    self.running = running
    self.connections = connections
    self.gateway = gateway
  }

  /// Opens it.
  /// - Throws: ``PortUnavailable``.
  static func open(
    _ access: PublicAccess, to api: StudioAPI, folder: DataFolder, log: StudioLog
  ) async throws -> Outside {
    var api = api
    let address: any SocketAddress
    switch access.protection {
    case .tls:
      api.door = .open(name: access.name, from: nil)
      // stunnel is what the others see; this port is this machine's alone.
      address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    case .proxy(let addresses):
      api.door = .open(name: access.name, from: addresses)
      address =
        access.address.contains(":")
        ? try sockaddr_in6.inet6(ip6: access.address, port: access.port)
        : try sockaddr_in.inet(ip4: access.address, port: access.port)
    }
    let http = StudioServer.httpServer(at: address, patience: api.configuration.patience)
    let running = Task { try await http.run() }
    guard let port = await StudioServer.listeningPort(of: http, running: running) else {
      throw PortUnavailable(port: access.port, reason: await running.result)
    }
    let connections = ConnectionGuard(port: port, limit: api.configuration.connectionLimit)
    api.connections = connections
    await http.appendRoute("*", to: api)
    connections.start()
    var gateway: Task<Void, any Error>?
    if case .tls(let certificate, let key) = access.protection {
      let tls = TLSGateway(
        listen: (access.address, access.port), inner: port, certificate: certificate, key: key,
        folder: folder, log: log)
      gateway = Task { try await tls.run() }
    }
    return Outside(http: http, running: running, connections: connections, gateway: gateway)
  }

  /// Waits until it has broken down, or the waiting is cancelled; the way stays open then, for answers that still run.
  func wait() async throws {
    let way = gateway ?? running
    // A task's value is waited for whatever happens to the one who waits; a stream is not.
    let (news, feed) = AsyncThrowingStream<Never, any Error>.makeStream()
    Task {
      do {
        try await way.value
        feed.finish()
      } catch {
        feed.finish(throwing: error)
      }
    }
    for try await _ in news {}
  }

  /// Closes it.
  func close() async {
    connections.stop()
    gateway?.cancel()
    _ = await gateway?.result
    await http.stop(timeout: 0)
  }
}
