import CurlHTTP
import Foundation

/// A real `t2v-studio serve`, spoken to over its wire.
final class StudioProcess {
  private let process: Process
  private let http = HTTPClient()
  /// Where it answers.
  let url: String
  private let token: String

  /// Starts a studio on the sandbox's data and waits for its line.
  init(in sandbox: Sandbox, options: [String] = []) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: Sandbox.studio)
    process.arguments = ["serve", "--data", sandbox.studioData] + options
    // Scratch folders of a killed studio are looked for here.
    process.environment = sandbox.environment(["TMPDIR": sandbox.work])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while line.last != 0x0A {
      guard let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else { break }
      line += byte
    }
    let facts = try JSONSerialization.jsonObject(with: line) as? [String: String]
    url = facts?["url"] ?? ""
    token = facts?["token"] ?? ""
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Ends it as a power cut would.
  func killNow() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Makes a call and gives its answer.
  func call(
    _ method: HTTPMethod, _ path: String, json: [String: Any]? = nil, body: [UInt8]? = nil
  ) async throws -> (status: Int, body: [UInt8]) {
    var request = HTTPRequest(
      method, url + path,
      originHeaders: [
        "X-Skill-Source": "text-to-video-kaiber", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "unknown",
      ], bearer: Secret(token))
    if let bytes = try json.map({ [UInt8](try JSONSerialization.data(withJSONObject: $0)) }) ?? body {
      request.body = .bytes(bytes, contentType: "application/json")
    }
    let response = try await http.send(request)
    return (response.status, try await response.body.collect(upTo: 1 << 28))
  }

  /// Makes a call and gives the `data` of its envelope.
  func data(_ method: HTTPMethod, _ path: String, json: [String: Any]? = nil) async throws -> [String: Any] {
    let body = try await call(method, path, json: json).body
    let answer = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
    return answer?["data"] as? [String: Any] ?? [:]
  }

  /// Begins a session and says something in it.
  func session(saying words: String...) async throws -> String {
    let id = try await data(.post, "/api/tasks/me/with-session/nemo_agent", json: ["task_name": "project"])[
      "session_id"]
    let session = id as? String ?? ""
    for text in words {
      _ = try await call(
        .post, "/run_sse",
        json: [
          "app_name": "nemo_agent", "user_id": "me", "session_id": session,
          "new_message": ["parts": [["text": text]]],
        ])
    }
    return session
  }

  /// Asks for a render of a session's film as it is.
  func render(_ id: String, of session: String, resolution: String = "360p") async throws {
    let state = String(
      decoding: try await call(.get, "/api/state/nemo_agent/me/\(session)/latest").body, as: UTF8.self)
    // As it stands in the answer: numbers of 64 bits would not survive another writer.
    let draft = state.components(separatedBy: "{\"draft\":").last?.components(
      separatedBy: ",\"video_infos\":"
    ).first
    let body =
      #"{"id":"\#(id)","sessionId":"\#(session)","draft":\#(draft ?? "{}"),"#
      + #""output":{"format":"mp4","quality":"low","resolution":"\#(resolution)"}}"#
    _ = try await call(.post, "/api/render/proxy/lambda", body: [UInt8](body.utf8))
  }

  /// How far a render is.
  func progress(of id: String) async throws -> (status: String, fraction: Double) {
    let data = try await data(.get, "/api/render/proxy/lambda/\(id)")
    return (data["status"] as? String ?? "", Double(data["progress"] as? Int ?? 0) / 100)
  }

  /// Waits until a render is at a fraction, or has ended.
  func wait(for id: String, reaching fraction: Double) async throws -> (status: String, fraction: Double) {
    while true {
      let now = try await progress(of: id)
      if now.fraction >= fraction && fraction < 1
        || ["completed", "failed", "cancelled"].contains(now.status)
      {
        return now
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
