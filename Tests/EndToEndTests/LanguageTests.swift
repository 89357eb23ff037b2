import CurlHTTP
import GatewayTesting
import Testing

/// Which language a session is made in, of the client's own process.
@Suite struct LanguageTests {
  /// The languages of the sessions that the client asks for.
  private func languages(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> [String] {
    let server = try ScriptedServer(
      answering { request, connection in
        let answers = [
          "/api/auth/anonymous-token": #"{"code":0,"data":{"token":"nmv_usr_1","user_id":"anon_1"}}"#,
          "/api/tasks/me/with-session/nemo_agent": #"{"session_id":"s"}"#,
          "/api/credits/balance/simple": #"{"code":0,"data":{"available":9}}"#,
          "/run_sse": #"{"text":"ok"}"#,
        ]
        let answer = answers[request.target] ?? #"{"code":0,"data":{"state":{}}}"#
        connection.respond(200, ["Content-Type": "application/json"], body: answer)
      })
    defer { server.stop() }
    let sandbox = try Sandbox()
    _ = try await Run.client(
      arguments, in: sandbox, input: input,
      environment: environment.merging(["NEMO_API_URL": server.url]) { $1 })
    return server.requests.filter { $0.target == "/api/tasks/me/with-session/nemo_agent" }.compactMap {
      JSONTree($0.bodyText)?["language"]?.string
    }
  }

  @Test("the locale names the language of the session, whatever is typed")
  func locale() async throws {
    #expect(
      try await languages([], input: "a red fox\n", environment: ["LANG": "zh_CN.UTF-8"]) == ["zh"])
  }

  @Test("an option names it before all else")
  func option() async throws {
    #expect(
      try await languages(
        ["--language", "fr"], input: "a red fox\n", environment: ["LANG": "zh_CN.UTF-8"]) == ["fr"])
  }

  @Test("where the locale names none, the first message of a pipe does, in one session")
  func pipe() async throws {
    #expect(try await languages([], input: "一只猫在月光下\n") == ["zh"])
    #expect(try await languages([], input: "🌅\n") == ["en"])
  }

  @Test("where the locale names none, the prompt of “make” does")
  func make() async throws {
    #expect(try await languages(["make", "ein Fuchs im Schnee und die Sterne"]) == ["de"])
  }
}
