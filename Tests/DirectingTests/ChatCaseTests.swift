import Directing
import Foundation
import Testing

/// What people type in haste, about three kinds of film.
@Suite("What the editor hears in sloppy messages")
struct ChatCaseTests {
  static let rows = (1...4).flatMap { CaseFile("chat-blind-\($0)").rows } + CaseFile("chat").rows

  private static func video(_ name: String, _ length: Int) -> MediaItem {
    MediaItem(name: name, hash: name, facts: MediaFacts(kind: .video, durationMS: length, hasSound: true))
  }

  /// One upload, and a logo that waits.
  static let oneMedia = [
    video("surf.mp4", 12_000),
    MediaItem(name: "logo.png", hash: "l3", facts: MediaFacts(kind: .image, width: 100, height: 100)),
  ]
  static let one = Film(
    canvas: .landscape, tracks: [Film.Track(kind: .video, segments: [Film.Segment(oneMedia[0])])])

  /// Two uploads, with music.
  static let twoMedia = [video("party.mp4", 8000), video("cake.mov", 6000)]
  static let two: Film = {
    let plan = MusicPlan(mood: .lofi, tempo: 80, key: 0, isMinor: true, seed: 1)
    let music = Film.Segment(
      durationMS: 14_000, metadata: Film.Metadata(name: "Lo-fi", volume: 0.35), music: plan)
    return Film(
      canvas: .landscape,
      tracks: [
        Film.Track(kind: .video, segments: twoMedia.map { Film.Segment($0) }),
        Film.Track(kind: .audio, segments: [music]),
      ])
  }()

  /// Three drawn scenes, with music and a title.
  static let three = Film(
    Director().storyboard(
      for:
        "a lighthouse in a storm, then a sunset over the sea with a sailing boat, then a night sky with stars over mountains, "
        + "12 seconds, title \"Home\""))

  @Test("there are at least 120 messages in the tables") func enough() { #expect(Self.rows.count >= 120) }

  @Test(
    "what follows “a new video:” is a prompt as a whole, of several lines, and whatever its words are elsewhere"
  )
  func promptBehindColon() {
    let prompts = [
      "a forest,\nthen a city at night\n5 seconds each", "undo", "make it faster", "export", "16:9, waves",
    ]
    for prompt in prompts {
      for message in ["A new video: \(prompt)", "新视频：\(prompt)"] {
        for film in [nil, Self.three] {
          let found = EditParser(director: Director()).requests(in: message, film: film)
          let defaults = Director.Defaults(canvas: film?.canvas ?? .portrait)
          #expect(found.first == .newScene(Director().storyboard(for: prompt, defaults: defaults)))
        }
      }
    }
  }

  @Test("a message asks for what its line of the table says", arguments: rows)
  func message(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 3)
    let films = ["u": (Self.one, Self.oneMedia), "j": (Self.two, Self.twoMedia), "d": (Self.three, [])]
    let (film, media) = try #require(films[row.columns[0]])
    let found = EditParser(director: Director()).requests(in: row.columns[1], film: film, media: media)
      .map { request in
        if case .timeline = request { return TimelineCaseTests.brief(request, media: media) }
        return EditCaseTests.brief(request)
      }
    let wanted = row.columns[2].components(separatedBy: " | ")
    #expect(found.count == wanted.count, "\(found)")
    for (found, wanted) in zip(found, wanted) {
      let matches = wanted.hasSuffix(":*") ? found.hasPrefix(wanted.dropLast()) : found == wanted
      #expect(matches, "\(found) is not \(wanted)")
    }
  }
}
