import Conversation
import Foundation
import MediaFormats
import NemoVideo
import Presentation
import Synchronization
import Testing
import TimelineDraft

@Suite struct JSONPresenterTests {
  private func object(_ event: SessionEvent) async throws -> [String: Any]? {
    let lines = Mutex<[String]>([])
    await JSONPresenter { line in lines.withLock { $0.append(line) } }.present(event)
    let written = lines.withLock { $0 }
    guard let line = written.first else { return nil }
    #expect(written.count == 1 && line.hasSuffix("\n") && line.filter { $0 == "\n" }.count == 1)
    return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private static let timeline = Timeline(tracks: [
    TimelineTrack(
      kind: .audio, segments: [TimelineSegment(startMS: 0, durationMS: 1000, name: "a", volume: 0.5)]),
    TimelineTrack(kind: .other, segments: [TimelineSegment(startMS: 5, durationMS: 1000)]),
  ])

  /// Each row of CONTRACT.md's table: an event and its keys.
  private static let rows: [(SessionEvent, Set<String>)] = [
    (.ready(studio: .local, session: "s", credits: 1), ["event", "studio", "session", "credits"]),
    (.ready(studio: .cloud, session: "s", credits: nil), ["event", "studio", "session"]),
    (
      .route(RoutedInput(intent: "export", text: "t", format: "gif", resolution: "720p", path: "p")),
      ["event", "intent", "text", "format", "resolution", "path"]
    ),
    (.route(RoutedInput(intent: "message", text: "t")), ["event", "intent", "text"]),
    (.text("a\nb\u{7F}"), ["event", "text"]), (.tool(name: "n", phase: .start), ["event", "name", "phase"]),
    (.heartbeat(elapsed: 120), ["event", "elapsed"]), (.timeline(timeline), ["event", "summary", "tracks"]),
    (.progress(Progress(.upload, 0.5)), ["event", "operation", "fraction"]),
    (.uploaded([UploadedFile(name: "n", type: "video", url: "u")]), ["event", "files"]),
    (
      .exported(ExportResult(path: "p", bytes: 5, format: .mp4, render: "r", link: "l")),
      ["event", "path", "bytes", "format", "render", "link"]
    ),
    (.credits(CreditBalance(available: 1)), ["event", "available", "frozen", "total"]),
    (.notice("m"), ["event", "message"]),
    (.failure(Failure(.emptyDraft, "m", hint: "h")), ["event", "code", "message", "hint"]),
    (.turn(.done, elapsed: 1.5), ["event", "status", "elapsed"]),
  ]

  @Test("each event has the keys of the contract and no others", arguments: rows.indices)
  func keys(row: Int) async throws {
    let (event, keys) = Self.rows[row]
    #expect(try await object(event).map { Set($0.keys) } == keys)
  }

  @Test("what only a person needs is not written")
  func quiet() async throws {
    for event in [
      SessionEvent.connecting, .endOfText, .activity("x"), .activity(nil), .queue(["a"], isHeld: false),
    ] {
      #expect(try await object(event) == nil)
    }
  }

  @Test("numbers of the service are numbers, words are words")
  func codes() async throws {
    #expect(try await object(.failure(Failure(.number(2001), "m", hint: "h")))?["code"] as? Int == 2001)
    #expect(
      try await object(.failure(Failure(.renderFailed, "m", hint: "h")))?["code"] as? String
        == "render-failed")
  }

  @Test("tracks have their kind, times in milliseconds, and a volume only when there is one")
  func tracks() async throws {
    let line = try await object(.timeline(Self.timeline))
    let tracks = try #require(line?["tracks"] as? [[String: Any]])
    #expect(
      tracks[0]["kind"] as? String == "audio" && tracks[0]["end"] as? Int == 1000
        && tracks[0]["volume"] as? Double == 0.5)
    #expect(tracks[1]["kind"] as? String == "other" && tracks[1]["volume"] == nil && tracks[1]["name"] == nil)
  }
}
