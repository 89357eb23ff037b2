import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("Music")
struct MusicTests {
  private func bed(
    _ mood: MusicPlan.Mood, minor: Bool = true, milliseconds: Int = 4000, loops: Bool = true, tempo: Int = 90
  ) -> [Float] {
    var bed = MusicSynthesiser(
      plan: TestFilm.plan(mood, tempo: tempo, minor: minor), durationMS: milliseconds, loops: loops)
    return bed.read(milliseconds * 48)
  }

  @Test(
    "every mood is mastered to -14 LUFS, a decibel either way, with its true peak under -1 dBTP",
    arguments: MusicPlan.Mood.allCases, [false, true])
  func loudness(mood: MusicPlan.Mood, minor: Bool) async throws {
    let folder = try TestFolder()
    let samples = bed(mood, minor: minor, milliseconds: 6000)
    let path = folder.file("bed.f32")
    try samples.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
    let measured = try await Inspection().loudness(
      of: path, input: ["-f", "f32le", "-ar", "48000", "-ac", "2"])
    #expect(abs(measured.integrated + 14) <= 1)
    #expect(measured.peak < -1)
    // Our meter is the same meter.
    var meter = LoudnessMeter()
    samples.withUnsafeBufferPointer { meter.add($0) }
    #expect(try abs(#require(meter.integrated) - measured.integrated) < 0.15)
  }

  @Test("the usual film is at -14 LUFS after its lossy codec, and twice the volume is louder but never over")
  func film() async throws {
    let folder = try TestFolder()
    let inspection = try Inspection()
    let renderer = FilmRenderer(tools: inspection.tools)
    var film = TestFilm.make(shots: [TestFilm.shot(1, milliseconds: 6000)], music: TestFilm.plan(.synthwave))
    try await renderer.render(film, output: RenderOutput(format: .m4a), to: folder.file("a.m4a"))
    let usual = try await inspection.loudness(of: folder.file("a.m4a"))
    #expect(abs(usual.integrated + 14) <= 1)
    #expect(usual.peak < -1)
    film.tracks[1].segments[0].metadata.volume = 0.7
    try await renderer.render(film, output: RenderOutput(format: .m4a), to: folder.file("b.m4a"))
    let loud = try await inspection.loudness(of: folder.file("b.m4a"))
    #expect(loud.integrated > usual.integrated + 3)
    #expect(loud.peak < -0.5)
    film.tracks[1].segments[0].metadata.volume = 0.0875
    try await renderer.render(film, output: RenderOutput(format: .m4a), to: folder.file("c.m4a"))
    #expect(
      try await abs(inspection.loudness(of: folder.file("c.m4a")).integrated - (usual.integrated - 12)) < 0.7)
  }

  @Test("the same plan gives the same samples, however they are read, and another seed gives others")
  func deterministic() {
    let plan = TestFilm.plan(.lofi)
    var whole = MusicSynthesiser(plan: plan, durationMS: 1500)
    var pieces = MusicSynthesiser(plan: plan, durationMS: 1500)
    let samples = whole.read(72_000)
    var joined: [Float] = []
    for count in [1, 999, 40_000, 31_000] { joined += pieces.read(count) }
    #expect(joined == samples)
    var other = plan
    other.seed += 1
    var second = MusicSynthesiser(plan: other, durationMS: 1500)
    #expect(second.read(72_000) != samples)
  }

  @Test("a looping bed leads from its end into its start without a click", arguments: MusicPlan.Mood.allCases)
  func loop(mood: MusicPlan.Mood) throws {
    let samples = bed(mood, milliseconds: 4000)
    for side in 0..<2 {
      let channel = stride(from: side, to: samples.count, by: 2).map { samples[$0] }
      let first = try #require(channel.first)
      let last = try #require(channel.last)
      // A click is a step between neighbours far beyond the steps that the music itself takes around there.
      let around = Array(channel.suffix(4800)) + Array(channel.prefix(4800))
      var steps = zip(around, around.dropFirst()).map { abs($1 - $0) }
      steps.sort()
      #expect(abs(first - last) <= steps[steps.count - 1] + 1e-6)
      #expect(abs(first - last) < max(0.05, steps[steps.count * 99 / 100] * 3))
    }
    // What rang over the end is there at the start.
    let head = samples.prefix(2400).map(abs).max() ?? 0
    #expect(head > 0.01)
  }

  @Test("a bed that does not loop starts and ends in silence")
  func ends() {
    let samples = bed(.piano, milliseconds: 3000, loops: false)
    #expect(samples.prefix(4).allSatisfy { abs($0) < 0.01 })
    #expect(samples.suffix(200).allSatisfy { abs($0) < 0.001 })
  }

  @Test("the beats fill the film exactly and stay within 6 % of the tempo when bars can fit")
  func beats() {
    let beats = MusicSynthesiser.beats(in: TestFilm.plan(tempo: 100), durationMS: 10_000)
    #expect(beats.count == 16)
    #expect(beats.first == 0)
    #expect(beats[15] == 9375)
    #expect(TempoGrid(tempo: 82, seconds: 10).beats == 14)
    #expect(TempoGrid(tempo: 120, seconds: 8).beats == 16)
    #expect(TempoGrid(tempo: 60, seconds: 0.2).beats == 1)
    #expect(TempoGrid(tempo: 82, seconds: 10).bars.map(\.beats) == [4, 4, 4, 2])
    for tempo in 40...200 {
      let grid = TempoGrid(tempo: tempo, seconds: 30)
      #expect(abs(60 / grid.beat / Double(tempo) - 1) <= 0.0601)
    }
  }

  @Test("the drums are heard on the beats of the grid", arguments: [MusicPlan.Mood.upbeat, .synthwave])
  func onsets(mood: MusicPlan.Mood) {
    let plan = TestFilm.plan(mood, tempo: 120)
    let samples = bed(mood, milliseconds: 8000, tempo: 120)
    // Energy of what lies under 100 Hz, in steps of 10 ms.
    var low: Float = 0
    var energy = [Double](repeating: 0, count: 800)
    for index in 0..<(samples.count / 2) {
      low += 0.013 * (samples[index * 2] - low)
      energy[index / 480] += Double(low * low)
    }
    let beats = MusicSynthesiser.beats(in: plan, durationMS: 8000)
    func mean(_ shift: Int) -> Double {
      beats.map { energy[min(799, max(0, $0 / 10 + shift))] }.reduce(0, +) / Double(beats.count)
    }
    #expect(mean(3) > 2 * mean(-3))
  }

  @Test(
    "every mood sounds in both channels, over low, middle and high notes, and never the same for long",
    arguments: MusicPlan.Mood.allCases)
  func spectrum(mood: MusicPlan.Mood) {
    let samples = bed(mood, milliseconds: 6000)
    var (low, middle): (Float, Float) = (0, 0)
    var energies: (low: Double, middle: Double, high: Double, side: Double) = (0, 0, 0, 0)
    for index in stride(from: 0, to: samples.count, by: 2) {
      let sum = samples[index] + samples[index + 1]
      low += 0.026 * (sum - low)
      middle += 0.23 * (sum - middle)
      energies.low += Double(low * low)
      energies.middle += Double((middle - low) * (middle - low))
      energies.high += Double((sum - middle) * (sum - middle))
      let side = samples[index] - samples[index + 1]
      energies.side += Double(side * side)
    }
    let all = energies.low + energies.middle + energies.high
    #expect(energies.low / all > 0.02)
    #expect(energies.middle / all > 0.05)
    #expect(energies.high / all > 0.002)
    #expect(energies.side / all > 0.005)
  }

  @Test("a very short and a long bed are both made")
  func lengths() {
    #expect(bed(.upbeat, milliseconds: 60).count == 5760)
    var long = MusicSynthesiser(plan: TestFilm.plan(.ambient), durationMS: 40_000)
    #expect(long.read(48_000 * 40).contains { abs($0) > 0.1 })
  }
}
