import Glibc

extension TimelineReading {
  /// The sound of the clips, the bed, the voice.
  func sound() -> [EditRequest]? {
    if let found = voice() { return found }
    if cues.has("duck", "ducking", "闪避", "压低音乐")
      || isOfMusic
        && cues.has(
          "speak", "speaks", "speaking", "speech", "talk", "talks", "talking", "voice", "说话", "人声", "讲话", "对白"
        )
    {
      return edit(
        .duck(!cues.has("don't duck", "stop ducking", "no ducking", "remove the ducking", "取消", "不要压低")))
    }
    if sparesMusic { return edit(.clipVolume(.to(0), cues.choice)) }
    if excepts { return partOfBed }
    if let found = musicTimes() { return found }
    if let found = bed() ?? bedLevel() { return found }
    return original()
  }

  /// "mute the video but not the music"
  private var sparesMusic: Bool {
    cues.has("mute", "silence", "静音", "消音")
      && cues.has("video", "clip", "clips", "footage", "original", "视频", "片段", "原声")
      && cues.has(
        "not the music", "keep the music", "except the music", "leave the music", "但不要音乐", "保留音乐", "音乐不变",
        "除了音乐")
  }

  /// "halve the music", "the music is to be doubled"
  private var isHalved: Double? {
    if cues.starts("halve", "halve the") { return 0.5 }
    return cues.starts("double the music", "double the volume") ? 2 : nil
  }

  /// "raise the music to 70 but not over the cake"
  private var excepts: Bool {
    isOfMusic && film.bedSegment != nil
      && cues.has(
        "not over", "not during", "not in", "not on", "not under", "not for", "not while", "not when",
        "not at",
        "except over", "except during", "except in", "except for", "except on", "except when", "except while",
        "except under", "except at", "apart from", "但不要", "除了")
      && (saysLevel || cues.percent != nil || bareNumber != nil)
  }

  /// Whether a word says that something is to be louder or softer.
  private var saysLevel: Bool {
    cues.has(
      "lower", "quieter", "louder", "softer", "down", "up", "raise", "increase", "reduce", "boost", "halve",
      "double", "volume", "调高", "调低", "调大", "调小", "大声", "小声", "音量", "提高", "降低")
  }

  private var bareNumber: Double? {
    cues.tokens.lazy.compactMap { if case .number(let value) = $0.kind { value } else { nil } }.first
  }

  private var partOfBed: [EditRequest] {
    cannot(
      Bilingual("another volume of the music for a part of the film", "只在一段里改变音乐音量"),
      Bilingual(
        "set it for all of it (“music at 30%”), duck it under speech, or let it begin later or end earlier",
        "整体设置（“音乐30%”）、说话时压低，或让它晚点开始、早点结束"))
  }

  /// "turn the music down by a third", "the music half as loud", "music up 6 dB"
  private func bedLevel() -> [EditRequest]? {
    // One level is all that a bed has.
    if isOfMusic, film.bedSegment != nil, cues.has("when", "while", "during"),
      !cues.times.isEmpty || !cues.clipNumbers.isEmpty,
      cues.has("lower", "quieter", "louder", "softer", "turn", "raise", "down", "up")
    {
      return partOfBed
    }
    // "音乐调到三成"
    if isOfMusic, film.bedSegment != nil, cues.times.isEmpty, let share = cues.percent,
      !cues.words.contains(where: { "%％".contains($0) }),
      !cues.has("percent", "pct"), cues.has("成", "百分之")
    {
      if cues.has("到", "至", "为", "只要", "剩") { return [.setMusicVolume(.to(min(1, share)))] }
      return [.setMusicVolume(.times(cues.has("大", "高", "加", "升") ? 1 + share : max(0, 1 - share)))]
    }
    guard isOfMusic, film.bedSegment != nil, cues.times.isEmpty, cues.percent == nil || cues.fraction != nil,
      !cues.has("original", "原声", "tempo", "fast", "slow")
    else { return nil }
    if let factor = isHalved { return [.setMusicVolume(.times(factor))] }
    if let level = bareLevel { return [.setMusicVolume(.to(level))] }
    if let share = cues.fraction,
      cues.has("of what it is", "of what it was", "of that", "of the current", "现在的", "原来的")
    {
      return [.setMusicVolume(.times(share))]
    }
    let lowers = cues.has(
      "down", "lower", "quieter", "softer", "reduce", "decrease", "less", "cut", "drop", "降低", "调低", "调小",
      "减小",
      "小声", "轻", "减弱", "减", "降", "小")
    let raises = cues.has("up", "raise", "louder", "increase", "boost", "more", "提高", "调高", "调大", "大声", "增大")
    func set(_ factor: Double) -> [EditRequest] { [.setMusicVolume(.times(factor))] }
    if let level = cues.decibels {
      // "music -6 dB" says by its sign what it does.
      return set(lowers ? min(level, 1 / level) : level)
    }
    if cues.has("as loud", "as quiet", "the volume", "volume", "音量"), let factor = cues.factor,
      cues.has("half", "twice", "double", "halve", "times", "一半", "两倍", "倍")
    {
      return set(factor)
    }
    if let factor = cues.factor, factor > 1, cues.has("倍", "times"), lowers || raises {
      return set(lowers ? 1 / factor : factor)
    }
    if let share = cues.fraction,
      cues.has(
        "to a third", "to one third", "to half", "to a half", "to a quarter", "到三分之一", "到一半", "到四分之一", "至一半")
    {
      return set(share)
    }
    guard lowers || raises, let share = cues.fraction else { return nil }
    return set(lowers ? 1 - share : 1 + share)
  }

  /// "bring the music down to 20", "music at 40": percent, for nothing else is counted so.
  private var bareLevel: Double? {
    guard cues.percent == nil, cues.decibels == nil, cues.factor == nil, let last = cues.tokens.last,
      case .number(let value) = last.kind, (1...100).contains(value), cues.tokens.count > 2,
      ["to", "at", "到", "成", "为"].contains(cues.tokens[cues.tokens.count - 2].text),
      cues.has(
        "down", "up", "volume", "turn", "bring", "set", "lower", "raise", "put", "music", "音量", "音乐", "调")
    else { return nil }
    return value / 100
  }

  // MARK: Voice

  private func voice() -> [EditRequest]? {
    let isVoice = cues.has(
      "voice over", "voiceover", "voice-over", "narration", "narrate", "read aloud", "read it aloud",
      "read it out", "read out",
      "text to speech", "tts", "read this", "read the title", "aloud", "配音", "朗读", "旁白", "念出来", "念", "读出来",
      "解说")
    guard isVoice else { return nil }
    if cues.removes { return edit(.removeVoice) }
    if let moment = cues.time(after: "at", "from", "to", "在", "从", "第", "到"), cues.quotations.isEmpty,
      film.voiceSegment != nil
    {
      return edit(.timeVoice(moment))
    }
    // What is to be read: what is quoted, what stands behind a colon, the subtitles, the title.
    if let text = cues.quotations.first, !text.isEmpty {
      let moment = cues.time(after: "at", "from", "在", "从", "第")
      return edit(.speak(text)) + (moment.map { edit(.timeVoice($0)) } ?? [])
    }
    if let text = EditMessage.behindColon(cues.words) { return edit(.speak(text)) }
    let subtitles = film.tracks.flatMap(\.segments).filter(\.isSubtitle).compactMap(\.title?.text)
    if !subtitles.isEmpty { return edit(.speak(subtitles.joined(separator: " "))) }
    if let title = film.titleSegment?.title?.text { return edit(.speak(title)) }
    return cannot(
      Bilingual("reading aloud without words", "没有文字可以朗读"),
      Bilingual("say “read aloud: …” with the words", "说“朗读：……”并给出文字"))
  }

  // MARK: Music and sound from uploads

  func bed() -> [EditRequest]? {
    let names = item(of: [.audio])
    let namesFile = cues.has(
      "my song", "my music", "my track", "my audio", "the song", "my file", "uploaded", "my recording",
      "the mp3", "my mp3", "my tune", "use it", "用它",
      "我的歌", "我的音乐", "上传的", "我的音频", "这首歌", "我上传", "我的录音")
    let asMusic = isOfMusic || cues.has("background", "bed", "背景")
    let replaces =
      cues.has(
        "replace the sound", "replace the audio", "replace the original", "replace sound", "replace audio",
        "instead of the sound",
        "instead of the original", "替换原声", "声音替换", "原声替换", "用来代替声音", "替换声音", "换掉原声", "原声换成", "声音换成", "音频换成",
        "代替原声")
      || ["swap", "exchange", "change", "replace", "switch"].contains {
        cues.has(inOrder: $0, "sound", "for") || cues.has(inOrder: $0, "audio", "for")
          || cues.has(inOrder: $0, "sound", "with") || cues.has(inOrder: $0, "audio", "with")
          || cues.has(inOrder: $0, "sound", "to") || cues.has(inOrder: $0, "audio", "to")
      }
    guard replaces || namesFile || names?.isNamed == true,
      cues.has(
        "use", "put", "set", "add", "play", "replace", "make", "with", "as", "swap", "switch", "exchange",
        "change", "用", "把", "加", "换", "当", "作为",
        "放")
    else { return nil }
    guard replaces || asMusic || names?.isNamed == true else { return nil }
    guard let item = names?.item else {
      return cannot(
        Bilingual("using your own sound: none has been uploaded here", "使用你的音频：还没有上传"),
        Bilingual(
          "upload an MP3, WAV, M4A or AAC file first, or name a mood (“lo-fi music”)",
          "先上传 MP3、WAV、M4A 或 AAC 文件，或说出音乐风格（“lo-fi 音乐”）"))
    }
    return edit(replaces ? .replaceSound(item) : .useMusic(item)) + bedVolume
  }

  // MARK: The clips' own sound

  private func original() -> [EditRequest]? {
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
        && cues.has("sound", "audio", "volume", "louder", "quieter", "声音", "音量", "大声", "小声")
    let mutes = cues.has(
      "mute", "muted", "silence", "silent", "mute it", "静音", "消音", "关掉声音", "关闭声音", "去掉声音", "没有声音",
      "remove the sound", "remove the audio", "no sound", "不要声音", "turn off the sound", "turn the sound off",
      "turn off the audio", "turn the audio off", "switch off the sound", "switch the sound off",
      "kill the sound",
      "kill the audio", "strip the audio", "delete the audio", "delete the sound", "drop the audio",
      "without sound",
      "get rid of the sound", "get rid of the audio", "声音关掉", "音频关掉", "去除声音", "删除声音", "删掉声音")
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
          && cues.has("volume", "louder", "quieter", "sound", "as loud", "as quiet", "音量", "大声", "小声", "声音")
    else { return nil }
    if let percent = cues.percent {
      let isBy = cues.has("by")
      let less = cues.has("lower", "reduce", "decrease", "quieter", "turn down", "降低", "调低", "减小")
      return edit(
        .clipVolume(isBy ? .times(less ? max(0, 1 - percent) : 1 + percent) : .to(percent), cues.choice))
    }
    let lowers = cues.has(
      "quieter", "turn down", "down", "lower", "reduce", "softer", "decrease", "drop", "小声", "调小", "调低", "降低",
      "轻")
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
      "大声", "调大", "调高", "提高", "响")
    {
      return edit(.clipVolume(.times(pow(1.5, cues.degree)), cues.choice))
    }
    if cues.has("quieter", "turn down", "down", "lower", "reduce", "softer", "小声", "调小", "调低", "降低", "轻") {
      return edit(.clipVolume(.times(pow(0.6, cues.degree)), cues.choice))
    }
    return nil
  }
}
