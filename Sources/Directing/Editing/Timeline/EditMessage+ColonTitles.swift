/// The words of a title behind a colon: "caption: Goodbye, autumn", "标题：再见了，秋天".
extension EditMessage {
  /// The message with such words between quotation marks. They run to the end of their line; what follows is a request of its
  /// own where it begins like one behind a full stop or behind "then", or says how the title is to look.
  static func quotingColonTitles(_ message: String) -> String {
    guard message.utf8.count <= 1000, message.contains(where: { ":：".contains($0) }) else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map {
      quotingColonTitle(String($0))
    }
    .joined(separator: "\n")
  }

  private static func quotingColonTitle(_ line: String) -> String {
    guard let text = behindColon(line), !text.contains(where: { "\"“”「」『』‘".contains($0) }),
      line.hasSuffix(text)
    else { return line }
    let head = line.dropLast(text.count)
    // What stands before the last comma asks for something else.
    let last = head.split(whereSeparator: { ",，;；.。".contains($0) }).last.map(String.init) ?? String(head)
    let cues = ClauseCues(last)
    guard cues.tokens.count <= 14, cues.quotations.isEmpty,
      cues.has("title", "caption", "heading", "headline", "text", "标题", "片名", "文字", "大字", "字样"),
      !cues.has("subtitle", "subtitles", "captions", "字幕", "prompt", "prompts", "read", "say", "提示词")
    else { return line }
    let (words, rest) = parted(text)
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return line }
    return head + "“" + words + "”" + rest
  }

  /// The words of a title, and what follows them.
  private static func parted(_ text: String) -> (words: String, rest: String) {
    var end = text.endIndex
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if index > text.startIndex, opensRequest(rest) {
        end = index
        break
      }
      index = text.index(after: index)
    }
    // From the end: ", in red, at the top".
    while let comma = text[..<end].lastIndex(where: { ",，".contains($0) }),
      isLook(String(text[text.index(after: comma)..<end]))
    { end = comma }
    var words = text[..<end]
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return (String(words), String(text[words.endIndex...]))
  }

  /// Whether a new request begins here: ". Make it red", ", then cut …", "。然后倒放".
  private static func opensRequest(_ text: Substring) -> Bool {
    for link in [", then ", ", and then ", " and then ", "; ", "，然后", "，再", "；", "，接着"]
    where text.hasPrefix(link) {
      return true
    }
    for stop in [". ", "! ", "? "] where text.hasPrefix(stop) {
      let next = String(text.dropFirst(2).prefix(60))
      return next.first?.isASCII == true && isImperative(next) && hasVerbAndObject(next)
    }
    guard text.hasPrefix("。") || text.hasPrefix("！") else { return false }
    return ["把", "然后", "再", "加", "剪", "删", "去掉", "改", "换", "调", "音乐", "标题", "字幕"].contains {
      text.dropFirst().hasPrefix($0)
    }
  }

  /// Whether words say only when, where, how large or in which colour a title is to be seen.
  private static func isLook(_ words: String) -> Bool {
    let colours: Set<String> = [
      "red", "blue", "yellow", "white", "black", "green", "orange", "purple", "pink", "gold", "silver",
      "grey", "gray",
      "colour", "color", "letters", "font", "serif", "bold", "fade", "slide", "红", "黄", "蓝", "绿", "白", "黑",
      "橙",
      "紫", "粉", "金", "灰", "色", "字", "体", "放", "在", "中", "间", "顶", "底", "部", "方", "居", "显", "示",
    ]
    let tokens = ClauseCues(words).tokens
    let places: Set<String> = [
      "top", "bottom", "left", "right", "centre", "center", "middle", "corner", "big", "small", "large",
      "tiny",
    ]
    let says = !ClauseCues(words).times.isEmpty || tokens.contains { colours.union(places).contains($0.text) }
    return says && tokens.count <= 8
      && tokens.allSatisfy { colours.contains($0.text) || isDetail($0.text) }
  }
}
