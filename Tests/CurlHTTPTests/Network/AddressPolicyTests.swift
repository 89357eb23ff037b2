import CurlHTTP
import GatewayTesting
import Synchronization
import Testing

@Suite("A client that may not connect to every address", .timeLimit(.minutes(1)))
struct AddressPolicyTests {
  private func refused(_ url: String, by http: HTTPClient) async -> HTTPError.Code? {
    do {
      _ = try await http.send(HTTPRequest(.get, url))
      return nil
    } catch {
      return (error as? HTTPError)?.code
    }
  }

  @Test("the address that a name has led to is asked for, and a refused one is never connected to")
  func refusal() async throws {
    let seen = Mutex<Set<String>>([])
    let server = try ScriptedServer(answering { _, connection in connection.respond(200, body: "secret") })
    defer { server.stop() }
    let http = HTTPClient(
      configuration: .init(allowsAddress: { address in
        seen.withLock { _ = $0.insert(address) }
        return false
      }))
    #expect(await refused(server.url, by: http) == .addressRefused)
    #expect(await refused("http://localhost:\(server.port)/", by: http) == .addressRefused)
    #expect(seen.withLock { $0 }.contains("127.0.0.1"))
    #expect(server.connectionCount == 0)
    await http.shutdown()
  }

  @Test("a redirect to a refused address ends there, and an allowed one is fetched")
  func redirect() async throws {
    let server = try ScriptedServer(
      answering { request, connection in
        if request.target == "/away" {
          connection.respond(302, ["Location": "http://127.0.0.2:9/film.mp4"])
        } else {
          connection.respond(200, body: "film")
        }
      })
    defer { server.stop() }
    let http = HTTPClient(configuration: .init(allowsAddress: { $0 == "127.0.0.1" }))
    let response = try await http.send(HTTPRequest(.get, server.url + "/film.mp4"))
    #expect(try await response.body.collect(upTo: 100) == Array("film".utf8))
    #expect(await refused(server.url + "/away", by: http) == .addressRefused)
    await http.shutdown()
  }

  @Test("the error says in words that the address may not be connected to")
  func words() {
    let error = HTTPError(.addressRefused, host: "intern.example", mayHaveReachedServer: false)
    #expect(error.message == "The address of intern.example is one that may not be connected to.")
  }
}
