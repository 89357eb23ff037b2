/// The words, times, numbers and quotations of one clause, as the readers of timeline edits ask for them.
struct ClauseCues {
  /// A length or a moment that is said, in milliseconds.
  struct Time {
    var milliseconds: Int
    /// The tokens that say it.
    var tokens: Range<Int>
    /// Whether it was said as a moment: "0:05".
    var isTimecode: Bool
  }

  /// The clause as the user wrote it.
  let words: String
  let tokens: [Token]
  /// The words and numbers between single spaces, in lower case, quotations left out: " cut the first 3 seconds ".
  let latin: String
  /// Everything but spaces and quotations: "把前三秒剪掉".
  let han: String
  /// The times in order.
  let times: [Time]
  /// The texts between quotation marks, in order.
  let quotations: [String]

  /// - Parameter framesPerSecond: how long a frame is that a length is told in: "the first 45 frames".
  init(_ words: String, framesPerSecond: Int = 30) {
    self.words = words
    let text = ParsedText(words)
    let quotes = text.quotations()
    quotations = quotes.map { text.inside($0) }
    let quoted = quotes.map { range in
      text.pieces[range.lowerBound].tokens.lowerBound..<text.pieces[range.upperBound - 1].tokens.upperBound
    }
    var tokens: [Token] = []
    for (index, token) in text.tokens.enumerated() where !quoted.contains(where: { $0.contains(index) }) {
      tokens.append(token)
    }
    self.tokens = tokens
    var latin = " "
    var han = ""
    for (index, token) in tokens.enumerated() {
      if token.kind == .word || token.isNumber {
        latin += (Self.isLasting(tokens, at: index) ? "lasts" : token.text) + " "
      }
      // A hyphen inside a word is the same as a space.
      if token.kind != .newline { han += token.text }
    }
    self.latin = latin
    self.han = han
    times = Self.times(in: tokens, framesPerSecond: framesPerSecond)
  }

  /// "make it last 6 seconds": a verb, not the end of something.
  private static func isLasting(_ tokens: [Token], at index: Int) -> Bool {
    let subjects: Set<String> = [
      "it", "clip", "video", "film", "movie", "this", "that", "to", "should", "will", "everything", "them",
      "photo", "picture", "image", "must", "only",
    ]
    guard tokens[index].text == "last", index > 0, subjects.contains(tokens[index - 1].text) else {
      return false
    }
    // "to last 6 seconds", but "down to the last 6 seconds", and "last 6 seconds only".
    return number(tokens, at: index + 1) != nil
      || index + 1 < tokens.count
        && ["for", "exactly", "about", "around", "just"].contains(tokens[index + 1].text)
  }

  /// The clause without what it quotes.
  var unquoted: String {
    guard !quotations.isEmpty else { return words }
    let text = ParsedText(words)
    var result = String.UnicodeScalarView()
    var copied = 0
    for quote in text.quotations() {
      let start = text.tokens[text.pieces[quote.lowerBound].tokens.lowerBound].range.lowerBound
      result.append(contentsOf: text.scalars[copied..<start])
      result.append(" ")
      copied = text.tokens[text.pieces[quote.upperBound - 1].tokens.upperBound - 1].range.upperBound
    }
    result.append(contentsOf: text.scalars[copied...])
    return String(result)
  }

  // MARK: Words

  /// Whether any of the phrases occurs: English ones as whole words, Chinese ones anywhere.
  func has(_ phrases: String...) -> Bool { phrases.contains(where: hasOne) }

  private func hasOne(_ phrase: String) -> Bool {
    guard let first = phrase.unicodeScalars.first else { return false }
    if first.isASCII { return latin.contains(" \(phrase) ") }
    return han.contains(phrase)
  }

  /// Whether words occur in their order with at most five others between two of them: "take … off", "start … at".
  func has(inOrder words: String...) -> Bool {
    let all = tokens.map(\.text)
    for start in all.indices where all[start] == words[0] {
      var place = start
      let found = words.dropFirst().allSatisfy { word in
        let next = all.index(after: place)
        guard let index = all[next..<min(all.count, next + 6)].firstIndex(of: word) else { return false }
        place = index
        return true
      }
      if found { return true }
    }
    return false
  }

  /// Whether it begins with one of the words.
  func starts(_ words: String...) -> Bool {
    words.contains { latin.hasPrefix(" \($0) ") || han.hasPrefix($0) }
  }

  /// Whether something is to go away.
  var removes: Bool {
    has("take out") || has(inOrder: "take", "out")
      || has(
        "remove", "delete", "no", "without", "drop", "erase", "get rid of", "take off", "take away",
        "turn off",
        "disable", "clear", "ditch", "scrap", "kill", "lose the", "do without", "去掉", "删掉", "删除", "移除", "取消",
        "不要", "关掉", "关闭", "去除", "删去")
  }

  /// Whether "the picture" is what is seen, rather than a photo: "the colours of the picture", "the whole picture".
  var isOfPicture: Bool {
    has(
      "whole picture", "entire picture", "brighter", "darker", "warmer", "cooler", "contrast", "saturation",
      "sharpen",
      "quality", "brightness", "in the picture", "on the picture", "of the picture", "noise", "add",
      "to the picture", "over the picture")
  }

  /// Whether what goes away is something on the picture rather than a part of it.
  var removesThing: Bool {
    has(
      "logo", "watermark", "title", "caption", "subtitle", "subtitles", "person", "object", "水印", "标题", "字幕")
  }

  /// How strong it is meant: "a bit" is half as much, "much" twice.
  var emphasis: Double {
    if starts("bit", "tad", "touch")
      || has(
        "a bit", "slightly", "slight", "a little", "subtle", "subtly", "faint", "mild", "gentle", "lightly",
        "somewhat",
        "light", "a touch", "a tad", "a hair", "稍微",
        "略微", "一点点", "轻微")
    {
      return 0.5
    }
    return has("strong", "heavy", "强烈") ? 2 : degree
  }

  /// How far a comparison goes, as an exponent of its factor: "a bit louder" 0.5, "way louder" 2, otherwise 1.
  var degree: Double {
    if starts("bit", "little", "tad", "touch")
      || has(
        "a bit", "slightly", "slight", "a little", "somewhat", "a touch", "a tad", "a hair", "稍微", "略微",
        "一点点", "轻微")
    {
      return 0.5
    }
    return has("much", "a lot", "very", "really", "way", "far", "很多", "非常", "大幅", "更加", "好多", "得多", "特别")
      ? 2 : 1
  }

  /// Whether it is said that all of the film is meant.
  var namesWholeFilm: Bool {
    has(
      "everything", "whole", "all", "film", "video", "every", "each", "overall", "everywhere", "entire", "整",
      "全",
      "所有", "影片", "视频", "每")
  }
}
