import Directing
import Rendering
import Scenes
import Testing

@Suite("Titles")
struct TitleTests {
  let renderer: FilmRenderer

  init() throws { renderer = FilmRenderer(tools: try MediaTools.find()) }

  private static let canvas = Canvas(width: 270, height: 480, framesPerSecond: 10)

  /// A film of nothing but black and a title.
  private func film(_ title: TitlePlan?, milliseconds: Int = 2000) -> Film {
    let dark = Film.Segment(durationMS: milliseconds, metadata: Film.Metadata())
    var tracks = [Film.Track(kind: .video, segments: [dark])]
    if let title {
      let segment = Film.Segment(
        startMS: 300, durationMS: title.durationMS, metadata: Film.Metadata(text: title.text), title: title)
      tracks.append(Film.Track(kind: .text, segments: [segment]))
    }
    return Film(canvas: Self.canvas, tracks: tracks)
  }

  private func frames(_ title: TitlePlan?) async throws -> [FrameBuffer] {
    var frames: [FrameBuffer] = []
    try await renderer.forEachPicture(of: film(title), output: RenderOutput()) { _, picture in
      frames.append(picture)
      return true
    }
    return frames
  }

  /// Rows and columns whose luma is clearly brighter than black.
  private func inked(_ frame: FrameBuffer) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>, count: Int)?
  {
    let bright = frame.bytes[..<frame.lumaCount].indices.filter { frame.bytes[$0] > 110 }
    let rows = bright.map { $0 / frame.width }
    let columns = bright.map { $0 % frame.width }
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(), let right = columns.max()
    else {
      return nil
    }
    return (top...bottom, left...right, bright.count)
  }

  @Test("a title is seen in its time and at no other")
  func time() async throws {
    let with = try await frames(TitlePlan(text: "Urban Dreams", durationMS: 1200))
    let without = try await frames(nil)
    #expect(with.count == 20)
    for frame in [0, 2, 15, 19] { #expect(with[frame].bytes == without[frame].bytes) }
    for frame in 3...14 { #expect(with[frame].bytes != without[frame].bytes) }
    // It comes and goes softly: fainter at both ends than between.
    func light(_ frame: Int) -> Int {
      with[frame].bytes[..<with[frame].lumaCount].reduce(0) { $0 + Int($1) - 16 }
    }
    #expect(light(3) * 2 < light(8))
    #expect(light(14) * 2 < light(8))
  }

  @Test("a title rises into its place")
  func movement() async throws {
    let frames = try await frames(TitlePlan(text: "Up", durationMS: 1600))
    let early = try #require(inked(frames[6]))
    let late = try #require(inked(frames[14]))
    #expect(late.rows.upperBound < early.rows.upperBound)
  }

  @Test("every place keeps clear of the edges", arguments: TitlePlan.Place.allCases)
  func places(place: TitlePlan.Place) async throws {
    let frames = try await frames(
      TitlePlan(
        text: place.column == .centre ? "Urban Dreams of glass and rain" : "Rain", place: place,
        durationMS: 1500))
    let ink = try #require(inked(frames[10]))
    let (width, height) = (Double(Self.canvas.width), Double(Self.canvas.height))
    #expect(Double(ink.columns.lowerBound) >= width * 0.079)
    #expect(Double(ink.columns.upperBound) <= width * 0.921)
    #expect(Double(ink.rows.lowerBound) >= height * 0.11)
    #expect(Double(ink.rows.upperBound) <= height * 0.89)
    let middle = Double(ink.rows.lowerBound + ink.rows.upperBound) / 2 / height
    switch place.row {
    case .top: #expect(middle < 0.33)
    case .middle: #expect(middle > 0.4 && middle < 0.55)
    case .bottom: #expect(middle > 0.67)
    }
    // A short title touches the margin of its side.
    let (left, right) = (Double(ink.columns.lowerBound) / width, Double(ink.columns.upperBound) / width)
    switch place.column {
    case .left: #expect(left < 0.12 && right < 0.6)
    case .centre: #expect(abs((left + right) / 2 - 0.5) < 0.02)
    case .right: #expect(right > 0.88 && left > 0.4)
    }
  }

  @Test(
    "Chinese, emoji and long words have ink and stay inside the picture",
    arguments: [
      "城市的夜晚，霓虹与雨", "🌊🔥", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
      String(repeating: "word ", count: 70), "第一行\n第二行", "مرحبا بالعالم",
    ])
  func scripts(text: String) async throws {
    let frames = try await frames(TitlePlan(text: text, size: 2, durationMS: 1500))
    let ink = try #require(inked(frames[10]))
    #expect(ink.count > 60)
    #expect(Double(ink.columns.lowerBound) >= Double(Self.canvas.width) * 0.075)
    #expect(Double(ink.columns.upperBound) <= Double(Self.canvas.width) * 0.925)
    #expect(ink.rows.lowerBound > 40 && ink.rows.upperBound < 440)
  }

  @Test("every sign is drawn in its own shape: no two texts of a length look the same")
  func distinct() async throws {
    var seen: [[UInt8]] = []
    for text in ["海", "山", "🌊", "🔥", "A", "B"] {
      let picture = try await frames(TitlePlan(text: text, durationMS: 1500))[10].bytes
      #expect(!seen.contains(picture))
      seen.append(picture)
    }
  }

  @Test("what looks like a command to the subtitle engine is shown, not obeyed")
  func commands() async throws {
    let plain = try #require(inked(try await frames(TitlePlan(text: "b", durationMS: 1500))[10]))
    let braces = try #require(inked(try await frames(TitlePlan(text: "{\\fs400}b", durationMS: 1500))[10]))
    #expect(braces.columns.count > plain.columns.count * 4)
    let broken = try #require(inked(try await frames(TitlePlan(text: "a\\Nb", durationMS: 1500))[10]))
    let joined = try #require(inked(try await frames(TitlePlan(text: "a/lb", durationMS: 1500))[10]))
    #expect(broken.rows.count < joined.rows.count * 3 / 2)
    #expect(TitleScript.escaped("{\\b1}") == "\\{\\\u{2060}b1\\}")
    #expect(TitleScript.escaped("a\nDialogue: 0") == "a Dialogue: 0")
  }

  @Test("a coloured title has its colour")
  func colour() async throws {
    let red = NamedColour(name: "red", red: 230, green: 20, blue: 20)
    let frame = try await frames(TitlePlan(text: "HHH", size: 2, colour: red, durationMS: 1500))[10]
    let reds = frame.bytes[(frame.lumaCount * 5 / 4)...]
    #expect(reds.max().map { $0 > 200 } ?? false)
    #expect(frame.bytes[frame.lumaCount..<(frame.lumaCount * 5 / 4)].min().map { $0 < 115 } ?? false)
  }

  @Test("a text of spaces draws nothing and breaks nothing")
  func blank() async throws {
    #expect(
      try await frames(TitlePlan(text: " \n\u{200B}", durationMS: 1500))[10].bytes == frames(nil)[10].bytes)
  }
}
