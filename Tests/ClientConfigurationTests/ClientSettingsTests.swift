import ClientConfiguration
import Testing

@Suite struct ClientSettingsTests {
  private func settings(_ environment: [String: String] = [:], _ file: String? = nil) throws -> ClientSettings
  {
    try ClientSettings(environment: environment, file: file.map { ("/c/config.yaml", $0) })
  }

  @Test("the environment wins over the file, and an empty variable is none")
  func precedence() throws {
    let file = "heartbeat: 5\nstudio: local\n"
    let both = try settings(["T2V_HEARTBEAT": "7", "T2V_STUDIO": ""], file)
    #expect(try both.seconds(.heartbeat) == .seconds(7))
    #expect(both[.studio] == "local")
    #expect(both.origin(of: .heartbeat) == .environment)
    #expect(both.origin(of: .studio) == .file("/c/config.yaml"))
    #expect(both[.token] == nil)
  }

  @Test("every setting has its key: the variable in lower case without its prefix")
  func keys() {
    #expect(
      Setting.allCases.map(\.key) == [
        "token", "api_url", "web_url", "client_id", "skill_source", "no_color", "studio", "output_dir",
        "language", "heartbeat", "poll",
        "rate_wait", "stream_limit", "silence_limit", "recovery", "render_stall", "generator_url",
        "generator_key", "generator_model", "generator_parallel", "generator_patience",
      ])
  }

  @Test("the studio's settings are handed over by the names of their variables, from the file too")
  func ofStudio() throws {
    let both = try settings(["T2V_GENERATOR_KEY": "k"], "generator_url: http://gpu\nheartbeat: 5\n")
    #expect(both.ofStudio == ["T2V_GENERATOR_URL": "http://gpu", "T2V_GENERATOR_KEY": "k"])
    #expect(Setting.allCases.filter(\.isSecret) == [.token, .generatorKey])
  }

  @Test("lists of waits are read from both places, also as a YAML list")
  func lists() throws {
    let wanted: [Duration] = [.seconds(30), .milliseconds(500)]
    #expect(try settings(["T2V_RECOVERY": "30, 0.5"]).secondsList(.recovery) == wanted)
    #expect(try settings([:], "recovery: 30,0.5").secondsList(.recovery) == wanted)
    #expect(try settings([:], "recovery: [30, 0.5]").secondsList(.recovery) == wanted)
  }

  @Test(
    "waits that make no sense are refused by name",
    arguments: ["soon", "-1", "nan", "inf", "604801", "1e99", ","])
  func waits(text: String) throws {
    #expect(throws: ConfigurationError.self) { try settings(["T2V_RECOVERY": text]).secondsList(.recovery) }
    do {
      _ = try settings([:], "poll: \"\(text)\"").seconds(.poll)
      Issue.record("taken")
    } catch let error as ConfigurationError {
      #expect(error.description.contains("poll in /c/config.yaml"))
    }
  }

  @Test(
    "files that are no settings are refused",
    arguments: [
      "- a\n- b\n", "just words", "a: [", "hartbeat: 5\n", "studio: {a: b}\n", "studio: a\nstudio: b\n",
    ])
  func files(text: String) { #expect(throws: ConfigurationError.self) { try settings([:], text) } }

  @Test(
    "an empty file, a remark and keys without a value set nothing",
    arguments: ["", "# nothing\n", "token:\nstudio: ~\nlanguage: null\n"])
  func nothing(text: String) throws {
    let settings = try settings([:], text)
    #expect(Setting.allCases.allSatisfy { settings[$0] == nil })
  }

  @Test("colour is not turned off by a file that says no_color: false")
  func colour() throws {
    #expect(try settings([:], "no_color: false")[.noColor] == nil)
    #expect(try settings([:], "no_color: true")[.noColor] != nil)
    #expect(try settings(["NO_COLOR": "1"])[.noColor] != nil)
  }
}
