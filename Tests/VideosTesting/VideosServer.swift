import CurlHTTP
import Foundation
import GatewayTesting
import Synchronization

/// A server of OpenAI's asynchronous videos API for tests, written from what is published of it: `resources/videos.py`
/// and `types/video*.py` of PyPI's `openai`, and the fields that vLLM-Omni documents beyond them.
///
/// It takes nothing that is not published: an unknown field, a field given twice, a value of another type, a length or
/// size outside the lists, an unknown parameter of a list is refused as the API refuses it, and what it answers has every field of the type. A job is
/// queued, then in progress, then there: each time it is asked for it moves on. Faults are told to it beforehand.
package final class VideosServer: Sendable {
  /// Which fields it takes.
  package enum Dialect: Sendable {
    /// Those that OpenAI publishes.
    case published
    /// Those of vLLM-Omni beside them.
    case extended
    /// As ``extended``, but, as releases of SGLang, a form only together with a picture, and JSON else.
    case jsonUnlessPicture
  }

  /// Something that goes wrong, once, at the next call of its kind.
  package enum Fault: Sendable, Equatable {
    /// An HTTP status in place of the answer, with `Retry-After` where a time is given.
    case status(Int, retryAfter: String? = nil)
    /// The request is taken, and the connection breaks before the answer.
    case lostAnswer
    /// The request is taken, and the answer does not come while the connection stays.
    case noAnswer
    /// The request is taken, and the answer tells of trouble.
    case troubleAfterwards(Int)
    /// The content breaks off after so many bytes.
    case cut(after: Int)
    /// The answer is no JSON.
    case garbage
  }

  /// A call's kind.
  package enum CallKind: Hashable, Sendable { case create, retrieve, content, delete, list }

  /// How a job goes.
  package enum Course: Sendable, Equatable {
    /// It is there after so many looks.
    case completes(after: Int)
    /// It fails, with a code and a message.
    case fails(code: String, message: String)
    /// It is in progress for ever.
    case never
  }

  /// A job of the server.
  package struct Job: Sendable {
    package var id: String
    package var fields: [String: String]
    package var reference: [UInt8]?
    package var created: Int
    package var looks = 0
    package var course: Course
    package var content: [UInt8]
  }

  struct State {
    var jobs: [Job] = []
    var deleted: [String] = []
    var faults: [CallKind: [Fault]] = [:]
    var course = Course.completes(after: 2)
    var content: @Sendable (Int) -> [UInt8] = { VideosServer.content(number: $0) }
    var isExpired = false
    var refusals: [String] = []
    var calls: [CallKind: Int] = [:]
    var ranges: [String] = []
    var running = 0
    var mostRunning = 0
  }

  let state = Mutex(State())
  let dialect: Dialect
  let key: String?
  private let server: Mutex<ScriptedServer?> = Mutex(nil)

  /// Starts a server.
  package init(_ dialect: Dialect = .extended, key: String? = nil) throws {
    self.dialect = dialect
    self.key = key
    let server = try ScriptedServer(answering { [self] in answer($0, $1) })
    self.server.withLock { $0 = server }
  }

  /// Its base address.
  package var base: String { server.withLock { ($0?.url ?? "") + "/v1" } }

  /// Ends it.
  package func stop() { server.withLock { $0 }?.stop() }

  /// The jobs that were taken and not deleted, in order.
  package var jobs: [Job] { state.withLock { $0.jobs } }
  /// The ids of jobs that were deleted.
  package var deleted: [String] { state.withLock { $0.deleted } }
  /// Why requests were refused as malformed.
  package var refusals: [String] { state.withLock { $0.refusals } }
  /// How often a call was made.
  package func calls(_ kind: CallKind) -> Int { state.withLock { $0.calls[kind] ?? 0 } }
  /// The `Range` fields of downloads.
  package var ranges: [String] { state.withLock { $0.ranges } }
  /// The most jobs that were under way at once.
  package var mostRunning: Int { state.withLock { $0.mostRunning } }
  /// What was asked for, by request.
  package var requests: [RecordedRequest] { server.withLock { $0?.requests ?? [] } }

  /// Lets the next calls of a kind go wrong, in this order.
  package func fail(_ kind: CallKind, _ faults: Fault...) {
    state.withLock { $0.faults[kind, default: []] += faults }
  }
  /// How the jobs that come go.
  package func course(_ course: Course) { state.withLock { $0.course = course } }
  /// How a job that is there already goes on.
  package func change(_ job: Int, to course: Course) { state.withLock { $0.jobs[job].course = course } }
  /// Whether the contents are gone.
  package func expire(_ isExpired: Bool = true) { state.withLock { $0.isExpired = isExpired } }
  /// What the videos are, by the number of their jobs.
  package func content(_ content: @escaping @Sendable (Int) -> [UInt8]) {
    state.withLock { $0.content = content }
  }

  /// Bytes that begin as an MP4 file does, different for each job.
  package static func content(number: Int) -> [UInt8] {
    [0, 0, 0, 24] + Array("ftypisom".utf8)
      + (0..<50_000).map { UInt8(truncatingIfNeeded: ($0 &* 31) ^ (number &* 17)) }
  }
}
