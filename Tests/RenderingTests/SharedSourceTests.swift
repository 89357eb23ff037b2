import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Scenes
import Testing

@Suite("A source that is used in several clips")
struct SharedSourceTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  /// How often FFmpeg was told to open a file for the pictures of a film, and the pictures.
  private func openings(of media: String, in film: Film) async throws -> (count: Int, frames: [Picture]) {
    let log = uploads.folder.file("log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: true)
    let tools = uploads.inspection.tools
    // A folder for each opening: under its limits the program may not write a file.
    let script = try uploads.folder.script(
      """
      n=0
      for word in "$@"; do
        case "$word" in file:*\(media)) n=$((n + 1)); mkdir "\(log)/$$-$n" ;; esac
      done
      exec '\(tools.ffmpeg)' "$@"
      """)
    let renderer = FilmRenderer(
      tools: MediaTools(ffmpeg: script, ffprobe: tools.ffprobe), mediaFolder: uploads.folder.path)
    var frames: [Picture] = []
    try await renderer.forEachPicture(of: film, output: RenderOutput()) {
      frames.append(
        Picture(bytes: $1.bytes, width: film.canvas.width, height: film.canvas.height))
      return true
    }
    return (try FileManager.default.contentsOfDirectory(atPath: log).count, frames)
  }

  private func clip(_ media: String, from start: Int, _ length: Int, _ kind: TransitionPlan.Kind? = nil)
    -> Film.Segment
  {
    Uploads.segment(media, milliseconds: length) {
      if start > 0 { $0.clip = ClipPlan(inMS: start) }
      $0.transition = kind.map { TransitionPlan(kind: $0, durationMS: $0 == .cut ? 0 : 400) }
    }
  }

  @Test("an image is opened once for all clips and logos that show it, and parts are the whole")
  func image() async throws {
    let picture = try await uploads.make(
      ["-f", "lavfi", "-i", "color=white:s=64x64:d=1", "-frames:v", "1", "-c:v", "png"], format: "image2pipe")
    let black = try await uploads.colour("black")
    let logo = Uploads.segment(picture, milliseconds: 500) {
      $0.startMS = 600
      $0.overlay = OverlayPlan(place: .topLeft, size: 0.25)
    }
    let film = Uploads.film(
      [
        clip(picture, from: 0, 400), clip(black, from: 0, 800), clip(picture, from: 0, 400),
        clip(picture, from: 0, 400, .crossfade),
      ], overlays: [logo])
    let (count, frames) = try await openings(of: picture, in: film)
    #expect(count == 1)
    #expect(frames.count == 20)
    #expect(
      frames[2].mean() > 225 && frames[5].mean() < 20 && frames[14].mean() > 225 && frames[19].mean() > 225)
    #expect(frames[8].luma(6, 6) > 225 && frames[8].luma(40, 40) < 20)
    var joined: [Picture] = []
    for range in [0..<700, 700..<1300, 1300..<2000] { joined += try await uploads.frames(film, range: range) }
    let isWhole = joined == frames
    #expect(isWhole)
  }

  @Test("sound is decoded once for each stretch that is heard, also where that is repeated")
  func sound() async throws {
    let beep = try await uploads.colour("gray", sound: "sine=440:d=2")
    func heard(_ segments: [Film.Segment]) async throws -> (Int, [Float]) {
      let film = Uploads.film(segments)
      let log = uploads.folder.file("log-\(UUID().uuidString)")
      try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: true)
      let tools = uploads.inspection.tools
      let script = try uploads.folder.script(
        """
        case "$*" in *f32le*\(beep)*|*\(beep)*f32le*) mkdir "\(log)/$$" ;; esac
        exec '\(tools.ffmpeg)' "$@"
        """)
      let renderer = FilmRenderer(
        tools: MediaTools(ffmpeg: script, ffprobe: tools.ffprobe), mediaFolder: uploads.folder.path)
      let path = uploads.folder.file("sound-\(UUID().uuidString).wav")
      try await renderer.render(film, output: RenderOutput(format: .wav), to: path)
      return (
        try FileManager.default.contentsOfDirectory(atPath: log).count,
        try await uploads.inspection.samples(of: path)
      )
    }
    let (repeated, samples) = try await heard(Array(repeating: clip(beep, from: 0, 500), count: 3))
    #expect(repeated == 1)
    for start in [0.1, 0.6, 1.1] { #expect(level(samples, start..<start + 0.3) > 0.05) }
    // Another part, and the same part backwards, are other sounds.
    let backwards = Uploads.segment(beep, milliseconds: 500) { $0.clip = ClipPlan(isReversed: true) }
    #expect(try await heard([clip(beep, from: 0, 500), clip(beep, from: 1000, 500), backwards]).0 == 3)
  }

  /// The grey that frame `n` of the ramp has.
  private func expect(_ frames: [Picture], _ numbers: [Int]) {
    #expect(frames.count == numbers.count)
    for (index, (frame, number)) in zip(frames, numbers).enumerated() {
      #expect(abs(frame.mean() - Double(20 + 5 * number)) <= 1.5, "frame \(index)")
    }
  }

  @Test("is opened and decoded once where its clips come in the order of the source, and parts are the whole")
  func once() async throws {
    let ramp = try await uploads.ramp()
    let other = try await uploads.colour("white")
    // A cut in the middle, another clip between, a freeze frame, half the speed, and a dissolve of two halves.
    let frozen = Uploads.segment(ramp, milliseconds: 300) {
      $0.clip = ClipPlan(inMS: 1966, isFrozen: true)
      $0.transition = TransitionPlan(kind: .cut, durationMS: 0)
    }
    let slow = Uploads.segment(ramp, milliseconds: 800) { $0.clip = ClipPlan(inMS: 2000, speed: 0.5) }
    let film = Uploads.film([
      clip(ramp, from: 0, 500), clip(ramp, from: 1000, 500, .cut), clip(other, from: 0, 300),
      clip(ramp, from: 1500, 500), frozen, slow, clip(ramp, from: 2400, 500, .cut),
      clip(ramp, from: 2900, 500, .crossfade),
    ])
    let (count, frames) = try await openings(of: ramp, in: film)
    #expect(count == 1)
    expect(Array(frames[..<10]), [0, 1, 2, 3, 4, 10, 11, 12, 13, 14])
    expect(Array(frames[13..<21]), [15, 16, 17, 18, 19, 20, 20, 20])
    expect(Array(frames[29..<34]), [24, 25, 26, 27, 28])
    // Through the dissolve both halves show the same moments.
    expect(Array(frames[34...]), [29, 30, 31, 32, 33])
    var joined: [Picture] = []
    for range in [0..<700, 700..<1400, 1400..<2000, 2000..<3500, 3500..<3900] {
      joined += try await uploads.frames(film, range: range)
    }
    let isWhole = joined == frames
    #expect(isWhole)
  }

  @Test(
    "is decoded once, too, where clips lie further back, show the same again or play backwards, and parts are the whole"
  )
  func outOfOrder() async throws {
    let ramp = try await uploads.ramp()
    func backwards(from start: Int, _ kind: TransitionPlan.Kind? = nil) -> Film.Segment {
      Uploads.segment(ramp, milliseconds: 500) {
        $0.clip = ClipPlan(inMS: start, isReversed: true)
        $0.transition = kind.map { TransitionPlan(kind: $0, durationMS: $0 == .cut ? 0 : 400) }
      }
    }
    let film = Uploads.film([
      clip(ramp, from: 2000, 500), clip(ramp, from: 0, 500), backwards(from: 1000),
      clip(ramp, from: 300, 500), clip(ramp, from: 300, 500, .cut), backwards(from: 300, .cut),
      clip(ramp, from: 3000, 500, .wipeLeft),
    ])
    let (count, frames) = try await openings(of: ramp, in: film)
    #expect(count == 1)
    expect(
      Array(frames[..<30]),
      [20, 21, 22, 23, 24, 0, 1, 2, 3, 4, 14, 13, 12, 11, 10, 3, 4, 5, 6, 7, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3])
    #expect(frames.count == 35 && abs(frames[34].mean() - 190) <= 1.5)
    var joined: [Picture] = []
    for range in [0..<700, 700..<1200, 1200..<1900, 1900..<3100, 3100..<3500] {
      joined += try await uploads.frames(film, range: range)
    }
    let isWhole = joined == frames
    #expect(isWhole)
    // A dissolve of the same moments, whose frames come twice at a time.
    let again = Uploads.film([clip(ramp, from: 0, 1000), clip(ramp, from: 500, 1000, .crossfade)])
    let (opened, mixed) = try await openings(of: ramp, in: again)
    #expect(opened == 1)
    expect(Array(mixed[..<10] + mixed[14...]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14])
  }

  @Test("is opened again where a clip lies far ahead")
  func again() async throws {
    let long = try await uploads.ramp(seconds: 20)
    let far = Uploads.film([clip(long, from: 0, 500), clip(long, from: 15_000, 500)])
    #expect(try await openings(of: long, in: far).count == 2)
  }

  @Test("is opened again where more frames would wait than memory is given for, and only there")
  func memory() throws {
    func use(_ unit: Int, _ span: Range<Double>, isReversed: Bool = false) -> SharedSources.Use {
      var use = SharedSources.Use(unit: unit, path: "a")
      use.span = span
      use.seek = max(0, Int(span.lowerBound) - 1)
      use.frames = Int((span.upperBound - span.lowerBound) * 30)
      use.isReversed = isReversed
      use.frameBytes = 1920 * 1080 * 3 / 2
      return use
    }
    /// The units that open the file; nil: alone.
    func openers(_ uses: [SharedSources.Use]) -> [Int] {
      let shared = SharedSources(uses)
      return uses.map(\.unit).filter { shared[$0].map { !$0.opens.isEmpty } ?? true }
    }
    // Two seconds of 30 frames are 187 MB.
    #expect(openers([use(0, 0..<2), use(1, 0..<2)]) == [0])
    #expect(openers([use(0, 0..<2), use(1, 0..<2), use(2, 2..<9), use(3, 0..<2)]) == [0, 3])
    #expect(openers([use(0, 0..<3), use(1, 0..<3)]) == [0, 1])
    #expect(openers([use(0, 0..<3), use(1, 2..<9)]) == [0])
    // What lies apart waits for nothing, and a stretch that goes on where another has ended reads on there.
    #expect(openers([use(0, 0..<60), use(1, 100..<120), use(2, 60..<80), use(3, 121..<130)]) == [0, 1])
    #expect(openers([use(0, 5..<7, isReversed: true), use(1, 7..<20)]) == [0])
    #expect(openers([use(0, 5..<9, isReversed: true), use(1, 9..<20)]) == [0, 1])
    #expect(openers([use(0, 20..<30), use(1, 0..<5)]) == [0, 1])
  }
}
