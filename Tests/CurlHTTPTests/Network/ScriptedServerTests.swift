import GatewayTesting
import Testing

@Suite("The tests' own server")
struct ScriptedServerTests {
  @Test("when it has stopped, no other server can answer in its place")
  func stopped() throws {
    let server = try ScriptedServer { $0.waitForClose() }
    server.stop()
    #expect(!ReservedPort.isFree(server.port))
    // The system finds one that nobody has.
    #expect(ReservedPort.isFree(0))
  }
}
