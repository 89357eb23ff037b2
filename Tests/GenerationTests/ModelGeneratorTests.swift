import CurlHTTP
import Directing
import Foundation
import GatewayTesting
import Generation
import Testing
import VideosTesting

@Suite("Clips of a video server")
struct ModelGeneratorTests {
  @Test("a clip is asked for, waited for with growing waits, and fetched whole")
  func plain() async throws {
    try await Bench.use { bench in
      bench.server.course(.completes(after: 5))
      #expect(try await bench.make() == .footage)
      #expect(bench.bytes == VideosServer.content(number: 0))
      let fields = try #require(bench.server.jobs.first?.fields)
      #expect(fields["prompt"] == "A sunset. Camera: slow push in.")
      #expect(fields["model"] == "wan2.2")
      #expect(fields["size"] == "720x1280")
      #expect(fields["num_frames"] == "81")
      #expect(fields["fps"] == "16")
      #expect(fields["seconds"] == "5")
      #expect(fields["seed"] == "7")
      let waits = bench.clock.sleeps
      #expect(waits.count == 4)
      #expect(waits == waits.sorted() && waits[0] == .seconds(1) && waits[3] > .seconds(3))
      #expect(bench.server.refusals.isEmpty)
      #expect(bench.server.requests.allSatisfy { $0.headers["Authorization"] == "Bearer sk-secret" })
    }
  }

  @Test("a job is written down before it is sent, and again with the server's id before it is waited for")
  func journal() async throws {
    try await Bench.use { bench in
      bench.onSave = { job in
        bench.note("saved \(job.remoteID ?? "-") sent \(job.sent != nil) jobs \(bench.server.jobs.count)")
      }
      _ = try await bench.make()
      #expect(bench.notes.prefix(2) == ["saved - sent true jobs 0", "saved video_0 sent true jobs 1"])
    }
  }

  @Test("a job that cannot be written down is not sent")
  func unwritable() async throws {
    struct DiskFull: Error {}
    try await Bench.use { bench in
      bench.onSave = { _ in throw DiskFull() }
      await #expect(throws: DiskFull.self) { try await bench.make() }
      #expect(bench.server.calls(.create) == 0)
    }
  }

  @Test("a model of OpenAI's own is asked within what is published: 4, 8 or 12 seconds, four sizes, no seed")
  func published() async throws {
    try await Bench.use(.published, model: "sora-2") { bench in
      bench.job.order.durationMS = 5500
      _ = try await bench.make()
      let fields = try #require(bench.server.jobs.first?.fields)
      #expect(Set(fields.keys) == ["prompt", "model", "seconds", "size"])
      #expect(fields["seconds"] == "8")
      #expect(fields["size"] == "720x1280")
    }
  }

  @Test(
    "a server that refuses the fields beyond what is published is asked again without them, and then always so"
  )
  func fallback() async throws {
    try await Bench.use(.published, model: "some-model") { bench in
      _ = try await bench.make()
      #expect(bench.server.jobs.first?.fields["seconds"] == "8")
      let refusals = bench.server.refusals.count
      #expect(refusals == 1)
      bench.job = Bench.job()
      _ = try await bench.make()
      #expect(bench.server.refusals.count == refusals)
    }
  }

  @Test("a server that takes a form only with a picture gets JSON without one")
  func json() async throws {
    try await Bench.use(.jsonUnlessPicture) { bench in
      _ = try await bench.make()
      #expect(bench.server.jobs.first?.fields["num_frames"] == "81")
      #expect(
        bench.server.requests.last { $0.method == "POST" }?.headers["Content-Type"] == "application/json")
    }
  }

  @Test("a picture that the clip begins with goes along as a file of its type")
  func reference() async throws {
    try await Bench.use { bench in
      let picture = bench.folder + "/photo"
      try write(Array("\u{89}PNG picture".utf8), to: picture)
      bench.job.order.reference = picture
      bench.job.order.referenceType = "image/png"
      _ = try await bench.make()
      #expect(bench.server.jobs.first?.reference == Array("\u{89}PNG picture".utf8))
      #expect(bench.server.refusals.isEmpty)
    }
  }

  @Test("of the two sides that may refuse, neither sees the key in what is told")
  func keyRefused() async throws {
    try await Bench.use(serverKey: "another") { bench in
      let error = await #expect(throws: GenerationError.self) { try await bench.make() }
      #expect(error == .keyRefused(host: "127.0.0.1"))
      #expect(error?.description.contains("sk-secret") == false)
      #expect(error?.description.contains("T2V_GENERATOR_KEY") == true)
    }
  }
}
