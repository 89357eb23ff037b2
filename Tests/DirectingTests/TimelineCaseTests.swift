import Directing
import Foundation
import Testing

@Suite("What the editor hears in a message about the timeline")
struct TimelineCaseTests {
  static let rows = CaseFile("timeline").rows
  /// Sets that were written before the rules were looked at.
  static let blindRows = (1...5).flatMap { CaseFile("timeline-blind-\($0)").rows }
  static let drawn = Film(Director().storyboard(for: "a sunset over ocean waves with three birds"))

  static let media = [
    MediaItem(
      name: "beach.mp4", hash: "b1", facts: MediaFacts(kind: .video, durationMS: 8000, hasSound: true)),
    MediaItem(name: "holiday.png", hash: "h2", facts: MediaFacts(kind: .image, width: 800, height: 600)),
    MediaItem(name: "logo.png", hash: "l3", facts: MediaFacts(kind: .image, width: 100, height: 100)),
    MediaItem(
      name: "my song.mp3", hash: "s4", facts: MediaFacts(kind: .audio, durationMS: 30_000, hasSound: true)),
  ]

  /// Three clips of uploads.
  static let footage: Film = {
    func clip(_ name: String, _ kind: MediaFacts.Kind) -> Film.Segment {
      Film.Segment(
        MediaItem(
          name: name, hash: name,
          facts: MediaFacts(kind: kind, durationMS: kind == .image ? nil : 6000, hasSound: kind != .image)))
    }
    return Film(
      canvas: .landscape,
      tracks: [
        Film.Track(
          kind: .video, segments: [clip("a.mp4", .video), clip("b.mp4", .video), clip("c.png", .image)])
      ])
  }()

  /// The same with music and a title.
  static let finished: Film = {
    var film = footage
    let scene = drawn
    film.tracks += scene.tracks.filter { $0.kind != .video }
    if film.tracks.allSatisfy({ $0.kind != .audio }) {
      let plan = MusicPlan(mood: .lofi, tempo: 80, key: 0, isMinor: true, seed: 1)
      film.tracks.append(
        Film.Track(
          kind: .audio,
          segments: [
            Film.Segment(
              durationMS: 17_000, metadata: Film.Metadata(name: "Lo-fi", volume: 0.35), music: plan)
          ]))
    }
    return film
  }()

  @Test("there are at least 200 messages in the table") func enough() { #expect(Self.rows.count >= 200) }

  @Test("a message asks for what its line of the table says", arguments: rows + blindRows)
  func message(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 3)
    let films = ["s": Self.drawn, "f": Self.footage, "m": Self.finished]
    let film = try #require(films[row.columns[0]])
    let requests = EditParser(director: Director()).requests(
      in: row.columns[1], film: film, media: Self.media)
    let found = requests.map(Self.brief).joined(separator: " | ")
    #expect(found == row.columns[2])
  }

  /// `keep(first(3000), all)`.
  static func brief(_ request: EditRequest) -> String { brief(request, media: media) }

  static func brief(_ request: EditRequest, media: [MediaItem]) -> String {
    let text: String
    switch request {
    case .timeline(let edit): text = "\(edit)"
    case .setStyle(let style): return "style \(style?.rawValue ?? "natural")"
    case .cannot: return "cannot"
    case .answer: return "answer"
    case .newScene: return "new"
    case .setMusic(let plan, _): return "music \(plan.mood.rawValue)"
    case .setTitle(let title):
      return "title \(title.text) \(title.place.rawValue) \(title.colour?.name ?? "-") \(title.durationMS)"
    case .styleTitle(let style):
      let place = style.place.map { $0.column == .centre ? "" : " \($0.rawValue)" } ?? ""
      return
        "style title \(style.font.map { "\($0)" } ?? "")\(style.animation.map { "\($0)" } ?? "")\(place)"
    default: text = "\(request)"
    }
    // "Directing.TimeSpan.first(3000)" is "first(3000)".
    var plain = text.replacing(/[A-Z][A-Za-z]*\./, with: "")
    plain = plain.replacing(", ending: nil", with: "").replacing("Optional", with: "").replacing(
      "inMS: ", with: "in "
    ).replacing(
      "outMS: ", with: "out ")
    for item in media {
      // An item is told by its name.
      let pattern = "MediaItem(name: \"\(item.name)\""
      while let start = plain.range(of: pattern) {
        var depth = 0
        var end = start.lowerBound
        for index in plain[start.lowerBound...].indices {
          if plain[index] == "(" { depth += 1 }
          if plain[index] == ")" {
            depth -= 1
            if depth == 0 {
              end = plain.index(after: index)
              break
            }
          }
        }
        plain.replaceSubrange(start.lowerBound..<end, with: item.name)
      }
    }
    return plain
  }
}
