import Conversation
import CurlHTTP
import GatewayTesting
import Synchronization
import Testing

/// What is typed while something runs.
@Suite struct ConversationLoopTests {
  /// A service whose first reply waits for a door.
  private struct Stage: Sendable {
    let door = DoorToThread()
    let asked = Gate()

    func script() -> ScriptedServer.Script {
      answering { [door, asked] request, connection in
        switch request.target {
        case "/run_sse":
          asked.open()
          door.wait()
          connection.respond(200, ["Content-Type": "text/event-stream"], body: "data: {\"text\":\"ok\"}\n\n")
        case "/api/tasks/me/with-session/nemo_agent":
          connection.respond(200, ["Content-Type": "application/json"], body: #"{"session_id":"s"}"#)
        default:
          connection.respond(
            200, ["Content-Type": "application/json"], body: #"{"code":0,"data":{"available":9}}"#)
        }
      }
    }
  }

  private func withLoop(
    _ body: (ConversationLoop, Stage, EventRecorder, ScriptedServer) async throws -> Void
  ) async throws {
    let stage = Stage()
    let server = try ScriptedServer(stage.script())
    defer {
      stage.door.open()
      server.stop()
    }
    try await withTemporaryFolder { folder in
      let house = SessionHouse(folder: folder, url: server.url)
      try house.furnish()
      let session = try house.session()
      let recorder = house.recorder
      let loop = ConversationLoop(
        transcript: Transcript(), connect: { await session.start() ? session : nil },
        emit: { await recorder.take($0) })
      await loop.open()
      try await body(loop, stage, recorder, server)
      stage.door.open()
      await loop.waitUntilIdle()
      await house.http.shutdown()
    }
  }

  private func messages(_ server: ScriptedServer) -> [String] {
    server.requests.filter { $0.target == "/run_sse" }.compactMap { request in
      guard case .array(let parts)? = JSONTree(request.bodyText)?["new_message"]?["parts"] else { return nil }
      return parts.first?["text"]?.string
    }
  }

  @Test("messages typed during a turn are sent in order when it ends", .timeLimit(.minutes(1)))
  func order() async throws {
    try await withLoop { loop, stage, _, server in
      await loop.submit("a red fox")
      await stage.asked.wait()
      await loop.submit("make it blue")
      await loop.submit("make it green")
      #expect(messages(server) == ["a red fox"])
      stage.door.open()
      await loop.waitUntilIdle()
      #expect(messages(server) == ["a red fox", "make it blue", "make it green"])
      #expect(await loop.isAllWell)
    }
  }

  @Test("an interrupt holds the queue; /queue go sends it", .timeLimit(.minutes(1)))
  func interrupt() async throws {
    try await withLoop { loop, stage, recorder, server in
      await loop.submit("a red fox")
      await stage.asked.wait()
      await loop.submit("make it blue")
      #expect(await loop.interrupt())
      await loop.waitUntilIdle()
      #expect(messages(server) == ["a red fox"])
      #expect(recorder.lines.last?["message"] == .string("1 messages are held in the queue."))
      stage.door.open()
      await loop.submit("/queue go")
      await loop.waitUntilIdle()
      #expect(messages(server) == ["a red fox", "make it blue"])
    }
  }

  @Test("messages that wait can be dropped", .timeLimit(.minutes(1)))
  func drop() async throws {
    try await withLoop { loop, stage, _, server in
      await loop.submit("a red fox")
      await stage.asked.wait()
      for line in ["one more fox", "two more foxes", "three more foxes"] { await loop.submit(line) }
      await loop.submit("/queue drop 2")
      await loop.submit("/queue drop 9")
      stage.door.open()
      await loop.waitUntilIdle()
      #expect(messages(server) == ["a red fox", "one more fox", "three more foxes"])
    }
  }

  @Test("/quit leaves the queue unsent", .timeLimit(.minutes(1)))
  func quit() async throws {
    try await withLoop { loop, stage, _, server in
      await loop.submit("a red fox")
      await stage.asked.wait()
      await loop.submit("make it blue")
      await loop.submit("/quit")
      stage.door.open()
      await loop.waitUntilIdle()
      #expect(await loop.isLeaving)
      #expect(messages(server) == ["a red fox"])
    }
  }

  @Test("/cancel with nothing to cancel says so", .timeLimit(.minutes(1)))
  func idleCancel() async throws {
    try await withLoop { loop, stage, recorder, _ in
      await loop.waitUntilIdle()
      await loop.submit("/cancel")
      #expect(recorder.lines.contains { $0["message"] == .string("Nothing is running.") })
      stage.door.open()
    }
  }
}
