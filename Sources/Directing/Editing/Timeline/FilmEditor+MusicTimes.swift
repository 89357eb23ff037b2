/// When the music of a film begins and ends, and from which of its own moments a song plays.
extension FilmEditor {
  static let noBed = Bilingual(
    "There is no music; say “add music” first. Nothing was changed.", "没有音乐；请先说“加音乐”，没有改动。")

  func timeMusic(from start: TimePoint?, until end: TimePoint?, in film: Film) -> (Film, EditSummary) {
    guard let before = film.placedBed else { return (film, EditSummary(refusal: Self.noBed)) }
    let length = film.pictureMS
    let plan = before.segment.sound ?? SoundPlan()
    let first = start.map { $0.moment(in: length) } ?? plan.fromMS ?? 0
    var last = end.map { $0.moment(in: length) } ?? plan.untilMS ?? length
    // Music that is to begin behind where it ended so far plays on to the end.
    if end == nil, last <= first { last = length }
    guard first < length, first + 200 <= min(last, length) else {
      let words = Wording.seconds(length)
      return refuse(
        film,
        "Music must be heard for a moment of the film, which is \(words.english) long. Nothing was changed.",
        "音乐必须落在影片之内（影片长\(words.chinese)），没有改动。")
    }
    var edited = film
    edited.editFirst(.audio, where: \.isBed) { bed in
      bed.editSound { plan in
        plan.fromMS = first > 0 ? first : nil
        plan.untilMS = last < length ? last : nil
      }
    }
    edited.fitToPictures()
    guard edited != film, let after = edited.placedBed else {
      return (film, EditSummary(refusal: Self.asItIs))
    }
    func span(_ placed: (startMS: Int, segment: Film.Segment)) -> Bilingual {
      let start = Wording.number(Double(placed.startMS) / 1000)
      let end = Wording.number(Double(placed.startMS + placed.segment.durationMS) / 1000)
      return Bilingual("\(start)–\(end) s", "\(start)–\(end) 秒")
    }
    let subject = Bilingual("Music is heard", "音乐时段")
    return (edited, EditSummary(facts: [.init(subject, before: span(before), after: span(after))]))
  }

  func startMusic(at moment: Int, in film: Film) -> (Film, EditSummary) {
    guard let bed = film.bedSegment else { return (film, EditSummary(refusal: Self.noBed)) }
    guard bed.media != nil else {
      return refuse(
        film,
        "This music is made for the film and has no other place to begin; say when it is to be heard (“start the music at 3 seconds”). Nothing was changed.",
        "这段音乐是为影片合成的，没有别的起点；可以说它何时响起（“音乐从第3秒开始”），没有改动。")
    }
    if let length = bed.source?.durationMS, moment >= length {
      let words = Wording.seconds(length)
      return refuse(
        film, "The song is \(words.english) long; nothing was changed.", "这首歌长\(words.chinese)，没有改动。")
    }
    var edited = film
    edited.editFirst(.audio, where: \.isBed) { bed in
      var clip = bed.clip ?? ClipPlan()
      clip.inMS = moment > 0 ? moment : nil
      bed.clip = clip == ClipPlan() ? nil : clip
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    return (
      edited,
      EditSummary(facts: [
        .init(
          Bilingual("Song plays from", "歌曲起点"), before: Wording.seconds(bed.clip?.start ?? 0),
          after: Wording.seconds(moment))
      ])
    )
  }
}

extension Film {
  /// The bed with its start.
  fileprivate var placedBed: (startMS: Int, segment: Segment)? {
    for track in tracks where track.kind == .audio {
      if let found = track.placedSegments.first(where: { $0.segment.isBed }) { return found }
    }
    return nil
  }
}
