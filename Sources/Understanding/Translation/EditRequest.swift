/// Rewrites a drag as the request for the edit that it would have made.
enum EditRequest {
  private static let purposes: Set<String> = [
    "trim", "shorten", "extend", "lengthen", "adjust", "reorder", "rearrange", "resize", "change", "make",
    "crop", "cut", "split", "increase", "decrease",
    "reposition", "lower", "raise", "scale", "fine-tune", "speed", "slow", "rotate", "set", "modify",
  ]
  private static let dragWords: Set<String> = [
    "drag", "dragging", "drag-and-drop", "drop", "slide", "move", "click-and-drag", "and", "click", "grab",
    "pull",
    "nudge", "stretch",
  ]

  private static let targets: Set<String> = [
    "before", "after", "to", "into", "onto", "between", "above", "below", "behind",
  ]

  /// "drag the music clip to 5s on the timeline" → "Move the music clip to 5s".
  static func english(clause: ReplyClause, text: ReplyText) -> String? {
    let words = clause.words
    guard
      let drag = words.firstIndex(where: {
        [
          "drag", "dragging", "drag-and-drop", "drop", "slide", "move", "click-and-drag", "reorder",
          "rearrange", "reposition", "pulling", "stretching", "sliding", "trim", "place", "grab", "pull",
          "nudge", "stretch",
        ].contains($0.text)
      })
    else { return nil }
    if let edit = leadingEdit(words, before: drag, text: text) { return edit }
    if !dragWords.contains(words[drag].text) {
      return finish(String(text.characters[words[drag].range.lowerBound..<clause.range.upperBound]))
    }
    var start = drag
    while start < words.count, dragWords.contains(words[start].text) { start += 1 }
    guard start < words.count else { return nil }
    let objectStart = words[start].range.lowerBound
    let end = clause.range.upperBound
    // "drag its edge to trim it": the purpose is the edit.
    for index in (start + 1)..<max(words.count, start + 1)
    where words[index].text == "to" && index + 1 < words.count {
      guard purposes.contains(words[index + 1].text) else { continue }
      // "drag it before the first one to reorder them": where it goes says more.
      if ["reorder", "rearrange", "reposition"].contains(words[index + 1].text),
        words[start..<index].contains(where: { targets.contains($0.text) })
      {
        return finish("Move " + String(text.characters[objectStart..<words[index - 1].range.upperBound]))
      }
      let rest = words[(index + 1)...]
      var edit = String(text.characters[words[index + 1].range.lowerBound..<end])
      let object = nounPhrase(words[start..<index], text: text)
      if let last = rest.last, ["it", "them"].contains(last.text), rest.count <= 2 {
        edit = String(text.characters[words[index + 1].range.lowerBound..<last.range.lowerBound]) + object
      } else if rest.count > 1, let pronoun = rest.dropFirst().first,
        pronoun.text == "it" || pronoun.text == "them"
      {
        edit =
          String(text.characters[words[index + 1].range.lowerBound..<pronoun.range.lowerBound]) + object
          + String(text.characters[pronoun.range.upperBound..<end])
      } else if rest.count == 1 {
        edit += " " + object
      }
      return finish(edit)
    }
    return finish("Move " + String(text.characters[objectStart..<end]))
  }

  /// "You can adjust the length by dragging the edge": the verb before is the edit.
  private static func leadingEdit(_ words: [ReplyWord], before drag: Int, text: ReplyText) -> String? {
    guard drag > 0, ["dragging", "pulling", "stretching", "sliding"].contains(words[drag].text),
      ["by", "when"].contains(words[drag - 1].text)
    else {
      return nil
    }
    let head = EnglishInstruction.strip(Array(words[..<(drag - 1)]))
    guard let first = head.first, let last = head.last else { return nil }
    return finish(String(text.characters[first.range.lowerBound..<last.range.upperBound]))
  }

  /// The thing that is dragged: of "the edges of the clip", the clip.
  private static func nounPhrase(_ words: ArraySlice<ReplyWord>, text: ReplyText) -> String {
    var phrase = words[...]
    if let of = phrase.firstIndex(where: { $0.text == "of" }), of + 1 < phrase.endIndex {
      phrase = phrase[(of + 1)...]
    }
    let stop =
      phrase.firstIndex {
        ["on", "in", "along", "left", "right", "up", "down", "inward", "outward", "at"].contains($0.text)
      } ?? phrase.endIndex
    phrase = phrase[..<max(stop, phrase.startIndex + 1)]
    guard let first = phrase.first, let last = phrase.last else { return "it" }
    var name = String(text.characters[first.range.lowerBound..<last.range.upperBound])
    if let owner = phrase.first(where: { $0.text.hasSuffix("'s") }) {
      name = String(text.characters[first.range.lowerBound..<owner.range.upperBound].dropLast(2))
    }
    let grips: Set<String> = [
      "edge", "edges", "handle", "handles", "end", "ends", "side", "sides", "corner", "corners",
    ]
    return phrase.last.map { grips.contains($0.text) } == true && phrase.count <= 3 ? "the clip" : name
  }

  private static let idle = [
    " and drop it", " and drop them", " on the timeline", " in the timeline", " along the timeline",
    " within the timeline", " on your timeline", " with your mouse",
    " using the mouse", " using your mouse", " with the mouse", " in the editor", " on the canvas",
    " in the timeline panel", " inside the timeline", " to reposition it", " of the timeline", " manually",
  ]

  private static func finish(_ text: String) -> String? {
    var edit = text.filter { $0 != "*" }
    for phrase in idle {
      while let range = edit.lowercased() == edit ? edit.firstRange(of: phrase) : edit.firstRange(of: phrase)
      { edit.removeSubrange(range) }
    }
    edit = edit.trimmingSpaces()
    while let last = edit.last, ".!,;:".contains(last) { edit.removeLast() }
    guard let first = edit.first else { return nil }
    return first.uppercased() + edit.dropFirst()
  }

  private static let dragMoves = [
    "拖拽到", "拖动到", "拖放到", "拖曳到", "拖到", "拖至", "拖入", "拖动至", "拖拽至", "拖进", "拖拽", "拖动", "拖放", "拖曳", "移动到", "移到",
  ]
  private static let polite = [
    "您也可以", "你也可以", "您可以", "你可以", "也可以", "可以", "请", "直接", "只需", "或者", "或", "然后", "再", "并", "用鼠标", "如需", "接着",
  ]
  private static let places = [
    "在时间线上", "在时间轴上", "在时间线中", "在时间轴中", "时间线上的", "时间轴上的", "时间线的", "时间轴的", "时间线上", "时间轴上", "时间线", "时间轴",
  ]

  /// 「把音乐片段拖到时间线 5 秒处」→「把音乐片段移到 5 秒处」.
  static func chinese(_ clause: String) -> String? {
    var edit = clause.filter { $0 != "*" }
    var again = true
    while again {
      again = false
      for word in polite where edit.hasPrefix(word) {
        edit = String(edit.dropFirst(word.count))
        again = true
      }
    }
    for place in places { while let range = edit.firstRange(of: place) { edit.removeSubrange(range) } }
    // 「拖动边缘来调整时长」: the purpose is the edit.
    for purpose in ["来", "以", "即可", "可以", "就能", "就可以"] {
      if let range = edit.firstRange(of: purpose), range.lowerBound > edit.startIndex,
        ["调", "改", "裁", "缩", "延", "剪", "移", "重", "修"].contains(where: {
          edit[range.upperBound...].hasPrefix($0)
        })
      {
        return ended(String(edit[range.upperBound...]))
      }
    }
    for word in dragMoves {
      guard let range = edit.firstRange(of: word) else { continue }
      let object = edit[range.upperBound...]
      let arrives = word.hasSuffix("到") || word.hasSuffix("至") || word.hasSuffix("入") || word.hasSuffix("进")
      if !arrives, edit[..<range.lowerBound].trimmingSpaces().isEmpty,
        let to = object.firstRange(of: "到") ?? object.firstRange(of: "至")
      {
        return ended("把" + object[..<to.lowerBound] + "移到" + object[to.upperBound...])
      }
      edit.replaceSubrange(range, with: arrives ? "移到" : "移动")
      return ended(edit)
    }
    return ended(edit)
  }

  private static func ended(_ text: String) -> String? {
    var edit = text.trimmingSpaces()
    while let last = edit.last, "。！，；.!".contains(last) { edit.removeLast() }
    if edit.hasSuffix("即可") { edit = String(edit.dropLast(2)) }
    // 「将音乐拖到时间轴上」: what went to the timeline as a whole is added.
    if edit.hasSuffix("移到") {
      let object = edit.dropLast(2).drop { "把将".contains($0) }
      edit = object.isEmpty ? "" : "添加" + object
    }
    return edit.isEmpty ? nil : edit
  }
}
