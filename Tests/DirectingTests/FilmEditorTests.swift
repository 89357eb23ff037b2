import Directing
import Testing

@Suite("Carrying out edits")
struct FilmEditorTests {
  let editor = FilmEditor()
  let film = Film(
    Director().storyboard(for: "a sunset over the ocean, then a city at night, lo-fi music, titled 'One'"))

  private func apply(_ message: String, to film: Film) -> (Film, [EditSummary]) {
    var film = film
    var summaries: [EditSummary] = []
    for request in EditParser(director: Director()).requests(in: message, film: film) {
      let (next, summary) = editor.apply(request, to: film)
      film = next
      summaries.append(summary)
    }
    return (film, summaries)
  }

  private func segments(_ film: Film, _ kind: Film.Track.Kind) -> [Film.Segment] {
    film.tracks.filter { $0.kind == kind }.flatMap(\.segments)
  }

  @Test("a new length stretches the shots in proportion and the music with them; the title stays inside")
  func length() {
    let (longer, told) = apply("make it 15 seconds", to: film)
    #expect(segments(longer, .video).map(\.durationMS) == [7500, 7500])
    #expect(segments(longer, .video).map { $0.shot?.durationMS } == [7500, 7500])
    #expect(segments(longer, .audio).map(\.durationMS) == [15_000])
    #expect(segments(longer, .text).map(\.durationMS) == [3000])
    #expect(told.map { $0.sentence(in: .english) } == ["Length: 10 s → 15 s."])
    #expect(told.map { $0.sentence(in: .chinese) } == ["时长：10 秒 → 15 秒。"])
    let (short, _) = apply("shorten to 2s", to: film)
    #expect(segments(short, .text).map(\.durationMS) == [2000])
    #expect(short.durationMS == 2000)
  }

  @Test("a change of a thing keeps what it does not name: who people are, a planet's rings")
  func keptTraits() throws {
    for (prompt, message) in [
      ("a father and son on a beach", "make the people bigger"),
      ("Saturn with its rings", "make the planet red"),
    ] {
      let old = Film(Director().storyboard(for: prompt))
      let thing = try #require(
        segments(old, .video).first?.shot?.elements.first { $0.figures != nil || $0.hasRings != nil })
      let (new, _) = apply(message, to: old)
      let changed = try #require(segments(new, .video).first?.shot?.elements.first { $0.kind == thing.kind })
      #expect(changed != thing, "\(message)")
      #expect(changed.figures == thing.figures && changed.hasRings == thing.hasRings)
      #expect(changed.wearsDress == thing.wearsDress && changed.posture == thing.posture)
    }
  }

  @Test("fewer stars are still a sky of stars")
  func fewerStars() throws {
    let (film, _) = apply(
      "fewer stars", to: Film(Director().storyboard(for: "a night sky with stars over hills")))
    let stars = try #require(segments(film, .video).first?.shot?.element(.stars))
    #expect(stars.count.map { (100..<500).contains($0) } == true)
  }

  @Test("lengths of an odd number of shots add up to what was asked") func oddLengths() {
    let three = Film(Director().storyboard(for: "a forest, then a lake, then a city"))
    let (film, _) = editor.apply(.setLength(ms: 10_001), to: three)
    #expect(segments(film, .video).map(\.durationMS).reduce(0, +) == 10_001)
  }

  @Test("an edit that can't be done leaves the film as it was, to the last value, and says why")
  func refusals() {
    let silent = Film(Director().storyboard(for: "a forest, no music, no title"))
    let requests: [EditRequest] = [
      .removeMusic, .removeTitle, .setMusicVolume(.to(0.5)), .styleTitle(TitleStyle(place: .top)),
      .removeElement([.rocket]),
      .changeElement(.rocket, ElementChange(size: .times(2))), .setLength(ms: 10_000), .setLength(ms: 1),
      .setLength(ms: 10_000_000),
      .removeShot(4), .removeShot(0), .removeTint, .cannot(what: "rotating", nearest: nil),
      .inShot(7, .setTimeOfDay(.night)),
      .setTimeOfDay(.day), .setFrameRate(30),
    ]
    for request in requests {
      let (after, summary) = editor.apply(request, to: silent)
      #expect(after == silent, "\(request)")
      #expect(!summary.isDone, "\(request)")
      #expect(!summary.sentence(in: .english).isEmpty && !summary.sentence(in: .chinese).isEmpty)
    }
  }

  @Test("edits of an empty film say that there is none") func emptyFilm() {
    let (after, summary) = editor.apply(.setTimeOfDay(.night), to: Film())
    #expect(after == Film())
    #expect(summary.refusal != nil)
  }

  @Test("a title's words change and its look stays") func titles() {
    let (styled, _) = apply("make the title red and move it to the top", to: film)
    let (film, told) = apply("标题改成 Urban Dreams", to: styled)
    let title = segments(film, .text).first
    #expect(title?.title?.text == "Urban Dreams")
    #expect(title?.metadata.text == "Urban Dreams")
    #expect(title?.title?.colour?.name == "red")
    #expect(told.map { $0.sentence(in: .english) } == ["Title: “One” (0–3 s) → “Urban Dreams” (0–3 s)."])
  }

  @Test("music changes keep the volume, and removing it removes its track") func music() {
    let (quiet, told) = apply("music volume 20%", to: film)
    #expect(told.map { $0.sentence(in: .english) } == ["Music volume: 35% → 20%."])
    let (piano, toldPiano) = apply("change the music to piano", to: quiet)
    #expect(segments(piano, .audio).first?.metadata == Film.Metadata(name: "Piano", volume: 0.2))
    #expect(toldPiano.map { $0.sentence(in: .english) } == ["Music: Lo-fi (20%) → Piano (20%)."])
    let (none, _) = apply("remove the music", to: piano)
    #expect(none.tracks.map(\.kind) == [.video, .text])
    let (back, _) = apply("add lo-fi music", to: none)
    #expect(back.tracks.map(\.kind) == [.video, .audio, .text])
  }

  @Test("one shot is edited alone when it is named") func oneShot() throws {
    let (edited, _) = apply("in the first scene add three birds", to: film)
    let shots = segments(edited, .video).compactMap(\.shot)
    try #require(shots.count == 2)
    #expect(shots[0].element(.birds)?.count == 3)
    #expect(shots[1].element(.birds) == nil)
    let (removed, _) = apply("remove the second scene", to: film)
    #expect(segments(removed, .video).count == 1)
    #expect(removed.durationMS == 5000)
    #expect(segments(removed, .audio).map(\.durationMS) == [5000])
  }

  @Test("a scene is appended behind the last, with the music going on") func append() {
    let (longer, _) = apply("then a forest in the fog", to: film)
    #expect(segments(longer, .video).count == 3)
    #expect(segments(longer, .video).last?.shot?.element(.forest) != nil)
    #expect(segments(longer, .audio).map(\.durationMS) == [longer.durationMS])
  }

  @Test("night brings stars and takes the sun; another take changes the seeds alone") func nightAndTakes() {
    let (night, _) = apply("make the first scene night", to: film)
    let shot = segments(night, .video).first?.shot
    #expect(shot?.timeOfDay == .night)
    #expect(shot?.element(.stars) != nil && shot?.element(.sun) == nil)
    let (again, _) = apply("try again", to: film)
    let before = segments(film, .video).compactMap(\.shot)
    let after = segments(again, .video).compactMap(\.shot)
    #expect(zip(before, after).allSatisfy { $0.seed != $1.seed && $0.elements == $1.elements })
  }

  @Test("an uploaded clip is cut but not stretched, and shots around it take the rest") func uploads() {
    let clip = Film.Segment(durationMS: 4000, metadata: Film.Metadata(name: "clip.mp4"), media: "ab")
    let only = Film(tracks: [Film.Track(kind: .video, segments: [clip])])
    #expect(!editor.apply(.setLength(ms: 8000), to: only).1.isDone)
    #expect(editor.apply(.setLength(ms: 2000), to: only).0.durationMS == 2000)
    var mixed = film
    mixed.tracks[0].segments.append(clip)
    let (longer, _) = editor.apply(.setLength(ms: 24_000), to: mixed)
    #expect(segments(longer, .video).map(\.durationMS) == [10_000, 10_000, 4000])
  }

  @Test(
    "a film of uploads that is to be shorter loses its end, told with what goes, and is never shortened by a guess"
  )
  func shorterUploads() {
    let uploads = TimelineCaseTests.footage
    let (shorter, told) = editor.apply(.setLength(ms: 12_500), to: uploads)
    #expect(segments(shorter, .video).map(\.durationMS) == [6000, 6000, 500])
    #expect(told.sentence(in: .english).contains("12.5–17 s"))
    #expect(told.sentence(in: .english).contains("17 s → 12.5 s"))
    let (same, asked) = editor.apply(.changeLength(times: 0.667), to: uploads)
    #expect(same == uploads)
    #expect(asked.sentence(in: .english).contains("make it 11 seconds"))
    // A photo can stand longer.
    let (longer, _) = editor.apply(.setLength(ms: 20_000), to: uploads)
    #expect(segments(longer, .video).map(\.durationMS) == [6000, 6000, 8000])
  }
}
