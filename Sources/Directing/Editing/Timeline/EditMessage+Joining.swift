/// Clauses that only make sense together with the one beside them.
extension EditMessage {
  /// Clauses with those that belong together made one: where an edit is to be done and the edit ("at the end, fade out"), where
  /// a film begins and where it ends, a cut and what goes of it.
  static func related(_ clauses: [String]) -> [String] {
    var related: [String] = []
    /// Where the next request is to be done.
    var place = ""
    /// What the next request is about: "the middle of clip 1, 2 s to 4 s, take it out".
    var topic = ""
    for clause in clauses {
      var clause = clause
      if !topic.isEmpty {
        if clause != clauses.last, isTopic(clause) || isDetail(clause) {
          topic += " " + clause
          continue
        }
        if let said = ofPronoun(clause, topic) { clause = said } else { related.append(topic) }
        topic = ""
      } else if related.isEmpty, place.isEmpty, clause != clauses.last, isTopic(clause) {
        topic = clause
        continue
      }
      if !place.isEmpty {
        let isChinese = place.contains { !$0.isASCII && $0.isLetter }
        clause = isChinese ? place + clause : clause + " " + place
        place = ""
      } else if related.isEmpty, clauses.count > 1, isPlace(clause) {
        // Behind another request it says more of that.
        place = clause
        continue
      }
      if let last = related.last, let both = joint(last, clause) {
        related[related.count - 1] = both
      } else {
        related.append(clause)
      }
    }
    return related + [topic, place].filter { !$0.isEmpty }
  }

  /// Whether a clause names a part of the film and says nothing of it: "the last 3 seconds", "the middle bit of clip 1".
  private static func isTopic(_ words: String) -> Bool {
    // "the last three seconds are useless"
    let cues = ClauseCues(
      words.replacing(
        /\ (?:is|are|was|were|looks?|feels?|seems?) (?:so |too |really |pretty |just |kinda |a bit |totally )?[a-z]+$/
          .ignoresCase(), with: ""))
    let small: Set<String> = [
      "the", "this", "that", "those", "of", "bit", "bits", "part", "parts", "middle", "start", "end", "clip",
      "clips", "in",
      "from", "to", "at", "and", "s", "sec", "secs", "second", "seconds", "minute", "minutes", "first",
      "last", "opening",
      "final", "on", "onwards", "till", "until", "stretch", "piece", "section", "half", "third", "quarter",
      "whole", "ending", "beginning",
      "shot", "one",
    ]
    return (2...10).contains(cues.tokens.count) && cues.quotations.isEmpty
      && (!cues.times.isEmpty || !cues.clipNumbers.isEmpty || cues.shareOfFilm != nil)
      && cues.tokens.first.map {
        $0.isNumber || ["the", "this", "that", "those", "clip", "clips"].contains($0.text)
      } ?? false
      && cues.tokens.allSatisfy {
        $0.isNumber || $0.kind == .mark || small.contains($0.text) || ClauseCues.ordinals[$0.text] != nil
          || ClauseCues.number([$0], at: 0) != nil
      }
  }

  /// A request that says "it" or "them" of a topic; nil if it says neither.
  private static func ofPronoun(_ words: String, _ topic: String) -> String? {
    guard ClauseCues(words).tokens.count <= 8, ClauseCues(words).times.isEmpty,
      let range = ["it", "them", "that", "those"].lazy.compactMap({ range(of: $0, in: words) }).first
    else { return nil }
    return words.replacingCharacters(in: range, with: "") + " " + topic
  }

  /// Whether a clause says where or when and nothing else: "right after the first clip", "from 2 to 4 seconds", "在第二段".
  static func isPlace(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    guard (2...9).contains(cues.tokens.count), cues.quotations.isEmpty, cues.percent == nil else {
      return false
    }
    if cues.tokens.contains(where: { $0.kind == .han }) {
      guard cues.starts("在", "从", "第", "到", "开头", "结尾", "最后", "片头", "片尾", "前", "后", "中间") else {
        return false
      }
      let chars = Set("在从第到至的前后最开头结尾片段里中间秒分钟一二两三四五六七八九十个那这处之以起上半内时候部视频")
      return cues.tokens.allSatisfy { $0.isNumber || $0.text.allSatisfy(chars.contains) || $0.text == "-" }
        && (!cues.times.isEmpty || !cues.clipNumbers.isEmpty || cues.shareOfFilm != nil
          || cues.has("开头", "结尾", "片头", "片尾", "最后", "中间"))
    }
    guard
      cues.starts(
        "in", "at", "on", "for", "from", "during", "after", "before", "between", "over", "within", "around",
        "near", "towards", "until", "right")
    else { return false }
    let small: Set<String> = [
      "in", "at", "on", "for", "from", "to", "during", "after", "before", "between", "over", "within",
      "right",
      "around", "near", "towards", "until", "till", "the", "of", "and", "very", "just", "clip", "clips",
      "part",
      "segment", "shot", "photo", "picture", "s", "sec", "secs", "second", "seconds", "minute", "minutes",
      "start",
      "beginning", "end", "ending", "middle", "half", "third", "quarter", "film", "video", "my", "this",
      "last",
      "first", "mark", "one", "whole", "a",
    ]
    let isKnown = cues.tokens.allSatisfy {
      $0.isNumber || small.contains($0.text) || ClauseCues.ordinals[$0.text] != nil
        || [":", "-"].contains($0.text)
        || ClauseCues.number([$0], at: 0) != nil
    }
    return isKnown
      && (!cues.times.isEmpty || !cues.clipNumbers.isEmpty || cues.shareOfFilm != nil
        || cues.has("start", "beginning", "end", "ending", "middle", "photo", "picture"))
  }

  /// Whether a clause takes away what stands over at the edges of a picture, and says not how much.
  private static func cutsEdges(_ cues: ClauseCues) -> Bool {
    cues.starts(
      "cut", "crop", "trim", "chop", "lose", "slice", "snip", "take", "剪", "裁", "切", "去", "把")
      && cues.has(
        "edges", "edge", "sides", "borders", "top and bottom", "overhang", "excess", "what's left over",
        "what doesn't fit", "边缘", "两边", "两侧", "上下", "多余", "边")
      && cues.times.isEmpty && cues.percent == nil && cues.fraction == nil && cues.clipNumbers.isEmpty
      && cues.ratio == nil && cues.tokens.count <= 8 && !cues.has("blur", "fade", "模糊")
  }

  /// Two clauses as one request; nil if they are two.
  private static func joint(_ first: String, _ second: String) -> String? {
    let before = ClauseCues(first), cues = ClauseCues(second)
    guard cues.quotations.isEmpty, before.quotations.isEmpty else { return nil }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    // "it's sideways, spin it right": which way the picture is to be turned.
    if before.has("sideways", "on its side", "upside down", "wrong way round"), !isImperative(first),
      cues.has("spin", "turn", "rotate", "swivel", "flip"), cues.tokens.count <= 7
    {
      return second
    }
    // "make it 9 by 16 and cut the edges": how the picture is to fill its new shape.
    if before.ratio != nil, !TimelineReading.cuts(before), cutsEdges(cues) {
      return isChinese ? "\(first)，填满画面" : "\(first) crop to fill"
    }
    // "cut at 0:06 and delete what comes after"
    if before.times.count == 1, cues.times.isEmpty, cues.clipNumbers.isEmpty,
      cues.removes || TimelineReading.cuts(cues) || cues.starts("bin", "toss", "trash", "dump"),
      before.has("cut", "chop", "split", "slice", "分割", "切开", "剪开", "切一刀", "剪一刀", "断开", "切"),
      before.has("at", "在", "处", "第"), !before.has("out", "off", "掉")
    {
      let time = before.spelled(before.times[0])
      let number = before.clipNumbers.count == 1 ? before.clipNumbers.first : nil
      let numbered = number.map {
        isChinese ? ($0 < 0 ? "最后一段" : "第\($0 + 1)段") : ($0 < 0 ? "the last clip" : "clip \($0 + 1)")
      }
      // "cut beach.mp4 at 5 s"
      let file = first.firstMatch(of: /[^\s，。、]+\.[a-zA-Z][a-zA-Z0-9]{1,3}\b/).map { String($0.output) }
      let clip = numbered ?? file
      if cues.has(
        "what comes after", "what is after", "what follows", "what comes next", "everything after",
        "all after", "after it",
        "after that", "the rest", "the remainder", "everything behind", "the part after", "后面的", "后面", "之后的",
        "剩下的", "剩余", "后半部分")
      {
        return isChinese
          ? "删掉\(clip ?? "")\(time)之后的" : "delete everything after \(time)\(clip.map { " of \($0)" } ?? "")"
      }
      if cues.has(
        "what comes before", "what is before", "everything before", "all before", "before it", "before that",
        "the part before", "前面的", "前面", "之前的")
      {
        return isChinese
          ? "删掉\(clip ?? "")\(time)之前的" : "delete everything before \(time)\(clip.map { " of \($0)" } ?? "")"
      }
    }
    // "start at 3 s, what comes before can go": says the same again.
    if before.times.count == 1, cues.times.isEmpty, cues.clipNumbers.isEmpty, cues.tokens.count <= 8,
      let starts = TimelineReading.startsOrEnds(before), cues.removes || TimelineReading.cuts(cues),
      starts
        ? cues.has("前面", "之前", "everything before", "what comes before", "before that", "the rest")
        : cues.has("后面", "之后", "剩下", "everything after", "what comes after", "after that", "the rest")
    {
      return first
    }
    // "add a fade in and fade out", which "2 seconds each" may follow
    if before.has("fade in"), !before.has("fade out", "music", "sound", "audio"), before.times.isEmpty,
      cues.times.isEmpty,
      ["fade out", "a fade out", "fade out at the end", "a fade out at the end"].contains(
        cues.latin.trimmed(of: " "))
    {
      return "\(first) and out"
    }
    // "increase brightness, contrast and saturation by 10%": one amount for all
    let levels = ["brightness", "contrast", "saturation"]
    if before.percent == nil, before.times.isEmpty, before.tokens.count <= 4, isImperative(first),
      cues.percent != nil,
      before.tokens.last.map({ levels.contains($0.text) }) ?? false, !isImperative(second),
      cues.tokens.first.map({ levels.contains($0.text) || $0.text == "the" }) ?? false,
      cues.has("brightness", "contrast", "saturation")
    {
      return "\(first) and \(second)"
    }
    // "start at 3 s and stop at 12 s"
    if before.times.count == 1, cues.times.count == 1,
      before.times[0].milliseconds < cues.times[0].milliseconds,
      TimelineReading.startsOrEnds(before) == true, TimelineReading.startsOrEnds(cues) == false,
      !before.has("music", "song", "title", "logo", "voice", "subtitles", "音乐", "歌", "标题", "字幕")
    {
      let (from, to) = (before.spelled(before.times[0]), cues.spelled(cues.times[0]))
      let clip = clipName(in: first)
      return isChinese
        ? "\(clip ?? "")只保留\(from)到\(to)" : "keep\(clip.map { " of " + $0 } ?? "") from \(from) to \(to)"
    }
    return nil
  }
}

extension ClauseCues {
  /// A time in the user's words.
  func spelled(_ time: Time) -> String {
    guard let first = time.tokens.first, let last = time.tokens.last else { return "" }
    return String(
      String.UnicodeScalarView(
        words.unicodeScalars.dropFirst(tokens[first].range.lowerBound).prefix(
          tokens[last].range.upperBound - tokens[first].range.lowerBound)))
  }
}
