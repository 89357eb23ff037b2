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
        .init(Bilingual("Title place", "标题位置"), before: Self.name(was.place), after: Self.name(now.place)))
    }
    if was.size != now.size {
      facts.append(
        .init(
          Bilingual("Title size", "标题大小"), before: Wording.plain(Wording.percent(was.size)),
          after: Wording.plain(Wording.percent(now.size))))
    }
    if was.colour != now.colour {
      facts.append(
        .init(
          Bilingual("Title colour", "标题颜色"), before: Wording.colour(was.colour ?? Palette.white),
          after: Wording.colour(now.colour ?? Palette.white)))
    }
    return facts
  }

  private static func name(_ place: TitlePlan.Place) -> Bilingual {
    switch place {
    case .top: Bilingual("top", "顶部")
    case .centre: Bilingual("centre", "中央")
    case .bottom: Bilingual("bottom", "底部")
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
