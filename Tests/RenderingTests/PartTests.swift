import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Scenes
import Testing

@Suite("Parts of films")
struct PartTests {
  let inspection: Inspection
  let renderer: FilmRenderer

  init() throws {
    inspection = try Inspection()
    renderer = FilmRenderer(tools: inspection.tools)
  }

  private func frames(of film: Film, range: Range<Int>? = nil) async throws -> [[UInt8]] {
    var frames: [[UInt8]] = []
    try await renderer.forEachPicture(of: film, output: RenderOutput(), range: range) { _, picture in
      frames.append(picture.bytes)
      return true
    }
    return frames
  }

  @Test("parts that meet hold together exactly the frames of the whole, through dissolves and titles")
  func pictures() async throws {
    let film = TestFilm.make(
      shots: [TestFilm.shot(1, milliseconds: 1300), TestFilm.shot(9, milliseconds: 1300)],
      title: TitlePlan(text: "Hello", durationMS: 2000))
    let whole = try await frames(of: film)
    #expect(whole.count == 26)
    var parts: [[UInt8]] = []
    for range in [0..<333, 333..<1350, 1350..<1460, 1460..<2600] {
      parts += try await frames(of: film, range: range)
    }
    #expect(parts == whole)
  }

  @Test("the sound of parts that meet is, sample by sample, the sound of the whole")
  func sound() async throws {
    let folder = try TestFolder()
    let film = TestFilm.make(shots: [TestFilm.shot(1, milliseconds: 2000)], music: TestFilm.plan(.synthwave))
    let wav = RenderOutput(format: .wav)
    try await renderer.render(film, output: wav, to: folder.file("whole.wav"))
    try await renderer.render(film, output: wav, to: folder.file("a.wav"), range: 0..<700)
    try await renderer.render(film, output: wav, to: folder.file("b.wav"), range: 700..<2000)
    let whole = try await inspection.samples(of: folder.file("whole.wav"))
    let first = try await inspection.samples(of: folder.file("a.wav"))
    let second = try await inspection.samples(of: folder.file("b.wav"))
    #expect(whole.count == 192_000)
    #expect(first + second == whole)
  }

  @Test("one shot dissolves into the next: between them stand mixtures of both")
  func dissolve() async throws {
    let shots = [TestFilm.shot(1, milliseconds: 1500), TestFilm.shot(60, milliseconds: 1500)]
    let both = try await frames(of: TestFilm.make(shots: shots))
    let second = try await frames(of: TestFilm.make(shots: [shots[1]]))
    let first = try await frames(of: TestFilm.make(shots: [shots[0]]))
    #expect(both[0] == first[0])
    #expect(both[14] == first[14])
    #expect(both[15] != second[0])
    #expect(difference(both[15], second[0]) > difference(both[18], second[3]))
    #expect(both[19] == second[4])
  }

  @Test("a part outside the film, an empty film and a sound of a silent film say what is missing")
  func nothing() async throws {
    let folder = try TestFolder()
    let path = folder.file("x.mp4")
    await #expect(throws: RenderError.nothingToRender("that part of the film is empty")) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(), to: path, range: 5000..<6000)
    }
    await #expect(throws: RenderError.nothingToRender("the film is empty")) {
      try await renderer.render(Film(), output: RenderOutput(), to: path)
    }
    await #expect(throws: RenderError.nothingToRender("the film has no sound")) {
      try await renderer.render(TestFilm.make(), output: RenderOutput(format: .mp3), to: path)
    }
    #expect(folder.names.isEmpty)
  }
}
