/// Changes of a part of the film only: "slow motion from 2 to 4 seconds", "the first three seconds in black and white".
extension TimelineReading {
  /// The part that the clause is about; nil: all.
  var part: Range<Int>? {
    partWithin(film.pictureMS)
  }

  /// The part of the one clip that the clause names, in the time of the film: "from 2 to 4 seconds in the second clip".
  private var partOfClip: Range<Int>? {
    guard case .clip(let number) = cues.choice, cues.clipNumbers.count == 1, cues.shareOfFilm == nil,
      !cues.times.isEmpty
    else { return nil }
    let clips = film.placedClips
    let index = number < 0 ? clips.count + number : number
    guard clips.indices.contains(index), clips[index].segment.source?.kind != .image,
      cues.times.count == 2
        || cues.has("first", "last", "opening", "final", "前", "最后") && cues.ordinalsBesideTimes,
      let part = partWithin(clips[index].segment.durationMS), !part.isEmpty,
      part.count < clips[index].segment.durationMS
    else { return nil }
    return part.lowerBound + clips[index].startMS..<part.upperBound + clips[index].startMS
  }

  private func partWithin(_ length: Int) -> Range<Int>? {
    if cues.times.isEmpty, let share = cues.shareOfFilm {
      return (share.start * Double(length)).nearestInt..<(share.end * Double(length)).nearestInt
    }
    guard let first = cues.times.first?.milliseconds else { return nil }
    if cues.times.count == 2 {
      let second = cues.times[1].milliseconds
      guard cues.has("from", "between", "to", "从", "到", "至") || cues.han.contains("-"), first < second else {
        return nil
      }
      return min(first, length)..<min(second, length)
    }
    guard cues.times.count == 1, first < length else { return nil }
    if cues.has("first", "opening", "前", "开头", "最初") { return 0..<first }
    if cues.has("last", "final", "最后", "结尾", "末尾")
      || cues.han.contains(/(?:^|[^秒钟])后面?的?[0-9.一二两三四五六七八九十半]+秒/)
    {
      return (length - first)..<length
    }
    if cues.has("middle", "中间"), first < length { return (length - first) / 2..<(length + first) / 2 }
    if cues.has("after", "之后", "以后", "onwards", "onward", "开始", "起") { return first..<length }
    if cues.has("from", "starting"),
      cues.latin.hasSuffix(" on ") || cues.has("starting at", "starting from", "from")
    {
      return cues.time(after: "for") == nil ? first..<length : nil
    }
    return nil
  }

  /// Whether the part or the clip that is named is what stays as it is: "except the second clip", "but keep the first
  /// three seconds".
  var spares: Bool {
    // 删除开头 has 除开 in it.
    cues.has("除开") && !cues.has("除开头", "除开场", "除开始")
      || cues.has(
        "except", "except for", "apart from", "all but", "everything but", "other than", "excluding",
        "but keep",
        "but leave", "but not", "but the", "but for", "but clip", "除了", "除去第", "但保留", "但是保留", "但不", "但是不",
        "但第",
        "但中间", "但前", "但最", "但开头", "但结尾", "但是中间", "但是前", "但是最", "但是第", "除外", "不包括", "不含", "不算", "excluding",
        "without touching", "leaving out", "not including", "but leave out")
  }

  /// When something that stands above the film is to be seen; nil: as long as there is of it.
  var seenSpan: TimeSpan? {
    let length = film.pictureMS
    let begins = cues.has(
      "from", "after", "starting", "starts", "start", "begin", "begins", "beginning", "onwards", "on",
      "appear",
      "appears", "at", "从", "之后", "以后", "开始", "起", "出现")
    let ends = cues.has("until", "till", "up to", "before", "ends", "ending", "之前", "为止", "消失", "结束")
    let times = cues.times.map(\.milliseconds)
    if times.count >= 2 {
      if let lasting = cues.time(after: "for"),
        let start = times.first(where: { $0 != lasting }) ?? times.first
      {
        return .between(start, start + lasting)
      }
      return .between(min(times[0], times[1]), max(times[0], times[1]))
    }
    if let time = times.first {
      if cues.has("last", "final", "最后", "at the end", "at the very end", "片尾", "结尾") { return .last(time) }
      if cues.has("first", "opening", "for", "前", "开头") || cues.has("显示", "停留"), !cues.has("从") {
        return .first(time)
      }
      return begins ? .after(time) : .first(time)
    }
    if cues.has(
      "half way", "halfway", "midway", "half way through", "middle of the film", "middle of the video",
      "一半的时候",
      "一半处", "从一半", "中途", "一半时", "过半", "到一半", "一半开始")
    {
      return ends ? .first(length / 2) : .after(length / 2)
    }
    if let share = cues.shareOfFilm {
      return .between((share.start * Double(length)).nearestInt, (share.end * Double(length)).nearestInt)
    }
    return nil
  }

  /// "mute the first 2 seconds and the last 2 seconds"
  private func atBothEnds(_ requests: [EditRequest], first: Int, last: Int) -> [EditRequest] {
    var edges = [0]
    for segment in film.videoSegments { edges.append((edges.last ?? 0) + segment.durationMS) }
    let splits = [last, first].filter { !edges.contains($0) }
    let all = (edges + splits).sorted()
    let clips = all.indices.dropLast().filter { all[$0] < first || all[$0] >= last }
    guard clips.count <= 50 else { return requests }
    return splits.flatMap { edit(.split(.at($0), .all)) }
      + requests.flatMap { request in clips.reversed().compactMap { request.of(.clip($0)) } }
  }

  /// The requests for the part alone, which becomes clips of its own; as they are if they are about all.
  func within(_ requests: [EditRequest]) -> [EditRequest] {
    if spares, !cues.clipNumbers.isEmpty, requests.allSatisfy({ $0.of(.all) != nil }) {
      let count = film.videoSegments.count
      let places = cues.clipNumbers.map { $0 < 0 ? count + $0 : $0 }
      return (0..<count).filter { !places.contains($0) }.flatMap { index in
        requests.compactMap { $0.of(.clip(index)) }
      }
    }
    if let both = cues.bothEnds, cues.choice == .all, !spares, both.first + both.last < film.pictureMS,
      requests.allSatisfy({ $0.of(.all) != nil }), !requests.isEmpty
    {
      return atBothEnds(requests, first: both.first, last: film.pictureMS - both.last)
    }
    let ofClip = partOfClip
    guard ofClip != nil || cues.choice == .all, let part = ofClip ?? part, !part.isEmpty,
      part != 0..<film.pictureMS,
      requests.allSatisfy({ $0.of(.all) != nil })
    else {
      return requests
    }
    var edges = [0]
    for segment in film.videoSegments { edges.append((edges.last ?? 0) + segment.durationMS) }
    var splits: [Int] = []
    for moment in [part.upperBound, part.lowerBound] where !edges.contains(moment) { splits.append(moment) }
    let all = (edges + splits).sorted()
    let clips = all.indices.dropLast().filter { part.contains(all[$0]) != spares }
    guard clips.count <= 50 else { return requests }
    // Each by itself would not play them in a row.
    if clips.count > 1, requests.contains(where: \.isRepetition) {
      return cannot(
        Bilingual("repeating a part that goes over several clips", "重复跨越多个片段的一段"),
        Bilingual("repeat one clip (“loop clip 2”) or all of the film", "重复一个片段（“第二段循环”）或整部影片"))
    }
    // A picture that stands has no time to change: it is told so, and nothing is cut.
    let touched = film.videoSegments.indices.filter {
      edges[$0] < part.upperBound && edges[$0 + 1] > part.lowerBound
    }
    if !spares, requests.contains(where: \.isOfTime), let still = touched.first,
      touched.allSatisfy({ film.videoSegments[$0].source?.kind == .image })
    {
      return requests.compactMap { $0.of(.clip(still)) }
    }
    return splits.flatMap { edit(.split(.at($0), .all)) }
      + requests.flatMap { request in clips.reversed().compactMap { request.of(.clip($0)) } }
  }
}

extension EditRequest {
  /// Whether it changes how time runs in a clip.
  fileprivate var isOfTime: Bool {
    switch self {
    case .timeline(.retime), .timeline(.reverse), .timeline(.boomerang): true
    default: false
    }
  }

  fileprivate var isRepetition: Bool {
    if case .timeline(.repeatClips) = self { true } else { false }
  }

  /// Whether it cuts or repeats the film as a whole.
  var isOfWholeCut: Bool {
    guard case .timeline(let edit) = self else { return false }
    switch edit {
    case .keep(_, .all), .cut(_, .all), .split(_, .all), .freeze(_, _, .all), .repeatClips(_, .all),
      .delete(.all):
      return true
    default: return false
    }
  }

  /// The same request for other clips; nil if it can only be one for the whole film.
  func of(_ choice: ClipChoice) -> EditRequest? {
    guard case .timeline(let edit) = self else { return nil }
    switch edit {
    case .retime(let change, _): return .timeline(.retime(change, choice))
    case .playIn(let length, _): return .timeline(.playIn(ms: length, choice))
    case .reverse: return .timeline(.reverse(choice))
    case .boomerang: return .timeline(.boomerang(choice))
    case .moveOver(let move, _): return .timeline(.moveOver(move, choice))
    case .fit(let fit, _): return .timeline(.fit(fit, choice))
    case .adjust(let setting, _): return .timeline(.adjust(setting, choice))
    case .rotate(let degrees, _): return .timeline(.rotate(degrees, choice))
    case .tilt(let degrees, _): return .timeline(.tilt(degrees, choice))
    case .flip(let isVertical, _): return .timeline(.flip(isVertical: isVertical, choice))
    case .crop(let crop, _): return .timeline(.crop(crop, choice))
    case .clipVolume(let change, _): return .timeline(.clipVolume(change, choice))
    case .repeatClips(let times, _): return .timeline(.repeatClips(times: times, choice))
    default: return nil
    }
  }
}
