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
    if let order = newOrder(count: film.videoSegments.count) { return order }
    guard let text = Self.behindColon(message) else { return nil }
    let head = ClauseCues(Self.beforeColon(message, of: text))
    // Only the request itself stands before the colon.
    guard head.tokens.count <= 14, !head.tokens.contains(where: { [",", ";", "."].contains($0.text) }) else {
      return nil
    }
    let adds =
      head.has("add", "put", "use", "make", "set", "show", "with", "加", "添加", "加上", "配", "用", "设置", "生成")
      || head.starts("subtitles", "subtitle", "字幕")
    if head.has("subtitle", "subtitles", "captions", "字幕"), adds || !head.times.isEmpty,
      !head.has("title", "标题")
    {
      let times = head.times.map(\.milliseconds)
      if times.count == 2, times[0] < times[1], times[0] < film.pictureMS {
        let cue = SubtitleCue(text: Self.unquoted(text), range: times[0]..<min(times[1], film.pictureMS))
        return [.timeline(.setSubtitles([cue]))]
      }
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

  /// "rearrange the clips: 3, 1, 2", "顺序改成3、1、2": all clips in their new order.
  private func newOrder(count: Int) -> [EditRequest]? {
    let cues = ClauseCues(message)
    guard (2...9).contains(count), cues.times.isEmpty, cues.tokens.count <= 30,
      cues.has("order", "reorder", "rearrange", "sequence", "顺序", "排列", "排序", "重排")
    else { return nil }
    let wanted = cues.tokens.indices.compactMap { index in
      ClauseCues.number(cues.tokens, at: index).flatMap {
        cues.tokens[index].text == "a" ? nil : Int($0.value) - 1
      }
    }
    guard wanted.sorted() == Array(0..<count) else { return nil }
    var current = Array(0..<count)
    var moves: [EditRequest] = []
    for (place, clip) in wanted.enumerated() {
      guard let from = current.firstIndex(of: clip), from != place else { continue }
      current.insert(current.remove(at: from), at: place)
      moves.append(.timeline(.move(from, to: place)))
    }
    return moves.isEmpty ? nil : moves
  }

  /// What stands before the colon that brings a text.
  private static func beforeColon(_ message: String, of text: String) -> String {
    var head = message.dropLast(text.count)
    while let last = head.last, ":：".contains(last) || last.isWhitespace { head.removeLast() }
    return String(head)
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

  static func unquoted(_ text: String) -> String {
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

  /// Clauses with those that only say more of the one before joined to it, or turned into requests of their own about the
  /// title that it asks for.
  static func joined(_ clauses: [String]) -> [(words: String, isOfTitle: Bool)] {
    var joined: [(words: String, isOfTitle: Bool)] = []
    let polite: Set<String> = [
      "please", "thanks", "thank", "you", "ok", "okay", "谢", "请", "吧", "好", "的", "啦", "next", "now", "hi",
      "hello", "hey", "well", "so", "alright", "right", "great", "firstly", "嗯", "接", "下", "来",
    ]
    /// The clip that is to be left alone.
    var untouched: String?
    /// What is said first of what is to be spared: "except for the first 3 seconds, …".
    var sparing = ""
    for clause in clauses
    where clauses.count == 1 || !ClauseCues(clause).tokens.allSatisfy({ polite.contains($0.text) }) {
      if joined.last != nil, isPlea(clause) || isKept(clause) { continue }
      if clauses.count > 1, isNegated(clause) { continue }
      if joined.isEmpty, sparing.isEmpty, clauses.count > 1, isSparing(clause) {
        sparing = clause
        continue
      }
      if let name = leftAlone(clause), clauses.count > 1 {
        untouched = name
        continue
      }
      if !sparing.isEmpty, joined.isEmpty {
        joined.append((clause + " " + sparing, false))
        continue
      }
      var clause = sparingRest(clause, named: untouched ?? joined.last.flatMap { clipName(in: $0.words) })
      if let last = joined.last?.words {
        let said = resolved(clause, after: last)
        // "the music drowns out everything, halve it": only why.
        if said != clause, ClauseCues(last).starts("the music", "music", "this music", "that music"),
          !isImperative(last),
          ClauseCues(last).times.isEmpty, Complaint(last) == nil, !saysAmount(last),
          !ClauseCues(last).has(
            "louder", "quieter", "up", "down", "off", "fade", "fades", "should", "stop", "stops"),
          !ClauseCues(last).has("start", "starts") || ClauseCues(last).has("too")
        {
          joined.removeLast()
        }
        clause = said
      }
      // "add background music, something calm"
      if let last = joined.last?.words, saysMood(clause),
        ClauseCues(last).has("music", "soundtrack", "音乐", "配乐"),
        ClauseCues(last).has("add", "put", "use", "want", "give", "加", "配", "来"),
        EditClause(last, language: .of(last)).settings.music.mood == nil
      {
        joined[joined.count - 1].words = last + " " + clause
        continue
      }
      if let last = joined.last?.words, isSparing(clause) || isWay(clause, of: last) {
        joined[joined.count - 1].words = last + " " + clause
        continue
      }
      if let last = joined.last?.words, isAmount(clause), !saysAmount(last), !isPace(clause) || isPace(last) {
        joined[joined.count - 1].words = last + " , " + clause
        continue
      }
      if let last = joined.last?.words, isOfTitle(last), ClauseCues(last).times.isEmpty,
        ClauseCues(clause).times.count == 1,
        isDetail(clause),
        ClauseCues(last).has("later", "earlier", "sooner", "晚一点", "晚点", "晚一些", "早一点", "早点", "推迟", "提前")
      {
        // "标题晚一点出现，从第2秒开始"
        joined[joined.count - 1].words = last + " " + clause
        continue
      }
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
        ![
          "please", "now", "then", "and", "can", "could", "you", "just", "only", "kindly", "let's", "would",
          "maybe", "请", "帮",
          "我", "然", "后",
        ].contains($0.text)
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
      "上下模糊", "四周模糊", "上下虚化", "blur the top and bottom", "blurred top and bottom", "两侧模糊", "两边模糊", "背景模糊",
      "模糊背景", "黑边", "加黑边", "铺满", "填满", "with blurred sides", "with black bars",
      "fill the frame",
      "fill the screen", "blurred sides", "black bars", "blurred background", "with blurred background",
      "with a blurred background")
    // "第5秒停一下，停两秒"
    if cues.times.count == 1, cues.tokens.count - cues.times[0].tokens.count <= 2,
      cues.starts("停", "for", "hold", "定格"),
      ClauseCues(before).has("停", "定格", "freeze", "pause", "hold"), ClauseCues(before).times.count == 1
    {
      return true
    }
    let turns = ClauseCues(before).has("rotate", "turn", "sideways", "on its side", "旋转", "转")
    if turns, cues.has("clockwise", "counterclockwise", "anticlockwise", "degrees", "顺时针", "逆时针"),
      !cues.starts("rotate", "turn", "flip", "then", "再", "转", "旋转"), ClauseCues(before).degrees == nil
    {
      return true
    }
    return fits && cues.ratio == nil && ClauseCues(before).ratio != nil
  }

  /// Whether a clause only says more of what the one before asked for: a time, an amount, a place, a size.
  static func isDetail(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    // "mirror it, slow to half": a request of its own.
    guard !cues.tokens.isEmpty, cues.tokens.count <= 8, !cues.has("放慢", "放快", "慢放", "快放", "倍速"),
      !cues.starts("slow to", "slow by", "slow down", "再放慢")
    else { return false }
    let details: Set<String> = [
      "second", "seconds", "s", "sec", "secs", "minute", "minutes", "ms", "percent", "%", "small", "big",
      "large", "tiny", "at", "the", "for",
      "top", "bottom", "left", "right", "centre", "center", "corner", "in", "of", "slowly", "quickly", "slow",
      "fast", "please", "a", "bit",
      "little", "each", "long", "only", "about", "x", "times", "to", "upper", "lower", "semi", "transparent",
      "half", "quarter", "third", "opacity", "size", "wide", "width", "thanks",
      "from", "between", "until", "till", "starting", "ending", "on", "onwards", "by",
      "first", "last", "opening", "final",
      "one", "two", "three", "four", "five", "ten", "with", "and", "per", "gently", "softly", "subtle",
      "subtly", "strong", "strongly", "end",
      "从", "到", "第", "至", "起", "秒", "分", "钟", "大", "小", "一", "二", "两", "三", "四", "五", "十", "半", "点", "左", "右",
      "上", "下", "角", "慢", "快", "开", "始", "出", "现",
      "缓", "倍", "请", "谢", "持", "续", "时", "长",
      "显", "示", "停", "留", "占", "宽", "间", "度", "约", "每", "次", "不", "透", "明", "的", "些", "放", "速",
    ]
    return cues.tokens.allSatisfy { $0.isNumber || $0.kind == .mark || details.contains($0.text) }
  }
}
