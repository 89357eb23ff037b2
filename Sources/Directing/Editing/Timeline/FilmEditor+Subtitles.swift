extension FilmEditor {
  private static let words = Bilingual("Subtitles", "字幕")

  func setSubtitles(_ cues: [SubtitleCue], in film: Film) -> (Film, EditSummary) {
    let length = film.pictureMS
    let shown = cues.filter { $0.range.lowerBound < length && !$0.text.isEmpty }
    guard !shown.isEmpty else {
      return refuse(
        film, "None of the lines falls into the film; nothing was changed.", "没有一条字幕落在影片的时间内，没有改动。")
    }
    var edited = film
    edited.removeSegments { $0.isSubtitle }
    let segments = shown.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { cue in
      let text = String(cue.text.prefix(500))
      let duration = max(200, min(cue.range.upperBound, length) - cue.range.lowerBound)
      var plan = TitlePlan(text: text, place: .bottom, durationMS: duration)
      plan.subtitle = true
      return Film.Segment(
        startMS: cue.range.lowerBound, durationMS: duration, metadata: Film.Metadata(text: text), title: plan)
    }
    edited.tracks.append(Film.Track(kind: .text, segments: segments))
    let before = film.subtitleCount
    var notes: [Bilingual] = []
    if shown.count < cues.count {
      let left = cues.count - shown.count
      notes.append(
        Bilingual(
          "\(left) line\(left == 1 ? "" : "s") begin after the end of the film and were left out.",
          "有 \(left) 条字幕在影片结束之后，已省略。"))
    }
    return (
      edited,
      EditSummary(
        facts: [
          .init(Self.words, before: before == 0 ? nil : Self.lines(before), after: Self.lines(shown.count))
        ],
        notes: notes)
    )
  }

  func removeSubtitles(in film: Film) -> (Film, EditSummary) {
    let count = film.subtitleCount
    guard count > 0 else { return refuse(film, "There are no subtitles.", "没有字幕。") }
    var edited = film
    edited.removeSegments { $0.isSubtitle }
    return (edited, EditSummary(facts: [.init(Self.words, before: Self.lines(count), after: nil)]))
  }

  private static func lines(_ count: Int) -> Bilingual {
    Bilingual(count == 1 ? "1 line" : "\(count) lines", "\(count) 条")
  }

  func timeTitle(at point: TimePoint, for length: Int?, in film: Film) -> (Film, EditSummary) {
    guard let old = film.placedTitle else { return (film, EditSummary(refusal: Self.noTitle)) }
    let duration = max(200, min(length ?? old.segment.durationMS, film.pictureMS))
    let latest = film.pictureMS - duration
    let start =
      switch point {
      case .start: 0
      case .middle: latest / 2
      case .end: latest
      case .at(let moment): max(0, min(moment, latest))
      }
    var edited = film
    edited.editFirst(.text, where: { $0.isTitle }) {
      $0.startMS = start
      $0.durationMS = duration
      $0.title?.durationMS = duration
    }
    guard edited != film, let new = edited.placedTitle else {
      return (film, EditSummary(refusal: Self.asItIs))
    }
    return (
      edited,
      EditSummary(facts: [
        .init(
          Wording.title, before: Wording.title(old.segment, startMS: old.startMS),
          after: Wording.title(new.segment, startMS: new.startMS))
      ])
    )
  }
}

extension Film {
  fileprivate var subtitleCount: Int { tracks.flatMap(\.segments).count(where: \.isSubtitle) }
}
