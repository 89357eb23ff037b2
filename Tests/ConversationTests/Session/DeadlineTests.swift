import Conversation
import CurlHTTP
import GatewayTesting
import Testing

/// What happens when nothing comes, on a clock that the test moves.
@Suite struct DeadlineTests {
  private static let head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

  /// A service that says `words`, then nothing, and whose state is the sunset as soon as the chat has been asked.
  private static func script(words: String?) -> ScriptedServer.Script {
    answering { request, connection in
      switch request.target {
      case "/api/tasks/me/with-session/nemo_agent":
        connection.respond(
          200, ["Content-Type": "application/json"], body: #"{"code":0,"data":{"session_id":"s"}}"#)
      case "/run_sse":
        connection.send(head)
        if let words {
          let data = "data: {\"text\":\"\(words)\"}\n\n"
          connection.send("\(String(data.utf8.count, radix: 16))\r\n\(data)\r\n")
        }
        connection.waitForClose()
      case "/api/state/nemo_agent/me/s/latest":
        connection.respond(
          200, ["Content-Type": "application/json"],
          body:
            #"{"code":0,"data":{"state":{"draft":{"t":[{"tt":0,"sg":[{"d":4000,"m":{"name":"sea"}}]}]}}}}"#)
      default:
        connection.respond(
          200, ["Content-Type": "application/json"], body: #"{"code":0,"data":{"available":9}}"#)
      }
    }
  }

  private func withTurn(
    words: String?, _ body: @Sendable (EventRecorder, ManualClock) async -> Void
  ) async throws -> [JSONTree] {
    let server = try ScriptedServer(Self.script(words: words))
    defer { server.stop() }
    var lines: [JSONTree] = []
    try await withTemporaryFolder { folder in
      let clock = ManualClock()
      var house = SessionHouse(folder: folder, url: server.url)
      house.clock = clock
      try house.furnish()
      let session = try house.session()
      let recorder = house.recorder
      _ = await session.start()
      let turn = Task { await session.handle("the sea") }
      await body(recorder, clock)
      _ = await turn.value
      await house.http.shutdown()
      lines = recorder.lines
    }
    return lines.filter { !["ready", "route"].contains($0["event"]?.string ?? "") }.joined
  }

  @Test(
    "every two minutes a heartbeat is told; ten minutes of silence lead to the state, which is the result",
    .timeLimit(.minutes(1)))
  func silence() async throws {
    let lines = try await withTurn(words: nil) { recorder, clock in
      for beat in [120, 240, 360, 480] {
        let told = recorder.next("heartbeat")
        await clock.waitForSleeper(until: .seconds(beat))
        clock.advance(to: .seconds(beat))
        await told.wait()
      }
      await clock.waitForSleeper(until: .seconds(600))
      clock.advance(to: .seconds(600))
      await clock.waitForSleeper(until: .seconds(630))
      clock.advance(to: .seconds(630))
    }
    let kinds = lines.compactMap { $0["event"]?.string }
    #expect(
      kinds == [
        "heartbeat", "heartbeat", "heartbeat", "heartbeat", "notice", "notice", "text", "timeline", "turn",
      ])
    #expect(lines[0] == JSONTree(#"{"event":"heartbeat","elapsed":120}"#))
    #expect(lines[4]["message"]?.string?.contains("said nothing for 600 s") == true)
    #expect(lines.last == JSONTree(#"{"event":"turn","status":"recovered","elapsed":630}"#))
  }

  @Test(
    "words that have come are told before the stream ends, and before what a limit leads to",
    .timeLimit(.minutes(1)))
  func words() async throws {
    let lines = try await withTurn(words: "First sentence. Second ") { recorder, clock in
      await recorder.next("text").wait()
      await clock.waitForSleeper(until: .seconds(120))
      clock.advance(to: .seconds(900))
      await clock.waitForSleeper(until: .seconds(930))
      clock.advance(to: .seconds(930))
    }
    #expect(lines.first?["text"]?.string?.hasPrefix("First sentence. Second") == true)
    #expect(lines.last?["status"] == .string("recovered"))
  }

  @Test("an interrupt while the state is waited for ends the turn", .timeLimit(.minutes(1)))
  func interrupted() async throws {
    let server = try ScriptedServer(Self.script(words: nil))
    defer { server.stop() }
    try await withTemporaryFolder { folder in
      let clock = ManualClock()
      var house = SessionHouse(folder: folder, url: server.url)
      house.clock = clock
      try house.furnish()
      let session = try house.session()
      _ = await session.start()
      let turn = Task { await session.handle("the sea") }
      await clock.waitForSleeper(until: .seconds(120))
      clock.advance(to: .seconds(900))
      await clock.waitForSleeper(until: .seconds(930))
      turn.cancel()
      #expect(await turn.value == false)
      #expect(house.recorder.lines.last?["status"] == .string("interrupted"))
      #expect(server.requests.count { $0.target == "/run_sse" } == 1)
      await house.http.shutdown()
    }
  }

  @Test("a turn that is cancelled before it begins sends nothing", .timeLimit(.minutes(1)))
  func cancelledEarly() async throws {
    let server = try ScriptedServer(Self.script(words: nil))
    defer { server.stop() }
    try await withTemporaryFolder { folder in
      let house = SessionHouse(folder: folder, url: server.url)
      try house.furnish()
      let session = try house.session()
      _ = await session.start()
      let gate = Gate()
      let turn = Task {
        await gate.wait()
        return await session.handle("the sea")
      }
      turn.cancel()
      gate.open()
      #expect(await turn.value == false)
      #expect(!server.requests.contains { $0.target == "/run_sse" })
      #expect(house.recorder.lines.last?["status"] == .string("interrupted"))
      await house.http.shutdown()
    }
  }

  @Test("a message that certainly did not arrive fails at once, without a wait", .timeLimit(.minutes(1)))
  func neverArrived() async throws {
    let server = try ScriptedServer(Self.script(words: nil))
    try await withTemporaryFolder { folder in
      let clock = ScriptClock()
      var house = SessionHouse(folder: folder, url: server.url)
      house.clock = clock
      try house.furnish()
      let session = try house.session()
      _ = await session.start()
      server.stop()
      // The listener is gone once its thread has seen the stop: until then a connection may still be taken and dropped.
      while (try? await house.http.send(HTTPRequest(.head, server.url))) != nil { await Task.yield() }
      #expect(await session.handle("the sea") == false)
      let told = house.recorder.lines.filter { ["error", "turn"].contains($0["event"]?.string ?? "") }
      #expect(told.count == 2)
      #expect(told.first?["code"] == .string("network"))
      #expect(told.last?["status"] == .string("failed"))
      #expect(clock.sleeps == [])
      await house.http.shutdown()
    }
  }
}
