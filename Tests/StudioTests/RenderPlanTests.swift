import Directing
import Foundation
import Rendering
import Studio
import Testing

@Suite("Plans for many renderers")
struct RenderPlanTests {
  private func plan(
    milliseconds: Int = 10_000, parts: Int, file: String = "/films/my film.mp4", shared: [String] = []
  ) throws -> RenderPlan {
    let shot = Shot(
      name: "sea", durationMS: milliseconds, seed: 1, timeOfDay: .day, elements: [SceneElement(.ocean)])
    let segment = Film.Segment(durationMS: milliseconds, metadata: .init(name: "sea"), shot: shot)
    let film = Film(tracks: [Film.Track(kind: .video, segments: [segment])])
    let export = try DraftExport(
      json: try FilmCoding.encode(film), file: URL(fileURLWithPath: file), format: nil, resolution: nil,
      range: nil, media: URL(fileURLWithPath: "/"))
    return try RenderPlan(export, parts: parts, program: "t2v-studio", draft: "film's.json", shared: shared)
  }

  @Test(
    "the parts of a plan hold every frame once, as evenly as it goes", arguments: [1, 2, 3, 7, 64, 300, 9999])
  func whole(count: Int) throws {
    let plan = try plan(parts: count)
    #expect(plan.parts.count == min(count, 300))
    #expect(plan.film.frames == 300 && plan.film.fps == 30 && plan.film.seconds == 10)
    var next = 0
    for (index, part) in plan.parts.enumerated() {
      #expect(part.index == index)
      #expect(part.frames[0] == next && part.frames[1] > next)
      next = part.frames[1]
    }
    #expect(next == 300)
    let sizes = plan.parts.map { $0.frames[1] - $0.frames[0] }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test("the range of each part leads to its frames, at any rate", arguments: [1, 7, 24, 25, 29, 30, 50, 60])
  func ranges(rate: Int) throws {
    let shot = Shot(name: "sea", durationMS: 3333, seed: 1, timeOfDay: .day, elements: [])
    let film = Film(
      canvas: Canvas(width: 64, height: 64, framesPerSecond: rate),
      tracks: [
        Film.Track(kind: .video, segments: [Film.Segment(durationMS: 3333, metadata: .init(), shot: shot)])
      ])
    let export = try DraftExport(
      json: try FilmCoding.encode(film), file: URL(fileURLWithPath: "x.mp4"), format: nil, resolution: nil,
      range: nil, media: URL(fileURLWithPath: "/"))
    let plan = try RenderPlan(export, parts: 1000, program: "t2v-studio", draft: "x.json", shared: [])
    for part in plan.parts {
      let ends = part.range.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
      let start = Int(((ends[0] ?? 0) * 1000).rounded())
      #expect((start * rate + 500) / 1000 == part.frames[0], "\(part)")
      if let end = ends[1] {
        #expect((Int((end * 1000).rounded()) * rate + 500) / 1000 == part.frames[1], "\(part)")
      }
    }
    #expect(plan.parts.last?.range.hasSuffix(":") == true)
  }

  @Test("commands are lists of words, and lines that a shell takes as they stand")
  func commands() throws {
    let plan = try plan(parts: 2, shared: ["--resolution", "720"])
    #expect(
      plan.parts[1].command == [
        "t2v-studio", "render", "--draft", "film's.json", "--lossless", "--resolution", "720", "--format",
        "mp4",
        "--range", "5.000:", "-o", "/films/my film.part-0001.avi",
      ])
    #expect(plan.parts[1].shell.contains("'film'\\''s.json'"))
    #expect(plan.parts[1].shell.hasSuffix("-o '/films/my film.part-0001.avi'"))
    #expect(
      plan.join.command == [
        "t2v-studio", "join", "--draft", "film's.json", "--resolution", "720", "--format", "mp4", "-o",
        "/films/my film.mp4", "/films/my film.part-0000.avi", "/films/my film.part-0001.avi",
      ])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try plan.json().utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["film", "parts", "join"])
  }

  @Test("a picture has no parts, and an empty film none either")
  func nothing() throws {
    #expect(throws: RenderError.self) { try plan(parts: 2, file: "x.png") }
    #expect(throws: RenderError.self) {
      let export = try DraftExport(
        json: try FilmCoding.encode(Film()), file: URL(fileURLWithPath: "x.mp4"), format: nil,
        resolution: nil,
        range: nil, media: URL(fileURLWithPath: "/"))
      _ = try RenderPlan(export, parts: 2, program: "t2v-studio", draft: "x", shared: [])
    }
  }
}
