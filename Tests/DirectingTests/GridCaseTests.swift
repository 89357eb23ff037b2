import Directing
import Foundation
import Testing

/// Every edit in ordinary, tidy wording: verbs and nouns by amounts, parts and clips, one and two at a time, and pairs.
@Suite("What the editor hears in tidy sentences")
struct GridCaseTests {
  static let rows = CaseFile("grid").rows

  private static func song(_ name: String) -> MediaItem {
    MediaItem(name: name, hash: name, facts: MediaFacts(kind: .audio, durationMS: 30_000, hasSound: true))
  }

  /// The films of ``ChatCaseTests``; `s` is its upload beside two songs that wait.
  private static let films = [
    "u": (ChatCaseTests.one, ChatCaseTests.oneMedia), "j": (ChatCaseTests.two, ChatCaseTests.twoMedia),
    "d": (ChatCaseTests.three, []),
    "s": (ChatCaseTests.one, ChatCaseTests.oneMedia + [song("music.mp3"), song("song.mp3")]),
  ]

  @Test("there are at least 1000 messages in the table") func enough() { #expect(Self.rows.count >= 1000) }

  @Test("a message asks for what its line of the table says", arguments: rows)
  func message(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 3)
    let (film, media) = try #require(Self.films[row.columns[0]])
    let found = EditParser(director: Director()).requests(in: row.columns[1], film: film, media: media)
      .map { request in
        if case .timeline = request { return TimelineCaseTests.brief(request, media: media) }
        return EditCaseTests.brief(request)
      }
    #expect(found.joined(separator: " | ") == row.columns[2])
  }
}
