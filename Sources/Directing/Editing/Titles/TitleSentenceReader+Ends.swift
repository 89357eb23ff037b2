/// Where sentences about titles end.
extension TitleSentenceReader {
  /// Whether a sentence ends at a place: with the message, its line or a full stop, or where another request follows.
  func isStop(_ place: Int, isTimed: Bool = false) -> Bool {
    var index = scanner.pastBlanks(place)
    if index >= scanner.end || scanner.characters[index] == "\n" { return true }
    if ".。!！?？…~".contains(scanner.characters[index]) {
      let next = index + 1
      if next >= scanner.end { return true }
      if "。！".contains(scanner.characters[index]) || scanner.characters[next].isWhitespace {
        return opens(scanner.pastBlanks(next))
      }
      return false
    }
    let separated = pastLinks(place)
    guard separated > index || separator(at: place) != nil else { return false }
    index = separated
    return index >= scanner.end || opens(index) || isTimed && timedWords(at: index) != nil
  }

  /// Whether another request begins at a place.
  func opens(_ index: Int) -> Bool {
    guard index < scanner.end else { return true }
    // "at 3 seconds show “Set”", "2到4秒显示文字…"
    if let fronted = details.details(at: index, position: .behindComma),
      fronted.all.contains(where: \.isOfTime),
      beginsTitle(at: scanner.pastBlanks(fronted.ends[0]))
    {
      return true
    }
    let text = scanner.text(index..<min(scanner.end, index + 60))
    if PhraseScanner.isHan(scanner.characters[index]) {
      return scanner.longest(of: Self.hanRequests, at: index) != nil
    }
    let tokens = ClauseCues(text).tokens
    if tokens.count >= 2, scanner.longest(of: Self.requests, at: index) != nil { return true }
    if EditMessage.isImperative(text), EditMessage.hasVerbAndObject(text) { return true }
    if scanner.longest(of: ["some", "a", "an", "the", "my", "lo-fi", "lofi", "no"], at: index) != nil {
      let cues = ClauseCues(text)
      return cues.has(
        "music", "logo", "song", "fade", "transition", "soundtrack", "subtitles", "voice", "filter", "effect",
        "title",
        "text", "caption", "words")
    }
    if item(atQuotation: index) { return true }
    return scanner.match("then", at: index) != nil && !details.isName(at: index)
  }

  private func item(atQuotation index: Int) -> Bool { quotation(at: index) != nil }

  private static let requests = [
    "add", "put", "make", "cut", "trim", "fade", "mute", "remove", "delete", "crop", "rotate", "speed",
    "slow", "play", "use", "set",
    "turn", "change", "show", "reverse", "export", "split", "loop", "zoom", "blur", "mirror", "move", "keep",
    "end with", "end on", "end it with", "finish with", "finish it with", "close with", "start with",
    "open with",
    "begin with", "write", "insert", "increase", "lower", "raise",
    "duck", "title", "text", "caption", "please", "have", "let", "save", "brighten", "darken", "read",
  ]
  private static let hanRequests = [
    "把", "再", "然后", "加", "剪", "删", "去掉", "去除", "改", "换", "调", "给", "放", "音乐", "标题", "倒放", "让", "同时", "并", "配",
    "导出", "慢放", "加速", "减速", "片尾",
    "片头", "结尾", "最后", "第", "字幕", "裁", "静音", "旋转", "变", "在", "从", "开头", "前", "左上", "右上", "左下", "右下", "文字",
    "显示", "写", "打",
  ]
}
