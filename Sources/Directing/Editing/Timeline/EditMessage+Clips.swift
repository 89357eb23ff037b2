/// Clips that a message calls by their file's name, or as the copy that it has just made.
extension EditMessage {
  /// The clause with "it" as what the clause before was about, where it would mean the film otherwise.
  static func resolved(_ words: String, after before: String) -> String {
    let cues = ClauseCues(words), last = ClauseCues(before)
    let isPicture = last.has("logo", "watermark", "overlay", "标志", "水印", "贴图")
    let isMusic = last.has("music", "song", "soundtrack", "volume", "音乐", "配乐") && !last.has("fade")
    let isPhoto = last.has("photo", "照片", "图片")
    let isPlaced = cues.has(
      "small", "tiny", "big", "large",
      "left", "right", "top", "bottom", "middle", "smaller", "bigger", "larger", "transparent")
    if let range = range(of: "it", in: words) {
      if isOfTitle(before), cues.tokens.count <= 7, cues.quotations.isEmpty {
        // "add the title “One” and make it blue"
        let named = words.replacingCharacters(in: range, with: "the title")
        let clause = EditClause(named, language: .english)
        let isOfLook = clause.sketch.comparisons.allSatisfy { $0.property == .size }
        if isOfLook, !clause.settings.title.style.isEmpty || !clause.sketch.comparisons.isEmpty {
          return named
        }
      }
      if isPicture, isPlaced { return words.replacingCharacters(in: range, with: "the logo") }
      if isMusic, cues.starts("keep", "make", "have", "leave"), cues.has("quiet", "low", "soft"),
        cues.tokens.count <= 5
      {
        return "make the music quieter"
      }
      let isSubject = last.starts("the music", "music", "this music", "that music")
      let isHeard =
        cues.has("fade", "louder", "quieter", "mute", "loop", "down", "up")
        || isSubject && cues.tokens.count <= 6
          && cues.has(
            "halve", "double", "drop", "lower", "raise", "reduce", "remove", "lose", "change", "swap",
            "replace", "duck", "delete")
      // "set the volume to 50% and mute it" speaks of no music.
      let isNamed = !cues.has("mute") || last.has("music", "song", "soundtrack", "音乐", "配乐")
      if isMusic, isHeard, isNamed, !cues.has("video", "film") {
        return words.replacingCharacters(in: range, with: "the music")
      }
    }
    // "have the music come in after 3 seconds and fade out at the end"
    if isMusic, cues.starts("fade out", "fade in", "fade away", "fades out"), cues.tokens.count <= 8,
      last.has("come in", "comes in", "start", "starts", "begin", "begins", "kick in"),
      !cues.has("black", "white", "picture", "video", "film", "screen")
    {
      return "the music " + words
    }
    // "music fade in 1 s and fade out 3 s"
    if last.has("music", "song", "音乐"), last.has("fade", "fades", "淡入", "淡出"), cues.tokens.count <= 8,
      cues.starts("fade out", "fade in", "fades out", "out"),
      !cues.has("black", "white", "picture", "video", "film", "screen", "music", "sound", "audio")
    {
      return "the music " + (cues.starts("out") ? "fade " : "") + words
    }
    // "music starts too early, begin at 4"
    if isMusic, cues.tokens.count <= 5,
      cues.starts("begin at", "start at", "begin from", "start from", "start it at", "begin it at"),
      cues.clipNumbers.isEmpty
    {
      return "the music should " + words + (cues.times.isEmpty ? " seconds" : "")
    }
    // "put sad piano under it, low"
    if isMusic,
      ["low", "quiet", "quietly", "soft", "softly", "very low", "nice and low", "really quiet", "low volume"]
        .contains(words.lowercased())
    {
      return "make the music quieter"
    }
    // "put music.mp3 under it, volume 30%"
    let isBedSet = isMusic || before.contains(/\.(?:mp3|wav|m4a|aac)\b/.ignoresCase())
    if isBedSet, !last.has("volume", "音量", "sound", "声音"), cues.tokens.count <= 8, saysAmount(words),
      cues.starts("at") || cues.has("volume", "音量"), cues.times.isEmpty,
      cues.clipNumbers.isEmpty,
      !cues.has("speed", "x", "clip", "original", "原声")
    {
      return (cues.tokens.contains { $0.kind == .han } ? "音乐" : "the music ") + words
    }
    if let cut = cutting(cues, like: last) { return cut }
    // "the sound of clip 1 at half, clip 2 full"
    if last.has("sound", "volume", "audio", "声音", "音量"), last.clipNumbers.count == 1,
      cues.clipNumbers.count == 1,
      cues.times.isEmpty, cues.quotations.isEmpty, cues.tokens.count <= 6, !isImperative(words),
      saysAmount(words) || cues.has("full", "muted", "off", "silent", "louder", "quieter", "静音", "最大")
    {
      return (cues.tokens.contains { $0.kind == .han } ? words + "声音" : "sound of " + words)
    }
    // "fade out at the end and add “Bye” there"
    if let there = range(of: "there", in: words),
      let place = ["at the end", "at the start", "at the beginning"].first(where: { last.has($0) })
    {
      return words.replacingCharacters(in: there, with: place)
    }
    // "cut seconds 3 to 5 and the last clip"
    let isClipAlone =
      cues.clipNumbers.count == 1 && cues.times.isEmpty
      && cues.tokens.allSatisfy {
        ["the", "clip"].contains($0.text) || $0.isNumber || ClauseCues.ordinals[$0.text] != nil
          || ClauseCues.number([$0], at: 0) != nil
      }
    if isClipAlone, TimelineReading.cuts(last), !last.has("keep", "only") { return "delete " + words }
    // "add city.mp4 at the end and then the photo"
    let adds =
      last.has("add", "insert", "append", "加", "插入", "添加")
      && (last.words.contains(".") || last.has("photo", "照片"))
    if adds, !last.has("加速", "加快", "title", "标题", "logo", "music", "音乐"), cues.quotations.isEmpty,
      cues.starts("the photo", "my photo", "photo", "the picture", "照片", "图片")
        || cues.tokens.count <= 8 && words.contains(/^[^\s]+\.[a-zA-Z0-9]{2,4}\b/),
      !isImperative(words) || cues.tokens.first?.kind == .han
    {
      return (cues.tokens.contains { $0.kind == .han } ? "加" : "add ") + words
    }
    // "add lo-fi music, starting at 3 seconds"
    let isBed = last.has("music", "song", "soundtrack", "bgm", "音乐", "配乐", "歌")
    let wordsOfTime = cues.times.reduce(0) { $0 + $1.tokens.count }
    if isBed, !cues.times.isEmpty, cues.tokens.count - wordsOfTime <= 4, cues.quotations.isEmpty,
      cues.has(
        "from", "starting", "start", "beginning", "until", "till", "stop", "ending", "end", "after", "从", "到",
        "开始", "结束",
        "为止"),
      !cues.has("fade", "clip", "it", "film", "video", "淡入", "淡出", "剪", "段"), !TimelineReading.cuts(cues)
    {
      return (cues.tokens.contains { $0.kind == .han } ? "音乐" : "the music ") + words
    }
    if isMusic, cues.has("淡出", "淡入"), !cues.has("画面", "视频", "音乐", "声音"), cues.tokens.count <= 8 {
      return "音乐" + words
    }
    if isPhoto, cues.starts("显示", "停留"), !cues.times.isEmpty { return "照片" + words }
    return words
  }

  /// "cut the first 2 s, then the last 2 s", "… and 3 from the end": the other end of what the clause before cuts, with its
  /// verb and its unit.
  private static func cutting(_ cues: ClauseCues, like last: ClauseCues) -> String? {
    guard TimelineReading.cuts(last), !last.times.isEmpty, cues.tokens.count <= 10, cues.quotations.isEmpty,
      !TimelineReading.cuts(cues)
    else { return nil }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    guard isChinese || !isImperative(cues.words) || cues.tokens.first?.isNumber == true else { return nil }
    // "… and the part from 8 to 10 seconds"
    if !isChinese, cues.times.count == 2, cues.has("from", "between"),
      cues.starts("the part", "the section", "the bit", "the stretch", "from", "part", "the piece")
    {
      return "cut out " + cues.words
    }
    // "剪掉前两秒，最后三秒加速" asks for something else.
    let wordsOfTime = cues.times.reduce(0) { $0 + $1.tokens.count }
    guard !isChinese || cues.tokens.count <= wordsOfTime + 3 else { return nil }
    let isEnd = cues.has(
      "first", "last", "final", "from the start", "from the end", "from the beginning", "off the start",
      "off the end",
      "前", "最后", "后", "结尾", "开头", "末尾")
    guard isEnd else { return nil }
    if isChinese { return cues.times.isEmpty ? nil : "剪掉" + cues.words }
    if !cues.times.isEmpty {
      // "… of the second" means a clip where the clause before named one.
      let endsWithNumber = cues.tokens.last.map { ClauseCues.ordinals[$0.text] != nil } ?? false
      return "cut " + cues.words + (endsWithNumber && !last.clipNumbers.isEmpty ? " clip" : "")
    }
    guard let index = cues.tokens.indices.first(where: { ClauseCues.number(cues.tokens, at: $0) != nil }),
      let (value, end) = ClauseCues.number(cues.tokens, at: index)
    else { return nil }
    let rest = cues.tokens[end...].map(\.text).joined(separator: " ")
    return "cut \(value) seconds \(rest)"
  }

  /// The one clip that a clause says something of without asking for anything: "clip 1 drags".
  static func topic(of words: String) -> Int? {
    let cues = ClauseCues(words)
    guard cues.clipNumbers.count == 1, let number = cues.clipNumbers.first, number >= 0, cues.times.isEmpty,
      cues.quotations.isEmpty, cues.tokens.count <= 10, !isImperative(words),
      !cues.has("should", "needs", "must", "to")
    else { return nil }
    return number
  }

  /// Whether a clause is a request about "it".
  static func saysIt(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    return cues.has("it", "它", "这段") && cues.clipNumbers.isEmpty && isImperative(words)
  }

  /// "… and a bit slower": a comparison alone is said of the clip that the clause before was about.
  static func ofFocus(_ words: String, _ focus: Int?) -> String {
    guard let focus else { return words }
    let small: Set<String> = [
      "a", "bit", "lot", "little", "much", "way", "slightly", "also", "please", "tad", "touch", "too",
      "slower", "faster",
      "brighter", "darker", "warmer", "cooler", "louder", "quieter", "shorter", "longer",
    ]
    let tokens = ClauseCues(words).tokens
    guard !tokens.isEmpty, tokens.allSatisfy({ small.contains($0.text) }) else { return words }
    return "make clip \(focus + 1) " + words
  }

  /// A Chinese clause that names nothing goes on with the clip of the one before: "第一段倒放，再来个慢动作". What is only done to a
  /// film as a whole, or at its ends, is not meant.
  static func ofTopic(_ words: String, focus: Int?) -> String {
    guard let focus else { return words }
    let cues = ClauseCues(words)
    guard cues.tokens.contains(where: { $0.kind == .han }), cues.clipNumbers.isEmpty, cues.times.isEmpty,
      cues.quotations.isEmpty, cues.shareOfFilm == nil, cues.ratio == nil,
      !cues.has(
        "整", "全", "影片", "视频", "片子", "所有", "其他", "其余", "剩", "音乐", "配乐", "歌", "标题", "字幕", "文字", "片头", "片尾",
        "开头", "结尾",
        "最后", "转场", "过渡", "之间", "淡入", "淡出", "画幅", "撤销", "撤回", "重做", "导出", "logo", "标志", "水印", "画中画", "照片",
        "图片",
        "片段", "它", "这段", "配音", "朗读", "分辨率", "帧"),
      cues.has(
        "倒放", "慢", "快", "加速", "减速", "倍", "黑白", "亮", "暗", "饱和", "对比", "静音", "旋转", "转", "镜像", "翻转", "模糊", "锐化",
        "暖", "冷", "复古", "颗粒", "暗角", "放大", "推近", "拉远", "声音", "防抖", "稳")
    else { return words }
    return "第\(focus + 1)段" + words
  }
}

extension String {
  func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var result = self
    result.replaceSubrange(range, with: text)
    return result
  }
}
