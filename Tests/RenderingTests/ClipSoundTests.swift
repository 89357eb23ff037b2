import Directing
import FoundationEssentials
import Rendering
import Testing

@Suite("The sound of clips, on the samples that come out")
struct ClipSoundTests {
  let uploads: Uploads

  init() throws { uploads = try Uploads() }

  /// A clip whose sound is silent but for its second second.
  private func beep() async throws -> String {
    try await uploads.make(
      [
        "-f", "lavfi", "-i", "color=gray:s=64x64:r=10:d=4", "-f", "lavfi", "-i",
        "sine=440:d=4,volume='if(between(t,1,2),1,0)':eval=frame", "-c:v", "ffv1", "-c:a", "pcm_s16le",
      ], format: "matroska")
  }

  private func heard(_ samples: [Float]) -> [Bool] {
    (0..<samples.count / 9600).map { level(samples, Double($0) / 10..<Double($0 + 1) / 10) > 0.01 }
  }

  @Test("the sound is trimmed, turned round, slowed and muted with its picture")
  func follows() async throws {
    let media = try await beep()
    func sound(_ milliseconds: Int, _ change: (inout Film.Segment) -> Void) async throws -> [Bool] {
      heard(
        try await uploads.sound(Uploads.film([Uploads.segment(media, milliseconds: milliseconds, change)])))
    }
    let trimmed = try await sound(2000) { $0.clip = ClipPlan(inMS: 500) }
    #expect(trimmed.count == 20 && !trimmed[3] && trimmed[7] && trimmed[13] && !trimmed[17])
    let back = try await sound(4000) { $0.clip = ClipPlan(isReversed: true) }
    #expect(!back[10] && back[22] && back[27] && !back[35])
    let slow = try await sound(8000) { $0.clip = ClipPlan(speed: 0.5) }
    #expect(slow.count == 80 && !slow[15] && slow[25] && slow[36] && !slow[45])
    let film = Uploads.film([Uploads.segment(media, milliseconds: 2000) { $0.metadata.volume = 0 }])
    await #expect(throws: RenderError.nothingToRender("the film has no sound")) {
      _ = try await uploads.sound(film)
    }
  }

  @Test("music gives way while somebody speaks, and comes back")
  func ducking() async throws {
    let media = try await beep()
    let song = try await uploads.make(["-f", "lavfi", "-i", "sine=220:d=1,volume=2"], format: "wav")
    func film(_ ducks: Bool) -> Film {
      Uploads.film(
        [Uploads.segment(media, milliseconds: 4000) { $0.metadata.volume = 0.2 }],
        audio: [
          Uploads.segment(song, milliseconds: 4000) {
            $0.sound = SoundPlan(role: .music, ducks: ducks ? true : nil, loops: true)
          }
        ])
    }
    let even = try await uploads.sound(film(false))
    let ducked = try await uploads.sound(film(true))
    // The bed is heard to the end although the file is a second long.
    #expect(level(even, 3.2..<3.9) > 0.05)
    #expect(abs(level(ducked, 0.2..<0.9) / level(even, 0.2..<0.9) - 1) < 0.05)
    #expect(level(ducked, 1.3..<1.9) < level(even, 1.3..<1.9) * 0.45)
    #expect(level(ducked, 3.6..<3.95) > level(even, 3.6..<3.95) * 0.9)
    let parts =
      try await uploads.sound(film(true), range: 0..<1500) + uploads.sound(film(true), range: 1500..<4000)
    let isWhole = parts == ducked
    #expect(isWhole)
  }

  @Test(
    "music that begins later and ends earlier is heard then and not else, a song from its own moment; parts are the whole"
  )
  func musicTimes() async throws {
    // Silent for two seconds, then loud.
    let song = try await uploads.make(
      ["-f", "lavfi", "-i", "sine=220:d=4,volume=2,volume=0:enable='lt(t,2)'"], format: "wav")
    func film(_ bed: Film.Segment) -> Film {
      var bed = bed
      (bed.startMS, bed.durationMS) = (1000, 2000)
      var plan = SoundPlan(role: .music, loops: true)
      (plan.fromMS, plan.untilMS) = (1000, 3000)
      bed.sound = plan
      return Uploads.film([Uploads.drawn(4000)], audio: [bed])
    }
    let synthesised = Film.Segment(
      durationMS: 4000, metadata: Film.Metadata(name: "Lo-fi", volume: 0.35), music: TestFilm.plan())
    let own = Uploads.segment(song, milliseconds: 4000) { $0.clip = ClipPlan(inMS: 2000) }
    for bed in [synthesised, own] {
      let samples = try await uploads.sound(film(bed))
      #expect(level(samples, 1.3..<2.9) > 0.02)
      #expect(level(samples, 0..<0.95) < 0.001)
      #expect(level(samples, 3.05..<4) < 0.001)
      let parts =
        try await uploads.sound(film(bed), range: 0..<1700) + uploads.sound(film(bed), range: 1700..<4000)
      let isWhole = parts == samples
      #expect(isWhole)
    }
    var silent = own
    silent.clip = nil
    #expect(level(try await uploads.sound(film(silent)), 1.1..<2.9) < 0.001)
  }

  @Test("sound fades in and out")
  func fades() async throws {
    let song = try await uploads.make(["-f", "lavfi", "-i", "sine=220:d=4,volume=2"], format: "wav")
    let film = Uploads.film(
      [Uploads.drawn(4000)],
      audio: [
        Uploads.segment(song, milliseconds: 4000) { $0.sound = SoundPlan(fadeInMS: 1000, fadeOutMS: 2000) }
      ])
    let samples = try await uploads.sound(film)
    let full = level(samples, 1.2..<1.8)
    #expect(level(samples, 0..<0.1) < full * 0.2)
    #expect(level(samples, 3.9..<4) < full * 0.2)
    #expect(level(samples, 2.9..<3.1) < full * 0.85)
  }

  @Test("under a cross-fade both clips are heard")
  func crossfade() async throws {
    let first = try await uploads.colour("black", seconds: 4, sound: "sine=300:d=4")
    let second = try await uploads.colour("white", seconds: 4, sound: "sine=1000:d=4")
    let film = Uploads.film([
      Uploads.segment(first, milliseconds: 2000),
      Uploads.segment(second, milliseconds: 2000) {
        $0.transition = TransitionPlan(kind: .crossfade, durationMS: 1000)
      },
    ])
    let samples = try await uploads.sound(film)
    // How often the wave crosses zero tells its pitch.
    func crossings(_ seconds: Range<Double>) -> Int {
      let left = stride(
        from: Int(seconds.lowerBound * 48_000) * 2, to: Int(seconds.upperBound * 48_000) * 2, by: 2
      )
      .map { samples[$0] }
      return zip(left, left.dropFirst()).count { $0.0 < 0 && $0.1 >= 0 }
    }
    #expect(abs(crossings(1.0..<1.9) - 270) < 8)
    #expect(abs(crossings(3.05..<3.95) - 900) < 20)
    #expect((280..<880).contains(crossings(2.1..<3.0)))
  }

  @Test("a file that eats time or room is ended by its limits, not the studio")
  func limits() async throws {
    let program = MediaProgram(
      path: uploads.inspection.tools.ffmpeg,
      arguments: [
        "-v", "error", "-nostdin", "-f", "lavfi", "-i", "mandelbrot=s=1280x720", "-f", "null", "-",
      ],
      limits: ResourceLimits(cpuSeconds: 1, addressSpace: 4 << 30, fileSize: 0))
    let (_, ending) = try await program.collect(limit: 0)
    #expect(!ending.isSuccess)
    #expect(throws: RenderError.self) { try ending.check() }
    let writing = MediaProgram(
      path: uploads.inspection.tools.ffmpeg,
      arguments: [
        "-v", "error", "-nostdin", "-f", "lavfi", "-i", "anoisesrc=d=60", "-f", "wav",
        uploads.folder.file("big.wav"),
      ], limits: ResourceLimits(cpuSeconds: 20, addressSpace: 4 << 30, fileSize: 100_000))
    #expect(try await !writing.collect(limit: 0).ending.isSuccess)
    #expect(try uploads.folder.bytes("big.wav").count <= 100_000)
  }
}
