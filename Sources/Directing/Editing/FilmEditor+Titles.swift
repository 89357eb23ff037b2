/// Films with several titles.
extension FilmEditor {
  func addTitle(_ title: TitlePlan, at start: Int, in film: Film) -> (Film, EditSummary) {
    var film = film
    let others = film.takeTitles { _ in true }
    var (edited, summary) = setTitle(title, in: film)
    if start > 0 {
      let (moved, told) = timeTitle(at: .at(start), for: nil, in: edited)
      if moved != edited { (edited, summary) = (moved, EditSummary(facts: summary.facts).followed(by: told)) }
    }
    edited.putBack(others)
    return (edited, summary)
  }

  /// Carries a request out as if a title were the only one.
  func edit(title number: Int, with request: EditRequest, in film: Film) -> (Film, EditSummary) {
    let count = film.titles.count
    let index = number < 0 ? count + number : number
    guard (0..<count).contains(index) else {
      return (film, EditSummary(refusal: count == 0 ? Self.noTitle : Self.noTitle(number, of: count)))
    }
    var alone = film
    let others = alone.takeTitles { $0 != index }
    var (edited, summary) = apply(request, to: alone)
    guard edited != alone else { return (film, summary) }
    edited.putBack(others)
    return (edited, summary)
  }

  private static func noTitle(_ number: Int, of count: Int) -> Bilingual {
    Bilingual(
      "There is no title \(number + 1): the film has \(count).", "没有第 \(number + 1) 个标题：影片共有 \(count) 个。")
  }
}

extension Film {
  /// The titles, in the order in which they are seen, with when that is.
  var titles: [(title: TitlePlan, range: Range<Int>)] {
    placedTitles.map { (title: $0.title, range: $0.startMS..<$0.startMS + max(1, $0.segment.durationMS)) }
  }

  /// The film with one of its titles alone.
  func withTitle(_ number: Int) -> Film {
    var film = self
    _ = film.takeTitles { $0 != number }
    return film
  }

  private var placedTitles: [(startMS: Int, segment: Segment, title: TitlePlan)] {
    let found = tracks.filter { $0.kind == .text }.flatMap(\.placedSegments).compactMap { start, segment in
      segment.isTitle ? segment.title.map { (startMS: start, segment: segment, title: $0) } : nil
    }
    return found.enumerated().sorted { ($0.element.startMS, $0.offset) < ($1.element.startMS, $1.offset) }
      .map(\.element)
  }

  /// Takes titles out, by their numbers in the order in which they are seen.
  fileprivate mutating func takeTitles(where matches: (Int) -> Bool) -> [Segment] {
    let all = placedTitles
    let taken = all.indices.filter(matches).map { index in
      var segment = all[index].segment
      segment.startMS = all[index].startMS
      return segment
    }
    var left = all.indices.filter { !matches($0) }.map { index in
      var segment = all[index].segment
      segment.startMS = all[index].startMS
      return segment
    }
    removeSegments { $0.isTitle }
    if !left.isEmpty {
      left.sort { ($0.startMS ?? 0) < ($1.startMS ?? 0) }
      tracks.append(Track(kind: .text, segments: left))
    }
    return taken
  }

  /// Puts titles back beside those there are.
  fileprivate mutating func putBack(_ titles: [Segment]) {
    guard !titles.isEmpty else { return }
    let own = placedTitles.map { title in
      var segment = title.segment
      segment.startMS = title.startMS
      return segment
    }
    removeSegments { $0.isTitle }
    let all = (titles + own).enumerated().sorted {
      ($0.element.startMS ?? 0, $0.offset) < ($1.element.startMS ?? 0, $1.offset)
    }
    tracks.append(Track(kind: .text, segments: all.map(\.element)))
    fitToPictures()
  }
}
