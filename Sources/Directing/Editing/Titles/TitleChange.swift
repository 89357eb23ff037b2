/// A message about the title that there is, in words that say nothing else: "make the title last 5 seconds", "take the title off",
/// "the title should say Goodbye".
struct TitleChange {
  let scanner: PhraseScanner
  let details: TitleDetailReader

  init(_ message: String) {
    scanner = PhraseScanner(message.trimmed(of: " .!。！"))
    details = TitleDetailReader(scanner: scanner)
  }

  private static let openings = [
    "please", "can you", "could you", "make", "let", "have", "keep", "leave", "show", "put", "move", "shift",
    "set",
    "place", "display", "turn", "now", "and", "then",
    "i want", "i'd like", "change", "start", "get", "take", "请", "把", "将", "让", "给", "帮我", "我想", "我要",
    "change the font of", "change the colour of",
    "change the color of", "change the size of",
  ]
  private static let nouns = [
    "the title", "title", "the text", "text", "the caption", "the heading", "the words", "caption", "heading",
    "my title", "this title", "that title", "that text", "this text", "标题", "文字", "片名",
    "the title's", "the title text", "这个标题", "那个标题",
  ]
  private static let removals = [
    "remove", "delete", "get rid of", "take off", "take away", "drop", "lose", "hide", "kill", "erase",
    "clear", "no", "without", "不要", "去掉", "删掉", "删除",
    "移除", "去除", "拿掉", "删了", "取消",
  ]
  private static let gone = [
    "off", "away", "out", "去掉", "删掉", "删了", "删除", "移除", "拿掉", "不要了", "去除", "取消", "away please",
  ]

  /// The requests for a film with a title; nil if the message says anything else.
  func requests(for film: Film) -> [EditRequest]? {
    guard let title = film.titleSegment?.title else { return nil }
    let start = scanner.pastBlanks(0)
    if let removes = scanner.longest(
      of: Self.removals, at: scanner.pastAll(["please", "can you", "请", "把"], from: start)),
      let noun = noun(at: scanner.pastBlanks(removes)), isEnd(noun)
    {
      return [.removeTitle]
    }
    let opened = scanner.pastAll(Self.openings, from: start)
    guard let noun = noun(at: opened) else { return nil }
    let index = scanner.pastBlanks(noun)
    if let end = scanner.longest(of: Self.gone, at: index), isEnd(end) { return [.removeTitle] }
    // "make the title last 5 seconds"
    if let last = scanner.longest(of: ["last", "to last"], at: index),
      let time = scanner.duration(at: scanner.pastBlanks(last)),
      opened > start, isEnd(time.end)
    {
      return [.styleTitle(TitleStyle(durationMS: max(200, time.milliseconds)))]
    }
    if let length = length(at: index, of: title) { return [.styleTitle(TitleStyle(durationMS: length))] }
    if let capitals = capitals(at: index, of: film) {
      let text = capitals.isUpper ? title.text.uppercased() : title.text.lowercased()
      return [.changeTitle(text: text)] + capitals.others
    }
    if let words = newWords(at: index) { return [.changeTitle(text: words)] }
    let behind = scanner.pastAll(
      [
        "should", "must", "be", "is", "are", "to", "needs", "need", "has", "want", "在", "改成", "改为", "要", "应该",
        "的", ",", "up to", "up at", "up in", "down to", "down at", "down in", "over to", "over in",
        "use", "try", "give it", "get", "用", "换成", "变成",
      ], from: index)
    guard let found = details.details(at: behind, position: .behindComma), isEnd(found.end),
      found.all.contains(where: { !$0.isPlain })
    else { return nil }
    let item = TitleSentence.Item(words: "")
    let language = Language.of(scanner.text(0..<scanner.end))
    let requests =
      item.changes(after: [], from: found.clauses, in: film)
      + found.all.missing.map { $0.request(in: language) }
    return requests.isEmpty ? nil : requests
  }

  private func noun(at index: Int) -> Int? { scanner.longest(of: Self.nouns, at: index) }

  private func isEnd(_ index: Int) -> Bool {
    scanner.pastAll(
      ["please", "thanks", "pls", "now", "instead", "then", "吧", "了", "谢谢"], from: scanner.pastBlanks(index))
      >= scanner.end
  }

  /// "is too short", "太短了": half as long again, or two thirds.
  private func length(at index: Int, of title: TitlePlan) -> Int? {
    // "2 seconds longer"
    let by = scanner.duration(at: scanner.past(["for", "by", "stay", "stays", "last", "多显示"], from: index))
    if let by {
      let behind = scanner.pastBlanks(by.end)
      if let end = scanner.longest(of: ["longer", "more"], at: behind), isEnd(end) {
        return title.durationMS + by.milliseconds
      }
      if let end = scanner.longest(of: ["shorter", "less"], at: behind), isEnd(end) {
        return max(500, title.durationMS - by.milliseconds)
      }
    }
    let short = [
      "is too short", "is too brief", "is too quick", "is too fast", "goes too fast", "disappears too fast",
      "disappears too quickly", "disappears too soon", "is gone too fast", "太短了", "太短", "消失得太快", "消失太快",
    ]
    let long = [
      "is too long", "stays too long", "lasts too long", "is there too long", "太久了", "太久", "太长了", "太长",
      "时间太长",
    ]
    if let end = scanner.longest(of: short, at: index), isEnd(end) { return title.durationMS * 3 / 2 }
    if let end = scanner.longest(of: long, at: index), isEnd(end) {
      return max(500, title.durationMS * 2 / 3)
    }
    return nil
  }

  /// "in all caps", "uppercase and red", "小写".
  private func capitals(at index: Int, of film: Film) -> (isUpper: Bool, others: [EditRequest])? {
    let start = scanner.pastAll(["in", "to", "should be", "be", "all", "is", "改成", "用", "全部"], from: index)
    let upper = scanner.longest(
      of: ["caps", "capitals", "capital letters", "uppercase", "upper case", "大写"], at: start)
    let lower = scanner.longest(of: ["lowercase", "lower case", "small letters", "小写"], at: start)
    guard let end = upper ?? lower else { return nil }
    if isEnd(end) { return (upper != nil, []) }
    // "… and red"
    guard
      let found = details.details(
        at: scanner.pastAll(["and", "和", "，", ","], from: end), position: .behindComma),
      isEnd(found.end)
    else { return nil }
    return (upper != nil, TitleSentence.Item(words: "").changes(after: [], from: found.clauses, in: film))
  }

  /// "say Goodbye", "to Summer Nights": what stands behind "say", or in quotation marks behind "to".
  private func newWords(at index: Int) -> String? {
    let reader = TitleSentenceReader(scanner.text(0..<scanner.end))
    let says = ["say", "says", "should say", "should read", "to say", "read", "must say", "needs to say"]
    if let end = scanner.longest(of: says, at: index), scanner.pastBlanks(end) < scanner.end {
      let next = scanner.pastBlanks(end)
      return reader.quotation(at: next)?.words ?? scanner.text(next..<scanner.end)
    }
    return nil
  }
}
