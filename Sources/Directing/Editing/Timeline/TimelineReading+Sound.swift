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
    if let found = musicTimes() { return found }
    if let found = bed() { return found }
    return original()
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

  private func bed() -> [EditRequest]? {
    let names = item(of: [.audio])
    let namesFile = cues.has(
      "my song", "my music", "my track", "my audio", "the song", "my file", "uploaded", "my recording",
      "the mp3", "my mp3", "my tune", "use it", "用它",
      "我的歌", "我的音乐", "上传的", "我的音频", "这首歌", "我上传", "我的录音")
    let asMusic = isOfMusic || cues.has("background", "bed", "背景")
    let replaces = cues.has(
      "replace the sound", "replace the audio", "replace the original", "replace sound", "replace audio",
      "instead of the sound",
      "instead of the original", "替换原声", "替换声音", "换掉原声", "原声换成", "声音换成", "音频换成", "代替原声")
    guard replaces || namesFile || names?.isNamed == true,
      cues.has(
        "use", "put", "set", "add", "play", "replace", "make", "with", "as", "用", "把", "加", "换", "当", "作为",
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

  // MARK: When music is heard

  /// "start the music at 3 seconds", "music from 5 s on", "stop the music at 0:08", "音乐从第3秒开始", "play song.mp3 from 4 s on":
  /// what is left asks for the music itself, if it asks for any.
  private func musicTimes() -> [EditRequest]? {
    let isOfFile =
      item(of: [.audio]).map { $0.isNamed || cues.has("my song", "my music", "我的歌", "上传的") } ?? false
    guard isOfMusic || isOfFile, !cues.has("fade", "fades", "fading", "淡入", "淡出", "渐", "volume", "音量"),
      !cues.removes || !cues.times.isEmpty || cues.clipNumbers.isEmpty == false
    else { return nil }
    if cues.removes, !cues.has("skip", "跳过"), cues.times.count == 1 || !cues.clipNumbers.isEmpty {
      return silence()
    }
    if let moment = cues.times.first?.milliseconds, cues.times.count == 1,
      cues.has(
        "of the song", "in the song", "into the song", "of the track", "into the track", "of the music",
        "into the music", "of the file", "歌的第", "歌曲的第", "歌曲第", "音乐的第")
        || cues.has("skip", "跳过") && cues.has("first", "intro", "前")
    {
      return bedItself + edit(.startMusicAt(moment))
    }
    guard let (from, until) = musicSpan else { return nil }
    return bedItself + edit(.timeMusic(from: from, until: until))
  }

  /// "no music for the first 3 seconds", "no music after 8 s"
  private func silence() -> [EditRequest]? {
    guard let time = cues.times.first?.milliseconds, film.bedSegment != nil else { return nil }
    if cues.has("first", "until", "till", "before", "前", "开头") {
      return edit(.timeMusic(from: .at(time), until: nil))
    }
    let length = film.pictureMS
    if cues.has("last", "final", "最后", "结尾"), time < length {
      return edit(.timeMusic(from: nil, until: .at(length - time)))
    }
    return cues.has("after", "from", "之后", "以后", "后", "起")
      ? edit(.timeMusic(from: nil, until: .at(time))) : nil
  }

  /// What the clause asks of the music beside its times: a file of the user's, a mood.
  private var bedItself: [EditRequest] {
    if let found = bed() { return found }
    if film.bedSegment == nil, let item = item(of: [.audio])?.item, cues.has("song", "track", "file", "歌") {
      return edit(.useMusic(item)) + bedVolume
    }
    let clause = EditClause(withoutTimes, language: language)
    guard
      clause.settings.music.mood != nil || clause.settings.music.hint != nil
        || cues.has(
          "add", "put", "加", "添加", "配", "加上", "来段") && film.bedSegment == nil
    else { return bedVolume }
    let reading = EditReading(clause: clause, film: film, director: Director())
    return reading.musicRequests() + bedVolume
  }

  /// The clause without its times and the words that belong to them.
  private var withoutTimes: String {
    var gone = Set<Int>()
    for time in cues.times {
      gone.formUnion(time.tokens)
      var index = time.tokens.lowerBound - 1
      while index >= 0,
        [
          "at", "from", "to", "until", "till", "between", "and", "the", "for", "first", "last", "starting",
          "beginning", "start", "begin", "ending", "after", "only", "on", "从", "第", "到", "至", "在", "只",
        ].contains(cues.tokens[index].text)
      {
        gone.insert(index)
        index -= 1
      }
    }
    return cues.tokens.indices.filter { !gone.contains($0) }.map { cues.tokens[$0].text }.joined(
      separator: " ")
  }

  /// When music is to be heard; nil if the clause says nothing of it.
  private var musicSpan: (from: TimePoint?, until: TimePoint?)? {
    let length = film.pictureMS
    let starts = cues.has(
      "start", "starts", "starting", "begin", "begins", "beginning", "come in", "comes in", "kick in",
      "kicks in", "enter", "enters", "on", "onwards", "onward", "from", "after", "开始", "起", "进来", "响起", "之后",
      "以后")
    let ends = cues.has(
      "stop", "stops", "end", "ends", "ending", "until", "till", "up to", "before", "cut", "停", "结束", "为止",
      "之前",
      "以前")
    let times = cues.times.map(\.milliseconds)
    if times.count == 2, times[0] < times[1],
      cues.has("from", "between", "to", "and", "until", "till", "从", "到", "至") || cues.han.contains("-")
    {
      return (.at(times[0]), .at(times[1]))
    }
    // With a clip: "start the music with the second clip", "music only over clip 2".
    if times.isEmpty, let number = cues.clipNumbers.first {
      let clips = film.placedClips
      let index = number < 0 ? clips.count + number : number
      guard clips.indices.contains(index) else { return nil }
      let (start, end) = (clips[index].startMS, clips[index].startMS + clips[index].segment.durationMS)
      if cues.has("only", "just", "during", "只") { return (.at(start), .at(end)) }
      if ends { return (nil, cues.has("before", "之前", "以前") ? .at(start) : .at(end)) }
      return starts || cues.has("with") ? (.at(cues.has("after", "之后", "以后") ? end : start), nil) : nil
    }
    if times.isEmpty {
      if cues.has("whole film", "whole video", "whole thing", "all the way", "throughout", "整个", "全程", "从头到尾")
      {
        return (.start, .end)
      }
      if starts,
        cues.has("at the start", "at the beginning", "from the start", "from the beginning", "从头", "一开始")
      {
        return (.start, nil)
      }
      return nil
    }
    guard times.count == 1, let time = times.first else { return nil }
    if cues.has("first", "前", "开头"), !starts || cues.has("only", "for the first", "只") {
      return (.start, .at(time))
    }
    if cues.has("last", "final", "最后"), time < length { return (.at(length - time), .end) }
    if ends { return (nil, .at(time)) }
    return starts || cues.has("at", "在") ? (.at(time), nil) : nil
  }

  /// How loud a bed is to be that the clause sets: "as the music at 30%".
  var bedVolume: [EditRequest] {
    if let percent = cues.percent { return [.setMusicVolume(.to(min(1, percent)))] }
    return cues.has("quietly", "softly", "quiet", "soft", "轻轻", "小声", "低声")
      ? [.setMusicVolume(.to(0.25))] : []
  }

  // MARK: The clips' own sound

  private func original() -> [EditRequest]? {
    let isOriginal = cues.has(
      "original sound", "original audio", "original volume", "clip volume", "video volume", "footage volume",
      "volume of the clip", "volume of the clips", "volume of the video", "clip sound", "clip audio",
      "video sound",
      "video audio", "sound of the video",
      "sound of the clip", "camera sound", "recorded sound", "原声", "原音", "视频声音", "视频的声音",
      "片段声音", "原视频声音")
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
    if cues.removes, cues.has("silence", "silent parts", "silent bits", "pauses", "gaps", "静音部分", "停顿") {
      return cannot(
        Bilingual("finding the silent parts", "查找静音部分"),
        Bilingual("cut them by their times: “cut from 3 to 5 seconds”", "按时间剪掉：“剪掉3到5秒”"))
    }
    let silences =
      cues.choice != .all && cues.has("声音", "sound", "audio")
      && cues.has("关掉", "关闭", "去掉", "关", "turn off", "switch off")
    let hasOwnSound = film.videoSegments.contains(where: \.mayHaveSound)
    if isOfMusic, !isOriginal { return nil }
    if cues.has("unmute", "取消静音", "恢复原声", "恢复声音", "restore the sound", "restore the original sound") {
      return hasOwnSound ? edit(.clipVolume(.to(1), cues.choice)) : nil
    }
    if mutes || silences || isOriginal && cues.removes {
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
          && cues.has("volume", "louder", "quieter", "sound", "音量", "大声", "小声", "声音")
    else { return nil }
    if let percent = cues.percent {
      let isBy = cues.has("by")
      let less = cues.has("lower", "reduce", "decrease", "quieter", "turn down", "降低", "调低", "减小")
      return edit(
        .clipVolume(isBy ? .times(less ? max(0, 1 - percent) : 1 + percent) : .to(percent), cues.choice))
    }
    if let factor = cues.factor { return edit(.clipVolume(.times(factor), cues.choice)) }
    if cues.has("双倍", "加倍") { return edit(.clipVolume(.times(2), cues.choice)) }
    if cues.has("louder", "turn up", "up", "raise", "boost", "increase", "大声", "调大", "调高", "提高", "响") {
      return edit(.clipVolume(.times(1.5), cues.choice))
    }
    if cues.has("quieter", "turn down", "down", "lower", "reduce", "softer", "小声", "调小", "调低", "降低", "轻") {
      return edit(.clipVolume(.times(0.6), cues.choice))
    }
    return nil
  }
}
