import Conversation
import CurlHTTP
import GatewayTesting
import Testing

@Suite struct StreamingTests {
  @Test("a script gets a reply sentence by sentence, each as soon as it ends", .timeLimit(.minutes(1)))
  func sentences() async throws {
    let pieces = ["First sen", "tence. Sec", "ond one! A li", "ne\nThe e", "nd"]
    let stream = pieces.map { JSONTree.object(["text": .string($0)]) }
    let server = try ScriptedServer(
      answering { request, connection in
        switch request.target {
        case "/run_sse":
          let body = stream.map { "data: \($0.text)\n\n" }.joined()
          connection.respond(200, ["Content-Type": "text/event-stream"], body: body)
        case "/api/tasks/me/with-session/nemo_agent":
          connection.respond(200, ["Content-Type": "application/json"], body: #"{"session_id":"s"}"#)
        default:
          connection.respond(
            200, ["Content-Type": "application/json"], body: #"{"code":0,"data":{"available":9}}"#)
        }
      })
    defer { server.stop() }
    try await withTemporaryFolder { folder in
      let house = SessionHouse(folder: folder, url: server.url)
      try house.furnish()
      let session = try house.session()
      _ = await session.start()
      #expect(await session.handle("the sea"))
      let texts = house.recorder.lines.compactMap { $0["text"]?.string }.filter { $0 != "the sea" }
      #expect(texts.joined() == "First sentence. Second one! A line\nThe end")
      #expect(
        texts.map { $0.filter { !$0.isWhitespace } } == ["Firstsentence.", "Secondone!", "Aline", "Theend"])
      await house.http.shutdown()
    }
  }
}
