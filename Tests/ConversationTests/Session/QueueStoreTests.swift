import Conversation
import Foundation
import GatewayTesting
import PrivateFiles
import Testing

/// What waits survives the process that it waits in.
@Suite struct QueueStoreTests {
  /// A loop that never gets past connecting, so that all that is typed waits.
  private struct Stuck: Sendable {
    let loop: ConversationLoop
    let recorder = EventRecorder()
    private let connecting = Gate()

    init(_ state: PrivateFolder) {
      let recorder = recorder
      let connecting = connecting
      loop = ConversationLoop(
        transcript: Transcript(), queueStore: QueueStore(state: state),
        connect: {
          await connecting.wait()
          return nil
        }, emit: { await recorder.take($0) })
    }

    /// Connecting fails; the loop holds its queue.
    func release() { connecting.open() }
  }

  private func messages(_ recorder: EventRecorder) -> [String] {
    recorder.lines.compactMap { $0["message"]?.string }
  }

  private func files(_ state: PrivateFolder) -> [String] { state.folder("queues").names() }

  @Test(
    "what waits is on disk for its owner alone, and a new start holds and shows it", .timeLimit(.minutes(1)))
  func crash() async throws {
    try await withTemporaryFolder { folder in
      let state = PrivateFolder(folder + "/state")
      try await crashWithTwoMessages(state)
      let path = try #require(files(state).first.map { state.folder("queues").path(of: $0) })
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)

      let next = Stuck(state)
      await next.loop.open()
      next.release()
      await next.loop.waitUntilIdle()
      #expect(messages(next.recorder).contains { $0.hasPrefix("2 messages wait from an earlier start.") })
      #expect(messages(next.recorder).contains("2 messages are held in the queue."))
      await next.loop.submit("/queue")
      #expect(messages(next.recorder).contains("1: make it blue\n2: 标题改成 Urban Dreams"))
      await next.loop.submit("/queue clear")
      #expect(files(state) == [])
    }
  }

  /// The loop and its claim are let go of, as by the end of a process.
  private func crashWithTwoMessages(_ state: PrivateFolder) async throws {
    let first = Stuck(state)
    await first.loop.open()
    await first.loop.submit("make it blue")
    await first.loop.submit("标题改成 Urban Dreams")
    #expect(files(state).count == 1)
    first.release()
    await first.loop.waitUntilIdle()
  }

  @Test("the queue of a t2v that still runs is its own", .timeLimit(.minutes(1)))
  func neighbour() async throws {
    try await withTemporaryFolder { folder in
      let state = PrivateFolder(folder + "/state")
      let first = Stuck(state)
      await first.loop.open()
      await first.loop.submit("make it blue")
      let second = Stuck(state)
      await second.loop.open()
      second.release()
      await second.loop.waitUntilIdle()
      #expect(!messages(second.recorder).contains { $0.contains("earlier start") })
      #expect(files(state).count == 1)
      first.release()
      await first.loop.waitUntilIdle()
    }
  }

  @Test("a state folder that can't be written is told once, and the queue goes on", .timeLimit(.minutes(1)))
  func noDisk() async throws {
    try await withTemporaryFolder { folder in
      // A file in the folder's place: nothing can be made in it, whoever asks.
      try Data().write(to: URL(fileURLWithPath: folder + "/state"))
      let only = Stuck(PrivateFolder(folder + "/state"))
      await only.loop.open()
      await only.loop.submit("make it blue")
      await only.loop.submit("make it green")
      #expect(messages(only.recorder).count { $0.contains("waits in memory alone") } == 1)
      await only.loop.submit("/queue")
      #expect(messages(only.recorder).contains("1: make it blue\n2: make it green"))
      only.release()
      await only.loop.waitUntilIdle()
    }
  }
}
