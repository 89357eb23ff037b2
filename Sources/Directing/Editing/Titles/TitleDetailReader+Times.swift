/// When a title is seen.
extension TitleDetailReader {
  typealias Times = (details: [TitleDetail], end: Int)

  func time(at start: Int, position: Position) -> Times? {
    if let end = scanner.longest(of: Self.always, at: start) { return ([.throughout], end) }
    if let half = half(at: start) { return half }
    if let found = clip(at: start) { return found }
    if let found = chineseTime(at: start, position: position) { return found }
    return englishTime(at: start, position: position)
  }

  private static let always: [String] =
    ["for", "during", "over", "throughout", "through", "in"].flatMap { link in
      ["whole", "entire", "full", "complete"].flatMap { word in
        ["video", "film", "clip", "movie", "time", "duration", "length", "thing"].map {
          "\(link) the \(word) \($0)"
        }
      }
    } + [
      "the whole time", "the entire time", "throughout the video", "throughout the film",
      "throughout the clip",
      "throughout", "from start to finish", "from start to end", "from beginning to end",
      "from the beginning to the end", "all the time", "all the way through", "all through",
      "the whole video",
      "the entire video", "the whole film", "until the end", "till the end", "to the end", "permanently",
      "全程都显示", "全程显示", "全程", "一直显示", "一直都在", "一直", "从头到尾都显示", "从头到尾", "整个视频都显示", "整个视频", "始终显示", "始终", "整段视频",
      "持续整个视频", "持续全程", "贯穿全片", "贯穿整个视频",
    ]

  private static let opening: [String] =
    ["beginning", "start", "very beginning", "very start", "opening"].flatMap { word in
      ["at the", "in the", "from the", "right at the", "on the"].flatMap { link in
        ["\(link) \(word)"] + ["video", "film", "clip", "movie"].map { "\(link) \(word) of the \($0)" }
      }
    } + ["at first"]

  private static let closing: [String] =
    ["end", "very end", "ending", "finish"].flatMap { word in
      ["at the", "in the", "near the", "right at the", "on the"].flatMap { link in
        ["\(link) \(word)"] + ["video", "film", "clip", "movie"].map { "\(link) \(word) of the \($0)" }
      }
    }

  private func englishTime(at start: Int, position: Position) -> Times? {
    if let end = scanner.longest(of: Self.opening, at: start) { return ([.moment(.start)], end) }
    if let end = scanner.longest(of: Self.closing, at: start) { return ([.moment(.end)], end) }
    let halfway =
      ["video", "film", "clip", "movie"].map { "in the middle of the \($0)" } + [
        "halfway through", "half way through",
      ]
    if let end = scanner.longest(of: halfway, at: start) { return ([.moment(.middle)], end) }
    // "for the first 5 seconds", "during the last 3 seconds"
    let link = scanner.past(
      ["for", "during", "in", "over", "within", "through", "on", "only for"], from: start)
    if link > start || position == .behindComma {
      let the = scanner.past(["the", "its"], from: link)
      if let word = scanner.longest(of: ["first", "opening"], at: the),
        let time = scanner.duration(at: scanner.pastBlanks(word))
      {
        return ([.span(.first(time.milliseconds))], ofFilm(time.end))
      }
      if let word = scanner.longest(of: ["last", "final", "closing"], at: the),
        let time = scanner.duration(at: scanner.pastBlanks(word))
      {
        return ([.span(.last(time.milliseconds))], ofFilm(time.end))
      }
    }
    if let found = stretch(at: start) { return found }
    if let word = scanner.longest(of: ["until", "till", "up to"], at: start),
      let time = scanner.moment(at: scanner.pastBlanks(word))
    {
      return ([.span(.first(time.milliseconds))], time.end)
    }
    if let word = scanner.longest(
      of: ["for", "lasting", "for about", "for around", "for only", "for just"], at: start),
      let time = scanner.duration(at: scanner.past(["a", "full"], from: scanner.pastBlanks(word)))
        ?? scanner.duration(at: scanner.pastBlanks(word))
    {
      return (
        [.length(time.milliseconds)],
        scanner.longest(of: ["long"], at: scanner.pastBlanks(time.end)) ?? time.end
      )
    }
    if let found = moment(at: start) { return found }
    guard position == .behindComma, let time = scanner.duration(at: start) else { return nil }
    let behind = scanner.pastBlanks(time.end)
    if let end = scanner.longest(
      of: ["in", "into the video", "into it", "into the film", "into the clip"], at: behind),
      place(at: behind, position: .attached) == nil, look(at: behind, position: .attached) == nil
    {
      return ([.moment(.at(time.milliseconds))], end)
    }
    return ([.length(time.milliseconds)], scanner.longest(of: ["long", "duration"], at: behind) ?? time.end)
  }

  /// "from 2 to 5 seconds", "between 0:02 and 0:05", "2s-5s", "from 3 seconds on".
  private func stretch(at start: Int) -> Times? {
    let link = scanner.past(["from", "between", "during", "at", "starting from"], from: start)
    guard let first = scanner.moment(at: link, isBare: true) else { return nil }
    let behind = scanner.pastBlanks(first.end)
    if let to = scanner.longest(
      of: ["to", "and", "-", "–", "—", "until", "till", "through", "~"], at: behind)
    {
      let next = scanner.pastBlanks(to)
      if let last = scanner.moment(at: next, isBare: link > start),
        last.milliseconds > first.milliseconds
      {
        return ([.span(.between(first.milliseconds, last.milliseconds))], last.end)
      }
      if link > start, let end = scanner.longest(of: ["the end", "end"], at: next) {
        return ([.span(.after(first.milliseconds))], ofFilm(end))
      }
    }
    guard link > start, scanner.longest(of: ["from", "starting from"], at: start) != nil,
      scanner.moment(at: link) != nil,
      let on = scanner.longest(of: ["onwards", "onward", "on", "till the end", "until the end"], at: behind)
    else { return nil }
    return ([.span(.after(first.milliseconds))], on)
  }

  /// "at 3 seconds", "starting at 0:04", "after 3 seconds", "at the 5 second mark".
  private func moment(at start: Int) -> Times? {
    let links = [
      "at", "from", "after", "starting at", "starting from", "beginning at", "starts at", "start at",
      "begins at",
      "at about", "at around", "@", "on",
    ]
    guard let word = scanner.longest(of: links, at: start) else { return nil }
    let next = scanner.pastBlanks(word)
    guard let time = scanner.moment(at: next) else {
      let middles = ["the middle of the video", "the middle of the film", "the halfway point", "halfway"]
      return scanner.longest(of: middles, at: next).map { ([.moment(.middle)], $0) }
    }
    let behind = scanner.pastBlanks(time.end)
    let more = ["mark", "in", "into the video", "into the film", "into the clip"]
    let end = scanner.longest(of: more, at: behind)
    let isPlace =
      place(at: behind, position: .attached) != nil || look(at: behind, position: .attached) != nil
    return ([.moment(.at(time.milliseconds))], isPlace ? time.end : end ?? time.end)
  }

  private func ofFilm(_ start: Int) -> Int {
    let nouns = ["video", "film", "clip", "movie"].map { "of the \($0)" } + ["of it"]
    return scanner.longest(of: nouns, at: scanner.pastBlanks(start)) ?? start
  }

  // MARK: Chinese

  private static let shows = [
    "显示", "持续", "停留", "出现", "展示", "保持", "开始显示", "开始出现", "开始", "内显示", "里显示", "都显示", "之间显示", "期间", "之间", "内",
    "里", "处", "起",
    "时出现", "时显示", "时", "的时候", "的位置", "位置", "那里", "钟",
  ]

  private func chineseTime(at start: Int, position: Position) -> Times? {
    var index = scanner.pastAll(
      [
        "就", "要", "只", "并", "从", "在", "放在", "放到", "放", "出现在", "显示在", "出现于", "显示", "于", "加在", "安排在", "移到",
        "挪到",
      ], from: start)
    // "显示4秒"
    let lasts = [
      "时间为", "时间是", "时间", "显示时间", "显示时长", "持续时间", "时长", "显示", "持续", "停留", "保持", "展示", "出现", "播放", "停", "维持",
      "放",
    ]
    if let word = scanner.longest(of: lasts, at: start) {
      let next = scanner.pastAll(["为", "了", "约", "大约", ":", "：", "只"], from: scanner.pastBlanks(word))
      if let time = scanner.duration(at: next), isHanUnit(before: time.end) {
        return stretchBehind(start, first: next) ?? ([.length(time.milliseconds)], time.end)
      }
    }
    let linked = index > start
    // "前5秒", "最后3秒"
    for (words, isFirst) in [
      (["前", "开头", "头", "开始", "最前面"], true), (["最后", "结尾", "片尾", "末尾", "最后的", "后"], false),
    ] {
      guard let word = scanner.longest(of: words, at: index),
        let time = scanner.duration(at: scanner.pastBlanks(word)), isHanUnit(before: time.end)
      else { continue }
      let span: TimeSpan = isFirst ? .first(time.milliseconds) : .last(time.milliseconds)
      return ([.span(span)], scanner.pastAll(Self.shows, from: time.end))
    }
    if let found = stretchBehind(start, first: index) { return found }
    // "第3秒出现", "3秒后出现"
    if let word = scanner.match("第", at: index), let number = scanner.number(at: scanner.pastBlanks(word)),
      let unit = scanner.longest(of: ["秒钟", "秒"], at: scanner.pastBlanks(number.end))
    {
      return (
        [.moment(.at((number.value * 1000).nearestInt))],
        pastShows(unit)
      )
    }
    if let time = scanner.duration(at: index), isHanUnit(before: time.end) {
      if let after = scanner.longest(of: ["后", "之后", "以后", "处", "开始", "的时候", "时"], at: time.end) {
        return ([.moment(.at(time.milliseconds))], pastShows(after))
      }
      guard position == .behindComma || linked else { return nil }
      return linked && scanner.match("在", at: start) != nil
        ? ([.moment(.at(time.milliseconds))], pastShows(time.end)) : ([.length(time.milliseconds)], time.end)
    }
    if let code = scanner.timecode(at: index), linked {
      return ([.moment(.at(code.milliseconds))], pastShows(code.end))
    }
    index = scanner.pastAll(["视频", "影片", "片子", "的"], from: index)
    guard position == .behindComma || linked else { return nil }
    if let end = scanner.longest(of: ["片头", "开头", "开场", "最开始", "一开始", "最前面", "开始"], at: index) {
      return ([.moment(.start)], pastShows(end))
    }
    if let end = scanner.longest(of: ["片尾", "结尾", "末尾", "最后面", "最后", "结束的时候", "结束时", "结束"], at: index) {
      return ([.moment(.end)], pastShows(end))
    }
    return nil
  }

  /// What follows a moment, unless it says how long: "第3秒显示2秒".
  private func pastShows(_ start: Int) -> Int {
    var index = start
    while let next = scanner.longest(of: Self.shows, at: index),
      scanner.duration(at: scanner.pastBlanks(next)) == nil
    {
      index = next
    }
    return index
  }

  /// "第2秒到第6秒", "2到5秒", "0:02-0:05"
  private func stretchBehind(_ start: Int, first: Int) -> Times? {
    func side(_ index: Int) -> (milliseconds: Int, end: Int)? {
      if let code = scanner.timecode(at: index) { return code }
      let number = scanner.past(["第"], from: index)
      guard let found = scanner.number(at: number), found.value <= 3600 else { return nil }
      let unit = scanner.longest(of: ["秒钟", "秒"], at: scanner.pastBlanks(found.end))
      return ((found.value * 1000).nearestInt, unit ?? found.end)
    }
    guard let from = side(first),
      let to = scanner.longest(of: ["到", "至", "-", "~", "–", "—", "～"], at: scanner.pastBlanks(from.end)),
      let last = side(scanner.pastBlanks(to)), last.milliseconds > from.milliseconds,
      isHanUnit(before: last.end) || scanner.timecode(at: first) != nil
    else { return nil }
    return (
      [.span(.between(from.milliseconds, last.milliseconds))], scanner.pastAll(Self.shows, from: last.end)
    )
  }

  private func isHanUnit(before end: Int) -> Bool {
    end > 0 && "秒钟s".contains(scanner.characters[end - 1]) && scanner.characters[end - 1] != "s"
  }
}
