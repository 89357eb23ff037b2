import Testing
import TimelineDraft

@Suite struct TimelineDiffTests {
  private let film = TimelineTrack(
    kind: .video, segments: [TimelineSegment(startMS: 0, durationMS: 10_000, name: "sunset")])
  private let music = TimelineTrack(
    kind: .audio, segments: [TimelineSegment(startMS: 0, durationMS: 10_000, name: "Lo-fi", volume: 0.35)])

  private func changes(_ old: [TimelineTrack], _ new: [TimelineTrack]) -> [String] {
    TimelineDiff(from: Timeline(tracks: old), to: Timeline(tracks: new)).changes
  }

  @Test("the same timeline has no changes")
  func same() { #expect(changes([film, music], [film, music]) == []) }

  @Test("tracks that come and go are told with what is on them")
  func comeAndGo() {
    #expect(changes([film], [film, music]) == ["BGM added: Lo-fi (0–10 s, 35%)"])
    #expect(changes([film, music], [film]) == ["BGM removed: Lo-fi"])
  }

  @Test("volumes, lengths and names are told from old to new")
  func values() {
    var quiet = music
    quiet.volume = 0.1
    #expect(changes([music], [quiet]) == ["BGM Lo-fi volume: 35% → 10%"])
    let short = TimelineTrack(
      kind: .video, segments: [TimelineSegment(startMS: 0, durationMS: 6500, name: "sunset")])
    #expect(changes([film], [short]) == ["Video sunset: 0–10 s → 0–6.5 s"])
    let other = TimelineTrack(
      kind: .video, segments: [TimelineSegment(startMS: 0, durationMS: 10_000, name: "dawn")])
    #expect(changes([film], [other]) == ["Video changed: sunset → dawn"])
  }

  @Test("pieces that were cut or moved inside the same span are told")
  func pieces() {
    let cut = TimelineTrack(
      kind: .video,
      segments: [
        TimelineSegment(startMS: 0, durationMS: 4000, name: "sunset"),
        TimelineSegment(startMS: 4000, durationMS: 6000, name: "sunset"),
      ])
    #expect(changes([film], [cut]) == ["Video sunset: 1 piece → 2 pieces"])
  }

  @Test("tracks that changed places are no change")
  func places() {
    let rain = TimelineTrack(
      kind: .audio, segments: [TimelineSegment(startMS: 0, durationMS: 10_000, name: "Rain")])
    #expect(changes([music, rain], [rain, music]) == [])
  }
}
