import Glibc

/// The sound that the clips themselves have.
extension TimelineReading {
  func original() -> [EditRequest]? {
    let isOriginal =
      cues.has(
        "original sound", "original audio", "original volume", "clip volume", "video volume",
        "footage volume",
        "volume of the clip", "volume of the clips", "volume of the video", "clip sound", "clip audio",
        "video sound",
        "video audio", "sound of the video",
        "sound of the clip", "camera sound", "recorded sound", "原声", "原音", "视频声音", "视频的声音",
        "片段声音", "原视频声音", "voices", "the voice", "dialogue", "the speech", "人声", "对白")
      || cues.choice != .all && !isOfMusic
        && cues.has("sound", "audio", "volume", "louder", "quieter", "声音", "音频", "音量", "大声", "小声")
    let takesSoundOff =
      cues.times.isEmpty
      && (cues.has("cut the sound", "cut the audio", "cut sound", "cut audio")
        || ["sound", "audio"].contains {
          cues.has(inOrder: "take", $0, "off") || cues.has(inOrder: "take", $0, "out")
            || cues.has(inOrder: "take", "off", $0)
            || cues.has(inOrder: "take", "out", $0)
        })
    let ofColours = cues.has("colour", "colours", "color", "colors")
    let mutes =
      !ofColours
      && (takesSoundOff
        || cues.has(
          "mute", "muted", "silence", "silent", "mute it", "静音", "消音", "关掉声音", "关闭声音", "去掉声音", "没有声音",
          "remove the sound", "remove the audio", "no sound", "不要声音", "turn off the sound",
          "turn the sound off",
          "turn off the audio", "turn the audio off", "switch off the sound", "switch the sound off",
          "kill the sound",
          "kill the audio", "strip the audio", "delete the audio", "delete the sound", "drop the audio",
          "without sound",
          "get rid of the sound", "get rid of the audio", "声音关掉", "音频关掉", "删除音频", "去掉音频", "去除音频", "关闭音频",
          "删掉音频",
          "关掉音频", "不要音频", "去掉音轨", "删除音轨", "去除声音", "删除声音", "删掉声音"))
    if isOfMusic, !isOriginal, cues.latin.hasSuffix(" off "), film.bedSegment != nil { return [.removeMusic] }
    if cues.removes, cues.has("background noise", "noise", "hiss", "hum", "wind noise", "噪音", "杂音", "噪声"),
      cues.has("background noise", "hiss", "hum", "wind noise", "sound", "audio", "噪音", "杂音", "噪声")
    {
      return cannot(
        Bilingual("taking noise out of a recording", "去除录音里的噪音"),
        Bilingual(
          "make it quieter (“original sound at 50%”) or mute it, and add music", "调低（“原声50%”）或静音，再加音乐"))
    }
    if cues.removes || cues.has("cut", "cut out", "trim", "skip", "剪掉", "剪去"),
      cues.has(
        "the silence", "silences", "silent parts", "silent bits", "pauses", "gaps", "remove silence", "静音部分",
        "停顿", "沉默")
    {
      return cannot(
        Bilingual("finding the silent parts", "查找静音部分"),
        Bilingual("cut them by their times: “cut from 3 to 5 seconds”", "按时间剪掉：“剪掉3到5秒”"))
    }
    let silences =
      cues.choice != .all && cues.has("声音", "sound", "audio")
      && (cues.has("关掉", "关闭", "去掉", "关", "turn off", "switch off") || cues.has(inOrder: "turn", "off")
        || cues.has(inOrder: "switch", "off") || cues.has(inOrder: "take", "off"))
    let hasOwnSound = film.videoSegments.contains(where: \.mayHaveSound)
    if isOfMusic, !isOriginal { return nil }
    if cues.has("unmute", "取消静音", "恢复原声", "恢复声音", "restore the sound", "restore the original sound") {
      return hasOwnSound ? edit(.clipVolume(.to(1), cues.choice)) : nil
    }
    let turnsOff = cues.has(inOrder: "turn", "off") || cues.has(inOrder: "switch", "off")
    // "drop the sound by 6 dB" takes some of it.
    let saysHowMuch = cues.decibels != nil || cues.percent != nil || cues.fraction != nil
    if mutes || silences || isOriginal && (cues.removes && !saysHowMuch || turnsOff) {
      guard hasOwnSound || isOriginal else { return nil }
      let silence = edit(.clipVolume(.to(0), cues.choice))
      // "mute" alone means all that is heard.
      let isAll =
        !isOriginal && cues.choice == .all && !cues.has("clip", "clips", "video", "footage", "视频", "片段")
      return isAll && film.bedSegment != nil ? silence + [.removeMusic] : silence
    }
    guard
      isOriginal
        || hasOwnSound && film.bedSegment == nil
          && cues.has(
            "volume", "louder", "quieter", "sound", "as loud", "as quiet", "audio", "音量", "大声", "小声", "声音",
            "音频")
    else { return nil }
    // "volume 0", "set the volume to 50", "full volume"
    if !isOfMusic, cues.has("volume", "音量"), cues.percent == nil, cues.decibels == nil, cues.factor == nil {
      if cues.has("zero") { return edit(.clipVolume(.to(0), cues.choice)) }
      if cues.has("full", "full volume", "最大") { return edit(.clipVolume(.to(1), cues.choice)) }
      if let last = cues.tokens.last, case .number(let value) = last.kind, (0...400).contains(value),
        value == 0 || value > 4,
        !cues.has("by", "clip")
      {
        return edit(.clipVolume(.to(value / 100), cues.choice))
      }
    }
    if let percent = cues.percent {
      let isBy =
        (cues.has("by", "more", "up", "down") && !cues.has("to", "at"))
        || cues.words.contains(/(?:%|percent) (?:louder|quieter|softer)/.ignoresCase())
        || cues.has("提高", "增加", "加", "升", "增大", "提升", "降低", "降", "减", "调高", "调低", "调大", "调小", "大", "小")
          && !cues.has("到", "至", "为", "成")
      let less = cues.has(
        "lower", "reduce", "decrease", "quieter", "turn down", "down", "drop", "softer", "降", "减", "低", "小")
      return edit(
        .clipVolume(isBy ? .times(less ? max(0, 1 - percent) : 1 + percent) : .to(percent), cues.choice))
    }
    let lowers = cues.has(
      "quieter", "turn down", "down", "lower", "reduce", "softer", "decrease", "drop", "小声", "调小", "调低", "降低",
      "小一点", "小点", "小一些", "小些", "减", "轻")
    if let level = cues.decibels {
      return edit(.clipVolume(.times(lowers ? 1 / level : level), cues.choice))
    }
    if let share = cues.fraction, lowers, !cues.has("half", "一半") {
      return edit(.clipVolume(.times(1 - share), cues.choice))
    }
    if isOriginal, cues.has("full", "full volume", "to the max", "最大") {
      return edit(.clipVolume(.to(1), cues.choice))
    }
    if let factor = cues.factor {
      // "twice as quiet"
      let isSoft = cues.has("as quiet", "times quieter") && factor > 1
      return edit(.clipVolume(.times(isSoft ? 1 / factor : factor), cues.choice))
    }
    if cues.has("双倍", "加倍") { return edit(.clipVolume(.times(2), cues.choice)) }
    if cues.has("too loud", "太大", "太吵", "太响") { return edit(.clipVolume(.times(0.6), cues.choice)) }
    if cues.has(
      "too quiet", "too low", "too soft", "太小", "太轻", "louder", "turn up", "up", "raise", "boost", "increase",
      "大声", "调大", "调高", "提高", "大一点", "大点", "大一些", "大些", "增大", "增加", "响")
    {
      return edit(.clipVolume(.times(pow(1.5, cues.degree)), cues.choice))
    }
    if cues.has(
      "quieter", "turn down", "down", "lower", "reduce", "softer", "小声", "调小", "调低", "降低", "小一点", "小点", "小一些",
      "小些", "减小", "轻")
    {
      return edit(.clipVolume(.times(pow(0.6, cues.degree)), cues.choice))
    }
    return nil
  }
}
