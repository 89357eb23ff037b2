import Directing
import Foundation
import Rendering
import Scenes
import Testing

/// Whether emoji can be drawn in colour here.
private let hasColour: Bool = {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  guard folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/pango-view") }) else {
    return false
  }
  let match = Process()
  let answer = Pipe()
  match.executableURL = URL(filePath: "/usr/bin/fc-match")
  match.arguments = ["Noto Color Emoji", "file"]
  match.standardOutput = answer
  guard (try? match.run()) != nil else { return false }
  match.waitUntilExit()
  return String(decoding: answer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).contains(
    "NotoColorEmoji")
}()

@Suite("Emoji in titles")
struct EmojiTests {
  private static let canvas = Canvas(width: 270, height: 480, framesPerSecond: 10)

  /// The middle frame of a black film with a title.
  private func picture(_ text: String, place: TitlePlan.Place = .centre) async throws -> FrameBuffer {
    try await picture(TitlePlan(text: text, place: place, durationMS: 2000))
  }

  private func picture(_ title: TitlePlan) async throws -> FrameBuffer {
    let text = title.text
    let film = Film(
      canvas: Self.canvas,
      tracks: [
        Film.Track(kind: .video, segments: [Film.Segment(durationMS: 2000, metadata: Film.Metadata())]),
        Film.Track(
          kind: .text,
          segments: [
            Film.Segment(durationMS: 2000, metadata: Film.Metadata(text: text), title: title)
          ]),
      ])
    var frames: [FrameBuffer] = []
    try await FilmRenderer(tools: try MediaTools.find()).forEachPicture(of: film, output: RenderOutput()) {
      _, picture in
      frames.append(picture)
      return true
    }
    return frames[frames.count / 2]
  }

  /// Share of the chroma samples that are far from grey, of those where the title stands.
  private func colour(_ frame: FrameBuffer) -> Int {
    frame.bytes[frame.lumaCount...].count { abs(Int($0) - 128) > 24 }
  }

  @Test(
    "emoji have their colours, also flags, skin tones and joined ones, beside words and alone",
    .enabled(if: hasColour),
    arguments: ["Happy birthday 🎂🎉", "🔥", "生日快乐 🎂", "Family 👨‍👩‍👧‍👦 👍🏽 🇩🇪", "🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓"])
  func inColour(text: String) async throws {
    #expect(colour(try await picture(text)) > 40)
  }

  @Test("words without emoji stay as they are")
  func words() async throws {
    #expect(colour(try await picture("Happy birthday 3 © →")) == 0)
  }

  @Test(
    "emoji in subtitles have their colours, too, each within the box of its line", .enabled(if: hasColour),
    arguments: ["Let's go 🚗🌊", "🔥", "生日快乐 🎂 一起来"])
  func subtitles(text: String) async throws {
    var title = TitlePlan(text: text, place: .bottom, durationMS: 2000)
    title.subtitle = true
    var plain = title
    plain.text = String(text.map { ($0.unicodeScalars.first?.value ?? 0) > 0x1F000 ? "一" : $0 })
    let (coloured, grey) = (try await picture(title), try await picture(plain))
    #expect(colour(coloured) > 8)
    #expect(colour(grey) == 0)
    // Neither above nor below the words.
    func rows(_ frame: FrameBuffer) -> (Int, Int) {
      let lit = (0..<frame.lumaCount).filter { frame.bytes[$0] > 60 }.map { $0 / frame.width }
      return (lit.min() ?? 0, lit.max() ?? 0)
    }
    #expect(abs(rows(coloured).0 - rows(grey).0) < 9)
    #expect(abs(rows(coloured).1 - rows(grey).1) < 9)
  }

  @Test("emoji keep clear of the edges", .enabled(if: hasColour), arguments: TitlePlan.Place.allCases)
  func places(place: TitlePlan.Place) async throws {
    let frame = try await picture("🎂🎉 Happy birthday to you 🎈🎈", place: place)
    let bright = (0..<frame.lumaCount).filter { frame.bytes[$0] > 110 }.map { $0 % frame.width }
    #expect(Double(try #require(bright.min())) >= Double(frame.width) * 0.07)
    #expect(Double(try #require(bright.max())) <= Double(frame.width) * 0.93)
  }

  @Test("what is written from the right begins at the right")
  func fromTheRight() async throws {
    // A wide letter, then a narrow one: the wide one stands to the right.
    let frame = try await picture("ש'''''")
    let columns = (0..<frame.lumaCount).filter { frame.bytes[$0] > 110 }.map { $0 % frame.width }
    let (low, high) = (try #require(columns.min()), try #require(columns.max()))
    let middle = (low + high) / 2
    #expect(columns.count { $0 > middle } > columns.count { $0 < middle } * 5 / 4)
  }
}
