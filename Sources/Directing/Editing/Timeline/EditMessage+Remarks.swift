/// Clauses that ask for nothing by themselves: what is to stay as it is, how what was asked for is to be, pleas.
extension EditMessage {
  /// "fix that", "帮我修一下": asks for what was just said to be wrong.
  static func isPlea(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    return cues.tokens.count <= 6
      && cues.has(
        "fix that", "fix it", "fix this", "correct it", "correct that", "sort it out", "can you fix",
        "please fix", "tone it down", "tone them down", "crank it up", "turn it up", "turn it down",
        "bring it down", "dial it back", "tweak it", "adjust it", "修一下", "收一收", "收一下", "调一调",
        "调一下",
        "改一改", "改一下", "处理下", "压一压", "修一修",
        "改正", "纠正", "修正", "处理一下")
      && cues.times.isEmpty
  }

  /// The message without the clauses that only say why something is asked for: "that song isn't working, try piano".
  static func withoutReasons(_ message: String) -> String {
    guard message.utf8.count <= 400 else { return message }
    let clauses = Complaint.clauses(of: message)
    let kept = clauses.filter { !isReason($0.words) }
    guard kept.count < clauses.count, kept.contains(where: { $0.words.contains(where: \.isLetter) }) else {
      return message
    }
    let words = kept.map { $0.words + $0.mark }.joined()
    return String(words.drop { $0.isWhitespace })
  }

  /// Whether a clause only says why something is asked for: "i don't like how it ends", "that music isn't working", "it's filmed wrong".
  static func isReason(_ words: String) -> Bool {
    guard words.utf8.count <= 100, ClauseCues(words).quotations.isEmpty else { return false }
    let text = words.replacing("’", with: "'")
    let start = /^\s*(?:so |well |but |hmm+ |ok |sorry |and |because )*/.ignoresCase()
    let rest = text[(text.prefixMatch(of: start)?.range.upperBound ?? text.startIndex)...]
    let english =
      /(?:(?:i|we) (?:really )?(?:don't|do not|didn't|dont) (?:really )?(?:like|love|get) (?:how|the way|what) .+|i(?:'m| am) not (?:happy|sure|convinced|a fan|into) .*|(?:it|that|this|the \w+|that \w+|this \w+)(?:'s| is| was| were|s)? (?:all |just |kind of )?(?:filmed|shot|recorded|taken|the) wrong(?: way)?|(?:it|that|this|the \w+|that \w+|this \w+) (?:really )?(?:isn't|is not|isnt|doesn't|does not|doesnt|didn't|aren't|don't) (?:really )?(?:work|working|look|looking|fit|feel|right|good|great|suit|match)[a-z' ]*|i (?:shot|filmed|recorded) (?:it|this|that) wrong)\s*/
      .ignoresCase()
    if rest.wholeMatch(of: english) != nil { return true }
    let han = rest.filter { !$0.isWhitespace }
    return han.wholeMatch(
      of: /(?:这个|这首|那首|这段|那段|画面|音乐|配乐|歌|感觉|方向)*(?:不太对|不对|拍歪了|拍反了|不太行|不行|不合适|不太合适|不搭|不太搭|怪怪的|有点怪)/) != nil
  }

  /// The clip that a clause wants left as it is: "don't touch the first clip", "第一段不动".
  static func leftAlone(_ words: String) -> String? {
    let cues = ClauseCues(words)
    guard
      cues.has(
        "don't touch", "do not touch", "don't change", "leave", "keep", "stays", "不动", "不变", "别动", "不要动",
        "保持原样",
        "保持不变"),
      cues.has(
        "don't touch", "do not touch", "don't change", "alone", "as is", "as it is", "the way it is",
        "unchanged", "不动", "不变",
        "别动", "不要动", "保持原样"), cues.times.isEmpty
    else { return nil }
    return clipName(in: words)
  }

  /// What the one clip that a clause names is called: "clip 2", "第2段"; nil for none or several.
  static func clipName(in words: String) -> String? {
    let cues = ClauseCues(words)
    guard cues.clipNumbers.count == 1, let number = cues.clipNumbers.first,
      !cues.has("split", "half", "分割", "切开", "分成")
    else { return nil }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    if number < 0 { return isChinese ? "最后一段" : "the last clip" }
    return isChinese ? "第\(number + 1)段" : "clip \(number + 1)"
  }

  /// "brighten the rest" behind a clause about one clip: all but that.
  static func sparingRest(_ words: String, named clip: String?) -> String {
    guard let clip, ClauseCues(words).clipNumbers.isEmpty, ClauseCues(words).quotations.isEmpty else {
      return words
    }
    let phrases = [
      "all the others", "all the other clips", "the rest of the clips", "the rest of it", "the rest",
      "the other clips",
      "the others", "everything else", "all other clips", "其他的片段", "其他片段", "其余的", "其余", "其他的", "其他", "剩下的",
      "别的片段",
    ]
    for phrase in phrases {
      guard let range = range(of: phrase, in: words) else { continue }
      let isChinese = phrase.unicodeScalars.first.map { !$0.isASCII } ?? false
      return words.replacingCharacters(
        in: range, with: isChinese ? "除了\(clip)以外" : "everything except \(clip)")
    }
    return words
  }

  /// "but keep the middle 4 seconds in colour": what the clause before is not to do.
  static func isSparing(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    return
      (cues.starts(
        "but keep", "but leave", "but not", "except", "apart from", "other than", "excluding",
        "not including", "除了",
        "但保留", "但是保留", "但中间", "但前", "但最", "但第", "不包括", "不含", "不算") || cues.has("除外"))
      && cues.tokens.count <= 12
      && (!cues.times.isEmpty || !cues.clipNumbers.isEmpty
        || cues.has("photo", "picture", "image", "照片", "图片"))
  }

  /// "保留音乐", "keep the title": what stays anyway.
  static func isKept(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    if cues.tokens.count <= 7,
      cues.has(
        "别的不动", "其他不动", "其它不动", "其余不动", "别的不变", "其他不变", "其余不变", "别的别动", "其他别动", "leave the rest",
        "keep the rest",
        "the rest stays", "leave the others", "leave everything else", "nothing else")
    {
      return true
    }
    if cues.tokens.count <= 6, cues.times.isEmpty, cues.clipNumbers.count == 1, cues.starts("leave", "keep"),
      !cues.has("only", "out", "off", "to", "at", "in")
    {
      return true
    }
    return cues.tokens.count <= 7 && cues.times.isEmpty
      && cues.starts("keep", "but keep", "leave", "but leave", "保留", "但保留", "留下")
      && cues.has("music", "title", "subtitles", "logo", "sound", "song", "音乐", "配乐", "标题", "字幕", "原声", "声音")
      && !cues.has("only", "只")
  }

  /// The message with what people say in a sentence called by its name: "forwards and then backwards" is a boomerang.
  static func naming(_ message: String) -> String {
    guard message.utf8.count <= 1000 else { return message }
    var result = message
    let english =
      /(?i)\b(?:(?:play|run|show)(?:s|ing)?\s+(?:it|the (?:video|clip|film))?\s*)?forwards?\s*,?\s*(?:and\s+)?(?:then\s+)?(?:in reverse|backwards?|reversed?)(?:\s+again)?\b/
    if let match = result.firstMatch(of: english) {
      result.replaceSubrange(match.range, with: "as a boomerang")
    }
    let chinese = /先?(?:正着?放|正向播放|顺放|正常播放)(?:一遍)?[，,、]?(?:再|然后|后|接着)+(?:倒着?放|反向播放|倒放|反着?放)(?:回来|一遍)?/
    if let match = result.firstMatch(of: chinese) { result.replaceSubrange(match.range, with: "回旋镖") }
    return result
  }

  /// The shape that a message names and nothing else: "square", "landscape please".
  static func shapeAlone(_ message: String) -> AspectRatio? {
    guard message.utf8.count <= 100 else { return nil }
    let cues = ClauseCues(message)
    let known: Set<String> = [
      "square", "portrait", "landscape", "vertical", "horizontal", "widescreen", "please", "pls", "format",
      "mode", "shape",
      "orientation", "video", "film", "now", "instead", "and", "then",
    ]
    guard (1...4).contains(cues.tokens.count), cues.quotations.isEmpty,
      cues.tokens.allSatisfy({ known.contains($0.text) || $0.kind == .mark })
    else { return nil }
    return cues.ratio
  }

  /// Whether a clause says by how much and nothing else: "by 6 dB", "20% or so", "加6分贝".
  static func isAmount(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    let known: Set<String> = [
      "by", "to", "at", "up", "down", "plus", "minus", "more", "less", "db", "decibels", "decibel", "percent",
      "%", "x",
      "times", "degrees", "degree", "°", "+", "-", "about", "a", "the", "of", "only", "just", "half", "speed",
      "third",
      "quarter", "or", "加", "减", "升", "降", "提", "调", "高", "低", "到", "个", "分", "贝", "倍", "速", "度", "成", "之",
      "百", "再", "快",
      "慢", "大", "小",
    ]
    return !cues.tokens.isEmpty && cues.tokens.count <= 8 && cues.times.isEmpty && saysAmount(words)
      && !cues.has("加速", "减速", "提速", "快一", "慢一")
      && cues.tokens.allSatisfy {
        $0.isNumber || known.contains($0.text) || ClauseCues.number([$0], at: 0) != nil
      }
  }

  /// "slow", "quickly": how the edit before is to be done.
  static func isManner(_ words: String) -> Bool {
    ClauseCues(words).tokens.allSatisfy {
      [
        "slow", "fast", "slowly", "quickly", "very", "gently", "softly", "a", "bit", "nice", "and", "慢", "快",
        "点",
      ].contains($0.text)
    }
  }

  /// Whether a clause names a mood of music and hardly more: "something calm", "upbeat".
  static func saysMood(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    guard (1...4).contains(cues.tokens.count), cues.quotations.isEmpty, cues.times.isEmpty,
      !isImperative(words),
      !cues.has("music", "音乐", "title", "标题")
    else { return false }
    let wish = EditClause(words, language: .of(words)).settings.music
    return wish.mood != nil || wish.hint != nil
  }

  /// Whether a clause speaks of how fast the film plays.
  static func isPace(_ words: String) -> Bool {
    // 慢慢放大 has 慢放 in it.
    ClauseCues(words.replacing("慢慢", with: "")).has(
      "speed", "slow", "slower", "faster", "fast", "slow motion", "倍速", "速度", "加速", "减速", "放慢", "变慢", "变快",
      "慢动作", "慢放", "快放", "快进")
  }

  /// Whether a clause says by how much something is to change.
  static func saysAmount(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    return cues.percent != nil || cues.decibels != nil || cues.fraction != nil || cues.factor != nil
  }

  /// What a clause says of how the one before is to be: how long what runs slower is to take, that what stands above the film
  /// begins again.
  static func isWay(_ words: String, of before: String) -> Bool {
    let cues = ClauseCues(words), last = ClauseCues(before)
    if cues.times.count == 1, last.times.isEmpty,
      cues.starts("so", "until it", "to make it", "so that", "让它", "使它", "变成", "使之"),
      last.has("slow", "speed", "faster", "slower", "slow down", "加速", "放慢", "减速", "快进", "慢放", "快放")
    {
      return true
    }
    return cues.tokens.count <= 4
      && cues.has("loop it", "looping", "on repeat", "循环", "循环播放", "hold the last")
      && last.has(
        "corner", "picture in picture", "pip", "overlay", "logo", "画中画", "角", "叠加", "标志")
  }
}
