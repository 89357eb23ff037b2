import Directing
import Foundation
import GatewayTesting
import MediaFormats
import Rendering
import Testing

@Suite("When a render goes wrong")
struct TroubleTests {
  let folder: TestFolder
  let tools: MediaTools

  init() throws {
    folder = try TestFolder()
    tools = try MediaTools.find()
  }

  @Test("without FFmpeg the user is told how to get it")
  func missing() throws {
    #expect(throws: RenderError.toolMissing(name: "ffmpeg")) { try MediaTools.find(path: folder.path) }
    #expect(RenderError.toolMissing(name: "ffmpeg").description.contains("sudo apt install ffmpeg"))
  }

  @Test("FFmpeg going away between start and use is the same trouble")
  func gone() async throws {
    let renderer = FilmRenderer(tools: MediaTools(ffmpeg: folder.file("ffmpeg"), ffprobe: tools.ffprobe))
    await #expect(throws: RenderError.toolMissing(name: "ffmpeg")) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: folder.file("a.mp4"))
    }
  }

  @Test("an encoder that fails is quoted by its last line, one that is killed is named, and no file is left")
  func failures() async throws {
    let cases: [(script: String, error: RenderError)] = [
      ("echo '[libx264 @ 0x55] bad weather' >&2; exit 3", .encoderFailed(detail: "bad weather")),
      (
        "cat >/dev/null; echo 'Error: bad end.' >&2; echo 'Conversion failed!' >&2; exit 1",
        .encoderFailed(detail: "Error: bad end")
      ),
      ("kill -9 $$", .encoderKilled(signal: 9)),
      ("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1", .diskFull(folder.path)),
    ]
    for (script, error) in cases {
      let fake = try folder.script(script)
      let renderer = FilmRenderer(tools: MediaTools(ffmpeg: fake, ffprobe: tools.ffprobe))
      await #expect(throws: error) {
        try await renderer.render(
          TestFilm.make(shots: [TestFilm.shot(1, milliseconds: 3000)]), output: RenderOutput(),
          to: folder.file("a.mp4"))
      }
      try FileManager.default.removeItem(atPath: fake)
      #expect(folder.names.isEmpty)
    }
  }

  @Test("an FFmpeg that makes no progress is ended and named, whether it reads, writes, or does neither")
  func standstill() async throws {
    for script in [
      "exec sleep 600", "cat >/dev/null; exec sleep 600", "while echo frame=1; do sleep 0.05; done",
    ] {
      let fake = try folder.script(script)
      var slow = MediaTools(ffmpeg: fake, ffprobe: tools.ffprobe)
      slow.patience = Patience(.milliseconds(400))
      await #expect(throws: RenderError.stalled(media: nil, seconds: 0)) {
        try await FilmRenderer(tools: slow).render(
          TestFilm.make(), output: RenderOutput(), to: folder.file("a.mp4"))
      }
      try FileManager.default.removeItem(atPath: fake)
      #expect(folder.names.isEmpty)
    }
  }

  @Test("an upload that keeps its reader waiting is named, by the graph, the sound and the probe")
  func waitingMedia() async throws {
    let uploads = try Uploads()
    let name = try await uploads.colour("red", sound: "sine=d=2")
    let film = Uploads.film([Uploads.segment(name, milliseconds: 1000)])
    let fake = try folder.script("exec sleep 600")
    var slowGraph = MediaTools(ffmpeg: fake, ffprobe: tools.ffprobe)
    slowGraph.patience = Patience(.milliseconds(400))
    var slowProbe = MediaTools(ffmpeg: tools.ffmpeg, ffprobe: fake)
    slowProbe.patience = Patience(.milliseconds(400))
    for (tools, format) in [(slowGraph, MediaFormat.gif), (slowGraph, .mp3), (slowProbe, .mp4)] {
      await #expect(throws: RenderError.stalled(media: name, seconds: 0)) {
        try await FilmRenderer(tools: tools, mediaFolder: uploads.folder.path).render(
          film, output: RenderOutput(format: format), to: folder.file("a.\(format.rawValue)"))
      }
    }
    #expect(RenderError.stalled(media: "x.mp4", seconds: 180).description.contains("Convert it"))
  }

  @Test("a program that we keep waiting ourselves is not ended")
  func ourselves() async throws {
    let patience = Duration.milliseconds(200)
    let (clock, step) = (ManualClock(), patience / 8)
    var patient = tools
    patient.patience = Patience(patience, clock: clock)
    let uploads = try Uploads()
    let name = try await uploads.colour("red", seconds: 1)
    let renderer = FilmRenderer(tools: patient, mediaFolder: uploads.folder.path)
    var (count, time) = (0, Duration.zero)
    try await renderer.forEachPicture(
      of: Uploads.film([Uploads.segment(name, milliseconds: 400)]), output: RenderOutput()
    ) { _, _ in
      count += 1
      // Half as long again as the program may be silent.
      for _ in 0..<12 {
        time += step
        await clock.waitForSleeper(until: time)
        clock.advance(to: time)
      }
      return true
    }
    #expect(count == 4)
  }

  @Test("what a killed render left beside its file goes at the next render there; a running one's stays")
  func sweep() async throws {
    let ended = try Process.run(URL(fileURLWithPath: "/bin/true"), arguments: [])
    ended.waitUntilExit()
    let names = [
      ".t2v-\(ended.processIdentifier)-1abc.part", ".t2v-\(getpid())-2abc.part", "mine.part", ".t2v-notes",
    ]
    for name in names { try Data([1]).write(to: URL(fileURLWithPath: folder.file(name))) }
    try await FilmRenderer(tools: tools).render(
      TestFilm.make(), output: RenderOutput(format: .png), to: folder.file("a.png"))
    #expect(folder.names == (names[1...] + ["a.png"]).sorted())
  }

  @Test("a folder that is not there, and a path that is a folder, are named")
  func folders() async throws {
    let renderer = FilmRenderer(tools: tools)
    await #expect(throws: RenderError.folderNotWritable(folder.file("no"))) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: folder.file("no/a.mp4"))
    }
    await #expect(throws: RenderError.folderNotWritable(folder.path)) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: folder.path)
    }
  }

  @Test("a failed render leaves the file that was there before")
  func keepsTheOldFile() async throws {
    let path = folder.file("a.mp4")
    try Data("precious".utf8).write(to: URL(filePath: path))
    let fake = try folder.script("exit 1")
    let renderer = FilmRenderer(tools: MediaTools(ffmpeg: fake, ffprobe: tools.ffprobe))
    await #expect(throws: RenderError.self) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: path)
    }
    #expect(try folder.bytes("a.mp4") == Array("precious".utf8))
  }

  @Test(
    "cancelling stops FFmpeg and leaves nothing behind, of drawn films and of uploads",
    arguments: [false, true])
  func cancel(isUpload: Bool) async throws {
    let uploads = try Uploads()
    let renderer = FilmRenderer(tools: tools, mediaFolder: uploads.folder.path)
    let film =
      isUpload
      ? Uploads.film(
        [Uploads.segment(try await uploads.colour("red", sound: "sine=d=2"), milliseconds: 600_000)],
        audio: [
          Film.Segment(
            durationMS: 600_000, metadata: Film.Metadata(name: "music"), music: TestFilm.plan(.ambient))
        ])
      : TestFilm.make(shots: [TestFilm.shot(1, milliseconds: 600_000)])
    let (started, start) = AsyncStream<Void>.makeStream()
    let path = folder.file("a.mp4")
    let task = Task {
      try await renderer.render(
        film, output: RenderOutput(), to: path, progress: { if $0 > 0 { start.yield() } })
    }
    for await _ in started { break }
    #expect(!childrenWriting(into: folder.path).isEmpty)
    task.cancel()
    let result = await task.result
    #expect(throws: RenderError.cancelled) { try result.get() }
    #expect(folder.names.isEmpty)
    #expect(childrenWriting(into: folder.path).isEmpty)
  }

  @Test("a program that complains of being stopped is no trouble with the film that was cancelled")
  func complaint() async throws {
    let ready = folder.file("ready")
    #expect(mkfifo(ready, 0o600) == 0)
    // Its output has ended when it is stopped: nothing but its status tells how it went.
    let script = try folder.script(
      """
      trap 'exit 255' TERM
      exec >&- 2>&-
      : >'\(ready)'
      while :; do sleep 0.01; done
      """)
    let task = Task { try await MediaProgram(path: script, arguments: []).collect(limit: 1).ending.check() }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        _ = FileManager.default.contents(atPath: ready)
        continuation.resume()
      }
    }
    task.cancel()
    let result = await task.result
    #expect(throws: RenderError.cancelled) { try result.get() }
  }

  /// The processes whose arguments name a folder.
  private func childrenWriting(into folder: String) -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { process in
      guard let line = try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline")) else { return false }
      return String(decoding: line, as: UTF8.self).contains(folder)
    }
  }
}
