/// Stretches that are cut out or kept.
extension TimelineReading {
  func spans() -> [EditRequest]? {
    if let found = share() ?? opening() { return found }
    guard hasCutVerb, !cues.has("in colour", "in color", "as is", "as it is", "彩色", "原样"), !isOfMusic,
      !isOfTitle, !cues.times.isEmpty
    else { return everythingAfter() }
    // "裁剪为9:16" is a shape.
    if cues.times.count == 1, cues.times[0].isTimecode, cues.ratio == .portrait,
      cues.times[0].milliseconds > length
    {
      return nil
    }
    // "add 3 seconds", "make it 3 seconds shorter" are about the length.
    if cues.has("shorter", "longer", "add", "缩短", "延长") { return nil }
    let keeps =
      cues.has("keep", "keep only", "only keep", "extract", "isolate", "保留", "截取", "提取", "截出", "只要", "只留")
      || usesPart || isCutTo
    let choice = cues.choice
    let first = cues.times[0].milliseconds
    if let both = cues.bothEnds, !keeps {
      return edit(.cut(.last(both.last), choice)) + edit(.cut(.first(both.first), choice))
    }
    if let found = severalSpans(keeps: keeps) { return found }
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
        "the start and the end", "the beginning and the end", "start and end", "beginning and end",
        "the front and the back",
        "前后各", "前后都", "开头和结尾", "开头结尾",
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

  /// "cut 0:02-0:05 and 0:08-0:10": from the back, so that earlier moments stay where they are.
  private func severalSpans(keeps: Bool) -> [EditRequest]? {
    let times = cues.times.map(\.milliseconds)
    guard times.count >= 4, times.count % 2 == 0, zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    let spans = stride(from: 0, to: times.count, by: 2).map { (times[$0], times[$0 + 1]) }
    guard spans.allSatisfy({ $0.0 < $0.1 }) else { return nil }
    guard keeps else { return spans.reversed().flatMap { edit(.cut(.between($0.0, $0.1), cues.choice)) } }
    let gaps = zip(spans, spans.dropFirst()).map { ($0.1, $1.0) }.filter { $0.0 < $0.1 }
    return edit(.keep(.between(times[0], times[times.count - 1]), cues.choice))
      + gaps.reversed().flatMap { edit(.cut(.between($0.0 - times[0], $0.1 - times[0]), cues.choice)) }
  }

  /// "start at 3 seconds", "the video should begin at 0:04", "从第3秒开始播放"
  private func opening() -> [EditRequest]? {
    guard hasFootage, !hasCutVerb, !isOfMusic, !isOfTitle, cues.times.count == 1,
      let moment = cues.times.first?.milliseconds
    else { return nil }
    // "make it start 2 seconds later"
    if cues.tokens.count <= 9, cues.has("later", "earlier") {
      if cues.has("start", "starts", "begin", "begins"), cues.has("later") {
        return edit(.cut(.first(moment), cues.choice))
      }
      if cues.has("end", "ends", "stop", "stops"), cues.has("earlier") {
        return edit(.cut(.last(moment), cues.choice))
      }
    }
    guard let starts = Self.startsOrEnds(cues) ?? startsWithTime,
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
    let keeps =
      cues.has("keep", "keep only", "only keep", "extract", "isolate", "保留", "截取", "提取", "截出", "只要", "只留")
      || usesPart || isCutTo
    return edit(keeps ? .keep(span, cues.choice) : .cut(span, cues.choice))
  }

  /// "keep everything from 3 seconds on", "cut from 8 seconds to the end", "删掉8秒到最后".
  private func openSpan(_ moment: Int, keeps: Bool) -> [EditRequest]? {
    guard cues.times.count == 1, cues.time(after: "for") == nil else { return nil }
    let latin = cues.latin.replacing(" please ", with: " ")
    let toEnd =
      cues.has("from") && cues.time(after: "from") != nil
      && (latin.hasSuffix(" on ")
        || cues.has(
          "onwards", "onward", "to the end", "to the very end", "till the end", "until the end",
          "through the end"))
      || cues.han.contains(/(?:秒|[0-9])(?:处|开始)?(?:一直)?(?:到|至)(?:最后|结尾|结束|末尾|片尾)/)
    if toEnd { return edit(keeps ? .keep(.after(moment), cues.choice) : .cut(.after(moment), cues.choice)) }
    let fromStart =
      cues.has(
        "from the start to", "from the beginning to", "from the start until", "from the beginning until",
        "from the start up to", "from the beginning up to")
      || cues.han.contains(/从?(?:开头|最前|片头|开始)(?:一直)?(?:到|至)第?[0-9一二两三四五六七八九十]/)
    guard fromStart else { return nil }
    return edit(keeps ? .keep(.first(moment), cues.choice) : .cut(.first(moment), cues.choice))
  }

  /// "cut everything after 10 seconds", "十秒以后的都删掉".
  private func everythingAfter() -> [EditRequest]? {
    guard hasCutVerb, let moment = cues.times.first?.milliseconds, !isOfMusic else { return nil }
    let keeps = cues.has("keep", "保留", "只留") || usesPart
    if let found = openSpan(moment, keeps: keeps || cues.starts("trim")) { return found }
    // "9秒后的都不要"
    if cues.han.contains(/秒钟?后(?:面)?(?:的|都|全|$)/) {
      return edit(keeps ? .keep(.after(moment), cues.choice) : .cut(.after(moment), cues.choice))
    }
    if cues.han.contains(/秒钟?前(?:面)?(?:的|都|全|$)/), !cues.han.contains(/[最前]前/) {
      return edit(keeps ? .keep(.first(moment), cues.choice) : .cut(.first(moment), cues.choice))
    }
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
