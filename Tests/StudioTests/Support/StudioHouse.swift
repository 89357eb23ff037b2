import Foundation
import Studio
import Testing

/// A studio in a folder of its own, with a fast renderer and a clock that stands still.
final class StudioHouse: Sendable {
  let folder: DataFolder
  let clock = TestClock()
  let rendering = FakeRendering()
  let server: StudioServer
  let port: UInt16

  /// Runs a test in a studio, and cleans up.
  static func visit(
    _ change: (inout StudioConfiguration) -> Void = { _ in }, rendering: (any FilmRendering)? = nil,
    _ body: (StudioHouse) async throws -> Void
  ) async throws {
    let folder = DataFolder(
      root: FileManager.default.temporaryDirectory.appendingPathComponent("t2v-\(UUID())"))
    defer { try? FileManager.default.removeItem(at: folder.root) }
    let house = try await StudioHouse(folder, rendering: rendering, change)
    do {
      try await body(house)
      await house.server.stop()
    } catch {
      await house.server.stop()
      throw error
    }
  }

  /// Starts a studio in a folder.
  init(
    _ folder: DataFolder, rendering other: (any FilmRendering)? = nil,
    _ change: (inout StudioConfiguration) -> Void = { _ in }
  ) async throws {
    self.folder = folder
    var configuration = StudioConfiguration(folder: folder)
    configuration.pacing = .zero
    configuration.now = clock.now
    configuration.log = .silent
    change(&configuration)
    server = try await StudioServer.start(configuration, rendering: other ?? rendering)
    port = UInt16(server.url.split(separator: ":").last ?? "") ?? 0
  }

  static let attribution = [
    "X-Skill-Source": "text-to-video-kaiber", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "unknown",
  ]

  /// The bytes of a request; the owner's token unless another, or none, is asked for.
  func request(
    _ method: String, _ path: String, token: String? = "", headers: [String: String] = [:],
    body: Data = Data()
  ) -> Data {
    var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close", "Content-Length": "\(body.count)"]
    if let token { fields["Authorization"] = "Bearer \(token.isEmpty ? server.token : token)" }
    fields.merge(headers) { $1 }
    let lines = fields.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return Data("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n".utf8) + body
  }

  /// Makes a call.
  func call(
    _ method: String, _ path: String, token: String? = "", headers: [String: String] = [:],
    body: Data = Data()
  ) async throws -> Reply {
    let bytes = try await PlainSocket.exchange(
      request(method, path, token: token, headers: headers, body: body), port: port)
    return try #require(Reply(bytes), "\(method) \(path) gave no whole answer")
  }

  /// Makes a call with a body of JSON.
  func post(
    _ path: String, _ json: [String: Any], token: String? = "", headers: [String: String] = [:]
  ) async throws -> Reply {
    let body = try JSONSerialization.data(withJSONObject: json)
    let fields = headers.merging(["Content-Type": "application/json"]) { mine, _ in mine }
    return try await call("POST", path, token: token, headers: fields, body: body)
  }

  /// Begins a session.
  func session(token: String? = "") async throws -> String {
    let reply = try await post(
      "/api/tasks/me/with-session/nemo_agent", ["task_name": "project"], token: token)
    return try #require(reply.data["session_id"] as? String)
  }

  /// The body of a chat call.
  func message(_ text: String, session: String) -> [String: Any] {
    [
      "app_name": "nemo_agent", "user_id": "me", "session_id": session,
      "new_message": ["parts": [["text": text]]],
    ]
  }

  /// Says something, and waits for the end of the turn.
  func say(_ text: String, session: String, token: String? = "") async throws -> Reply {
    try await post(
      "/run_sse", message(text, session: session), token: token, headers: ["Accept": "text/event-stream"])
  }

  /// The bytes of the draft as the state call answers them.
  func draft(_ session: String, token: String? = "") async throws -> String {
    let text = try await call("GET", "/api/state/nemo_agent/me/\(session)/latest", token: token).text
    let start = try #require(text.range(of: "{\"draft\":")).upperBound
    let end = try #require(text.range(of: ",\"video_infos\":")).lowerBound
    return String(text[start..<end])
  }

  /// Uploads files.
  func upload(
    _ files: [(name: String, content: Data)], session: String, token: String? = ""
  ) async throws -> Reply {
    var body = Data()
    for file in files {
      body += Data(
        "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
      body += file.content + Data("\r\n".utf8)
    }
    body += Data("--XX--\r\n".utf8)
    return try await call(
      "POST", "/api/upload-video/nemo_agent/me/\(session)", token: token,
      headers: ["Content-Type": "multipart/form-data; boundary=XX"], body: body)
  }

  /// Submits a render of a draft.
  func submit(
    _ id: String, session: String, draft: String, token: String? = "", format: String = "mp4",
    headers: [String: String] = attribution
  ) async throws -> Reply {
    let body =
      #"{"id":"\#(id)","sessionId":"\#(session)","draft":\#(draft),"output":{"format":"\#(format)","quality":"high"}}"#
    return try await call(
      "POST", "/api/render/proxy/lambda", token: token, headers: headers, body: Data(body.utf8))
  }

  /// A token of an anonymous user.
  func anonymous(_ client: UUID = UUID()) async throws -> String {
    let reply = try await call(
      "POST", "/api/auth/anonymous-token", token: nil, headers: ["X-Client-Id": client.uuidString])
    return try #require(reply.data["token"] as? String)
  }

  /// The credits of a user.
  func credits(token: String? = "") async throws -> [String: Int] {
    try await call("GET", "/api/credits/balance/simple", token: token).data.compactMapValues { $0 as? Int }
  }
}
