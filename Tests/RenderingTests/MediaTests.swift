import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Scenes
import Testing

@Suite("Uploads on the timeline")
struct MediaTests {
  let folder: TestFolder
  let uploads: TestFolder
  let inspection: Inspection
  let renderer: FilmRenderer

  init() throws {
    folder = try TestFolder()
    uploads = try TestFolder()
    inspection = try Inspection()
    renderer = FilmRenderer(tools: inspection.tools, mediaFolder: uploads.path)
  }

  private static let hash = String(repeating: "ab", count: 32)

  /// Makes an upload by FFmpeg.
  private func upload(_ arguments: [String], format: String, name: String = hash) async throws {
    _ = try await inspection.run(["-v", "error"] + arguments + ["-f", format, uploads.file(name)])
  }

  private func film(_ segments: [Film.Segment], audio: [Film.Segment] = []) -> Film {
    var tracks = [Film.Track(kind: .video, segments: segments)]
    if !audio.isEmpty { tracks.append(Film.Track(kind: .audio, segments: audio)) }
    return Film(canvas: TestFilm.canvas, tracks: tracks)
  }

  private func segment(_ milliseconds: Int = 1000, media: String = hash, volume: Double? = nil)
    -> Film.Segment
  {
    Film.Segment(
      durationMS: milliseconds, metadata: Film.Metadata(name: "upload", volume: volume), media: media)
  }

  @Test("a video upload plays between shots, with its sound, filling the canvas")
  func video() async throws {
    try await upload(
      [
        "-f", "lavfi", "-i", "color=c=red:s=90x160:r=25:d=1", "-f", "lavfi", "-i", "sine=440:d=1",
        "-shortest",
      ],
      format: "mp4")
    let shot = Film.Segment(
      durationMS: 500, metadata: Film.Metadata(), shot: TestFilm.shot(1, milliseconds: 500))
    let path = folder.file("a.mp4")
    try await renderer.render(film([shot, segment(), shot]), output: RenderOutput(), to: path)
    #expect(try await inspection.greyFrames(of: path, width: 2, height: 2).count == 20)
    let red = try await inspection.run([
      "-v", "error", "-ss", "1", "-i", path, "-frames:v", "1", "-vf", "scale=1:1", "-f", "rawvideo",
      "-pix_fmt",
      "rgb24", "pipe:1",
    ])
    #expect(red[0] > 220 && red[1] < 30 && red[2] < 30)
    let samples = try await inspection.samples(of: path)
    #expect(samples[0..<40_000].allSatisfy { abs($0) < 0.02 })
    #expect(samples[60_000..<100_000].contains { abs($0) > 0.08 })
  }

  @Test("a wide video stands whole in an upright film, before a blurred copy of itself")
  func pad() async throws {
    try await upload(["-f", "lavfi", "-i", "color=c=white:s=320x180:r=10:d=1"], format: "mp4")
    let path = folder.file("a.png")
    try await renderer.poster(of: film([segment()]), atMS: 500, to: path)
    let grey = try await inspection.greyFrames(of: path, width: 144, height: 256)[0]
    #expect(grey[128 * 144 + 72] > 240)
    let edge = grey[20 * 144 + 72]
    #expect(edge > 150 && edge < 240)
  }

  @Test("a video shorter than its segment holds its last frame; parts of it meet exactly")
  func parts() async throws {
    try await upload(["-f", "lavfi", "-i", "testsrc=s=144x256:r=10:d=1"], format: "matroska")
    func frames(_ range: Range<Int>?) async throws -> [[UInt8]] {
      var frames: [[UInt8]] = []
      try await renderer.forEachPicture(of: film([segment(1500)]), output: RenderOutput(), range: range) {
        frames.append($1.bytes)
        return true
      }
      return frames
    }
    let whole = try await frames(nil)
    #expect(whole.count == 15)
    #expect(difference(whole[9], whole[14]) == 0)
    #expect(difference(whole[0], whole[9]) > 0)
    let joined = try await frames(0..<600) + frames(600..<1500)
    #expect(joined.count == whole.count)
    #expect(zip(joined, whole).enumerated().filter { $1.0 != $1.1 }.map(\.offset) == [])
  }

  @Test("an image is pushed in slowly")
  func image() async throws {
    try await upload(
      ["-f", "lavfi", "-i", "testsrc=s=300x500:d=1", "-frames:v", "1", "-c:v", "png"], format: "image2pipe")
    let path = folder.file("a.mp4")
    try await renderer.render(film([segment(2000)]), output: RenderOutput(), to: path)
    let frames = try await inspection.greyFrames(of: path, width: 144, height: 256)
    #expect(frames.count == 20)
    #expect(difference(frames[0], frames[19]) > 2)
    #expect(difference(frames[0], frames[1]) < difference(frames[0], frames[19]))
  }

  @Test("an audio upload is heard from its start, at its volume")
  func audio() async throws {
    try await upload(["-f", "lavfi", "-i", "sine=440:d=3"], format: "wav")
    var sound = segment(1000, volume: 0.5)
    sound.startMS = 1000
    let path = folder.file("a.wav")
    try await renderer.render(
      film(
        [
          Film.Segment(
            durationMS: 3000, metadata: Film.Metadata(), shot: TestFilm.shot(1, milliseconds: 3000))
        ], audio: [sound]),
      output: RenderOutput(format: .wav), to: path)
    let samples = try await inspection.samples(of: path)
    #expect(samples[0..<95_000].allSatisfy { abs($0) < 0.001 })
    #expect(abs((samples[100_000..<180_000].max() ?? 0) - 0.0625 * 0.7071) < 0.03)
    #expect(samples[193_000...].allSatisfy { abs($0) < 0.001 })
  }

  @Test("an upload that is gone, or a name that is no hash, is named and never opened")
  func missing() async throws {
    for name in [Self.hash, "../../etc/passwd", "", "/dev/zero"] {
      await #expect(throws: RenderError.mediaMissing(name)) {
        try await renderer.render(
          film([segment(media: name)]), output: RenderOutput(), to: folder.file("a.mp4"))
      }
    }
    #expect(folder.names.isEmpty)
  }

  @Test("a file that is no media, and a playlist that points elsewhere, are refused")
  func hostile() async throws {
    let texts = [
      "not a film", "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/secret\n",
      "ffconcat version 1.0\nfile /etc/passwd\n",
    ]
    for text in texts {
      try Data(text.utf8).write(to: URL(filePath: uploads.file(Self.hash)))
      await #expect {
        try await renderer.render(film([segment()]), output: RenderOutput(), to: folder.file("a.mp4"))
      } throws: { error in
        if case RenderError.mediaUnreadable(Self.hash, _) = error { true } else { false }
      }
    }
    #expect(folder.names.isEmpty)
  }
}
