import Foundation
import Studio
import Testing

@Suite("Connections that only cost")
struct ConnectionGuardTests {
  /// Both ends of a connection to a server that has not seen its request yet.
  private struct Ends {
    let client: Int32
    let server: Int32
    let port: UInt16

    static func open() throws -> Ends {
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { Glibc.close(listener) }
      // Room for what nobody reads.
      var room = Int32(1 << 20)
      setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      let server = try withUnsafeMutablePointer(to: &address) { pointer in
        try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          try #require(bind(listener, address, length) == 0 && listen(listener, 1) == 0)
          try #require(getsockname(listener, address, &length) == 0)
          try #require(connect(client, address, length) == 0)
          return accept(listener, nil, nil)
        }
      }
      try #require(server >= 0)
      return Ends(client: client, server: server, port: UInt16(bigEndian: address.sin_port))
    }

    /// Sends as much of some bytes as the kernel takes, and tells how much.
    func send(_ count: Int) -> Int {
      let bytes = [UInt8](repeating: 0x78, count: count)
      var sent = 0
      while sent < count {
        let part = bytes.withUnsafeBytes {
          Glibc.send(
            client, $0.baseAddress.map { $0 + sent }, count - sent,
            Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
        guard part > 0 else { break }
        sent += part
      }
      return sent
    }

    /// Reads on the server's side, as its library does.
    func read(_ count: Int) -> Int {
      var bytes = [UInt8](repeating: 0, count: count)
      return recv(server, &bytes, count, Int32(MSG_WAITALL))
    }

    /// Whether the connection is still there.
    var isOpen: Bool {
      var byte: UInt8 = 0
      let got = recv(client, &byte, 1, Int32(MSG_DONTWAIT))
      return got < 0 && errno == EAGAIN
    }

    func close() {
      Glibc.close(client)
      Glibc.close(server)
    }
  }

  @Test(
    "an upload that comes before a busy studio sees its request is kept, a header that is read on and on is cut off"
  )
  func floods() throws {
    let ends = try Ends.open()
    defer { ends.close() }
    let watcher = ConnectionGuard(port: ends.port, limit: 100)
    let limit = Int(ConnectionGuard.unansweredLimit)
    // The kernel holds more than the limit, and nobody has read it.
    let sent = ends.send(4 * limit)
    try #require(sent > limit + 4096)
    watcher.look()
    #expect(ends.isOpen)
    #expect(ends.read(limit) == limit)
    watcher.look()
    #expect(ends.isOpen)
    #expect(ends.read(4096) == 4096)
    watcher.look()
    #expect(!ends.isOpen)
  }
}
