import Directing
import FoundationEssentials
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

  @Test("cancelling stops FFmpeg and leaves nothing behind")
  func cancel() async throws {
    let renderer = FilmRenderer(tools: tools)
    let film = TestFilm.make(shots: [TestFilm.shot(1, milliseconds: 600_000)])
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

  /// The processes whose arguments name a folder.
  private func childrenWriting(into folder: String) -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { process in
      guard let line = try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline")) else { return false }
      return String(decoding: line, as: UTF8.self).contains(folder)
    }
  }
}
