import CurlHTTP
import Directing
import Foundation
import GatewayTesting
import Generation
import Synchronization
import Testing
import VideosTesting

/// A generator in front of a test server, with a clock whose waits are noted and take no time.
final class Bench: @unchecked Sendable {
  // A test uses it from one task at a time; what its closures share is behind locks.
  let server: VideosServer
  let generator: ModelGenerator
  let clock = NotedClock()
  private let makeGenerator: @Sendable () -> ModelGenerator
  let folder: String
  var job: ClipJob
  var onSave: @Sendable (ClipJob) async throws -> Void = { _ in }
  private let noted = Mutex<[String]>([])
  private let keeping = Mutex<[ClipJob]>([])

  /// Runs a test.
  static func use(
    _ dialect: VideosServer.Dialect = .extended, model: String? = "wan2.2", serverKey: String = "sk-secret",
    now: @escaping @Sendable () -> Date = { Date() },
    _ body: (Bench) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let server = try VideosServer(dialect, key: serverKey)
      let http = HTTPClient()
      var values = ["T2V_GENERATOR_URL": server.base, "T2V_GENERATOR_KEY": "sk-secret"]
      values["T2V_GENERATOR_MODEL"] = model
      let settings = try #require(try GeneratorSettings.read(values))
      do {
        let bench = Bench(server, settings, http, folder, now)
        try await body(bench)
      } catch {
        server.stop()
        await http.shutdown()
        throw error
      }
      server.stop()
      await http.shutdown()
    }
  }

  private init(
    _ server: VideosServer, _ settings: GeneratorSettings, _ http: HTTPClient, _ folder: String,
    _ now: @escaping @Sendable () -> Date
  ) {
    self.server = server
    self.folder = folder
    job = Self.job()
    makeGenerator = { [clock] in ModelGenerator(settings, http: http, clock: clock, now: now) }
    generator = makeGenerator()
  }

  /// A generator of the same server that knows nothing yet, as another process has it.
  func another() -> ModelGenerator { makeGenerator() }

  /// A job for five seconds of an upright film.
  static func job() -> ClipJob {
    let shot = Shot(name: "sunset", durationMS: 5000, seed: 7, timeOfDay: .sunset, elements: [])
    return ClipJob(
      ClipOrder(
        prompt: "A sunset. Camera: slow push in.", shot: shot, durationMS: 5000, width: 1080, height: 1920))
  }

  /// Where the clip goes.
  var file: String { folder + "/clip" }
  /// What came.
  var bytes: [UInt8] { (try? GatewayTesting.bytes(of: file)) ?? [] }

  /// Has the job made.
  func make() async throws -> GeneratedClip {
    let save = onSave
    return try await generator.make(job, into: file) { try await save($0) }
  }

  var notes: [String] { noted.withLock { $0 } }
  func note(_ text: String) { noted.withLock { $0.append(text) } }
  var kept: [ClipJob] { keeping.withLock { $0 } }
  func keep(_ job: ClipJob) { keeping.withLock { $0.append(job) } }
}
