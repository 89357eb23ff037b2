/// When music is heard, and from which of its own moments.
extension TimelineReading {
  /// "start the music at 3 seconds", "music from 5 s on", "stop the music at 0:08", "音乐从第3秒开始", "play song.mp3 from 4 s on":
  /// what is left asks for the music itself, if it asks for any.
  func musicTimes() -> [EditRequest]? {
    if let asked = songPart { return asked }
    let isOfFile =
      item(of: [.audio]).map { $0.isNamed || cues.has("my song", "my music", "我的歌", "上传的") } ?? false
    guard isOfMusic || isOfFile, !cues.has("fade", "fades", "fading", "淡入", "淡出", "渐", "volume", "音量"),
      !cues.removes || !cues.times.isEmpty || cues.clipNumbers.isEmpty == false
    else { return nil }
    let isOff =
      cues.removes
      || cues.has("off", "mute", "muted", "silent", "静音", "停掉") && !cues.has("cut", "cuts")
        && cues.has("first", "last", "final", "after", "from", "until", "before", "前", "最后", "之后", "以后")
    if isOff, !cues.has("skip", "跳过"), cues.times.count == 1 || !cues.clipNumbers.isEmpty {
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
    if cues.has("when", "while"), cues.has("lower", "quieter", "louder", "softer", "down", "up") {
      return nil
    }
    guard let (from, until) = musicSpan else { return nil }
    return bedItself + edit(.timeMusic(from: from, until: until))
  }

  /// "the chorus from 0:10": where the parts of a song are, only somebody knows who hears it, and a moment may be one of the film
  /// or of the song.
  private var songPart: [EditRequest]? {
    let parts = [
      "chorus", "verse", "bridge", "hook", "refrain", "the drop", "beat drop", "guitar solo", "solo", "副歌",
      "主歌", "高潮部分",
      "间奏", "前奏", "尾奏",
    ]
    guard let part = parts.first(where: { cues.has($0) }), cues.quotations.isEmpty,
      !cues.has("title", "text", "of the song", "in the song", "into the song", "歌的第", "歌曲的第"),
      cues.times.count <= 1
    else { return nil }
    let time = cues.times.first.map(cues.spelled) ?? "0:30"
    let film = cues.times.first.map(cues.spelled) ?? "0:03"
    return [
      .answer(
        Bilingual(
          "I can't hear where the \(part.replacing("the ", with: "")) is. “Start from \(time) of the song” plays the song from there; "
            + "“start the music at \(film)” lets it begin there in the film.",
          "我听不出“\(part)”在哪里。“从歌的\(time)开始放”从歌曲的那一刻放起；“音乐从\(film)开始”让音乐在影片的那一刻响起。"))
    ]
  }

  /// "no music for the first 3 seconds", "no music after 8 s"
  private func silence() -> [EditRequest]? {
    guard film.bedSegment != nil else { return nil }
    if cues.times.isEmpty, cues.clipNumbers.count == 1, let number = cues.clipNumbers.first {
      let clips = film.placedClips
      let index = number < 0 ? clips.count + number : number
      guard clips.indices.contains(index), clips.count > 1 else { return nil }
      let (start, end) = (clips[index].startMS, clips[index].startMS + clips[index].segment.durationMS)
      if index == 0 { return edit(.timeMusic(from: .at(end), until: nil)) }
      if index == clips.count - 1 { return edit(.timeMusic(from: nil, until: .at(start))) }
      return cannot(
        Bilingual("music with a gap in the middle", "中间断开的音乐"),
        Bilingual("let it begin later or end earlier: “stop the music at 8 seconds”", "让它晚点开始或早点结束：“音乐到第8秒停”")
      )
    }
    guard let time = cues.times.first?.milliseconds else { return nil }
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
    if let share = cues.fraction, cues.has("volume", "loud", "loudness", "音量", "声音") {
      return [.setMusicVolume(.to(share))]
    }
    return cues.has("quietly", "softly", "quiet", "soft", "轻轻", "小声", "低声")
      ? [.setMusicVolume(.to(0.25))] : []
  }
}
