extension FilmEditor {
  private static let overlayWords = Bilingual("Overlay", "叠加画面")

  func addOverlay(_ item: MediaItem, _ plan: OverlayPlan, _ span: TimeSpan?, in film: Film) -> (
    Film, EditSummary
  ) {
    guard item.facts.kind != .audio else {
      return refuse(
        film, "“\(item.name)” is sound and has no picture; nothing was changed.",
        "“\(item.name)”是声音，没有画面，没有改动。")
    }
    // What was uploaded to stand above the film, and came to stand in its row meanwhile, leaves the row.
    let (film, gone) = lifted(item, from: film)
    let whole = film.pictureMS
    guard let range = span.map({ $0.range(in: whole) }) ?? 0..<whole else {
      return (film, EditSummary(refusal: Self.tooShort))
    }
    var segment = Film.Segment(
      startMS: range.lowerBound, durationMS: range.count,
      metadata: Film.Metadata(name: item.name, volume: nil),
      media: item.hash, source: item.facts)
    segment.overlay = plan
    if item.facts.kind == .video, let length = item.facts.durationMS, length < range.count {
      // A clip that is too short begins again, unless it is to be seen once.
      if plan.ending == .leave { segment.durationMS = max(200, length) }
      segment.overlay?.ending = plan.ending == .leave ? nil : plan.ending ?? .loop
    } else {
      segment.overlay?.ending = nil
    }
    var edited = film
    let last = film.tracks.lastIndex { $0.kind == .video } ?? -1
    edited.tracks.insert(Film.Track(kind: .video, segments: [segment]), at: last + 1)
    return (
      edited, EditSummary(facts: gone + [.init(Self.overlayWords, before: nil, after: Self.tell(segment))])
    )
  }

  /// The film without the clip of an upload that is as it came, if that is not all there is of the film.
  private func lifted(_ item: MediaItem, from film: Film) -> (Film, [EditSummary.Fact]) {
    let clips = film.placedClips
    let found = clips.indices.filter { clips[$0].segment.media == item.hash }
    guard clips.count > 1, found.count == 1, let index = found.first else { return (film, []) }
    var plain = clips[index].segment
    (plain.transition, plain.startMS) = (nil, nil)
    guard plain == Film.Segment(item) else { return (film, []) }
    var edited = film
    edited.remove(clips[index].startMS..<clips[index].startMS + clips[index].segment.durationMS)
    let words = Bilingual("Clip \(index + 1)", "第 \(index + 1) 段")
    return (
      edited,
      [.init(words, before: name(clips[index].segment, index), after: nil)] + lengthFact(film, edited)
    )
  }

  private static func tell(_ segment: Film.Segment) -> Bilingual {
    let plan = segment.overlay ?? OverlayPlan(place: .topRight, size: 0.2)
    let name = segment.metadata.name ?? ""
    let (start, end) = ((segment.startMS ?? 0), (segment.startMS ?? 0) + segment.durationMS)
    let time = "\(Wording.number(Double(start) / 1000))–\(Wording.number(Double(end) / 1000))"
    let place = Wording.place(plan.place)
    let size = Wording.percent(plan.size)
    let ending =
      switch plan.ending {
      case .loop: Bilingual(", looped", "，循环播放")
      case .hold: Bilingual(", holding its last picture", "，停在最后一帧")
      case .leave, nil: Bilingual("", "")
      }
    return Bilingual(
      "“\(name)”, \(place.english), \(size) wide (\(time) s\(ending.english))",
      "“\(name)”，\(place.chinese)，宽 \(size)（\(time) 秒\(ending.chinese)）")
  }

  static let noOverlay = Bilingual(
    "There is no logo or picture above the film; say “put my logo in the top right” first.",
    "影片上没有叠加的图片；请先说“把我的标志放在右上角”。")

  func styleOverlay(place: OverlayPlan.Place?, size: Change?, opacity: Double?, in film: Film) -> (
    Film, EditSummary
  ) {
    guard let track = film.tracks.lastIndex(where: \.isOverlay),
      let index = film.tracks[track].segments.lastIndex(where: { $0.overlay != nil })
    else { return (film, EditSummary(refusal: Self.noOverlay)) }
    let old = film.tracks[track].segments[index]
    var new = old
    if let plan = old.overlay {
      new.overlay = OverlayPlan(
        place: place ?? plan.place, size: size?.applied(to: plan.size) ?? plan.size,
        opacity: opacity ?? plan.opacity)
      new.overlay?.ending = plan.ending
    }
    guard new != old else { return (film, EditSummary(refusal: Self.asItIs)) }
    var edited = film
    edited.tracks[track].segments[index] = new
    var facts: [EditSummary.Fact] = []
    if new.overlay?.place != old.overlay?.place || new.overlay?.size != old.overlay?.size {
      facts.append(.init(Self.overlayWords, before: Self.tell(old), after: Self.tell(new)))
    }
    if new.overlay?.opacity != old.overlay?.opacity {
      facts.append(
        .init(
          Bilingual("Opacity of the overlay", "叠加画面的不透明度"),
          before: Wording.plain(Wording.percent(old.overlay?.opacity ?? 1)),
          after: Wording.plain(Wording.percent(new.overlay?.opacity ?? 1))))
    }
    return (edited, EditSummary(facts: facts))
  }

  func removeOverlay(in film: Film) -> (Film, EditSummary) {
    guard let track = film.tracks.lastIndex(where: \.isOverlay), let old = film.tracks[track].segments.last
    else {
      return (film, EditSummary(refusal: Self.noOverlay))
    }
    var edited = film
    edited.tracks[track].segments.removeLast()
    if edited.tracks[track].segments.isEmpty { edited.tracks.remove(at: track) }
    return (edited, EditSummary(facts: [.init(Self.overlayWords, before: Self.tell(old), after: nil)]))
  }

  // MARK: Uploads in the sequence

  func insert(_ item: MediaItem, at place: Int?, in film: Film) -> (Film, EditSummary) {
    guard item.facts.kind != .audio else { return useMusic(item, in: film) }
    let count = film.videoSegments.count
    let target = place.map { $0 < 0 ? count + $0 + 1 : min(count, $0) } ?? count
    let segment = Film.Segment(item)
    guard film.pictureMS + segment.durationMS <= Director.longestMS else {
      return (film, EditSummary(refusal: Self.tooLong))
    }
    var edited = film
    if film.sequenceTrack == nil { edited.tracks.insert(Film.Track(kind: .video, segments: []), at: 0) }
    if count == 0, let width = item.facts.width, let height = item.facts.height {
      edited.canvas = Canvas(width: width, height: height, framesPerSecond: film.canvas.framesPerSecond)
    }
    edited.editSequence { $0.insert(segment, at: max(0, min(count, target))) }
    let words = Bilingual("Clip \(target + 1)", "第 \(target + 1) 段")
    return (
      edited,
      EditSummary(facts: [.init(words, before: nil, after: name(segment, target))] + lengthFact(film, edited))
    )
  }

  func replaceClip(_ choice: ClipChoice, with item: MediaItem, in film: Film) -> (Film, EditSummary) {
    let count = film.videoSegments.count
    let number: Int? =
      switch choice {
      case .clip(let number): number
      case .all: count == 1 ? 0 : nil
      }
    guard let number else {
      return refuse(
        film, "Which clip is to be replaced? Say “replace the second clip with \(item.name)”.",
        "要替换哪一段？请说“把第二段换成 \(item.name)”。")
    }
    guard let index = index(number, count: count) else { return noClip(number, in: film) }
    guard item.facts.kind != .audio else { return useMusic(item, in: film) }
    let old = film.videoSegments[index]
    var new = Film.Segment(item)
    // An image takes the time of what it replaces.
    if item.facts.kind == .image { new.durationMS = old.durationMS }
    (new.transition, new.fade) = (old.transition, old.fade)
    var edited = film
    edited.editSequence { $0[index] = new }
    let words = Bilingual("Clip \(index + 1)", "第 \(index + 1) 段")
    return (
      edited,
      EditSummary(
        facts: [.init(words, before: name(old, index), after: name(new, index))] + lengthFact(film, edited))
    )
  }
}

extension Film.Segment {
  /// How long a picture stands, in milliseconds.
  public static let stillMS = 5000

  /// An upload as a clip of the sequence, or as a sound.
  public init(_ item: MediaItem) {
    let length = item.facts.kind == .image ? Self.stillMS : item.facts.durationMS ?? Self.stillMS
    self.init(
      durationMS: min(Film.longestMS, max(200, length)),
      metadata: Film.Metadata(name: item.name, volume: item.facts.kind == .audio ? 1 : nil), media: item.hash,
      source: item.facts)
  }
}

extension Wording {
  static func place(_ place: OverlayPlan.Place) -> Bilingual {
    switch place {
    case .topLeft: Bilingual("top left", "左上角")
    case .top: Bilingual("top", "顶部")
    case .topRight: Bilingual("top right", "右上角")
    case .left: Bilingual("left", "左侧")
    case .centre: Bilingual("centre", "中央")
    case .right: Bilingual("right", "右侧")
    case .bottomLeft: Bilingual("bottom left", "左下角")
    case .bottom: Bilingual("bottom", "底部")
    case .bottomRight: Bilingual("bottom right", "右下角")
    }
  }
}
