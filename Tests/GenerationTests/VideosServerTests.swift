import CurlHTTP
import GatewayTesting
import Testing
import VideosTesting

/// The test server takes what is published and nothing else, so that what passes it is right.
@Suite("The test server of videos")
struct VideosServerTests {
  private func post(_ json: String, _ dialect: VideosServer.Dialect = .jsonUnlessPicture) async throws -> Int
  {
    try await status(dialect) { base in
      HTTPRequest(.post, base + "/videos", body: .bytes(Array(json.utf8), contentType: "application/json"))
    }
  }

  private func status(_ dialect: VideosServer.Dialect, _ request: (String) -> HTTPRequest) async throws -> Int
  {
    let server = try VideosServer(dialect)
    let http = HTTPClient()
    let status = try? await http.send(request(server.base)).status
    server.stop()
    await http.shutdown()
    return try #require(status)
  }

  @Test("fields of their types are taken")
  func right() async throws {
    #expect(try await post(#"{"prompt":"x","num_frames":81,"fps":16,"seed":7,"size":"720x1280"}"#) == 200)
    #expect(try await post(#"{"prompt":"x","width":720,"height":1280,"seconds":"5"}"#) == 200)
    #expect(try await post(#"{"prompt":"x","seconds":"8"}"#, .published) == 200)
  }

  @Test(
    "a field of another type, an unknown one, and what contradicts itself are refused",
    arguments: [
      #"{"prompt":"x","num_frames":"81"}"#, #"{"prompt":"x","fps":16.5}"#, #"{"prompt":"x","seed":true}"#,
      #"{"prompt":5}"#, #"{"prompt":""}"#, "{}", #"{"prompt":"x","seconds":5}"#,
      #"{"prompt":"x","frames":81}"#,
      #"{"prompt":"x","num_frames":0}"#, #"{"prompt":"x","seed":-1}"#, #"{"prompt":"x","width":720}"#,
      #"{"prompt":"x","width":720,"height":1280,"size":"720x1280"}"#, #"{"prompt":"x","size":"large"}"#, "[]",
    ])
  func wrong(json: String) async throws { #expect(try await post(json) == 400) }

  @Test("a form's number is one, and a list is asked for with what is published")
  func texts() async throws {
    func form(_ name: String, _ value: String) async throws -> Int {
      try await status(.extended) { base in
        HTTPRequest(
          .post, base + "/videos",
          body: .multipart([
            MultipartPart(name: "prompt", content: .bytes(Array("x".utf8))),
            MultipartPart(name: name, content: .bytes(Array(value.utf8))),
          ]))
      }
    }
    #expect(try await form("num_frames", "81") == 200)
    for (name, value) in [
      ("num_frames", "81.0"), ("fps", "fast"), ("seed", "0x7"), ("input_reference", "a text"),
      ("prompt", "again"),
    ] {
      #expect(try await form(name, value) == 400, "\(name)")
    }
    for (query, wanted) in [
      ("limit=5&order=desc", 200), ("limit=500", 400), ("order=up", 400), ("page=2", 400),
    ] {
      #expect(
        try await status(.published) { HTTPRequest(.get, "\($0)/videos?\(query)") } == wanted, "\(query)")
    }
  }
}
