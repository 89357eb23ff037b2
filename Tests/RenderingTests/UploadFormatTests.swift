import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("A film of uploads in every format")
struct UploadFormatTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  /// Two seconds of an upload that was edited by chat: trimmed, treated, titled, with a photo, a logo and a song.
  private func film() async throws -> Film {
    let footage = try await uploads.make(
      [
        "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=3", "-f", "lavfi", "-i", "sine=440:d=3", "-c:v",
        "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac",
      ], format: "mp4")
    let picture = try await uploads.make(
      ["-f", "lavfi", "-i", "testsrc=s=120x90:d=1", "-frames:v", "1", "-c:v", "mjpeg"], format: "image2pipe")
    let song = try await uploads.make(["-f", "lavfi", "-i", "sine=220:d=3"], format: "mp3")
    let media = [
      MediaItem(
        name: "footage.mp4", hash: footage,
        facts: MediaFacts(kind: .video, durationMS: 3000, width: 160, height: 90, hasSound: true)),
      MediaItem(
        name: "photo.jpg", hash: picture, facts: MediaFacts(kind: .image, width: 120, height: 90)),
      MediaItem(
        name: "song.mp3", hash: song, facts: MediaFacts(kind: .audio, durationMS: 3000, hasSound: true)),
    ]
    var film = Uploads.film(
      [Film.Segment(media[0])], canvas: Canvas(width: 160, height: 90, framesPerSecond: 20))
    let parser = EditParser(director: Director()), editor = FilmEditor()
    for message in [
      "cut the first second and the last 0.8 seconds", "add photo.jpg at the end for 0.8 seconds",
      "crossfade between the clips, 0.4 seconds", "20% more contrast on clip 1 and a vignette",
      "add the title “Day 1” at the top",
      "put photo.jpg as a logo in the bottom right", "use song.mp3 as the music at 40%",
      "fade out at the end",
    ] {
      let before = film
      for request in parser.requests(in: message, film: film, media: media) {
        film = editor.apply(request, to: film).0
      }
      #expect(film != before, "\(message)")
    }
    #expect(film.durationMS == 2000)
    return film
  }

  /// What ffprobe calls each format's container and its streams.
  private static let names: [MediaFormat: (container: String, video: String?, audio: String?)] = [
    .mp4: ("mov,mp4", "h264", "aac"), .mov: ("mov,mp4", "h264", "aac"), .avi: ("avi", "h264", "mp3"),
    .webm: ("matroska,webm", "vp9", "opus"), .mkv: ("matroska,webm", "h264", "aac"),
    .jpg: ("image2", "mjpeg", nil), .png: ("png_pipe", "png", nil), .gif: ("gif", "gif", nil),
    .webp: ("webp_pipe", "webp", nil), .mp3: ("mp3", nil, "mp3"), .wav: ("wav", nil, "pcm_s16le"),
    .m4a: ("mov,mp4", nil, "aac"), .aac: ("aac", nil, "aac"),
  ]

  @Test(
    "each format is what it says by ffprobe, decodes from end to end, and weighs more in a better quality",
    arguments: MediaFormat.allCases)
  func format(_ format: MediaFormat) async throws {
    let film = try await film()
    let expected = try #require(Self.names[format])
    var sizes: [Int] = []
    for quality in RenderQuality.allCases {
      let path = uploads.folder.file("film-\(quality.rawValue).\(format.rawValue)")
      try await uploads.renderer.render(
        film, output: RenderOutput(format: format, quality: quality), to: path)
      let inspection = uploads.inspection
      let container = try await inspection.entries("format=format_name,duration", of: path)
      #expect(container["format_name"]?.hasPrefix(expected.container) == true, "\(container)")
      let video = try await inspection.entries("stream=codec_name,width,height", stream: "v", of: path)
      let audio = try await inspection.entries(
        "stream=codec_name,sample_rate,channels", stream: "a", of: path)
      #expect(video["codec_name"] == expected.video)
      #expect(expected.video == nil || format == .webp || video["width"] == "160" && video["height"] == "90")
      #expect(audio["codec_name"] == expected.audio)
      #expect(expected.audio == nil || audio["sample_rate"] == "48000" && audio["channels"] == "2")
      if format.kind == .video || format.kind == .sound {
        // Bare AAC has no length that ffprobe could read: it is what can be heard of it.
        let length =
          format == .aac
          ? Double(try await inspection.samples(of: path).count) / 96_000
          : Double(container["duration"] ?? "") ?? 0
        #expect(abs(length - 2) < 0.15, "\(container)")
      }
      let bytes = try uploads.folder.bytes("film-\(quality.rawValue).\(format.rawValue)")
      sizes.append(bytes.count)
      #expect(format.matches(bytes))
      if format == .webp {
        // FFmpeg reads no animated WebP: the file's own list of frames is counted.
        #expect(
          bytes.indices.dropLast(3).filter { Array(bytes[$0..<$0 + 4]) == Array("ANMF".utf8) }.count >= 20)
      } else {
        // Throws at the first byte that cannot be decoded.
        _ = try await inspection.run(["-v", "error", "-xerror", "-i", path, "-f", "null", "-"])
      }
    }
    #expect(sizes == sizes.sorted())
    if ![.wav, .png, .gif, .webp].contains(format) { #expect(sizes.first ?? 0 < sizes.last ?? 0) }
  }

  @Test(
    "an edited upload comes in each size from 480p to 4k, and decodes from end to end",
    arguments: [480, 720, 1080, 1440, 2160])
  func sizes(_ side: Int) async throws {
    let path = uploads.folder.file("film-\(side).mp4")
    let film = try await film()
    try await uploads.renderer.render(
      film, output: RenderOutput(format: .mp4, quality: .low, resolution: side), to: path)
    let video = try await uploads.inspection.entries(
      "stream=codec_name,width,height,pix_fmt,r_frame_rate", stream: "v", of: path)
    let width = try #require(Int(video["width"] ?? "")), height = try #require(Int(video["height"] ?? ""))
    #expect(height == side && abs(Double(width) - Double(side) * 16 / 9) <= 2)
    #expect(video["codec_name"] == "h264" && video["pix_fmt"] == "yuv420p" && video["r_frame_rate"] == "20/1")
    _ = try await uploads.inspection.run(["-v", "error", "-xerror", "-i", path, "-f", "null", "-"])
  }
}
