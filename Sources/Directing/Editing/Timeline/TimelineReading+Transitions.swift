/// From clip to clip, and how the film comes and goes.
extension TimelineReading {
  /// Transitions, and how the film comes and goes.
  func between() -> [EditRequest]? {
    let hasBetween =
      cues.has(
        "between", "between clips", "transition", "transitions", "one clip to the next", "clip to clip",
        "one to the next", "one to the other", "into each other", "into one another", "each clip", "转场", "之间",
        "过渡")
      || cues.clipNumbers.count > 1
    let ms = cues.times.first?.milliseconds ?? cues.bareLength ?? 1000
    if let found = otherTransition(hasBetween: hasBetween) { return found }
    if let kind = transitionKind(hasBetween: hasBetween) {
      // Before the first clip there is none to come from.
      if kind == .dipToBlack || kind == .dipToWhite, cues.clipNumbers == [0], cues.has("before", "前面", "之前") {
        return edit(.fadePicture(inMS: ms, outMS: nil, isWhite: kind == .dipToWhite))
      }
      if cues.removes || kind == .cut {
        return edit(.transition(TransitionPlan(kind: .cut, durationMS: 0), into: target))
      }
      return edit(.transition(TransitionPlan(kind: kind, durationMS: ms), into: target))
    }
    guard !isOfTitle else { return nil }
    let fades =
      cues.has(
        "start on black", "start on white", "start from black", "start from white",
        "start from a black screen",
        "start from a white screen", "begin on black", "end on black", "end on white", "ends on black",
        "end in black", "finish on black",
        "end on a black screen", "end with a black screen", "fade", "fades", "fading", "fade in", "fade out",
        "淡入", "淡出", "渐隐", "渐显", "渐入", "渐出", "渐黑", "渐白", "渐渐变黑", "逐渐变黑", "慢慢变黑", "渐渐变白", "逐渐变白", "慢慢变白")
      || cues.has("黑屏") && cues.has("亮起", "变亮", "出现", "变黑", "开头", "结尾")
    guard fades else { return nil }
    // "fade the music out when clip 2 starts": not at the end of all.
    if isOfMusic, cues.has("when", "before", "by the time", "as soon as", "until", "till"),
      cues.times.count <= 1
    {
      guard cues.clipNumbers.count == 1, let number = cues.clipNumbers.first else {
        return cannot(
          Bilingual("fading music at that moment", "在那一刻淡出音乐"),
          Bilingual(
            "say the time: “stop the music at 8 seconds”, “fade out the music over 3 seconds”",
            "说出时间：“音乐到第8秒停”“音乐淡出3秒”"))
      }
      let clips = film.placedClips
      let index = number < 0 ? clips.count + number : number
      guard clips.indices.contains(index), cues.has("start", "starts", "begins", "comes", "before", "appears")
      else { return nil }
      return edit(.timeMusic(from: nil, until: .at(clips[index].startMS)))
        + edit(.fadeSound(inMS: nil, outMS: ms, isMusic: true))
    }
    let length = cues.removes ? 0 : ms
    let comes =
      cues.has(
        "fade in", "fades in", "from black", "from white", "start", "beginning", "opening", "淡入",
        "渐显", "渐入", "开头") || saysIn || cues.has("first") && !cues.starts("first")
    let goes =
      cues.has(
        "fade out", "fades out", "out", "away", "to black", "to white", "end", "ending", "at the end", "last",
        "final", "淡出", "渐隐", "渐出", "结尾") || cues.has("渐黑", "渐白", "变黑", "变白") && !cues.has("开头")
    let isBoth = comes == goes
    let (coming, going) = (isBoth || comes ? length : nil, isBoth || goes ? length : nil)
    if isOfMusic || cues.has("sound", "audio", "volume", "声音") {
      // "in over 2 seconds and out over 3"
      let both = comes && goes && cues.times.count < 2 ? lastBareSeconds : nil
      let (first, second) = (
        cues.times.first?.milliseconds, cues.times.dropFirst().first?.milliseconds ?? both
      )
      if !cues.removes, comes, goes, let first, let second {
        return edit(.fadeSound(inMS: first, outMS: second, isMusic: isOfMusic))
      }
      return edit(.fadeSound(inMS: coming, outMS: going, isMusic: isOfMusic))
    }
    if comes, goes, !cues.removes, cues.times.count >= 2 {
      return edit(
        .fadePicture(
          inMS: cues.times[0].milliseconds, outMS: cues.times[1].milliseconds,
          isWhite: isWhite))
    }
    return edit(
      .fadePicture(inMS: coming, outMS: going, isWhite: isWhite))
  }

  private var isWhite: Bool { cues.has("white", "白") && !cues.has("black and white", "黑白") }

  /// "in and out", but not "in the last 3 seconds".
  private var saysIn: Bool {
    cues.tokens.indices.contains { index in
      cues.tokens[index].text == "in"
        && (index + 1 == cues.tokens.count
          || !["the", "last", "final", "its", "my", "a", "this"].contains(cues.tokens[index + 1].text))
    }
  }

  /// Transitions that people ask for and there are none of.
  private func otherTransition(hasBetween: Bool) -> [EditRequest]? {
    let names = [
      "star", "heart", "clock", "page turn", "page curl", "page flip", "cube", "spin", "glitch", "morph",
      "ripple",
      "mosaic", "pixelate", "blinds", "zoom", "whip pan", "翻页", "星形", "心形", "时钟", "旋转", "故障", "马赛克", "百叶窗",
    ]
    guard
      cues.has("wipe", "wipes", "transition", "transitions", "转场", "擦除", "过渡"), !cues.removes,
      let name = names.first(where: { cues.has($0) })
    else { return nil }
    return cannot(
      Bilingual("the transition “\(name)”", "“\(name)”转场"),
      Bilingual(
        "a cross-fade, wipes and slides to each side, an opening circle, a dip to black or white",
        "叠化、各方向的擦除和推移、圆形展开、黑场或白场过渡"))
  }

  /// Seconds at the end that take their unit from what stands before: "… 2 seconds and out over 3".
  private var lastBareSeconds: Int? {
    guard let last = cues.tokens.last, case .number(let value) = last.kind, value > 0, value < 600 else {
      return nil
    }
    return (value * 1000).nearestInt
  }

  /// The clip that a transition leads into; nil: all.
  private var target: Int? {
    let count = film.videoSegments.count
    if cues.has("first two", "first 2", "前两段", "前两个") { return 1 }
    if cues.has("last two", "last 2", "后两段", "最后两段", "最后两个") { return max(1, count - 1) }
    let numbers = cues.clipNumbers.map { $0 < 0 ? count + $0 : $0 }
    if numbers.count >= 2 { return numbers.max() }
    guard let number = numbers.first else { return nil }
    return cues.has("after", "之后", "后面", "后") ? number + 1 : max(1, number)
  }

  private func transitionKind(hasBetween: Bool) -> TransitionPlan.Kind? {
    // "片头从黑场淡入" is how the film comes.
    if !hasBetween, cues.has("淡入", "淡出", "渐显", "渐隐") { return nil }
    if cues.has("cut straight", "cuts straight"), cues.clipNumbers.count > 1 { return .cut }
    if cues.has("dip to white", "flash", "白场", "闪白") || hasBetween && cues.has("to white", "through white")
      || film.videoSegments.count > 1 && cues.has("through white")
    {
      return .dipToWhite
    }
    if cues.has("dip to black", "dip", "黑场") || hasBetween && cues.has("to black", "through black")
      || film.videoSegments.count > 1 && cues.has("through black")
    {
      return .dipToBlack
    }
    if cues.has(
      "hard cut", "hard cuts", "straight cut", "straight cuts", "硬切", "直接切换", "no transitions",
      "no transition", "just a cut", "just cut", "simple cut", "simple cuts", "plain cut", "plain cuts",
      "clean cut", "clean cuts")
    {
      return .cut
    }
    if cues.has("wipe", "wipes", "擦除", "划像") {
      if cues.has("right", "向右", "右") { return .wipeRight }
      if cues.has("up", "向上", "上") { return .wipeUp }
      if cues.has("down", "向下", "下") { return .wipeDown }
      return .wipeLeft
    }
    if hasBetween, cues.has("slide", "slides", "push", "swipe", "swipes", "推移", "滑动", "滑屏") {
      return cues.has("right", "右") ? .slideRight : .slideLeft
    }
    if hasBetween, cues.has("circle", "iris", "圆形") { return .circle }
    if cues.has(
      "crossfade", "crossfades", "cross fade", "cross fades", "cross dissolve", "dissolve", "dissolves", "叠化",
      "交叉淡化", "溶解")
    {
      return .crossfade
    }
    if hasBetween, cues.has("fade", "fades", "smooth", "blend", "melt", "mix", "淡入淡出", "淡化", "淡", "柔和") {
      return .crossfade
    }
    if cues.has("transition", "transitions", "转场") {
      return cues.removes || cues.has("cut", "切") ? .cut : .crossfade
    }
    return nil
  }
}
