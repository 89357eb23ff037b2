import Directing
import Testing

@Suite("A part of the film whose length is not told")
struct UnsizedPartTests {
  static let messages = CaseFile("unsized").rows.map { $0.columns[0] }

  /// Half a minute of somebody's footage.
  private static let film = Film(
    canvas: .landscape,
    tracks: [
      Film.Track(
        kind: .video,
        segments: [
          Film.Segment(
            MediaItem(
              name: "a.mp4", hash: "a", facts: MediaFacts(kind: .video, durationMS: 30_000, hasSound: true)))
        ])
    ])

  private func requests(_ message: String) -> [EditRequest] {
    EditParser(director: Director()).requests(in: message, film: Self.film, media: [])
  }

  @Test(
    "is asked for rather than taken for all of it, and the example of the question does it",
    arguments: messages)
  func asks(_ message: String) throws {
    let asked = requests(message)
    guard asked.count == 1, case .answer(let question) = asked[0] else {
      Issue.record("\(asked.map(TimelineCaseTests.brief))")
      return
    }
    let text = question.text(in: Language.of(message))
    let match = try #require(text.firstMatch(of: /(?:such as |例如)“([^”]+)”/))
    let done = requests(String(match.1))
    #expect(!done.isEmpty)
    for request in done {
      guard case .timeline = request else {
        Issue.record("“\(match.1)” is \(TimelineCaseTests.brief(request))")
        continue
      }
    }
    // All of the film it is not: a stretch is cut out, or clips of the part are made first.
    let brief = done.map(TimelineCaseTests.brief).joined(separator: " | ")
    #expect(
      brief.contains("split(") || brief.hasPrefix("cut(") || brief.hasPrefix("repeatClips(times: 2, clip("),
      "\(brief)")
  }

  @Test(
    "is no question where something is put at that end, or all of the film is meant",
    arguments: [
      "fade out the ending", "fade the end to black", "add the title “Day 1” at the beginning",
      "zoom in at the end", "crop the middle", "freeze the last frame at the end",
      "put the logo in the middle",
      "cut the opening clip", "reverse it", "mute the whole video from the beginning",
    ])
  func doesNotAsk(_ message: String) {
    for request in requests(message) {
      if case .answer(let text) = request { #expect(!text.english.contains("How long is")) }
    }
  }
}
