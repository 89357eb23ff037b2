import Directing
import Foundation
import MediaFormats
import Rendering
import Testing

@Suite("Films of uploads, made by one FFmpeg")
struct GraphFilmTests {
  let uploads: Uploads
  let canvas = Canvas(width: 240, height: 160, framesPerSecond: 10)

  init() throws { uploads = try Uploads() }

  private func text(
    _ text: String, at start: Int, for milliseconds: Int, _ change: (inout TitlePlan) -> Void = { _ in }
  ) -> Film.Segment {
    var plan = TitlePlan(text: text, durationMS: milliseconds)
    change(&plan)
    return Film.Segment(
      startMS: start, durationMS: milliseconds, metadata: Film.Metadata(name: text), title: plan)
  }

  /// Two seconds of moving colours with a tone.
  private func clip() async throws -> String {
    try await uploads.make(
      ["-f", "lavfi", "-i", "testsrc2=s=240x160:r=10:d=3", "-f", "lavfi", "-i", "sine=d=3"]
        + ["-c:v", "ffv1", "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709", "-shortest"],
      format: "matroska")
  }

  /// The pictures of a file without loss.
  private func pictures(in path: String) async throws -> [[UInt8]] {
    let bytes = try await uploads.inspection.run([
      "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1",
    ])
    let size = canvas.width * canvas.height * 3 / 2
    return stride(from: 0, to: bytes.count - size + 1, by: size).map { Array(bytes[$0..<($0 + size)]) }
  }

  /// The film as a file without loss, and its pictures before any encoding.
  private func both(_ film: Film) async throws -> (file: String, made: [[UInt8]], drawn: [[UInt8]]) {
    let path = uploads.folder.file("film.avi")
    var output = RenderOutput(format: .mp4)
    output.isPart = true
    try await uploads.renderer.render(film, output: output, to: path)
    return (path, try await pictures(in: path), try await uploads.frames(film).map(\.bytes))
  }

  @Test(
    "a title over an upload looks as it does over a drawn film, wherever, however and in whichever colour")
  func titles() async throws {
    let clip = try await clip()
    let titles = [
      text("One", at: 300, for: 800) { $0.colour = NamedColour(name: "red", red: 230, green: 30, blue: 40) },
      text("Two 🌊", at: 700, for: 700) {
        $0.place = .topLeft
        $0.animation = .slide
      },
      text("Three", at: 900, for: 600) { $0.animation = TitlePlan.Animation.none },
      text("drei", at: 2000, for: 500) { $0.place = .bottom },
      text("Said here", at: 100, for: 900) { $0.subtitle = true },
    ]
    let film = Uploads.film(
      [Uploads.segment(clip, milliseconds: 1500), Uploads.drawn(1200)], text: titles, canvas: canvas)
    let (_, made, drawn) = try await both(film)
    #expect(made.count == 27 && drawn.count == 27)
    for (index, (made, drawn)) in zip(made, drawn).enumerated() {
      let isTitled = 3..<15 ~= index || 20..<25 ~= index
      // Without a title it is the same, byte by byte; with one FFmpeg rounds otherwise.
      #expect(difference(made, drawn) <= (isTitled ? 0.25 : 0), "frame \(index)")
    }
    let without = try await uploads.frames(
      Uploads.film([Uploads.segment(clip, milliseconds: 1500), Uploads.drawn(1200)], canvas: canvas))
    for index in [6, 11, 22] {
      #expect(difference(made[index], without[index].bytes) > 0.2, "frame \(index)")
    }
  }

  @Test(
    "parts of such a film that meet hold together the pictures and the samples of the whole, through titles and fades"
  )
  func parts() async throws {
    let clip = try await clip()
    let film = Uploads.film(
      [
        Uploads.segment(clip, milliseconds: 1500),
        Uploads.segment(clip, milliseconds: 1200) {
          $0.transition = TransitionPlan(kind: .crossfade, durationMS: 400)
        },
      ],
      text: [text("One", at: 300, for: 1200), text("Two", at: 1000, for: 1000) { $0.place = .top }],
      canvas: canvas)
    var output = RenderOutput(format: .mp4)
    output.isPart = true
    var (frames, samples): ([[UInt8]], [Float]) = ([], [])
    for range in [0..<700, 700..<1200, 1200..<1600, 1600..<2700] {
      let path = uploads.folder.file("part.avi")
      try await uploads.renderer.render(film, output: output, to: path, range: range)
      frames += try await pictures(in: path)
      samples += try await uploads.inspection.samples(of: path)
    }
    let (file, whole, _) = try await both(film)
    #expect(frames.count == 27 && whole.count == 27)
    #expect(zip(frames, whole).allSatisfy { difference($0, $1) == 0 })
    let heard = try await uploads.inspection.samples(of: file)
    #expect(samples.count == heard.count && zip(samples, heard).allSatisfy { $0 == $1 })
  }

  @Test("more titles than FFmpeg takes at once, one after another, are all there")
  func manyTitles() async throws {
    let clip = try await clip()
    let film = Uploads.film(
      [Uploads.segment(clip, milliseconds: 3000)],
      text: (0..<10).map {
        text("No \($0)", at: $0 * 300, for: 200) { $0.animation = TitlePlan.Animation.none }
      },
      canvas: canvas)
    let (_, made, drawn) = try await both(film)
    #expect(made.count == 30)
    #expect(zip(made, drawn).allSatisfy { difference($0, $1) == 0 })
  }

  @Test("the sound of the file is the sound of the film, sample by sample, to its end")
  func sound() async throws {
    let clip = try await clip()
    let film = Uploads.film(
      [Uploads.segment(clip, milliseconds: 2000), Uploads.drawn(700)],
      audio: [
        Film.Segment(durationMS: 2700, metadata: Film.Metadata(name: "music"), music: TestFilm.plan(.lofi))
      ], canvas: canvas)
    let (file, _, _) = try await both(film)
    let heard = try await uploads.inspection.samples(of: file)
    #expect(heard.count == 2700 * 96)
    let alone = try await uploads.sound(film)
    #expect(alone.count == heard.count && zip(alone, heard).allSatisfy { abs($0 - $1) < 1 / 16_000 })
  }

  @Test("a large video that does not say how its colours are written keeps them, as players show it")
  func colours() async throws {
    let canvas = Canvas(width: 1280, height: 720, framesPerSecond: 10)
    for (matrix, isKept) in [([], true), (["-colorspace", "smpte170m"], false)] {
      let name = try await uploads.make(
        ["-f", "lavfi", "-i", "nullsrc=s=1280x720:r=10:d=0.3,geq=lum=63:cb=102:cr=240"]
          + ["-c:v", "ffv1", "-pix_fmt", "yuv420p"] + matrix, format: "matroska")
      let picture = try #require(
        try await uploads.frames(
          Uploads.film([Uploads.segment(name, milliseconds: 200)], canvas: canvas)
        ).first)
      let (luma, chroma) = (picture.mean(), picture.chroma)
      let way = abs(luma - 63) + abs(chroma.blue - 102) + abs(chroma.red - 240)
      #expect(isKept ? way == 0 : way > 8)
    }
  }

  @Test("a drawn scene that fades out keeps its colours until then")
  func treatedScene() async throws {
    let plain = Uploads.drawn(1000)
    var fading = plain
    fading.fade = FadePlan(outMS: 300)
    let before = try await uploads.frames(Uploads.film([plain], canvas: canvas))
    let after = try await uploads.frames(Uploads.film([fading], canvas: canvas))
    #expect(after.count == 10)
    for index in 0..<6 { #expect(after[index].bytes == before[index].bytes, "frame \(index)") }
    #expect(after[9].mean() < before[9].mean())
  }

  @Test(
    "an FFmpeg that fails, is killed or stands still before it has opened its pipes is named with the upload")
  func failures() async throws {
    let clip = try await clip()
    let plain = Uploads.film([Uploads.segment(clip, milliseconds: 1000)], canvas: canvas)
    let titled = Uploads.film(
      [Uploads.segment(clip, milliseconds: 1000)], text: [text("One", at: 0, for: 1000)], canvas: canvas)
    let cases: [(script: String, error: RenderError)] = [
      ("echo 'moov atom not found' >&2; exit 1", .mediaUnreadable(clip, detail: "moov atom not found")),
      ("kill -9 $$", .encoderKilled(signal: 9)),
      ("exec sleep 600", .stalled(media: clip, seconds: 0)),
      ("exit 0", .mediaUnreadable(clip, detail: "only 0 of 10 pictures came")),
      ("echo 'No space left on device' >&2; exit 1", .diskFull(uploads.folder.path)),
    ]
    for (script, error) in cases {
      let fake = try uploads.folder.script(
        "case \"$*\" in *\"-f wav -i\"*) \(script) ;; esac\nexec \(uploads.inspection.tools.ffmpeg) \"$@\"")
      var tools = MediaTools(ffmpeg: fake, ffprobe: uploads.inspection.tools.ffprobe)
      // The title is drawn by the real one, which may take longer on a busy machine than the patience of the third case.
      var film = titled
      if case .stalled = error { (film, tools.patience) = (plain, Patience(.milliseconds(400))) }
      let names = Set(uploads.folder.names)
      await #expect(throws: error) {
        try await FilmRenderer(tools: tools, mediaFolder: uploads.folder.path).render(
          film, output: RenderOutput(), to: uploads.folder.file("a.mp4"))
      }
      #expect(Set(uploads.folder.names) == names)
    }
  }
}
