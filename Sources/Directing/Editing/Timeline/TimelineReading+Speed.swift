/// How time runs: pictures that stand still, what comes again, speed and direction.
extension TimelineReading {
  // MARK: Time that stands still, and comes again

  func freezing() -> [EditRequest]? {
    guard
      cues.has(
        "freeze", "freeze frame", "hold the last frame", "hold on the last frame", "hold the first frame",
        "hold", "定格", "冻结", "停住")
        || cues.has("最后一帧", "第一帧", "首帧", "末帧", "这一帧", "last frame", "final frame", "first frame")
          && cues.has("pause", "stop", "停", "静止", "保持", "持续", "stay", "stays", "linger", "lasts")
        || pauses
    else { return nil }
    guard !cues.has("camera", "镜头固定") else { return nil }
    // "4秒处"
    let place = cues.times.first { time in
      time.tokens.upperBound < cues.tokens.count
        && ["处", "mark"].contains(cues.tokens[time.tokens.upperBound].text)
    }
    let moment = cues.time(after: "at", "from", "在", "第") ?? place?.milliseconds
    // "a 2 second freeze frame at 0:03": the time that is not the moment, unless both are the same.
    let length =
      cues.time(after: "for", "hold") ?? cues.times.last { $0.milliseconds != moment }?.milliseconds
      ?? (cues.times.count > 1 ? moment : nil)
    var ms = length ?? 2000
    if let moment, cues.times.count == 1, ms == moment { ms = 2000 }
    let point: TimePoint =
      if let moment {
        .at(moment)
      } else if cues.has(
        "first frame", "first picture", "at the start", "at the beginning", "第一帧", "首帧", "开头")
      {
        .start
      } else if cues.has("in the middle", "at the middle", "halfway", "half way", "中间", "中途") {
        .middle
      } else {
        .end
      }
    return edit(.freeze(point, ms: ms, cues.choice))
  }

  /// "pause for a second at 4 s", "第4秒处停顿1秒": the picture stands, and the sound of the film is not meant.
  private var pauses: Bool {
    (cues.has("pause", "pauses", "stand still", "stop for", "stops for", "停顿", "暂停", "静止", "停一下", "停留在")
      || cues.has("画面", "最后", "结尾", "开头", "这里", "处") && cues.has("停") && !cues.has("停留", "停止", "停在", "显示"))
      && !cues.times.isEmpty && !isOfMusic && !isOfTitle && hasFootage
      && !cues.has("remove", "cut", "去掉", "剪掉")
  }

  func repeating() -> [EditRequest]? {
    guard
      cues.has(
        "loop", "repeat", "play", "放两", "放三", "播两", "播三", "放2", "放3", "play it", "in a row", "back to back",
        "plays", "循环", "重复", "播放", "连放", "连续") && !isOfMusic,
      let times = cues.repetitions ?? (hasFootage && cues.has("loop", "repeat", "循环", "重复") ? 2 : nil),
      times > 1, !isFileAlone
    else { return nil }
    guard
      !cues.has(
        "backwards", "backward", "reverse", "reversed", "倒放", "倒着", "speed", "faster", "slower", "as fast",
        "as slow", "fast", "slow", "倍速")
    else {
      return nil
    }
    return edit(.repeatClips(times: times, cues.choice))
  }

  /// Whether it is about an upload that the film has no clip of.
  private var isFileAlone: Bool {
    guard let (item, isNamed) = item(of: [.video, .image, .audio]), isNamed else { return false }
    return !film.videoSegments.contains { $0.media == item.hash }
  }

  // MARK: Speed

  /// "make it last 6 seconds by speeding it up", "squeeze it into 9 seconds", "加速到10秒": a length, and that it is the speed
  /// that makes it.
  private func playingIn() -> [EditRequest]? {
    guard !isOfMusic, !isOfTitle, cues.times.count == 1, let time = cues.times.first, time.milliseconds > 0,
      cues.has(
        "slow", "slower", "slowing", "slow down", "speed", "speeding", "faster", "quicker", "sped", "fast",
        "squeeze", "squash", "compress", "stretch", "time lapse", "timelapse", "加速", "减速", "放慢", "快进", "快放",
        "慢放", "变速",
        "压缩", "调快", "调慢", "提速"),
      cues.has(
        "take", "takes", "so it", "so that it", "to last", "to fit", "to fill", "lasts", "to be", "fits",
        "fills", "in total", "into",
        "down to", "up to", "to", "long", "by speeding", "by slowing", "fill", "fit", "到", "成", "为", "刚好",
        "正好", "总长", "以内"),
      !cues.has("first", "last", "opening", "from", "between", "until", "zoom", "前", "开头", "最后", "从", "推近")
    else { return nil }
    // "to 2 seconds", but not "for 2 seconds".
    let before = time.tokens.lowerBound > 0 ? cues.tokens[time.tokens.lowerBound - 1].text : ""
    guard !["for", "by", "at", "after", "每"].contains(before) else { return nil }
    return edit(.playIn(ms: time.milliseconds, cues.choice))
  }

  /// "speed it up by 3 seconds": so much shorter, by its speed.
  private func quickerBySeconds() -> [EditRequest]? {
    guard !isOfMusic, !isOfTitle, cues.times.count == 1, let time = cues.times.first, !time.isTimecode,
      time.milliseconds > 0
    else { return nil }
    let next = time.tokens.upperBound < cues.tokens.count ? cues.tokens[time.tokens.upperBound].text : ""
    let before = time.tokens.lowerBound > 0 ? cues.tokens[time.tokens.lowerBound - 1].text : ""
    let quickens = next == "faster" || before == "by" && cues.has("speed up", "speed it up", "faster")
    let slows = next == "slower" || before == "by" && cues.has("slow down", "slow it down", "slower")
    guard quickens || slows, quickens != slows else { return nil }
    let wanted = length + (quickens ? -time.milliseconds : time.milliseconds)
    guard wanted > 0 else { return nil }
    return edit(.playIn(ms: wanted, cues.choice))
  }

  /// "make it a boomerang", "先正放再倒放".
  private var isBoomerang: Bool {
    cues.has("boomerang", "boomerangs", "ping pong", "pingpong", "回旋镖", "来回播放", "往返播放", "正放再倒放", "来回循环")
  }

  func speed() -> [EditRequest]? {
    if cues.has("flip", "reverse", "change"),
      cues.has("playback direction", "direction of playback", "play direction")
    {
      return edit(.reverse(cues.choice))
    }
    if isBoomerang { return edit(.boomerang(cues.choice)) }
    if cues.has(
      "backwards", "backward", "reverse", "in reverse", "reversed", "rewind", "倒放", "倒着放", "倒着", "反向播放", "倒播",
      "反着放", "反转播放", "倒序播放", "逆序播放", "反序播放", "逆向播放", "倒转播放", "逆着放", "倒带")
    {
      guard !cues.has("camera", "order", "镜头") else { return nil }
      let isRetimed =
        cues.factor != nil && (cues.latin.contains(" x ") || cues.has("twice", "double", "half", "倍"))
        && cues.choice == .all
        || cues.factor != nil && cues.has("speed", "slow", "faster", "slower", "速", "慢", "快")
        || cues.choice == .all
          && cues.has("speed up", "slow down", "slow motion", "faster", "slower", "加速", "减速", "放慢", "慢动作")
      // "reverse and 2x"
      let plain = cues.factor.map { edit(.retime(.to($0), cues.choice)) } ?? []
      return edit(.reverse(cues.choice)) + (isRetimed ? pace() ?? plain : [])
    }
    return pace()
  }

  /// "reset the speed", "back to normal speed", 恢复正常速度.
  private var isReset: Bool {
    cues.has(
      "normal speed", "original speed", "regular speed", "default speed", "real time", "normal pace", "正常速度",
      "原速", "恢复速度", "原来的速度", "默认速度")
      || cues.has("speed") && cues.has("reset", "restore", "undo the")
      || cues.has("速度") && cues.has("恢复", "复原", "还原", "重置")
  }

  /// "change the speed to 0.5", "速度改成1.5": a number without a unit where a speed is said.
  private var bareFactor: Double? {
    guard cues.has("speed", "速度"), cues.percent == nil, cues.factor == nil, cues.times.isEmpty,
      let last = cues.tokens.last(where: { !["please", "now"].contains($0.text) }),
      case .number(let value) = last.kind, (0.05...16).contains(value)
    else { return nil }
    return value
  }

  /// Faster and slower.
  private func pace() -> [EditRequest]? {
    guard !isOfMusic, !isOfTitle else { return nil }
    // "慢慢放大到1.5倍" is a move over the picture.
    if cues.has("放大", "缩小", "推近", "拉近", "拉远"), !cues.has("速度", "倍速", "加速", "减速", "快放", "慢动作") {
      return nil
    }
    // "a slow push in" is a move, too.
    if hasFootage, cues.has("push in", "pull out", "pull back", "ken burns", "zoom", "pan"),
      !cues.has("speed", "slow motion", "slow mo", "faster", "slower", "x", "times")
    {
      return nil
    }
    let slows =
      cues.has(
        "slow mo", "slo mo", "slowmo", "slowing", "slow", "slow it", "slow down", "slower", "slow motion",
        "reduce the speed", "lower the speed", "decrease the speed", "turn down the speed",
        "half speed", "quarter speed", "slow mo",
        "slomo", "decelerate", "减速", "放慢",
        "慢动作", "慢放",
        "慢镜头", "变慢", "慢速") || cues.has("慢") && cues.has("倍") && cues.factor != nil
      || cues.has("速度") && (cues.percent != nil || cues.factor != nil)
        && cues.has("减", "降", "慢", "调低")
      || hasFootage && cues.has("慢一点", "慢点", "慢一些", "慢些", "再慢", "太快")
    let speeds =
      cues.has(
        "speed up", "speed it up", "speed", "faster", "fast forward", "accelerate", "quicker", "sped up",
        "as fast", "as slow", "speeding it up", "speeding up", "speeding", "时间加速", "加速",
        "快放", "快进", "变快", "倍速", "加快", "提速")
      || cues.has("速度", "快") && cues.has("倍") && cues.factor != nil
      || cues.has("速度")
        && (cues.factor != nil && cues.latin.contains(" x ") || cues.percent != nil || bareFactor != nil)
      || hasFootage && cues.has("快一点", "快点", "快一些", "快些", "再快", "快个")
      || cues.has("run", "play", "playback", "播放") && cues.factor != nil && cues.repetitions == nil
      || cues.has("run", "play", "playback") && cues.latin.contains(" x ")
      || hasFootage && cues.has("make", "at", "go") && cues.latin.hasSuffix(" x ") && cues.tokens.count <= 8
        && !cues.has("zoom", "bigger", "loop", "repeat", "size", "logo")
    if let found = playingIn() ?? quickerBySeconds() { return found }
    if isReset { return edit(.retime(.to(1), cues.choice)) }
    guard slows || speeds else { return nil }
    if cues.has("ramp", "ramps", "ramping", "gradually", "逐渐", "渐变", "变速曲线") {
      return cannot(
        Bilingual("a speed that changes bit by bit", "逐渐变化的速度"),
        Bilingual("give parts speeds of their own: “speed up from 3 to 6 seconds”", "分段设置速度：“3到6秒加速”"))
    }
    // "make the birds faster" is about the birds; "zoom in slowly" is about the zoom.
    let isOfWhole = cues.has(
      "it", "video", "clip", "film", "footage", "movie", "everything", "speed", "up", "down", "whole",
      "motion", "视频", "片段",
      "影片", "整个", "倍", "段", "动作", "放", "全部")
    if let factor = cues.factor {
      let isSlower = (slows || cues.has("as slow")) && factor > 1
      return isOfWhole || hasFootage ? edit(.retime(.to(isSlower ? 1 / factor : factor), cues.choice)) : nil
    }
    if let factor = bareFactor { return edit(.retime(.to(factor), cues.choice)) }
    if let percent = cues.percent, percent > 0 {
      // "speed 200%", "速度150%": how fast, where no word says faster or slower.
      let isStated =
        cues.has("speed", "速度")
        && !cues.has(
          "up", "down", "faster", "slower", "quicker", "by", "increase", "reduce", "decrease", "raise",
          "lower", "more", "less",
          "slow", "boost", "加", "提", "升", "减", "降", "快", "慢")
      let isTo = isStated || cues.has("to", "at", "到", "为")
      let factor = isTo ? percent : slows ? 1 / (1 + percent) : 1 + percent
      return isOfWhole || hasFootage ? edit(.retime(isTo ? .to(factor) : .times(factor), cues.choice)) : nil
    }
    // "by a third", "快三分之一"
    if let share = cues.fraction, share != 0.5 {
      return edit(.retime(.times(slows ? 1 / (1 + share) : 1 + share), cues.choice))
    }
    // A part of a drawn film, too, plays at a pace of its own.
    guard hasFootage || part != nil, !cues.has("zoom", "pan", "推近", "拉远", "放大") else { return nil }
    if cues.has("slow motion", "slow mo", "slomo", "slo mo", "slowmo", "慢动作", "慢镜头") {
      return edit(.retime(.to(0.5), cues.choice))
    }
    // "a bit slower" is half as much, "much slower" twice.
    let change = 1 + 0.5 * cues.emphasis
    return edit(.retime(.times(slows ? 1 / change : change), cues.choice))
  }
}
