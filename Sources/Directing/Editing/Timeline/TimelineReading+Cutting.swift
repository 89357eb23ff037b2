extension TimelineReading {
  private var length: Int {
    if case .clip(let number) = cues.choice {
      let clips = film.videoSegments
      let index = number < 0 ? clips.count + number : number
      if clips.indices.contains(index) { return clips[index].durationMS }
    }
    return film.pictureMS
  }

  /// Trim, cut, keep, split, delete, order.
  func cutting() -> [EditRequest]? {
    if isOfTitle, !hasCutVerb { return nil }
    // A part of a clip, before the clip as a whole.
    if let found = share() { return found }
    return order() ?? lasting() ?? splitting() ?? freezing() ?? repeating() ?? spans() ?? wholeClips()
  }

  /// "use only the last five seconds"
  private var usesPart: Bool {
    cues.has(
      "use the first", "use the last", "use only", "only use", "just use", "just the first", "just the last",
      "只用")
  }

  /// "trim it to the first 15 seconds": they are what stays.
  private var isCutTo: Bool {
    cues.has(
      "to the first", "to the last", "to the final", "to the opening", "to just the first",
      "to just the last",
      "to only the first", "to only the last", "to its first", "to its last", "到前", "成前", "为前", "成最后", "为最后")
      && !cues.has("from", "从")
  }

  private var hasCutVerb: Bool { usesPart || Self.cuts(cues) }

  /// Whether a clause has a word for cutting or keeping.
  static func cuts(_ cues: ClauseCues) -> Bool {
    cues.has(
      "cut", "cut out", "trim", "remove", "delete", "drop", "chop", "clip off", "snip", "shave", "take off",
      "lose", "take out", "cut away", "get rid of", "throw away", "throw out", "leave out", "discard",
      "lop off", "slice off", "keep", "keep only", "剪掉", "剪去", "剪到", "裁掉", "删掉", "删除", "去掉", "切掉", "截掉", "保留",
      "截取", "剪辑", "剪", "去除", "只要", "只留", "掐头去尾")
      || ["不要", "不要了", "不用了"].contains(where: cues.han.hasSuffix)
  }

  // MARK: Spans

  private func spans() -> [EditRequest]? {
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
    let isFirst = cues.has(
      "first", "from the start", "from the beginning", "off the start", "off the beginning", "at the start",
      "at the beginning", "off the front", "opening", "start", "beginning", "intro", "前", "开头", "最前", "起始",
      "最初", "片头")
    let isLast = cues.has(
      "last", "final", "from the end", "off the end", "at the end", "ending", "end", "off the back", "最后",
      "结尾", "后",
      "末尾", "片尾")
    if isLast, !cues.has("前") || cues.has("最后") {
      return edit(keeps ? .keep(.last(first), choice) : .cut(.last(first), choice))
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
      cues.has("start at", "begin at", "start from", "begin from", "starts at", "begins at", "开始播放", "开始放"),
      !cues.has("add", "fade", "freeze", "slow", "speed", "loop", "zoom", "logo", "voice", "subtitles", "加")
    else { return nil }
    return edit(.keep(.after(moment), cues.choice))
  }

  /// "delete the second half", "keep the first third"
  private func share() -> [EditRequest]? {
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
    if cues.has("after", "以后", "之后", "后面") {
      return edit(keeps ? .keep(.after(moment), cues.choice) : .cut(.after(moment), cues.choice))
    }
    if cues.has("before", "以前", "之前", "前面") {
      return edit(keeps ? .keep(.first(moment), cues.choice) : .cut(.first(moment), cues.choice))
    }
    return nil
  }

  // MARK: Whole clips

  private func wholeClips() -> [EditRequest]? {
    let numbers = cues.clipNumbers
    let isScene = cues.has("scene", "scenes", "shot", "shots", "镜头", "场景")
    if cues.has("duplicate", "a copy", "copies", "clone", "复制", "拷贝") || cues.starts("copy") {
      return edit(.duplicate(cues.choice, times: max(1, (cues.repetitions ?? 2) - 1)))
    }
    if cues.has(
      "join the clips", "join", "merge", "merge the clips", "merge them", "combine the clips", "合并", "拼接",
      "接起来")
    {
      return edit(.join)
    }
    // The scenes of a drawn film are removed by the scene's own request.
    guard !isScene || hasFootage, let number = numbers.first else { return nil }
    let isPlain = cues.times.isEmpty && cues.percent == nil && !isOfMusic && !isOfTitle
    guard isPlain, hasCutVerb || cues.removes, !cues.has("keep", "保留", "只留") else { return nil }
    // A part of it that is not said to the second is not all of it.
    guard !cues.has("middle of", "start of", "end of", "beginning of", "part of", "half of", "中间", "一部分")
    else {
      return cannot(
        Bilingual("cutting a part without its times", "没有时间的剪切"),
        Bilingual("say from when to when: “cut from 3 to 5 seconds”", "说明起止时间：“剪掉3到5秒”"))
    }
    let others = cues.has(
      "green screen", "background", "sound", "audio", "voice", "effect", "effects", "filter", "vignette",
      "blur", "grain",
      "transition", "绿幕", "背景", "声音", "原声", "效果", "滤镜", "暗角", "模糊", "转场")
    guard !others else { return nil }
    // From the back, so that the numbers stay what they were.
    let count = film.videoSegments.count
    let places = Set(numbers.map { $0 < 0 ? count + $0 : $0 })
    return places.count > 1
      ? places.sorted(by: >).flatMap { edit(.delete(.clip($0))) } : edit(.delete(.clip(number)))
  }

  /// "show clip 3 for 4 seconds", "第3段显示4秒": how long one clip is seen.
  private func lasting() -> [EditRequest]? {
    guard let number = cues.clipNumbers.first, cues.times.count == 1,
      let time = cues.times.first?.milliseconds,
      cues.has("show", "last", "lasts", "long", "显示", "停留"), !hasCutVerb, !isOfMusic, !isOfTitle,
      !cues.has(
        "add", "insert", "freeze", "fade", "transition", "crossfade", "slow", "speed", "longer", "加", "插入",
        "转场")
    else { return nil }
    return [.inShot(number, .setLength(ms: time))]
  }

  /// "cut it into three parts", "剪成三段"
  private var isIntoParts: Bool {
    cues.partCount != nil
      && (cues.has("cut", "divide", "chop", "break") && cues.has("into", "in")
        || cues.has("剪成", "切成", "分成", "分为", "拆成", "等分", "平分"))
  }

  private func splitting() -> [EditRequest]? {
    guard
      cues.has(
        "split", "cut it in two", "cut in two", "cut it in half", "cut in half", "slice", "分割", "拆分", "切开",
        "剪成两段", "分成两段",
        "切成两段", "分成两半", "剪成两半", "切成两半", "断开") || isIntoParts
    else { return nil }
    guard !cues.has("screen", "split screen", "分屏") else { return nil }
    if let count = cues.partCount, count > 2, cues.times.isEmpty {
      let length = length
      // From the back, so that earlier moments stay where they are.
      return (1..<count).reversed().flatMap { edit(.split(.at(length * $0 / count), cues.choice)) }
    }
    if cues.times.isEmpty {
      return edit(.split(.middle, cues.choice))
    }
    // From the back, so that earlier moments stay where they are.
    return cues.times.map(\.milliseconds).sorted(by: >).flatMap { edit(.split(.at($0), cues.choice)) }
  }

  private func order() -> [EditRequest]? {
    let numbers = cues.clipNumbers
    if cues.has("swap", "exchange", "switch", "交换", "对调", "互换", "调换"), numbers.count >= 2 {
      return edit(.swap(numbers[0], numbers[1]))
    }
    if cues.has("swap the order", "swap them", "调换顺序", "swap the clips", "交换顺序")
      || cues.has("swap", "switch", "exchange", "交换", "对调", "互换", "调换") && numbers.isEmpty
        && cues.has("clips", "both", "them", "order", "around", "片段", "两段", "顺序"),
      film.videoSegments.count == 2
    {
      return edit(.swap(0, 1))
    }
    if cues.has("order", "顺序", "倒序"), numbers.isEmpty,
      cues.has("reverse", "backwards", "flip", "turn around", "反过来", "颠倒", "倒序", "换一下", "反转", "倒过来"),
      !isOfMusic
    {
      return (1..<max(1, film.videoSegments.count)).flatMap { edit(.move($0, to: 0)) }
    }
    guard let from = numbers.first, !isOfTitle, !isOfMusic else { return nil }
    let moves = cues.has(
      "move", "put", "place", "bring", "shift", "make", "移到", "移动到", "放到", "挪到", "放在", "移动", "提到", "调到")
    guard moves else { return nil }
    if cues.has("before", "in front of", "前面", "之前"), numbers.count >= 2 {
      return edit(.move(from, to: place(of: from, beside: numbers[1], isAfter: false)))
    }
    if cues.has("after", "behind", "后面", "之后"), numbers.count >= 2 {
      return edit(.move(from, to: place(of: from, beside: numbers[1], isAfter: true)))
    }
    if cues.has(
      "to the front", "to the start", "to the beginning", "at the start", "at the beginning", "at the front",
      "clip first",
      "go first", "开头", "最前", "最前面", "前面", "开始")
      || cues.latin.hasSuffix(" first ")
    {
      return edit(.move(from, to: 0))
    }
    if cues.has("to the end", "at the end", "to the back", "clip last", "go last", "最后", "结尾", "末尾", "后面")
      || cues.latin.hasSuffix(" last ")
    {
      return edit(.move(from == -1 && numbers.count > 1 ? numbers[1] : from, to: -1))
    }
    if cues.has("to position", "to place", "to number", "to slot", "位置"),
      let index = cues.tokens.lastIndex(where: { $0.isNumber }),
      case .number(let value) = cues.tokens[index].kind
    {
      return edit(.move(from, to: Int(min(999, max(1, value))) - 1))
    }
    return nil
  }

  /// Where a clip must go so that it stands beside another.
  private func place(of from: Int, beside other: Int, isAfter: Bool) -> Int {
    let count = film.videoSegments.count
    let source = from < 0 ? count + from : from
    let target = other < 0 ? count + other : other
    let shift = source < target ? -1 : 0
    return max(0, target + shift + (isAfter ? 1 : 0))
  }

  // MARK: Time that stands still, and comes again

  private func freezing() -> [EditRequest]? {
    guard
      cues.has(
        "freeze", "freeze frame", "hold the last frame", "hold on the last frame", "hold the first frame",
        "hold", "定格", "冻结", "停住")
    else { return nil }
    guard !cues.has("camera", "镜头固定") else { return nil }
    let moment = cues.time(after: "at", "from", "在", "第")
    let length =
      cues.time(after: "for", "hold")
      ?? cues.times.last { $0.milliseconds != moment || cues.times.count > 1 }?.milliseconds
    var ms = length ?? 2000
    if let moment, cues.times.count == 1, ms == moment { ms = 2000 }
    let point: TimePoint =
      if let moment {
        .at(moment)
      } else if cues.has(
        "first frame", "first picture", "at the start", "at the beginning", "第一帧", "首帧", "开头")
      {
        .start
      } else {
        .end
      }
    return edit(.freeze(point, ms: ms, cues.choice))
  }

  private func repeating() -> [EditRequest]? {
    guard
      cues.has("loop", "repeat", "play it", "循环", "重复", "播放") && !isOfMusic,
      let times = cues.repetitions ?? (hasFootage && cues.has("loop", "repeat", "循环", "重复") ? 2 : nil),
      times > 1
    else { return nil }
    guard !cues.has("speed", "faster", "slower", "as fast", "as slow", "fast", "slow", "倍速") else {
      return nil
    }
    return edit(.repeatClips(times: times, cues.choice))
  }

  // MARK: Speed

  func speed() -> [EditRequest]? {
    if cues.has(
      "backwards", "backward", "reverse", "in reverse", "reversed", "rewind", "倒放", "倒着放", "倒着", "反向播放", "倒播",
      "反着放")
    {
      guard !cues.has("camera", "order", "镜头") else { return nil }
      return edit(.reverse(cues.choice))
    }
    guard !isOfMusic, !isOfTitle else { return nil }
    // "慢慢放大到1.5倍" is a move over the picture.
    if cues.has("放大", "缩小", "推近", "拉近", "拉远"), !cues.has("速度", "倍速", "加速", "减速", "快放", "慢动作") {
      return nil
    }
    let slows = cues.has(
      "slow", "slow it", "slow down", "slower", "slow motion", "half speed", "quarter speed", "slow mo",
      "slomo", "decelerate", "减速", "放慢",
      "慢动作", "慢放",
      "慢镜头", "变慢", "慢速")
    let speeds = cues.has(
      "speed up", "speed it up", "speed", "faster", "fast forward", "accelerate", "quicker", "sped up",
      "as fast", "as slow", "speeding it up", "speeding up", "speeding", "时间加速", "加速",
      "快放", "快进", "变快", "倍速", "加快", "提速")
    guard slows || speeds else { return nil }
    // "make the birds faster" is about the birds; "zoom in slowly" is about the zoom.
    let isOfWhole = cues.has(
      "it", "video", "clip", "film", "footage", "movie", "everything", "speed", "up", "down", "whole",
      "motion", "视频", "片段",
      "影片", "整个", "倍", "段", "动作", "放", "全部")
    if let wanted = cues.times.first?.milliseconds, cues.times.count == 1, wanted > 0,
      cues.has(
        "so it lasts", "so that it lasts", "to last", "to fit", "lasts", "it last", "clip last", "video last",
        "fits", "in total", "到",
        "刚好")
    {
      return edit(.retime(.times(Double(length) / Double(wanted)), cues.choice))
    }
    if let factor = cues.factor {
      let isSlower = (slows || cues.has("as slow")) && factor > 1
      return isOfWhole || hasFootage ? edit(.retime(.to(isSlower ? 1 / factor : factor), cues.choice)) : nil
    }
    if let percent = cues.percent, percent > 0 {
      let isTo = cues.has("to", "at", "到", "为")
      let factor = isTo ? percent : slows ? 1 / (1 + percent) : 1 + percent
      return isOfWhole || hasFootage ? edit(.retime(isTo ? .to(factor) : .times(factor), cues.choice)) : nil
    }
    if cues.has("normal speed", "original speed", "real time", "正常速度", "原速", "恢复速度") {
      return edit(.retime(.to(1), cues.choice))
    }
    guard hasFootage, !cues.has("zoom", "pan", "推近", "拉远", "放大") else { return nil }
    if cues.has("slow motion", "slow mo", "slomo", "慢动作", "慢镜头") {
      return edit(.retime(.to(0.5), cues.choice))
    }
    return edit(.retime(.times(slows ? 1 / 1.5 : 1.5), cues.choice))
  }
}
