import CurlHTTP
import Directing
import Foundation
import GatewayTesting
import Generation
import Testing
import VideosTesting

@Suite("Video servers in trouble")
struct FaultTests {
  @Test("429 and 503 on the way in are waited out, as long as the server says")
  func busy() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .status(429, retryAfter: "7"), .status(503))
      _ = try await bench.make()
      #expect(bench.server.jobs.count == 1)
      #expect(bench.clock.sleeps.prefix(2) == [.seconds(7), .milliseconds(1500)])
    }
  }

  @Test("Retry-After as a date is understood")
  func date() async throws {
    let moment = Date(timeIntervalSince1970: 1_800_000_000)
    try await Bench.use(now: { moment }) { bench in
      let reader = DateFormatter()
      reader.locale = Locale(identifier: "en_US_POSIX")
      reader.timeZone = TimeZone(identifier: "GMT")
      reader.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      bench.server.fail(
        .create, .status(429, retryAfter: reader.string(from: moment.addingTimeInterval(60))))
      _ = try await bench.make()
      #expect(bench.clock.sleeps.first == .seconds(60))
    }
  }

  @Test("a server that is always busy is given up after some tries, with what it said")
  func alwaysBusy() async throws {
    try await Bench.use { bench in
      for _ in 0..<20 { bench.server.fail(.create, .status(429)) }
      let error = await #expect(throws: GenerationError.self) { try await bench.make() }
      #expect(error == .busy(host: "127.0.0.1", detail: "Trouble 429"))
      #expect(error?.isWorthWaiting == true)
      #expect(bench.server.calls(.create) == 6)
      #expect(bench.server.jobs.isEmpty)
    }
  }

  @Test("trouble while it is waited for does not lose the job")
  func pollTrouble() async throws {
    try await Bench.use { bench in
      bench.server.fail(.retrieve, .status(500), .status(502), .status(429, retryAfter: "20"), .lostAnswer)
      _ = try await bench.make()
      #expect(bench.server.jobs.count == 1)
      #expect(bench.clock.sleeps.contains(.seconds(20)))
      #expect(bench.bytes == VideosServer.content(number: 0))
    }
  }

  @Test("a job whose answer was lost is found in the server's list, not sent twice")
  func lostAnswer() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .lostAnswer)
      _ = try await bench.make()
      #expect(bench.server.jobs.count == 1)
      #expect(bench.server.calls(.create) == 1)
      #expect(bench.server.calls(.list) == 1)
    }
  }

  @Test(
    "a job that a server took before it had trouble is found in its list, not sent twice",
    arguments: [408, 500, 502, 504])
  func troubleAfterwards(status: Int) async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .troubleAfterwards(status))
      _ = try await bench.make()
      #expect(bench.server.calls(.create) == 1)
      #expect(bench.bytes == VideosServer.content(number: 0))
    }
  }

  @Test("a server can be looked at without a clip: what keeps it from making one is named")
  func check() async throws {
    try await Bench.use { bench in
      #expect(await bench.generator.check() == nil)
      bench.server.fail(.list, .status(404), .status(401), .status(503), .garbage)
      // Not every server has a list.
      #expect(await bench.generator.check() == nil)
      #expect(await bench.generator.check() == .keyRefused(host: "127.0.0.1"))
      #expect(await bench.generator.check() == .serverTrouble(status: 503, detail: "Trouble 503"))
      #expect(await bench.generator.check() == .badAnswer(detail: "its list of videos is none"))
      bench.server.stop()
      let end = await bench.generator.check()
      #expect(end?.description.hasPrefix("127.0.0.1 cannot be reached") == true, "\(String(describing: end))")
      #expect(bench.server.calls(.create) == 0)
    }
  }

  @Test("while the list cannot be read, nothing is sent again")
  func listInTrouble() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .lostAnswer)
      bench.server.fail(.list, .status(503), .lostAnswer)
      _ = try await bench.make()
      #expect(bench.server.calls(.create) == 1)
      #expect(bench.server.calls(.list) == 3)
    }
  }

  @Test("a server without a list is sent the job again")
  func noList() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .status(500))
      bench.server.fail(.list, .status(405))
      _ = try await bench.make()
      #expect(bench.server.calls(.create) == 2)
    }
  }

  @Test("a job that belongs to another clip with the same prompt is not taken for this one's")
  func othersJob() async throws {
    try await Bench.use { bench in
      let first = bench.job
      _ = try await bench.make()
      bench.server.fail(.create, .status(500))
      bench.job = first
      _ = try await bench.make()
      #expect(bench.server.calls(.create) == 3 && bench.server.jobs.count == 2)
      #expect(bench.bytes == VideosServer.content(number: 1))
      // Another process knows of them by what is written down.
      bench.server.fail(.create, .status(500))
      let generator = bench.another()
      generator.recognise(["video_0", "video_1"])
      _ = try await generator.make(first, into: bench.file) { _ in }
      #expect(bench.server.jobs.count == 3)
    }
  }

  @Test("a job that an earlier process sent without reading the answer is found again")
  func killedWhileSending() async throws {
    try await Bench.use { bench in
      bench.onSave = { job in
        bench.keep(job)
        if job.remoteID != nil { throw CancellationError() }
      }
      await #expect(throws: CancellationError.self) { try await bench.make() }
      #expect(bench.server.jobs.count == 1)
      // What was on the disk when the process died: the job before the answer.
      bench.job = try #require(bench.kept.first)
      #expect(bench.job.remoteID == nil)
      bench.onSave = { _ in }
      _ = try await bench.make()
      #expect(bench.server.jobs.count == 1)
    }
  }

  @Test("a job that an earlier process sent is gone on with by its id")
  func resumed() async throws {
    try await Bench.use { bench in
      bench.onSave = { job in
        bench.keep(job)
        if job.progress > 0 { throw CancellationError() }
      }
      bench.server.course(.completes(after: 3))
      await #expect(throws: CancellationError.self) { try await bench.make() }
      bench.job = try #require(bench.kept.last)
      bench.onSave = { _ in }
      _ = try await bench.make()
      #expect(bench.server.calls(.create) == 1)
      #expect(bench.bytes == VideosServer.content(number: 0))
    }
  }

  @Test("a job that fails says why, in the model's words and without control characters")
  func failed() async throws {
    try await Bench.use { bench in
      bench.server.course(.fails(code: "moderation_blocked", message: "Not\u{1B}[31m this sk-secret one."))
      let error = await #expect(throws: GenerationError.self) { try await bench.make() }
      #expect(error == .failed(code: "moderation_blocked", detail: "Not [31m this ‹token› one"))
      #expect(error?.isWorthWaiting == false)
    }
  }

  @Test("a job that the server has forgotten is lost")
  func forgotten() async throws {
    try await Bench.use { bench in
      bench.job.remoteID = "video_99"
      await #expect(throws: GenerationError.jobLost) { try await bench.make() }
    }
  }

  @Test("a job that was sent and whose id nobody has read is ended at the server, and no other")
  func abandoned() async throws {
    try await Bench.use { bench in
      let first = bench.job
      _ = try await bench.make()
      bench.onSave = { job in
        bench.keep(job)
        if job.remoteID != nil { throw CancellationError() }
      }
      bench.job = first
      await #expect(throws: CancellationError.self) { try await bench.make() }
      await bench.generator.abandon(try #require(bench.kept.first))
      #expect(bench.server.deleted == ["video_1"])
    }
  }

  @Test("a job that was surely not taken is not looked for at the server")
  func refused() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .status(400))
      bench.onSave = { bench.keep($0) }
      await #expect(throws: GenerationError.self) { try await bench.make() }
      let job = try #require(bench.kept.last)
      #expect(job.sent == nil)
      await bench.generator.abandon(job)
      #expect(bench.server.calls(.list) == 0)
    }
  }

  @Test("a server that does not speak the API is told apart from one in trouble")
  func garbage() async throws {
    try await Bench.use { bench in
      bench.server.fail(.create, .garbage)
      await #expect(throws: GenerationError.badAnswer(detail: "its answer holds no id and status")) {
        try await bench.make()
      }
    }
  }

  @Test("where nobody answers, some tries are made, and the host is named")
  func nobody() async throws {
    try await Bench.use { bench in
      bench.server.stop()
      let error = await #expect(throws: GenerationError.self) { try await bench.make() }
      guard case .unreachable(host: "127.0.0.1", _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(bench.clock.sleeps.count == 2)
    }
  }

  @Test("a job that never ends is asked for until its waiting is cancelled, and stays at the server")
  func never() async throws {
    try await Bench.use { bench in
      bench.server.course(.never)
      bench.clock.onSleep = { if bench.clock.sleeps.count > 40 { throw CancellationError() } }
      await #expect(throws: CancellationError.self) { try await bench.make() }
      #expect(bench.clock.sleeps.suffix(5).allSatisfy { $0 == .seconds(15) })
      #expect(bench.server.deleted.isEmpty)
      await bench.generator.abandon(ClipJob(bench.job.order))
      #expect(bench.server.deleted.isEmpty)
      var job = bench.job
      job.remoteID = "video_0"
      await bench.generator.abandon(job)
      #expect(bench.server.deleted == ["video_0"])
    }
  }
}
