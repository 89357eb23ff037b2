import Glibc

extension TimelineReading {
  /// The sound of the clips, the bed, the voice.
  func sound() -> [EditRequest]? {
    if let found = voice() { return found }
    if cues.has("duck", "ducking", "闪避", "压低音乐")
      || isOfMusic
        && cues.has(
          "speak", "speaks", "speaking", "speech", "talk", "talks", "talking", "voice", "voices", "dialogue",
          "dialog", "说话", "人声", "讲话", "对白"
        )
    {
      return edit(
        .duck(
          !cues.removes
            && !cues.has(
              "don't duck", "no more ducking", "别压低", "don't", "do not", "别", "stop ducking", "no ducking",
              "remove the ducking",
              "取消", "不要压低")
        ))
    }
    if sparesMusic { return edit(.clipVolume(.to(0), cues.choice)) }
    if excepts { return partOfBed }
    // "take the music out"
    if isOfMusic, cues.has(inOrder: "take", "out") || cues.has("take out"), cues.times.isEmpty,
      cues.clipNumbers.isEmpty,
      cues.quotations.isEmpty, cues.tokens.count <= 9, film.bedSegment != nil,
      !cues.has("fade", "volume", "sound", "title")
    {
      return [.removeMusic]
    }
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
      let changes = cues.has("大", "高", "加", "升", "小", "低", "减", "降")
      if !changes || cues.has("到", "至", "为", "只要", "剩") { return [.setMusicVolume(.to(min(1, share)))] }
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
    guard lowers || raises else { return nil }
    guard let share = cues.fraction else {
      // "bring the music up a little"
      let moves = ["bring", "pull", "push", "take"].contains { cues.has(inOrder: $0, lowers ? "down" : "up") }
      return moves && cues.percent == nil ? set(pow(lowers ? 0.6 : 1.5, cues.degree)) : nil
    }
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

  /// "add song.mp3 with a fade out"
  private var bedFade: [EditRequest] {
    let comes = cues.has("fade in", "fades in", "fading in", "淡入")
    let goes = cues.has("fade out", "fades out", "fading out", "淡出") || comes && cues.has("and out")
    guard comes || goes, cues.times.count <= 1 else { return [] }
    let length = cues.times.first?.milliseconds ?? 1000
    return edit(.fadeSound(inMS: comes ? length : nil, outMS: goes ? length : nil, isMusic: true))
  }

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
      || ["swap", "exchange", "change", "replace", "switch", "substitute"].contains {
        cues.has(inOrder: $0, "sound", "for") || cues.has(inOrder: $0, "audio", "for")
          || cues.has(inOrder: $0, "sound", "with") || cues.has(inOrder: $0, "audio", "with")
          || cues.has(inOrder: $0, "sound", "to") || cues.has(inOrder: $0, "audio", "to")
      }
    guard replaces || namesFile || names?.isNamed == true,
      cues.has(
        "use", "put", "set", "add", "play", "replace", "substitute", "make", "with", "as", "swap", "switch",
        "exchange",
        "lay",
        "drop", "slide", "stick", "layer", "run", "include", "insert", "配", "垫", "铺", "叠", "插",
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
    return edit(replaces ? .replaceSound(item) : .useMusic(item)) + bedVolume + (replaces ? [] : bedFade)
  }
}
