/// Cuts a message into the requests for the timeline and what is left for the scene's own reader, in their order.
struct EditMessage {
  enum Part {
    /// A request for the timeline.
    case requests([EditRequest])
    /// The user's words that are none.
    case words(String)
  }

  let message: String
  let media: [MediaItem]
  let language: Language

  /// Texts that are taken whole, whatever stands in them: subtitles, and what is to be read aloud.
  func whole(film: Film) -> [EditRequest]? {
    if message.contains("-->") {
      let cues = SubtitleText.cues(subRip: message)
      if !cues.isEmpty { return [.timeline(.setSubtitles(cues))] }
    }
    guard let text = Self.behindColon(message) else { return nil }
    let head = ClauseCues(String(message[..<(message.firstIndex { ":：".contains($0) } ?? message.endIndex)]))
    // Only the request itself stands before the colon.
    guard head.tokens.count <= 14, !head.tokens.contains(where: { [",", ";", "."].contains($0.text) }) else {
      return nil
    }
    let adds =
      head.has("add", "put", "use", "make", "set", "show", "with", "加", "添加", "加上", "配", "用", "设置", "生成")
      || head.starts("subtitles", "subtitle", "字幕")
    if head.has("subtitle", "subtitles", "captions", "字幕"), adds, !head.has("title", "标题") {
      return [.timeline(.setSubtitles(SubtitleText.cues(Self.unquoted(text), over: film.pictureMS)))]
    }
    if head.has(
      "voice over", "voiceover", "narration", "narrate", "read aloud", "read", "read it aloud", "read out",
      "say", "aloud", "配音", "朗读", "旁白", "念", "解说"),
      !head.removes, !head.has("title", "标题")
    {
      return [.timeline(.speak(Self.unquoted(text)))]
    }
    return nil
  }

  /// What stands behind the first colon that is no part of a time or a ratio.
  static func behindColon(_ words: String) -> String? {
    var index = words.startIndex
    while let colon = words[index...].firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let after = words.index(after: colon)
      let isBetweenNumbers =
        colon > words.startIndex && words[words.index(before: colon)].isNumber && after < words.endIndex
        && words[after].isNumber
      if !isBetweenNumbers {
        let rest = String(words[after...].drop { $0.isWhitespace })
        return rest.isEmpty ? nil : rest
      }
      index = after
    }
    return nil
  }

  private static func unquoted(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    let pairs: [(Character, Character)] = [
      ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"),
    ]
    for (open, close) in pairs where rest.count > 1 && rest.first == open && rest.last == close {
      return String(rest.dropFirst().dropLast())
    }
    return String(rest)
  }

  // MARK: Clauses

  /// The message as clauses, in the user's words.
  func clauses() -> [String] {
    let text = ParsedText(message)
    let quoted = text.quotations().map { range in
      text.pieces[range.lowerBound].tokens.lowerBound..<text.pieces[range.upperBound - 1].tokens.upperBound
    }
    let tokens = text.tokens
    var clauses: [String] = []
    var start = 0
    func close(at end: Int) {
      if end > start {
        let words = text.slice(tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound)
        if words.contains(where: { !$0.isWhitespace }) { clauses.append(words) }
      }
    }
    var index = 0
    while index < tokens.count {
      if let quote = quoted.first(where: { $0.contains(index) }) {
        index = quote.upperBound
        continue
      }
      let length = cut(tokens, at: index)
      if length > 0 {
        close(at: index)
        start = index + length
        index = start
      } else {
        index += 1
      }
    }
    close(at: tokens.count)
    return clauses
  }

  /// How many tokens at a place part one clause from the next; 0: none.
  private func cut(_ tokens: [Token], at index: Int) -> Int {
    let token = tokens[index]
    if token.kind == .newline { return 1 }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.kind == .mark {
      switch token.text {
      case ";", "!", "?", ",": return 1
      // "logo.png" is one word.
      case ".":
        return next?.isJoined == true && next?.kind != .mark
          && !Tokenizer.isHan(next?.text.unicodeScalars.first ?? "a") ? 0 : 1
      default: return 0
      }
    }
    if token.text == "then" { return 1 }
    if token.text == "and", let next {
      if next.text == "then" { return 2 }
      if ["also", "finally"].contains(next.text) { return 2 }
      return Self.verbs.contains(next.text) || isOtherEnd(tokens, at: index + 1) ? 1 : 0
    }
    // "剪掉前2秒和后3秒"
    if token.text == "和" || token.text == "、", isOtherEnd(tokens, at: index + 1) { return 1 }
    if ["afterwards", "also", "finally"].contains(token.text) { return 1 }
    if token.text == "after", next?.text == "that" { return 2 }
    for words in ["然后", "接着", "之后再", "同时", "并且", "最后再", "随后"] where matches(words, tokens, index) {
      return words.unicodeScalars.count
    }
    // "倒放并加速", "剪掉前三秒再倒放"
    if token.text == "并" || token.text == "再" || token.text == "而", index > 0, let next, next.kind == .han,
      Self.hanVerbs.contains(next.text)
    {
      return token.text == "再" && index == 0 ? 0 : 1
    }
    return 0
  }

  /// Whether the other end of what is cut is told: "remove 2 seconds from the start and 3 from the end".
  private func isOtherEnd(_ tokens: [Token], at start: Int) -> Bool {
    var index = start
    while index < tokens.count, ["the", "another"].contains(tokens[index].text) { index += 1 }
    guard index < tokens.count else { return false }
    let cut = ClauseCues(message)
    guard TimelineReading.cuts(cut) else { return false }
    if tokens[index].kind == .han {
      let isEnd = ["最", "后", "前", "结", "开", "末"].contains(tokens[index].text)
      return isEnd && ClauseCues.times(in: Array(tokens[index...].prefix(8))).isEmpty == false
    }
    let isNamed = ["first", "last", "final"].contains(tokens[index].text)
    if isNamed { index += 1 }
    // "and the first second of the second"
    if isNamed, index + 1 < tokens.count, ["second", "minute"].contains(tokens[index].text),
      tokens[index + 1].text == "of"
    {
      return true
    }
    guard let (_, end) = ClauseCues.number(tokens, at: index) else { return false }
    var next = end
    if next < tokens.count, ["seconds", "second", "s", "sec", "secs"].contains(tokens[next].text) {
      next += 1
      if isNamed { return true }
    }
    return next + 1 < tokens.count && ["from", "off"].contains(tokens[next].text)
  }

  private func matches(_ words: String, _ tokens: [Token], _ index: Int) -> Bool {
    var place = index
    for scalar in words.unicodeScalars {
      guard place < tokens.count, tokens[place].text == String(Character(scalar)) else { return false }
      place += 1
    }
    return true
  }

  private static let verbs: Set<String> = [
    "make", "add", "put", "cut", "trim", "remove", "delete", "speed", "slow", "reverse", "freeze", "loop",
    "crop", "rotate", "flip",
    "mirror", "zoom", "brighten", "darken", "increase", "decrease", "raise", "lower", "boost", "reduce",
    "blur", "sharpen", "fade",
    "crossfade", "set", "change", "turn", "use", "mute", "play", "split", "move", "swap", "keep", "replace",
    "stabilize", "stabilise",
    "give", "read", "duck", "apply", "insert", "show", "place", "append", "pan", "repeat", "duplicate",
    "unmute", "drop", "hold", "drag",
    "dip", "convert", "undo", "narrate", "take", "bump", "key", "chop", "crank", "dial", "tone", "merge",
    "join", "lighten",
    "double", "halve", "stretch", "dissolve", "wipe", "resize", "scale", "switch", "tint", "rewind", "lop",
    "color", "colour", "shorten", "extend", "desaturate", "push", "lose", "divide", "end", "start", "stop",
    "begin",
    "have", "let", "write", "steady", "letterbox", "skip", "snip", "shave", "get",
  ]
  private static let hanVerbs: Set<String> = [
    "加", "倒", "剪", "删", "去", "旋", "翻", "镜", "放", "拉", "推", "调", "提", "降", "变", "改", "换", "静", "配", "复", "循",
    "重", "淡", "模", "锐",
    "裁", "转", "移", "把", "减", "慢", "快", "缩", "延", "定",
  ]

  /// Clauses with those that only say more of the one before joined to it, or turned into requests of their own about the
  /// title that it asks for.
  static func joined(_ clauses: [String]) -> [(words: String, isOfTitle: Bool)] {
    var joined: [(words: String, isOfTitle: Bool)] = []
    let polite: Set<String> = [
      "please", "thanks", "thank", "you", "ok", "okay", "谢", "请", "吧", "好", "的", "啦",
    ]
    for clause in clauses
    where joined.isEmpty || !ClauseCues(clause).tokens.allSatisfy({ polite.contains($0.text) }) {
      let clause = joined.last.map { resolved(clause, after: $0.words) } ?? clause
      if let last = joined.last, let detail = titleDetail(clause, after: last.words) {
        joined.append((detail, true))
      } else if let last = joined.last?.words, isOtherWay(clause),
        ClauseCues(last).has("flip", "mirror", "翻转")
      {
        joined.append((clause.contains { $0.isASCII } ? "flip it " + clause : clause + "翻转", false))
      } else if let last = joined.last?.words, isDetail(clause) || belongs(clause, to: last) {
        joined[joined.count - 1].words = last + " , " + clause
      } else {
        let parts = parting(clause)
        joined += parts.enumerated().map { ($0.element, $0.offset > 0) }
      }
    }
    return joined
  }

  /// "flip it horizontally, then vertically": the other way to do what was asked for.
  private static func isOtherWay(_ words: String) -> Bool {
    [
      "vertically", "horizontally", "vertically too", "horizontally too", "also vertically",
      "also horizontally", "垂直", "水平", "上下", "左右",
    ]
    .contains(words.lowercased())
  }

  /// "bump the brightness up": a word that the film or a part of it follows at once.
  static func hasVerbAndObject(_ words: String) -> Bool {
    let tokens = ClauseCues(words).tokens
    guard tokens.count >= 2, tokens[0].kind == .word,
      !["a", "an", "the", "some", "one"].contains(tokens[0].text)
    else {
      return false
    }
    // "heavy grain": an effect and nothing else.
    let effects: Set<String> = [
      "heavy", "strong", "subtle", "light", "slight", "soft", "film", "grain", "noise", "vignette", "blur",
      "contrast",
      "saturation", "sharpening", "effect", "more", "less", "and", "high", "low",
    ]
    if tokens.allSatisfy({ effects.contains($0.text) }) { return true }
    return ["the", "it", "this", "my", "everything", "clip", "up", "down", "out"].contains(tokens[1].text)
  }

  /// Whether a clause begins like a request rather than like the description of a picture.
  static func isImperative(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    guard
      let first = cues.tokens.first(where: {
        !["please", "now", "then", "and", "can", "could", "you", "请", "帮", "我", "然", "后"].contains($0.text)
      })
    else { return false }
    if first.kind == .han { return true }
    let bare: Set<String> = [
      "black", "slow", "in", "fade", "normal", "half", "double", "more", "less", "no", "brighter", "darker",
      "warmer", "cooler", "hard",
      "monochrome", "vintage", "backwards", "original", "original",
    ]
    return verbs.contains(first.text) || bare.contains(first.text) || first.isNumber
  }

  /// Whether a clause says how what the one before asks for is to be: "改成竖屏，两侧模糊", "make it square, fill the frame".
  static func belongs(_ words: String, to before: String) -> Bool {
    let cues = ClauseCues(words)
    let fits = cues.has(
      "两侧模糊", "两边模糊", "背景模糊", "模糊背景", "黑边", "加黑边", "铺满", "填满", "with blurred sides", "with black bars",
      "fill the frame",
      "fill the screen", "blurred sides", "black bars", "blurred background", "with blurred background",
      "with a blurred background")
    return fits && cues.ratio == nil && ClauseCues(before).ratio != nil
  }

  /// Whether a clause only says more of what the one before asked for: a time, an amount, a place, a size.
  static func isDetail(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    guard !cues.tokens.isEmpty, cues.tokens.count <= 8 else { return false }
    let details: Set<String> = [
      "second", "seconds", "s", "sec", "secs", "minute", "minutes", "ms", "percent", "%", "small", "big",
      "large", "tiny", "at", "the", "for",
      "top", "bottom", "left", "right", "centre", "center", "corner", "in", "of", "slowly", "quickly", "slow",
      "fast", "please", "a", "bit",
      "little", "each", "long", "only", "about", "x", "times", "to", "upper", "lower", "semi", "transparent",
      "half", "opacity", "size", "wide", "width", "thanks",
      "from", "between", "until", "till",
      "one", "two", "three", "four", "five", "ten", "with", "and", "per", "gently", "softly", "subtle",
      "subtly", "strong", "strongly", "end",
      "秒", "分", "钟", "大", "小", "一", "二", "两", "三", "四", "五", "十", "半", "点", "左", "右", "上", "下", "角", "慢", "快",
      "缓", "倍", "请", "谢", "持", "续", "时", "长",
      "间", "度", "约", "每", "次", "不", "透", "明",
    ]
    return cues.tokens.allSatisfy { $0.isNumber || $0.kind == .mark || details.contains($0.text) }
  }
}
