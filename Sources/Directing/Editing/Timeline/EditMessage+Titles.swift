/// What a message says of a title in the clauses behind it: "add the title “Summer”, big, in yellow, from 1s to 4s".
extension EditMessage {
  private static let titleNouns = ["title", "caption", "heading", "text", "标题", "片名", "文字", "字幕条"]

  /// Whether a clause asks for a title, or says more of one.
  static func isOfTitle(_ words: String) -> Bool {
    let cues = ClauseCues(words)
    if cues.starts("call it", "name it", "title it") { return true }
    return titleNouns.contains { cues.has($0) } && !cues.removes
  }

  /// A clause that says more of the title of the clause before, as a request of its own; nil if it is another request.
  static func titleDetail(_ words: String, after before: String) -> String? {
    var words = words
    for noun in ["letters", "lettering", "text"] {
      if let range = range(of: noun, in: words) { words.replaceSubrange(range, with: "") }
    }
    let cues = ClauseCues(words)
    guard isOfTitle(before), cues.quotations.isEmpty, (1...9).contains(cues.tokens.count),
      !titleNouns.contains(where: { cues.has($0) }), !cues.starts("undo", "redo", "then")
    else { return nil }
    let isChinese = cues.tokens.contains { $0.kind == .han }
    if !cues.times.isEmpty {
      let wordsOfTime = cues.times.reduce(0) { $0 + $1.tokens.count }
      guard cues.tokens.count - wordsOfTime <= 4, !otherWork(cues) else { return nil }
      return isChinese ? "标题显示" + words : "show the title " + words
    }
    if cues.has(
      "fading in", "fading", "fade in", "fades in", "sliding in", "slide in", "slides in", "rising", "淡入",
      "滑入")
    {
      return isChinese ? "标题" + words : "title " + words
    }
    guard !otherWork(cues) else { return nil }
    if cues.has(
      "font", "serif", "sans", "sans serif", "monospace", "handwritten", "字体", "衬线", "宋体", "黑体", "手写")
    {
      return isChinese ? "标题" + words : "title in " + words
    }
    if cues.has(
      "top", "bottom", "centre", "center", "middle", "corner", "顶部", "底部", "中间", "居中", "角", "上方", "下方", "上面",
      "下面")
    {
      let words = words.replacing("下面", with: "底部").replacing("上面", with: "顶部")
      // "small, top left"
      let sizes = ["small", "tiny", "big", "large", "huge"]
      if !isChinese, let size = sizes.first(where: { cues.has($0) }), let range = range(of: size, in: words) {
        return "make the title \(size) and at the \(bare(words.replacingCharacters(in: range, with: "")))"
      }
      return isChinese
        ? "标题" + (cues.has("放", "移") ? "" : "放在") + words : "move the title to the " + bare(words)
    }
    if isChinese, cues.has("字号", "字体", "字"), cues.has("大", "小"), cues.tokens.allSatisfy({ !$0.isNumber }) {
      return cues.has("大") ? "标题大一点" : "标题小一点"
    }
    if isChinese, cues.has("字号") { return "标题" + words }
    if isChinese { return cues.has("色") ? "标题颜色改为" + words : cues.has("大", "小") ? "标题变" + words : nil }
    let isRequest =
      cues.tokens.first.map { verbs.contains($0.text) && !["make", "put", "move", "set"].contains($0.text) }
      ?? false
    if cues.has("size", "pt", "px") || cues.tokens.count <= 3 && !isRequest {
      return "make the title " + bare(words)
    }
    return nil
  }

  /// Without what stands before a place or a colour.
  private static func bare(_ words: String) -> String {
    var rest = words.split(separator: " ")[...]
    let small: Set<String> = [
      "in", "at", "on", "the", "to", "colour", "color", "and", "move", "put", "place", "set", "shift", "make",
      "it",
    ]
    while let first = rest.first?.lowercased(), small.contains(first) { rest.removeFirst() }
    return rest.joined(separator: " ")
  }

  /// Whether a clause asks for something that no title has.
  private static func otherWork(_ cues: ClauseCues) -> Bool {
    cues.has(
      "film", "video", "clip", "clips", "music", "make", "add", "cut", "trim", "remove", "speed", "slow",
      "crop", "export",
      "longer", "shorter", "fps", "影片", "视频", "片段", "音乐", "剪", "加", "删", "裁", "导出")
  }

  /// A clause that adds a title with its times is two: the title, and when it is seen.
  static func parting(_ words: String) -> [String] {
    let cues = ClauseCues(words)
    if isOfTitle(words), !cues.quotations.isEmpty {
      for word in ["letters", "lettering", "characters"] {
        guard cues.has(word), let range = range(of: word, in: words) else { continue }
        return parting(words.replacingCharacters(in: range, with: ""))
      }
      // What letters cannot be is told, and the rest is done.
      for word in ["bold", "italic"] {
        guard cues.has(word), let range = range(of: word, in: words) else { continue }
        return parting(words.replacingCharacters(in: range, with: "")) + ["make the title \(word)"]
      }
      if let (rest, style) = parted(cues) { return parting(rest) + [style] }
      for phrase in [
        "for the whole video", "for the whole film", "for the entire video", "for the entire film",
        "throughout", "the whole time",
        "during the whole video", "during the whole film", "全程显示", "一直显示", "全程",
      ] {
        guard let range = range(of: phrase, in: words) else { continue }
        let isChinese = !(phrase.first?.isASCII ?? true)
        return parting(words.replacingCharacters(in: range, with: ""))
          + [isChinese ? "标题全程显示" : "show the title throughout"]
      }
      for phrase in ["at the very end", "at the end", "in the end", "在结尾", "在片尾", "在最后", "结尾处", "片尾", "结尾"] {
        guard cues.times.isEmpty || !cues.has("from", "to", "last", "从", "到"),
          let range = range(of: phrase, in: words),
          !cues.quotations.contains(where: { $0.lowercased().contains(phrase) })
        else { continue }
        let isChinese = !(phrase.first?.isASCII ?? true)
        return parting(words.replacingCharacters(in: range, with: ""))
          + [isChinese ? "标题移到最后" : "move the title to the end"]
      }
      if let (rest, moment) = momentParted(cues) { return parting(rest) + [moment] }
      if cues.times.count == 1, let time = cues.times.first, time.tokens.lowerBound > 0,
        ["first", "last"].contains(cues.tokens[time.tokens.lowerBound - 1].text)
      {
        let isFirst = cues.tokens[time.tokens.lowerBound - 1].text == "first"
        var start = time.tokens.lowerBound - 1
        while start > 0, ["the", "for", "in", "during"].contains(cues.tokens[start - 1].text) { start -= 1 }
        let rest = cutting(
          cues.tokens[start].range.lowerBound..<cues.tokens[time.tokens.upperBound - 1].range.upperBound,
          out: words)
        let seconds = Double(time.milliseconds) / 1000
        return [rest, "show the title for \(seconds) seconds at the \(isFirst ? "start" : "end")"]
      }
    }
    guard isOfTitle(words), !cues.quotations.isEmpty, cues.times.count == 2,
      cues.has("from", "between", "从", "到", "至"), let first = cues.times.first, let last = cues.times.last
    else { return [words] }
    var start = first.tokens.lowerBound
    while start > 0,
      ["from", "between", "seen", "shown", "visible", "从", "在", "第"].contains(cues.tokens[start - 1].text)
    {
      start -= 1
    }
    let range = cues.tokens[start].range.lowerBound..<cues.tokens[last.tokens.upperBound - 1].range.upperBound
    let isChinese = cues.tokens.contains { $0.kind == .han }
    let phrase = String(
      String.UnicodeScalarView(words.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    return [cutting(range, out: words), (isChinese ? "标题显示" : "show the title ") + phrase]
  }

  /// A clause that brings a title without the moment at which it is to come, and that as a request of its own: "the title
  /// “Wow” at 5 seconds".
  private static func momentParted(_ cues: ClauseCues) -> (rest: String, moment: String)? {
    guard cues.times.count == 1, let time = cues.times.first, time.tokens.lowerBound > 0,
      ["at", "from", "after", "第", "在"].contains(cues.tokens[time.tokens.lowerBound - 1].text)
    else { return nil }
    var start = time.tokens.lowerBound
    while start > 0, ["at", "from", "after", "第", "在", "从", "starting"].contains(cues.tokens[start - 1].text)
    { start -= 1 }
    let range = cues.tokens[start].range.lowerBound..<cues.tokens[time.tokens.upperBound - 1].range.upperBound
    let isChinese = cues.tokens.contains { $0.kind == .han }
    let seconds = Double(time.milliseconds) / 1000
    return (
      cutting(range, out: cues.words),
      isChinese ? "标题在第\(seconds)秒出现" : "show the title at \(seconds) seconds"
    )
  }

  /// A clause that brings a title without what it says of its letters or of how it comes, and that as a request of its own:
  /// "the title “Day 1” in a serif font".
  private static func parted(_ cues: ClauseCues) -> (rest: String, style: String)? {
    let fonts: Set<String> = [
      "serif", "sans", "monospace", "mono", "typewriter", "handwritten", "handwriting",
    ]
    let ways: Set<String> = ["sliding", "slides", "slide", "fading", "fades", "fade"]
    let before: Set<String> = [
      "in", "a", "an", "the", "with", "using", "that", "and", "it", "which", "have", "let", "set", "written",
    ]
    let behind: Set<String> = [
      "serif", "font", "fonts", "typeface", "script", "in", "animation", "effect", "from",
    ]
    guard let index = cues.tokens.firstIndex(where: { fonts.contains($0.text) || ways.contains($0.text) })
    else {
      return nil
    }
    var (start, end) = (index, index + 1)
    while start > 0, before.contains(cues.tokens[start - 1].text) { start -= 1 }
    while end < cues.tokens.count, behind.contains(cues.tokens[end].text) {
      // "in" belongs to a way of coming, not to what follows a font.
      if cues.tokens[end].text == "in", fonts.contains(cues.tokens[index].text) { break }
      if cues.tokens[end].text == "from", end + 1 < cues.tokens.count, cues.tokens[end + 1].isNumber { break }
      end += 1
    }
    let range = cues.tokens[start].range.lowerBound..<cues.tokens[end - 1].range.upperBound
    let words = cues.tokens[index..<end].map(\.text).joined(separator: " ")
    let link = fonts.contains(cues.tokens[index].text) ? "in " : ""
    return (cutting(range, out: cues.words), "title \(link)\(words)")
  }

  /// A text without a range of its scalars.
  private static func cutting(_ range: Range<Int>, out words: String) -> String {
    let scalars = words.unicodeScalars
    return String(String.UnicodeScalarView(scalars.prefix(range.lowerBound))) + " "
      + String(String.UnicodeScalarView(scalars.dropFirst(range.upperBound)))
  }
}
