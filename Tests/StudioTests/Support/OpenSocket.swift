import Foundation
import Glibc

/// A connection to the studio over which nothing is said.
final class OpenSocket: Sendable {
  private let file: Int32

  init(port: UInt16) throws {
    file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw PlainSocket.Failure(what: "connect") }
  }

  deinit { close(file) }

  /// Waits for the other side to end the connection.
  func hasEnded() async -> Bool {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in
        var byte: UInt8 = 0
        continuation.resume(returning: recv(file, &byte, 1, 0) <= 0)
      }
    }
  }
}
