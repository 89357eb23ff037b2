/// Parts that only somebody who has watched the film can find: "the boring part", "精彩的片段".
extension TimelineReading {
  private static let judgements = [
    "boring", "dull", "best", "worst", "good", "bad", "funny", "funniest", "exciting", "interesting",
    "important",
    "useless", "unnecessary", "awkward", "quiet", "slow", "ugly", "nice", "coolest", "empty", "dead",
    "unusable",
    "无聊", "乏味", "精彩", "没用", "多余", "有趣", "搞笑", "好看", "难看", "重要", "不好", "没意思", "枯燥", "拖沓",
  ]
  private static let nouns = [
    "part", "parts", "bit", "bits", "moment", "moments", "section", "sections", "stretch", "stretches",
    "stuff",
    "scenes", "shots", "footage", "pieces", "部分", "片段", "地方", "段落", "镜头", "内容", "时刻", "瞬间",
  ]

  /// Asks for the times of such a part; nil if the clause names none.
  func vague() -> [EditRequest]? {
    guard hasFootage, cues.times.isEmpty, cues.clipNumbers.isEmpty, cues.quotations.isEmpty, !isOfTitle,
      !isOfMusic
    else { return nil }
    let judged = Self.judgements.first { word in
      Self.nouns.contains { noun in
        // English words stand side by side; in Chinese only 的 comes between.
        word.utf8.first.map { $0 < 128 } ?? false
          ? cues.has("\(word) \(noun)", "most \(word) \(noun)")
          : cues.has("\(word)的\(noun)", "\(word)\(noun)")
      }
    }
    let part: Bilingual
    let isHighlight = cues.has("亮点") && !cues.han.contains(/[调提变更弄打再稍]亮点/)
    if cues.has("highlights", "the highlights", "高光") || isHighlight {
      part = Bilingual("the highlights are", "亮点")
    } else if let judged {
      part = Bilingual("the “\(judged)” part is", "“\(judged)”的部分")
    } else {
      return nil
    }
    let example = example
    return [
      .answer(
        Bilingual(
          "I can't watch the film, so tell me from when to when \(part.english), such as “\(example.english)”.",
          "我看不了影片内容，请告诉我\(part.chinese)从几秒到几秒，例如“\(example.chinese)”。"))
    ]
  }

  /// The same request with times.
  private var example: Bilingual {
    if cues.has("keep", "only", "highlights", "保留", "只要", "只留", "高光", "亮点") {
      return Bilingual("keep from 3 to 6 seconds", "只保留3到6秒")
    }
    if cues.has("slow", "slow motion", "slower", "放慢", "慢动作", "慢放"), !Self.cuts(cues) {
      return Bilingual("slow motion from 3 to 6 seconds", "3到6秒慢动作")
    }
    if cues.has("speed", "faster", "fast forward", "加速", "快进", "快放") {
      return Bilingual("speed up from 3 to 6 seconds", "3到6秒加速")
    }
    if Self.cuts(cues) || cues.removes { return Bilingual("cut from 3 to 6 seconds", "剪掉3到6秒") }
    let words = cues.words.split(separator: " ").first.map { $0.lowercased() } ?? ""
    let verbs: Set<String> = [
      "blur", "brighten", "darken", "mute", "reverse", "sharpen", "stabilise", "stabilize",
    ]
    return verbs.contains(words)
      ? Bilingual("\(words) from 3 to 6 seconds", "3到6秒变黑白")
      : Bilingual("black and white from 3 to 6 seconds", "3到6秒变黑白")
  }
}
