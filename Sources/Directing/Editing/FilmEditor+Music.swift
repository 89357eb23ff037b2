extension FilmEditor {
  func setMusic(_ plan: MusicPlan, name: String?, in film: Film) -> (Film, EditSummary) {
    var edited = film
    let old = film.musicSegment
    let metadata = Film.Metadata(name: plan.mood.displayName, volume: old?.metadata.volume ?? 0.35)
    var new = Film.Segment(durationMS: film.pictureMS, metadata: metadata, music: plan)
    if old != nil {
      edited.editFirst(.audio, where: { $0.music != nil }) {
        $0.music = plan
        $0.metadata.name = plan.mood.displayName
      }
    } else {
      // What was asked of when music is heard holds for other music, too.
      if let before = film.bedSegment?.sound, before.fromMS != nil || before.untilMS != nil {
        new.editSound { ($0.fromMS, $0.untilMS) = (before.fromMS, before.untilMS) }
      }
      edited.removeSegments(where: \.isBed)
      let track = Film.Track(kind: .audio, segments: [new])
      let index = edited.tracks.firstIndex { $0.kind != .video } ?? edited.tracks.count
      edited.tracks.insert(track, at: index)
      edited.fitToPictures()
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    var facts: [EditSummary.Fact] = [
      .init(
        Wording.music, before: (old ?? film.bedSegment).map(Wording.music),
        after: edited.musicSegment.map(Wording.music))
    ]
    if let before = old?.music, before.mood == plan.mood {
      facts = [.init(Wording.music, before: Self.detail(before), after: Self.detail(plan))]
    }
    let note = name.map {
      Bilingual(
        "“\($0)” is played as \(plan.mood.displayName), the nearest the studio has.",
        "“\($0)”用最接近的\(plan.mood.name(in: .chinese))代替。")
    }
    return (edited, EditSummary(facts: facts, notes: note.map { [$0] } ?? []))
  }

  /// "Lo-fi, 80 bpm, A minor"
  private static func detail(_ plan: MusicPlan) -> Bilingual {
    let keys = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"]
    let key = keys[plan.key % 12]
    return Bilingual(
      "\(plan.mood.displayName), \(plan.tempo) bpm, \(key) \(plan.isMinor ? "minor" : "major")",
      "\(plan.mood.name(in: .chinese))，每分钟 \(plan.tempo) 拍，\(key) \(plan.isMinor ? "小调" : "大调")")
  }

  func removeMusic(in film: Film) -> (Film, EditSummary) {
    guard let old = film.bedSegment else {
      return (film, EditSummary(refusal: Bilingual("There is no music to remove.", "没有音乐可以移除。")))
    }
    var edited = film
    edited.removeSegments(where: \.isBed)
    return (edited, EditSummary(facts: [.init(Wording.music, before: Wording.music(old), after: nil)]))
  }

  func setVolume(_ change: Change, in film: Film) -> (Film, EditSummary) {
    let isAudible: (Film.Segment) -> Bool = { $0.music != nil || $0.media != nil }
    guard let old = film.tracks.filter({ $0.kind == .audio }).flatMap(\.segments).first(where: isAudible)
    else {
      return (
        film,
        EditSummary(
          refusal: Bilingual(
            "There is no music to make louder or quieter; say “add music” first.", "没有音乐可以调音量；请先说“加音乐”。"))
      )
    }
    let volume = old.metadata.volume ?? 1
    let wanted = min(1, max(0, change.applied(to: volume)))
    // Whole percents, so what is said is what is set.
    let new = Double((wanted * 100).nearestInt) / 100
    guard new != volume else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.editFirst(.audio, where: isAudible) { $0.metadata.volume = new }
    let subject = Bilingual("Music volume", "音乐音量")
    return (
      edited,
      EditSummary(facts: [
        .init(
          subject, before: Wording.plain(Wording.percent(volume)), after: Wording.plain(Wording.percent(new)))
      ])
    )
  }
}

extension Film {
  /// Edits the first segment of a kind of track that a condition holds for.
  mutating func editFirst(
    _ kind: Track.Kind, where matches: (Segment) -> Bool, _ change: (inout Segment) -> Void
  ) {
    for track in tracks.indices where tracks[track].kind == kind {
      if let index = tracks[track].segments.firstIndex(where: matches) {
        change(&tracks[track].segments[index])
        return
      }
    }
  }

  /// Removes segments, and tracks that become empty by it; what is placed by the one before keeps its place.
  mutating func removeSegments(where matches: (Segment) -> Bool) {
    for track in tracks.indices where tracks[track].segments.contains(where: matches) {
      tracks[track].segments = tracks[track].placedSegments.compactMap { start, segment in
        guard !matches(segment) else { return nil }
        var segment = segment
        segment.startMS = start
        return segment
      }
    }
    tracks.removeAll { $0.kind != .video && $0.segments.isEmpty }
  }
}
