import Foundation
import GatewayTesting
import Testing

@Suite("The tests' own server")
struct ScriptedServerTests {
  @Test("when it has stopped, no other server can answer in its place")
  func stopped() throws {
    let server = try ScriptedServer { $0.waitForClose() }
    server.stop()
    #expect(throws: POSIXError.self) { try bind(server.port) }
    // The same words bind a port that nobody has.
    try bind(0)
  }

  private func bind(_ port: UInt16) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    let isBound = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
  }
}
