import CurlHTTP
import Foundation
import Generation
import Testing
import VideosTesting

@Suite("Videos in trouble on their way from the server")
struct DownloadFaultTests {
  @Test("a video that is not kept any more has expired")
  func expired() async throws {
    try await Bench.use { bench in
      bench.server.expire()
      await #expect(throws: GenerationError.expired) { try await bench.make() }
    }
  }

  @Test("a video that is gone without a word of its end (404) has expired, too")
  func gone() async throws {
    try await Bench.use { bench in
      for _ in 0..<3 { bench.server.fail(.content, .status(404)) }
      await #expect(throws: GenerationError.expired) { try await bench.make() }
    }
  }

  @Test("429, 5xx and a file that is not there yet are waited out when the video is fetched")
  func contentTrouble() async throws {
    try await Bench.use { bench in
      bench.server.fail(
        .content, .status(429, retryAfter: "9"), .status(404), .cut(after: 5000), .status(503))
      _ = try await bench.make()
      #expect(bench.bytes == VideosServer.content(number: 0))
      #expect(bench.server.ranges == ["bytes=5000-", "bytes=5000-"])
      #expect(bench.clock.sleeps.contains(.seconds(9)))
      #expect(bench.server.jobs.count == 1 && bench.server.calls(.create) == 1)
    }
  }

  @Test("a server that never gives the video out is given up after some tries; waiting for it makes sense")
  func contentNever() async throws {
    try await Bench.use { bench in
      for _ in 0..<20 { bench.server.fail(.content, .status(502)) }
      let error = await #expect(throws: GenerationError.self) { try await bench.make() }
      #expect(error?.isWorthWaiting == true)
      #expect(bench.server.calls(.content) == 6)
    }
  }

  @Test("a download that is cut goes on where it was, again and again, and is whole in the end")
  func cut() async throws {
    try await Bench.use { bench in
      for _ in 0..<9 { bench.server.fail(.content, .cut(after: 5000)) }
      _ = try await bench.make()
      #expect(bench.bytes == VideosServer.content(number: 0))
      #expect(bench.server.ranges == (1...9).map { "bytes=\($0 * 5000)-" })
    }
  }

  @Test("a download that another process began goes on where it was")
  func cutByDeath() async throws {
    try await Bench.use { bench in
      bench.server.fail(.content, .cut(after: 20_000))
      bench.onSave = { job in bench.keep(job) }
      bench.clock.onSleep = { if bench.server.calls(.content) > 0 { throw CancellationError() } }
      await #expect(throws: CancellationError.self) { try await bench.make() }
      bench.job = try #require(bench.kept.last)
      #expect(bench.job.validator?.etag == "\"video_0-1\"")
      bench.clock.onSleep = {}
      _ = try await bench.make()
      #expect(bench.server.ranges == ["bytes=20000-"])
      #expect(bench.bytes == VideosServer.content(number: 0))
    }
  }
}
