import Foundation
import Testing

/// The commands beside the conversation: sessions, doctor, config, the log, inspect and the studio's own.
@Suite("Commands", .serialized)
struct CommandTests {
  @Test("a session is listed with what it holds, and taken up with its last turns and its timeline")
  func sessions() async throws {
    let sandbox = try Sandbox()
    let made = try await Run.client(
      ["--studio", "local"], in: sandbox, input: "a calm sea, 2 seconds\nexport png 480p\n")
    #expect(made.status == 0, "\(made.errors)")
    let list = try await Run.client(["sessions", "--studio", "local", "--json"], in: sandbox)
    let session = try #require(list.events("session").first)
    #expect(session["prompt"] as? String == "a calm sea, 2 seconds")
    #expect(session["tracks"] as? Int == 3)
    #expect(session["renders"] as? Int == 1)
    let resumed = try await Run.client(
      ["--studio", "local", "--resume"], in: sandbox, input: "/save talk.md\n")
    #expect(resumed.errors.contains("> a calm sea, 2 seconds\n"))
    #expect(resumed.output.contains("Timeline (3 tracks)"))
    #expect(sandbox.files.contains("talk.md"))
  }

  @Test("the doctor names what it has looked at, also for scripts, and how to mend what is missing")
  func doctor() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(["doctor", "--studio", "local", "--json"], in: sandbox)
    #expect(run.status == 0, "\(run.output)")
    let checks = run.events.compactMap { $0["check"] as? String }
    #expect(
      Set(checks).isSuperset(of: ["terminal", "locale", "libraries", "libcurl", "FFmpeg", "file modes"]))
    let empty = sandbox.folder + "/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let bare = try await Run.client(
      ["doctor", "--studio", "local"], in: sandbox, environment: ["PATH": empty])
    #expect(bare.status == 1)
    #expect(bare.output.contains("BAD   FFmpeg: not found\n"))
    #expect(bare.output.contains("sudo apt-get install ffmpeg"))
  }

  @Test("without a libcurl that can be loaded, a message and the doctor say what to install")
  func noCurl() async throws {
    let sandbox = try Sandbox()
    try Data("no library".utf8).write(to: URL(filePath: sandbox.folder + "/libcurl.so.4"))
    let environment = ["LD_LIBRARY_PATH": sandbox.folder]
    let doctor = try await Run.client(["doctor", "--studio", "cloud"], in: sandbox, environment: environment)
    #expect(doctor.status == 1)
    #expect(doctor.output.contains("BAD   libcurl: \(sandbox.folder)/libcurl.so.4: "))
    #expect(doctor.output.contains("sudo apt-get install libcurl4"))
    let message = try await Run.client(
      ["--studio", "cloud"], in: sandbox, input: "a sunset\n", environment: environment)
    #expect(message.status == 1)
    #expect(message.errors.contains("sudo apt install libcurl4"), "\(message.errors)")
  }

  @Test(
    "the doctor asks the server of video models, where one is set, and says what keeps it from making clips")
  func doctorOfClips() async throws {
    let sandbox = try Sandbox()
    func clips(_ environment: [String: String]) async throws -> [String: Any]? {
      let run = try await Run.client(
        ["doctor", "--studio", "local", "--json"], in: sandbox, environment: environment)
      #expect(run.status == 0, "\(run.output)")
      return run.events.first { $0["check"] as? String == "clips" }
    }
    let drawn = try await clips([:])
    #expect(drawn?["ok"] as? Bool == true)
    #expect(drawn?["detail"] as? String == "by procedural animation")
    // Nobody listens there.
    let silent = try await clips(["T2V_GENERATOR_URL": "http://127.0.0.1:9/v1"])
    #expect(silent?["ok"] as? Bool == false && silent?["needed"] as? Bool == false)
    let detail = try #require(silent?["detail"] as? String)
    #expect(detail.hasPrefix("by the video model on 127.0.0.1: 127.0.0.1 cannot be reached"), "\(detail)")
  }

  @Test("“config” shows each setting and where it came from, and no token")
  func config() async throws {
    let sandbox = try Sandbox()
    let folder = sandbox.folder + "/config/t2v"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "poll: 5\noutput_dir: films\n".write(
      toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    let run = try await Run.client(
      ["config", "--json"], in: sandbox, environment: ["NEMO_TOKEN": "nmv_usr_secret", "T2V_POLL": "7"])
    #expect(run.status == 0)
    #expect(!run.output.contains("nmv_usr_secret"))
    let origins = Dictionary(
      uniqueKeysWithValues: run.events.map { ($0["key"] as? String ?? "", $0["origin"] as? String ?? "") })
    #expect(origins["poll"] == "T2V_POLL")
    #expect(origins["output_dir"] == folder + "/config.yaml")
    #expect(origins["heartbeat"] == "default")
    try "pol: 5\n".write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    let wrong = try await Run.client(["config"], in: sandbox)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("Did you mean “poll”?"))
  }

  @Test("-v keeps a log in the state folder, for its owner alone and without tokens")
  func log() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["--studio", "local", "-v"], in: sandbox, input: "my token is nmv_usr_abc123, status\n/log\n")
    let path = sandbox.folder + "/state/t2v/t2v.log"
    #expect(run.output.contains(path))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("GET /api/credits/balance/simple 200"))
    #expect(!text.contains("nmv_usr_abc123"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("“inspect” shows routes, translations, events and timelines as the contract writes them")
  func inspect() async throws {
    let sandbox = try Sandbox()
    let route = try await Run.client(
      ["inspect", "route"], in: sandbox,
      input: "save it as a gif, 720p\nremove the credits\nsave it to /tmp/x.mov\n/upload a.mp4\n")
    #expect(
      route.output == """
        {"intent":"export","format":"gif","resolution":"720p"}
        {"intent":"message"}
        {"intent":"export","format":"mov","path":"/tmp/x.mov","paths":["/tmp/x.mov"]}
        {"intent":"upload","paths":["a.mp4"]}

        """)
    let events = try await Run.client(
      ["inspect", "sse"], in: sandbox, input: "data:\n\nevent: a\ndata: 1\n\n")
    #expect(
      events.output
        == "{\"event\":\"message\",\"data\":\"\"}\n{\"event\":\"a\",\"data\":\"1\"}\n")
    let translation = try await Run.client(
      ["inspect", "translate"], in: sandbox, input: "The title is in. Click the Export button to download it."
    )
    #expect(translation.output == "The title is in.\n--\nexport\n")
    let draft = #"{"t":[{"tt":1,"sg":[{"d":2500,"m":{"name":"Lo-fi","volume":35}}]}]}"#
    let timeline = try await Run.client(["inspect", "timeline"], in: sandbox, input: draft)
    #expect(timeline.output == "Timeline (1 track): 1. BGM: Lo-fi (0-2.5s, 35%)\n")
    let deep = String(repeating: "[", count: 60_000)
    let hostile = try await Run.client(["inspect", "timeline"], in: sandbox, input: "{\"t\":\(deep)")
    #expect(hostile.status == 1)
  }

  @Test("the studio's own commands make a frame and a film of a draft")
  func studioCommands() async throws {
    let sandbox = try Sandbox()
    let frame = try await Run.program(
      Sandbox.studio, ["frame", "a sunset over ocean waves", "--size", "270x480", "-o", "frame.png"],
      in: sandbox)
    #expect(frame.status == 0, "\(frame.errors)")
    let again = try await Run.program(
      Sandbox.studio, ["frame", "a sunset over ocean waves", "--size", "270x480", "-o", "again.png"],
      in: sandbox)
    #expect(again.status == 0)
    #expect(
      FileManager.default.contents(atPath: sandbox.file("frame.png"))
        == FileManager.default.contents(atPath: sandbox.file("again.png")))
    let empty = try await Run.program(Sandbox.studio, ["frame", " ", "-o", "x.png"], in: sandbox)
    #expect(empty.status == 64)
    #expect(!sandbox.files.contains("x.png"))
  }
}
