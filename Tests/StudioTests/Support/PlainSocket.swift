import Foundation
import Glibc

/// A connection to the studio, byte for byte, so that tests can send what no client library would.
enum PlainSocket {
  struct Failure: Error {
    var what: String
  }

  /// Sends a request and reads the answer to its end.
  /// - Parameter limit: after how many bytes the reader walks away; nil: it reads all.
  static func exchange(_ request: Data, port: UInt16, limit: Int? = nil) async throws -> Data {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try exchangeNow(request, port: port, limit: limit) })
      }
    }
  }

  private static func exchangeNow(_ request: Data, port: UInt16, limit: Int?) throws -> Data {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { throw Failure(what: "socket") }
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(what: "connect") }
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes {
        send(file, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      // A server may answer and close before it has read all.
      guard count > 0 else { break }
      sent += count
    }
    var answer = Data()
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while limit.map({ answer.count < $0 }) ?? true {
      let count = recv(file, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      answer.append(contentsOf: chunk[..<count])
    }
    return answer
  }
}
