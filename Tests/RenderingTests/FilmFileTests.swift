import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("Files of films")
struct FilmFileTests {
  let folder: TestFolder
  let inspection: Inspection
  let renderer: FilmRenderer

  init() throws {
    folder = try TestFolder()
    inspection = try Inspection()
    renderer = FilmRenderer(tools: inspection.tools)
  }

  @Test(
    "the usual MP4 is H.264 and AAC of exactly the film's length, and starts to play before it is all there")
  func mp4() async throws {
    let canvas = Canvas(width: 144, height: 256, framesPerSecond: 30)
    let film = TestFilm.make(
      shots: [TestFilm.shot(1), TestFilm.shot(2)], music: TestFilm.plan(), title: TitlePlan(text: "Hi"),
      canvas: canvas)
    let path = folder.file("film.mp4")
    try await renderer.render(film, output: RenderOutput(), to: path)
    let video = try await inspection.entries(
      "stream=codec_name,pix_fmt,r_frame_rate,width,height,duration,nb_frames,color_space,color_range",
      stream: "v",
      of: path)
    #expect(video["codec_name"] == "h264")
    #expect(video["pix_fmt"] == "yuv420p")
    #expect(video["r_frame_rate"] == "30/1")
    #expect(video["width"] == "144" && video["height"] == "256")
    #expect(video["duration"].flatMap(Double.init) == 2)
    #expect(video["nb_frames"] == "60")
    #expect(video["color_space"] == "bt709" && video["color_range"] == "tv")
    let sound = try await inspection.entries(
      "stream=codec_name,sample_rate,channels,duration", stream: "a", of: path)
    #expect(sound["codec_name"] == "aac")
    #expect(sound["sample_rate"] == "48000" && sound["channels"] == "2")
    #expect(sound["duration"].flatMap(Double.init) == 2)
    let bytes = try folder.bytes("film.mp4")
    let index = try #require(bytes.firstRange(of: Array("moov".utf8)))
    let data = try #require(bytes.firstRange(of: Array("mdat".utf8)))
    #expect(index.lowerBound < data.lowerBound)
    #expect(folder.names == ["film.mp4"])
  }

  @Test("every format of the list is really that format", arguments: MediaFormat.allCases)
  func formats(format: MediaFormat) async throws {
    let film = TestFilm.make(
      shots: [TestFilm.shot(1, milliseconds: 600), TestFilm.shot(2, milliseconds: 600)],
      music: TestFilm.plan())
    let path = folder.file("film.\(format.fileExtension)")
    try await renderer.render(film, output: RenderOutput(format: format), to: path)
    let container = try await inspection.entries("format=format_name", of: path)["format_name"] ?? ""
    let codec = try await inspection.entries("stream=codec_name", stream: "v", of: path)["codec_name"]
    let sound = try await inspection.entries("stream=codec_name", stream: "a", of: path)["codec_name"]
    let expected: (container: String, picture: String?, sound: String?) =
      switch format {
      case .mp4: ("mp4", "h264", "aac")
      case .mov: ("mov", "h264", "aac")
      case .mkv: ("matroska", "h264", "aac")
      case .avi: ("avi", "h264", "mp3")
      case .webm: ("webm", "vp9", "opus")
      case .gif: ("gif", "gif", nil)
      case .webp: ("webp", "webp", nil)
      case .jpg: ("image2", "mjpeg", nil)
      case .png: ("png", "png", nil)
      case .mp3: ("mp3", nil, "mp3")
      case .wav: ("wav", nil, "pcm_s16le")
      case .m4a: ("m4a", nil, "aac")
      case .aac: ("aac", nil, "aac")
      }
    #expect(container.contains(expected.container))
    #expect(codec == expected.picture)
    #expect(sound == expected.sound)
    if format == .webp {
      // FFmpeg 5.1 cannot decode animated WebP: count its frames by their chunks.
      let bytes = try folder.bytes("film.webp")
      #expect(bytes.indices.dropLast(3).count { Array(bytes[$0..<($0 + 4)]) == Array("ANMF".utf8) } >= 6)
    } else if format.kind == .video || format.kind == .animation {
      let frames = try await inspection.greyFrames(of: path, width: 36, height: 64)
      #expect(frames.count >= 12)
    }
    if format.kind == .sound || format.kind == .video {
      let samples = try await inspection.samples(of: path)
      #expect(abs(Double(samples.count) / 96_000 - 1.2) < 0.09)
      #expect(samples.contains { abs($0) > 0.05 })
    }
  }

  @Test("the picture moves, and a second shot looks unlike the first")
  func movement() async throws {
    let film = TestFilm.make(shots: [TestFilm.shot(1), TestFilm.shot(50)])
    let path = folder.file("film.mp4")
    try await renderer.render(film, output: RenderOutput(), to: path)
    let frames = try await inspection.greyFrames(of: path, width: 144, height: 256)
    #expect(frames.count == 20)
    #expect(difference(frames[0], frames[5]) > 0.3)
  }

  @Test("a resolution is the shorter side, and the shape stays")
  func resolution() async throws {
    let film = TestFilm.make()
    let path = folder.file("film.mp4")
    try await renderer.render(film, output: RenderOutput(resolution: 180, framesPerSecond: 5), to: path)
    let video = try await inspection.entries("stream=width,height,r_frame_rate", stream: "v", of: path)
    #expect(video["width"] == "180" && video["height"] == "320")
    #expect(video["r_frame_rate"] == "5/1")
  }

  @Test("a film without music has no silent sound track")
  func silence() async throws {
    let path = folder.file("film.mp4")
    try await renderer.render(TestFilm.make(), output: RenderOutput(), to: path)
    #expect(try await inspection.entries("stream=codec_name", stream: "a", of: path).isEmpty)
  }

  @Test("a name that looks like an option, a protocol or another language is a file like any other")
  func names() async throws {
    for name in ["-y.mp4", "http:x%d.mp4", "城市 '\"$(x).mp4"] {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: folder.file(name))
      #expect(folder.names.contains(name))
    }
  }

  @Test("progress rises from 0 to 1")
  func progress() async throws {
    let seen = Log<Double>()
    try await renderer.render(
      TestFilm.make(), output: RenderOutput(), to: folder.file("film.mp4"), progress: { seen.add($0) })
    let fractions = seen.all
    #expect(fractions.first == 0)
    #expect(fractions.last == 1)
    #expect(fractions == fractions.sorted())
    #expect(fractions.count > 8)
  }

  @Test("a picture of a moment is a PNG of the asked size")
  func poster() async throws {
    let path = folder.file("poster.png")
    try await renderer.poster(
      of: TestFilm.make(title: TitlePlan(text: "Hi")), atMS: 99_999, shorterSide: 288, to: path)
    let facts = try await MediaProbe(tools: inspection.tools).facts(of: path)
    #expect(facts.kind == .image)
    #expect(facts.width == 288 && facts.height == 512)
    try await renderer.frame(
      of: TestFilm.shot(), canvas: Canvas(width: 64, height: 48), atMS: 500, to: folder.file("shot.png"))
    #expect(try await MediaProbe(tools: inspection.tools).facts(of: folder.file("shot.png")).width == 64)
  }
}
