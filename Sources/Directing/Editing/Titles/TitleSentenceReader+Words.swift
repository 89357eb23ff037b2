/// Where the words of a title end.
extension TitleSentenceReader {
  /// The title that a sentence from a place on asks for. `isNext` is the title before it, where it goes on with its verb.
  /// `isOfLines`: whether it is the first of the lines behind a colon.
  func item(
    at start: Int, isNext: TitleSentence.Item?
  ) -> (item: TitleSentence.Item, end: Int, isOfLines: Bool)? {
    for head in heads(at: start, isNext: isNext != nil) {
      guard var found = quoted(head) ?? bare(head) else { continue }
      // "the subtitles “One” from 0 to 3 s and “Two” …"
      if !head.hasNoun, isNext?.isSubtitle == true { found.item.isSubtitle = true }
      return (found.item, found.end, head.isOfLines)
    }
    guard let before = isNext, before.isTimed,
      var found = timedWords(at: scanner.pastBlanks(start))
    else { return nil }
    found.item.isSubtitle = before.isSubtitle
    return (found.item, found.end, false)
  }

  /// "… and The End for the last 3 seconds"
  func timedWords(at start: Int) -> (item: TitleSentence.Item, end: Int)? {
    guard start < scanner.end,
      scanner.characters[start].isUppercase || PhraseScanner.isHan(scanner.characters[start])
    else { return nil }
    var head = Head()
    head.words = start
    head.isLinked = true
    guard let found = bare(head), found.item.isTimed else { return nil }
    return found
  }

  private func quoted(_ head: Head) -> (item: TitleSentence.Item, end: Int)? {
    guard let quote = quotation(at: head.words), !isFile(quote.words) else { return nil }
    var item = head.item
    item.words = quote.words
    var end = scanner.pastAll(Self.behindQuotes, from: scanner.pastBlanks(quote.end))
    if end == scanner.pastBlanks(quote.end) { end = quote.end }
    guard let found = details.details(at: end, position: .behindComma) else {
      return isStop(end, isTimed: item.isTimed) ? (item, end) : nil
    }
    // "show “Ready” at 1 second, at 3 seconds show “Set”": the last clauses may belong to what follows.
    for count in (0...found.clauses.count).reversed() {
      var item = item
      if count > 0 {
        item.clauses[0] += found.clauses[0]
        item.clauses += found.clauses[1..<count]
      }
      let stop = count > 0 ? found.ends[count - 1] : end
      if isStop(stop, isTimed: item.isTimed) { return (item, stop) }
    }
    return nil
  }

  private static let behindQuotes = ["的标题", "的文字", "字"] + behindWords

  /// Words without quotation marks: they end where nothing but details follow up to the end or the next request.
  private func bare(_ head: Head) -> (item: TitleSentence.Item, end: Int)? {
    let start = head.words
    guard start < scanner.end, quotation(at: start) == nil,
      head.hasNoun || head.isLinked || isName(at: start) || head.isWritten && isCapital(start),
      !head.needsDetails || head.hasNoun || isCalled(at: start),
      head.isLinked || isWord(at: start, behind: head)
    else { return nil }
    // "the title in red": nothing but details is no title.
    if !head.hasColon, let all = details.details(at: start, position: .behindComma), isStop(all.end) {
      // "写上谢谢" is no thanks.
      let isSaid = head.isWritten || head.isShown
      guard isSaid, all.all == [.plain], PhraseScanner.isHan(scanner.characters[start]) else { return nil }
    }
    var index = start + 1
    while index <= scanner.end {
      defer { index += 1 }
      guard isBoundary(index) else { continue }
      var item = head.item
      var end = index
      let behind = scanner.longest(of: Self.behindWords, at: scanner.pastBlanks(index))
      let isAs = behind != nil
      if let behind { end = behind }
      // A colon brings all words up to the end of the line, but for what is said of them.
      let isAttached =
        index < scanner.end && !scanner.characters[index].isWhitespace && scanner.characters[index] != ","
        && scanner.characters[index] != "，" && scanner.characters[index] != "、"
      let isSpaced =
        index < scanner.end && scanner.characters[index] == " " && index > 0
        && (PhraseScanner.isHan(scanner.characters[index - 1]))
      if let found = details.details(at: end, position: isSpaced || isAs ? .behindComma : .attached),
        isStop(found.end, isTimed: found.all.contains(where: \.isOfTime)),
        !isAttached || !found.all.contains(where: \.isPlain)
      {
        item.clauses[0] += found.clauses[0]
        item.clauses += found.clauses.dropFirst()
        end = found.end
      } else if !isStop(end) {
        continue
      }
      item.words = words(start..<index)
      if head.needsDetails {
        let isPlaced = item.clauses.flatMap { $0 }.contains { detail in
          switch detail {
          case .place, .plain, .onIt: true
          // "add Birds at the end" may be about the picture, "add Piano for 5 seconds" about the music.
          case .length, .span, .throughout, .half, .clip, .moment: !isThing(item.words)
          default: false
          }
        }
        guard isPlaced, !item.words.contains("."), isNoClip(item.words) else { return nil }
      }
      if head.isShown, isDrawn && isThing(item.words) || isFile(item.words) || !isNoClip(item.words) {
        return nil
      }
      if head.needsEnd, !item.isTimed { return nil }
      guard !item.words.isEmpty,
        item.words.contains(where: {
          $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isEmojiPresentation }
        }),
        item.words.count <= 200, !["吧", "了", "啊", "呢", "吗", "的", "呗"].contains(item.words)
      else { return nil }
      if item.isCredits { item.words = Self.lines(of: item.words) }
      return (item, end)
    }
    return nil
  }

  /// What commas part, each on a line of its own.
  private static func lines(of words: String) -> String {
    words.split { ",，;；、\n".contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static let behindWords =
    ["字样", "的字样"] + asTitle
    + ["", "这"].flatMap { this in
      ["几个", "两个", "三个", "四个", "五个", "六个", "七个", "八个"].flatMap { count in
        ["字", "大字", "小字"].map { this + count + $0 }
      }
    } + ["这个字", "这一个字", "这个词", "这句话", "这行字", "这些字", "这段文字", "这段话", "这句"]

  /// The words without the marks that end the sentence.
  private func words(_ range: Range<Int>) -> String {
    var words = scanner.text(range).trimmingBlanks
    while let last = words.last, ",，;；。、".contains(last) || last == "." && !words.hasSuffix("..") {
      words.removeLast()
      words = words.trimmingBlanks
    }
    return words
  }

  /// Whether a place lies between words.
  private func isBoundary(_ index: Int) -> Bool {
    guard index < scanner.end else { return true }
    let (before, behind) = (scanner.characters[index - 1], scanner.characters[index])
    if behind == "\n" || behind == " " || ",，;；。、！（(".contains(behind) { return true }
    return PhraseScanner.isHan(behind) && !before.isWhitespace
  }

  /// Whether words may begin behind a noun that nothing links to them.
  private func isWord(at index: Int, behind head: Head) -> Bool {
    let first = scanner.characters[index]
    guard
      first.isLetter || first.isNumber || first.unicodeScalars.contains(where: { $0.properties.isEmoji })
        || first == "#" || first == "@"
    else { return false }
    if first.isUppercase { return true }
    // "write thanks for watching": with nothing behind it, it is said to the editor.
    if let word = scanner.longest(of: ["thanks", "please", "pls"], at: index), !isStop(word),
      scanner.characters[index] == "t" || head.isWritten
    {
      return true
    }
    if head.isOfThat, first.isLowercase { return false }
    // "the long way home": more than one word behind an article are a title.
    if head.hasNoun, let article = scanner.longest(of: ["the", "a", "an", "my", "our", "up"], at: index) {
      let next = scanner.pastBlanks(article)
      let no = [
        "bit", "little", "few", "same", "whole", "entire", "video", "film", "clip", "start", "end",
        "beginning", "top", "bottom", "to", "way it", "second", "minute",
      ]
      return next < scanner.end && scanner.characters[next].isLetter
        && scanner.longest(of: no + Self.noWords, at: next) == nil
        && !head.isOfThat
    }
    return scanner.longest(of: Self.noWords, at: index) == nil
  }

  /// What stands behind the noun where its words are not said.
  private static let noWords = [
    "in", "at", "on", "to", "for", "from", "with", "and", "or", "of", "that", "which", "card", "screen",
    "please", "over", "below", "above", "near", "is",
    "are", "should", "here", "there", "when", "after", "before", "during", "between", "then", "as", "by",
    "across", "onto", "into", "until", "it",
    "its", "so", "but", "too", "again", "back", "away", "off", "up", "down", "animation", "effect", "overlay",
    "sequence", "track", "position",
    "size", "colour", "color", "font", "style", "slide", "fade", "bigger", "smaller", "longer", "shorter",
    "box", "layer", "now", "than", "prompt",
    "prompts", "throughout", "the", "about", "where", "if", "only", "some", "a", "an", "my", "pls", "thanks",
    "slowly", "gently", "smoothly", "quickly", "instead", "later", "earlier", "sooner", "twice", "more",
    "less", "itself",
    "和音乐", "和配乐", "和字幕", "和背景", "并且", "动画", "特效", "效果", "背景", "样式", "框", "栏", "的", "改成", "改为", "换成", "放在",
    "放到", "移到", "移动", "大一", "小一",
    "往", "字体", "颜色", "位置", "去掉", "删", "不要", "太大", "太小", "变大", "变小", "变成", "音乐", "淡入", "淡出", "居中", "消失",
    "出现", "早点", "晚点", "早一点", "晚一点",
    "持续", "停留",
  ]

  /// Whether words name something to see or to hear.
  private func isThing(_ words: String) -> Bool {
    let clause = EditClause(words, language: .of(words))
    let isMusic = clause.text.pieces.allSatisfy { piece in
      piece.meanings.contains { meaning in
        switch meaning {
        case .genre, .mood: true
        default: false
        }
      }
    }
    return !clause.sketch.mentions.isEmpty || clause.settings.music.isMentioned || isMusic
  }

  /// Whether no clip of the film is meant: "Part 2" may be words where the film is in one piece.
  private func isNoClip(_ words: String) -> Bool {
    ClauseCues(words).clipNumbers.isEmpty
      || hasOneClip && words.first?.isUppercase == true
        && words.lowercased().hasPrefix("part")
  }

  /// Whether words begin like a name, and not like one of the things that stand on a timeline.
  private func isCalled(at index: Int) -> Bool {
    let things = [
      "clip", "scene", "shot", "logo", "video", "photo", "picture", "image", "music", "song", "subtitle",
      "subtitles", "watermark", "film",
    ]
    return scanner.characters[index].isUppercase && scanner.longest(of: things, at: index) == nil
  }

  /// Whether words that no noun announces are written like a name.
  private func isName(at index: Int) -> Bool {
    let first = scanner.characters[index]
    let no = [
      "it", "this", "that", "the", "a", "an", "some", "something", "my", "me", "i", "一", "个", "字", "出", "上",
      "下", "了", "入", "满", "成", "给", "首", "篇", "好",
    ]
    guard scanner.longest(of: no, at: index) == nil, !no.contains(String(first)) else { return false }
    return first.isLetter || first.isNumber
  }

  private func isFile(_ words: String) -> Bool {
    guard let dot = words.lastIndex(of: "."), dot != words.startIndex else { return false }
    let ending = words[words.index(after: dot)...]
    return (2...4).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && !words.contains(" ")
  }
}
