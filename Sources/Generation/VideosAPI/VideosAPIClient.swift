import CurlHTTP
import Foundation

/// The calls of OpenAI's videos API, one method each, nothing repeated and nothing remembered.
///
/// The wire is that of the package `openai` of PyPI (`resources/videos.py`, `types/video*.py`) with the extensions that
/// vLLM-Omni and SGLang document; Docs/Studio.md says what was learnt of each.
struct VideosAPIClient: Sendable {
  let http: HTTPClient
  let settings: GeneratorSettings
  /// Against what a date in `Retry-After` is counted.
  let now: @Sendable () -> Date

  /// A call's answer is short; a job that is told with a long prompt still fits.
  private static let answerLimit = 1 << 20
  /// The longest that a new job is on its way, in seconds: a picture may be large and the way slow.
  static let longestSending = 600.0
  private static let limits = HTTPLimits(connect: .seconds(10), stall: .seconds(60), total: .seconds(120))

  /// Why a call did not succeed.
  enum Failure: Error {
    /// The server answered with an error.
    case complaint(ServerComplaint)
    /// No answer came.
    case network(HTTPError)
    /// The answer is not understood.
    case unreadable(String)
  }

  /// `POST /videos`.
  func create(_ form: VideoForm, _ fields: VideoForm.Fields, _ encoding: VideoForm.Encoding) async throws
    -> VideoJob
  {
    var request = self.request(.post, "/videos")
    request.body = form.body(fields, encoding)
    request.limits.total = .seconds(Self.longestSending)
    return try await job(request)
  }

  /// `GET /videos/{id}`.
  func retrieve(_ id: String) async throws -> VideoJob {
    try await job(request(.get, "/videos/" + Self.escaped(id)))
  }

  /// `GET /videos`: the newest jobs, and the server's clock when it told them, where it says. A server without the call
  /// answers with an error.
  func newest() async throws -> (jobs: [VideoJob], date: Date?) {
    struct List: Decodable { var data: [VideoJob] }
    var request = self.request(.get, "/videos?order=desc&limit=50")
    request.limits.total = .seconds(30)
    let (headers, body) = try await answer(to: request)
    guard let list = try? JSONDecoder().decode(List.self, from: body) else {
      throw Failure.unreadable("it lists no jobs")
    }
    return (list.data, headers["Date"].flatMap(HTTPDate.read))
  }

  /// `DELETE /videos/{id}`: ends a job that runs, and removes what it made.
  func delete(_ id: String) async throws {
    var request = self.request(.delete, "/videos/" + Self.escaped(id))
    request.limits.total = .seconds(15)
    _ = try await answer(to: request)
  }

  /// `GET /videos/{id}/content` into a file, going on where an earlier attempt broke off.
  func download(
    _ id: String, to file: String, resuming validator: DownloadValidator?,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws -> DownloadResult {
    var request = self.request(.get, "/videos/\(Self.escaped(id))/content")
    request.headers["Accept"] = "video/mp4, video/*;q=0.9, application/octet-stream;q=0.5"
    request.redirects = .anywhere
    request.limits.total = nil
    do {
      return try await http.download(request, to: file, resuming: validator, progress: progress)
    } catch let error as HTTPStatusError {
      throw Failure.complaint(ServerComplaint(error, key: settings.key, now: now()))
    } catch let error as HTTPError {
      throw Failure.network(error)
    }
  }

  private func request(_ method: HTTPMethod, _ path: String) -> HTTPRequest {
    HTTPRequest(
      method, settings.base + path, headers: ["Accept": "application/json"], bearer: settings.key,
      limits: Self.limits, redirects: .sameOrigin)
  }

  private func job(_ request: HTTPRequest) async throws -> VideoJob {
    let body = try await answer(to: request).body
    guard let job = try? JSONDecoder().decode(VideoJob.self, from: body), !job.id.isEmpty,
      job.id.utf8.count <= 512
    else { throw Failure.unreadable("its answer holds no id and status") }
    return job
  }

  private func answer(to request: HTTPRequest) async throws -> (headers: HTTPFields, body: Data) {
    do {
      let response = try await http.send(request)
      guard response.isSuccess else {
        throw Failure.complaint(
          ServerComplaint(try await response.statusError(), key: settings.key, now: now()))
      }
      return (response.headers, Data(try await response.body.collect(upTo: Self.answerLimit)))
    } catch let error as HTTPError {
      throw Failure.network(error)
    }
  }

  /// An id of a stranger as one component of a path.
  private static func escaped(_ id: String) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.:")
    let escaped = id.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    // "." and ".." would be taken out of the path.
    return escaped.allSatisfy { $0 == "." } ? escaped.replacing(".", with: "%2E") : escaped
  }
}
