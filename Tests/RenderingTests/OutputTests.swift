import Directing
import FoundationEssentials
import MediaFormats
import Rendering
import Testing

@Suite("What is asked of a render")
struct OutputTests {
  private func decoded(_ json: String) throws -> RenderOutput {
    try JSONDecoder().decode(RenderOutput.self, from: Data(json.utf8))
  }

  @Test(
    "resolutions are understood in every spelling",
    arguments: [
      ("1080", 1080), ("\"1080p\"", 1080), ("\"4k\"", 2160), ("\"1080x1920\"", 1080), ("\"Full HD\"", 1080),
      ("\"720P\"", 720), ("99999", 2160), ("\"99999999999999999999p\"", nil), ("null", nil), ("true", nil),
    ])
  func resolutions(json: String, expected: Int?) throws {
    #expect(try decoded("{\"format\":\"mp4\",\"resolution\":\(json)}").resolution == expected)
  }

  @Test("the wire's output is read forgivingly, but an unknown format is refused")
  func forgiving() throws {
    #expect(try decoded("{}") == RenderOutput())
    #expect(
      try decoded("{\"format\":\"JPEG\",\"quality\":\"ultra\",\"fps\":24}")
        == RenderOutput(format: .jpg, framesPerSecond: 24))
    #expect(throws: DecodingError.self) { try decoded("{\"format\":\"exe\"}") }
  }

  @Test("the canvas keeps its shape at any resolution, with even sides")
  func canvases() {
    let portrait = RenderOutput(resolution: 720).canvas(for: .portrait)
    #expect(portrait.width == 720 && portrait.height == 1280)
    let small = RenderOutput(resolution: 480).canvas(for: Canvas(width: 1280, height: 720))
    #expect(small.width == 854 && small.height == 480)
    let odd = RenderOutput(resolution: 333).canvas(for: .landscape)
    #expect(odd.width % 2 == 0 && odd.height % 2 == 0)
    let gif = RenderOutput(format: .gif).canvas(for: .portrait)
    #expect(gif.width == 480 && gif.framesPerSecond == 15)
    let strip = RenderOutput(resolution: 2160).canvas(for: Canvas(width: 100, height: 4000))
    #expect(strip.height <= 4096)
  }

  @Test("of all that a program said, its last complaint is quoted, bounded and clean")
  func tails() {
    var tail = TextTail(limit: 64)
    for _ in 0..<1000 { tail.append(Array("noise\n".utf8)) }
    tail.append(Array("[mp4 @ 0xff][x] very\u{1B}[31m bad.\nConversion failed!\n\n".utf8))
    #expect(tail.lastMeaningfulLine == "very[31m bad")
    #expect(tail.text.utf8.count <= 64)
    #expect(TextTail().lastMeaningfulLine == nil)
  }
}
