import Conversation
import CurlHTTP
import Foundation
import GatewayTesting
import Testing

/// Text files that are uploaded as a message.
@Suite struct ScriptFileTests {
  /// What the service is sent, and what the user is told, when a file of these bytes is uploaded.
  private func upload(_ bytes: [UInt8]) async throws -> (sent: [String], told: [JSONTree]) {
    let server = try ScriptedServer(
      answering { request, connection in
        let answers = [
          "/api/tasks/me/with-session/nemo_agent": #"{"session_id":"s"}"#, "/run_sse": #"{"text":"ok"}"#,
        ]
        let answer = answers[request.target] ?? #"{"code":0,"data":{"available":9,"state":{}}}"#
        connection.respond(200, ["Content-Type": "application/json"], body: answer)
      })
    defer { server.stop() }
    var told: [JSONTree] = []
    try await withTemporaryFolder { folder in
      let house = SessionHouse(folder: folder, url: server.url)
      try house.furnish()
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/out/prompt.txt"))
      let session = try house.session()
      #expect(await session.start())
      _ = await session.upload([folder + "/out/prompt.txt"], then: "")
      await house.http.shutdown()
      told = house.recorder.lines
    }
    let sent = server.requests.filter { $0.target == "/run_sse" }.compactMap { request -> String? in
      guard case .array(let parts)? = JSONTree(request.bodyText)?["new_message"]?["parts"] else { return nil }
      return parts.first?["text"]?.string
    }
    return (sent, told)
  }

  @Test("a script in UTF-8 or UTF-16 is read as it was written")
  func encodings() async throws {
    let text = "a red fox, 一只猫 🦊"
    #expect(try await upload(Array(text.utf8)).sent == [text])
    #expect(try await upload([0xEF, 0xBB, 0xBF] + Array(text.utf8)).sent == [text])
    let units = Array(text.utf16)
    #expect(
      try await upload([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).sent == [text])
    #expect(
      try await upload([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }).sent == [text])
  }

  @Test("a script in another encoding is not sent as garbage: the user is told how to convert it")
  func latin1() async throws {
    let result = try await upload(Array("caf".utf8) + [0xE9])
    #expect(result.sent == [])
    #expect(result.told.last?["hint"]?.string?.contains("iconv") == true)
  }
}
