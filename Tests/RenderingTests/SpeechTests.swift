import Directing
import FoundationEssentials
import Rendering
import Testing

@Suite("Reading aloud")
struct SpeechTests {
  private let folder: TestFolder
  private let inspection: Inspection

  /// Whether there is a voice for Chinese; FFmpeg's own knows English alone.
  private static let hasEspeak =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/espeak-ng")
    }

  init() throws {
    folder = try TestFolder()
    inspection = try Inspection()
  }

  /// The seconds between the first and the last sound of a text that is read.
  private func read(_ text: String, _ language: Language, as name: String) async throws -> Double {
    let path = folder.file(name)
    let isRead = try await SpeechSynthesiser(tools: inspection.tools).speak(
      text, language: language, to: path)
    try #require(isRead)
    let samples = try await inspection.samples(of: path)
    let first = try #require(samples.firstIndex { abs($0) > 0.02 })
    let last = try #require(samples.lastIndex { abs($0) > 0.02 })
    return Double(last - first) / 96_000
  }

  @Test("a text is heard, a longer one for longer, and what looks like an option or a tag is text as well")
  func english() async throws {
    let short = try await read("Welcome.", .english, as: "short.wav")
    let long = try await read(
      "Welcome to the city of dreams, where the lights never go out.", .english, as: "long.wav")
    #expect(short > 0.2 && short < 2)
    #expect(long > 2 * short && long < 10)
    #expect(try await read("-w /tmp/x --help [in] 'quoted' \\n %{n}", .english, as: "odd.wav") > 0.5)
  }

  @Test("Chinese is read where espeak-ng is installed", .enabled(if: hasEspeak))
  func chinese() async throws {
    #expect(try await read("欢迎来到梦想之城", .chinese, as: "zh.wav") > 0.8)
  }

  @Test("without a voice for the language no file is made, and that is told", .enabled(if: !hasEspeak))
  func noVoice() async throws {
    let path = folder.file("none.wav")
    let isRead = try await SpeechSynthesiser(tools: inspection.tools).speak(
      "你好", language: .chinese, to: path)
    #expect(!isRead && !FileManager.default.fileExists(atPath: path))
  }
}
