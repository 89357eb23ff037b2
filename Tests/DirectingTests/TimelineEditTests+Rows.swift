import Directing
import Testing

/// What lies above the pictures and below them: titles, logos, music.
extension TimelineEditTests {
  @Test("titles, subtitles and logos move with a cut; music stays as long as the film") func ripple() throws {
    let (film, _) = apply(
      "add lo-fi music; put my logo in the top right; 1\n00:00:08,000 --> 00:00:09,000\nHello", to: footage)
    let (subtitled, _) = apply("1\n00:00:08,000 --> 00:00:09,000\nHello", to: film)
    let (cut, _) = apply("cut from 2 to 5 seconds", to: subtitled)
    #expect(cut.durationMS == 14_000)
    #expect(cut.tracks.first { $0.kind == .audio }?.segments.map(\.durationMS) ?? [14_000] == [14_000])
    let words = try #require(cut.tracks.first { $0.kind == .text }?.segments.first)
    #expect(words.startMS == 5000 && words.durationMS == 1000)
  }

  @Test("music begins and ends when it is told to, whatever becomes of the film") func musicTimes() {
    func bed(_ film: Film) -> [Int] {
      let track = film.tracks.first { $0.kind == .audio }
      return track?.placedSegments.first.map { [$0.startMS, $0.startMS + $0.segment.durationMS] } ?? []
    }
    let film = apply("add lo-fi music", to: footage).0
    #expect(bed(film) == [0, 17_000])
    let (late, told) = apply("start the music at 3 seconds", to: film)
    #expect(bed(late) == [3000, 17_000])
    #expect(told == "Music is heard: 0–17 s → 3–17 s.")
    #expect(bed(apply("stop the music at 8s", to: late).0) == [3000, 8000])
    // What is cut before it moves it along; what is cut behind it does not.
    #expect(bed(apply("cut the first 2 seconds", to: late).0) == [1000, 15_000])
    #expect(bed(apply("cut the last 2 seconds", to: late).0) == [3000, 15_000])
    #expect(bed(apply("use my song as the music", to: late).0) == [3000, 17_000])
    #expect(bed(apply("play the music through the whole film", to: late).0) == [0, 17_000])
    #expect(bed(apply("music from 2 to 5 s", to: film).0) == [2000, 5000])
    #expect(bed(apply("音乐从第3秒开始", to: film).0) == [3000, 17_000])
    #expect(bed(apply("no music for the first 4 seconds", to: film).0) == [4000, 17_000])
    #expect(bed(apply("start the music with the second clip", to: film).0) == [6000, 17_000])
    let (same, refusal) = apply("start the music at 20 seconds", to: film)
    #expect(same == film && refusal.contains("17 s long"))
    let song = apply("use my song as the music, starting at 4 seconds", to: footage).0
    #expect(bed(song) == [4000, 17_000])
    let inner = apply("use my song starting from 0:05 of the song", to: footage).0
    #expect(inner.tracks.last?.segments.first?.clip?.inMS == 5000)
  }

  @Test("what is put above the film leaves the row that it was uploaded to, unless it was worked on")
  func lifting() {
    var film = footage
    let logo = media[2]
    film.tracks[0].segments.append(Film.Segment(logo))
    let (above, told) = apply("put my logo in the bottom left", to: film)
    expect(above, [("a.mp4", 0, 6000), ("b.mp4", 0, 6000), ("c.png", 0, 5000)])
    #expect(above.tracks[1].segments[0].overlay?.place == .bottomLeft)
    #expect(above.tracks[1].segments[0].durationMS == 17_000)
    #expect(told.contains("Clip 4 removed") && told.contains("22 s → 17 s"))
    film.tracks[0].segments[3].durationMS = 2000
    #expect(apply("put my logo in the bottom left", to: film).0.tracks[0] == film.tracks[0])
  }

  @Test("all that is said of a title is done and told, its place as one of nine") func titles() {
    let film = apply("add the title “Summer” in the top left corner in yellow, big", to: footage).0
    let title = film.tracks.last?.segments.first?.title
    #expect(title?.place == .topLeft && title?.colour?.name == "yellow" && title?.size == 1.5)
    let (moved, told) = apply("move the title to the bottom right", to: film)
    #expect(moved.tracks.last?.segments.first?.title?.place == .bottomRight)
    #expect(told == "Title place: top left → bottom right.")
    #expect(
      apply("move the title to the top left corner", to: moved).1 == "Title place: bottom right → top left.")
    #expect(
      apply("move the title to the bottom left corner", to: moved).1
        == "Title place: bottom right → bottom left."
    )
    let (styled, words) = apply("make the title smaller, in a serif font, and have it slide in", to: film)
    #expect(styled.tracks.last?.segments.first?.title?.animation == .slide)
    #expect(words.contains("Title letters: sans serif → serif"))
    #expect(words.contains("Title animation: rises → slides in"))
    let end = apply("put “The End” in the bottom right during the last 2 seconds", to: footage).0
    #expect(end.tracks.last?.segments.first?.startMS == 15_000)
    #expect(end.tracks.last?.segments.first?.title?.place == .bottomRight)
    let (same, once) = apply("add a title that says “Hi” for the first 3 seconds", to: footage)
    #expect(same.tracks.last?.segments.first?.durationMS == 3000)
    #expect(once == "Title added: “Hi” (0–3 s).")
  }
}
