/// Lines of subtitles with times of their own: "加字幕，第1秒 你好，第27秒 再见".
extension TitleSentenceReader {
  /// The lines of a message that asks for subtitles; nil unless all that stands behind the noun are lines with times.
  func subtitleLines(at start: Int) -> (items: [TitleSentence.Item], end: Int)? {
    var index = scanner.pastAll(Self.polite, from: scanner.pastBlanks(start))
    index = scanner.past(Self.verbs, from: index)
    index = scanner.pastAll(Self.determiners, from: index)
    let nouns = Self.subtitleNouns + ["subtitle it", "caption it", "captions"]
    guard let noun = scanner.longest(of: nouns, at: index) else { return nil }
    index = pastMarks(noun)
    if let plain = details.details(at: index, position: .attached), plain.all.allSatisfy(\.isPlain) {
      index = pastMarks(plain.end)
    }
    guard index > noun else { return nil }
    return timesBefore(from: index) ?? timesBehind(from: index)
  }

  /// "Hello there at 1s and Goodbye at 27s"
  private func timesBehind(from start: Int) -> (items: [TitleSentence.Item], end: Int)? {
    var items: [TitleSentence.Item] = []
    var index = start
    while index < scanner.end {
      var (line, place) = (Optional<TitleSentence.Item>.none, index + 1)
      while line == nil, place < scanner.end {
        defer { place += 1 }
        guard !scanner.characters[place - 1].isWhitespace,
          let time = details.time(at: scanner.pastBlanks(place), position: .attached),
          time.end == scanner.end || isMark(time.end)
        else { continue }
        let words = quotation(at: index)?.words ?? scanner.text(index..<place).trimmed(of: " ,，;；、。")
        line = self.line(words, time.details)
        index = pastMarks(time.end)
      }
      guard let line else { return nil }
      items.append(line)
    }
    return items.count > 1 ? (items, index) : nil
  }

  private func line(_ words: String, _ details: [TitleDetail]) -> TitleSentence.Item {
    var item = TitleSentence.Item(words: words)
    item.clauses = [details]
    item.isSubtitle = true
    return item
  }

  /// "第1秒 你好，第27秒 再见"
  private func timesBefore(from start: Int) -> (items: [TitleSentence.Item], end: Int)? {
    var index = start
    var items: [TitleSentence.Item] = []
    while index < scanner.end {
      guard let time = time(at: index) else { return nil }
      let words = scanner.past(["显示", "说", "是", "写"], from: pastMarks(time.end))
      let found: (words: String, end: Int)
      if let quote = quotation(at: words) {
        found = quote
      } else {
        var end = words
        while end < scanner.end, !(isMark(end) && self.time(at: pastMarks(end)) != nil) { end += 1 }
        found = (scanner.text(words..<end).trimmed(of: " ,，;；、。"), end)
      }
      guard found.words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
      items.append(line(found.words, [time.detail]))
      index = pastMarks(found.end)
    }
    return items.isEmpty ? nil : (items, index)
  }

  /// Words with their times behind them: "Hello there at 1s and Goodbye at 27s".
  func isOfTimedLines(_ items: [TitleSentence.Item]) -> Bool {
    items.count > 1 && items.allSatisfy { $0.isSubtitle && $0.isTimed }
  }

  private func time(at index: Int) -> (detail: TitleDetail, end: Int)? {
    guard let found = details.time(at: index, position: .behindComma), found.details.count == 1 else {
      return scanner.timecode(at: index).map { (.moment(.at($0.milliseconds)), $0.end) }
    }
    // "1秒“你好”": a moment.
    if case .length(let length) = found.details[0] { return (.moment(.at(length)), found.end) }
    return (found.details[0], found.end)
  }

  private func isMark(_ index: Int) -> Bool {
    ",，;；、。\n ".contains(scanner.characters[index])
  }

  private func pastMarks(_ start: Int) -> Int {
    var index = start
    while index < scanner.end {
      if ",，;；、:：。\n".contains(scanner.characters[index]) || scanner.characters[index].isWhitespace {
        index += 1
      } else if let link = scanner.longest(of: ["and", "then", "和", "然后"], at: index) {
        index = link
      } else {
        break
      }
    }
    return index
  }
}
