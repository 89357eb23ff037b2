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

  @Test("a studio whose folder can't be made is told in a sentence that names the folder")
  func noFolder() async throws {
    let sandbox = try Sandbox()
    try "a file".write(toFile: sandbox.folder + "/data", atomically: true, encoding: .utf8)
    let run = try await Run.client(["--studio", "local"], in: sandbox, input: "a calm sea\n")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "The built-in studio did not start: can't create \(sandbox.folder)/data/t2v: Not a directory"),
      "\(run.errors)")
    #expect(!run.errors.contains("NS"), "nothing of the system's own names")
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
    try "a calm sea, 1 second\nsnow over hills, 1 second\n".write(
      toFile: sandbox.file("prompts.txt"), atomically: true, encoding: .utf8)
    let arguments = ["batch", "prompts.txt", "--studio", "local", "-o", "films"]
    // Interrupts the program as soon as it has told the first path.
    let interrupting = """
      fifo=$(mktemp -u) && mkfifo "$fifo"
      "$0" "$@" > "$fifo" &
      read -r path < "$fifo"
      kill -INT $!
      wait $!
      status=$?
      rm "$fifo"
      echo "$path"
      exit $status
      """
    let brokenOff = try await Run.program(
      "/bin/bash", ["-m", "-c", interrupting, Sandbox.client] + arguments, in: sandbox)
    #expect(brokenOff.status == 130, "\(brokenOff.errors)")
    #expect(brokenOff.output == "films/calm-sea-1-second.mp4\n")
    let rest = try await Run.client(arguments, in: sandbox)
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(rest.output == "films/snow-over-hills-1-second.mp4\n", "the first film is not made again")
    #expect(rest.errors.contains("Prompt 1 was made by an earlier run"))
    #expect(rest.errors.contains("2 of 2 videos made."))
    let anew = try await Run.client(arguments, in: sandbox)
    #expect(anew.status == 0, "\(anew.errors)")
    #expect(anew.output == "films/calm-sea-1-second-2.mp4\nfilms/snow-over-hills-1-second-2.mp4\n")
  }

  @Test(
    "each line of a batch becomes a film of its own, also one whose words could be an edit, a question or a step back"
  )
  func batchMakesNewFilms() async throws {
    let sandbox = try Sandbox()
    let prompts = [
      "a calm sea, 1 second", "dragon", "the last 3 seconds of a sunset", "undo", "Black Friday", "一只猫，1秒",
    ]
    try prompts.joined(separator: "\n").write(
      toFile: sandbox.file("prompts.txt"), atomically: true, encoding: .utf8)
    let run = try await Run.client(
      ["batch", "prompts.txt", "--studio", "local", "--json", "-o", "films"], in: sandbox)
    #expect(run.status == 0, "\(run.output)")
    let names = run.events("timeline").compactMap { event in
      (event["tracks"] as? [[String: Any]])?.first { $0["kind"] as? String == "video" }?["name"] as? String
    }
    #expect(names == ["calm sea", "dragon", "sunset", "untitled", "Black Friday", "一只猫"])
    #expect(
      run.events("exported").compactMap { $0["path"] as? String } == [
        "films/calm-sea-1-second.mp4", "films/dragon.mp4", "films/last-3-seconds-of-a-sunset.mp4",
        "films/undo.mp4",
        "films/black-friday.mp4", "films/一只猫-1秒.mp4",
      ])
  }

  @Test("every prompt of a batch is exported from a service, whatever its timeline tells of it")
  func batchTrustsService() async throws {
    let sandbox = try Sandbox()
    try "a calm sea\nmore of it\n".write(
      toFile: sandbox.file("prompts.txt"), atomically: true, encoding: .utf8)
    let service = try ScriptedService(reply: ["Done.\n"], film: try await Media.film())
    defer { service.stop() }
    service.release(20)
    let run = try await Run.client(
      ["batch", "prompts.txt", "--json"], in: sandbox, environment: service.environment)
    #expect(run.status == 0, "\(run.output)")
    #expect(
      run.events("exported").compactMap { $0["path"] as? String } == ["./calm-sea.mp4", "./more-of-it.mp4"])
    #expect(run.events("error").isEmpty)
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
}
