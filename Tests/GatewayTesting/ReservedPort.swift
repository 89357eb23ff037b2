import Foundation
import Synchronization

/// A port of 127.0.0.1 that is bound and not listened on: connecting is refused, and the system gives it to nobody
/// who asks for any port, as long as this value lives.
///
/// A test that frees a port and trusts that it stays free meets, sooner or later, another test's server there. Who
/// wants the port itself binds it by number with `SO_REUSEADDR`, as ``listen(backlog:)`` and most servers do.
package final class ReservedPort: Sendable {
  package let number: UInt16
  private let descriptor: Int32

  package init() throws {
    let descriptor = try Self.bound(to: 0)
    self.descriptor = descriptor
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) == 0 }
    }
    number = UInt16(bigEndian: address.sin_port)
    guard isKnown else { throw POSIXError(.EADDRNOTAVAIL) }
  }

  deinit { close(descriptor) }

  private static let kept = Mutex<[ReservedPort]>([])

  /// A port that stays reserved until the tests end.
  package static func untilTheEnd() throws -> UInt16 {
    let port = try ReservedPort()
    kept.withLock { $0.append(port) }
    return port.number
  }

  /// A socket that listens on the port. When it is closed or shut down, connecting is refused again.
  package func listen(backlog: Int32) throws -> Int32 {
    let listener = try Self.bound(to: number)
    guard Foundation.listen(listener, backlog) == 0 else {
      close(listener)
      throw POSIXError(.EADDRINUSE)
    }
    return listener
  }

  /// Whether a server that does not share ports could have one.
  package static func isFree(_ port: UInt16) -> Bool {
    guard let descriptor = try? bound(to: port, shares: false) else { return false }
    close(descriptor)
    return true
  }

  private static func bound(to port: UInt16, shares: Bool = true) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var isReused: Int32 = shares ? 1 : 0
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    let isBound = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw POSIXError(.EADDRNOTAVAIL)
    }
    return descriptor
  }
}
