import CurlHTTP
import PrivateFiles
import RawJSON

/// The built-in studio of this user: the one that runs, or one that is started.
///
/// A studio runs in the background until it has been idle for ten minutes, so that it finishes its renders when `t2v` leaves
/// and the next start finds it ready.
public struct LocalStudio: Sendable {
  /// A studio that accepts calls.
  public struct Running: Sendable {
    /// Its address, such as `http://127.0.0.1:40123`.
    public let url: String
    /// Its owner's token.
    public let token: Secret
    /// Whether a server of video models makes its clips.
    let hasGenerator: Bool
  }

  /// How long another studio may take to start or to end.
  private static let patience = Duration.seconds(20)

  private let http: HTTPClient
  private let folder: PrivateFolder
  private let program: String
  private let settings: [String: String]

  /// Finds the studio's program and data.
  ///
  /// - Parameters:
  ///   - http: Asks a running studio whether it answers.
  ///   - folder: The studio's data folder.
  ///   - executable: The path of `t2v` itself; the studio lies beside it.
  ///   - settings: The studio's own settings, by the names of their variables. They reach a studio that is started by its
  ///     environment and a running one by a call, never by arguments, which others can read.
  ///   - environment: `T2V_STUDIO_BIN` overrides, `PATH` is the last resort (CONTRACT.md).
  /// - Throws: ``LocalStudioError/programMissing(searched:)``.
  public init(
    http: HTTPClient, folder: PrivateFolder, executable: String, environment: [String: String],
    settings: [String: String] = [:]
  ) throws(LocalStudioError) {
    self.settings = settings
    self.http = http
    self.folder = folder
    program = try StudioProgram.find(executable: executable, environment: environment)
  }

  /// The running studio, started if there is none.
  ///
  /// - Throws: ``LocalStudioError``, `CancellationError`.
  public func running() async throws -> Running {
    if let found = try await found() {
      try await handOver(to: found)
      return found
    }
    let deadline = ContinuousClock.now + Self.patience
    while true {
      do {
        return try await start()
      } catch let error as LocalStudioError {
        // Two programs may start one at once; then the first of them serves both.
        if let found = try await found() {
          try await handOver(to: found)
          return found
        }
        // Another studio holds the folder and does not answer: it is starting, whoever wanted it, or ending.
        guard error.isFolderBusy, ContinuousClock.now < deadline else { throw error }
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// What makes the clips of a running studio, and what keeps that from making any now; nil: it could not be asked.
  public func generator(of studio: Running) async -> (engine: String, problem: String?)? {
    var request = HTTPRequest(.get, studio.url + "/api/generator", bearer: studio.token)
    request.limits = HTTPLimits(connect: .seconds(2), stall: nil, total: .seconds(30))
    guard let response = try? await http.send(request),
      let body = try? await response.body.collect(upTo: 65_536),
      let answer = JSONValue(body)?["data"], let engine = answer["engine"]?.string
    else { return nil }
    return (engine, answer["problem"]?.string)
  }

  /// The studio that the data folder names, if it answers.
  private func found() async throws -> Running? {
    guard let bytes = try? folder.read("serve.json", limit: 65_536), let file = JSONValue(bytes),
      let url = file["url"]?.string, let process = file["pid"]?.int,
      let token = try? folder.read("token", limit: 65_536)
    else { return nil }
    var request = HTTPRequest(.get, url + "/api/health")
    request.limits = HTTPLimits(connect: .seconds(2), stall: .seconds(5), total: .seconds(5))
    do {
      let response = try await http.send(request)
      let answer = JSONValue(try await response.body.collect(upTo: 65_536))?["data"]
      guard answer?["pid"]?.int == process else { return nil }
      return Running(
        url: url, token: Secret(String(decoding: token, as: UTF8.self)),
        hasGenerator: answer?["generator"]?.bool ?? true)
    } catch is HTTPError {
      return nil
    }
  }

  /// Gives a running studio the settings of today: another `t2v` may have started it with others. One that was started
  /// by hand keeps its own.
  private func handOver(to studio: Running) async throws {
    guard studio.hasGenerator || !settings.isEmpty else { return }
    var object = JSONWriter()
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) { object.add(name, value) }
    var request = HTTPRequest(.post, studio.url + "/api/generator", bearer: studio.token)
    request.body = .bytes(object.bytes, contentType: "application/json")
    request.limits = HTTPLimits(connect: .seconds(2), stall: .seconds(5), total: .seconds(5))
    let response: HTTPResponse
    do {
      response = try await http.send(request)
    } catch is HTTPError {
      // Whoever talks to it next finds out.
      return
    }
    guard response.status == 400 else { return response.body.cancel() }
    let answer = JSONValue(try await response.body.collect(upTo: 65_536))
    throw LocalStudioError.notStarted(
      answer?["message"]?.string ?? "a setting of its generator makes no sense")
  }

  private func start() async throws -> Running {
    let line = try await StudioProcess.start(
      program, arguments: ["serve", "--data", folder.path, "--detach", "--idle-exit", "600"],
      settings: settings)
    guard let answer = JSONValue(line), let url = answer["url"]?.string, let token = answer["token"]?.string
    else {
      throw LocalStudioError.notStarted("it said something that is not understood")
    }
    return Running(url: url, token: Secret(token), hasGenerator: !settings.isEmpty)
  }
}
