import Dispatch
import Foundation
import Synchronization

/// Keeps connections within what the clients of one machine need.
///
/// The server library lets in whoever connects, and reads a request's header however long it grows before it shows the
/// request. So this looks at the sockets themselves, by the kernel's own counts: a connection that has sent much and
/// made no request of it is closed, and while there are too many, the one that has been silent longest. What the kernel still
/// holds does not count: where all cores are busy, much of an upload may have come before anybody sees its request.
package final class ConnectionGuard: Sendable {
  /// What is known of a connection, by the port of its other end.
  private struct Account {
    /// Requests that are being answered.
    var requests = 0
    /// Whether a request has begun since the last look.
    var isTouched = false
    /// Bytes that the library had read when the last request was seen.
    var read: UInt64 = 0
  }

  private struct Connection {
    var descriptor: Int32
    var peer: UInt16
    /// Bytes that the library has read.
    var read: UInt64
    /// Milliseconds since bytes came or went.
    var silence: UInt32
  }

  /// A header of 16 KiB, and a small body that the library reads with it, are far less. What the library does with a header grows
  /// with the square of its length, so this is not generous.
  package static let unansweredLimit: UInt64 = 128 * 1024

  private static let pause = DispatchTimeInterval.milliseconds(250)

  private let port: UInt16
  private let limit: Int
  private let timer = Mutex<(any DispatchSourceTimer)?>(nil)
  private let accounts = Mutex<[UInt16: Account]>([:])

  /// For the server at a port.
  /// - Parameter limit: the most connections at once.
  package init(port: UInt16, limit: Int) {
    self.port = port
    self.limit = limit
  }

  /// A request has come from a port.
  func begin(_ peer: UInt16) {
    accounts.withLock {
      $0[peer, default: Account()].requests += 1
      $0[peer]?.isTouched = true
    }
  }

  /// A request from a port has been answered.
  func end(_ peer: UInt16) { accounts.withLock { $0[peer]?.requests -= 1 } }

  /// Looks again and again until ``stop()``.
  ///
  /// By a timer of its own: a task would have to wait for the very readers that are kept busy.
  func start() {
    timer.withLock { slot in
      let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "connections"))
      timer.schedule(deadline: .now() + Self.pause, repeating: Self.pause, leeway: .milliseconds(50))
      timer.setEventHandler(handler: DispatchWorkItem { [weak self] in self?.look() })
      timer.resume()
      slot = timer
    }
  }

  /// Looks no more.
  func stop() { timer.withLock { $0?.cancel() } }

  /// Looks once, and closes what is too much.
  package func look() {
    let connections = connections()
    let busy = accounts.withLock { accounts -> Set<UInt16> in
      let peers = Set(connections.map(\.peer))
      accounts = accounts.filter { peers.contains($0.key) || $0.value.requests > 0 }
      for connection in connections {
        var account = accounts[connection.peer] ?? Account()
        if account.requests > 0 || account.isTouched { account.read = connection.read }
        account.isTouched = false
        accounts[connection.peer] = account
        if connection.read > account.read + Self.unansweredLimit { close(connection) }
      }
      return Set(accounts.filter { $0.value.requests > 0 }.keys)
    }
    let idle = connections.filter { !busy.contains($0.peer) }.sorted { $0.silence > $1.silence }
    for connection in idle.prefix(max(0, connections.count - limit)) { close(connection) }
  }

  /// Aborts a connection; the server library then lets go of it. What has come and was not read goes: after a mere
  /// `shutdown` the library would read on for as long as more comes.
  private func close(_ connection: Connection) {
    // The number may belong to something else by now.
    guard Self.port(of: connection.descriptor, getpeername) == connection.peer else { return }
    var nowhere = sockaddr()
    nowhere.sa_family = sa_family_t(AF_UNSPEC)
    connect(connection.descriptor, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    shutdown(connection.descriptor, Int32(SHUT_RDWR))
  }

  private func connections() -> [Connection] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return names.compactMap { name in
      guard let descriptor = Int32(name), Self.port(of: descriptor, getsockname) == port,
        let peer = Self.port(of: descriptor, getpeername)
      else { return nil }
      // struct tcp_info of linux/tcp.h, of which the C library knows only the beginning.
      var information = [UInt8](repeating: 0, count: 256)
      var length = socklen_t(information.count)
      guard getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_INFO, &information, &length) == 0, length >= 136
      else { return nil }
      // Asked last: what comes in between is not taken for read.
      var held: Int32 = 0
      guard ioctl(descriptor, UInt(FIONREAD), &held) == 0 else { return nil }
      let waiting = UInt64(max(0, held))
      return information.withUnsafeBytes { bytes in
        let sent = bytes.loadUnaligned(fromByteOffset: 44, as: UInt32.self)
        let received = bytes.loadUnaligned(fromByteOffset: 52, as: UInt32.self)
        let came = bytes.loadUnaligned(fromByteOffset: 128, as: UInt64.self)
        return Connection(
          descriptor: descriptor, peer: peer, read: came - min(came, waiting), silence: min(sent, received))
      }
    }
  }

  private static func port(
    of descriptor: Int32,
    _ name: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> UInt16? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name(descriptor, $0, &length) }
    }
    guard result == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
    return UInt16(bigEndian: address.sin_port)
  }
}
