import Foundation
import Testing

/// The client in a pipe, against the real studio.
@Suite("In a pipe", .serialized)
struct PipeTests {
  @Test("a prompt and “export” give the events of the contract, and exit code 0")
  func promptAndExport() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["--studio", "local", "--json"], in: sandbox, input: "a sunset over ocean waves\nexport 480p\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").count == run.events.count, "every line is an object")
    let names = run.events.compactMap { $0["event"] as? String }
    #expect(names.first == "ready")
    let ready = try #require(run.events("ready").first)
    #expect(ready["studio"] as? String == "local")
    #expect((ready["credits"] as? Int ?? 0) > 0)
    #expect(run.events("route").compactMap { $0["intent"] as? String } == ["message", "export"])
    #expect(run.events("route").last?["resolution"] as? String == "480p")
    #expect(!run.events("text").isEmpty)
    #expect(run.events("tool").contains { $0["phase"] as? String == "start" })
    let timeline = try #require(run.events("timeline").last)
    let summary = try #require(timeline["summary"] as? String)
    #expect(summary.hasPrefix("Timeline (3 tracks): 1. Video: sunset over ocean waves (0-10s) 2. BGM: "))
    let tracks = try #require(timeline["tracks"] as? [[String: Any]])
    #expect(tracks.compactMap { $0["kind"] as? String } == ["video", "audio", "text"])
    #expect(tracks.first?["end"] as? Int == 10_000)
    #expect(run.events("progress").contains { $0["operation"] as? String == "render" })
    let exported = try #require(run.events("exported").first)
    let path = try #require(exported["path"] as? String)
    #expect(path.hasSuffix("sunset-over-ocean-waves.mp4"))
    #expect(exported["format"] as? String == "mp4")
    let size = try FileManager.default.attributesOfItem(atPath: sandbox.file("sunset-over-ocean-waves.mp4"))[
      .size]
    #expect(exported["bytes"] as? Int == size as? Int)
    #expect(run.events("turn").first?["status"] as? String == "done")
    #expect(!run.output.contains("nmv_"))
    let video = try await Media(path: sandbox.file("sunset-over-ocean-waves.mp4")).probe().video
    #expect(video?["width"] as? Int == 480)
  }

  @Test("edits in English and Chinese change the timeline, a second export never overwrites the first")
  func editsAndNames() async throws {
    let sandbox = try Sandbox()
    let input = """
      a lake under the stars, 2 seconds, no music
      add lo-fi music
      标题改成 Urban Dreams
      export as gif 480p
      export as gif 480p
      """
    let run = try await Run.client(["--studio", "local", "--json"], in: sandbox, input: input)
    #expect(run.status == 0, "\(run.errors)")
    let summaries = run.events("timeline").compactMap { $0["summary"] as? String }
    #expect(summaries.first?.contains("BGM") == false)
    #expect(summaries.contains { $0.contains("BGM: Lo-fi (0-2s, 35%)") })
    #expect(summaries.last?.contains("Title: \"Urban Dreams\"") == true)
    let paths = run.events("exported").compactMap { ($0["path"] as? String)?.split(separator: "/").last }
    #expect(Set(paths).count == 2)
    #expect(sandbox.files.filter { $0.hasSuffix(".gif") }.count == 2)
  }

  @Test("“make” writes the file that it is told to, and says so")
  func make() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["make", "snow over a city at night", "--studio", "local", "-o", "city.png", "--resolution", "480p"],
      in: sandbox)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "city.png\n")
    #expect(run.errors.contains("Saved city.png"))
    #expect(sandbox.files == ["city.png"])
  }

  @Test("without FFmpeg one sentence says what to install, nothing is saved, and the exit code is 1")
  func noFFmpeg() async throws {
    let sandbox = try Sandbox()
    let empty = sandbox.folder + "/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    let run = try await Run.client(
      ["--studio", "local", "--json"], in: sandbox, input: "a calm sea\nexport\n",
      environment: ["PATH": empty])
    #expect(run.status == 1)
    let told = run.events("error").compactMap { $0["message"] as? String }.joined() + run.errors
    #expect(told.contains("ffmpeg was not found, so no video can be made. Install it with"))
    #expect(sandbox.files.isEmpty)
  }

  @Test("an empty timeline is not exported: the error says what to type first")
  func emptyTimeline() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(["--studio", "local", "--json"], in: sandbox, input: "export\n")
    #expect(run.status == 1)
    #expect(run.events("error").first?["code"] as? String == "empty-draft")
  }

  @Test("a missing output folder is told before anything is rendered")
  func missingFolder() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["--studio", "local", "--json", "--output-dir", sandbox.folder + "/nowhere"], in: sandbox,
      input: "a calm sea, 2 seconds\nexport\n")
    #expect(run.status == 1)
    #expect(run.events("error").first?["code"] as? String == "disk")
    #expect(run.events("progress").isEmpty)
  }

  @Test("looking at the credits does not stand in the way of exporting the last film")
  func creditsLeaveTheFilm() async throws {
    let sandbox = try Sandbox()
    let made = try await Run.client(
      ["--studio", "local", "--json"], in: sandbox, input: "a calm sea, 2 seconds\n")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try await Run.client(["credits", "--studio", "local"], in: sandbox).status == 0)
    #expect(try await Run.client(["--studio", "local"], in: sandbox, input: "").status == 0)
    let export = try await Run.client(
      ["export", "--studio", "local", "-o", "sea.png", "--resolution", "480p"], in: sandbox)
    #expect(export.status == 0, "\(export.errors)")
    #expect(sandbox.files == ["sea.png"])
  }

  @Test("a film that has no room on the disk is told, and the next start finishes it")
  func noRoom() async throws {
    let sandbox = try Sandbox()
    let made = try await Run.client(
      ["--studio", "local", "--json"], in: sandbox, input: "a calm sea, 2 seconds\n")
    #expect(made.status == 0, "\(made.errors)")
    // The studio runs already, without the limit. A limit of the file's size gives the same error as a full disk.
    let limited = try await Run.program(
      "/bin/bash", ["-c", "ulimit -f 60; exec \"$0\" export --studio local --json", Sandbox.client],
      in: sandbox)
    #expect(limited.status == 1)
    #expect(limited.events("error").first?["code"] as? String == "disk")
    #expect(sandbox.files.filter { !$0.hasSuffix(".part") } == [])
    let next = try await Run.client(["--studio", "local", "--json"], in: sandbox, input: "")
    #expect(next.status == 0, "\(next.output)")
    #expect(next.events("exported").count == 1)
    #expect(sandbox.files == ["calm-sea-2-seconds.mp4"])
  }

  @Test("a batch that was broken off goes on where it stopped, and one that ended begins anew")
  func batchResumes() async throws {
    let sandbox = try Sandbox()
    try "a calm sea, 2 seconds\nsnow over hills, 2 seconds\n".write(
      toFile: sandbox.file("prompts.txt"), atomically: true, encoding: .utf8)
    let arguments = ["batch", "prompts.txt", "--studio", "local", "-o", "films"]
    let whole = try await Run.client(arguments, in: sandbox)
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(whole.output == "films/calm-sea-2-seconds.mp4\nfilms/snow-over-hills-2-seconds.mp4\n")
    // A second prompt that can't become a file: its name is taken by a folder that can't be written.
    let blocked = try await Run.program(
      "/bin/bash", ["-c", "ulimit -f 40; exec \"$0\" \"$@\"", Sandbox.client] + arguments, in: sandbox)
    #expect(blocked.status == 1)
    let again = try await Run.client(arguments, in: sandbox)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.errors.contains("2 of 2 videos made."))
  }

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

  @Test("“make” looks at the folder of its file before credits are spent")
  func makeChecksFirst() async throws {
    let sandbox = try Sandbox()
    let run = try await Run.client(
      ["make", "a calm sea", "--studio", "local", "--json", "-o", "nowhere/x.mp4"], in: sandbox)
    #expect(run.status == 1)
    #expect(run.events("error").first?["code"] as? String == "disk")
    #expect(run.events("turn").isEmpty)
  }

  @Test("bad usage ends with 64: an unencrypted address, an unknown option, an empty prompt")
  func badUsage() async throws {
    let sandbox = try Sandbox()
    let address = try await Run.client(
      ["credits"], in: sandbox, environment: ["NEMO_API_URL": "http://example.com"])
    #expect(address.status == 64)
    #expect(try await Run.client(["--nonsense"], in: sandbox).status == 64)
    #expect(try await Run.client(["make", "  "], in: sandbox).status == 64)
    for wrong in [
      ["--format", "exe"], ["--resolution", "999p"], ["-o", "x.xyz"], ["-o", "x.gif", "--format", "mp4"],
    ] {
      let run = try await Run.client(["make", "a calm sea", "--studio", "local"] + wrong, in: sandbox)
      #expect(run.status == 64 && run.output.isEmpty, "\(wrong): \(run)")
    }
    let waits = try await Run.client(["credits"], in: sandbox, environment: ["T2V_POLL": "soon"])
    #expect(waits.status == 64)
    #expect(waits.errors.contains("T2V_POLL"))
  }

  @Test("a hundred calls in a row end with 0: nothing is still running when the process ends")
  func manyCalls() async throws {
    let sandbox = try Sandbox()
    for _ in 0..<100 {
      let run = try await Run.client(["credits", "--studio", "local"], in: sandbox)
      try #require(run.status == 0, "\(run.errors)")
    }
  }

  @Test("“inspect” shows routes, translations, events and timelines as the contract writes them")
  func inspect() async throws {
    let sandbox = try Sandbox()
    let route = try await Run.client(
      ["inspect", "route"], in: sandbox, input: "save it as a gif, 720p\nremove the credits\n")
    #expect(
      route.output
        == "{\"intent\":\"export\",\"format\":\"gif\",\"resolution\":\"720p\"}\n{\"intent\":\"message\"}\n")
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
