/// Where one request of a message ends and the next begins.
extension EditMessage {
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
    // "make it vertical but don't crop"
    if token.text == "but", let next, ["don't", "dont", "do"].contains(next.text), index > 0,
      Self.isNegated(tokens[(index + 1)...].prefix(6).map(\.text).joined(separator: " "))
    {
      return 1
    }
    if token.text == "and", let next {
      if next.text == "then" { return 2 }
      // "one and a half seconds"
      if next.text == "a", index > 0, index + 2 < tokens.count, tokens[index + 2].text == "half",
        ClauseCues.number(tokens, at: index - 1) != nil
      {
        return 0
      }
      if ["also", "finally"].contains(next.text) { return 2 }
      if isOtherPart(tokens, at: index + 1) || isNewFade(tokens, at: index + 1) { return 1 }
      if isOtherAmount(tokens, at: index + 1) || isLook(tokens, at: index + 1)
        || isOtherDegree(tokens, at: index + 1)
      {
        return 1
      }
      // "… and 30 fps"
      if next.isNumber, index + 2 < tokens.count, tokens[index + 2].text == "fps", index > 0,
        !tokens[index - 1].isNumber, tokens[index - 1].text != "p"
      {
        return 1
      }
      return Self.verbs.contains(next.text) || isOtherEnd(tokens, at: index + 1)
        || isOtherClip(tokens, at: index + 1) || isWholeClip(tokens, at: index + 1) ? 1 : 0
    }
    // "剪掉前2秒和后3秒", but not "把前2秒和后3秒剪掉"
    if token.text == "和" || token.text == "、",
      TimelineReading.cuts(ClauseCues(tokens[..<index].map(\.text).joined())),
      isOtherEnd(tokens, at: index + 1)
    {
      return 1
    }
    if ["afterwards", "also", "finally"].contains(token.text) { return 1 }
    if token.text == "after", next?.text == "that" { return 2 }
    for words in ["然后", "接着", "之后再", "同时", "并且", "最后再", "随后"] where matches(words, tokens, index) {
      return words.unicodeScalars.count
    }
    // "剪掉前2秒并结尾淡出"
    if token.text == "并", index > 0, let next, next.kind == .han, !"且排列行为成".contains(next.text),
      tokens[index - 1].text != "合"
    {
      return 1
    }
    // "静音加淡出", "慢动作加黑白"
    if token.text == "加", index > 1, let next, next.kind == .han, !"速快倍大点上入".contains(next.text),
      ["静音", "动作", "倒放", "黑白", "镜像", "竖屏", "横屏", "防抖", "倍速"].contains(
        tokens[index - 2].text + tokens[index - 1].text)
    {
      return 1
    }
    // "旋转90度后镜像"
    if token.text == "后", index > 2, let next, next.kind == .han, Self.hanVerbs.contains(next.text),
      !"秒钟分段个帧最之以然前背片结先".contains(tokens[index - 1].text), !tokens[index - 1].isNumber
    {
      return 1
    }
    // "亮度提高20%、放慢到一半"
    if token.text == "、", let next, next.kind == .han || next.isNumber, startsRequest(tokens, at: index + 1),
      !ClauseCues(message).has("标题", "字幕", "文字", "朗读", "配音")
    {
      return 1
    }
    // "倒放并加速", "剪掉前三秒再倒放"
    if token.text == "并" || token.text == "再" || token.text == "而", index > 0, let next, next.kind == .han,
      Self.hanVerbs.contains(next.text)
    {
      return token.text == "再" && index == 0 ? 0 : 1
    }
    return 0
  }

  /// "20% brighter and 10% more contrast": another amount of another thing.
  private func isOtherAmount(_ tokens: [Token], at start: Int) -> Bool {
    guard start + 2 < tokens.count, tokens[start].isNumber, ["%", "percent"].contains(tokens[start + 1].text)
    else {
      return false
    }
    return tokens[..<start].contains { $0.text == "%" || $0.text == "percent" }
      && (tokens[start + 2].text.hasSuffix("er") || ["more", "less"].contains(tokens[start + 2].text))
  }

  /// "more contrast and a lot less saturation", "black and white and a bit slower": a comparison of its own.
  private func isOtherDegree(_ tokens: [Token], at start: Int) -> Bool {
    let before = tokens[..<max(0, start - 1)].map(\.text)
    var index = start
    while index < tokens.count,
      ["a", "bit", "lot", "little", "much", "way", "slightly", "smidge", "tad"].contains(tokens[index].text)
    {
      index += 1
    }
    guard index < tokens.count else { return false }
    if ["more", "less"].contains(tokens[index].text), index + 1 < tokens.count {
      return before.contains {
        ["more", "less", "darker", "brighter", "warmer", "cooler", "slower", "faster"].contains($0)
      }
    }
    let looks = ["white", "b&w", "w", "vintage", "monochrome", "backwards", "reversed", "square", "vertical"]
    return [
      "slower", "faster", "brighter", "darker", "warmer", "cooler", "louder", "quieter", "shorter", "longer",
    ].contains(tokens[index].text)
      && before.contains(where: looks.contains)
  }

  /// "double speed and black and white": a look, behind what is no look.
  private func isLook(_ tokens: [Token], at start: Int) -> Bool {
    let rest = tokens[start...].prefix(3).map(\.text).joined(separator: " ")
    let looks = [
      "black and white", "b & w", "b&w", "monochrome", "greyscale", "grayscale", "vintage", "sepia",
    ]
    guard looks.contains(where: rest.hasPrefix) else { return false }
    let others: Set<String> = [
      "fade", "flip", "mirror", "rotate",
      "speed", "faster", "slower", "reverse", "reversed", "backwards", "x", "slow", "square", "vertical",
      "muted", "mute",
      "loop", "twice", "double", "half",
    ]
    return tokens[..<start].contains { others.contains($0.text) }
  }

  /// Whether a clip follows as a whole behind a part that is cut out: "cut seconds 3 to 5 and the last clip".
  private func isWholeClip(_ tokens: [Token], at start: Int) -> Bool {
    let before = Array(tokens[..<max(0, start - 1)])
    guard !before.contains(where: { ["clip", "clips"].contains($0.text) }),
      !ClauseCues.times(in: before).isEmpty,
      TimelineReading.cuts(ClauseCues(message)), !ClauseCues(message).has("keep")
    else { return false }
    var index = start
    if index < tokens.count, tokens[index].text == "the" { index += 1 }
    guard index + 1 < tokens.count else { return false }
    let isNumbered = tokens[index].text == "clip" && ClauseCues.number(tokens, at: index + 1) != nil
    return isNumbered || ClauseCues.ordinals[tokens[index].text] != nil && tokens[index + 1].text == "clip"
  }

  /// Whether another clip follows with what is to be done to it: "make clip 2 brighter and clip 1 darker".
  private func isOtherClip(_ tokens: [Token], at start: Int) -> Bool {
    let before = start >= 2 ? tokens[start - 2] : nil
    guard let before, !before.isNumber, ClauseCues.ordinals[before.text] == nil,
      !["clip", "clips", "one", "between"].contains(before.text),
      tokens[..<start].contains(where: { $0.text == "clip" })
    else { return false }
    var index = start
    if tokens[index].text == "the" { index += 1 }
    guard index + 1 < tokens.count else { return false }
    // "… and the music quieter"
    if ["music", "title", "logo", "song"].contains(tokens[index].text), tokens[index + 1].text.hasSuffix("er")
    {
      return true
    }
    let isNumbered = tokens[index].text == "clip" && ClauseCues.number(tokens, at: index + 1) != nil
    let isOrdered =
      ClauseCues.ordinals[tokens[index].text] != nil && ["clip", "one"].contains(tokens[index + 1].text)
    guard isNumbered || isOrdered, index + 2 < tokens.count, tokens[index + 2].kind == .word else {
      return false
    }
    return !["with", "to", "in", "at", "for", "into", "over", "on", "together"].contains(
      tokens[index + 2].text)
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

  func matches(_ words: String, _ tokens: [Token], _ index: Int) -> Bool {
    var place = index
    for scalar in words.unicodeScalars {
      guard place < tokens.count, tokens[place].text == String(Character(scalar)) else { return false }
      place += 1
    }
    return true
  }
}
