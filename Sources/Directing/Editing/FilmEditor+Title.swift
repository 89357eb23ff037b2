extension FilmEditor {
  func setTitle(_ title: TitlePlan, in film: Film) -> (Film, EditSummary) {
    let old = film.placedTitle
    var title = title
    title.durationMS = max(200, min(title.durationMS, film.pictureMS))
    var edited = film
    if old != nil {
      edited.editFirst(.text, where: { $0.isTitle }) {
        $0.title = title
        $0.metadata.text = title.text
        $0.durationMS = title.durationMS
      }
    } else {
      let segment = Film.Segment(
        startMS: 0, durationMS: title.durationMS, metadata: Film.Metadata(text: title.text), title: title)
      edited.tracks.append(Film.Track(kind: .text, segments: [segment]))
    }
    edited.fitToPictures()
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    return (edited, EditSummary(facts: titleFacts(from: film, to: edited)))
  }

  func changeTitle(to text: String, in film: Film) -> (Film, EditSummary) {
    guard let old = film.titleSegment?.title else {
      return setTitle(TitlePlan(text: text, durationMS: min(3000, film.pictureMS)), in: film)
    }
    var new = old
    new.text = text
    return setTitle(new, in: film)
  }

  func styleTitle(_ style: TitleStyle, in film: Film) -> (Film, EditSummary) {
    guard let old = film.titleSegment?.title else { return (film, EditSummary(refusal: Self.noTitle)) }
    return setTitle(style.applied(to: old), in: film)
  }

  func removeTitle(in film: Film) -> (Film, EditSummary) {
    guard let old = film.placedTitle else { return (film, EditSummary(refusal: Self.noTitle)) }
    var edited = film
    edited.removeSegments { $0.isTitle }
    return (
      edited,
      EditSummary(facts: [
        .init(Wording.title, before: Wording.title(old.segment, startMS: old.startMS), after: nil)
      ])
    )
  }

  static let noTitle = Bilingual("There is no title; say “add a title ‘…’” first.", "没有标题；请先说“加标题‘…’”。")

  private func titleFacts(from old: Film, to new: Film) -> [EditSummary.Fact] {
    let before = old.placedTitle
    guard let after = new.placedTitle else { return [] }
    var facts: [EditSummary.Fact] = []
    func tell(_ subject: Bilingual, _ before: Bilingual?, _ after: Bilingual?) {
      if before != after { facts.append(.init(subject, before: before, after: after)) }
    }
    tell(
      Wording.title, before.map { Wording.title($0.segment, startMS: $0.startMS) },
      Wording.title(after.segment, startMS: after.startMS))
    guard let now = after.segment.title else { return facts }
    // Of a new title what it has of its own is told against the usual one.
    let was = before?.segment.title ?? TitlePlan(text: now.text)
    tell(Bilingual("Title place", "标题位置"), Wording.place(was.place), Wording.place(now.place))
    tell(
      Bilingual("Title size", "标题大小"), Wording.plain(Wording.percent(was.size)),
      Wording.plain(Wording.percent(now.size)))
    tell(
      Bilingual("Title colour", "标题颜色"), Wording.colour(was.colour ?? Palette.white),
      Wording.colour(now.colour ?? Palette.white))
    tell(
      Bilingual("Title letters", "标题字体"), Wording.font(was.font ?? .sans), Wording.font(now.font ?? .sans))
    tell(
      Bilingual("Title animation", "标题动画"), Wording.animation(was.animation ?? .rise),
      Wording.animation(now.animation ?? .rise))
    return facts
  }
}

extension Wording {
  /// Whether a fact tells of a title or of how it looks.
  static func isOfTitle(_ subject: Bilingual) -> Bool {
    subject == title || subject.english.hasPrefix("Title ")
  }

  static func font(_ font: TitlePlan.Font) -> Bilingual {
    switch font {
    case .sans: Bilingual("sans serif", "无衬线")
    case .serif: Bilingual("serif", "衬线")
    case .mono: Bilingual("monospace", "等宽")
    case .handwriting: Bilingual("handwritten", "手写")
    }
  }

  static func animation(_ animation: TitlePlan.Animation) -> Bilingual {
    switch animation {
    case .rise: Bilingual("rises", "升起")
    case .fade: Bilingual("fades in", "淡入")
    case .slide: Bilingual("slides in", "滑入")
    case .none: Bilingual("none", "无")
    }
  }
}

extension Film {
  /// The segment of the title with its start.
  var placedTitle: (startMS: Int, segment: Segment)? {
    for track in tracks where track.kind == .text {
      if let found = track.placedSegments.first(where: { $0.segment.isTitle }) { return found }
    }
    return nil
  }
}
