/// What a sentence about titles asks of a film.
extension TitleSentence.Item {
  /// The requests in their order: the title first, then what is said of it behind commas.
  func requests(for film: Film) -> [EditRequest] {
    if isName, !isFurther, film.titleSegment != nil {
      return changes(after: [.changeTitle(text: words)], from: clauses, in: film)
    }
    var plan = TitlePlan(text: words, durationMS: 3000)
    var style = TitleStyle()
    for detail in clauses[0] {
      switch detail {
      case .place(let place): plan.place = place
      case .colour(let colour): plan.colour = colour
      case .size(let size): plan.size = min(2.5, max(0.4, size.applied(to: 1)))
      case .length(let length): plan.durationMS = max(200, length)
      case .font(let font): style.font = font
      case .animation(let animation): style.animation = animation
      case .moment, .span, .throughout, .half, .clip, .plain, .onIt, .each, .meanwhile, .otherFont, .missing:
        break
      }
    }
    let times = clauses[0].filter { detail in
      switch detail {
      case .moment, .span, .throughout, .half, .clip: true
      default: false
      }
    }
    let others = [
      style.font.map { [TitleDetail.font($0)] }, style.animation.map { [TitleDetail.animation($0)] },
    ]
    .compactMap { $0 }.flatMap { $0 }
    let later = [times, others] + clauses.dropFirst()
    // What becomes of it without regard to other titles.
    var alone = film
    alone.removeSegments { $0.isTitle }
    let steps = changes(after: [.setTitle(plan)], from: later, in: alone)
    let made = steps.reduce(alone) { FilmEditor().apply($1, to: $0).0 }
    guard let new = made.placedTitle, let title = new.segment.title else { return steps }
    let stands = film.titles
    let range = new.startMS..<new.startMS + new.segment.durationMS
    let struck = stands.firstIndex { $0.range.overlaps(range) && !standsBeside($0.title) }
    if isFurther && !stands.isEmpty || struck == nil && !stands.isEmpty {
      return [.addTitle(title, at: new.startMS)]
    }
    guard let struck else { return steps }
    guard stands.count > 1 || stands[struck].range.lowerBound != 0 else {
      return changes(after: [.setTitle(plan)], from: later, in: film)
    }
    return [.ofTitle(struck, .removeTitle), .addTitle(title, at: new.startMS)]
  }

  /// Whether a text has a place of its own beside a title.
  private func standsBeside(_ title: TitlePlan) -> Bool {
    guard !isTitle else { return false }
    return details.contains { if case .place(let place) = $0 { place != title.place } else { false } }
  }

  /// Requests, and behind them those for details, as far as they change something.
  func changes(after first: [EditRequest], from clauses: [[TitleDetail]], in film: Film) -> [EditRequest] {
    let editor = FilmEditor()
    var current = first.reduce(film) { editor.apply($1, to: $0).0 }
    var requests = first
    var point: TimePoint?
    for clause in clauses {
      var style = TitleStyle()
      var time: (point: TimePoint, length: Int?)?
      for detail in clause {
        switch detail {
        case .place(let place): style.place = place
        case .colour(let colour): style.colour = colour
        case .size(let size): style.size = size
        case .font(let font): style.font = font
        case .animation(let animation): style.animation = animation
        case .length(let length):
          if let at = time?.point ?? point, at != .start {
            time = (at, length)
          } else {
            style.durationMS = max(200, length)
          }
        case .moment(let moment):
          time = (moment, time?.length ?? style.durationMS)
          style.durationMS = nil
        case .span(let span): time = Self.times(of: span, in: film.pictureMS)
        case .throughout: time = (.start, film.pictureMS)
        case .half(let isSecond): time = (isSecond ? .end : .start, film.pictureMS / 2)
        case .clip(let number):
          // As long as a title is seen anyway, while the clip is.
          let clips = film.placedClips
          let index = number < 0 ? clips.count + number : number
          guard clips.indices.contains(index) else { continue }
          let length = film.titleSegment?.durationMS ?? 3000
          time = (.at(clips[index].startMS), max(200, min(length, clips[index].segment.durationMS)))
        case .otherFont:
          style.font = TitlePlan.Font.other(than: current.titleSegment?.title?.font)
        case .plain, .onIt, .each, .meanwhile, .missing: break
        }
      }
      var found: [EditRequest] = []
      if let time {
        point = time.point
        found.append(.timeline(.timeTitle(time.point, ms: time.length)))
      }
      if !style.isEmpty { found.append(.styleTitle(style)) }
      for request in found {
        let next = editor.apply(request, to: current).0
        guard next != current else { continue }
        current = next
        requests.append(request)
      }
    }
    return requests
  }

  private static func times(of span: TimeSpan, in length: Int) -> (TimePoint, Int?) {
    switch span {
    case .first(let part): (.start, part)
    case .last(let part): (.end, part)
    case .between(let start, let end): (.at(start), max(200, min(end, max(length, start + 200)) - start))
    case .after(let start): (.at(start), max(200, length - start))
    }
  }
}

extension TitleSentence {
  /// Lines of subtitles, beside those of the film that they leave room for.
  static func cues(_ lines: [Item], in film: Film) -> [SubtitleCue] {
    let length = film.pictureMS
    let new = lines.map { line -> SubtitleCue in
      let alone = Item(words: line.words, clauses: line.clauses, isTitle: true)
      var bare = film
      bare.removeSegments { $0.isTitle }
      let made = alone.requests(for: bare).reduce(bare) { FilmEditor().apply($1, to: $0).0 }
      let range = line.isTimed ? made.titles.first?.range : nil
      return SubtitleCue(text: line.words, range: range ?? 0..<max(1, length))
    }
    guard lines.allSatisfy(\.isTimed) else { return new }
    let old = film.tracks.filter { $0.kind == .text }.flatMap(\.placedSegments).compactMap { start, segment in
      segment.isSubtitle
        ? segment.title.map { SubtitleCue(text: $0.text, range: start..<start + max(1, segment.durationMS)) }
        : nil
    }
    return old.filter { cue in !new.contains { $0.range.overlaps(cue.range) } } + new
  }
}

extension TitlePlan.Font {
  /// The font that stands in for "another one".
  static func other(than font: TitlePlan.Font?) -> TitlePlan.Font {
    switch font ?? .sans {
    case .sans: .serif
    case .serif: .handwriting
    case .handwriting: .mono
    case .mono: .sans
    }
  }
}

extension [TitleDetail] {
  /// What cannot be done, once each.
  var missing: [MissingLettering] {
    reduce(into: []) { found, detail in
      if case .missing(let missing) = detail, !found.contains(missing) { found.append(missing) }
    }
  }
}
