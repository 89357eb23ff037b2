import Foundation
import Glibc

/// A connection to the studio over which something is said piece by piece, or nothing.
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

  /// Sends bytes.
  func send(_ bytes: Data) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread { [self] in
        var sent = 0
        while sent < bytes.count {
          let count = bytes.withUnsafeBytes {
            Glibc.send(file, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
          }
          guard count > 0 else {
            continuation.resume(throwing: PlainSocket.Failure(what: "send"))
            return
          }
          sent += count
        }
        continuation.resume()
      }
    }
  }

  /// Reads until a text has come, or the other side ends.
  func read(until text: String) async -> Data {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in
        var all = Data()
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while all.range(of: Data(text.utf8)) == nil {
          let count = recv(file, &piece, piece.count, 0)
          guard count > 0 else { break }
          all += piece[..<count]
        }
        continuation.resume(returning: all)
      }
    }
  }

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
