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
    let words = (
      before.map { Wording.title($0.segment, startMS: $0.startMS) },
      Wording.title(after.segment, startMS: after.startMS)
    )
    if words.0 != words.1 { facts.append(.init(Wording.title, before: words.0, after: words.1)) }
    guard let was = before?.segment.title, let now = after.segment.title else { return facts }
    if was.place != now.place {
      facts.append(
        .init(
          Bilingual("Title place", "标题位置"), before: Wording.place(was.place), after: Wording.place(now.place))
      )
    }
    if was.size != now.size {
      facts.append(
        .init(
          Bilingual("Title size", "标题大小"), before: Wording.plain(Wording.percent(was.size)),
          after: Wording.plain(Wording.percent(now.size))))
    }
    func tell(_ subject: Bilingual, _ before: Bilingual?, _ after: Bilingual?) {
      if before != after { facts.append(.init(subject, before: before, after: after)) }
    }
    tell(
      Bilingual("Title colour", "标题颜色"), Wording.colour(was.colour ?? Palette.white),
      Wording.colour(now.colour ?? Palette.white))
    tell(Bilingual("Title letters", "标题字体"), Self.name(was.font ?? .sans), Self.name(now.font ?? .sans))
    tell(
      Bilingual("Title animation", "标题动画"), Self.name(was.animation ?? .rise),
      Self.name(now.animation ?? .rise))
    return facts
  }

  private static func name(_ font: TitlePlan.Font) -> Bilingual {
    switch font {
    case .sans: Bilingual("sans serif", "无衬线")
    case .serif: Bilingual("serif", "衬线")
    case .mono: Bilingual("monospace", "等宽")
    case .handwriting: Bilingual("handwritten", "手写")
    }
  }

  private static func name(_ animation: TitlePlan.Animation) -> Bilingual {
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
