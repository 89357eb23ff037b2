import Directing
import Foundation
import Testing

/// What stands above the picture after a message, as people ask for titles, subtitles, logos and voices in plain words.
@Suite("What becomes of messages about titles, subtitles, logos and voices")
struct TitleCaseTests {
  static let rows = CaseFile("titles").rows
  static let films = [
    "u": (ChatCaseTests.one, ChatCaseTests.oneMedia), "j": (ChatCaseTests.two, ChatCaseTests.twoMedia),
    "d": (ChatCaseTests.three, []), "l": (long, [clip]),
  ]
  static let clip = MediaItem(
    name: "clip.mp4", hash: "c1", facts: MediaFacts(kind: .video, durationMS: 30_000, hasSound: true))
  static let long = Film(
    canvas: .landscape, tracks: [Film.Track(kind: .video, segments: [Film.Segment(clip)])])

  private static func requests(_ message: String, _ film: Film, _ media: [MediaItem]) -> [EditRequest] {
    EditParser(director: Director()).requests(in: message, film: film, media: media)
  }

  @Test("there are at least 300 messages in the table") func enough() { #expect(Self.rows.count >= 300) }

  @Test("after a message stands what its line of the table says", arguments: rows)
  func message(_ row: CaseFile.Row) throws {
    try #require(row.columns.count == 3)
    var (film, media) = try #require(Self.films[row.columns[0]])
    var messages = row.columns[1].components(separatedBy: " >> ")
    let last = messages.removeLast()
    for message in messages {
      for request in Self.requests(message, film, media) { film = FilmEditor().apply(request, to: film).0 }
    }
    let found = Self.outcome(of: Self.requests(last, film, media), on: film)
    let wanted = row.columns[2].replacingOccurrences(of: "\n", with: "\\n").components(separatedBy: " || ")
    #expect(wanted.contains { Self.matches(found, $0) }, "\(found)")
  }

  @Test(
    "what a message says of a new title is told with it",
    arguments: [
      ("add the title \"Hi\" for 5 seconds", "Title added: “Hi” (0–5 s)."),
      ("add the title Hi at 3 seconds for 2 seconds", "Title added: “Hi” (3–5 s)."),
      ("add the title Hi, in red", "Title added: “Hi” (0–3 s); Title colour: white → red."),
      (
        "add the title One for 2 seconds and the title Two at the end",
        "Title added: “One” (0–2 s); Title added: “Two” (9–12 s)."
      ),
    ])
  func telling(_ message: String, _ sentence: String) {
    var film = ChatCaseTests.one
    var told: [EditSummary] = []
    for request in Self.requests(message, film, ChatCaseTests.oneMedia) {
      let (next, summary) = FilmEditor().apply(request, to: film)
      film = next
      told.append(summary)
    }
    #expect(EditSummary.together(told).map { $0.sentence(in: .english) } == [sentence])
  }

  // MARK: Outcomes

  /// A number of a table may be any (`*`), and so may be all between two bars (`~`).
  private static func matches(_ found: String, _ wanted: String) -> Bool {
    let pattern = NSRegularExpression.escapedPattern(for: wanted).replacingOccurrences(
      of: "\\*", with: "[0-9.]+"
    ).replacingOccurrences(of: "~", with: "[^|]*")
    return found.range(of: "^\(pattern)$", options: String.CompareOptions.regularExpression) != nil
  }

  /// The texts above the film, with when and how they are seen, and what else a message has done.
  private static func outcome(of requests: [EditRequest], on film: Film) -> String {
    var current = film
    var marks: [String] = []
    for request in requests {
      switch request {
      case .newScene: marks.append("NEW")
      case .appendScene: marks.append("APPEND")
      case .answer: marks.append("answer")
      case .cannot: marks.append("cannot")
      case .timeline(.speak(let text)):
        marks.append("speak:\(text)")
        continue
      case .timeline(.timeVoice): continue
      case .timeline(.addOverlay(let item, let plan, let span)):
        marks.append(
          "overlay:\(item.name) \(plan.place.rawValue) \(plan.size) \(span.map { "\($0)" } ?? "all")")
      default: break
      }
      let (next, summary) = FilmEditor().apply(request, to: current)
      if summary.refusal != nil { marks.append("refused") }
      current = next
    }
    func others(_ film: Film) -> [Film.Track] { film.tracks.filter { $0.kind != .text } }
    let isTold = marks.contains { $0.hasPrefix("overlay") || $0 == "NEW" }
    if !isTold, others(current) != others(film) || current.canvas != film.canvas { marks.append("+OTHER") }
    let texts = current.tracks.filter { $0.kind == .text }.flatMap(\.placedSegments).compactMap {
      start, segment in segment.title.map { text($0, from: start, to: start + segment.durationMS) }
    }
    return (texts + marks).joined(separator: " | ")
  }

  /// `Urban Dreams @0-4 top red big serif fade`; what is as usual is left out.
  private static func text(_ title: TitlePlan, from start: Int, to end: Int) -> String {
    func seconds(_ milliseconds: Int) -> String {
      milliseconds % 1000 == 0 ? "\(milliseconds / 1000)" : "\(Double(milliseconds) / 1000)"
    }
    var words = [
      title.text.replacingOccurrences(of: "\n", with: "\\n"), "@\(seconds(start))-\(seconds(end))",
    ]
    guard !title.isSubtitle else { return (words + ["sub"]).joined(separator: " ") }
    if title.place != .centre { words.append(title.place.rawValue) }
    if let colour = title.colour { words.append(colour.name) }
    if title.size != 1 { words.append(title.size > 1 ? "big" : "small") }
    if let font = title.font { words.append("\(font)") }
    if let animation = title.animation { words.append("\(animation)") }
    return words.joined(separator: " ")
  }
}
