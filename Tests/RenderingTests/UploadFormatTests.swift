import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("A film of uploads in every format")
struct UploadFormatTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  /// Two seconds: footage with sound, then a picture, a song beneath.
  private func film() async throws -> Film {
    let footage = try await uploads.make(
      [
        "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-f", "lavfi", "-i", "sine=440:d=2", "-c:v",
        "libx264",
        "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac",
      ], format: "mp4")
    let picture = try await uploads.make(
      ["-f", "lavfi", "-i", "testsrc=s=120x90:d=1", "-frames:v", "1", "-c:v", "mjpeg"], format: "image2pipe")
    let song = try await uploads.make(["-f", "lavfi", "-i", "sine=220:d=3"], format: "mp3")
    return Uploads.film(
      [
        Uploads.segment(footage, milliseconds: 1200),
        Uploads.segment(picture, milliseconds: 800) {
          $0.transition = TransitionPlan(kind: .crossfade, durationMS: 400)
        },
      ], audio: [Uploads.segment(song, milliseconds: 2000)],
      canvas: Canvas(width: 160, height: 90, framesPerSecond: 20))
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
        #expect(abs((Double(container["duration"] ?? "") ?? 0) - 2) < 0.15, "\(container)")
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
}
