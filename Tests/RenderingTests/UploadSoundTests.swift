import Directing
import Foundation
import MediaFormats
import Rendering
import Testing

@Suite("Sound of uploads is decoded while the film is made")
struct UploadSoundTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  /// A renderer whose starts of decoders of sound are noted in a folder: as links, for a decoder may write no file.
  private func noting(_ log: String) throws -> FilmRenderer {
    let script = try uploads.folder.script(
      """
      case "$*" in *f32le*) mkdir -p "\(log)"; ln -s -- "$*" "\(log)/$$" ;; esac
      exec '\(uploads.inspection.tools.ffmpeg)' "$@"
      """)
    return FilmRenderer(
      tools: MediaTools(ffmpeg: script, ffprobe: uploads.inspection.tools.ffprobe),
      mediaFolder: uploads.folder.path)
  }

  /// The arguments of the decoders of an upload.
  private func starts(_ log: String, _ media: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: log) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: log)
      .map { try FileManager.default.destinationOfSymbolicLink(atPath: "\(log)/\($0)") }
      .filter { $0.contains(media) }
  }

  /// A song of two pitches, the second in its last second.
  private func song(seconds: Int) async throws -> String {
    try await uploads.make(
      [
        "-f", "lavfi", "-i", "sine=300:d=\(seconds - 1):r=48000,volume=2", "-f", "lavfi", "-i",
        "sine=1200:d=1:r=48000,volume=2", "-filter_complex", "[0][1]concat=v=0:a=1", "-c:a", "pcm_s16le",
      ], format: "wav")
  }

  /// A film of one still picture with a song that begins again until it ends.
  private func film(_ song: String, seconds: Int) async throws -> Film {
    let still = try await uploads.colour("gray")
    let picture = Uploads.segment(still, milliseconds: seconds * 1000) { $0.clip = ClipPlan(isFrozen: true) }
    return Uploads.film(
      [picture],
      audio: [
        Uploads.segment(song, milliseconds: seconds * 1000) {
          $0.sound = SoundPlan(role: .music, loops: true)
        }
      ])
  }

  /// How high the left channel sounds, in Hz.
  private func pitch(_ samples: [Float], _ seconds: Range<Double>) -> Double {
    let left = stride(
      from: Int(seconds.lowerBound * 48_000) * 2, to: Int(seconds.upperBound * 48_000) * 2, by: 2
    ).map { samples[$0] }
    let crossings = zip(left, left.dropFirst()).count { $0.0 < 0 && $0.1 >= 0 }
    return Double(crossings) / (seconds.upperBound - seconds.lowerBound)
  }

  @Test(
    "a song that begins again does so without a gap, be it short or too long to be kept; parts are the whole, and no file is written",
    arguments: [(song: 3, film: 10, starts: 1), (song: 242, film: 490, starts: 3)])
  func rounds(song seconds: Int, film length: Int, starts count: Int) async throws {
    let song = try await song(seconds: seconds)
    let film = try await film(song, seconds: length)
    let log = uploads.folder.file("log")
    let renderer = try noting(log)
    func samples(_ range: Range<Int>? = nil) async throws -> [Float] {
      let path = uploads.folder.file("sound-\(UUID().uuidString).wav")
      try await renderer.render(film, output: RenderOutput(format: .wav), to: path, range: range)
      return try await uploads.inspection.samples(of: path)
    }
    let whole = try await samples()
    let decoders = try starts(log, song)
    #expect(decoders.count == count)
    #expect(decoders.allSatisfy { $0.hasSuffix("-f f32le pipe:1") })
    for round in 1...2 {
      let seam = Double(round * seconds)
      #expect(abs(pitch(whole, (seam - 0.5)..<(seam - 0.1)) - 1200) < 30)
      #expect(abs(pitch(whole, (seam + 0.1)..<(seam + 0.5)) - 300) < 30)
      // Each twentieth of a second around it is as loud as the others.
      for step in -4..<4 {
        let start = seam + Double(step) / 20
        #expect(level(whole, start..<(start + 0.05)) > 0.1)
      }
    }
    let end = length * 1000
    let last = try await samples((end - 1500)..<end)
    let isSame = last == Array(whole.suffix(last.count))
    #expect(isSame && last.count == 1500 * 48 * 2)
  }

  @Test("what is heard later is not decoded for a part that ends before")
  func partOfTheFilm() async throws {
    let first = try await uploads.colour("black", seconds: 2, sound: "sine=300:d=2")
    let later = try await uploads.colour("white", seconds: 2, sound: "sine=1000:d=2")
    let film = Uploads.film(
      [
        Uploads.segment(first, milliseconds: 2000), Uploads.drawn(8000),
        Uploads.segment(later, milliseconds: 2000),
      ])
    let log = uploads.folder.file("log")
    let path = uploads.folder.file("part.wav")
    try await noting(log).render(film, output: RenderOutput(format: .wav), to: path, range: 0..<3000)
    #expect(try starts(log, first).count == 1)
    #expect(try starts(log, later).isEmpty)
  }

  @Test("sound that cannot be decoded ends the film by the name of its file, however late it comes")
  func broken() async throws {
    let sound = try await uploads.colour("black", seconds: 2, sound: "sine=300:d=2")
    let film = Uploads.film([Uploads.drawn(6000), Uploads.segment(sound, milliseconds: 2000)])
    let script = try uploads.folder.script(
      """
      case "$*" in *f32le*\(sound)*|*\(sound)*f32le*) echo 'no such sound' >&2; exit 1 ;; esac
      exec '\(uploads.inspection.tools.ffmpeg)' "$@"
      """)
    let renderer = FilmRenderer(
      tools: MediaTools(ffmpeg: script, ffprobe: uploads.inspection.tools.ffprobe),
      mediaFolder: uploads.folder.path)
    let path = uploads.folder.file("film.mp4")
    await #expect(throws: RenderError.mediaUnreadable(sound, detail: "no such sound")) {
      try await renderer.render(film, output: RenderOutput(), to: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("no decoder outlives the film, be it finished or cancelled in the middle")
  func ends() async throws {
    let song = try await song(seconds: 242)
    let film = try await film(song, seconds: 600)
    let path = uploads.folder.file("film.mp4")
    let (started, start) = AsyncStream<Void>.makeStream()
    let renderer = uploads.renderer
    let task = Task {
      defer { start.finish() }
      try await renderer.render(
        film, output: RenderOutput(), to: path, progress: { if $0 > 0 { start.yield() } })
    }
    var isHeard = false
    for await _ in started where !decoders(of: song).isEmpty {
      isHeard = true
      break
    }
    #expect(isHeard)
    task.cancel()
    let result = await task.result
    #expect(throws: RenderError.cancelled) { try result.get() }
    #expect(decoders(of: song).isEmpty)
    // A part that leaves most of the song unheard.
    try await renderer.render(
      film, output: RenderOutput(format: .wav), to: uploads.folder.file("part.wav"), range: 0..<1000)
    #expect(decoders(of: song).isEmpty)
  }

  /// The processes whose arguments name an upload.
  private func decoders(of media: String) -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.filter { process in
      guard let line = try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline")) else { return false }
      return String(decoding: line, as: UTF8.self).contains(media)
    }
  }
}
