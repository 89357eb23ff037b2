extension TimelineReading {
  /// How long what the clause is about is, in milliseconds: a clip that it names, else the film.
  var length: Int {
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
    // "make it black and white, but keep the first three seconds in colour"
    if cues.has("but keep", "but leave", "但"), spares { return nil }
    if spares, hasCutVerb, let found = sparing() { return found }
    if isBareCut {
      return [
        .answer(
          Bilingual(
            "From where? Say “cut the first 2 seconds”, “cut the last 2 seconds” or “cut from 2 to 5 seconds”. "
              + "Nothing was changed.", "从哪里剪？请说“剪掉前2秒”“剪掉最后2秒”或“剪掉2到5秒”。没有改动。"))
      ]
    }
    // A part of a clip, before the clip as a whole.
    if let found = share() { return found }
    return order() ?? lasting() ?? splitting() ?? freezing() ?? repeating() ?? spans() ?? wholeClips()
  }

  /// "cut 2 seconds": how much, and not from where.
  private var isBareCut: Bool {
    guard hasFootage, cues.times.count == 1, let time = cues.times.first else { return false }
    let verbs: Set<String> = [
      "cut", "trim", "remove", "delete", "chop", "剪", "掉", "删", "除", "去", "裁", "切", "减",
    ]
    let small: Set<String> = [
      "please", "just", "now", "can", "could", "you", "请", "帮", "我", "把", "it", "the", "video",
    ]
    let rest = cues.tokens.indices.filter { !time.tokens.contains($0) }.map { cues.tokens[$0].text }
    return rest.contains(where: verbs.contains)
      && rest.allSatisfy { verbs.contains($0) || small.contains($0) }
  }

  /// "use only the last five seconds"
  var usesPart: Bool {
    cues.has(
      "only want", "just want", "want only", "only need", "just need", "只想要", "只想留", "只需要", "only the first",
      "only the last", "only the middle", "only the second half", "the first half only",
      "the last half only", "use the first", "use the last", "use only", "only use", "just use",
      "just the first", "just the last",
      "只用", "只留", "只要", "剩")
  }

  /// "trim it to the first 15 seconds": they are what stays.
  var isCutTo: Bool {
    cues.has(
      "to the first", "to the last", "to the final", "to the opening", "to just the first",
      "to just the last",
      "to only the first", "to only the last", "to its first", "to its last", "到前", "成前", "为前", "成最后", "为最后")
      && !cues.has("from", "从")
  }

  var hasCutVerb: Bool { usesPart || Self.cuts(cues) }

  /// Whether a clause has a word for cutting or keeping.
  static func cuts(_ cues: ClauseCues) -> Bool {
    cues.has(
      "cut", "cut out", "trim", "remove", "delete", "drop", "chop", "clip off", "snip", "shave", "take off",
      "lose", "take out", "cut away", "get rid of", "throw away", "throw out", "leave out", "discard",
      "lop off", "slice off", "keep", "keep only", "剪掉", "剪去", "剪到", "裁掉", "删掉", "删除", "去掉", "切掉", "截掉", "保留",
      "截取", "提取", "截出", "extract", "isolate", "剪辑", "剪", "去除", "只要", "只留", "掐头去尾")
      || ["不要", "不要了", "不用了"].contains(where: cues.han.hasSuffix) || cues.has(inOrder: "take", "off")
      || cues.has(
        "don't need", "do not need", "don't want", "can go", "has to go", "must go", "should go", "删",
        "ditch", "scrap", "axe", "kill", "skip", "砍掉",
        "截去", "截短", "裁去", "剪除", "跳过")
      || cues.has(inOrder: "get", "out") || cues.has(inOrder: "take", "out") || takesTimeOff(cues)
  }

  /// "knock 2 seconds off", "whack a second off the start": whatever the verb, a length goes off.
  private static func takesTimeOff(_ cues: ClauseCues) -> Bool {
    cues.times.contains { time in
      guard time.tokens.lowerBound > 0, time.tokens.upperBound < cues.tokens.count else { return false }
      if cues.tokens[time.tokens.upperBound].text == "off" { return true }
      // "take 2 seconds from the beginning"
      let behind = cues.tokens[time.tokens.upperBound...].prefix(3).map(\.text)
      return cues.has("take", "chop", "shave", "knock", "shorten") && behind.first == "from"
        && ["start", "beginning", "end", "front", "back", "ending"].contains(behind.last ?? "")
    }
  }

  // MARK: Whole clips

  private func wholeClips() -> [EditRequest]? {
    let numbers = cues.clipNumbers
    let isScene = cues.has("scene", "scenes", "shot", "shots", "镜头", "场景")
    if cues.has("duplicate", "a copy", "copies", "clone", "复制", "拷贝") || cues.starts("copy") {
      let choice: ClipChoice =
        cues.choice != .all
        ? cues.choice
        : cues.has("ending", "outro", "结尾", "片尾")
          ? .clip(-1) : cues.has("opening", "intro", "片头", "开头") ? .clip(0) : .all
      return edit(.duplicate(choice, times: copies ?? cues.copies))
    }
    if cues.has(
      "stitch", "stitch them", "拼在一起", "拼起来", "连在一起", "接在一起", "连起来",
      "合成", "合为", "合成一段", "glue", "glue them", "put the clips together", "put them together",
      "put both clips together",
      "combine them",
      "combine both clips", "combine the two clips",
      "join the clips", "join", "merge", "merge the clips", "merge them", "combine the clips", "合并", "拼接",
      "接起来")
    {
      return edit(.join)
    }
    // The scenes of a drawn film are removed by the scene's own request.
    guard !isScene || hasFootage, let number = numbers.first else { return nil }
    let isPlain = cues.times.isEmpty && cues.percent == nil && !isOfMusic && !isOfTitle
    // "keep only the second clip"
    if isPlain, keepsOnly, isOnlyOfClips, cues.shareOfFilm == nil, numbers.count == 1 { return sparing() }
    guard isPlain, hasCutVerb || cues.has("erase", "take away", "移除", "不要", "删去"),
      !cues.has("keep", "保留", "只留"),
      isOnlyOfClips
    else { return nil }
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

  /// Whether what is named is all that stays.
  private var keepsOnly: Bool {
    usesPart || cues.has("keep only", "only keep", "keep just", "just keep", "只留", "只要", "只保留")
  }

  /// "three copies of clip 1", "复制三份"
  private var copies: Int? {
    for index in cues.tokens.indices {
      guard let (value, end) = ClauseCues.number(cues.tokens, at: index), end < cues.tokens.count,
        ["copies", "duplicates", "份"].contains(cues.tokens[end].text), (1...99).contains(value)
      else { continue }
      return Int(value)
    }
    return nil
  }

  /// Whether nothing but clips is spoken of: what goes for good must have been understood in all its words.
  private var isOnlyOfClips: Bool {
    let known: Set<String> = [
      "clip", "clips", "part", "parts", "segment", "segments", "scene", "scenes", "shot", "shots", "one",
      "ones", "piece", "pieces",
      "video", "videos", "number", "the", "a", "this", "that", "these", "those", "and", "of", "from", "my",
      "out", "off", "away",
      "rid", "get", "please", "just", "now", "then", "can", "could", "you", "i", "want", "to", "would",
      "like", "let's", "film",
      "movie", "timeline", "sequence", "whole", "entire", "entirely", "completely", "altogether", "again",
      "uploaded", "it", "also",
      "go", "should", "must", "has", "have", "need", "in", "middle", "we", "don't", "do", "not", "both",
      "all", "too", "as", "well",
      "keep", "only", "use", "cut", "trim", "remove", "delete", "drop", "chop", "snip", "lose", "take",
      "throw", "leave", "discard",
      "lop", "slice",
      "ditch", "scrap", "axe", "kill", "skip", "erase", "shave", "clip's", "with", "there", "here",
      "unwanted", "bad", "extra",
      "&", "second",
    ]
    return cues.tokens.allSatisfy { token in
      token.kind != .word || known.contains(token.text) || ClauseCues.ordinals[token.text] != nil
        || ClauseCues.number([token], at: 0) != nil
    }
  }

  /// "show clip 3 for 4 seconds", "第3段显示4秒": how long one clip is seen.
  private func lasting() -> [EditRequest]? {
    if let each = lastingEach { return each }
    // "make the first clip half its length"
    if cues.clipNumbers.count == 1, let number = cues.clipNumbers.first, cues.times.isEmpty, hasFootage,
      !hasCutVerb,
      cues.has("half its length", "half as long", "half the length", "half of its length", "缩短一半", "短一半")
    {
      return edit(.keep(.first(length / 2), .clip(number)))
    }
    guard let number = cues.clipNumbers.first, cues.times.count == 1,
      let time = cues.times.first?.milliseconds
    else { return nil }
    // "make the second clip 3 seconds"
    if cues.clipNumbers.count == 1, cues.has("make", "set", "have", "改成", "变成", "改为"),
      !cues.times[0].isTimecode,
      !isOfMusic, !isOfTitle,
      !cues.has("speed", "faster", "slower", "first", "last", "longer", "shorter", "slow", "加速", "放慢")
        || ClauseCues.ordinals.keys.contains(where: {
          cues.has("\($0) clip", "\($0) scene", "\($0) one", "\($0) shot")
        })
          && !cues.has("speed", "faster", "slower", "longer", "shorter", "slow"),
      cues.tokens.count - cues.times[0].tokens.count <= 8,
      cues.tokens[cues.times[0].tokens.upperBound...].allSatisfy({
        ["long", "please", "total", "instead", "now", "长"].contains($0.text)
      })
    {
      return [.inShot(number, .setLength(ms: time))]
    }
    // "photo 8 seconds"
    let spoken = cues.times[0].tokens.count
    if cues.clipNumbers.count == 1, hasFootage, !cues.times[0].isTimecode,
      cues.times[0].tokens.upperBound == cues.tokens.count,
      cues.tokens.count - spoken <= 4,
      cues.tokens[..<cues.times[0].tokens.lowerBound].allSatisfy({
        ["the", "clip", "for", "second", "第", "段", "个", "片", "视", "频"].contains($0.text) || $0.isNumber
          || ClauseCues.ordinals[$0.text] != nil || ClauseCues.number([$0], at: 0) != nil
      })
    {
      return [.inShot(number, .setLength(ms: time))]
    }
    // "two seconds longer", "多停2秒"
    let next =
      cues.times[0].tokens.upperBound < cues.tokens.count
      ? cues.tokens[cues.times[0].tokens.upperBound].text : ""
    if !isOfMusic, !isOfTitle, !hasCutVerb,
      ["longer", "more", "shorter", "less"].contains(next) || cues.has("多停", "多放", "多显示", "多播", "再停"),
      cues.has("stay", "stays", "last", "lasts", "show", "shown", "hold", "up", "make", "keep", "be", "多")
    {
      return [.inShot(number, .lengthen(byMS: ["shorter", "less"].contains(next) ? -time : time))]
    }
    guard
      cues.has(
        "should be", "to be", "show", "shown", "last", "lasts", "long", "stay", "stays", "on screen", "seen",
        "linger", "up for",
        "up", "visible",
        "displayed", "hold", "appear", "there for", "显示", "停留", "展示", "持续", "只放", "放", "播", "出现")
        && !(cues.has("放", "播") && cues.has("慢放", "快放", "倒放", "放大", "放慢", "放快", "放到", "放在", "播放速度")),
      !hasCutVerb, !isOfMusic, !isOfTitle,
      !cues.has(
        "add", "insert", "freeze", "fade", "transition", "crossfade", "slow", "speed", "加", "插入",
        "转场")
    else { return nil }
    return [.inShot(number, .setLength(ms: time))]
  }

  /// "make both 4 seconds", "each clip 3 seconds"
  private var lastingEach: [EditRequest]? {
    let count = film.videoSegments.count
    guard hasFootage, (2...24).contains(count), namesEachClip, cues.clipNumbers.isEmpty,
      cues.times.count == 1,
      let time = cues.times.first, !hasCutVerb, !isOfMusic, !isOfTitle,
      !cues.has(
        "fade", "transition", "crossfade", "freeze", "first", "last", "speed", "faster", "slower", "slow",
        "longer",
        "shorter", "between", "at", "add", "loop")
    else { return nil }
    return (0..<count).map { .inShot($0, .setLength(ms: time.milliseconds)) }
  }

  /// "cut everything except the first 5 seconds", "delete all but the second clip": what is named is what is left.
  private func sparing() -> [EditRequest]? {
    guard !isOfMusic, !isOfTitle else { return nil }
    if let number = cues.clipNumbers.first, cues.times.isEmpty {
      let count = film.videoSegments.count
      let place = number < 0 ? count + number : number
      guard (0..<count).contains(place), count > 1 else { return nil }
      return (0..<count).reversed().filter { $0 != place }.flatMap { edit(.delete(.clip($0))) }
    }
    if let share = cues.shareOfFilm, cues.times.isEmpty {
      let length = Double(length)
      return edit(.keep(.between((share.start * length).nearestInt, (share.end * length).nearestInt), .all))
    }
    let times = cues.times.map(\.milliseconds)
    if times.count >= 2, times[0] != times[1] {
      return edit(.keep(.between(min(times[0], times[1]), max(times[0], times[1])), .all))
    }
    guard let time = times.first, time < length else { return nil }
    if cues.has("middle", "中间") {
      return edit(.keep(.between((length - time) / 2, (length + time) / 2), .all))
    }
    return edit(.keep(cues.has("last", "final", "最后", "结尾") ? .last(time) : .first(time), .all))
  }
}
