/// Stretches that are cut out or kept.
extension TimelineReading {
  func spans() -> [EditRequest]? {
    if let found = share() ?? opening() { return found }
    guard hasCutVerb, !cues.has("in colour", "in color", "as is", "as it is", "彩色", "原样"), !isOfMusic,
      !isOfTitle, !cues.times.isEmpty
    else { return everythingAfter() }
    // "add 3 seconds", "make it 3 seconds shorter" are about the length.
    if cues.has("shorter", "longer", "add", "缩短", "延长") { return nil }
    let keeps = cues.has("keep", "keep only", "only keep", "保留", "截取", "只要", "只留") || usesPart || isCutTo
    let choice = cues.choice
    let first = cues.times[0].milliseconds
    if cues.times.count >= 2,
      cues.has("from", "between", "to", "and", "until", "till", "through", "到", "至") || cues.han.contains("-")
    {
      let second = cues.times[1].milliseconds
      guard first != second else { return nil }
      let span = TimeSpan.between(min(first, second), max(first, second))
      let isTrim =
        cues.starts("trim") || cues.has("trim to", "trim it to", "trim from", "trim it from", "trim the")
      let isOut = cues.has("cut out", "trim out", "剪掉", "删掉", "删除", "去掉", "切掉", "裁掉", "剪去")
      return edit(keeps || isTrim && !isOut ? .keep(span, choice) : .cut(span, choice))
    }
    if cues.times.count == 1 {
      if cues.has(
        "both ends", "each end", "either end", "each side of the film", "两头", "两端", "首尾", "头尾", "掐头去尾")
      {
        return edit(.cut(.last(first), choice)) + edit(.cut(.first(first), choice))
      }
      if cues.has("middle", "the middle", "中间", "中段"), first < length {
        let start = (length - first) / 2
        let span = TimeSpan.between(start, start + first)
        return edit(keeps ? .keep(span, choice) : .cut(span, choice))
      }
    }
    if let found = everythingAfter() { return found }
    // "trim clip 2 to end at 4 s", "剪到第4秒结束"
    if cues.times.count == 1, !cues.has("off the end", "from the end") {
      if cues.has("end at", "ends at", "stop at", "stops at", "ending at", "结束", "为止") {
        return edit(.keep(.first(first), choice))
      }
      if cues.has("start at", "starts at", "begin at", "begins at", "starting at", "开始") {
        return edit(.keep(.after(first), choice))
      }
    }
    // "最后那段剪成2秒", "cut the last clip to 3 s": the time is what it becomes.
    let before =
      cues.times[0].tokens.lowerBound > 0 ? cues.tokens[cues.times[0].tokens.lowerBound - 1].text : ""
    if cues.times.count == 1, cues.choice != .all, ["成", "到", "为", "至", "to"].contains(before), hasFootage {
      return edit(.keep(.first(first), choice))
    }
    let isFirst = cues.has(
      "first", "from the start", "from the beginning", "off the start", "off the beginning", "at the start",
      "at the beginning", "off the front", "from the front", "at the front", "off the head", "head",
      "opening", "start", "beginning", "intro",
      "前", "开头", "最前", "起始",
      "最初", "片头")
    let isLast = cues.has(
      "last", "final", "from the end", "off the end", "at the end", "ending", "end", "off the back", "tail",
      "最后",
      "结尾", "后",
      "末尾", "片尾")
    if isLast, !cues.has("前") || cues.has("最后") {
      return edit(keeps ? .keep(.last(first), choice) : .cut(.last(first), choice))
    }
    // "cut 1 s off clip 2": off its end.
    if !isFirst, cues.times.count == 1, cues.has("off"), choice != .all || hasFootage {
      return edit(.cut(.last(first), choice))
    }
    if isFirst { return edit(keeps ? .keep(.first(first), choice) : .cut(.first(first), choice)) }
    // "trim to 5 seconds", "keep 5 seconds", "剪到5秒"
    let isTarget = cues.has("to", "down to", "到", "成", "为") || keeps
    if isTarget, hasFootage || keeps { return edit(.keep(.first(first), choice)) }
    return nil
  }

  /// "start at 3 seconds", "the video should begin at 0:04", "从第3秒开始播放"
  private func opening() -> [EditRequest]? {
    guard hasFootage, !hasCutVerb, !isOfMusic, !isOfTitle, cues.times.count == 1,
      let moment = cues.times.first?.milliseconds,
      let starts = Self.startsOrEnds(cues) ?? startsWithTime,
      !cues.has(
        "add", "fade", "freeze", "slow", "speed", "loop", "zoom", "logo", "voice", "subtitles", "photo",
        "show", "put",
        "overlay", "加", "淡", "标志", "字幕", "定格", "倒")
    else { return nil }
    return edit(.keep(starts ? .after(moment) : .first(moment), cues.choice))
  }

  /// "start it 3 s in", "end it 0:10"
  private var startsWithTime: Bool? {
    guard let time = cues.times.first?.tokens, cues.tokens.count - time.count <= 5,
      time.lowerBound > 0,
      ["it", "video", "film", "start", "end", "begin"].contains(cues.tokens[time.lowerBound - 1].text)
    else { return nil }
    if cues.starts("start", "begin", "start the", "begin the") { return true }
    return cues.starts("end", "stop", "finish") ? false : nil
  }

  /// Whether it is said where the film is to begin (true) or to end (false); nil: neither.
  static func startsOrEnds(_ cues: ClauseCues) -> Bool? {
    let ways = [
      ("start", "at"), ("begin", "at"), ("start", "from"), ("begin", "from"), ("starts", "at"),
      ("begins", "at"),
    ]
    if ways.contains(where: { cues.has(inOrder: $0.0, $0.1) }) || cues.has("开始播放", "开始放", "秒开始", "秒处开始") {
      return true
    }
    let ends = [
      ("end", "at"), ("stop", "at"), ("finish", "at"), ("ends", "at"), ("stops", "at"), ("end", "after"),
    ]
    if ends.contains(where: { cues.has(inOrder: $0.0, $0.1) })
      || cues.has("秒结束", "秒停止", "秒停", "秒为止", "秒处结束", "秒处停")
    {
      return false
    }
    return nil
  }

  /// "delete the second half", "keep the first third"
  func share() -> [EditRequest]? {
    guard hasCutVerb, !isOfMusic, !isOfTitle, cues.times.isEmpty, let share = cues.shareOfFilm,
      !cues.has("screen", "frame", "left", "right", "top", "bottom", "crop", "画面", "左", "右", "上", "下")
    else { return nil }
    let length = Double(length)
    let span = TimeSpan.between((share.start * length).nearestInt, (share.end * length).nearestInt)
    let keeps = cues.has("keep", "keep only", "only keep", "保留", "截取", "只要", "只留") || usesPart || isCutTo
    return edit(keeps ? .keep(span, cues.choice) : .cut(span, cues.choice))
  }

  /// "cut everything after 10 seconds", "十秒以后的都删掉".
  private func everythingAfter() -> [EditRequest]? {
    guard hasCutVerb, let moment = cues.times.first?.milliseconds, !isOfMusic else { return nil }
    let keeps = cues.has("keep", "保留")
    // "后面3秒" are the last ones.
    if cues.han.contains(/后面的?[0-9一二两三四五六七八九十半]/) { return nil }
    if cues.has("after", "past", "beyond", "以后", "之后", "后面") {
      return edit(keeps ? .keep(.after(moment), cues.choice) : .cut(.after(moment), cues.choice))
    }
    if cues.has("before", "以前", "之前", "前面") {
      return edit(keeps ? .keep(.first(moment), cues.choice) : .cut(.first(moment), cues.choice))
    }
    return nil
  }
}
